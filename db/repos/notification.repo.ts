/** Who was told what. Acts put `statements` into their own batch. [NT1] */
import { and, asc, desc, eq, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { AccountId, EpochMs, PolicyId, UnitId } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import {
  dedupeKey,
  isDuty,
  NEWS_KINDS,
  NOTIFICATION_LIMITS,
  shorten,
  type Digest,
  type Notification,
  type NotificationKind,
} from "../../domain/notifications/notification.ts";
import type { Db, DbStatement } from "../database.ts";
import { accounts } from "../schema/accounts.ts";
import { authorities, units } from "../schema/authorities.ts";
import { notifications, notificationSettings } from "../schema/notifications.ts";
import { policies, policyMembers } from "../schema/policies.ts";

export interface NewNotification {
  readonly kind: NotificationKind;
  /** Accounts, or everybody who writes a policy (its owners and drafters), or who speaks for a body. */
  readonly to: readonly AccountId[] | { readonly writersOf: PolicyId } | { readonly body: UnitId };
  /** Who did it: never told of it. [NT2] */
  readonly actor: AccountId | null;
  readonly policyId: PolicyId | null;
  /** The thing: what happens to it again on the same day counts up. [NT3] */
  readonly subject: { readonly kind: string; readonly id: string };
  /** Of the draft or the consultation; cut when too long. */
  readonly title: string;
  /** Which step, clause or body; never the words of an input. [NT7] */
  readonly detail?: string | undefined;
  /** Path on this server, such as `/kerja/tugas`. */
  readonly link: string;
  readonly at: EpochMs;
  /** Day of `at` in the authority's zone (`dayIn`), `YYYY-MM-DD`. */
  readonly on: string;
}

/** Whom a mail goes to, and how. */
export interface MailReader {
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  /** Of the person's unit, else of the draft; null where neither has a government. */
  readonly timeZone: string | null;
  readonly digest: Digest;
}

export type Unmailed = MailReader & { readonly notification: Notification };
export type WaitingForDigest = MailReader & { readonly accountId: AccountId; readonly oldestAt: EpochMs };
export type NotificationRepo = ReturnType<typeof createNotificationRepo>;

type Row = typeof notifications.$inferSelect;

function toNotification(row: Row): Notification {
  const { subjectKind, subjectId, mailedAt: _mailed, dedupe: _dedupe, ...rest } = row;
  return { ...rest, subject: { kind: subjectKind, id: subjectId } };
}

export function createNotificationRepo(db: Db) {
  const unread = (account: AccountId) =>
    and(eq(notifications.accountId, account), isNull(notifications.readAt));

  function unmailed(demo: boolean) {
    const unitZone = db
      .select({ zone: authorities.timeZone })
      .from(units)
      .innerJoin(authorities, eq(authorities.id, units.authorityId))
      .where(eq(units.id, accounts.unitId));
    const policyZone = db
      .select({ zone: authorities.timeZone })
      .from(policies)
      .innerJoin(authorities, eq(authorities.id, policies.authorityId))
      .where(eq(policies.id, notifications.policyId));
    return {
      reader: {
        name: accounts.name,
        email: accounts.email,
        locale: accounts.locale,
        timeZone: sql<string | null>`coalesce((${unitZone}), (${policyZone}))`,
        digest: sql<Digest>`coalesce(${notificationSettings.digest}, 'daily')`,
      },
      where: and(
        isNull(notifications.mailedAt),
        isNull(notifications.readAt),
        eq(accounts.disabled, false),
        demo ? undefined : eq(accounts.demo, false),
      ),
    };
  }

  return {
    /** What tells these people, for the batch of the act; nothing where nobody is left to tell. [NT1, NT2, NT3] */
    statements(told: NewNotification): DbStatement[] {
      const { kind, to, actor, policyId, subject, title, detail, link, at, on } = told;
      const recipients =
        "body" in to
          ? sql`select a.id from accounts a where a.unit_id = ${to.body} and a.role = 'organisation'`
          : "writersOf" in to
            ? sql`select ${policyMembers.accountId} from ${policyMembers} where ${policyMembers.policyId} = ${to.writersOf} and ${policyMembers.role} in ('owner', 'drafter')`
            : sql`select value from json_each(${JSON.stringify(to)})`;
      const { title: titleMax, detail: detailMax } = NOTIFICATION_LIMITS;
      const key = dedupeKey(kind, subject, on);
      const cells = sql`null, ${accounts.id}, ${kind}, ${policyId}, ${subject.kind}, ${subject.id}, ${shorten(title, titleMax)}, ${detail ? shorten(detail, detailMax) : null}, ${link}, 1, ${at}, null, null, ${key}`;
      return [
        db
          .insert(notifications)
          .select(
            sql`select ${cells} from ${accounts} where ${accounts.id} in (${recipients}) and ${accounts.disabled} = 0 and ${accounts.id} is not ${actor}`,
          )
          .onConflictDoUpdate({
            target: [notifications.accountId, notifications.dedupe],
            set: {
              count: sql`${notifications.count} + 1`,
              at,
              title: sql`excluded.title`,
              detail: sql`excluded.detail`,
              link: sql`excluded.link`,
              readAt: null,
              // A duty is mailed once; news go into the next digest again. [NT4]
              mailedAt: isDuty(kind) ? sql`${notifications.mailedAt}` : null,
            },
          }),
      ];
    },
    /** What happened last first; `before` is the last of the page before. */
    async list(
      account: AccountId,
      limit: number,
      before?: { readonly at: EpochMs; readonly id: number },
    ): Promise<Notification[]> {
      const rows = await db
        .select()
        .from(notifications)
        .where(
          and(
            eq(notifications.accountId, account),
            before &&
              or(
                lt(notifications.at, before.at),
                and(eq(notifications.at, before.at), lt(notifications.id, before.id)),
              ),
          ),
        )
        .orderBy(desc(notifications.at), desc(notifications.id))
        .limit(limit);
      return rows.map(toNotification);
    },
    async countUnread(account: AccountId): Promise<number> {
      const row = await db
        .select({ count: sql<number>`count(*)` })
        .from(notifications)
        .where(unread(account))
        .get();
      return row?.count ?? 0;
    },
    /** Marks one's own as read: those of `ids`, or all up to `upTo`. */
    async markRead(
      account: AccountId,
      which: { readonly ids: readonly number[] } | { readonly upTo: number },
      at: EpochMs,
    ): Promise<void> {
      const chosen =
        "ids" in which
          ? sql`${notifications.id} in (select value from json_each(${JSON.stringify(which.ids)}))`
          : lte(notifications.id, which.upTo);
      await db
        .update(notifications)
        .set({ readAt: at })
        .where(and(unread(account), chosen));
    },

    async digestOf(account: AccountId): Promise<Digest> {
      const row = await db
        .select({ digest: notificationSettings.digest })
        .from(notificationSettings)
        .where(eq(notificationSettings.accountId, account))
        .get();
      return row?.digest ?? "daily";
    },
    /** What was left out while there were no digests is not told later. [NT8] */
    async setDigest(account: AccountId, digest: Digest, at: EpochMs): Promise<void> {
      const wasOff = sql`exists (select 1 from ${notificationSettings} where ${notificationSettings.accountId} = ${account} and ${notificationSettings.digest} = 'off')`;
      await db.batch([
        db
          .update(notifications)
          .set({ mailedAt: at })
          .where(
            and(
              eq(notifications.accountId, account),
              isNull(notifications.mailedAt),
              inArray(notifications.kind, [...NEWS_KINDS]),
              wasOff,
            ),
          ),
        db
          .insert(notificationSettings)
          .values({ accountId: account, digest })
          .onConflictDoUpdate({ target: notificationSettings.accountId, set: { digest } }),
      ]);
    },

    /** Unread duties that no mail was made for, oldest first. `demo`: those of demo accounts, too. [NT4, NT11] */
    async unmailedDuties(demo: boolean, limit: number): Promise<Unmailed[]> {
      const { reader, where } = unmailed(demo);
      const rows = await db
        .select({ ...reader, row: notifications })
        .from(notifications)
        .innerJoin(accounts, eq(accounts.id, notifications.accountId))
        .leftJoin(notificationSettings, eq(notificationSettings.accountId, accounts.id))
        .where(and(where, sql`${notifications.kind} not in (select value from json_each(${NEWS}))`))
        .orderBy(asc(notifications.id))
        .limit(limit);
      return rows.map(({ row, ...rest }) => ({ ...rest, notification: toNotification(row) }));
    },
    /** Accounts with unread, unmailed news that want digests, by id; `after` is the last of the page before. [NT5] */
    async waitingForDigest(demo: boolean, limit: number, after = ""): Promise<WaitingForDigest[]> {
      const { reader, where } = unmailed(demo);
      return (
        db
          // SQLite takes the other columns from the row with the minimum.
          .select({ ...reader, accountId: accounts.id, oldestAt: sql<number>`min(${notifications.at})` })
          .from(notifications)
          .innerJoin(accounts, eq(accounts.id, notifications.accountId))
          .leftJoin(notificationSettings, eq(notificationSettings.accountId, accounts.id))
          .where(
            and(
              where,
              sql`${notifications.kind} in (select value from json_each(${NEWS}))`,
              sql`coalesce(${notificationSettings.digest}, 'daily') <> 'off'`,
              sql`${accounts.id} > ${after}`,
            ),
          )
          .groupBy(accounts.id)
          .orderBy(asc(accounts.id))
          .limit(limit)
      );
    },
    /** Unread, unmailed news of an account from before `due`, oldest first. */
    async newsBefore(account: AccountId, due: EpochMs, limit: number): Promise<Notification[]> {
      const rows = await db
        .select()
        .from(notifications)
        .where(
          and(
            unread(account),
            isNull(notifications.mailedAt),
            lt(notifications.at, due),
            sql`${notifications.kind} in (select value from json_each(${NEWS}))`,
          ),
        )
        .orderBy(asc(notifications.at), asc(notifications.id))
        .limit(limit);
      return rows.map(toNotification);
    },
    /** For the batch that puts the mail into the outbox. */
    mailedStatements(ids: readonly number[], at: EpochMs): DbStatement[] {
      return [
        db
          .update(notifications)
          .set({ mailedAt: at })
          .where(sql`${notifications.id} in (select value from json_each(${JSON.stringify(ids)}))`),
      ];
    },
  };
}

/** As one parameter: D1 takes at most 100 a statement. */
const NEWS = JSON.stringify(NEWS_KINDS);
