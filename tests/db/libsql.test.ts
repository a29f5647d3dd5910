import { mkdtempSync, readFileSync, rmSync, statSync, existsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openLibsql } from "../../db/libsql.node.ts";
import type { LibsqlConnection } from "../../db/libsql.node.ts";
import { SqlError } from "../../db/sql-connection.ts";
import type { SqlStatement, SqlValue } from "../../db/sql-connection.ts";

const statement = (sql: string, ...params: SqlValue[]): SqlStatement => ({ sql, params });
const codeOf = (outcome: PromiseSettledResult<unknown> | undefined) =>
  outcome?.status === "rejected" && outcome.reason instanceof SqlError
    ? [outcome.reason.code, outcome.reason.index]
    : outcome?.status;

describe("libSQL adapter", () => {
  let folder: string;
  let path: string;
  let connection: LibsqlConnection;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "rembuk-libsql-"));
    path = join(folder, "test.db");
    connection = await openLibsql(path, { withCommitGate: true, busyTimeoutMs: 200 });
    await connection.batch([
      statement("create table parent (id integer primary key)"),
      statement(
        "create table child (id integer primary key, parent integer references parent (id) deferrable initially deferred)",
      ),
      statement("create table t (id integer primary key, v)"),
    ]);
  });
  afterEach(async () => {
    await connection.close();
    rmSync(folder, { recursive: true });
  });
  const ids = async () =>
    (await connection.query(statement("select id from t order by id"))).rows.map(([id]) => id);

  test("the open connection has the settings that durability and erasure rest on", async () => {
    expect(await connection.pragmas()).toEqual({
      journalMode: "wal",
      synchronous: 2,
      foreignKeys: 1,
      secureDelete: 1,
      busyTimeoutMs: 200,
    });
  });

  test("batches that arrive together share commits, and each is one transaction", async () => {
    const before = statSync(`${path}-wal`).size;
    await Promise.all(
      Array.from({ length: 500 }, (_, index) =>
        connection.batch([statement("insert into t values (?, ?)", index, "x")]),
      ),
    );
    expect(await ids()).toHaveLength(500);
    // Every commit writes at least one frame of 4 KiB to the log; 500 of them would be 2 MB.
    expect(statSync(`${path}-wal`).size - before).toBeLessThan(20 * 4120);
  });

  test("a batch that fails rolls back alone and says where", async () => {
    const outcomes = await Promise.allSettled([
      connection.batch([statement("insert into t values (1, 1)")]),
      connection.batch([statement("insert into t values (2, 2)"), statement("insert into t values (1, 1)")]),
      connection.batch([
        statement("insert into t values (3, 3)"),
        statement("insert into nowhere values (1)"),
      ]),
      connection.batch([statement("insert into t values (4, 4)")]),
    ]);
    expect(outcomes.map(codeOf)).toEqual([
      "fulfilled",
      ["SQLITE_CONSTRAINT_PRIMARYKEY", 1],
      ["SQLITE_ERROR", 1],
      "fulfilled",
    ]);
    expect(await ids()).toEqual([1, 4]);
  });

  test("what only fails at COMMIT, or ends the whole transaction, takes nobody else with it", async () => {
    await connection.batch([
      statement(
        "create trigger no_seven before insert on t when new.id = 7 begin select raise(rollback, 'no seven'); end",
      ),
    ]);
    const outcomes = await Promise.allSettled([
      connection.batch([statement("insert into t values (1, 1)")]),
      connection.batch([statement("insert into child values (1, 99)")]),
      connection.batch([statement("insert into t values (2, 2)")]),
      connection.batch([statement("insert into t values (7, 7)")]),
      connection.batch([statement("insert into t values (3, 3)")]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
    expect(await ids()).toEqual([1, 2, 3]);
    expect((await connection.query(statement("select * from child"))).rows).toEqual([]);
  });

  test("nothing is acknowledged or visible while its commit is held back", async () => {
    const release = connection.holdCommits();
    let settled = false;
    const write = connection
      .batch([statement("insert into t values (1, 1)")])
      .finally(() => (settled = true));
    for (let read = 0; read < 20; read += 1) expect(await ids()).toEqual([]);
    expect(settled).toBe(false);
    release();
    await write;
    expect(await ids()).toEqual([1]);
  });

  test("a failing disk rejects and stores nothing", async () => {
    const repair = connection.failCommits();
    const outcomes = await Promise.allSettled([
      connection.batch([statement("insert into t values (1, 1)")]),
      connection.batch([statement("insert into t values (2, 2)")]),
    ]);
    repair();
    expect(outcomes.map((outcome) => codeOf(outcome)?.[0])).toEqual(["SQLITE_IOERR", "SQLITE_IOERR"]);
    expect(await ids()).toEqual([]);
  });

  test("reads see what was acknowledged before them, and cannot write", async () => {
    for (let id = 1; id <= 50; id += 1) {
      await connection.batch([statement("insert into t values (?, 0)", id)]);
      expect(await ids()).toHaveLength(id);
    }
    await expect(connection.query(statement("delete from t"))).rejects.toMatchObject({
      code: "SQLITE_READONLY",
    });
    expect(await ids()).toHaveLength(50);
  });

  test("changes are the rows that a write touched, with and without RETURNING", async () => {
    const results = await connection.batch([
      statement("insert into t values (1, 'a'), (2, 'b'), (3, 'c')"),
      statement("update t set v = 'z' where id > 1 returning id"),
      statement("update t set v = 'y' where id > 9"),
      statement("select count(*) from t"),
    ]);
    expect(results.map(({ changes }) => changes)).toEqual([3, 2, 0, 0]);
    expect(results[1]?.rows).toEqual([[2], [3]]);
    expect(results[3]?.rows).toEqual([[3]]);
  });

  test.each([
    ["two statements", "insert into t values (1, 1); insert into t values (2, 2)", [], "SQLITE_MISUSE"],
    ["a value too few", "insert into t values (?, ?)", [1], "SQLITE_RANGE"],
    ["a value too many", "insert into t values (?, 1)", [1, 2], "SQLITE_RANGE"],
    ["transaction control", "commit", [], "SQLITE_MISUSE"],
    ["transaction control behind a comment", "/* x */ -- y\n rollback", [], "SQLITE_MISUSE"],
    ["named parameters", "insert into t values (:a, 1)", [1], "SQLITE_MISUSE"],
    ["a NUL in the text", "insert into t values (1, 1) -- \0", [], "SQLITE_MISUSE"],
    ["nothing", "", [], "SQLITE_MISUSE"],
    ["a comment", "-- nothing", [], "SQLITE_MISUSE"],
    ["nonsense", "selec 1", [], "SQLITE_ERROR"],
  ])("refuses %s", async (_name, sql, params, code) => {
    await expect(connection.batch([{ sql, params }])).rejects.toMatchObject({
      name: "SqlError",
      code,
      index: 0,
    });
    expect(await ids()).toEqual([]);
  });

  test("question marks and semicolons inside quotes and comments are not counted", async () => {
    const sql = "select '?;''', \"id\", /* ? ; */ ? as [a?;b] from t -- ?;\n where `v` = '?' ;";
    await expect(connection.query(statement(sql, 5))).resolves.toMatchObject({ rows: [] });
  });

  test("another process's lock is waited for no longer than the busy timeout, once per commit", async () => {
    const other = await openLibsql(path, { withCommitGate: true });
    const release = other.holdCommits();
    const blocking = other.batch([statement("insert into t values (1, 1)")]);
    // The other's thread takes the lock in its own time.
    const locked = () =>
      connection.batch([statement("update t set v = v where id < 0")]).then(
        () => false,
        () => true,
      );
    while (!(await locked()));
    const start = performance.now();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        connection.batch([statement("insert into t values (?, 1)", index + 10)]),
      ),
    );
    expect(performance.now() - start).toBeLessThan(2000);
    expect(outcomes.map((outcome) => codeOf(outcome)?.[0])).toEqual(Array(20).fill("SQLITE_BUSY"));
    release();
    await blocking;
    await other.close();
  });

  test("the cache of statements is bounded and a changed table is seen", async () => {
    for (let index = 0; index < 1200; index += 1) {
      await connection.query(statement(`select ${index} from t`));
    }
    await connection.batch([statement("insert into t values (1, 1)")]);
    expect((await connection.query(statement("select * from t"))).rows).toEqual([[1, 1]]);
    await connection.batch([statement("alter table t add column w default 5")]);
    expect((await connection.query(statement("select * from t"))).rows).toEqual([[1, 1, 5]]);
  });

  test("a thread that dies rejects everything outstanding and everything after", async () => {
    connection.holdCommits();
    const outstanding = [
      connection.batch([statement("insert into t values (1, 1)")]),
      connection.batch([statement("insert into t values (2, 2)")]),
    ];
    const outcomes = Promise.allSettled(outstanding);
    await connection.terminate();
    expect((await outcomes).map((outcome) => codeOf(outcome)?.[0])).toEqual(["WORKER_GONE", "WORKER_GONE"]);
    await expect(connection.batch([statement("select 1")])).rejects.toMatchObject({ code: "WORKER_GONE" });
    await expect(connection.query(statement("select 1"))).rejects.toMatchObject({ code: "WORKER_GONE" });
  });

  test("closing finishes what is queued, empties the log, and refuses what comes after", async () => {
    const writes = Array.from({ length: 20 }, (_, id) =>
      connection.batch([statement("insert into t values (?, 1)", id)]),
    );
    await Promise.all([connection.close(), ...writes]);
    expect(existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0).toBe(false);
    await expect(connection.batch([statement("select 1")])).rejects.toBeInstanceOf(SqlError);
    connection = await openLibsql(path);
    expect(await ids()).toHaveLength(20);
  });

  test("what was deleted cannot be read from the file afterwards", async () => {
    const secret = "the-words-of-somebody-who-withdrew";
    await connection.batch([statement("insert into t values (1, ?)", secret.repeat(10))]);
    await connection.checkpoint();
    expect(readFileSync(path).includes(secret)).toBe(true);
    await connection.batch([statement("delete from t")]);
    await connection.checkpoint();
    expect(readFileSync(path).includes(secret)).toBe(false);
    expect(statSync(`${path}-wal`).size).toBe(0);
  });

  test("a file that is no database is refused with a clear error", async () => {
    const bad = join(folder, "bad.db");
    writeFileSync(bad, "this is not a database, but it is longer than the header of one ".repeat(100));
    await expect(openLibsql(bad)).rejects.toThrow(/cannot open|not a database/);
    await expect(openLibsql(":memory:")).rejects.toThrow(/file path/);
  });
});
