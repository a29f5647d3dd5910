/** What waits for somebody: the steps whose turn it is and that they may decide. */
import { decideOnPolicy } from "../../domain/access/access.ts";
import type { Account } from "../../domain/accounts/account.ts";
import { dayOf } from "../../domain/calendar-days.ts";
import { mayDecideStep } from "../../domain/reviews/deciding.ts";
import type { WaitingReview } from "../../domain/reviews/reviews.contract.ts";
import type { Deps } from "../deps.ts";
import type { Deciders } from "./deciders.ts";
import { presentDeadline } from "./present-review.ts";

const NEVER = "9999-12-31";

export function createListWaiting({
  repos,
  now,
  deciders,
}: Pick<Deps, "repos" | "now"> & { deciders: Deciders }) {
  return async function listWaiting(account: Account): Promise<WaitingReview[]> {
    const items: WaitingReview[] = [];
    for (const review of await repos.reviews.concerning(account.id, account.unitId)) {
      const access = await repos.policies.access(review.policyId, account.id);
      if (!access) continue;
      const { policy, relation } = access;
      if (!decideOnPolicy("review.decide", account.role, { relation, stage: policy.stage }).allowed) continue;
      const [people, authority, version, names] = await Promise.all([
        deciders.of(policy, [account.id]),
        repos.directory.getAuthority(policy.authorityId),
        repos.versions.get(policy.id, review.versionNumber),
        repos.accounts.names([review.submittedBy]),
      ]);
      const me = people.get(account.id);
      if (!me || !authority || !version) continue;
      const { timeZone } = authority;
      const today = dayOf(now(), timeZone);
      for (const step of review.steps) {
        if (!mayDecideStep(me, review, step).allowed) continue;
        items.push({
          reviewId: review.id,
          stepId: step.id,
          policyId: policy.id,
          title: policy.title,
          documentType: policy.documentType,
          authority: { name: authority.name, timeZone },
          version: { number: version.number, label: version.label },
          submittedBy: { id: review.submittedBy, name: names.get(review.submittedBy) ?? "" },
          submittedAt: review.submittedAt,
          ...(review.message !== null && { message: review.message }),
          ...presentDeadline(review, step, { timeZone, today }),
        });
      }
    }
    return items.toSorted(
      (a, b) => (a.dueOn ?? NEVER).localeCompare(b.dueOn ?? NEVER) || a.submittedAt - b.submittedAt,
    );
  };
}
