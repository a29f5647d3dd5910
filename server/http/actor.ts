/** Who asks, as far as the server needs to know to decide and to answer. */
import type { Account } from "../../domain/accounts/account.ts";
import type { EpochMs } from "../../domain/ids.ts";

export interface Actor {
  readonly account: Account;
  readonly sessionId: string;
  readonly sessionEndsAt: EpochMs;
}

/** Resolves who is signed in from the headers of a request; null for nobody. [AC3] */
export type ResolveActor = (headers: Headers) => Promise<Actor | null>;
