/**
 * The SQLite of a Durable Object behind the connection that libSQL has on Node, so that the document log runs
 * unchanged in it. Statements run synchronously; the object's output gate holds back every message until what was
 * written before it is durable, and a write that cannot be made durable ends the object with all its sockets.
 */
import { SqlError, type SqlConnection, type SqlResult, type SqlStatement } from "./sql-connection.ts";
import { bindableValues, type BoundValue } from "./sql-values.ts";

export function openObjectSql(storage: Pick<DurableObjectStorage, "sql" | "transactionSync">): SqlConnection {
  const { sql } = storage;

  function run(statement: SqlStatement, index: number): SqlResult {
    try {
      const cursor = sql.exec(statement.sql, ...bindableValues(statement.params).map(asBinding));
      const rows = [...cursor.raw()].map((row) => row.map(asValue));
      const [changed] = sql.exec("select changes()").raw();
      return { rows, changes: cursor.rowsWritten === 0 ? 0 : Number(changed?.[0]) };
    } catch (error) {
      throw asSqlError(error, index);
    }
  }

  return {
    async batch(statements) {
      if (statements.length === 0) return [];
      return storage.transactionSync(() => statements.map(run));
    },
    query: async (statement) => run(statement, 0),
    close: async () => undefined,
  };
}

/** The binding knows no bigint: integers go as numbers, which columns of that affinity keep as integers. */
function asBinding(value: BoundValue): SqlStorageValue {
  if (typeof value === "bigint") {
    if (BigInt(Number(value)) !== value) throw new TypeError("an integer that a number cannot hold");
    return Number(value);
  }
  return value instanceof Uint8Array ? value.buffer : value;
}

const asValue = (value: SqlStorageValue) => (value instanceof ArrayBuffer ? new Uint8Array(value) : value);

/** `UNIQUE constraint failed: t.u: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_UNIQUE)`: the code stands in the text only. */
function asSqlError(error: unknown, index: number): unknown {
  if (!(error instanceof Error) || error instanceof SqlError) return error;
  const code =
    /\(extended: (SQLITE_[A-Z_]+)\)/.exec(error.message) ?? /\b(SQLITE_[A-Z_]+)/.exec(error.message);
  return code?.[1] === undefined ? error : new SqlError(code[1], error.message, index);
}
