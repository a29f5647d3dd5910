import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { retentionEndsAt } from "../../domain/consultations/retention.ts";
import { zonedToEpoch } from "../../domain/consultations/zone-time.ts";
import { verifyAudit } from "../../db/verify-audit.ts";
import { loadDemo } from "../../server/demo/load-demo.ts";
import { endDueRetention } from "../../server/consultations/end-retention.ts";
import { createPayloadReaders } from "../../server/payload-readers.ts";
import { openTestApp, type TestApp } from "../support/test-app.ts";

const ZONE = "Asia/Makassar";
const at = (local: string): number => zonedToEpoch(ZONE, local) ?? Number.NaN;

describe("[CO14] when retention ends", () => {
  test.each([
    ["2026-11-22T18:00", 24, "2028-11-22T18:00"],
    ["2026-01-31T18:00", 1, "2026-02-28T18:00"],
    ["2028-01-31T18:00", 1, "2028-02-29T18:00"],
    ["2026-12-31T23:59", 2, "2027-02-28T23:59"],
    ["2026-03-15T00:00", 12, "2027-03-15T00:00"],
  ])("%s and %i months: %s", (closes, months, ends) => {
    expect(retentionEndsAt(at(closes), months, ZONE)).toBe(at(ends));
  });
});

describe("[CO14] what is left then", () => {
  let t: TestApp;
  const rows = async (sql: string) => (await t.data.relations.query({ sql, params: [] })).rows;

  beforeAll(async () => {
    t = await openTestApp({ isDemo: () => true });
    await loadDemo(t.deps);
  }, 120_000);
  afterAll(() => t.close());

  test("an hour before nothing is deleted; then persons are gone, words and counts stay, the record holds", async () => {
    const counts = "select count(*), sum(length(text)) from contributions";
    const before = await rows(counts);
    const [last = 0] =
      (await rows("select max(closes_at) from consultations where retention_ended_at is null"))[0] ?? [];
    const ends = retentionEndsAt(Number(last), 24, ZONE);
    const receiptsBefore = Number((await rows("select count(*) from receipts"))[0]?.[0]);
    expect(receiptsBefore).toBeGreaterThan(0);

    await endDueRetention({ ...t.deps, now: () => ends - 3_600_000 });
    expect((await rows("select count(*) from receipts"))[0]?.[0]).toBe(receiptsBefore);

    await Promise.all([1, 2].map(() => endDueRetention({ ...t.deps, now: () => ends })));
    expect(await rows("select count(*) from receipts")).toEqual([[0]]);
    expect(
      await rows("select count(*) from contributions where author_kind <> 'none' or author_id is not null"),
    ).toEqual([[0]]);
    expect(
      await rows("select count(*) from workshop_attendees where name <> '' or token_hash is not null"),
    ).toEqual([[0]]);
    expect(await rows(counts)).toEqual(before);
    // The body that submitted still speaks by its name.
    expect(
      await rows("select count(*) from contributions where channel = 'submission' and unit_id is null"),
    ).toEqual([[0]]);
    expect(await rows("select count(*) from events where action = 'consultation.retention-ended'")).toEqual(
      await rows("select count(*) from consultations"),
    );
    const report = await verifyAudit({
      db: t.data.db,
      files: t.data.files,
      readers: createPayloadReaders(t.deps.db, t.deps.repos),
    });
    expect(report.findings).toEqual([]);
  });
});
