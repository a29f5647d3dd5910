/** A Pasal of plain text that gets ayat: its texts become ayat too (RULES.md CL41). */
import type { Clause } from "./clause.ts";
import { hasLevel } from "./kinds.ts";
import { sameShape, shape, within, type Shape } from "./shapes.ts";
import type { ShapeChange } from "./shifting.ts";
import { childrenOf, NO_PARENT, type ClauseTree } from "./tree.ts";

/**
 * What the texts of the Pasal around `index` become when an ayat comes into it:
 * each its own ayat, but for the phrase that closes a list. Empty where the body
 * is ayat already, where it holds amendments, or outside a Pasal. [CL41]
 */
export function textsToAyat(clauses: readonly Clause[], index: number, tree: ClauseTree): ShapeChange[] {
  const pasal = within(clauses, tree, index, "pasal");
  if (pasal === NO_PARENT) return [];
  const children = childrenOf(tree, pasal);
  if (clauses[children[0] ?? -1]?.kind !== "isi") return [];
  if (children.some((child) => clauses[child]?.kind === "butir")) return [];
  // The words before a quotation speak of the act that is amended.
  for (let at = pasal + 1; at < (tree.end[pasal] ?? at); at++) {
    if (tree.block[at] !== tree.block[pasal]) return [];
  }
  return children
    .filter((child) => clauses[child]?.kind === "isi" && !closesList(clauses, child))
    .map((child) => ({ index: child, shape: shape("ayat") }));
}

/** The same for giving `clauses[index]` the shape `to`, which is not among them; empty unless that makes an ayat of it. */
export function textsBesideAyat(
  clauses: readonly Clause[],
  index: number,
  to: Shape,
  tree: ClauseTree,
): ShapeChange[] {
  if (!sameShape(to, shape("ayat")) || clauses[index]?.kind === "ayat") return [];
  return textsToAyat(clauses, index, tree).filter((change) => change.index !== index);
}

/** Whether a text with words stands right after a list, so that it ends the sentence that the list belongs to. */
export function closesList(clauses: readonly Clause[], index: number): boolean {
  const [before, clause] = [clauses[index - 1], clauses[index]];
  if (!before || !clause || clause.runs.length === 0) return false;
  return hasLevel(before.kind) && before.level > 0;
}
