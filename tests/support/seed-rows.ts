/**
 * One row of each kind that a database in use holds, as the first migration
 * knows them. Written as SQL, not through the schema: a later schema must find
 * rows that an earlier program wrote.
 */
import type { SqlStatement, SqlValue } from "../../db/sql-connection.ts";

export const SEEDED = {
  authority: "01JE0000000000000000000001",
  account: "01JA0000000000000000000001",
  policy: "01JD0000000000000000000001",
  version: "01JF0000000000000000000001",
} as const;

const put = (sql: string, ...params: SqlValue[]): SqlStatement => ({ sql, params });

export function seedRows(): SqlStatement[] {
  const { authority, account, policy, version } = SEEDED;
  const hash = "a".repeat(64);
  return [
    put(
      `insert into authorities (id, name, office, spelling, region, province, gazette, time_zone, created_at, updated_at)
       values (?, 'Palu', 'WALI KOTA PALU', 'Wali Kota', 'Kota Palu', 'Sulawesi Tengah', 'Berita Daerah', 'Asia/Makassar', 1, 1)`,
      authority,
    ),
    put(
      "insert into accounts (id, name, email, created_at, updated_at) values (?, 'Ani', 'ani@example.id', 1, 1)",
      account,
    ),
    put(
      `insert into policies (id, authority_id, document_type, title, stage, created_by, created_at, updated_at)
       values (?, ?, 'perkada', 'T', 'drafting', ?, 1, 1)`,
      policy,
      authority,
      account,
    ),
    put(
      "insert into policy_members (policy_id, account_id, role, created_at) values (?, ?, 'owner', 1)",
      policy,
      account,
    ),
    put(
      `insert into versions (id, policy_id, number, label, author, authors, at, epoch, log_seq, op_id, hash, title, document_type)
       values (?, ?, 1, 'Rancangan 1', ?, '[]', 10, 1, 1, 'op', ?, 'T', 'perkada')`,
      version,
      policy,
      account,
      hash,
    ),
    put(
      "insert into version_parts (version_id, kind, part, bytes) values (?, 'content', 0, ?)",
      version,
      new Uint8Array([123, 125]),
    ),
    put(
      `insert into events (chain, seq, at, actor, action, subject_kind, subject_id, payload_hash, prev_hash, hash)
       values ('system', 1, 1, ?, 'policy.created', 'policy', ?, ?, ?, ?)`,
      account,
      policy,
      hash,
      "0".repeat(64),
      hash,
    ),
    put(
      "insert into event_details (chain, seq, salt, payload) values ('system', 1, ?, '{}')",
      new Uint8Array(16),
    ),
  ];
}
