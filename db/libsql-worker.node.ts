/**
 * The only file that imports libsql: a thread that owns one connection. The
 * writer commits what it is handed as one transaction with a savepoint per
 * batch; the reader answers queries from the last commit.
 */
import { parentPort, workerData } from "node:worker_threads";
import Database from "libsql";
import { COMMIT_GATE, MIN_TRANSFER_BYTES } from "./libsql-messages.ts";
import type {
  BatchOutcome,
  BoundBatch,
  BoundStatement,
  SqlFailure,
  WorkerOptions,
  WorkerReply,
  WorkerRequest,
} from "./libsql-messages.ts";
import { shapeOf } from "./sql-text.ts";
import type { SqlShape } from "./sql-text.ts";
import type { SqlResult, SqlValue } from "./sql-connection.ts";

/** Uncached, each `prepare` holds about 2.5 kB until it is collected. */
const MAX_CACHED_STATEMENTS = 500;

interface Prepared {
  readonly statement: Database.Statement;
  readonly shape: SqlShape;
  readonly returnsRows: boolean;
  /** Its rows are rows that it wrote. */
  readonly countsRows: boolean;
}

class StatementError extends Error {
  readonly failure: SqlFailure;
  constructor(failure: SqlFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

const options = workerData as WorkerOptions;
const port = parentPort;
if (!port) throw new Error("libsql-worker runs as a worker thread only");
const gate = options.gate === null ? null : new Int32Array(options.gate);
const cache = new Map<string, Prepared>();
const database = open();

function open(): Database.Database {
  const opened = new Database(options.path, { timeout: options.busyTimeoutMs });
  opened.defaultSafeIntegers(true);
  opened.exec(`pragma busy_timeout = ${options.busyTimeoutMs}`);
  if (options.role === "writer") {
    // secure_delete before the first page is written, so that nothing deleted stays readable on disk.
    opened.exec("pragma secure_delete = on");
    opened.exec("pragma journal_mode = wal");
    opened.exec("pragma synchronous = full");
    opened.exec("pragma journal_size_limit = 67108864");
  } else {
    opened.exec("pragma query_only = on");
  }
  opened.exec("pragma foreign_keys = on");
  return opened;
}

function prepare(sql: string): Prepared {
  const known = cache.get(sql);
  if (known) {
    // Re-inserted: a Map keeps insertion order, so the first key is the least recently used.
    cache.delete(sql);
    cache.set(sql, known);
    return known;
  }
  const shape = shapeOf(sql);
  if (shape.refusal !== null) throw refuse("SQLITE_MISUSE", shape.refusal);
  const statement = database.prepare(sql);
  const returnsRows = statement.reader;
  if (returnsRows) statement.raw();
  const prepared: Prepared = {
    statement,
    shape,
    returnsRows,
    countsRows:
      returnsRows && !/^\s*(select|pragma|explain|values)\b/i.test(sql) && /\breturning\b/i.test(sql),
  };
  cache.set(sql, prepared);
  if (cache.size > MAX_CACHED_STATEMENTS) {
    const oldest = cache.keys().next();
    if (!oldest.done) cache.delete(oldest.value);
  }
  return prepared;
}

function execute({ sql, params }: BoundStatement): SqlResult {
  const { statement, shape, returnsRows, countsRows } = prepare(sql);
  if (params.length !== shape.parameters) {
    throw refuse(
      "SQLITE_RANGE",
      `the statement takes ${shape.parameters} values and was given ${params.length}`,
    );
  }
  // One array of plain values, bytes as Buffer: every other form of binding has crashed or lost data.
  const values = params.map((value) =>
    value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value,
  );
  if (!returnsRows) return { rows: [], changes: statement.run(values).changes };
  const rows = (statement.all(values) as unknown[][]).map((row) => row.map(fromDriver));
  return { rows, changes: countsRows ? rows.length : 0 };
}

function fromDriver(value: unknown): SqlValue {
  if (typeof value === "bigint") {
    return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
  }
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return value as SqlValue;
}

function refuse(code: string, message: string): StatementError {
  return new StatementError({ code, message, index: 0 });
}

function failureOf(error: unknown, index: number): SqlFailure {
  if (error instanceof StatementError) return { ...error.failure, index };
  const { code, message } = error as { code?: unknown; message?: unknown };
  return { code: typeof code === "string" ? code : "SQLITE_ERROR", message: String(message), index };
}

function runStatements(batch: BoundBatch): BatchOutcome {
  const results: SqlResult[] = [];
  for (const [index, statement] of batch.entries()) {
    try {
      results.push(execute(statement));
    } catch (error) {
      cache.delete(statement.sql);
      return { failure: failureOf(error, index) };
    }
  }
  return { results };
}

function rollBack(): void {
  if (database.inTransaction) database.exec("rollback");
}

/** Within an open transaction. Null when it ended early and each batch must be tried by itself. */
function commitTogether(batches: readonly BoundBatch[]): BatchOutcome[] | null {
  const outcomes: BatchOutcome[] = [];
  for (const batch of batches) {
    database.exec("savepoint batch");
    const outcome = runStatements(batch);
    // Some errors (a full disk, RAISE(ROLLBACK)) end the whole transaction.
    if (!database.inTransaction) return null;
    if ("failure" in outcome) database.exec("rollback to batch");
    database.exec("release batch");
    outcomes.push(outcome);
  }
  waitAtGate();
  database.exec("commit");
  return outcomes;
}

function waitAtGate(): void {
  if (!gate) return;
  while (Atomics.load(gate, 0) === COMMIT_GATE.hold) Atomics.wait(gate, 0, COMMIT_GATE.hold);
  if (Atomics.load(gate, 0) === COMMIT_GATE.fail) throw refuse("SQLITE_IOERR", "the commit was made to fail");
}

function commitOne(batch: BoundBatch): BatchOutcome {
  try {
    database.exec("begin immediate");
    const outcome = runStatements(batch);
    if ("failure" in outcome) {
      rollBack();
      return outcome;
    }
    waitAtGate();
    database.exec("commit");
    return outcome;
  } catch (error) {
    rollBack();
    return { failure: failureOf(error, batch.length) };
  }
}

function commit(batches: readonly BoundBatch[]): BatchOutcome[] {
  const [only] = batches;
  if (batches.length === 1 && only) return [commitOne(only)];
  try {
    database.exec("begin immediate");
  } catch (error) {
    // Locked by another process: trying each by itself would wait the busy timeout as often.
    return batches.map(() => ({ failure: failureOf(error, 0) }));
  }
  let together: BatchOutcome[] | null = null;
  try {
    together = commitTogether(batches);
  } catch {
    // A deferred foreign key fails at COMMIT and takes innocent batches with it: below each stands alone.
  }
  if (together) return together;
  rollBack();
  return batches.map(commitOne);
}

/** Not through the cache, whose shape check refuses VACUUM. */
function runAlone({ sql, params }: BoundStatement): BatchOutcome {
  try {
    // VACUUM INTO writes another file, which a reader's query_only would refuse.
    database.exec("pragma query_only = off");
    const statement = database.prepare(sql);
    if (!statement.reader) {
      statement.run([...params]);
      return { results: [{ rows: [], changes: 0 }] };
    }
    const rows = (statement.raw().all([...params]) as unknown[][]).map((row) => row.map(fromDriver));
    return { results: [{ rows, changes: 0 }] };
  } catch (error) {
    return { failure: failureOf(error, 0) };
  } finally {
    if (options.role === "reader") database.exec("pragma query_only = on");
  }
}

function answer(request: WorkerRequest): WorkerReply {
  switch (request.kind) {
    case "run":
      return {
        outcomes: options.role === "writer" ? commit(request.batches) : request.batches.map(runStatements),
      };
    case "alone":
      return { outcomes: [runAlone(request.statement)] };
    case "close":
      cache.clear();
      database.close();
      port?.close();
      return { outcomes: [] };
  }
}

/** Large blobs travel by transfer; each was copied out of the driver's memory, so each has a buffer of its own. */
function buffersIn(reply: WorkerReply): ArrayBuffer[] {
  const buffers: ArrayBuffer[] = [];
  for (const outcome of reply.outcomes) {
    if ("failure" in outcome) continue;
    for (const { rows } of outcome.results) {
      for (const row of rows) {
        for (const value of row) {
          if (value instanceof Uint8Array && value.byteLength >= MIN_TRANSFER_BYTES) {
            buffers.push(value.buffer as ArrayBuffer);
          }
        }
      }
    }
  }
  return buffers;
}

port.on("message", (request: WorkerRequest) => {
  const reply = answer(request);
  port.postMessage(reply, buffersIn(reply));
});
port.postMessage({ outcomes: [] } satisfies WorkerReply);
