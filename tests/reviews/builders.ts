/** Rounds and people for tests of the pure rules. */
import type { AccountId, PolicyId, ReviewId, ReviewStepId, UnitId, VersionId } from "../../domain/ids.ts";
import type { Decider } from "../../domain/reviews/deciding.ts";
import type { DecisionKind, Review, ReviewStep } from "../../domain/reviews/review.ts";
import { stateFromSteps } from "../../domain/reviews/steps.ts";

export const id = <T extends string>(name: string): T => name as T;
export const HASH = "a".repeat(64);

export function step(
  name: string,
  position: number,
  to: string | { readonly unit: string },
  more: Partial<ReviewStep> = {},
): ReviewStep {
  return {
    id: id<ReviewStepId>(name),
    position,
    addressee:
      typeof to === "string"
        ? { kind: "account", accountId: id<AccountId>(to) }
        : { kind: "office", unitId: id<UnitId>(to.unit) },
    deadline: null,
    delegation: null,
    decision: null,
    ...more,
  };
}

export const decided = (kind: DecisionKind, by: string, at = 1): Pick<ReviewStep, "decision"> => ({
  decision: { kind, by: id<AccountId>(by), at, hash: HASH, reason: kind === "returned" ? "Belum." : null },
});

export function round(steps: readonly ReviewStep[], more: Partial<Review> = {}): Review {
  const state = stateFromSteps({ steps });
  return {
    id: id<ReviewId>("round"),
    policyId: id<PolicyId>("policy"),
    versionId: id<VersionId>("version"),
    versionNumber: 2,
    hash: HASH,
    contentSchema: 1,
    message: null,
    authors: [id<AccountId>("author")],
    submittedBy: id<AccountId>("submitter"),
    submittedAt: 0,
    state,
    endedAt: state === "open" ? null : 9,
    withdrawal: null,
    steps,
    ...more,
  };
}

export const person = (name: string, more: Partial<Decider> = {}): Decider => ({
  id: id<AccountId>(name),
  role: "leader",
  unitId: null,
  relation: null,
  enabled: true,
  ofAuthority: true,
  ...more,
});
