/** The separation of writing and deciding. Rule AC13. */
import type { AccountId } from "../ids.ts";

export type SeparationDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: "author" | "submitter" };

/**
 * Whether `decider` may decide on a version. [AC13]
 *
 * `authors` are the accounts that typed or commanded since the last approved
 * version, or since creation when there is none, up to the version in question.
 * There is no exception for any role.
 */
export function mayDecideOn(
  decider: AccountId,
  version: { readonly authors: readonly AccountId[]; readonly submittedBy: AccountId | null },
): SeparationDecision {
  if (version.authors.includes(decider)) return { allowed: false, reason: "author" };
  if (version.submittedBy === decider) return { allowed: false, reason: "submitter" };
  return { allowed: true };
}
