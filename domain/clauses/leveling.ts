/** Where Tab and Shift+Tab lead one clause (RULES.md CL17, CL18, CL41). */
import { closesList, textsToAyat } from "./ayat-of-texts.ts";
import type { Clause } from "./clause.ts";
import { holdsItems, isRepeated, itemOut } from "./entering.ts";
import { isItem, MAX_LIST_LEVEL } from "./kinds.ts";
import { containerOf, itemShapeBelow, shape, type Shape } from "./shapes.ts";
import { deriveTree, parentOf, previousSibling, type ClauseTree } from "./tree.ts";

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
      if (above === "pasal") {
        if (previousSibling(tree, index) === null) return shape("ayat");
        const further = !closesList(clauses, index) && textsToAyat(clauses, index, tree).length > 0;
        return further ? shape("ayat") : null;
      }
      if (above === undefined || clause.level >= MAX_LIST_LEVEL) return null;
      return itemShapeBelow(clauses, tree, parentOf(tree, index));
    }
    case "buku":
      return shape("bab");
    case "bab":
      return followsOwnKind(clauses, tree, index) ? shape("bagian") : null;
    case "bagian":
      return followsOwnKind(clauses, tree, index) ? shape("paragraf") : null;
    default: {
      if (!holdsItems(clause.kind)) return null;
      const before = previousSibling(tree, index);
      return before === null || !followsOwnKind(clauses, tree, index)
        ? null
        : itemShapeBelow(clauses, tree, before);
    }
  }
}

/** Whether the sibling right before is of the same kind, so that the clause can go under it. */
function followsOwnKind(clauses: readonly Clause[], tree: ClauseTree, index: number): boolean {
  const before = previousSibling(tree, index);
  return before !== null && clauses[before]?.kind === clauses[index]?.kind;
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
