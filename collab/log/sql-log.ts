/**
 * The document log over SQLite. Positions are given out by the database inside
 * the appending transaction, so two processes on one log cannot give one twice;
 * what the connection has waiting shares a commit.
 */
import { SqlError } from "../../db/sql-connection.ts";
import type { SqlConnection, SqlStatement, SqlValue } from "../../db/sql-connection.ts";
import type { PolicyId } from "../../domain/ids.ts";
import { LOAD_SQL, toLoadedDocument, toUpdates, UPDATE_COLUMNS } from "./log-rows.ts";
import { migrateLog, partsOf } from "./log-schema.ts";
import { createSqlArchive } from "./sql-archive.ts";
import { ClientClaimedError, DocumentExistsError, StaleEpochError } from "./update-log.ts";
import type { NewUpdate, UpdateLog } from "./update-log.ts";

/** Null unless document and epoch are the present ones, and a NULL seq fails the commit. */
const INSERT_UPDATE = `
  insert into updates (document_id, seq, part, epoch, actor, cause, at, bytes)
  values ((select id from documents where document = ?),
          (select last_seq - ? from documents where document = ? and epoch = ?), ?, ?, ?, ?, ?, ?)`;

const INSERT_CLAIM = `
  insert into client_owners (document_id, epoch, client, actor)
  values ((select id from documents where document = ?), ?, ?, ?)
  on conflict (document_id, epoch, client)
  do update set actor = case when client_owners.actor = excluded.actor then excluded.actor end`;

/** The log in the database of `connection`, which it closes with itself. */
export async function openSqlLog(connection: SqlConnection): Promise<UpdateLog> {
  await migrateLog(connection);

  async function epochOf(document: PolicyId): Promise<number | null> {
    const { rows } = await connection.query({
      sql: "select epoch from documents where document = ?",
      params: [document],
    });
    const epoch = rows[0]?.[0];
    return epoch === undefined ? null : Number(epoch);
  }

  /** Why a write for `epoch` was refused. */
  async function explain(error: unknown, document: PolicyId, epoch: number): Promise<unknown> {
    if (!(error instanceof SqlError) || !error.code.startsWith("SQLITE_CONSTRAINT")) return error;
    if (error.message.includes("client_owners.actor")) {
      return new ClientClaimedError(`a client id of ${document} belongs to somebody else`, { cause: error });
    }
    const present = await epochOf(document);
    if (present === null) return new Error(`document ${document} was never created`, { cause: error });
    if (present !== epoch) return stale(document, epoch, present);
    return error;
  }

  return {
    async load(document) {
      const { rows } = await connection.query({ sql: LOAD_SQL, params: [document] });
      return toLoadedDocument(rows);
    },

    async create(document, first) {
      try {
        await connection.batch([
          {
            sql: "insert into documents (document, epoch, last_seq, tail_after) values (?, 1, 1, 0)",
            params: [document],
          },
          ...rowsOf(document, 1, [first]),
        ]);
      } catch (error) {
        if (error instanceof SqlError && error.message.includes("documents.document")) {
          throw new DocumentExistsError(`document ${document} exists already`, { cause: error });
        }
        throw error;
      }
    },

    async append(document, epoch, updates) {
      if (updates.length === 0) throw new RangeError("an append has at least one update");
      try {
        const [advanced] = await connection.batch([
          {
            sql: "update documents set last_seq = last_seq + ? where document = ? and epoch = ? returning last_seq",
            params: [updates.length, document, epoch],
          },
          ...rowsOf(document, epoch, updates),
        ]);
        return Number(advanced?.rows[0]?.[0]);
      } catch (error) {
        throw await explain(error, document, epoch);
      }
    },

    async compact(document, epoch, seq, snapshot, shape) {
      const mayReplace =
        "document = ? and epoch = ? and last_seq >= ? and snapshot_seq < ? and tail_after <= ?";
      const which: SqlValue[] = [document, epoch, seq, seq, seq];
      const results = await connection.batch([
        ...partsOf(snapshot).map((bytes, part) => ({
          sql: `insert into snapshots (document_id, seq, part, bytes, texts) select id, ?, ?, ?, ? from documents where ${mayReplace}`,
          params: [seq, part, bytes, part === 0 ? (shape?.texts ?? null) : null, ...which],
        })),
        {
          sql: `update documents set snapshot_seq = ?, tail_after = ?, snapshot_state_vector = ?, snapshot_deletes_at = ?
                where ${mayReplace} returning id`,
          params: [seq, seq, shape?.stateVector ?? null, shape?.deletesAt ?? null, ...which],
        },
        {
          sql: `delete from snapshots where document_id = (select id from documents where document = ?)
                and seq < (select snapshot_seq from documents where document = ?)`,
          params: [document, document],
        },
      ]);
      if (results.at(-2)?.rows.length === 1) return;
      const { rows } = await connection.query({
        sql: "select epoch, last_seq from documents where document = ?",
        params: [document],
      });
      const [present, lastSeq] = rows[0] ?? [];
      if (present === undefined) throw new Error(`document ${document} was never created`);
      if (Number(present) !== epoch) throw stale(document, epoch, Number(present));
      if (Number(lastSeq) < seq)
        throw new RangeError(`a snapshot up to ${seq}, but the log ends at ${lastSeq}`);
    },

    async history(document, after, limit) {
      // Positions have no gap, so a range of them is a limit on rows, however many parts each has.
      const { rows } = await connection.query({
        sql: `select ${UPDATE_COLUMNS} from updates
              where document_id = (select id from documents where document = ?) and seq > ? and seq <= ?`,
        params: [document, after, after + limit],
      });
      return toUpdates(rows);
    },

    async authorsSince(document, after, upTo = Number.MAX_SAFE_INTEGER) {
      const { rows } = await connection.query({
        sql: `select distinct actor from updates
              where document_id = (select id from documents where document = ?) and seq > ? and seq <= ?
                and cause in ('typed', 'command') and actor is not null
              order by actor`,
        params: [document, after, upTo],
      });
      return rows.map(([actor]) => actor as NonNullable<NewUpdate["actor"]>);
    },

    archive: createSqlArchive(connection, firstRow),

    close: () => connection.close(),
  };
}

/** The row with which an epoch begins, its position being the document's present `last_seq`. */
function firstRow(document: PolicyId, epoch: number, state: NewUpdate): SqlStatement[] {
  return [
    ...rowsOf(document, epoch, [state]),
    {
      sql: "insert into epoch_starts (document_id, epoch, seq) select id, epoch, last_seq from documents where document = ?",
      params: [document],
    },
  ];
}

/**
 * Puts every document into a new epoch with its content as it is. After a
 * restore this keeps replicas that know a later past from merging it in.
 */
export async function startNewEpochs(connection: SqlConnection): Promise<void> {
  await migrateLog(connection);
  await connection.batch([{ sql: "update documents set epoch = epoch + 1", params: [] }]);
}

/** The rows of an append whose positions end at the document's present `last_seq`. */
function rowsOf(document: PolicyId, epoch: number, updates: readonly NewUpdate[]): SqlStatement[] {
  return updates.flatMap(({ update, actor, cause, at, claims = [] }, index) => [
    ...partsOf(update).map((bytes, part) => ({
      sql: INSERT_UPDATE,
      params: [document, updates.length - 1 - index, document, epoch, part, epoch, actor, cause, at, bytes],
    })),
    ...claims.map((client) => ({ sql: INSERT_CLAIM, params: [document, epoch, client, actor ?? ""] })),
  ]);
}

function stale(document: PolicyId, epoch: number, present: number): StaleEpochError {
  return new StaleEpochError(`document ${document} is in epoch ${present}, not ${epoch}`);
}
