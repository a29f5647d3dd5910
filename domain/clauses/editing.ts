/**
 * What the law's form allows while typing (RULES.md CL15 to CL19): the shape
 * that Enter makes, where Tab and Shift+Tab lead, what Backspace at the start
 * of a clause does. Pure: the editor applies the answer. Each function derives
 * the tree unless the caller hands it over.
 */
import type { Clause } from "./clause.ts";
import { holdsItems, isRepeated, itemOut } from "./entering.ts";
import { isItem, KINDS, MAX_LIST_LEVEL } from "./kinds.ts";
import {
  containerOf,
  itemShapeBelow,
  mayShareText,
  previousOfKind,
  sameShape,
  shape,
  within,
  type Shape,
} from "./shapes.ts";
import { deriveTree, NO_PARENT, parentOf, previousSibling, type ClauseTree } from "./tree.ts";

export { shapeAfterEnter, shapeOnEmptyEnter } from "./entering.ts";
export { insertableShapes } from "./inserting.ts";
export { movableUnits, moveTargets } from "./moving.ts";
export type { Shape } from "./shapes.ts";

/** Tab: one level deeper, or null where the law knows none. At most four list levels (L2 87h). [CL17] */
export function indented(
  clauses: readonly Clause[],
  index: number,
  tree: ClauseTree = deriveTree(clauses),
): Shape | null {
  const clause = clauses[index];
  if (!clause) return null;
  if (isItem(clause.kind)) {
    const before = previousSibling(tree, index);
    const kind = before === null ? undefined : clauses[before]?.kind;
    if (before === null || kind === undefined || !isItem(kind)) return null;
    if (clause.level >= MAX_LIST_LEVEL) return null;
    return itemShapeBelow(clauses, tree, before);
  }
  switch (clause.kind) {
    case "isi": {
      const above = clauses[parentOf(tree, index)]?.kind;
      if (above === "pasal") return previousSibling(tree, index) === null ? shape("ayat") : null;
      if (above === undefined || clause.level >= MAX_LIST_LEVEL) return null;
      return itemShapeBelow(clauses, tree, parentOf(tree, index));
    }
    case "buku":
      return shape("bab");
    case "bab":
      return previousOfKind(clauses, tree, index, "bab") === null ? null : shape("bagian");
    case "bagian":
      return previousOfKind(clauses, tree, index, "bagian") === null ? null : shape("paragraf");
    default: {
      if (!holdsItems(clause.kind)) return null;
      const before = previousOfKind(clauses, tree, index, clause.kind);
      return before === null ? null : itemShapeBelow(clauses, tree, before);
    }
  }
}

/** Shift+Tab: one level out, or null. [CL18] */
export function outdented(
  clauses: readonly Clause[],
  index: number,
  tree: ClauseTree = deriveTree(clauses),
): Shape | null {
  const clause = clauses[index];
  if (!clause) return null;
  if (isItem(clause.kind)) return itemOut(clauses, tree, index);
  switch (clause.kind) {
    case "isi": {
      if (clause.level > 0) return shape("isi", clause.level - 1);
      const container = clauses[containerOf(clauses, tree, index)]?.kind;
      return container !== undefined && isRepeated(container) ? shape(container) : null;
    }
    case "ayat": {
      const pasal = parentOf(tree, index);
      const lone = previousSibling(tree, index) === null && tree.end[index] === tree.end[pasal];
      return clauses[pasal]?.kind === "pasal" && lone ? shape("isi") : null;
    }
    case "bagian":
      return shape("bab");
    case "paragraf":
      return shape("bagian");
    default:
      return null;
  }
}

/** Whether the text of `clauses[index]` may be appended to that of the clause before it. [CL19] */
export function joinsWithPrevious(
  clauses: readonly Clause[],
  index: number,
  tree: ClauseTree = deriveTree(clauses),
): boolean {
  const clause = clauses[index];
  const before = clauses[index - 1];
  if (!clause || !before || !mayShareText(before, clause)) return false;
  if (clause.kind === before.kind) return true;
  const flows =
    isItem(clause.kind) || clause.kind === "isi" || clause.kind === "ayat" || clause.kind === "butir";
  return flows ? sameNorm(clauses, tree, index) : repeatsOwnKind(clauses, tree, index);
}

/** Both neighbours stand in one Pasal, provision, annex or entry. */
function sameNorm(clauses: readonly Clause[], tree: ClauseTree, index: number): boolean {
  const before = normOf(clauses, tree, index - 1);
  return before !== NO_PARENT && before === normOf(clauses, tree, index);
}

function normOf(clauses: readonly Clause[], tree: ClauseTree, index: number): number {
  const pasal = within(clauses, tree, index, "pasal");
  if (pasal !== NO_PARENT) return pasal;
  const kind = clauses[index]?.kind;
  if (kind !== undefined && !isItem(kind) && kind !== "isi") return index;
  return containerOf(clauses, tree, index);
}

/** A diktum (menimbang, ...) after the list of the diktum before it may be taken into that list's end. */
function repeatsOwnKind(clauses: readonly Clause[], tree: ClauseTree, index: number): boolean {
  const kind = clauses[index]?.kind;
  if (kind === undefined || KINDS[kind].role !== "provision") return false;
  const norm = normOf(clauses, tree, index - 1);
  return clauses[norm]?.kind === kind;
}

export type BackspaceAct =
  | { readonly do: "outdent"; readonly shape: Shape }
  | { readonly do: "join" }
  | { readonly do: "nothing" };

/**
 * Backspace at the start of a clause: the first item of a list moves out a
 * level; anything else is joined to the clause before it where that is allowed;
 * a text that has become an ayat turns back; else nothing. [CL19]
 */
export function backspaceAtStart(
  clauses: readonly Clause[],
  index: number,
  tree: ClauseTree = deriveTree(clauses),
): BackspaceAct {
  const clause = clauses[index];
  const before = clauses[index - 1];
  if (!clause || !before) return { do: "nothing" };
  const startsList = isItem(clause.kind) && !(isItem(before.kind) && before.level >= clause.level);
  if (startsList && !sameShape(before, clause)) {
    const out = outdented(clauses, index, tree);
    if (out) return { do: "outdent", shape: out };
  }
  if (joinsWithPrevious(clauses, index, tree)) return { do: "join" };
  if (isItem(clause.kind) || clause.kind === "isi" || clause.kind === "ayat") {
    const out = outdented(clauses, index, tree);
    if (out) return { do: "outdent", shape: out };
  }
  return { do: "nothing" };
}
