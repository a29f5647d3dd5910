/** Giving clauses another shape inside an update, with what the law then asks for: numbers, bodies, what hangs on them. */
import { $isTextNode } from "lexical";
import { ClauseNode } from "../../collab/document/nodes.ts";
import {
  $clauseNodes,
  $insertClauseAfter,
  $readClauses,
  $setNumber,
  $setShape,
} from "../../collab/document/operations.ts";
import {
  mayBecome,
  needsBody,
  numbersAfterInsert,
  reshapedSubtree,
  type Shape,
  type ShapeChange,
} from "../../domain/clauses/editing.ts";
import { insertionIndex } from "../../domain/clauses/insertion-place.ts";
import { bodyShapeOf } from "../../domain/clauses/shapes.ts";

export function $setShapes(changes: readonly ShapeChange[]): void {
  const nodes = $clauseNodes();
  for (const { index, shape } of changes) {
    const node = nodes[index];
    if (node) $setShape(node, shape);
  }
}

/**
 * Gives a clause another shape, with what hangs on it, and where that kind has
 * no text of its own the body it needs; the caret goes to the words. Nothing
 * where what hangs on it would not fit.
 */
export function $becomeShape(clause: ClauseNode, shape: Shape, $clauses = $readClauses): void {
  const clauses = $clauses();
  const index = clause.getIndexWithinParent();
  // A list needs the words that open it, a bagian its bab: the clause stays and the new one goes below it.
  if (!mayBecome(clauses, index, shape)) {
    const before = $clauseNodes()[insertionIndex(clauses, index, shape) - 1] ?? clause;
    $withBody($insertClauseAfter(before, shape), $clauses);
    return;
  }
  const changes = reshapedSubtree(clauses, index, shape);
  if (changes === null) return;
  $setShapes(changes);
  $withBody(clause, $clauses);
}

/**
 * A clause that is new in its place gets the number it needs where it may not
 * be counted, and if it has no text of its own a body; the caret goes to the
 * words. Returns the clause that holds them.
 */
export function $withBody(clause: ClauseNode, $clauses = $readClauses): ClauseNode {
  $numberNew(clause, $clauses);
  const holder = $bodyOf(clause, $clauses) ?? clause;
  holder.selectStart();
  return holder;
}

/** The clause that holds the words of one without text of its own, made where it is missing; null for other kinds. */
function $bodyOf(clause: ClauseNode, $clauses: typeof $readClauses): ClauseNode | null {
  const body = bodyShapeOf(clause.getKind());
  if (body === null) return null;
  const next = clause.getNextSibling();
  if (next instanceof ClauseNode && !needsBody($clauses(), clause.getIndexWithinParent())) return next;
  return $insertClauseAfter(clause, body);
}

function $numberNew(clause: ClauseNode, $clauses: typeof $readClauses): void {
  const nodes = $clauseNodes();
  for (const { index, number } of numbersAfterInsert($clauses(), clause.getIndexWithinParent())) {
    const node = nodes[index];
    if (node) $setNumber(node, number);
  }
}

/** Words that came into a clause without text of its own (a `pasal`), however they came, go to the start of its body. */
export function $moveWordsToBody(node: ClauseNode, $clauses = $readClauses): void {
  if (node.getTextContentSize() === 0) return;
  const holder = $bodyOf(node, $clauses);
  if (holder === null) return;
  const words = node.getChildren();
  holder.splice(0, 0, words);
  const last = words.at(-1);
  if ($isTextNode(last)) last.selectEnd();
  else holder.select(words.length, words.length);
}
