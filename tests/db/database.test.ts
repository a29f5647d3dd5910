import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { integer, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isConstraintViolation } from "../../db/constraint-violation.ts";
import { createDb } from "../../db/database.ts";
import type { Db } from "../../db/database.ts";
import { openLibsql } from "../../db/libsql.node.ts";
import type { LibsqlConnection } from "../../db/libsql.node.ts";

const notes = sqliteTable(
  "notes",
  {
    id: integer("id").primaryKey(),
    chain: text("chain").notNull(),
    seq: integer("seq").notNull(),
    done: integer("done", { mode: "boolean" }).notNull().default(false),
  },
  (table) => [unique("notes_chain_seq").on(table.chain, table.seq)],
);

describe("drizzle over our connection", () => {
  let folder: string;
  let connection: LibsqlConnection;
  let db: Db<{ notes: typeof notes }>;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "rembuk-db-"));
    connection = await openLibsql(join(folder, "test.db"));
    await connection.batch([
      {
        sql: `create table notes (id integer primary key, chain text not null, seq integer not null,
              done integer not null default 0 constraint done_is_boolean check (done in (0, 1)), unique (chain, seq))`,
        params: [],
      },
    ]);
    db = createDb(connection, { notes });
  });
  afterEach(async () => {
    await connection.close();
    rmSync(folder, { recursive: true });
  });

  test("inserts, returns, selects one, many and none", async () => {
    const [made] = await db.insert(notes).values({ chain: "a", seq: 1, done: true }).returning();
    expect(made).toEqual({ id: 1, chain: "a", seq: 1, done: true });
    expect(await db.select().from(notes).where(eq(notes.id, 1)).get()).toEqual(made);
    expect(await db.select().from(notes).where(eq(notes.id, 9)).get()).toBeUndefined();
    expect(await db.query.notes.findFirst({ where: eq(notes.seq, 1) })).toEqual(made);
    expect(await db.select({ n: sql<number>`count(*)` }).from(notes)).toEqual([{ n: 1 }]);
  });

  test("a batch answers per statement and fails as a whole", async () => {
    const results = await db.batch([
      db.insert(notes).values({ chain: "a", seq: 1 }),
      db.update(notes).set({ done: true }).where(eq(notes.seq, 1)).returning({ id: notes.id }),
      db.select().from(notes),
    ]);
    expect(results[1]).toEqual([{ id: 1 }]);
    expect(results[2]).toEqual([{ id: 1, chain: "a", seq: 1, done: true }]);

    const refused = await db
      .batch([
        db.insert(notes).values({ chain: "a", seq: 2 }),
        db.insert(notes).values({ chain: "a", seq: 1 }),
      ])
      .catch((error: unknown) => error);
    expect(isConstraintViolation(refused)).toBe(true);
    expect(isConstraintViolation(refused, "notes.seq")).toBe(true);
    expect(isConstraintViolation(refused, "notes.done")).toBe(false);
    expect(await db.select().from(notes)).toHaveLength(1);
  });

  test("a violated constraint is recognised from a single statement and by a CHECK's name", async () => {
    await db.insert(notes).values({ chain: "a", seq: 1 });
    const unique = await db
      .insert(notes)
      .values({ chain: "a", seq: 1 })
      .catch((error: unknown) => error);
    expect(isConstraintViolation(unique, "notes.chain")).toBe(true);
    const check = await connection
      .batch([{ sql: "update notes set done = 2", params: [] }])
      .catch((error: unknown) => error);
    expect(isConstraintViolation(check, "done_is_boolean")).toBe(true);
    expect(isConstraintViolation(new Error("UNIQUE constraint failed: notes.seq"))).toBe(false);
  });
});
