import { DomainError } from "../../domain/errors.ts";
import type { AccountId, ContributionId } from "../../domain/ids.ts";
import { dayIn } from "../../domain/consultations/zone-time.ts";
import { shortTitle } from "../../domain/policies/short-title.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import type { Deps } from "../deps.ts";
import { actOnInputs, requireInputs } from "./triage-contributions.ts";

/** Gives inputs to somebody to answer, who is told, or takes them back (null). [CT13] */
export function createAssignContributions(deps: Pick<Deps, "repos" | "now" | "isDemo">) {
  const { repos, now, isDemo } = deps;
  return async function assignContributions(
    actor: AccountId,
    policy: Policy,
    ids: readonly ContributionId[],
    assigneeId: AccountId | null,
  ): Promise<void> {
    if (assigneeId !== null) {
      const answerers = await repos.contributions.answerers(policy.id, isDemo());
      if (!answerers.some(({ id }) => id === assigneeId))
        throw new DomainError("bad-input", "unknown-assignee", "may not answer", [
          { path: "assigneeId", message: "invalid" },
        ]);
    }
    const inputs = await requireInputs(deps, policy.id, ids);
    const at = now();
    const zone = (await repos.directory.getAuthority(policy.authorityId))?.timeZone ?? "Asia/Jakarta";
    const told =
      assigneeId === null
        ? []
        : repos.notifications.statements({
            kind: "contribution.assigned",
            to: [assigneeId],
            actor,
            policyId: policy.id,
            subject: { kind: "policy", id: policy.id },
            title: shortTitle(policy.title).subject || policy.title,
            link: `/kerja/rancangan/${policy.id}/masukan?petugas=me`,
            at,
            on: dayIn(zone, at),
          });
    await actOnInputs(() => repos.contributionActs.assign(inputs, assigneeId, told));
  };
}
