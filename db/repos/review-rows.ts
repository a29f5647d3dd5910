/** Rows of rounds and steps as the domain's values, and back. */
import type {
  Addressee,
  Deadline,
  Decision,
  Delegation,
  Review,
  ReviewStep,
} from "../../domain/reviews/review.ts";
import type { reviews, reviewSteps } from "../schema/reviews.ts";

export type ReviewRow = typeof reviews.$inferSelect;
export type StepRow = typeof reviewSteps.$inferSelect;
export type NewStepRow = typeof reviewSteps.$inferInsert;

export function toReview(row: ReviewRow, steps: readonly StepRow[]): Review {
  const { withdrawnBy, withdrawalReason, ...rest } = row;
  const withdrawn = withdrawnBy !== null && withdrawalReason !== null && row.endedAt !== null;
  return {
    ...rest,
    withdrawal: withdrawn ? { by: withdrawnBy, at: row.endedAt ?? 0, reason: withdrawalReason } : null,
    steps: steps
      .filter(({ reviewId }) => reviewId === row.id)
      .toSorted((a, b) => a.position - b.position || a.ordinal - b.ordinal)
      .map(toStep),
  };
}

export function toStep(row: StepRow): ReviewStep {
  const { id, position } = row;
  return {
    id,
    position,
    addressee: addresseeOf(row),
    deadline: deadlineOf(row),
    delegation: delegationOf(row),
    decision: decisionOf(row),
  };
}

function addresseeOf({ id, accountId, unitId }: StepRow): Addressee {
  if (accountId !== null) return { kind: "account", accountId };
  if (unitId !== null) return { kind: "office", unitId };
  throw new Error(`step ${id} is addressed to nobody`);
}

function deadlineOf({ dueOn, dueDays, dueUnit }: StepRow): Deadline | null {
  if (dueOn !== null) return { on: dueOn };
  return dueDays !== null && dueUnit !== null ? { days: dueDays, unit: dueUnit } : null;
}

function delegationOf({ delegateId, delegatedBy, delegatedAt, delegationNote }: StepRow): Delegation | null {
  if (delegateId === null || delegatedBy === null || delegatedAt === null) return null;
  return { to: delegateId, by: delegatedBy, at: delegatedAt, note: delegationNote };
}

function decisionOf({ decision, decidedBy, decidedAt, decidedHash, reason }: StepRow): Decision | null {
  if (decision === null || decidedBy === null || decidedAt === null || decidedHash === null) return null;
  return { kind: decision, by: decidedBy, at: decidedAt, hash: decidedHash, reason };
}

export function newStepRow(review: Review, step: ReviewStep, ordinal: number): NewStepRow {
  const { id, position, addressee, deadline } = step;
  const due =
    deadline === null
      ? {}
      : "on" in deadline
        ? { dueOn: deadline.on }
        : { dueDays: deadline.days, dueUnit: deadline.unit };
  return {
    id,
    reviewId: review.id,
    position,
    ordinal,
    ...(addressee.kind === "account" ? { accountId: addressee.accountId } : { unitId: addressee.unitId }),
    ...due,
  };
}
