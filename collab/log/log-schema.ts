/**
 * The tables of the document log. They are not drizzle's: on Node they live in
 * a file of their own (`rooms.db`), on Cloudflare inside each document's object.
 */
import type { SqlConnection, SqlStatement } from "../../db/sql-connection.ts";

/** A Durable Object caps a row at 2 MB; every blob is cut well below. */
export const MAX_PART_BYTES = 900 * 1024;

/** Each entry is applied once, in order, as one transaction. Only ever appended to. */
const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `create table documents (
       id integer primary key,
       document text not null unique,
       epoch integer not null check (epoch >= 1),
       last_seq integer not null check (last_seq >= 1),
       -- Rows up to here are not needed to load: the snapshot covers them, or an earlier epoch ended with them.
       tail_after integer not null check (tail_after <= last_seq),
       snapshot_seq integer not null default 0 check (snapshot_seq <= tail_after)
     )`,
    // Rows that a snapshot covers stay here, for attribution and history: the key keeps them out of the tail's range.
    `create table updates (
       document_id integer not null references documents (id),
       seq integer not null check (seq >= 1),
       part integer not null check (part >= 0),
       epoch integer not null,
       actor text,
       cause text not null check (cause in ('typed', 'command', 'anchor', 'repair')),
       at integer not null,
       bytes blob not null check (length(bytes) <= ${MAX_PART_BYTES}),
       primary key (document_id, seq, part)
     ) without rowid`,
    `create table snapshots (
       document_id integer not null references documents (id),
       seq integer not null,
       part integer not null,
       bytes blob not null check (length(bytes) <= ${MAX_PART_BYTES}),
       primary key (document_id, seq, part)
     )`,
    // actor '' is the server: a claim by another owner becomes NULL, which fails the commit.
    `create table client_owners (
       document_id integer not null references documents (id),
       epoch integer not null,
       client integer not null,
       actor text not null,
       primary key (document_id, epoch, client)
     ) without rowid`,
  ],
  [
    // Where an epoch begins with a state of its own; after a restore it goes on with the rows before, and has no row here.
    `create table epoch_starts (
       document_id integer not null references documents (id),
       epoch integer not null,
       seq integer not null,
       primary key (document_id, epoch)
     ) without rowid`,
    // Who wrote what, derived from the rows above (../history); may be thrown away at any time and is then derived anew.
    `create table passages (
       id integer primary key,
       document_id integer not null references documents (id),
       first_seq integer not null,
       seq integer not null,
       -- At which row it was complete; null while its author may still be writing.
       settled_seq integer,
       since integer not null,
       at integer not null,
       cid text,
       actor text,
       cause text not null,
       act text not null,
       other text,
       pieces text not null
     )`,
    `create index passages_newest on passages (document_id, seq, id)`,
    `create index passages_of_clause on passages (document_id, cid, seq)`,
    `create index passages_of_person on passages (document_id, actor, seq)`,
    // The clause holds words that stood in the other one until that row: a split, a join, or an id given anew.
    `create table clause_lines (
       document_id integer not null references documents (id),
       cid text not null,
       seq integer not null,
       other text not null,
       primary key (document_id, cid, seq, other)
     ) without rowid`,
    // How far the derivation has come, and what it needs to go on from there.
    `create table history_progress (
       document_id integer primary key references documents (id),
       format integer not null,
       seq integer not null,
       open text not null
     )`,
    `create table history_states (
       document_id integer not null references documents (id),
       part integer not null,
       bytes blob not null check (length(bytes) <= ${MAX_PART_BYTES}),
       primary key (document_id, part)
     )`,
  ],
  [
    // What a room needs to know of the snapshot without opening it; null for snapshots from before.
    "alter table documents add column snapshot_state_vector blob",
    "alter table documents add column snapshot_deletes_at integer",
  ],
  [
    // Where the texts of a small document stand, so that typing in it needs no document; with part 0, if known.
    "alter table snapshots add column texts blob",
  ],
];

/** Creates or upgrades the tables. Throws when a newer program wrote them. */
export async function migrateLog(connection: SqlConnection): Promise<void> {
  await connection.batch([
    { sql: "create table if not exists log_migrations (version integer primary key)", params: [] },
  ]);
  const { rows } = await connection.query({ sql: "select max(version) from log_migrations", params: [] });
  const version = Number(rows[0]?.[0] ?? 0);
  if (version > MIGRATIONS.length) {
    throw new Error("the document log was written by a newer version of Rembuk");
  }
  for (const [index, statements] of MIGRATIONS.entries()) {
    if (index < version) continue;
    await connection.batch([
      ...statements.map((sql): SqlStatement => ({ sql, params: [] })),
      { sql: "insert into log_migrations (version) values (?)", params: [index + 1] },
    ]);
  }
}

/** Cuts into parts of at most `MAX_PART_BYTES`; no bytes at all are one empty part. */
export function partsOf(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let start = 0; start < bytes.byteLength; start += MAX_PART_BYTES) {
    parts.push(bytes.subarray(start, start + MAX_PART_BYTES));
  }
  return parts.length === 0 ? [bytes] : parts;
}

/** Puts parts together again. */
export function joinParts(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.byteLength;
  }
  return whole;
}
