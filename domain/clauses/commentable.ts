/**
 * Where a comment on a clause belongs (RULES.md CL13, CL14). People comment on
 * whole norms; a huruf or a closing phrase folds into the norm it stands in.
 */
import type { Clause } from "./clause.ts";
import { KINDS } from "./kinds.ts";
import { childrenOf, NO_PARENT, parentOf, type ClauseTree } from "./tree.ts";

/** Whether the page offers a comment at this clause. An `isi` does only where it stands alone under its Pasal. [CL13] */
export function offersComment(clauses: readonly Clause[], tree: ClauseTree, index: number): boolean {
  const clause = clauses[index];
  if (!clause) return false;
  if (clause.kind !== "isi") return KINDS[clause.kind].commentable;
  const above = parentOf(tree, index);
  return clauses[above]?.kind === "pasal" && childrenOf(tree, above).length === 1;
}

/**
 * Index of the one clause that a comment on `index` belongs to: the nearest
 * that offers comments, itself first; where none above does (kop, judul, a
 * heading, the signature), the clause itself. [CL14]
 */
export function commentableIndex(clauses: readonly Clause[], tree: ClauseTree, index: number): number {
  for (let at = index; at !== NO_PARENT; at = parentOf(tree, at)) {
    if (offersComment(clauses, tree, at)) return at;
  }
  return index;
}
