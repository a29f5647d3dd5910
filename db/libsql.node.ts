/**
 * A SQLite file through libsql, off the event loop: one thread writes with
 * group commit, one reads. A promise of `batch` resolves after COMMIT with
 * `synchronous=FULL`, that is, when the rows are on the disk.
 */
import { resolve } from "node:path";
import { COMMIT_GATE } from "./libsql-messages.ts";
import type { BoundStatement } from "./libsql-messages.ts";
import { SqlError } from "./sql-connection.ts";
import type { SqlConnection, SqlStatement } from "./sql-connection.ts";
import { bindableValues } from "./sql-values.ts";
import { startWorkerQueue } from "./worker-queue.node.ts";

export interface LibsqlOptions {
  /** How long to wait for another process's lock. Default 5000. */
  readonly busyTimeoutMs?: number;
  /** Gives `holdCommits` and `failCommits`, for tests. */
  readonly withCommitGate?: boolean;
}

/** Settings as the open writing connection reports them. */
export interface Pragmas {
  readonly journalMode: string;
  /** 2 is FULL. */
  readonly synchronous: number;
  readonly foreignKeys: number;
  readonly secureDelete: number;
  readonly busyTimeoutMs: number;
}

export interface LibsqlConnection extends SqlConnection {
  pragmas(): Promise<Pragmas>;
  /** Writes a consistent copy of the database to a new file while it is in use. */
  vacuumInto(path: string): Promise<void>;
  /** Moves the write-ahead log into the database file and empties it. */
  checkpoint(): Promise<void>;
  /** Writes the whole database anew, so that nothing erased stays in a free place of a page, and empties the write-ahead log. */
  scrub(): Promise<void>;
  /** Ends both threads at once without flushing, as a crash would; what is outstanding is rejected. */
  terminate(): Promise<void>;
  /** Statements run but COMMIT waits until the returned function is called. Needs `withCommitGate`. */
  holdCommits(): () => void;
  /** Every COMMIT fails, as on a broken disk, until the returned function is called. Needs `withCommitGate`. */
  failCommits(): () => void;
}

const WANTED = { journalMode: "wal", synchronous: 2, foreignKeys: 1, secureDelete: 1 } as const;

/**
 * Opens or creates the file at `path`. Throws `SqlError` when it cannot be
 * opened, or when the database does not take a setting that durability or
 * erasure rests on.
 */
export async function openLibsql(path: string, options: LibsqlOptions = {}): Promise<LibsqlConnection> {
  if (path === "" || path === ":memory:") throw new SqlError("SQLITE_CANTOPEN", "a file path is needed", 0);
  // Absolute, so that libsql cannot take a name such as `http:x` for a remote database.
  const file = resolve(path);
  const busyTimeoutMs = options.busyTimeoutMs ?? 5000;
  const gate = options.withCommitGate ? new SharedArrayBuffer(4) : null;
  // Everything of one event-loop turn shares a commit; a query goes out at the end of its microtasks.
  const writer = await startWorkerQueue({ path: file, role: "writer", busyTimeoutMs, gate }, setImmediate);
  const reader = await startWorkerQueue(
    { path: file, role: "reader", busyTimeoutMs, gate: null },
    queueMicrotask,
  );

  const connection: LibsqlConnection = {
    batch: async (statements) => (statements.length === 0 ? [] : writer.run(statements.map(bind))),
    async query(statement) {
      const [result] = await reader.run([bind(statement)]);
      if (!result) throw new SqlError("SQLITE_INTERNAL", "the database gave no answer", 0);
      return result;
    },
    async pragmas() {
      const value = async (name: string) =>
        (await writer.alone({ sql: `pragma ${name}`, params: [] })).rows[0]?.[0];
      return {
        journalMode: String(await value("journal_mode")),
        synchronous: Number(await value("synchronous")),
        foreignKeys: Number(await value("foreign_keys")),
        secureDelete: Number(await value("secure_delete")),
        busyTimeoutMs: Number(await value("busy_timeout")),
      };
    },
    async vacuumInto(target) {
      await reader.alone({ sql: "vacuum into ?", params: [resolve(target)] });
    },
    async checkpoint() {
      const { rows } = await writer.alone({ sql: "pragma wal_checkpoint(truncate)", params: [] });
      if (rows[0]?.[0] !== 0) throw new SqlError("SQLITE_BUSY", "the write-ahead log is in use", 0);
    },
    async scrub() {
      await writer.alone({ sql: "vacuum", params: [] });
      await connection.checkpoint();
    },
    async close() {
      openGate(COMMIT_GATE.pass);
      await reader.close();
      // Closing the last connection checkpoints as well; this one empties the log for certain.
      await writer.alone({ sql: "pragma wal_checkpoint(truncate)", params: [] }).catch(ignoreClosed);
      await writer.close();
    },
    async terminate() {
      await Promise.all([reader.terminate(), writer.terminate()]);
      openGate(COMMIT_GATE.pass);
    },
    holdCommits: () => setGate(COMMIT_GATE.hold),
    failCommits: () => setGate(COMMIT_GATE.fail),
  };

  function setGate(state: number): () => void {
    if (!gate) throw new Error("open the connection with withCommitGate to hold or fail commits");
    openGate(state);
    return () => openGate(COMMIT_GATE.pass);
  }

  function openGate(state: number): void {
    if (!gate) return;
    const cell = new Int32Array(gate);
    Atomics.store(cell, 0, state);
    Atomics.notify(cell, 0);
  }

  const found = await connection.pragmas();
  for (const [name, wanted] of Object.entries(WANTED)) {
    const value = found[name as keyof Pragmas];
    if (value !== wanted) {
      await connection.close();
      throw new SqlError(
        "SQLITE_CANTOPEN",
        `the database does not take ${name}=${wanted} (it says ${value})`,
        0,
      );
    }
  }
  return connection;
}

function ignoreClosed(error: unknown): void {
  if (!(error instanceof SqlError)) throw error;
}

/** Checked and copied on the caller's thread, so that a refusal has the caller's stack and later changes do not count. */
function bind({ sql, params }: SqlStatement): BoundStatement {
  if (typeof sql !== "string") throw new TypeError("SQL must be text");
  return { sql, params: bindableValues(params) };
}
