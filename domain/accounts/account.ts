/** Who takes part: an account has one role in the deployment; on a policy it may have another (`policies/policy.ts`). */
import type { AccountId, EpochMs, UnitId } from "../ids.ts";
import type { Locale } from "../locale.ts";

export const ACCOUNT_ROLES = [
  "admin",
  "drafter",
  "legal",
  "facilitator",
  "leader",
  "respondent",
  "organisation",
] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

export interface Account {
  readonly id: AccountId;
  readonly name: string;
  readonly email: string;
  readonly role: AccountRole;
  /** Of an organisation: the one who sends in its name. */
  readonly head: boolean;
  readonly unitId: UnitId | null;
  readonly locale: Locale;
  readonly disabled: boolean;
  /** Counts changes, for `If-Match`. */
  readonly revision: number;
  readonly createdAt: EpochMs;
}

/** Shortest password accepted (NIST SP 800-63B-4 asks 15 where it is the only factor, 8 at least). */
export const MIN_PASSWORD_LENGTH = 10;
export const MAX_PASSWORD_LENGTH = 128;
