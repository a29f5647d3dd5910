/** Which clause a comment is about, and what of it may be pointed at. [CM1] */
import { citationOf, type Derived } from "../clauses/citation.ts";
import { clauseText } from "../clauses/clause.ts";
import { commentableIndex, offersComment } from "../clauses/commentable.ts";
import { childrenOf, subtreeOf } from "../clauses/tree.ts";
import type { Cid } from "../ids.ts";

/** Index of the clause whose form is opened with `cid`: the clause itself or the one it folds into; null where there is none. */
export function commentPlace(derived: Derived, cid: Cid): number | null {
  const { clauses, tree, indexOf } = derived;
  const index = indexOf.get(cid);
  if (index === undefined) return null;
  const place = commentableIndex(clauses, tree, index);
  return offersComment(clauses, tree, place) ? place : null;
}

export interface PointedItem {
  readonly cid: Cid;
  readonly index: number;
  /** `huruf a angka 2`, or the citation of the clause where it has no label of its own. */
  readonly citation: string;
  readonly text: string;
}

/** The items that fold into the clause at `place`, in order: what has a label and words of its own. [CL14] */
export function itemsInside(derived: Derived, place: number): readonly PointedItem[] {
  const { clauses, tree, numbering } = derived;
  const { start, end } = subtreeOf(tree, place);
  const whole = citationOf(derived, place);
  const items: PointedItem[] = [];
  for (let index = start + 1; index < end; index += 1) {
    const clause = clauses[index];
    if (!clause || !numbering.labels[index] || commentableIndex(clauses, tree, index) !== place) continue;
    const full = citationOf(derived, index);
    const citation = full.startsWith(`${whole} `) ? full.slice(whole.length + 1) : full;
    items.push({ cid: clause.cid, index, citation, text: clauseText(clause) });
  }
  return items;
}

/**
 * After which clause the link to each form stands, by index: after the last of
 * what folds into it; for a Pasal with ayat after all of it. A Pasal whose one
 * text is commented on has no link of its own: it would be the same words twice.
 */
export function commentLinks(derived: Derived): ReadonlyMap<number, readonly number[]> {
  const { clauses, tree } = derived;
  const links = new Map<number, number[]>();
  for (const index of clauses.keys()) {
    if (!offersComment(clauses, tree, index)) continue;
    if (clauses[index]?.kind === "pasal" && loneTextOf(derived, index) !== null) continue;
    const after = lastFolded(derived, index);
    // What lies inside ends first, so that the link of the whole comes last.
    links.set(after, [index, ...(links.get(after) ?? [])]);
  }
  return links;
}

/** Index of the `isi` that is all of a Pasal, or null. */
export function loneTextOf({ clauses, tree }: Derived, pasal: number): number | null {
  const children = childrenOf(tree, pasal);
  const only = children[0];
  return children.length === 1 && only !== undefined && clauses[only]?.kind === "isi" ? only : null;
}

function lastFolded({ clauses, tree }: Derived, index: number): number {
  const { end } = subtreeOf(tree, index);
  if (clauses[index]?.kind === "pasal") return end - 1;
  let last = index;
  while (last + 1 < end && commentableIndex(clauses, tree, last + 1) === index) last += 1;
  return last;
}
