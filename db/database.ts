/**
 * The relational database as repositories see it, the same type on both hosts.
 * Atomic writes are `db.batch([...])`; `db.transaction` does not exist here.
 */
import type { BatchItem, BatchResponse } from "drizzle-orm/batch";
import { drizzle } from "drizzle-orm/sqlite-proxy";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import type { SqlConnection, SqlResult, SqlStatement } from "./sql-connection.ts";

export type Schema = Record<string, unknown>;

/** A statement for `db.batch`: a built query of drizzle that was not awaited. */
export type DbStatement = BatchItem<"sqlite">;

export type Db<TSchema extends Schema = Schema> = Omit<
  BaseSQLiteDatabase<"async", unknown, TSchema>,
  "transaction"
> & {
  /** All or nothing, durable on resolve. */
  batch<U extends DbStatement, T extends Readonly<[U, ...U[]]>>(statements: T): Promise<BatchResponse<T>>;
};

type Method = "run" | "all" | "values" | "get";

/** Statements that only read go to the reader; whatever may write shares the group commit. */
const READS = /^\s*\(?\s*(select|values|explain)\b/i;

/** Drizzle over our own connection (Node with libSQL). */
export function createDb<TSchema extends Schema>(connection: SqlConnection, schema: TSchema): Db<TSchema> {
  const one = async (sql: string, params: unknown[], method: Method) => {
    const statement = { sql, params } as SqlStatement; // the connection checks every value itself
    if (READS.test(sql)) return inShapeOf(method, await connection.query(statement));
    const [result] = await connection.batch([statement]);
    return inShapeOf(method, result);
  };
  const batch = async (queries: { sql: string; params: unknown[]; method: Method }[]) => {
    const results = await connection.batch(queries as unknown as SqlStatement[]);
    return queries.map(({ method }, index) => inShapeOf(method, results[index]));
  };
  return drizzle(one, batch, { schema }) as unknown as Db<TSchema>;
}

/** The driver protocol of sqlite-proxy: `get` wants the bare row (or nothing), the others all rows. */
function inShapeOf(method: Method, result: SqlResult | undefined): { rows: unknown[]; changes: number } {
  const rows = (result?.rows ?? []) as unknown[][];
  const changes = result?.changes ?? 0;
  // Typed as an array of rows, but for `get` drizzle reads `rows` as the row itself.
  if (method === "get") return { rows: rows[0] as unknown[], changes };
  return { rows, changes };
}
