/**
 * Who may open a document's socket: the same session and the same table as
 * everywhere. Implements the room's `ConnectionAuthority` by its shape.
 */
import { decideOnPolicy } from "../domain/access/access.ts";
import type { AccountId, EpochMs, PolicyId } from "../domain/ids.ts";
import type { Deps } from "./deps.ts";

export type SocketDecision =
  | { readonly outcome: "signed-out" }
  | { readonly outcome: "forbidden" }
  | {
      readonly outcome: "admitted";
      readonly account: { readonly id: AccountId; readonly name: string };
      readonly mayWrite: boolean;
      readonly sessionId: string;
      readonly sessionEndsAt: EpochMs;
    };

type Needs = Pick<Deps, "resolveActor" | "trustedOrigins"> & {
  readonly repos: Pick<Deps["repos"], "policies">;
};

export function createSocketAuthority({ resolveActor, trustedOrigins, repos }: Needs) {
  return {
    async decide(headers: Headers, policy: PolicyId): Promise<SocketDecision> {
      const actor = await resolveActor(headers);
      if (!actor) return { outcome: "signed-out" };
      const { id, name, role } = actor.account;
      const access = await repos.policies.access(policy, id);
      const standing = access && { relation: access.relation, stage: access.policy.stage };
      if (!decideOnPolicy("document.open", role, standing).allowed) return { outcome: "forbidden" };
      const mayWrite = decideOnPolicy("policy.write", role, standing).allowed;
      const { sessionId, sessionEndsAt } = actor;
      return { outcome: "admitted", account: { id, name }, mayWrite, sessionId, sessionEndsAt };
    },
    /** Absent is allowed (no browser sends none), foreign is refused. */
    originAllowed: (origin: string | null): boolean => origin === null || trustedOrigins.includes(origin),
  };
}
