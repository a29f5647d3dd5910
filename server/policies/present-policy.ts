/** What leaves the server of a policy. */
import { decideOnPolicy, type PolicyAction } from "../../domain/access/access.ts";
import { titleOf } from "../../domain/clauses/content.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { Account } from "../../domain/accounts/account.ts";
import type { ListedPolicy } from "../../db/repos/policy.repo.ts";
import type { PolicyDetail, PolicyListItem } from "../../domain/policies/policies.contract.ts";
import type { Deps } from "../deps.ts";
import type { PolicyAccess } from "../http/context.ts";
import { found } from "../http/refusals.ts";

export function presentListed(listed: ListedPolicy): PolicyListItem {
  const { policy, relation, authorityName, timeZone, unitName } = listed;
  const { id, title, documentType, stage, authorityId, unitId, updatedAt } = policy;
  return {
    id,
    title,
    documentType,
    stage,
    authority: { id: authorityId, name: authorityName, timeZone },
    ...(unitId && unitName !== null && { unit: { id: unitId, name: unitName } }),
    ...(relation && { relation }),
    updatedAt,
  };
}

export function createPresentPolicy({ repos, rooms }: Pick<Deps, "repos" | "rooms">) {
  /** The text is the truth of the title; the row, which lists read, follows when somebody looks. */
  async function currentTitle(policy: PolicyAccess["policy"], clauses: readonly Clause[]): Promise<string> {
    const title = titleOf(clauses) || policy.title;
    if (title !== policy.title) await repos.policies.setTitle(policy.id, title);
    return title;
  }

  return async function presentPolicy(
    { policy, relation }: PolicyAccess,
    asker: Account,
  ): Promise<PolicyDetail> {
    const { id, documentType, stage, authorityId, unitId, updatedAt, erasedEpoch } = policy;
    const [authority, unit, members, live] = await Promise.all([
      repos.directory.getAuthority(authorityId),
      unitId ? repos.directory.getUnit(unitId) : null,
      repos.policies.members(id),
      rooms.read(id),
    ]);
    const { name, spelling, timeZone } = found(authority);
    const title = await currentTitle(policy, live.clauses);
    const may = (action: PolicyAction) => decideOnPolicy(action, asker.role, { relation, stage }).allowed;
    return {
      id,
      title,
      documentType,
      stage,
      authority: { id: authorityId, name, spelling, timeZone },
      ...(unit && { unit: { id: unit.id, name: unit.name } }),
      members,
      ...(relation && { relation }),
      may: {
        write: may("policy.write"),
        freeze: may("policy.freeze"),
        restore: may("policy.restore"),
        manageMembers: may("policy.members"),
        changeStage: may("policy.change"),
        history: may("history.read"),
        erase: may("policy.erase"),
      },
      epoch: live.epoch,
      ...(erasedEpoch !== null && { erasedEpoch }),
      updatedAt,
    };
  };
}
