/** Notifications become mails: duties at once, news in a digest. [NT4, NT5, NT6, NT7] */
import type { MailReader } from "../../db/repos/notification.repo.ts";
import { digestDueAt } from "../../domain/notifications/digest-time.ts";
import { shorten, type Notification } from "../../domain/notifications/notification.ts";
import { tell } from "../../domain/notifications/notification.intl.ts";
import type { EpochMs } from "../../domain/ids.ts";
import type { Deps } from "../deps.ts";
import { mailTexts } from "./mails.intl.ts";

/** Where people live for whom neither unit nor draft says it. */
const FALLBACK_ZONE = "Asia/Jakarta";
const DUTIES_A_ROUND = 200;
const ACCOUNTS_A_PAGE = 200;
const NEWS_A_DIGEST = 200;
const LINES_A_DIGEST = 40;
const SUBJECT_MAX = 150;

export type ComposeDeps = Pick<Deps, "db" | "repos" | "now" | "newId" | "baseUrl" | "mailer">;

/** Puts every mail that is due into the outbox. A retry, or another process at the same time, adds nothing. [NT10] */
export async function composeMail(deps: ComposeDeps): Promise<void> {
  const { repos, now, mailer } = deps;
  // Demo addresses are nobody's: their mails are only for the outbox of a demo. [NT11]
  const demo = mailer === null;
  const at = now();
  for (const { notification, ...reader } of await repos.notifications.unmailedDuties(demo, DUTIES_A_ROUND)) {
    await putDown(deps, {
      reader,
      ids: [notification.id],
      kind: notification.kind,
      dedupe: `notification:${notification.id}`,
      ...dutyMail(notification, reader, deps.baseUrl),
      at,
    });
  }
  for (let after = ""; ;) {
    const page = await repos.notifications.waitingForDigest(demo, ACCOUNTS_A_PAGE, after);
    for (const { accountId, oldestAt, ...reader } of page) {
      const due = digestDueAt(reader.timeZone ?? FALLBACK_ZONE, reader.digest, at);
      if (due === null || oldestAt >= due) continue;
      const news = await repos.notifications.newsBefore(accountId, due, NEWS_A_DIGEST);
      if (news.length === 0) continue;
      await putDown(deps, {
        reader,
        ids: news.map(({ id }) => id),
        kind: "digest",
        dedupe: `digest:${accountId}:${due}`,
        ...digestMail(news, reader, deps.baseUrl),
        at,
      });
    }
    const last = page.at(-1);
    if (!last || page.length < ACCOUNTS_A_PAGE) return;
    after = last.accountId;
  }
}

interface Composed {
  readonly subject: string;
  readonly text: string;
}

async function putDown(
  { db, repos, newId }: ComposeDeps,
  mail: Composed & {
    readonly reader: MailReader;
    readonly ids: readonly number[];
    readonly kind: string;
    readonly dedupe: string;
    readonly at: EpochMs;
  },
): Promise<void> {
  const { reader, ids, at, ...rest } = mail;
  const [first, ...others] = [
    ...repos.outbox.statements({ ...rest, id: newId(), to: reader.email, at }),
    ...repos.notifications.mailedStatements(ids, at),
  ];
  if (first) await db.batch([first, ...others]);
}

function dutyMail(notification: Notification, { locale, name }: MailReader, baseUrl: string): Composed {
  const t = mailTexts[locale];
  const sentence = tell(notification, locale);
  return {
    subject: shorten(sentence, SUBJECT_MAX),
    text: paragraphs(
      t.greeting(name),
      `${sentence}.`,
      `${t.open} ${baseUrl}${notification.link}`,
      t.dutyFooter,
    ),
  };
}

function digestMail(news: readonly Notification[], { locale, name }: MailReader, baseUrl: string): Composed {
  const t = mailTexts[locale];
  const lines = news.slice(0, LINES_A_DIGEST).map((each) => `- ${tell(each, locale)}`);
  if (news.length > lines.length) lines.push(`- ${t.more(news.length - lines.length)}`);
  return {
    subject: t.digestSubject(news.length),
    text: paragraphs(
      t.greeting(name),
      t.digestLead(news.length),
      lines.join("\n"),
      `${t.open} ${baseUrl}/kerja/pemberitahuan`,
      t.digestFooter,
    ),
  };
}

const paragraphs = (...parts: readonly string[]): string => `${parts.join("\n\n")}\n`;
