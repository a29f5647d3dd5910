/**
 * What one can do with clauses in the editor. Each function runs inside an
 * update and does one thing; which kind and level a clause gets is decided by
 * the caller with `domain/clauses`.
 *
 * Two rules hold everywhere: a joined text is made of fresh nodes (moved nodes
 * plus undo leave duplicate clauses), and a clause that took another in says so.
 */
import {
  $createPoint,
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $getState,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  $setState,
} from "lexical";
import type { LexicalNode, PointType, RangeSelection } from "lexical";
import type { Clause, ClauseKind, ClauseLevel, Run } from "../../domain/clauses/clause.ts";
import { isCid } from "../../domain/ids.ts";
import type { Cid } from "../../domain/ids.ts";
import { withoutControls } from "./characters.ts";
import { $cloneLeaf, $createLeaves, $leafRuns } from "./leaves.ts";
import { $createClauseNode, $isClauseNode } from "./nodes.ts";
import type { ClauseNode } from "./nodes.ts";
import { mergeRuns } from "./runs.ts";
import {
  cidState,
  explainsState,
  fromState,
  kindState,
  levelState,
  mergedCids,
  mergedState,
  numberState,
  parseTableValue,
  quotedState,
  refState,
  stateKeys,
  tableValueJson,
  valueState,
} from "./states.ts";
import { $noteMerged } from "./transforms.ts";

export interface ClauseShape {
  readonly kind: ClauseKind;
  readonly level: ClauseLevel;
}

/** All clauses of the document, in order. */
export function $clauseNodes(): ClauseNode[] {
  return $getRoot().getChildren().filter($isClauseNode);
}

/** The clause in which `node` stands, itself included. */
export function $clauseOf(node: LexicalNode | null): ClauseNode | null {
  for (let at = node; at !== null; at = at.getParent()) if ($isClauseNode(at)) return at;
  return null;
}

/** The clauses that the selection touches, in document order; none without one. */
export function $selectedClauses(): ClauseNode[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return [];
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const first = $clauseAt(start);
  const last = $clauseAt(end);
  if (first === null || last === null) return [];
  const clauses: ClauseNode[] = [];
  for (let at: LexicalNode | null = first; at !== null; at = at.getNextSibling()) {
    if ($isClauseNode(at)) clauses.push(at);
    if (at.is(last)) break;
  }
  return clauses;
}

function $clauseAt(point: PointType): ClauseNode | null {
  const node = point.getNode();
  if (node !== $getRoot()) return $clauseOf(node);
  const children = $clauseNodes();
  return children[Math.min(point.offset, children.length - 1)] ?? null;
}

export function $findClause(cid: Cid): ClauseNode | null {
  return $clauseNodes().find((node) => node.getCid() === cid) ?? null;
}

/** A clause as the domain knows it. One without a cid yet (inside the update that made it) gives an empty one. */
export function $readClause(node: ClauseNode): Clause {
  const number = $getState(node, numberState);
  const explains = $getState(node, explainsState);
  const json = $getState(node, valueState);
  const value = json === null ? undefined : parseTableValue(json);
  return {
    cid: node.getCid() ?? ("" as Cid),
    kind: node.getKind(),
    level: node.getLevel(),
    runs: mergeRuns($leafRuns(node)),
    ...(number !== null && { number }),
    ...($getState(node, quotedState) && { quoted: true as const }),
    ...(explains !== null && { explains }),
    ...(value !== undefined && { value }),
  };
}

export const $readClauses = (): Clause[] => $clauseNodes().map($readClause);

/** Writes everything but the text and the cid of `clause` into `node`. */
function $setAttributes(node: ClauseNode, clause: Omit<Clause, "cid" | "runs">): ClauseNode {
  $setState(node, kindState, clause.kind);
  $setState(node, levelState, clause.level);
  if (clause.number !== undefined) $setState(node, numberState, clause.number);
  if (clause.quoted) $setState(node, quotedState, true);
  if (clause.explains !== undefined) $setState(node, explainsState, clause.explains);
  if (clause.value !== undefined) $setState(node, valueState, tableValueJson(clause.value));
  return node;
}

/** An empty clause right after `node`; quoted like it. It gets its cid when the update ends. */
export function $insertClauseAfter(node: ClauseNode, { kind, level }: ClauseShape): ClauseNode {
  const next = $createClauseNode(kind, level);
  $setState(next, quotedState, $getState(node, quotedState));
  node.insertAfter(next, false);
  return next;
}

/** An empty clause right before `node`; quoted like it. */
export function $insertClauseBefore(node: ClauseNode, { kind, level }: ClauseShape): ClauseNode {
  const next = $createClauseNode(kind, level);
  $setState(next, quotedState, $getState(node, quotedState));
  node.insertBefore(next, false);
  return next;
}

/**
 * Enter. The first part keeps the cid, the second is a new clause of the given
 * shape that notes where it came from; the caret goes to its start. At the
 * start of a text the words keep their cid: an empty clause goes before them.
 * Returns the new clause, or null without a caret in a clause.
 */
export function $splitClause(shape: ClauseShape): ClauseNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  if (!selection.isCollapsed()) $removeSelection();
  const clause = $clauseAt(selection.anchor);
  if (clause === null) return null;
  const index = $splitLeaves(clause, selection.anchor);
  const size = clause.getChildrenSize();
  if (index === 0 && size > 0) return $insertClauseBefore(clause, shape);
  const next = $insertClauseAfter(clause, shape);
  if (index < size) {
    $setState(next, fromState, clause.getCid());
    const tail = clause.getChildren().slice(index);
    next.append(...tail.map($cloneLeaf));
    for (const leaf of tail) leaf.remove();
  }
  next.selectStart();
  return next;
}

/** Makes `point` fall between two leaves of `clause`; returns the index of the one after it. */
function $splitLeaves(clause: ClauseNode, point: PointType): number {
  const node = point.getNode();
  if (node.is(clause)) return point.offset;
  if (!$isTextNode(node)) return node.getIndexWithinParent();
  if (point.offset === 0) return node.getIndexWithinParent();
  if (point.offset < node.getTextContentSize()) node.splitText(point.offset);
  return node.getIndexWithinParent() + 1;
}

/**
 * Backspace at the start. The clause before keeps its cid and takes the words in
 * as fresh text; the caret stays between the two. Returns the clause that is
 * left, or null when there is none before.
 */
export function $joinWithPrevious(clause: ClauseNode): ClauseNode | null {
  const previous = clause.getPreviousSibling();
  if (!$isClauseNode(previous)) return null;
  const index = previous.getChildrenSize();
  const last = previous.getLastChild();
  const end = $isTextNode(last) ? ([last, last.getTextContentSize()] as const) : undefined;
  previous.append(...clause.getChildren().map($cloneLeaf));
  $noteMerged(previous, clause);
  clause.remove();
  if (end === undefined) previous.select(index, index);
  else end[0].select(end[1], end[1]);
  return previous;
}

/** Delete at the end: takes the next clause in. */
export function $joinWithNext(clause: ClauseNode): ClauseNode | null {
  const next = clause.getNextSibling();
  return $isClauseNode(next) ? $joinWithPrevious(next) : null;
}

/** Tab, Shift+Tab, slash menu: gives `node` another kind and level. A fixed number stays only with its kind. */
export function $setShape(node: ClauseNode, { kind, level }: ClauseShape): void {
  if (node.getKind() !== kind) {
    $setState(node, kindState, kind);
    if ($getState(node, numberState) !== null) $setState(node, numberState, null);
  }
  if (node.getLevel() !== level) $setState(node, levelState, level);
}

/** Fixes the printed ordinal, or lets it be counted again (null). */
export function $setNumber(node: ClauseNode, number: string | null): void {
  $setState(node, numberState, number === null ? null : withoutControls(number.toWellFormed()));
}

/** The JSON content of a `tabel`. */
export function $setTable(node: ClauseNode, value: NonNullable<Clause["value"]>): void {
  $setState(node, valueState, tableValueJson(value));
}

/** Removes clauses with all they hold; the caret goes to the neighbour. The document never gets empty. */
export function $removeClauses(nodes: readonly ClauseNode[]): void {
  const first = nodes[0];
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return;
  const after = last.getNextSibling();
  const before = first.getPreviousSibling();
  for (const node of nodes) node.remove();
  if ($isClauseNode(after)) after.selectStart();
  else if ($isClauseNode(before)) before.selectEnd();
}

/**
 * Removes what is selected. Over several clauses the first keeps its cid and
 * takes in what is left of the last. Returns the clause with the caret.
 */
export function $removeSelection(): ClauseNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const clauses = $selectedClauses();
  const first = clauses[0];
  const last = clauses.at(-1);
  if (first === undefined || last === undefined || selection.isCollapsed()) return first ?? null;
  if (first === last) {
    selection.removeText();
    return first;
  }
  const [start, end] = $orderedPoints(selection);
  // The end first: splitting the start does not move what stands in another clause.
  const wasEmpty = last.isEmpty();
  const lastIndex = $splitLeaves(last, end);
  const tail = last.getChildren().slice(lastIndex).map($cloneLeaf);
  const firstIndex = $splitLeaves(first, start);
  for (const leaf of first.getChildren().slice(firstIndex)) leaf.remove();
  first.append(...tail);
  // Struck to its last word, it went into nothing.
  if (tail.length > 0 || wasEmpty) $noteMerged(first, last);
  for (const clause of clauses.slice(1)) clause.remove();
  const before = first.getChildAtIndex(firstIndex - 1);
  if ($isTextNode(before)) before.selectEnd();
  else first.select(firstIndex, firstIndex);
  return first;
}

function $orderedPoints(selection: RangeSelection): [PointType, PointType] {
  const { anchor, focus } = selection;
  const copy = (point: PointType) => $createPoint(point.key, point.offset, point.type);
  return selection.isBackward() ? [copy(focus), copy(anchor)] : [copy(anchor), copy(focus)];
}

/** The selected text as clauses; the first and last only as far as selected. Null without a selection. */
export function $copySelection(): Clause[] | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const clauses = $selectedClauses();
  const [start, end] = $orderedPoints(selection);
  return clauses.map((node, index) => {
    const clause = $readClause(node);
    const from = index === 0 ? $offsetIn(node, start) : 0;
    const to = index === clauses.length - 1 ? $offsetIn(node, end) : Number.POSITIVE_INFINITY;
    return { ...clause, runs: sliceRuns(clause.runs, from, to) };
  });
}

/** Copies the selection and removes it. Clauses taken out whole may come back with their cids. */
export function $cutSelection(): Clause[] | null {
  const clauses = $copySelection();
  if (clauses === null) return null;
  const nodes = $selectedClauses();
  const whole = clauses.every((clause, index) => {
    const node = nodes[index];
    return (
      node !== undefined &&
      clause.runs.length === $readClause(node).runs.length &&
      node.getTextContentSize() === lengthOf(clause.runs)
    );
  });
  if (whole && nodes.length > 1) $removeClauses(nodes);
  else $removeSelection();
  return clauses;
}

const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, { text }) => sum + text.length, 0);

/** Offset in UTF-16 units of `point` in the text of `clause`; a line break counts one. */
export function $offsetIn(clause: ClauseNode, point: PointType): number {
  const node = point.getNode();
  const children = clause.getChildren();
  const index = node.is(clause) ? point.offset : $isTextNode(node) ? node.getIndexWithinParent() : 0;
  if (node.is($getRoot()))
    return point.offset > clause.getIndexWithinParent() ? clause.getTextContentSize() : 0;
  let offset = $isTextNode(node) ? point.offset : 0;
  for (const child of children.slice(0, index)) offset += child.getTextContentSize();
  return offset;
}

/** A leaf and an offset in it for an offset of the clause's text; the clause itself where no text stands. */
export function $pointAt(
  clause: ClauseNode,
  offset: number,
): { key: string; offset: number; type: "text" | "element" } {
  let rest = offset;
  const children = clause.getChildren();
  for (const [index, child] of children.entries()) {
    const size = child.getTextContentSize();
    if ($isTextNode(child) && rest <= size) return { key: child.getKey(), offset: rest, type: "text" };
    if (!$isTextNode(child) && rest === 0) return { key: clause.getKey(), offset: index, type: "element" };
    rest -= size;
  }
  return { key: clause.getKey(), offset: children.length, type: "element" };
}

/** Selects from an offset in one clause to an offset in another (or the same); equal offsets give a caret. */
export function $selectText(
  from: ClauseNode,
  fromOffset: number,
  to = from,
  toOffset = fromOffset,
): RangeSelection {
  const selection = $createRangeSelection();
  const [anchor, focus] = [$pointAt(from, fromOffset), $pointAt(to, toOffset)];
  selection.anchor.set(anchor.key, anchor.offset, anchor.type);
  selection.focus.set(focus.key, focus.offset, focus.type);
  $setSelection(selection);
  return selection;
}

export function sliceRuns(runs: readonly Run[], from: number, to: number): Run[] {
  const slice: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += run.text.length;
    if (text !== "") slice.push({ ...run, text });
  }
  return slice;
}

/**
 * Pastes clauses after `after` (null: at the start). A cid is kept when no
 * clause of the document has it, so cut and paste moves; else the clause is a
 * copy with a new cid, and references among the pasted ones follow the copies.
 * Returns the new nodes; the caret goes to the end of the last.
 */
export function $insertClauses(
  clauses: readonly Clause[],
  after: ClauseNode | null,
  newCid: () => Cid,
): ClauseNode[] {
  const present = new Set($clauseNodes().map((node) => node.getCid()));
  const copies = new Map<Cid, Cid>();
  const used = new Set<Cid>();
  const cids = clauses.map(({ cid }) => {
    if (isCid(cid) && !present.has(cid) && !used.has(cid)) {
      used.add(cid);
      return cid;
    }
    const fresh = newCid();
    if (isCid(cid) && !copies.has(cid) && !used.has(cid)) copies.set(cid, fresh);
    return fresh;
  });
  // One that stands on its own again is in no other.
  for (const node of used.size > 0 ? $clauseNodes() : []) {
    for (const cid of mergedCids(stateKeys(node))) if (used.has(cid)) $setState(node, mergedState(cid), null);
  }
  const remap = (cid: Cid): Cid => copies.get(cid) ?? cid;
  const nodes = clauses.map((clause, index) => {
    const { explains } = clause;
    const node = $setAttributes($createClauseNode(clause.kind, clause.level), {
      ...clause,
      ...(explains !== undefined && { explains: remap(explains) }),
    });
    $setState(node, cidState, cids[index] as Cid);
    const runs = clause.runs.map((run) => (run.ref === undefined ? run : { ...run, ref: remap(run.ref) }));
    return node.append(...$createLeaves(runs));
  });
  if (after === null) $getRoot().splice(0, 0, nodes);
  else $getRoot().splice(after.getIndexWithinParent() + 1, 0, nodes);
  nodes.at(-1)?.selectEnd();
  return nodes;
}

/** Pastes runs at the caret, in place of what is selected. Line breaks stay inside the clause. */
export function $insertRuns(runs: readonly Run[]): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  if (!selection.isCollapsed()) $removeSelection();
  const clause = $clauseAt(selection.anchor);
  if (clause === null) return;
  const index = $splitLeaves(clause, selection.anchor);
  const leaves = $createLeaves(runs);
  clause.splice(index, 0, leaves);
  const last = leaves.at(-1);
  if ($isTextNode(last)) last.selectEnd();
  else clause.select(index + leaves.length, index + leaves.length);
}

/** The leaves between two offsets of a clause's text, cut out where needed. */
function $leavesBetween(clause: ClauseNode, from: number, to: number): LexicalNode[] {
  const cut = (at: number) => {
    let rest = at;
    for (const child of clause.getChildren()) {
      const size = child.getTextContentSize();
      if (rest > 0 && rest < size && $isTextNode(child)) child.splitText(rest);
      rest -= size;
      if (rest <= 0) return;
    }
  };
  cut(to);
  cut(from);
  const leaves: LexicalNode[] = [];
  let at = 0;
  for (const child of clause.getChildren()) {
    const size = child.getTextContentSize();
    if (at >= from && at + size <= to && size > 0) leaves.push(child);
    at += size;
  }
  return leaves;
}

/** Makes the words from `from` to `to` (UTF-16 offsets in the clause's text) refer to `target`, or to nothing (null). */
export function $setRef(clause: ClauseNode, from: number, to: number, target: Cid | null): void {
  for (const leaf of $leavesBetween(clause, from, to)) {
    if ($isTextNode(leaf)) $setState(leaf, refState, target);
  }
}

/**
 * Replaces the words of a reference by `words`, which name its target as it is
 * labelled now; the reference, its look and the comments on it stay.
 */
export function $correctReference(clause: ClauseNode, from: number, to: number, words: string): void {
  const [first, ...others] = $leavesBetween(clause, from, to).filter($isTextNode);
  if (first === undefined) return;
  first.setTextContent(words);
  for (const leaf of others) leaf.remove();
}

/** Turns bold or italic on or off for what is selected, or for what is typed next. */
export function $toggleFormat(format: "bold" | "italic"): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) selection.formatText(format);
}

/** The clauses that this one took in, sorted. */
export const $mergedInto = (node: ClauseNode): Cid[] => mergedCids(stateKeys(node));

/** The clause this one was split from. */
export const $splitFrom = (node: ClauseNode): Cid | null => $getState(node, fromState);
