/** Who is told what of a round, as statements for the batch of the act. */
import type { DbStatement } from "../../db/database.ts";
import { dayOf } from "../../domain/calendar-days.ts";
import type { AccountId, EpochMs } from "../../domain/ids.ts";
import type { NotificationKind } from "../../domain/notifications/notification.ts";
import { shortTitle } from "../../domain/policies/short-title.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import { mayDecideVersion } from "../../domain/reviews/deciding.ts";
import type { Review, ReviewStep } from "../../domain/reviews/review.ts";
import { openSteps } from "../../domain/reviews/steps.ts";
import type { Deps } from "../deps.ts";
import { peopleOf, type NamedDecider } from "./deciders.ts";

interface Telling {
  readonly policy: Policy;
  readonly review: Review;
  readonly timeZone: string;
  readonly actor: AccountId;
  readonly at: EpochMs;
}

export function createTell({ repos }: Pick<Deps, "repos">) {
  function told(
    { policy, review, timeZone, actor, at }: Telling,
    kind: NotificationKind,
    to: Parameters<typeof repos.notifications.statements>[0]["to"],
    subject: { readonly kind: string; readonly id: string },
  ): DbStatement[] {
    const { subject: title } = shortTitle(policy.title);
    return repos.notifications.statements({
      kind,
      to,
      actor,
      policyId: policy.id,
      subject,
      title: title || policy.title,
      detail: `Versi ${review.versionNumber}`,
      link: `/kerja/rancangan/${policy.id}/persetujuan/${review.id}`,
      at,
      on: dayOf(at, timeZone),
    });
  }
  const ofRound = ({ review }: Telling) => ({ kind: "review", id: review.id });

  return {
    /** Those whose turn came: `review` is the round after the act, `before` the steps that were open already. */
    turns(telling: Telling, people: readonly NamedDecider[], before: readonly ReviewStep[]): DbStatement[] {
      const known = new Set(before.map(({ id }) => id));
      const opened = openSteps(telling.review).filter(({ id }) => !known.has(id));
      return opened.flatMap((step) => {
        const to = peopleOf(step, people).filter((each) => mayDecideVersion(each, telling.review).allowed);
        const ids = to.map(({ id }) => id);
        return ids.length > 0
          ? told(telling, "review.waiting", ids, { kind: "review-step", id: step.id })
          : [];
      });
    },
    /** One person to whom a step was passed on. */
    delegate: (telling: Telling, step: ReviewStep, to: AccountId): DbStatement[] =>
      told(telling, "review.waiting", [to], { kind: "review-step", id: step.id }),
    /** Those who write, of a decision: `review` is the round after it. */
    writers(telling: Telling): DbStatement[] {
      const { state } = telling.review;
      const kind =
        state === "returned"
          ? "review.returned"
          : state === "approved"
            ? "review.approved"
            : "review.decided";
      return told(telling, kind, { writersOf: telling.policy.id }, ofRound(telling));
    },
  };
}
export type Tell = ReturnType<typeof createTell>;
