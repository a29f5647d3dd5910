/** Who is told what, and the mails that go out. Both are written in the batch of the act they tell of. */
import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import type { Digest, NotificationKind } from "../../domain/notifications/notification.ts";
import { accounts } from "./accounts.ts";
import { policies } from "./policies.ts";

export const notifications = sqliteTable(
  "notifications",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    accountId: text("account_id")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    kind: text().$type<NotificationKind>().notNull(),
    policyId: text("policy_id")
      .$type<PolicyId>()
      .references(() => policies.id),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    title: text().notNull(),
    detail: text(),
    link: text().notNull(),
    count: integer().notNull().default(1),
    at: integer().notNull(),
    readAt: integer("read_at"),
    /** When a mail or a digest with it was put into the outbox. */
    mailedAt: integer("mailed_at"),
    dedupe: text().notNull(),
  },
  (table) => [
    unique("notifications_dedupe").on(table.accountId, table.dedupe),
    index("notifications_account").on(table.accountId, table.id),
    index("notifications_unmailed")
      .on(table.accountId, table.at)
      .where(sql`mailed_at is null`),
    check(
      "notifications_link",
      sql`substr(${table.link}, 1, 1) = '/' and substr(${table.link}, 2, 1) <> '/'`,
    ),
    check("notifications_count", sql`${table.count} >= 1`),
  ],
);

/** No row: daily. */
export const notificationSettings = sqliteTable(
  "notification_settings",
  {
    accountId: text("account_id")
      .$type<AccountId>()
      .primaryKey()
      .references(() => accounts.id),
    digest: text().$type<Digest>().notNull(),
  },
  (table) => [check("notification_settings_digest", sql`${table.digest} in ('daily', 'weekly', 'off')`)],
);

/** Mails that wait or were sent; sent ones are deleted after 30 days. */
export const outbox = sqliteTable(
  "outbox",
  {
    id: text().primaryKey(),
    recipient: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    /** What sort of mail it is: `digest`, a kind of notification, `receipt.answered`. */
    kind: text().notNull(),
    dedupe: text().notNull().unique(),
    createdAt: integer("created_at").notNull(),
    sentAt: integer("sent_at"),
    /** Who delivered it by hand. */
    deliveredBy: text("delivered_by")
      .$type<AccountId>()
      .references(() => accounts.id),
    attempts: integer().notNull().default(0),
    lastError: text("last_error"),
    /** Null: it is not tried again by itself. */
    nextAttemptAt: integer("next_attempt_at"),
  },
  (table) => [
    index("outbox_due")
      .on(table.nextAttemptAt)
      .where(sql`sent_at is null`),
    index("outbox_created").on(table.createdAt, table.id),
    check(
      "outbox_one_line",
      sql`instr(${table.subject}, char(10)) = 0 and instr(${table.recipient}, char(10)) = 0`,
    ),
  ],
);
