/**
 * Tab and Shift+Tab with all that hangs on a clause (RULES.md CL27): nested
 * items follow, so that no level is skipped and letters and digits alternate.
 */
import { textsBesideAyat } from "./ayat-of-texts.ts";
import type { Clause, ClauseKind } from "./clause.ts";
import { holdsItems } from "./entering.ts";
import { leavesPlace } from "./inserting.ts";
import { hasLevel, isItem, KINDS, MAX_LIST_LEVEL, type ItemKind } from "./kinds.ts";
import { indented, outdented } from "./leveling.ts";
import { containerOf, isLettered, listKindBelow, shape, type Shape } from "./shapes.ts";
import { childrenOf, deriveTree, nextSibling, NO_PARENT, parentOf, type ClauseTree } from "./tree.ts";

export interface ShapeChange {
  /** Index in the list, from 0. */
  readonly index: number;
  readonly shape: Shape;
}

/** Tab on a clause with all that hangs on it: the changes in order, itself first; null where something would not fit. */
export function indentedSubtree(
  clauses: readonly Clause[],
  index: number,
  tree: ClauseTree = deriveTree(clauses),
): ShapeChange[] | null {
  const first = indented(clauses, index, tree);
  return first && reshapedSubtree(clauses, index, first, tree);
}

/** Shift+Tab, likewise. */
export function outdentedSubtree(
  clauses: readonly Clause[],
  index: number,
  tree: ClauseTree = deriveTree(clauses),
): ShapeChange[] | null {
  const first = outdented(clauses, index, tree);
  return first && reshapedSubtree(clauses, index, first, tree);
}

/**
 * Tab (`deeper`) or Shift+Tab over several clauses, indexes ascending. What
 * hangs on one of them goes with it and is not moved twice; one that cannot go
 * stays. Empty if none can.
 */
export function shiftedClauses(
  clauses: readonly Clause[],
  indexes: readonly number[],
  deeper: boolean,
): ShapeChange[] {
  const tree = deriveTree(clauses);
  const tops: number[] = [];
  let covered = 0;
  for (const index of indexes) {
    if (index < covered) continue;
    tops.push(index);
    covered = unitEnd(clauses, tree, index);
  }
  const changes = new Map<number, Shape>();
  let now = clauses;
  // Out from the last to the first, so that none is judged by a parent that has just left it.
  for (const index of deeper ? tops : tops.toReversed()) {
    // A text that became an ayat with the one before it has had its step.
    if (deeper && changes.has(index)) continue;
    const step = (deeper ? indentedSubtree : outdentedSubtree)(now, index) ?? [];
    now = withShapes(now, step);
    for (const change of step) changes.set(change.index, change.shape);
  }
  return [...changes].map(([index, to]) => ({ index, shape: to })).toSorted((a, b) => a.index - b.index);
}

/** What these must stand under. */
const HOLDERS: Partial<Record<ClauseKind, ClauseKind>> = { ayat: "pasal", bagian: "bab", paragraf: "bagian" };

/** Whether `clauses[index]` may become that where it stands: the heading, or the words that open its list, are before it. */
export function mayBecome(clauses: readonly Clause[], index: number, to: Shape): boolean {
  const kind = clauses[index]?.kind;
  const next = clauses[index + 1]?.kind;
  // Norms take along what hangs on them, and headings what is below: only the rest could cut it off.
  const { role, part } = KINDS[to.kind];
  const carries = holdsItems(to.kind) && part !== "elucidation" && !(role === "provision" && next === "ayat");
  if (kind !== undefined && !carries && to.kind !== "pasal" && headingStep(kind, to.kind) === null) {
    if (!leavesPlace(clauses, deriveTree(clauses), index + 1, to)) return false;
  }
  if (!isItem(to.kind)) {
    const holder = HOLDERS[to.kind];
    const parent = parentOf(deriveTree(withShapes(clauses, [{ index, shape: to }])), index);
    return holder === undefined || clauses[parent]?.kind === holder;
  }
  const before = clauses[index - 1];
  if (!before || !holdsItems(before.kind)) return false;
  if (to.level > (hasLevel(before.kind) ? before.level : 0) + 1) return false;
  const after = withShapes(clauses, [{ index, shape: to }]);
  const tree = deriveTree(after);
  const [nearest] = itemsAbove(after, tree, parentOf(tree, index));
  return nearest === undefined || isLettered(nearest) !== isLettered(to.kind);
}

/** The clauses with other shapes; a fixed number stays only with its kind. */
export function withShapes(clauses: readonly Clause[], changes: readonly ShapeChange[]): Clause[] {
  const after = [...clauses];
  for (const { index, shape: to } of changes) {
    const clause = after[index];
    if (clause) after[index] = withShape(clause, to);
  }
  return after;
}

function withShape(clause: Clause, { kind, level }: Shape): Clause {
  const { number, ...rest } = clause;
  const keeps = number !== undefined && clause.kind === kind;
  return { ...rest, kind, level, ...(keeps && { number }) };
}

/**
 * What giving `clauses[index]` another shape means for all that hangs on it,
 * itself first. Null where a nested list would go below the fourth level (L2
 * 87h), a heading below paragraf, or a table has no place. The other texts of a
 * Pasal that gets its first ayat come along. [CL27, CL41]
 */
export function reshapedSubtree(
  clauses: readonly Clause[],
  index: number,
  to: Shape,
  tree: ClauseTree = deriveTree(clauses),
): ShapeChange[] | null {
  const changes = reshapedUnit(clauses, index, to, tree);
  if (changes === null) return null;
  const known = new Set(changes.map((change) => change.index));
  return [...changes, ...textsBesideAyat(clauses, index, to, tree).filter((text) => !known.has(text.index))];
}

function reshapedUnit(
  clauses: readonly Clause[],
  index: number,
  to: Shape,
  tree: ClauseTree,
): ShapeChange[] | null {
  const clause = clauses[index];
  if (!clause) return null;
  const step = headingStep(clause.kind, to.kind);
  if (step !== null) return shiftedHeadings(clauses, tree, index, step);
  const self = { index, shape: to };
  if (!holdsItems(clause.kind)) return [self];
  const by = to.level - clause.level;
  if (by === 0 || !holdsItems(to.kind)) {
    // Items and phrases right after it lose what they stood in, unless it still opens their list.
    const orphans = !holdsItems(to.kind) && hasLevel(clauses[index + 1]?.kind ?? "pasal");
    const end = tree.end[orphans ? containerOf(clauses, tree, index) : index] ?? index + 1;
    return end === index + 1 ? [self] : [self, ...settledItems(withShapes(clauses, [self]), index + 1, end)];
  }
  const levels = shiftedLevels(clauses, tree, index, by);
  if (levels === null) return null;
  const changes = settledKinds(clauses, [self, ...levels]);
  // Going out, the rest of its list comes to stand under it or under the phrase that closes its own.
  let under = parentOf(tree, index);
  while (hasLevel(clauses[under]?.kind ?? "pasal") && (clauses[under]?.level ?? 0) >= to.level) {
    under = parentOf(tree, under);
  }
  const rest = by < 0 ? tree.end[under] : undefined;
  if (rest === undefined) return changes;
  return [...changes, ...settledItems(withShapes(clauses, changes), unitEnd(clauses, tree, index), rest)];
}

const HEADINGS: readonly ClauseKind[] = ["buku", "bab", "bagian", "paragraf"];

function headingStep(from: ClauseKind, to: ClauseKind): number | null {
  const [a, b] = [HEADINGS.indexOf(from), HEADINGS.indexOf(to)];
  return a === -1 || b === -1 ? null : b - a;
}

/** The headings below go the same step; what stands under them stays with them. */
function shiftedHeadings(
  clauses: readonly Clause[],
  tree: ClauseTree,
  index: number,
  step: number,
): ShapeChange[] | null {
  const changes: ShapeChange[] = [];
  for (let at = index; at < (tree.end[index] ?? index); at++) {
    const clause = clauses[at];
    const place = clause ? HEADINGS.indexOf(clause.kind) : -1;
    if (place === -1 || tree.block[at] !== tree.block[index]) continue;
    const kind = HEADINGS[place + step];
    if (kind === undefined) return null;
    changes.push({ index: at, shape: shape(kind) });
  }
  return changes;
}

/** Index after all that goes with a clause: its subtree, and the phrase that closes the list below an item. */
export function unitEnd(clauses: readonly Clause[], tree: ClauseTree, index: number): number {
  const clause = clauses[index];
  let end = tree.end[index] ?? index + 1;
  if (!clause || !isItem(clause.kind) || end === index + 1) return end;
  // One level above its list, so beside the item that opened it (CL1).
  for (let at = nextSibling(tree, index); at !== null; at = nextSibling(tree, at)) {
    const next = clauses[at];
    if (next?.kind !== "isi" || next.level !== clause.level) break;
    end = tree.end[at] ?? end;
  }
  return end;
}

function shiftedLevels(
  clauses: readonly Clause[],
  tree: ClauseTree,
  index: number,
  by: number,
): ShapeChange[] | null {
  const changes: ShapeChange[] = [];
  for (let at = index + 1; at < unitEnd(clauses, tree, index); at++) {
    const clause = clauses[at];
    // A quotation that hangs on the clause has its own levels.
    if (!clause || tree.block[at] !== tree.block[index]) continue;
    if (!hasLevel(clause.kind)) return null;
    const level = clause.level + by;
    if (level > MAX_LIST_LEVEL || level < (isItem(clause.kind) ? 1 : 0)) return null;
    changes.push({ index: at, shape: shape(clause.kind, level) });
  }
  return changes;
}

/**
 * What items from `start` to `end` (exclusive) must become after what stood
 * above them went elsewhere: no level skipped, one kind in one list, letters
 * and digits in turn. Those that stand well are not named.
 */
export function settledItems(clauses: readonly Clause[], start: number, end: number): ShapeChange[] {
  const after = [...clauses];
  const changes: ShapeChange[] = [];
  let tree = deriveTree(after);
  for (let index = start; index < end; index++) {
    const clause = after[index];
    if (!clause || !isItem(clause.kind)) continue;
    const parent = parentOf(tree, index);
    const above = after[parent];
    const most = above && hasLevel(above.kind) ? above.level + 1 : 1;
    const level = Math.min(clause.level, most, MAX_LIST_LEVEL);
    if (level !== clause.level) {
      after[index] = { ...clause, level: shape(clause.kind, level).level };
      tree = deriveTree(after);
    }
    const to = shape(kindAmong(after, tree, index), level);
    if (to.kind === clause.kind && level === clause.level) continue;
    after[index] = withShape(clause, to);
    changes.push({ index, shape: to });
  }
  return changes;
}

/** The kind of the list it stands in, else its own where that is lawful. */
function kindAmong(clauses: readonly Clause[], tree: ClauseTree, index: number): ItemKind {
  const parent = parentOf(tree, index);
  for (const at of childrenOf(tree, parent)) {
    const kind = clauses[at]?.kind;
    if (at >= index) break;
    if (kind !== undefined && isItem(kind)) return kind;
  }
  const own = clauses[index]?.kind;
  const list = listKindBelow(clauses, tree, parent);
  const outermost = !itemsAbove(clauses, tree, parent).length && (own === "huruf" || own === "angka");
  return own !== undefined && isItem(own) && (outermost || alternates(clauses, tree, parent, own))
    ? own
    : list;
}

/** The first change as it is; of the others the items get the kind of the list they come to stand in. */
function settledKinds(clauses: readonly Clause[], changes: readonly ShapeChange[]): ShapeChange[] {
  const after = withShapes(clauses, changes);
  const tree = deriveTree(after);
  const mine = new Set(changes.map(({ index }) => index));
  return changes.map((change, order) => {
    if (order === 0 || !isItem(change.shape.kind)) return change;
    const settled = shape(kindInList(after, tree, change.index, mine), change.shape.level);
    const clause = after[change.index];
    if (clause) after[change.index] = withShape(clause, settled);
    return { index: change.index, shape: settled };
  });
}

/** Like the items before it in the list, else like those that were there already, else as it was where that is lawful. */
function kindInList(
  clauses: readonly Clause[],
  tree: ClauseTree,
  index: number,
  mine: ReadonlySet<number>,
): ItemKind {
  const parent = parentOf(tree, index);
  const outermost = itemsAbove(clauses, tree, parent).length === 0;
  const kinds = childrenOf(tree, parent).flatMap((at) => {
    const kind = clauses[at]?.kind;
    if (kind === undefined || !isItem(kind)) return [];
    const stays = !mine.has(at) && (outermost || alternates(clauses, tree, parent, kind));
    return at < index || stays ? [kind] : [];
  });
  const own = clauses[index]?.kind;
  if (kinds[0] !== undefined) return kinds[0];
  if (own !== undefined && isItem(own) && alternates(clauses, tree, parent, own)) return own;
  return listKindBelow(clauses, tree, parent);
}

/** Whether items of `kind` below `parent` differ from the item they stand under, and from all further out. */
function alternates(clauses: readonly Clause[], tree: ClauseTree, parent: number, kind: ItemKind): boolean {
  const above = itemsAbove(clauses, tree, parent);
  const [nearest] = above;
  return nearest !== undefined && isLettered(nearest) !== isLettered(kind) && !above.includes(kind);
}

/** Kinds of the items from `parent` outwards, nearest first. */
function itemsAbove(clauses: readonly Clause[], tree: ClauseTree, parent: number): ItemKind[] {
  const above: ItemKind[] = [];
  for (let at = parent; at !== NO_PARENT; at = parentOf(tree, at)) {
    const each = clauses[at]?.kind;
    if (each === undefined || (!isItem(each) && each !== "isi")) break;
    if (isItem(each)) above.push(each);
  }
  return above;
}
