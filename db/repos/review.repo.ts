/**
 * Rounds of approval. Every act reads, decides and writes against one head of
 * the policy's chain: what moved in between makes the batch fail and the act
 * is made anew from what is true then, so that of two who act at once the
 * second is answered by the rules, not by a broken constraint.
 */
import { and, eq, isNull, sql } from "drizzle-orm";
import type { AccountId, EpochMs, PolicyId, ReviewId, ReviewStepId } from "../../domain/ids.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import type { Decision, Delegation, Review } from "../../domain/reviews/review.ts";
import type { Act, ActEvent, AuditTrail } from "../audit-trail.ts";
import { isConstraintViolation } from "../constraint-violation.ts";
import type { Db, DbStatement } from "../database.ts";
import { guard, guardChanged, isLostGuard } from "../guards.ts";
import { policies, policyMembers } from "../schema/policies.ts";
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
import { createReviewReads } from "./review-reads.ts";
import { newStepRow } from "./review-rows.ts";

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

const MAX_ATTEMPTS = 50;

export type ReviewRepo = ReturnType<typeof createReviewRepo>;

export function createReviewRepo(db: Db, trail: AuditTrail) {
  const reads = createReviewReads(db);

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
    ...reads,
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
        const review = await reads.get(policy, id);
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
              sql`not exists (select 1 from ${reviews} where ${reviews.id} = ${id} and (${reviews.submittedBy} = ${decision.by} or ${decision.by} in (select value from json_each(${reviews.authors}))))`,
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
        const review = await reads.get(policy, id);
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
        const review = await reads.get(policy, id);
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
