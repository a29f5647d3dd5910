/** What waits for an answer of somebody, draft by draft. [CT21] */
import { decideOnPolicy } from "../../domain/access/access.ts";
import type { Account } from "../../domain/accounts/account.ts";
import type { WaitingInput } from "../../domain/contributions/contributions.contract.ts";
import type { Deps } from "../deps.ts";

export function createListWaitingInputs({ repos }: Pick<Deps, "repos">) {
  return async function listWaitingInputs({ id, role }: Account): Promise<WaitingInput[]> {
    const waiting = await repos.contributions.waitingFor(id);
    const items = await Promise.all(
      waiting.map(async (item): Promise<WaitingInput[]> => {
        const access = await repos.policies.access(item.policyId, id);
        const standing = access && { relation: access.relation, stage: access.policy.stage };
        return decideOnPolicy("contribution.answer", role, standing).allowed ? [item] : [];
      }),
    );
    return items.flat();
  };
}
