/** Deciding, passing on, withdrawing. Each reads the round as it is at the moment of writing. [RV4 to RV14] */
import type { Account } from "../../domain/accounts/account.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AccountId, ReviewId, ReviewStepId } from "../../domain/ids.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import { mayDecideStep, mayDelegate, mayReceive, type Decider } from "../../domain/reviews/deciding.ts";
import type { Decision, Review, ReviewStep } from "../../domain/reviews/review.ts";
import type { DecideStep, DelegateStep, WithdrawReview } from "../../domain/reviews/reviews.contract.ts";
import { openSteps, stateFromSteps, stepState } from "../../domain/reviews/steps.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";
import { needsMembership, type Deciders } from "./deciders.ts";
import { endedRefusal, stepRefusal, type Witness } from "./refuse.ts";
import type { Tell } from "./tell.ts";

type Needs = Pick<Deps, "repos" | "rooms" | "now"> & { deciders: Deciders; tell: Tell };

export function createActOnReview({ repos, rooms, now, deciders, tell }: Needs) {
  const zoneOf = async (policy: Policy): Promise<string> =>
    found(await repos.directory.getAuthority(policy.authorityId)).timeZone;
  const witnessOf =
    (policy: Policy): Witness =>
    async ({ by, at }) => {
      const names = await repos.accounts.names([by]);
      return { who: names.get(by) ?? "", at, zone: await zoneOf(policy) };
    };
  const decider = async (policy: Policy, id: AccountId): Promise<Decider> =>
    found((await deciders.of(policy, [id])).get(id), "unknown-account");

  function stepOf(review: Review | null, id: ReviewStepId): readonly [Review, ReviewStep] {
    const round = found(review, "unknown-review");
    return [
      round,
      found(
        round.steps.find((step) => step.id === id),
        "unknown-review",
      ),
    ];
  }

  const withDecision = (review: Review, step: ReviewStep, decision: Decision): Review => {
    const steps = review.steps.map((each) => (each.id === step.id ? { ...each, decision } : each));
    return { ...review, steps, state: stateFromSteps({ steps }) };
  };

  return {
    /** Throws `conflict` for another hash and where somebody was faster, `not-allowed` for who may not decide. */
    async decide(
      actor: Account,
      { id: policyId }: Policy,
      reviewId: ReviewId,
      stepId: ReviewStepId,
      input: DecideStep,
    ): Promise<void> {
      let wentBack = false;
      await repos.reviews.decide(policyId, reviewId, stepId, async (current) => {
        const [review, step] = stepOf(current, stepId);
        const policy = found(await repos.policies.get(policyId));
        const person = await decider(policy, actor.id);
        const verdict = mayDecideStep(person, review, step);
        if (!verdict.allowed) throw await stepRefusal(verdict.reason, review, step, witnessOf(policy));
        if (input.hash !== review.hash) {
          throw new DomainError("conflict", "review-other-hash", "the hash is not the round's");
        }
        // Nobody can read what its hash stands for: it can only go back. [ER6]
        if (input.decision === "approve" && (await repos.versions.erasedAt(review.versionId)) !== null) {
          throw new DomainError("conflict", "version-erased", "its content is not whole");
        }
        const reason = input.reason ? input.reason : null;
        if (input.decision === "return" && reason === null) {
          throw new DomainError("bad-input", "review-reason-missing", "a return without reason", [
            { path: "reason", message: "missing" },
          ]);
        }
        const kind = input.decision === "approve" ? "approved" : "returned";
        const decision: Decision = { kind, by: actor.id, at: now(), hash: input.hash, reason };
        const after = withDecision(review, step, decision);
        wentBack = kind === "returned" && policy.stage !== "drafting";
        const telling = {
          policy,
          review: after,
          timeZone: await zoneOf(policy),
          actor: actor.id,
          at: decision.at,
        };
        const people = await deciders.all(policy);
        return {
          decision,
          ...(wentBack && { backToDrafting: policy }),
          statements: [...tell.turns(telling, people, openSteps(review)), ...tell.writers(telling)],
        };
      });
      if (wentBack) rooms.rightsChanged({ policy: policyId });
    },

    /** Throws `conflict` where it was passed on or decided, `bad-input` or `not-allowed` for who may not get it. */
    async delegate(
      actor: Account,
      policy: Policy,
      reviewId: ReviewId,
      stepId: ReviewStepId,
      input: DelegateStep,
    ): Promise<void> {
      let joined = false;
      await repos.reviews.delegate(policy.id, reviewId, stepId, async (current) => {
        const [review, step] = stepOf(current, stepId);
        const giving = mayDelegate(await decider(policy, actor.id), review, step);
        if (!giving.allowed) throw await stepRefusal(giving.reason, review, step, witnessOf(policy));
        const receiver = (await deciders.of(policy, [input.to])).get(input.to);
        if (!receiver) throw refusedReceiver("unknown-person");
        const receiving = mayReceive(receiver, review, step, actor.id);
        if (!receiving.allowed) throw refusedReceiver(`person-${receiving.reason}:${receiver.name}`);
        joined = needsMembership(receiver);
        const at = now();
        const delegation = { to: input.to, by: actor.id, at, note: input.note ? input.note : null };
        const telling = { policy, review, timeZone: await zoneOf(policy), actor: actor.id, at };
        const itsTurn = stepState(review, step) === "open";
        return {
          delegation,
          newReviewers: joined ? [input.to] : [],
          statements: itsTurn ? tell.delegate(telling, step, input.to) : [],
        };
      });
      if (joined) rooms.rightsChanged({ policy: policy.id, account: input.to });
    },

    /** Throws `conflict` for a round that is over. */
    async withdraw(
      actor: Account,
      policy: Policy,
      reviewId: ReviewId,
      { reason }: WithdrawReview,
    ): Promise<void> {
      await repos.reviews.withdraw(policy.id, reviewId, async (current) => {
        const review = found(current, "unknown-review");
        if (review.state !== "open") throw await endedRefusal(review, witnessOf(policy));
        return { by: actor.id, at: now(), reason };
      });
    },
  };
}

const refusedReceiver = (message: string) =>
  new DomainError("bad-input", "review-receiver", "the receiver is refused", [{ path: "to", message }]);
