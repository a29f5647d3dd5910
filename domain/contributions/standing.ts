/**
 * How an input stands to a later text (RULES.md CT1 to CT9): one state per
 * target, the first that holds; the input's own is the worst of them.
 */
import type { Cid } from "../ids.ts";

/** Worst first. */
export const TARGET_STANDINGS = ["removed", "merged", "orphaned", "changed", "moved", "attached"] as const;
export type TargetState = (typeof TARGET_STANDINGS)[number];

/** As the filter and the sums have them: `general` is an input without targets. */
export const STANDINGS = [...TARGET_STANDINGS, "general"] as const;
export type Standing = (typeof STANDINGS)[number];

export interface TargetStanding {
  readonly state: TargetState;
  /** `merged`: the clause of the later text that holds its words. */
  readonly into?: Cid;
  /** Beside `orphaned` and `changed`: it stands elsewhere, too. */
  readonly movedToo?: true;
  /** Clauses of the later text that were split from it, in order. */
  readonly splitInto?: readonly Cid[];
}
