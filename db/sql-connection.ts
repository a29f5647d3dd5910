/**
 * The narrow way to a SQLite database that both hosts offer: statements in,
 * rows out, several statements as one transaction. Drizzle and the document log
 * stand on it; nothing else sees a driver.
 */
export type SqlValue = string | number | bigint | boolean | null | Uint8Array;

export interface SqlStatement {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

export interface SqlResult {
  /** Column values in order of selection; blobs are `Uint8Array`. */
  readonly rows: readonly (readonly SqlValue[])[];
  /** Rows that a write touched. */
  readonly changes: number;
}

export interface SqlConnection {
  /** All statements as one transaction, durable on resolve; on a rejection none of them happened. */
  batch(statements: readonly SqlStatement[]): Promise<SqlResult[]>;
  /** One statement outside an explicit transaction, for reads. */
  query(statement: SqlStatement): Promise<SqlResult>;
  close(): Promise<void>;
}

/** A statement that the database refused: `code` is SQLite's (`SQLITE_CONSTRAINT_UNIQUE`), `index` its place in the batch. */
export class SqlError extends Error {
  override readonly name = "SqlError";
  readonly code: string;
  readonly index: number;

  constructor(code: string, message: string, index: number) {
    super(message);
    this.code = code;
    this.index = index;
  }
}
