/** Rounds and stages on D1: the same statements, guards and races. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAuditTrail } from "../../db/audit-trail.ts";
import { createD1Db } from "../../db/d1.workers.ts";
import type { Db } from "../../db/database.ts";
import { createReviewInputRepo } from "../../db/repos/review-input.repo.ts";
import { createReviewPayloadReaders } from "../../db/repos/review-payload.ts";
import { createReviewPeopleRepo } from "../../db/repos/review-people.repo.ts";
import { createReviewRepo } from "../../db/repos/review.repo.ts";
import { createStageRepo } from "../../db/repos/stage.repo.ts";
import { accounts } from "../../db/schema/accounts.ts";
import { DomainError } from "../../domain/errors.ts";
import type {
  AccountId,
  AuthorityId,
  PolicyId,
  ReviewId,
  ReviewStepId,
  VersionId,
} from "../../domain/ids.ts";
import type { DecisionKind } from "../../domain/reviews/review.ts";
import { defaultPlan } from "../../domain/stages/default-stages.ts";
import { openLocalD1, type LocalD1 } from "../support/local-d1.ts";
import { SEEDED, seedRows } from "../support/seed-rows.ts";
import { id, round, step } from "./builders.ts";

const policy = SEEDED.policy as PolicyId;
const submitter = SEEDED.account as AccountId;
const first = id<AccountId>("01JA0000000000000000000002");
const second = id<AccountId>("01JA0000000000000000000003");

describe("on D1", () => {
  let d1: LocalD1;
  let db: Db;
  beforeAll(async () => {
    d1 = await openLocalD1();
    db = createD1Db(d1.database as unknown as Parameters<typeof createD1Db>[0], {});
    for (const { sql, params } of seedRows()) {
      const values = params.map((value) => (value instanceof Uint8Array ? [...value] : value));
      await d1.database.batch([d1.database.prepare(sql).bind(...values)]);
    }
    for (const [account, name] of [
      [first, "budi"],
      [second, "citra"],
    ] as const) {
      const at = new Date(1);
      const row = {
        name,
        email: `${name}@example.id`,
        role: "leader",
        createdAt: at,
        updatedAt: at,
      } as const;
      await db.insert(accounts).values({ ...row, id: account });
    }
  });
  afterAll(() => d1.dispose());

  test("[RV1] [RV2] [RV13] submitted once, decided once each, approved when all are; the second is refused by the rules", async () => {
    const repo = createReviewRepo(db, createAuditTrail({ db }));
    const review = round(
      [step("01JS0000000000000000000001", 1, first), step("01JS0000000000000000000002", 1, second)],
      {
        id: id<ReviewId>("01JR0000000000000000000001"),
        policyId: policy,
        versionId: SEEDED.version as VersionId,
        versionNumber: 1,
        authors: [],
        submittedBy: submitter,
      },
    );
    const running = new DomainError("conflict", "review-open", "open");
    const submit = (reviewId: string) =>
      repo.submit(policy, async () => {
        if (await repo.open(policy)) throw running;
        return { review: { ...review, id: reviewId as ReviewId }, newReviewers: [first] };
      });
    const submissions = await Promise.allSettled([submit(review.id), submit("01JR0000000000000000000002")]);
    expect(submissions.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const open = await repo.open(policy);
    if (!open) throw new Error("no round");

    const decided = new DomainError("conflict", "review-step-approved", "decided");
    const decide = (stepId: ReviewStepId, by: AccountId, at: number, kind: DecisionKind = "approved") =>
      repo.decide(policy, open.id, stepId, async (now) => {
        if (now?.steps.find((each) => each.id === stepId)?.decision) throw decided;
        return { decision: { kind, by, at, hash: open.hash, reason: null } };
      });
    const [one, two] = open.steps.map((each) => each.id);
    if (!one || !two) throw new Error("no steps");
    const acts = await Promise.allSettled([
      decide(one, first, 5),
      decide(one, second, 6),
      decide(two, second, 7),
    ]);
    expect(acts.map(({ status }) => status).filter((each) => each === "rejected")).toHaveLength(1);
    const done = await repo.get(policy, open.id);
    expect(done?.steps.every(({ decision }) => decision?.kind === "approved")).toBe(true);
    expect(done?.state).toBe("approved");
    expect((await repo.approvalOf(open.hash))?.id).toBe(open.id);
    expect(await repo.authorsBetween(policy, 0, 1)).toEqual([]);
    expect(await repo.concerning(first, null)).toEqual([]);
    expect((await repo.recorded(policy, [one])).get(one)?.decision).toBe("approved");

    const people = await createReviewPeopleRepo(db).deciders(policy);
    expect(people.map(({ name, relation }) => [name, relation])).toEqual([
      ["budi", "reviewer"],
      ["citra", null],
    ]);
    const ids = await createReviewPayloadReaders(db)["review-decision"]?.ids?.();
    expect(ids?.toSorted()).toEqual([one, two]);
    expect(await createReviewInputRepo(db).counts(policy)).toEqual({ received: 0, answered: 0, against: 0 });
    expect(await createReviewInputRepo(db).objections(policy, 5)).toEqual([]);
  });

  test("[ST5] [ST10] plans are optimistic, the history of stages is read from the record", async () => {
    const repo = createStageRepo(db, createAuditTrail({ db }));
    const authority = SEEDED.authority as AuthorityId;
    const by = { actor: submitter, at: 5 };
    await repo.setPlan(authority, "perkada", defaultPlan("perkada"), 0, by);
    await expect(repo.setPlan(authority, "perkada", null, 0, by)).rejects.toThrow();
    expect(await repo.plan(authority, "perkada")).toMatchObject({ revision: 1, updatedBy: submitter });
    expect((await repo.history(policy)).changes).toEqual([]);
  });
});
