/** Inserting a unit after the one around the caret: where it goes is decided by domain/clauses/insertion-place. */
import { $getNodeByKey } from "lexical";
import { $isClauseNode, type ClauseNode } from "../../collab/document/nodes.ts";
import { $insertClauseAfter } from "../../collab/document/operations.ts";
import { insertionIndex } from "../../domain/clauses/insertion-place.ts";
import type { Shape } from "../../domain/clauses/shapes.ts";
import type { Structure } from "./structure.ts";
import { $withBody } from "./reshaping.ts";

/** The caret goes to the words of the new unit. */
export function $insertAfterUnit(structure: Structure, clause: ClauseNode, shape: Shape): void {
  const index = structure.indexOfKey(clause.getKey());
  const place = insertionIndex(structure.clauses, index, shape, structure.derived().tree);
  const before = $getNodeByKey(structure.keys[place - 1] ?? clause.getKey());
  $withBody($insertClauseAfter($isClauseNode(before) ? before : clause, shape));
}
