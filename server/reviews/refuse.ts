/** From the reasons of the rules to what the asker is told: by whom and what, where somebody was faster. [RV13] */
import { DomainError, type DomainErrorCode, type ErrorFacts } from "../../domain/errors.ts";
import type { AccountId, EpochMs } from "../../domain/ids.ts";
import type { DelegationReason } from "../../domain/reviews/deciding.ts";
import type { Review, ReviewStep } from "../../domain/reviews/review.ts";

const CODES: Readonly<Record<DelegationReason, DomainErrorCode>> = {
  disabled: "not-allowed",
  "not-a-decider": "not-allowed",
  "other-authority": "not-allowed",
  author: "not-allowed",
  submitter: "not-allowed",
  "not-addressed": "not-allowed",
  "step-decided": "conflict",
  "round-ended": "conflict",
  "not-yet": "conflict",
  "decided-another": "conflict",
  "already-delegated": "conflict",
  "to-oneself": "bad-input",
  "addressed-already": "bad-input",
};

/** Who did something and when, as the sentence of a refusal names them. */
export type Witness = (act: { readonly by: AccountId; readonly at: EpochMs }) => Promise<ErrorFacts>;

/** The error for a refused act on a step. */
export async function stepRefusal(
  reason: DelegationReason,
  review: Review,
  step: ReviewStep,
  witness: Witness,
): Promise<DomainError> {
  const { decision, delegation } = step;
  if (reason === "step-decided" && decision) {
    return new DomainError("conflict", `review-step-${decision.kind}`, reason, [], await witness(decision));
  }
  if (reason === "already-delegated" && delegation) {
    const facts = await witness({ by: delegation.to, at: delegation.at });
    return new DomainError("conflict", "review-step-delegated", reason, [], facts);
  }
  if (reason === "round-ended") return endedRefusal(review, witness);
  return new DomainError(CODES[reason], `review-${reason}`, reason);
}

/** The error for an act on a round that is over: who ended it, and how. */
export async function endedRefusal(review: Review, witness: Witness): Promise<DomainError> {
  const last = review.steps
    .flatMap(({ decision }) => (decision?.kind === review.state ? [decision] : []))
    .toSorted((a, b) => b.at - a.at)[0];
  const act = review.withdrawal ?? last;
  const facts = act ? await witness(act) : {};
  return new DomainError("conflict", `review-round-${review.state}`, review.state, [], facts);
}
