import type { AccountRepo } from "../../db/repos/account.repo.ts";
import type { AccountId } from "../../domain/ids.ts";
import type { ResolveActor } from "../http/actor.ts";
import type { Auth } from "./auth.ts";

/** Session cookie -> account. Disabled accounts, and demo accounts outside demo mode, are nobody. [AC3] */
export function createResolveActor({
  auth,
  accounts,
  isDemo,
}: {
  auth: Auth;
  accounts: AccountRepo;
  isDemo: () => boolean;
}): ResolveActor {
  return async function resolveActor(headers) {
    if (!headers.has("cookie")) return null;
    const found = await auth.api.getSession({ headers });
    if (!found) return null;
    const account = await accounts.get(found.user.id as AccountId);
    if (!account || account.disabled || (account.demo && !isDemo())) return null;
    const { id, expiresAt } = found.session;
    return { account, sessionId: id, sessionEndsAt: expiresAt.getTime() };
  };
}
