/**
 * Rounds of approval. Every act reads, decides and writes against one head of
 * the policy's chain: what moved in between makes the batch fail and the act
 * is made anew from what is true then, so that of two who act at once the
 * second is answered by the rules, not by a broken constraint.
 */
import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import type { AccountId, EpochMs, PolicyId, ReviewId, ReviewStepId } from "../../domain/ids.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import type { Decision, DecisionKind, Delegation, Review } from "../../domain/reviews/review.ts";
import type { Act, ActEvent, AuditTrail } from "../audit-trail.ts";
import { isConstraintViolation } from "../constraint-violation.ts";
import type { Db, DbStatement } from "../database.ts";
import { guard, guardChanged, isLostGuard } from "../guards.ts";
import { policies, policyMembers, versions } from "../schema/policies.ts";
import { reviews, reviewSteps } from "../schema/reviews.ts";
import {
  decidedPayload,
  DECISION_SUBJECT,
  delegatedPayload,
  DELEGATION_SUBJECT,
  REVIEW_SUBJECT,
  submittedPayload,
  withdrawnPayload,
  WITHDRAWAL_SUBJECT,
} from "./review-payload.ts";
import { newStepRow, toReview } from "./review-rows.ts";

/** What an act brings with it. */
export interface ReviewSideEffects {
  /** Who becomes a member of the policy as a reviewer. [RV11] */
  readonly newReviewers?: readonly AccountId[];
  /** Notifications and the like, for the same batch. */
  readonly statements?: readonly DbStatement[];
}

export type PlannedDecision = ReviewSideEffects & {
  readonly decision: Decision;
  /** The policy as it is, where a return takes it back to drafting. [RV5] */
  readonly backToDrafting?: Policy | undefined;
};
export type PlannedDelegation = ReviewSideEffects & { readonly delegation: Delegation };
export type PlannedWithdrawal = ReviewSideEffects & {
  readonly by: AccountId;
  readonly at: EpochMs;
  readonly reason: string;
};
export type PlannedSubmission = ReviewSideEffects & { readonly review: Review };

/** A round as far as a text's standing needs it. */
export type RoundSummary = Pick<
  Review,
  | "id"
  | "versionId"
  | "versionNumber"
  | "hash"
  | "contentSchema"
  | "state"
  | "submittedBy"
  | "submittedAt"
  | "endedAt"
>;

/** More rounds than a policy ever has. */
const MAX_ROUNDS = 500;
const MAX_ATTEMPTS = 50;

export type ReviewRepo = ReturnType<typeof createReviewRepo>;

export function createReviewRepo(db: Db, trail: AuditTrail) {
  const stepsOf = (ids: readonly ReviewId[]) =>
    db
      .select()
      .from(reviewSteps)
      // As one parameter: D1 takes at most 100 a statement.
      .where(sql`${reviewSteps.reviewId} in (select value from json_each(${JSON.stringify(ids)}))`);

  async function get(policy: PolicyId, id: ReviewId): Promise<Review | null> {
    const row = await db
      .select()
      .from(reviews)
      .where(and(eq(reviews.id, id), eq(reviews.policyId, policy)))
      .get();
    return row ? toReview(row, await stepsOf([id])) : null;
  }

  async function open(policy: PolicyId): Promise<Review | null> {
    const row = await db
      .select()
      .from(reviews)
      .where(and(eq(reviews.policyId, policy), eq(reviews.state, "open")))
      .get();
    return row ? toReview(row, await stepsOf([row.id])) : null;
  }

  /** Runs an act until it stands or its rules refuse it. */
  async function perform(policy: PolicyId, makeAct: () => Promise<Act>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await trail.withEvent(policy, makeAct);
        return;
      } catch (error) {
        // Somebody was faster: what they did is an event, so the next attempt sees it.
        const overtaken =
          isLostGuard(error) ||
          isConstraintViolation(error, "reviews.policy_id") ||
          isConstraintViolation(error, "review_steps.decided_by");
        if (!overtaken || attempt >= MAX_ATTEMPTS) throw error;
      }
    }
  }

  /** Statements and events that make `accounts` reviewers of the policy. */
  function reviewersStatements(
    policy: PolicyId,
    accounts: readonly AccountId[],
    by: { readonly actor: AccountId; readonly at: EpochMs },
  ): { statements: DbStatement[]; events: ActEvent[] } {
    const statements = accounts.map((accountId) =>
      db.insert(policyMembers).values({ policyId: policy, accountId, role: "reviewer", createdAt: by.at }),
    );
    const touch = db
      .update(policies)
      .set({ revision: sql`${policies.revision} + 1` })
      .where(eq(policies.id, policy));
    const events = accounts.map((id) => ({
      ...by,
      action: "member.set",
      subject: { kind: "account", id },
      payload: { role: "reviewer" },
    }));
    return { statements: statements.length > 0 ? [...statements, touch] : [], events };
  }

  const isOpen = (id: ReviewId) =>
    guard(
      db,
      sql`exists (select 1 from ${reviews} where ${reviews.id} = ${id} and ${reviews.state} = 'open')`,
    );

  return {
    get,
    open,
    /** Newest first, with their steps. */
    async list(policy: PolicyId): Promise<Review[]> {
      const rows = await db
        .select()
        .from(reviews)
        .where(eq(reviews.policyId, policy))
        .orderBy(desc(reviews.submittedAt), desc(reviews.id))
        .limit(MAX_ROUNDS);
      const steps = await stepsOf(rows.map(({ id }) => id));
      return rows.map((row) => toReview(row, steps));
    },
    /** Newest first, without their steps: for how a text stands. */
    async rounds(policy: PolicyId): Promise<RoundSummary[]> {
      return db
        .select({
          id: reviews.id,
          versionId: reviews.versionId,
          versionNumber: reviews.versionNumber,
          hash: reviews.hash,
          contentSchema: reviews.contentSchema,
          state: reviews.state,
          submittedBy: reviews.submittedBy,
          submittedAt: reviews.submittedAt,
          endedAt: reviews.endedAt,
        })
        .from(reviews)
        .where(eq(reviews.policyId, policy))
        .orderBy(desc(reviews.submittedAt), desc(reviews.id))
        .limit(MAX_ROUNDS);
    },
    /** The newest round of a version with this hash that was not withdrawn, of any policy; null when it was never submitted. */
    async approvalOf(hash: string): Promise<Review | null> {
      const row = await db
        .select()
        .from(reviews)
        .where(and(eq(reviews.hash, hash), sql`${reviews.state} <> 'withdrawn'`))
        .orderBy(desc(reviews.submittedAt), desc(reviews.id))
        .limit(1)
        .get();
      return row ? toReview(row, await stepsOf([row.id])) : null;
    },
    /** What acts on rounds were about, by the subject of their event (a round's or a step's id). */
    async recorded(
      policy: PolicyId,
      subjects: readonly string[],
    ): Promise<
      ReadonlyMap<string, { version: number; decision: DecisionKind | null; delegate: AccountId | null }>
    > {
      if (subjects.length === 0) return new Map();
      const ids = sql`(select value from json_each(${JSON.stringify(subjects)}))`;
      const rounds = await db
        .select({ id: reviews.id, version: reviews.versionNumber })
        .from(reviews)
        .where(and(eq(reviews.policyId, policy), sql`${reviews.id} in ${ids}`));
      const steps = await db
        .select({
          id: reviewSteps.id,
          version: reviews.versionNumber,
          decision: reviewSteps.decision,
          delegate: reviewSteps.delegateId,
        })
        .from(reviewSteps)
        .innerJoin(reviews, eq(reviews.id, reviewSteps.reviewId))
        .where(and(eq(reviews.policyId, policy), sql`${reviewSteps.id} in ${ids}`));
      return new Map<string, { version: number; decision: DecisionKind | null; delegate: AccountId | null }>([
        ...rounds.map(({ id, version }) => [id, { version, decision: null, delegate: null }] as const),
        ...steps.map(({ id, ...rest }) => [id, rest] as const),
      ]);
    },
    /** Who typed or commanded between two versions: after number `after` (0 for creation), up to `upTo`. [RV6] */
    async authorsBetween(policy: PolicyId, after: number, upTo: number): Promise<AccountId[]> {
      const rows = await db
        .selectDistinct({ id: sql<AccountId>`author.value` })
        .from(versions)
        .innerJoin(sql`json_each(${versions.authors}) as author`, sql`1`)
        .where(
          and(
            eq(versions.policyId, policy),
            sql`${versions.number} > ${after} and ${versions.number} <= ${upTo}`,
          ),
        );
      return rows.map(({ id }) => id);
    },
    /** Open rounds with an undecided step that is addressed to the account, passed on to it, or addressed to its unit. */
    async concerning(account: AccountId, unit: string | null): Promise<Review[]> {
      const rows = await db
        .selectDistinct({ review: reviews })
        .from(reviews)
        .innerJoin(reviewSteps, eq(reviewSteps.reviewId, reviews.id))
        .where(
          and(
            eq(reviews.state, "open"),
            isNull(reviewSteps.decision),
            or(
              eq(reviewSteps.delegateId, account),
              and(isNull(reviewSteps.delegateId), eq(reviewSteps.accountId, account)),
              and(isNull(reviewSteps.delegateId), sql`${reviewSteps.unitId} = ${unit}`),
            ),
          ),
        )
        .orderBy(reviews.submittedAt)
        .limit(MAX_ROUNDS);
      const steps = await stepsOf(rows.map(({ review }) => review.id));
      return rows.map(({ review }) => toReview(review, steps));
    },
    /** Opens a round. `plan` reads, checks (its refusals are thrown) and says what to write; it may run again. */
    async submit(policy: PolicyId, plan: () => Promise<PlannedSubmission>): Promise<void> {
      await perform(policy, async () => {
        const { review, newReviewers = [], statements = [] } = await plan();
        const { steps, withdrawal: _none, ...row } = review;
        const by = { actor: review.submittedBy, at: review.submittedAt };
        const members = reviewersStatements(policy, newReviewers, by);
        return {
          ...by,
          action: "review.submitted",
          subject: { kind: REVIEW_SUBJECT, id: review.id },
          payload: submittedPayload(review),
          storePayload: false,
          statements: [
            db.insert(reviews).values(row),
            ...steps.map((step, ordinal) => db.insert(reviewSteps).values(newStepRow(review, step, ordinal))),
            ...members.statements,
            ...statements,
          ],
          more: members.events,
        };
      });
    },
    /**
     * Decides a step. `plan` gets the round as it is and says what to write, or
     * throws; it may run again. The round's state follows inside the batch.
     */
    async decide(
      policy: PolicyId,
      id: ReviewId,
      stepId: ReviewStepId,
      plan: (review: Review | null) => Promise<PlannedDecision>,
    ): Promise<void> {
      await perform(policy, async () => {
        const review = await get(policy, id);
        const { decision, backToDrafting, newReviewers = [], statements = [] } = await plan(review);
        const step = review?.steps.find((each) => each.id === stepId);
        if (!review || !step) throw new Error(`a decision on a step that is not there: ${stepId}`);
        const by = { actor: decision.by, at: decision.at };
        const members = reviewersStatements(policy, newReviewers, by);
        const undecided = sql`exists (select 1 from ${reviewSteps} where ${reviewSteps.reviewId} = ${id} and coalesce(${reviewSteps.decision}, '') <> 'approved')`;
        const state =
          decision.kind === "returned"
            ? { state: "returned" as const, endedAt: decision.at }
            : {
                state: sql`case when ${undecided} then 'open' else 'approved' end`,
                endedAt: sql`case when ${undecided} then null else ${decision.at} end`,
              };
        const back = backToDrafting ? backToDraftingAct(backToDrafting, by) : null;
        return {
          ...by,
          action: "review.decided",
          subject: { kind: DECISION_SUBJECT, id: stepId },
          payload: decidedPayload(review, { ...step, decision }),
          storePayload: false,
          statements: [
            isOpen(id),
            // Separation once more, where it cannot be gone round. [RV6]
            guard(
              db,
              sql`not exists (select 1 from ${reviews}, json_each(${reviews.authors}) as author where ${reviews.id} = ${id} and (author.value = ${decision.by} or ${reviews.submittedBy} = ${decision.by}))`,
            ),
            guard(
              db,
              sql`not exists (select 1 from ${reviewSteps} where ${reviewSteps.reviewId} = ${id} and ${reviewSteps.position} < ${step.position} and coalesce(${reviewSteps.decision}, '') <> 'approved')`,
            ),
            db
              .update(reviewSteps)
              .set({
                decision: decision.kind,
                decidedBy: decision.by,
                decidedAt: decision.at,
                decidedHash: decision.hash,
                reason: decision.reason,
              })
              .where(and(eq(reviewSteps.id, stepId), isNull(reviewSteps.decision))),
            guardChanged(db),
            db.update(reviews).set(state).where(eq(reviews.id, id)),
            ...(back?.statements ?? []),
            ...members.statements,
            ...statements,
          ],
          more: [...(back ? [back.event] : []), ...members.events],
        };
      });
    },
    /** Passes a step on. `plan` as in `decide`. */
    async delegate(
      policy: PolicyId,
      id: ReviewId,
      stepId: ReviewStepId,
      plan: (review: Review | null) => Promise<PlannedDelegation>,
    ): Promise<void> {
      await perform(policy, async () => {
        const review = await get(policy, id);
        const { delegation, newReviewers = [], statements = [] } = await plan(review);
        const step = review?.steps.find((each) => each.id === stepId);
        if (!review || !step) throw new Error(`a step that is not there is passed on: ${stepId}`);
        const by = { actor: delegation.by, at: delegation.at };
        const members = reviewersStatements(policy, newReviewers, by);
        return {
          ...by,
          action: "review.delegated",
          subject: { kind: DELEGATION_SUBJECT, id: stepId },
          payload: delegatedPayload(review, { ...step, delegation }),
          storePayload: false,
          statements: [
            isOpen(id),
            db
              .update(reviewSteps)
              .set({
                delegateId: delegation.to,
                delegatedBy: delegation.by,
                delegatedAt: delegation.at,
                delegationNote: delegation.note,
              })
              .where(
                and(eq(reviewSteps.id, stepId), isNull(reviewSteps.decision), isNull(reviewSteps.delegateId)),
              ),
            guardChanged(db),
            ...members.statements,
            ...statements,
          ],
          more: members.events,
        };
      });
    },
    /** Ends an open round without a decision. `plan` as in `decide`. */
    async withdraw(
      policy: PolicyId,
      id: ReviewId,
      plan: (review: Review | null) => Promise<PlannedWithdrawal>,
    ): Promise<void> {
      await perform(policy, async () => {
        const review = await get(policy, id);
        const { by: actor, at, reason, statements = [] } = await plan(review);
        if (!review) throw new Error(`a round that is not there is withdrawn: ${id}`);
        return {
          actor,
          at,
          action: "review.withdrawn",
          subject: { kind: WITHDRAWAL_SUBJECT, id },
          payload: withdrawnPayload({ ...review, withdrawal: { by: actor, at, reason } }),
          storePayload: false,
          statements: [
            db
              .update(reviews)
              .set({ state: "withdrawn", endedAt: at, withdrawnBy: actor, withdrawalReason: reason })
              .where(and(eq(reviews.id, id), eq(reviews.state, "open"))),
            guardChanged(db),
            ...statements,
          ],
        };
      });
    },
  };

  function backToDraftingAct(
    { id, stage, revision }: Policy,
    by: { readonly actor: AccountId; readonly at: EpochMs },
  ): { statements: DbStatement[]; event: ActEvent } {
    return {
      statements: [
        db
          .update(policies)
          .set({ stage: "drafting", revision: revision + 1, updatedAt: by.at })
          .where(and(eq(policies.id, id), eq(policies.revision, revision))),
        guardChanged(db),
      ],
      event: {
        ...by,
        action: "policy.changed",
        subject: { kind: "policy", id },
        payload: { stage: { from: stage, to: "drafting" } },
      },
    };
  }
}
