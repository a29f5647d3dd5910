/** The outbox, for the administrator: what waits, what failed, what went out. [NT9, NT11] */
import type { Mail } from "../../db/repos/outbox.repo.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AccountId } from "../../domain/ids.ts";
import {
  outboxQuerySchema,
  type OutboxMailView,
  type OutboxView,
} from "../../domain/notifications/notifications.contract.ts";
import type { Deps } from "../deps.ts";
import { decodeCursor, DEFAULT_PAGE_SIZE, encodeCursor, pageOf } from "../http/cursor.ts";
import { found } from "../http/refusals.ts";
import { idParam, requireActor, type Routes } from "../http/route.ts";
import { composeMail } from "./compose-mail.ts";

const MAIL = "/api/outbox/:mailId";

export function registerOutboxRoutes(routes: Routes, deps: Deps): void {
  const { repos, now, mailer } = deps;
  const action = "outbox.administer";

  routes.add(
    {
      method: "GET",
      path: "/api/outbox",
      action,
      summary: "List mails, newest first",
      query: outboxQuerySchema,
    },
    async ({ c, query }) => {
      const [createdAt, id] = query.cursor ? decodeCursor(query.cursor, /^(\d{1,15})~(\w{26})$/) : [];
      const before =
        createdAt === undefined || id === undefined ? undefined : { createdAt: Number(createdAt), id };
      // Without a mail server nothing else may have looked what is due.
      if (!mailer && !before) await composeMail(deps);
      const limit = query.limit ?? DEFAULT_PAGE_SIZE;
      const rows = await repos.outbox.list(query.state ?? "waiting", limit + 1, before);
      const names = await repos.accounts.names(
        rows.flatMap(({ deliveredBy }) => (deliveredBy === null ? [] : [deliveredBy])),
      );
      const page = pageOf(
        rows,
        limit,
        (mail) => present(mail, names),
        (last) => encodeCursor([last.createdAt, last.id]),
      );
      const counts = await repos.outbox.counts();
      return c.json({ ...page, delivers: mailer !== null, counts } satisfies OutboxView);
    },
  );

  routes.add(
    {
      method: "POST",
      path: `${MAIL}/delivered`,
      action,
      summary: "Say that a mail was delivered by hand",
      status: 204,
    },
    async ({ c }) => {
      const id = idParam(c, "mailId");
      found(await repos.outbox.get(id));
      const done = await repos.outbox.markDelivered(id, requireActor(c).account.id, now());
      if (!done) throw new DomainError("conflict", "mail-sent", "sent already");
      return c.body(null, 204);
    },
  );

  routes.add(
    {
      method: "POST",
      path: `${MAIL}/retry`,
      action,
      summary: "Send a mail that failed again, from the first attempt",
      status: 204,
    },
    async ({ c }) => {
      const id = idParam(c, "mailId");
      found(await repos.outbox.get(id));
      if (!(await repos.outbox.retry(id, now()))) {
        throw new DomainError("conflict", "mail-sent", "sent already");
      }
      return c.body(null, 204);
    },
  );
}

function present(mail: Mail, names: ReadonlyMap<AccountId, string>): OutboxMailView {
  const { id, recipient, subject, text, createdAt, sentAt, deliveredBy, attempts, lastError, nextAttemptAt } =
    mail;
  return {
    id,
    to: recipient,
    subject,
    text,
    createdAt,
    ...(sentAt !== null && { sentAt }),
    ...(deliveredBy !== null && { deliveredBy: names.get(deliveredBy) ?? "" }),
    attempts,
    ...(lastError !== null && { lastError }),
    ...(nextAttemptAt !== null && { nextAttemptAt }),
  };
}
