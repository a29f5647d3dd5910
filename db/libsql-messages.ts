/** What the adapter and its two workers say to each other. Values are already bindable. */
import type { BoundValue } from "./sql-values.ts";
import type { SqlResult } from "./sql-connection.ts";

export interface WorkerOptions {
  /** Absolute path of the database file. */
  readonly path: string;
  /** A reader refuses to write; there is one writer. */
  readonly role: "writer" | "reader";
  readonly busyTimeoutMs: number;
  /** Tests only: one Int32 that says whether commits pass, wait or fail (`COMMIT_GATE`). */
  readonly gate: SharedArrayBuffer | null;
}

/** Moving a buffer between threads costs a few microseconds, copying less than that below this size. */
export const MIN_TRANSFER_BYTES = 16 * 1024;

export const COMMIT_GATE = { pass: 0, hold: 1, fail: 2 } as const;

export interface BoundStatement {
  readonly sql: string;
  readonly params: readonly BoundValue[];
}

/** A batch is one transaction of the caller's; a reader takes batches of one statement. */
export type BoundBatch = readonly BoundStatement[];

export type WorkerRequest =
  | { readonly kind: "run"; readonly batches: readonly BoundBatch[] }
  /** One statement outside any transaction, such as VACUUM INTO. */
  | { readonly kind: "alone"; readonly statement: BoundStatement }
  | { readonly kind: "close" };

export interface SqlFailure {
  readonly code: string;
  readonly message: string;
  readonly index: number;
}

export type BatchOutcome = { readonly results: SqlResult[] } | { readonly failure: SqlFailure };

/** One outcome per batch, in order. */
export interface WorkerReply {
  readonly outcomes: readonly BatchOutcome[];
}
