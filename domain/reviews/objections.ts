/** Which objections a leader reads first. Rule RV22. */
import type { Outcome } from "../dispositions/disposition.ts";
import type { Cid } from "../ids.ts";

interface Ranked {
  readonly cids: readonly Cid[];
  readonly createdOn: string;
  readonly answer: { readonly outcome: Outcome } | null;
}

/** Open ones and rejected ones first, then those about a clause that changed, then the newest. */
export function rankObjections<T extends Ranked>(objections: readonly T[], changed: ReadonlySet<Cid>): T[] {
  const standing = ({ answer }: T): number => (answer === null || answer.outcome === "rejected" ? 0 : 1);
  const touched = ({ cids }: T): number => (cids.some((cid) => changed.has(cid)) ? 0 : 1);
  return objections.toSorted(
    (a, b) => standing(a) - standing(b) || touched(a) - touched(b) || b.createdOn.localeCompare(a.createdOn),
  );
}
