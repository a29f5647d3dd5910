/** Who approved a text is told when another one takes its place. */
import type { DbStatement } from "../../db/database.ts";
import type { Version } from "../../db/repos/version.repo.ts";
import { dayOf } from "../../domain/calendar-days.ts";
import type { AccountId, EpochMs } from "../../domain/ids.ts";
import { shortTitle } from "../../domain/policies/short-title.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import { standingApprovals } from "../../domain/reviews/approval.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";

export interface Freezing {
  readonly policy: Policy;
  readonly actor: AccountId;
  readonly at: EpochMs;
  /** Of what is being frozen. */
  readonly hash: string;
  /** The version before it. */
  readonly last: Version | null;
}

export function createTellOvertaken({ repos }: Pick<Deps, "repos">) {
  /** For the batch of freezing: only the first version after the approved one tells of it. */
  return async function tellOvertaken({ policy, actor, at, hash, last }: Freezing): Promise<DbStatement[]> {
    if (!last || last.hash === hash) return [];
    const rounds = await repos.reviews.rounds(policy.id);
    const approved = standingApprovals(rounds).find((round) => round.hash === last.hash);
    const review = approved && (await repos.reviews.get(policy.id, approved.id));
    if (!review) return [];
    const { timeZone } = found(await repos.directory.getAuthority(policy.authorityId));
    return repos.notifications.statements({
      kind: "approval.overtaken",
      to: review.steps.flatMap(({ decision }) => (decision ? [decision.by] : [])),
      actor,
      policyId: policy.id,
      subject: { kind: "review", id: review.id },
      title: shortTitle(policy.title).subject || policy.title,
      detail: `Versi ${review.versionNumber}`,
      link: `/kerja/rancangan/${policy.id}/persetujuan`,
      at,
      on: dayOf(at, timeZone),
    });
  };
}
