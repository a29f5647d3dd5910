/** Moving a unit among its siblings (RULES.md CL21). The room does the move; this says where to. */
import type { Cid } from "../ids.ts";
import type { Clause } from "./clause.ts";
import { isStructural } from "./kinds.ts";
import { previousOfKind } from "./shapes.ts";
import { deriveTree, nextSibling, NO_PARENT, parentOf, subtreeOf, type ClauseTree } from "./tree.ts";

/** What moves together with `clauses[index]`: the clause and all under it. `end` is exclusive. */
export function movableUnits(
  clauses: readonly Clause[],
  index: number,
  tree: ClauseTree = deriveTree(clauses),
): { start: number; end: number } {
  return subtreeOf(tree, index);
}

/** Put the unit before this clause; null is the end of the document. */
export interface MoveTarget {
  readonly before: Cid | null;
}

export interface MoveTargets {
  /** Null where the unit cannot go further. */
  readonly up: MoveTarget | null;
  readonly down: MoveTarget | null;
}

/**
 * Where a unit goes one step up and one step down: past the neighbouring
 * sibling of its kind; a Pasal at the edge of its bab (bagian, paragraf) goes
 * over the heading into the next one. [CL21]
 */
export function moveTargets(
  clauses: readonly Clause[],
  index: number,
  tree: ClauseTree = deriveTree(clauses),
): MoveTargets {
  const clause = clauses[index];
  if (!clause) return { up: null, down: null };
  return { up: moveUp(clauses, tree, index, clause), down: moveDown(clauses, tree, index, clause) };
}

function moveUp(
  clauses: readonly Clause[],
  tree: ClauseTree,
  index: number,
  clause: Clause,
): MoveTarget | null {
  const sibling = previousOfKind(clauses, tree, index, clause.kind);
  if (sibling !== null) return sameArea(clauses, tree, index, sibling) ? targetAt(clauses, sibling) : null;
  const heading = headingOver(clauses, tree, index);
  if (heading === NO_PARENT) return null;
  const kind = clauses[heading]?.kind;
  const other = kind && previousOfKind(clauses, tree, heading, kind);
  // Before the heading is the end of the one above it.
  return other === null || other === undefined ? null : targetAt(clauses, heading);
}

function moveDown(
  clauses: readonly Clause[],
  tree: ClauseTree,
  index: number,
  clause: Clause,
): MoveTarget | null {
  const sibling = nextOfKind(clauses, tree, index);
  if (sibling !== null) {
    return sameArea(clauses, tree, index, sibling) ? targetAt(clauses, subtreeOf(tree, sibling).end) : null;
  }
  const heading = headingOver(clauses, tree, index);
  const other = heading === NO_PARENT ? null : nextOfKind(clauses, tree, heading);
  if (other === null) return null;
  const { start, end } = subtreeOf(tree, other);
  for (let at = start + 1; at < end; at++) {
    if (clauses[at]?.kind === clause.kind) return targetAt(clauses, at);
  }
  return targetAt(clauses, end);
}

function nextOfKind(clauses: readonly Clause[], tree: ClauseTree, index: number): number | null {
  for (let at = nextSibling(tree, index); at !== null; at = nextSibling(tree, at)) {
    if (clauses[at]?.kind === clauses[index]?.kind) return at;
  }
  return null;
}

/** The heading that a Pasal stands under, over which it may step; for other kinds none. */
function headingOver(clauses: readonly Clause[], tree: ClauseTree, index: number): number {
  const above = parentOf(tree, index);
  const kind = clauses[above]?.kind;
  const steps = clauses[index]?.kind === "pasal" && kind !== undefined && isStructural(kind);
  return steps ? above : NO_PARENT;
}

/** Siblings at the top may lie in different regions (body, penjelasan); a unit stays in its own. */
function sameArea(clauses: readonly Clause[], tree: ClauseTree, a: number, b: number): boolean {
  if (clauses[a]?.kind === "lampiran") return tree.block[a] === tree.block[b];
  return tree.region[a] === tree.region[b];
}

function targetAt(clauses: readonly Clause[], index: number): MoveTarget {
  return { before: clauses[index]?.cid ?? null };
}
