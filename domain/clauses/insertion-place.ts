/** Where a clause of a given shape goes when it is inserted after another (RULES.md CL40). */
import type { Clause } from "./clause.ts";
import { explainedKinds } from "./elucidation.ts";
import type { Shape } from "./shapes.ts";
import { deriveTree, NO_PARENT, parentOf, rankOf, type ClauseTree } from "./tree.ts";

/**
 * The index before which a new clause of `shape` goes: after the unit around
 * `index` that it would end. A new Pasal goes after the whole Pasal one stands
 * in, a new ayat after the list of this ayat, an item right after its like.
 */
export function insertionIndex(
  clauses: readonly Clause[],
  index: number,
  shape: Shape,
  tree: ClauseTree = deriveTree(clauses),
): number {
  const here = clauses[index];
  if (!here) return clauses.length;
  const explained = explainedKinds(clauses);
  const rank = rankOf({ ...here, ...shape }, explained);
  let place = index + 1;
  for (let at = index; at !== NO_PARENT; at = parentOf(tree, at)) {
    const clause = clauses[at];
    // A quoted text, an annex and the elucidation keep what is inserted in them.
    if (!clause || tree.region[at] !== tree.region[index]) break;
    if (rankOf(clause, explained) >= rank) place = tree.end[at] ?? place;
  }
  return place;
}
