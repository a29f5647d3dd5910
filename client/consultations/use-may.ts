import { decideOnPolicy, type PolicyAction } from "../../domain/access/access.ts";
import { useSession } from "../accounts/session.tsx";
import { usePolicy } from "../policies/policy-context.tsx";

/** What the server will say to `action` on this policy: the same table decides. */
export function useMay(action: PolicyAction): () => boolean {
  const session = useSession();
  const { policy } = usePolicy();
  return () => {
    const { relation = null, stage } = policy();
    return decideOnPolicy(action, session.account().role, { relation, stage }).allowed;
  };
}
