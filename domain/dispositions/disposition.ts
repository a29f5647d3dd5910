/** The answer to one input or several: an outcome, a reason, and the change that followed. Rules: `RULES.md`. */
import type { AccountId, Cid, ContributionId, DispositionId, EpochMs, PolicyId, VersionId } from "../ids.ts";

export const OUTCOMES = ["accepted", "partly", "rejected", "noted", "out-of-scope"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * The change that followed. Either in a version that exists (`versionId`), or
 * promised in the draft: it binds to the first version frozen after the answer,
 * the one with number `afterVersion + 1`, without anything being written then.
 */
export type DispositionChange =
  | { readonly cid: Cid; readonly versionId: VersionId }
  | { readonly cid: Cid; readonly afterVersion: number };

export interface Disposition {
  readonly id: DispositionId;
  readonly policyId: PolicyId;
  readonly contributionIds: readonly ContributionId[];
  readonly outcome: Outcome;
  readonly reason: string;
  readonly by: AccountId;
  readonly at: EpochMs;
  readonly change: DispositionChange | null;
  /** The answer that it corrects; that one stays on record. */
  readonly replaces: DispositionId | null;
}
