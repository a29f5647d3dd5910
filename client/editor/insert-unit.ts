/** Inserting a unit after the one around the caret: where it goes is decided by domain/clauses/insertion-place. */
import type { ClauseNode } from "../../collab/document/nodes.ts";
import { $clauseNodes, $insertClauseAfter, $readClauses } from "../../collab/document/operations.ts";
import { textsToAyat } from "../../domain/clauses/ayat-of-texts.ts";
import { insertionIndex } from "../../domain/clauses/insertion-place.ts";
import type { Shape } from "../../domain/clauses/shapes.ts";
import { withShapes } from "../../domain/clauses/shifting.ts";
import { deriveTree } from "../../domain/clauses/tree.ts";
import { $setShapes, $withBody } from "./reshaping.ts";

/** The caret goes to the words of the new unit. Texts of a Pasal that gets its first ayat become ayat before it. */
export function $insertAfterUnit(clause: ClauseNode, shape: Shape): void {
  const before = $readClauses();
  const index = clause.getIndexWithinParent();
  const changes = shape.kind === "ayat" ? textsToAyat(before, index, deriveTree(before)) : [];
  $setShapes(changes);
  const clauses = withShapes(before, changes);
  const last = $clauseNodes()[insertionIndex(clauses, index, shape) - 1] ?? clause;
  $withBody($insertClauseAfter(last, shape));
}
