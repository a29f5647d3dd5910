import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAuditTrail } from "../../db/audit-trail.ts";
import { isConstraintViolation } from "../../db/constraint-violation.ts";
import { createD1Db } from "../../db/d1.workers.ts";
import type { Db } from "../../db/database.ts";
import { guard, guardChanged, isLostGuard } from "../../db/guards.ts";
import { createAuditRepo } from "../../db/repos/audit.repo.ts";
import { settings } from "../../db/schema/operations.ts";
import { verifyChain } from "../../domain/audit/verify-chain.ts";
import { openLocalD1 } from "../support/local-d1.ts";
import type { LocalD1 } from "../support/local-d1.ts";
import { seedRows } from "../support/seed-rows.ts";

describe("the same database on D1", () => {
  let d1: LocalD1;
  let db: Db;
  beforeAll(async () => {
    d1 = await openLocalD1();
    db = createD1Db(d1.database as unknown as Parameters<typeof createD1Db>[0], {});
  });
  afterAll(() => d1.dispose());

  test("the migrations apply and take the rows that libSQL takes", async () => {
    const statements = seedRows().filter(({ sql: text }) => !text.includes("into event"));
    for (const { sql: text, params } of statements) {
      const values = params.map((value) => (value instanceof Uint8Array ? [...value] : value));
      await d1.database.batch([d1.database.prepare(text).bind(...values)]);
    }
    const rows = await db.all<{ n: number }>(sql`select count(*) as n from versions`);
    expect(rows).toEqual([{ n: 1 }]);
  });

  test("[AU5] acts at once on one chain are all recorded, salts come back as bytes", async () => {
    const trail = createAuditTrail({ db });
    await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        trail.withEvent("system", () => ({
          at: index,
          actor: null,
          action: "setting.changed",
          subject: { kind: "setting", id: `k${index}` },
          payload: { index },
          statements: [db.insert(settings).values({ key: `k${index}`, value: "1" })],
        })),
      ),
    );
    const repo = createAuditRepo(db);
    const events = await repo.list("system", 0, 100);
    expect(events).toHaveLength(8);
    expect(await verifyChain("system", events)).toEqual([]);
    const details = await repo.details("system", 1);
    expect(details?.salt).toBeInstanceOf(Uint8Array);
    expect(details?.salt.byteLength).toBe(16);
  });

  test("[AU6] a lost guard fails the whole batch there too", async () => {
    await db.batch([db.insert(settings).values({ key: "g", value: "1" }), guardChanged(db)]);
    const missed = await db
      .batch([
        db.insert(settings).values({ key: "lost", value: "1" }),
        db
          .update(settings)
          .set({ value: "2" })
          .where(sql`key = 'nobody'`),
        guardChanged(db),
      ])
      .catch((error: unknown) => error);
    expect(isLostGuard(missed)).toBe(true);
    const stale = await db
      .batch([guard(db, sql`exists (select 1 from settings where key = ${"g"} and value = ${"old"})`)])
      .catch((error: unknown) => error);
    expect(isLostGuard(stale)).toBe(true);
    expect(
      await db
        .select()
        .from(settings)
        .where(sql`key in ('g', 'lost')`),
    ).toEqual([{ key: "g", value: "1" }]);
  });

  test("a violated constraint is recognised from a batch and from a single statement", async () => {
    const batch = await db
      .batch([db.insert(settings).values({ key: "g", value: "2" })])
      .catch((error: unknown) => error);
    expect(isConstraintViolation(batch, "settings.key")).toBe(true);
    const single = await db
      .insert(settings)
      .values({ key: "g", value: "2" })
      .catch((error: unknown) => error);
    expect(isConstraintViolation(single, "settings.key")).toBe(true);
    expect(isConstraintViolation(single, "events.seq")).toBe(false);
  });
});
