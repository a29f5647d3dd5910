/**
 * A queue before a worker thread: what arrives while it is busy is handed over
 * together, which for the writer is the group commit. Everything outstanding is
 * rejected when the thread dies, and so is everything after.
 */
import { Worker } from "node:worker_threads";
import type {
  BatchOutcome,
  BoundBatch,
  BoundStatement,
  WorkerOptions,
  WorkerReply,
  WorkerRequest,
} from "./libsql-messages.ts";
import { MIN_TRANSFER_BYTES } from "./libsql-messages.ts";
import { SqlError } from "./sql-connection.ts";
import type { SqlResult } from "./sql-connection.ts";

/** More than this in one transaction would let the first wait too long for the last. */
const MAX_BATCHES_PER_COMMIT = 4096;
const MAX_BYTES_PER_COMMIT = 16 * 1024 * 1024;

interface Job {
  readonly request: { readonly batch: BoundBatch } | { readonly alone: BoundStatement };
  readonly bytes: number;
  readonly resolve: (results: SqlResult[]) => void;
  readonly reject: (error: SqlError) => void;
}

export interface WorkerQueue {
  run(batch: BoundBatch): Promise<SqlResult[]>;
  alone(statement: BoundStatement): Promise<SqlResult>;
  /** Finishes what is queued, then closes the database and ends the thread. */
  close(): Promise<void>;
  /** Ends the thread at once; what is outstanding is rejected. */
  terminate(): Promise<void>;
}

/** Resolves when the worker has opened the database; rejects with what it said otherwise. */
export async function startWorkerQueue(
  options: WorkerOptions,
  schedule: (flush: () => void) => void,
): Promise<WorkerQueue> {
  const worker = new Worker(new URL("./libsql-worker.node.ts", import.meta.url), {
    workerData: options,
    execArgv: ["--disable-warning=ExperimentalWarning"],
    name: `libsql-${options.role}`,
  });
  await opened(worker);

  const waiting: Job[] = [];
  let inFlight: Job[] = [];
  let scheduled = false;
  let death: SqlError | null = null;
  let closing = false;
  let idle: (() => void) | null = null;

  worker.unref();
  worker.on("message", (reply: WorkerReply) => settle(reply.outcomes));
  worker.on("error", (error) => die(`the database thread failed: ${String(error)}`));
  worker.on("exit", (code) => die(`the database thread ended (${code})`));

  function die(message: string): void {
    if (death) return;
    death = new SqlError("WORKER_GONE", message, 0);
    for (const job of [...inFlight.splice(0), ...waiting.splice(0)]) job.reject(death);
    idle?.();
  }

  function settle(outcomes: readonly BatchOutcome[]): void {
    const jobs = inFlight;
    inFlight = [];
    // The next commit starts before callers hear of this one, so that the disk is never idle.
    flush();
    for (const [index, job] of jobs.entries()) {
      const outcome = outcomes[index];
      if (outcome && "results" in outcome) job.resolve(outcome.results);
      else if (outcome)
        job.reject(new SqlError(outcome.failure.code, outcome.failure.message, outcome.failure.index));
      else job.reject(new SqlError("SQLITE_INTERNAL", "the database thread gave no answer", 0));
    }
    if (inFlight.length === 0 && waiting.length === 0) {
      worker.unref();
      idle?.();
    }
  }

  function take(): Job[] {
    const [first] = waiting;
    if (!first) return [];
    if ("alone" in first.request) return waiting.splice(0, 1);
    let count = 0;
    let bytes = 0;
    for (const job of waiting) {
      bytes += job.bytes;
      if ("alone" in job.request || count >= MAX_BATCHES_PER_COMMIT) break;
      if (count > 0 && bytes > MAX_BYTES_PER_COMMIT) break;
      count += 1;
    }
    return waiting.splice(0, count);
  }

  function flush(): void {
    scheduled = false;
    if (death || inFlight.length > 0 || waiting.length === 0) return;
    inFlight = take();
    const requests = inFlight.map((job) => job.request);
    const [first] = requests;
    const message: WorkerRequest =
      first && "alone" in first
        ? { kind: "alone", statement: first.alone }
        : {
            kind: "run",
            batches: requests.flatMap((request) => ("batch" in request ? [request.batch] : [])),
          };
    worker.ref();
    worker.postMessage(message, transferables(message));
  }

  function enqueue(request: Job["request"], bytes: number): Promise<SqlResult[]> {
    if (death) return Promise.reject(death);
    if (closing) return Promise.reject(new SqlError("CONNECTION_CLOSED", "the connection is closed", 0));
    return new Promise((resolve, reject) => {
      waiting.push({ request, bytes, resolve, reject });
      if (!scheduled && inFlight.length === 0) {
        scheduled = true;
        // Before the flush, or a process with nothing else to do would end here.
        worker.ref();
        schedule(flush);
      }
    });
  }

  async function close(): Promise<void> {
    if (closing || death) return;
    closing = true;
    if (inFlight.length > 0 || waiting.length > 0) await new Promise<void>((resolve) => (idle = resolve));
    if (death) return;
    const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
    worker.ref();
    worker.postMessage({ kind: "close" } satisfies WorkerRequest);
    await ended;
  }

  return {
    run: (batch) => enqueue({ batch }, sizeOf(batch)),
    async alone(statement) {
      const [result] = await enqueue({ alone: statement }, 0);
      if (!result) throw new SqlError("SQLITE_INTERNAL", "the database thread gave no answer", 0);
      return result;
    },
    close,
    async terminate() {
      die("the connection was terminated");
      await worker.terminate();
    },
  };
}

function opened(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) =>
      reject(new SqlError("SQLITE_CANTOPEN", `cannot open the database: ${String(error)}`, 0));
    worker.once("error", fail);
    worker.once("message", () => {
      worker.off("error", fail);
      resolve();
    });
  });
}

function sizeOf(batch: BoundBatch): number {
  let bytes = 0;
  for (const { params } of batch) {
    for (const value of params) {
      if (typeof value === "string") bytes += value.length;
      else if (value instanceof Uint8Array) bytes += value.byteLength;
    }
  }
  return bytes;
}

/** Bound bytes are copies with a buffer of their own each: large ones are moved, small ones cost less to copy. */
function transferables(message: WorkerRequest): ArrayBuffer[] {
  const buffers: ArrayBuffer[] = [];
  if (message.kind !== "run") return buffers;
  for (const batch of message.batches) {
    for (const { params } of batch) {
      for (const value of params) {
        if (value instanceof Uint8Array && value.byteLength >= MIN_TRANSFER_BYTES) buffers.push(value.buffer);
      }
    }
  }
  return buffers;
}
