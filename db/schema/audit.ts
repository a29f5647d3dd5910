/** The record of every act that matters, hash-chained (`domain/audit/RULES.md`). Rows are only ever added. */
import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AccountId } from "../../domain/ids.ts";
import { bytes } from "./bytes.ts";

export const events = sqliteTable(
  "events",
  {
    /** A policy's id, or `system`. */
    chain: text().notNull(),
    /** From 1, without gap. */
    seq: integer().notNull(),
    at: integer().notNull(),
    /** Null: the system itself. No foreign key: the record outlives the account. */
    actor: text().$type<AccountId>(),
    action: text().notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    payloadHash: text("payload_hash").notNull(),
    prevHash: text("prev_hash").notNull(),
    hash: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.chain, table.seq] }),
    index("events_subject").on(table.subjectKind, table.subjectId),
    index("events_hash").on(table.hash),
    check("events_from_one", sql`${table.seq} >= 1`),
    check(
      "events_hashes",
      sql`length(${table.payloadHash}) = 64 and length(${table.prevHash}) = 64 and length(${table.hash}) = 64`,
    ),
  ],
);

/**
 * What makes an event's payload hash checkable: the salt, and the payload where
 * no row of its own holds it. Deleted when the subject is erased; the chain
 * itself stays whole.
 */
export const eventDetails = sqliteTable(
  "event_details",
  {
    chain: text().notNull(),
    seq: integer().notNull(),
    salt: bytes().notNull(),
    /** JSON; null when a payload reader recomputes it from the subject's rows. */
    payload: text(),
  },
  (table) => [
    primaryKey({ columns: [table.chain, table.seq] }),
    foreignKey({ columns: [table.chain, table.seq], foreignColumns: [events.chain, events.seq] }),
    check("event_details_salt", sql`length(${table.salt}) = 16`),
  ],
);

/**
 * Never holds a row: a batch that lost an optimistic check tries to insert one
 * and fails as a whole on the CHECK (`db/guards.ts`).
 */
export const guards = sqliteTable("guards", { held: integer().notNull() }, (table) => [
  check("guard_held", sql`${table.held} = 1`),
]);
