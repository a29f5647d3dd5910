import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openLibsql } from "../../db/libsql.node.ts";
import type { LibsqlConnection } from "../../db/libsql.node.ts";
import { destructiveStatements, migrate, MigrationError, parseMigration } from "../../db/migrate.ts";
import type { Migration } from "../../db/migrate.ts";
import { MIGRATIONS_FOLDER, readMigrations } from "../../db/migrations.node.ts";
import { seedRows } from "../support/seed-rows.ts";

const make = (tag: string, when: number, ...statements: string[]) =>
  parseMigration(tag, when, statements.join("\n--> statement-breakpoint\n"));

describe("migrations", () => {
  let folder: string;
  let connection: LibsqlConnection;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "rembuk-migrate-"));
    connection = await openLibsql(join(folder, "test.db"));
  });
  afterEach(async () => {
    await connection.close();
    rmSync(folder, { recursive: true });
  });
  const rowsOf = async (sql: string) => (await connection.query({ sql, params: [] })).rows;
  const contents = async () => {
    const found: Record<string, unknown> = {};
    for (const [table] of await rowsOf("select name from sqlite_schema where type = 'table' order by name")) {
      const columns = (await rowsOf(`select name from pragma_table_info('${String(table)}')`)).map(
        ([name]) => name,
      );
      const rows = await rowsOf(`select * from "${String(table)}" order by 1`);
      found[String(table)] = rows.map((row) =>
        Object.fromEntries(row.map((value, index) => [columns[index], value])),
      );
    }
    return found;
  };

  test("all of them apply to an empty database, once", async () => {
    const migrations = await readMigrations();
    expect(await migrate(connection, migrations)).toEqual(migrations.map(({ tag }) => tag));
    expect(await migrate(connection, migrations)).toEqual([]);
    expect(await rowsOf("select * from pragma_foreign_key_check")).toEqual([]);
  });

  test("every SQL file is in the journal and none could lose rows", async () => {
    const migrations = await readMigrations();
    const files = readdirSync(MIGRATIONS_FOLDER).filter((name) => name.endsWith(".sql"));
    expect(files.toSorted()).toEqual(migrations.map(({ tag }) => `${tag}.sql`).toSorted());
    for (const migration of migrations) expect(destructiveStatements(migration), migration.tag).toEqual([]);
  });

  test("a database in use by any earlier migration is opened with every row as it was", async () => {
    const migrations = await readMigrations();
    for (let left = 1; left <= migrations.length; left += 1) {
      const file = join(folder, `left-by-${left}.db`);
      const earlier = await openLibsql(file);
      await migrate(earlier, migrations.slice(0, left));
      await earlier.batch(seedRows());
      await earlier.close();
      await connection.close();
      connection = await openLibsql(file);
      const before = await contents();
      await migrate(connection, migrations);
      const after = await contents();
      for (const [table, rows] of Object.entries(before)) {
        if (!table.startsWith("__"))
          expect(after[table], `${table} after ${left}`).toMatchObject(rows as object[]);
      }
      expect(await rowsOf("select count(*) from versions")).toEqual([[1]]);
    }
  });

  test("an added column keeps the rows of a database left by the migration before", async () => {
    const first = await make(
      "0000_a",
      1,
      "create table t (id integer primary key)",
      "create index i on t (id)",
    );
    const second = await make("0001_b", 2, "alter table t add column w text not null default 'x'");
    expect(await migrate(connection, [first])).toEqual(["0000_a"]);
    await connection.batch([{ sql: "insert into t values (1)", params: [] }]);
    expect(await migrate(connection, [first, second])).toEqual(["0001_b"]);
    expect(await rowsOf("select * from t")).toEqual([[1, "x"]]);
  });

  test("a migration that fails leaves nothing of itself, and the ones before it stay", async () => {
    const first = await make("0000_a", 1, "create table t (id integer primary key)");
    const bad = await make("0001_b", 2, "create table u (id integer)", "create table t (id integer)");
    await expect(migrate(connection, [first, bad])).rejects.toThrow(/0001_b failed at statement 2/);
    expect(await rowsOf("select name from sqlite_schema where name in ('t', 'u')")).toEqual([["t"]]);
    const good = await make("0001_b", 2, "create table u (id integer)");
    expect(await migrate(connection, [first, good])).toEqual(["0001_b"]);
  });

  test("a database of a newer program, and a migration changed after the fact, are refused", async () => {
    const first = await make("0000_a", 1, "create table t (id integer primary key)");
    const second = await make("0001_b", 2, "create table u (id integer)");
    await migrate(connection, [first, second]);
    await expect(migrate(connection, [first])).rejects.toThrow(/newer version/);
    const changed = await make("0001_b", 2, "create table u (id text)");
    await expect(migrate(connection, [first, changed])).rejects.toBeInstanceOf(MigrationError);
  });

  test.each([
    "DROP TABLE `t`",
    "drop   table t",
    "ALTER TABLE `t` DROP COLUMN `w`",
    "CREATE TABLE `__new_t` (`id` integer)",
    "PRAGMA foreign_keys=OFF",
    "DELETE FROM t",
  ])("refuses %s: children would go by cascade without an error", async (sql) => {
    const migration: Migration = await make("0000_a", 1, sql);
    await expect(migrate(connection, [migration])).rejects.toThrow(/not additive/);
  });
});
