/**
 * Whatever JavaScript value is bound, the process survives, and the value comes
 * back as it went in or a TypeError names the parameter. A driver that is given
 * the raw value aborts this whole process on some of these.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLibsql } from "../../db/libsql.node.ts";
import type { LibsqlConnection } from "../../db/libsql.node.ts";
import type { SqlValue } from "../../db/sql-connection.ts";

const seed = Number(process.env["FUZZ_SEED"] ?? 20_261_122);

const strange = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withTypedArray: true,
    withMap: true,
    withSet: true,
    withSparseArray: true,
  }),
  fc.constantFrom<unknown>(
    true,
    false,
    null,
    undefined,
    0,
    -0,
    NaN,
    Infinity,
    -Infinity,
    Number.MAX_SAFE_INTEGER,
    2 ** 53,
    1e308,
    5e-324,
    2n ** 63n - 1n,
    2n ** 63n,
    -(2n ** 63n),
    -(2n ** 63n) - 1n,
    "",
    "\0",
    "a\0b",
    "\ud800",
    "\u{1f642}",
    Symbol("s"),
    () => 1,
    new Date(0),
    new ArrayBuffer(4),
    new DataView(new ArrayBuffer(4)),
    Buffer.from("pooled"),
    new Uint8Array(0),
    new Uint8Array(new ArrayBuffer(64), 8, 3),
    new Uint8Array(new SharedArrayBuffer(8)),
    Object.create(null),
    new Proxy({}, {}),
    Object(1n),
    Object("boxed"),
    [1],
    /x/,
    Promise.resolve(1),
  ),
  fc.string({ unit: "binary" }),
  fc.bigInt(),
  fc.double(),
  fc.integer(),
  fc.uint8Array({ maxLength: 5000 }),
);

/** What must come back for a value that was accepted. */
function expected(value: unknown): unknown {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (Object.is(value, -0)) return 0;
  if (typeof value === "bigint" && BigInt(Number(value)) === value && Number.isSafeInteger(Number(value))) {
    return Number(value);
  }
  if (value instanceof Uint8Array) return new Uint8Array(value);
  return value;
}

function bindable(value: unknown): boolean {
  if (value === null || typeof value === "boolean") return true;
  if (typeof value === "number") return !Number.isNaN(value);
  if (typeof value === "bigint") return value >= -(2n ** 63n) && value < 2n ** 63n;
  if (typeof value === "string") return !value.includes("\0") && value.isWellFormed();
  return value instanceof Uint8Array;
}

describe(`binds (seed ${seed})`, () => {
  let folder: string;
  let connection: LibsqlConnection;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "rembuk-binds-"));
    connection = await openLibsql(join(folder, "binds.db"));
    await connection.batch([{ sql: "create table b (id integer primary key, x, y)", params: [] }]);
  });
  afterAll(async () => {
    await connection.close();
    rmSync(folder, { recursive: true });
  });

  test("every value round-trips or is refused by name, alone and in company, read and written", async () => {
    await fc.assert(
      fc.asyncProperty(strange, strange, async (x, y) => {
        const params = [x, y] as SqlValue[];
        const refused = [x, y].findIndex((value) => !bindable(value));
        const read = connection.query({ sql: "select ?, ?", params });
        const written = connection.batch([
          { sql: "insert into b (x, y) values (?, ?) returning x, y", params },
        ]);
        if (refused >= 0) {
          await expect(read).rejects.toThrow(TypeError);
          await expect(written).rejects.toThrow(new RegExp(`SQL parameter ${refused + 1} `));
          return;
        }
        expect((await read).rows).toEqual([[expected(x), expected(y)]]);
        expect((await written)[0]?.rows).toEqual([[expected(x), expected(y)]]);
      }),
      { seed, numRuns: 1500 },
    );
  });

  test("a single value of any kind as the only parameter", async () => {
    await fc.assert(
      fc.asyncProperty(strange, async (x) => {
        const read = connection.query({ sql: "select ?", params: [x as SqlValue] });
        if (bindable(x)) expect((await read).rows).toEqual([[expected(x)]]);
        else await expect(read).rejects.toThrow(/SQL parameter 1 /);
      }),
      { seed, numRuns: 500 },
    );
  });

  test("bytes are copied: changing them afterwards changes nothing, and the caller keeps them", async () => {
    const bytes = Buffer.from("pooled bytes");
    const written = connection.batch([{ sql: "insert into b (x) values (?) returning x", params: [bytes] }]);
    bytes.fill(0);
    expect(Buffer.from((await written)[0]?.rows[0]?.[0] as Uint8Array).toString()).toBe("pooled bytes");
    expect(bytes.byteLength).toBe(12);
  });

  test("any text at all as SQL is answered or refused, and the connection works on", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (sql) => {
        await connection
          .query({ sql, params: [] })
          .catch((error: unknown) => expect(error).toBeInstanceOf(Error));
      }),
      { seed, numRuns: 500 },
    );
    expect((await connection.query({ sql: "select 1", params: [] })).rows).toEqual([[1]]);
  });
});
