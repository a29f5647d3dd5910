import type { AccountView } from "../../domain/accounts/accounts.contract.ts";
import type { Account } from "../../domain/accounts/account.ts";

/** What administrators see of an account. */
export function presentAccount(account: Account, invited: boolean): AccountView {
  const { id, name, email, role, head, unitId, disabled, revision } = account;
  return {
    id,
    name,
    email,
    role,
    ...(head && { head }),
    ...(unitId && { unitId }),
    ...(disabled && { disabled }),
    ...(invited && { invited }),
    revision,
  };
}
