import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createHeadKeeper, readKeptHeads } from "../../db/audit-heads.ts";
import { createAuditTrail } from "../../db/audit-trail.ts";
import type { Act, AuditTrail } from "../../db/audit-trail.ts";
import { createFileStore } from "../../db/file-store.node.ts";
import { guard, guardChanged, isLostGuard } from "../../db/guards.ts";
import { createAuditRepo } from "../../db/repos/audit.repo.ts";
import { settings } from "../../db/schema/operations.ts";
import { verifyChain } from "../../domain/audit/verify-chain.ts";
import { openMigratedDatabase } from "../support/migrated-database.ts";
import type { MigratedDatabase } from "../support/migrated-database.ts";

describe("acts and their events", () => {
  let database: MigratedDatabase;
  let trail: AuditTrail;
  beforeEach(async () => {
    database = await openMigratedDatabase();
    trail = createAuditTrail({ db: database.db });
  });
  afterEach(() => database.dispose());

  const set = (key: string, value: string, more: Partial<Act> = {}): Act => ({
    at: 1,
    actor: null,
    action: "setting.changed",
    subject: { kind: "setting", id: key },
    payload: { value },
    statements: [database.db.insert(settings).values({ key, value })],
    ...more,
  });
  const counts = async () => {
    const rows = await database.connection.query({
      sql: "select (select count(*) from settings), (select count(*) from events), (select count(*) from event_details), (select count(*) from guards)",
      params: [],
    });
    return rows.rows[0];
  };

  test("[AU5] act, event and details are written together", async () => {
    const event = await trail.withEvent("system", () => set("a", "1"));
    expect(event).toMatchObject({ chain: "system", seq: 1, action: "setting.changed", actor: null });
    expect(await counts()).toEqual([1, 1, 1, 0]);
    expect(await createAuditRepo(database.db).list("system", 0, 10)).toEqual([event]);
  });

  test("[AU5] an act that brings others with it is recorded with all of them, in order, told each", async () => {
    const told: number[] = [];
    const telling = createAuditTrail({ db: database.db, onEvent: ({ seq }) => told.push(seq) });
    const { statements: _, ...brought } = set("b", "2");
    const event = await telling.withEvent("system", () => set("a", "1", { more: [brought, brought] }));
    expect([event.seq, told]).toEqual([1, [1, 2, 3]]);
    const events = await createAuditRepo(database.db).list("system", 0, 10);
    expect(events.map(({ subject }) => subject.id)).toEqual(["a", "b", "b"]);
    expect(await verifyChain("system", events)).toEqual([]);
  });

  test("[AU5] an act that fails leaves no event, and a failed commit leaves neither", async () => {
    await trail.withEvent("system", () => set("a", "1"));
    await expect(trail.withEvent("system", () => set("a", "again"))).rejects.toThrow(/UNIQUE/);
    expect(await counts()).toEqual([1, 1, 1, 0]);
    const repair = database.connection.failCommits();
    await expect(trail.withEvent("system", () => set("b", "1"))).rejects.toThrow();
    repair();
    expect(await counts()).toEqual([1, 1, 1, 0]);
  });

  test("[AU5] forty acts at once on one chain are all recorded, in one unbroken chain", async () => {
    let attempts = 0;
    const events = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        trail.withEvent("system", () => {
          attempts += 1;
          return set(`key-${index}`, "1");
        }),
      ),
    );
    expect(events.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, i) => i + 1),
    );
    expect(attempts).toBeGreaterThan(40);
    expect(await counts()).toEqual([40, 40, 40, 0]);
    expect(await verifyChain("system", await createAuditRepo(database.db).list("system", 0, 100))).toEqual(
      [],
    );
  });

  test("[AU6] a lost check fails the whole batch, and is told apart from other refusals", async () => {
    const { db } = database;
    await trail.withEvent("system", () => set("a", "old"));
    const change = (seen: string, value: string) =>
      trail.withEvent("system", () =>
        set("a", value, {
          statements: [
            guard(db, sql`exists (select 1 from settings where key = 'a' and value = ${seen})`),
            db.insert(settings).values({ key: `log-${value}`, value }),
            db
              .update(settings)
              .set({ value })
              .where(sql`key = 'a'`),
          ],
        }),
      );
    await change("old", "new");
    const lost = await change("old", "newer").catch((error: unknown) => error);
    expect(isLostGuard(lost)).toBe(true);
    expect(await counts()).toEqual([2, 2, 2, 0]);
    const taken = await trail.withEvent("system", () => set("a", "x")).catch((error: unknown) => error);
    expect(isLostGuard(taken)).toBe(false);
  });

  test("[AU6] a condition that is NULL counts as lost; guardChanged looks at the statement before it", async () => {
    const { db } = database;
    const nothing = await db.batch([guard(db, sql`null`)]).catch((error: unknown) => error);
    expect(isLostGuard(nothing)).toBe(true);
    await db.batch([db.insert(settings).values({ key: "a", value: "1" }), guardChanged(db)]);
    await db.batch([
      db
        .update(settings)
        .set({ value: "2" })
        .where(sql`key = 'a'`),
      guardChanged(db),
    ]);
    const missed = await db
      .batch([
        db.insert(settings).values({ key: "b", value: "1" }),
        db
          .update(settings)
          .set({ value: "3" })
          .where(sql`key = 'nobody'`),
        guardChanged(db),
      ])
      .catch((error: unknown) => error);
    expect(isLostGuard(missed)).toBe(true);
    expect(await counts()).toEqual([1, 0, 0, 0]);
  });

  test("[AU8] the head of each chain is kept outside the database, the highest one", async () => {
    const files = createFileStore(database.folder);
    const keeper = createHeadKeeper(files, (error) => {
      throw error;
    });
    trail = createAuditTrail({ db: database.db, onEvent: (event) => keeper.keep(event) });
    const events = await Promise.all(
      Array.from({ length: 10 }, (_, index) => trail.withEvent("system", () => set(`k-${index}`, "1"))),
    );
    for (const event of events.toReversed()) keeper.keep(event);
    await keeper.flush();
    const last = events.find(({ seq }) => seq === 10);
    expect(await readKeptHeads(files)).toEqual(new Map([["system", { seq: 10, hash: last?.hash }]]));
  });
});
