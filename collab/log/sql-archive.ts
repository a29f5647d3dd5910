/** The archive over the tables of the log (`log-schema.ts`). */
import { SqlError, type SqlConnection, type SqlStatement, type SqlValue } from "../../db/sql-connection.ts";
import type { Passage } from "../../domain/history/passage.ts";
import type { AccountId, Cid, PolicyId } from "../../domain/ids.ts";
import type { WordMark } from "../../domain/versions/word-marks.ts";
import type { Archive, ArchivedRow, ArchiveHead, NewPassage } from "./archive.ts";
import { toUpdates, UPDATE_COLUMNS } from "./log-rows.ts";
import { joinParts, partsOf } from "./log-schema.ts";
import { StaleEpochError, type NewUpdate } from "./update-log.ts";

const ID = "(select id from documents where document = ?)";

/** Writes the first row of epoch `next`; fails when the document is in another. */
export type FirstRow = (document: PolicyId, next: number, state: NewUpdate) => SqlStatement[];

export function createSqlArchive(connection: SqlConnection, firstRow: FirstRow): Archive {
  const query = async (sql: string, params: readonly SqlValue[]) =>
    (await connection.query({ sql, params })).rows;

  async function head(document: PolicyId): Promise<ArchiveHead | null> {
    const [row] = await query("select epoch, last_seq from documents where document = ?", [document]);
    return row === undefined ? null : { epoch: Number(row[0]), lastSeq: Number(row[1]) };
  }

  return {
    head,

    async rows(document, after, limit) {
      const range = [document, after, after + limit];
      const [rows, epochs, starts] = await Promise.all([
        query(
          `select ${UPDATE_COLUMNS} from updates where document_id = ${ID} and seq > ? and seq <= ?`,
          range,
        ),
        query(
          `select seq, epoch from updates where document_id = ${ID} and seq > ? and seq <= ? and part = 0`,
          range,
        ),
        query(`select seq from epoch_starts where document_id = ${ID}`, [document]),
      ]);
      const epochOf = new Map(epochs.map(([seq, epoch]) => [Number(seq), Number(epoch)]));
      const whole = new Set(starts.map(([seq]) => Number(seq)));
      return toUpdates(rows).map((row): ArchivedRow => {
        const { seq } = row;
        return { ...row, epoch: epochOf.get(seq) ?? 1, wholeState: seq === 1 || whole.has(seq) };
      });
    },

    async progress(document) {
      const [row] = await query(`select format, seq, open from history_progress where document_id = ${ID}`, [
        document,
      ]);
      if (row === undefined) return null;
      const parts = await query(`select bytes from history_states where document_id = ${ID} order by part`, [
        document,
      ]);
      const state = joinParts(parts.map(([bytes]) => bytes as Uint8Array));
      return { format: Number(row[0]), seq: Number(row[1]), open: String(row[2]), state };
    },

    async keep(document, { settled, open, lines, progress }) {
      await connection.batch([
        {
          sql: `delete from passages where document_id = ${ID} and settled_seq is null`,
          params: [document],
        },
        ...[...settled, ...open].map((passage) => insertPassage(document, passage)),
        ...lines.map(({ cid, seq, other }) => ({
          sql: `insert or ignore into clause_lines (document_id, cid, seq, other) values (${ID}, ?, ?, ?)`,
          params: [document, cid, seq, other],
        })),
        ...(progress === null
          ? []
          : [
              {
                sql: `insert into history_progress (document_id, format, seq, open) values (${ID}, ?, ?, ?)
                      on conflict (document_id) do update set format = excluded.format, seq = excluded.seq, open = excluded.open`,
                params: [document, progress.format, progress.seq, progress.open],
              },
              { sql: `delete from history_states where document_id = ${ID}`, params: [document] },
              ...partsOf(progress.state).map((bytes, part) => ({
                sql: `insert into history_states (document_id, part, bytes) values (${ID}, ?, ?)`,
                params: [document, part, bytes],
              })),
            ]),
      ]);
    },

    async forgetDerived(document, seq) {
      await connection.batch(forgetDerived(document, seq));
    },

    async passages(document, { cid, person, from, to, before, limit }) {
      const where = ["p.document_id = d.id"];
      const params: SqlValue[] = [];
      const narrow = (condition: string, ...values: SqlValue[]) => {
        where.push(condition);
        params.push(...values);
      };
      if (cid === undefined) narrow("(p.act <> 'first' or p.cid is null)");
      else narrow("exists (select 1 from line where line.cid = p.cid and p.seq <= line.up_to)");
      if (person !== undefined) narrow("p.actor = ?", person);
      if (from !== undefined) narrow("p.at >= ?", from);
      if (to !== undefined) narrow("p.at < ?", to);
      if (before !== undefined) narrow("(p.seq, p.id) < (?, ?)", before.seq, before.id);
      const rows = await query(
        `with recursive d as (select id from documents where document = ?),
         line(cid, up_to) as (
           select ?, 9e15
           union
           select l.other, min(l.seq, line.up_to) from clause_lines l, line, d
             where l.document_id = d.id and l.cid = line.cid and l.seq < line.up_to)
         select p.id, p.first_seq, p.seq, p.since, p.at, p.cid, p.actor, p.cause, p.act, p.other, p.pieces, p.settled_seq
         from passages p, d where ${where.join(" and ")} order by p.seq desc, p.id desc limit ?`,
        [document, cid ?? "", ...params, limit],
      );
      return rows.map(toPassage);
    },

    async writers(document) {
      const rows = await query(
        `select actor, max(at) from passages where document_id = ${ID} and actor is not null group by actor order by 2 desc`,
        [document],
      );
      return rows.map(([actor, at]) => ({ actor: actor as AccountId, at: Number(at) }));
    },

    async erase(document, { head: seen, rows, state }) {
      const next = seen.epoch + 1;
      try {
        await connection.batch([
          {
            // Every right-hand side sees the old row. When it hits nothing, the first row of the epoch fails.
            sql: `update documents set epoch = ?, tail_after = last_seq, snapshot_seq = 0, last_seq = last_seq + 1
                  where document = ? and epoch = ? and last_seq = ?`,
            params: [next, document, seen.epoch, seen.lastSeq],
          },
          ...firstRow(document, next, state),
          { sql: `delete from snapshots where document_id = ${ID}`, params: [document] },
          ...rows.flatMap((row) => rewriteRow(document, row)),
          ...forgetDerived(document, 0),
        ]);
      } catch (error) {
        if (!(error instanceof SqlError) || !error.code.startsWith("SQLITE_CONSTRAINT")) throw error;
        throw new StaleEpochError(`document ${document} changed while it was being erased`, { cause: error });
      }
      return next;
    },
  };
}

/** Later parts go; the first keeps who, when and why. */
function rewriteRow(
  document: PolicyId,
  { seq, update }: { readonly seq: number; readonly update: Uint8Array },
): SqlStatement[] {
  const [first, ...rest] = partsOf(update) as [Uint8Array, ...Uint8Array[]];
  return [
    {
      sql: `delete from updates where document_id = ${ID} and seq = ? and part > 0`,
      params: [document, seq],
    },
    {
      sql: `update updates set bytes = ? where document_id = ${ID} and seq = ? and part = 0`,
      params: [first, document, seq],
    },
    ...rest.map((bytes, index) => ({
      sql: `insert into updates (document_id, seq, part, epoch, actor, cause, at, bytes)
            select document_id, seq, ?, epoch, actor, cause, at, ? from updates
            where document_id = ${ID} and seq = ? and part = 0`,
      params: [index + 1, bytes, document, seq],
    })),
  ];
}

function forgetDerived(document: PolicyId, seq: number): SqlStatement[] {
  const after: SqlStatement[] = [
    {
      sql: `delete from passages where document_id = ${ID} and (settled_seq is null or settled_seq > ?)`,
      params: [document, seq],
    },
    { sql: `delete from clause_lines where document_id = ${ID} and seq > ?`, params: [document, seq] },
  ];
  if (seq > 0) return after;
  return [
    ...after,
    { sql: `delete from history_progress where document_id = ${ID}`, params: [document] },
    { sql: `delete from history_states where document_id = ${ID}`, params: [document] },
  ];
}

function insertPassage(document: PolicyId, passage: NewPassage): SqlStatement {
  const { firstSeq, seq, settledSeq, since, at, cid, actor, cause, act, other, pieces } = passage;
  const told = JSON.stringify(pieces);
  return {
    sql: `insert into passages (document_id, first_seq, seq, settled_seq, since, at, cid, actor, cause, act, other, pieces)
          values (${ID}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [document, firstSeq, seq, settledSeq, since, at, cid, actor, cause, act, other, told],
  };
}

function toPassage(row: readonly SqlValue[]): Passage {
  const [id, firstSeq, seq, since, at, cid, actor, cause, act, other, pieces, settledSeq] = row;
  return {
    id: Number(id),
    firstSeq: Number(firstSeq),
    seq: Number(seq),
    since: Number(since),
    at: Number(at),
    cid: cid as Cid | null,
    actor: actor as AccountId | null,
    cause: cause as Passage["cause"],
    act: act as Passage["act"],
    other: other as Cid | null,
    pieces: JSON.parse(String(pieces)) as WordMark[],
    open: settledSeq === null,
  };
}
