/** The record of rounds: whole, and telling of whatever was changed behind its back. */
import { eq, sql, type SQL } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isConstraintViolation } from "../../db/constraint-violation.ts";
import { isLostGuard } from "../../db/guards.ts";
import { createReviewPayloadReaders } from "../../db/repos/review-payload.ts";
import { createVersionPayloadReader } from "../../db/repos/version-payload.ts";
import { eventDetails, events } from "../../db/schema/audit.ts";
import { reviewSteps } from "../../db/schema/reviews.ts";
import { verifyAudit } from "../../db/verify-audit.ts";
import type { PolicyId, ReviewStepId } from "../../domain/ids.ts";
import type { ReviewView } from "../../domain/reviews/reviews.contract.ts";
import { openTestApp, type Person, type TestApp } from "../support/test-app.ts";
import { ask, reviewDriver, type ReviewDriver } from "./support.ts";

describe("the record of rounds", () => {
  let t: TestApp;
  let d: ReviewDriver;
  let ani: Person;
  let mayor: Person;
  let secretary: Person;
  let deputy: Person;
  let id: PolicyId;
  let approved: ReviewView;
  let returned: ReviewView;
  let withdrawn: ReviewView;
  let open: ReviewView;

  beforeAll(async () => {
    t = await openTestApp();
    ani = await t.addAccount("drafter");
    mayor = await t.addAccount("leader");
    secretary = await t.addAccount("leader");
    deputy = await t.addAccount("leader");
    d = reviewDriver(t, ani);
    id = await d.policy({ stage: "internal_review" });
    const version = await d.freeze(id);
    approved = await d.submit(id, version, [ask(mayor, 1, { days: 3, unit: "working" })], {
      message: "Mohon.",
    });
    await d.delegating(approved, 0, mayor, deputy, "Cuti.");
    await d.decide(approved, 0, deputy, "approve", "Setuju.");
    await d.type(id, ani);
    const second = await d.freeze(id);
    returned = await d.submit(id, second, [ask(secretary), ask(mayor, 2)]);
    await d.decide(returned, 0, secretary, "return", "Belum jelas.");
    withdrawn = await d.submit(id, second, [ask(secretary)]);
    await d.withdrawing(withdrawn, ani);
    open = await d.submit(id, second, [ask(secretary), ask(deputy)]);
  });
  afterAll(() => t.close());

  const check = async () =>
    (
      await verifyAudit({
        db: t.data.db,
        files: t.data.files,
        readers: {
          version: createVersionPayloadReader(t.data.db, t.deps.repos.versions),
          ...createReviewPayloadReaders(t.data.db),
        },
      })
    ).findings;

  /** Changes rows behind the record's back, looks, and puts everything back. */
  async function tampered(...statements: readonly SQL[]) {
    // Children first.
    const tables = ["review_steps", "reviews", "event_details", "events"];
    const run = (statement: string) => t.data.db.run(sql.raw(statement));
    for (const table of tables) await run(`create table kept_${table} as select * from ${table}`);
    try {
      for (const statement of statements) await t.data.db.run(statement);
      return await check();
    } finally {
      for (const table of tables) await run(`delete from ${table}`);
      for (const table of tables.toReversed()) {
        await run(`insert into ${table} select * from kept_${table}`);
        await run(`drop table kept_${table}`);
      }
    }
  }
  const step = (review: ReviewView, index = 0) => review.steps[index]?.id ?? "";

  test("it is whole", async () => {
    expect(await check()).toEqual([]);
    expect(await tampered()).toEqual([]);
    expect(await check()).toEqual([]);
  });

  const CHANGES: readonly (readonly [string, () => SQL, string, () => string])[] = [
    [
      "a return made an approval",
      () => sql`update review_steps set decision = 'approved' where id = ${step(returned)}`,
      "payload-changed",
      () => `review-decision:${step(returned)}`,
    ],
    [
      "the reason of a return rewritten",
      () => sql`update review_steps set reason = 'Bagus.' where id = ${step(returned)}`,
      "payload-changed",
      () => `review-decision:${step(returned)}`,
    ],
    [
      "another decider",
      () => sql`update review_steps set decided_by = ${mayor.id} where id = ${step(approved)}`,
      "payload-changed",
      () => `review-decision:${step(approved)}`,
    ],
    [
      "another time",
      () => sql`update review_steps set decided_at = decided_at - 1000 where id = ${step(approved)}`,
      "payload-changed",
      () => `review-decision:${step(approved)}`,
    ],
    [
      "another hash under a decision",
      () => sql`update review_steps set decided_hash = ${open.hash} where id = ${step(approved)}`,
      "payload-changed",
      () => `review-decision:${step(approved)}`,
    ],
    [
      "a decision taken away",
      () =>
        sql`update review_steps set decision = null, decided_by = null, decided_at = null, decided_hash = null, reason = null where id = ${step(returned)}`,
      "payload-missing",
      () => `review-decision:${step(returned)}`,
    ],
    [
      "a decision that nobody took",
      () =>
        sql`update review_steps set decision = 'approved', decided_by = ${secretary.id}, decided_at = 5, decided_hash = ${open.hash} where id = ${step(open)}`,
      "unrecorded",
      () => `review-decision:${step(open)}`,
    ],
    [
      "an open round declared approved",
      () => sql`update reviews set state = 'approved', ended_at = 7 where id = ${open.id}`,
      "payload-changed",
      () => `review:${open.id}`,
    ],
    [
      "the end of a round moved",
      () => sql`update reviews set ended_at = ended_at + 1 where id = ${approved.id}`,
      "payload-changed",
      () => `review:${approved.id}`,
    ],
    [
      "an approved round bound to another hash",
      () => sql`update reviews set hash = ${open.hash} where id = ${approved.id}`,
      "payload-changed",
      () => `review:${approved.id}`,
    ],
    [
      "an approved round bound to another version",
      () =>
        sql`update reviews set version_id = ${open.version.id}, version_number = 2, hash = ${open.hash} where id = ${approved.id}`,
      "payload-changed",
      () => `review:${approved.id}`,
    ],
    [
      "an author struck off",
      () => sql`update reviews set authors = '[]' where id = ${returned.id}`,
      "payload-changed",
      () => `review:${returned.id}`,
    ],
    [
      "a step added",
      () =>
        sql`insert into review_steps (id, review_id, position, ordinal, account_id) values ('01ARZ3NDEKTSV4RRFFQ69G5FAV', ${open.id}, 2, 9, ${mayor.id})`,
      "payload-changed",
      () => `review:${open.id}`,
    ],
    [
      "a step that was left out removed",
      () => sql`delete from review_steps where id = ${step(returned, 1)}`,
      "payload-changed",
      () => `review:${returned.id}`,
    ],
    [
      "a deadline changed",
      () => sql`update review_steps set due_days = 30 where id = ${step(approved)}`,
      "payload-changed",
      () => `review:${approved.id}`,
    ],
    [
      "another delegate",
      () => sql`update review_steps set delegate_id = ${secretary.id} where id = ${step(approved)}`,
      "payload-changed",
      () => `review-delegation:${step(approved)}`,
    ],
    [
      "a withdrawal undone",
      () =>
        sql`update reviews set state = 'returned', withdrawn_by = null, withdrawal_reason = null where id = ${withdrawn.id}`,
      "payload-missing",
      () => `review-withdrawal:${withdrawn.id}`,
    ],
    [
      "the reason of a withdrawal rewritten",
      () => sql`update reviews set withdrawal_reason = 'Lain.' where id = ${withdrawn.id}`,
      "payload-changed",
      () => `review-withdrawal:${withdrawn.id}`,
    ],
  ];

  test.each(CHANGES)("finds %s", async (_name, change, kind, subject) => {
    const findings = await tampered(change());
    expect(findings).toContainEqual(expect.objectContaining({ kind, subject: subject() }));
    expect(await check()).toEqual([]);
  });

  test("finds a round whose rows and whose events are gone, from either side", async () => {
    const rows = await tampered(
      sql`delete from review_steps where review_id = ${returned.id}`,
      sql`delete from reviews where id = ${returned.id}`,
    );
    expect(rows.map(({ kind }) => kind)).toContain("payload-missing");
    const written = await t.data.db.select().from(events).where(eq(events.action, "review.decided"));
    const last = written.at(-1);
    const record = await tampered(
      sql`delete from event_details where chain = ${id} and seq = ${last?.seq}`,
      sql`delete from events where chain = ${id} and seq = ${last?.seq}`,
    );
    expect(record.map(({ kind }) => kind)).toContain("unrecorded");
  });

  test("keeps no second copy of a decision that could agree with the hash while the rows do not", async () => {
    const written = await t.data.db
      .select({ action: events.action, payload: eventDetails.payload })
      .from(events)
      .innerJoin(
        eventDetails,
        sql`${eventDetails.chain} = ${events.chain} and ${eventDetails.seq} = ${events.seq}`,
      );
    const own = written.filter(({ action }) => action.startsWith("review."));
    expect(own.length).toBeGreaterThan(7);
    expect(own.every(({ payload }) => payload === null)).toBe(true);
  });

  test("the database itself refuses what must never be", async () => {
    const { db } = t.data;
    const refused = async (statement: SQL) =>
      expect(db.run(statement)).rejects.toSatisfy((error) => isConstraintViolation(error));
    await refused(sql`update reviews set state = 'open', ended_at = null where id = ${approved.id}`);
    await refused(sql`update review_steps set account_id = ${deputy.id} where id = ${step(open)}`);
    await refused(
      sql`update review_steps set decision = 'returned', decided_by = ${mayor.id}, decided_at = 1, decided_hash = ${open.hash}, reason = '' where id = ${step(open)}`,
    );
    await refused(sql`update review_steps set unit_id = 'x' where id = ${step(open)}`);
    // Of a text that nobody wrote on since, too, who submitted it does not decide. [RV6]
    await db.run(sql`update reviews set authors = '[]' where id = ${open.id}`);
    const by = open.submittedBy.id;
    const decision = { kind: "approved", by, at: 1, hash: open.hash, reason: null } as const;
    await expect(
      t.deps.repos.reviews.decide(open.policyId, open.id, step(open) as ReviewStepId, async () => ({
        decision,
      })),
    ).rejects.toSatisfy(isLostGuard);
    const [row] = await db
      .select()
      .from(reviewSteps)
      .where(eq(reviewSteps.id, step(open) as ReviewStepId));
    expect(row?.decision).toBeNull();
  });
});
