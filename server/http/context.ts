/** What every handler finds on its context. */
import type { Context, Hono } from "hono";
import type { Locale } from "../../domain/locale.ts";
import type { Policy, PolicyRole } from "../../domain/policies/policy.ts";
import type { Actor } from "./actor.ts";

export interface PolicyAccess {
  readonly policy: Policy;
  /** The asker's membership, null for none. */
  readonly relation: PolicyRole | null;
}

export interface AppEnv {
  Variables: {
    requestId: string;
    locale: Locale;
    /** Address of the asker, for limits only. */
    address: string;
    actor: Actor | null;
    /** Pattern of the route that answers; "-" when none does. */
    route: string;
    /** No line of log may be written about this request (`RouteSpec`). */
    confidential?: boolean;
    /** Set by the route helper for actions on a policy, once they are allowed. */
    policyAccess?: PolicyAccess;
  };
}

export type AppContext = Context<AppEnv>;
export type App = Hono<AppEnv>;
