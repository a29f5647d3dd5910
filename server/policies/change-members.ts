/** Who works on a policy. [AC9, AC11, AC14] */
import { isLostGuard } from "../../db/guards.ts";
import { mayBecome } from "../../domain/access/access.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import type { MemberView } from "../../domain/policies/policies.contract.ts";
import type { PolicyRole } from "../../domain/policies/policy.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";

async function keepingAnOwner(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (isLostGuard(error)) throw new DomainError("conflict", "last-owner", "no owner would be left");
    throw error;
  }
}

export function createChangeMembers({ repos, rooms, now }: Pick<Deps, "repos" | "rooms" | "now">) {
  return {
    /** Throws `not-found` for an unknown account, `conflict` for the last owner, `bad-input` for a role that may not write. */
    async put(
      actor: AccountId,
      policy: PolicyId,
      accountId: AccountId,
      role: PolicyRole,
    ): Promise<MemberView> {
      const account = found(await repos.accounts.get(accountId), "unknown-account");
      if (!mayBecome(account.role, role)) {
        throw new DomainError("bad-input", "role-never-writes", "this role never writes", [
          { path: "role", message: "role-never-writes" },
        ]);
      }
      await keepingAnOwner(() => repos.policies.putMember(policy, accountId, role, { actor, at: now() }));
      rooms.rightsChanged({ policy, account: accountId });
      return { accountId, name: account.name, role };
    },
    /** Throws `not-found` for who is no member, `conflict` for the last owner. */
    async remove(actor: AccountId, policy: PolicyId, accountId: AccountId): Promise<void> {
      found(await repos.policies.member(policy, accountId), "unknown-account");
      await keepingAnOwner(() => repos.policies.removeMember(policy, accountId, { actor, at: now() }));
      rooms.rightsChanged({ policy, account: accountId });
    },
  };
}
