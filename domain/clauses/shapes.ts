/**
 * Shapes: what a clause is and how deep it stands, without its text. The small
 * questions that typing asks about the place of a clause.
 */
import { clauseText, type Clause, type ClauseKind, type ClauseLevel } from "./clause.ts";
import { isItem, ITEM_KINDS, KINDS, MAX_LIST_LEVEL, type ItemKind } from "./kinds.ts";
import { childrenOf, NO_PARENT, parentOf, previousSibling, type ClauseTree } from "./tree.ts";

export interface Shape {
  readonly kind: ClauseKind;
  readonly level: ClauseLevel;
}

export const shape = (kind: ClauseKind, level = 0): Shape => ({ kind, level: asLevel(level) });

function asLevel(level: number): ClauseLevel {
  if (level <= 0) return 0;
  return level === 1 ? 1 : level === 2 ? 2 : level === 3 ? 3 : 4;
}

export const sameShape = (a: Shape, b: Shape): boolean => a.kind === b.kind && a.level === b.level;

/** The text clause that a kind without text needs below it: a new `pasal` comes with an `isi`. Null for the rest. */
export function bodyShapeOf(kind: ClauseKind): Shape | null {
  return kind === "pasal" ? shape("isi") : null;
}

/** Whether a clause without text of its own (a `pasal`) stands without the body its words go to. */
export function needsBody(clauses: readonly Clause[], index: number): boolean {
  const clause = clauses[index];
  if (!clause || bodyShapeOf(clause.kind) === null) return false;
  const next = clauses[index + 1];
  const body = next?.kind === "isi" ? next.level === 0 : next?.kind === "ayat" || next?.kind === "butir";
  return !body || (next?.quoted ?? false) !== (clause.quoted ?? false);
}

/** Nearest ancestor that is neither an item nor a text: the norm that a list hangs on. `NO_PARENT` at the top. */
export function containerOf(clauses: readonly Clause[], tree: ClauseTree, index: number): number {
  let at = parentOf(tree, index);
  while (at !== NO_PARENT) {
    const kind = clauses[at]?.kind;
    if (kind !== undefined && !isItem(kind) && kind !== "isi") return at;
    at = parentOf(tree, at);
  }
  return NO_PARENT;
}

/** Nearest clause of `kind` that `index` stands in, itself included; else `NO_PARENT`. */
export function within(
  clauses: readonly Clause[],
  tree: ClauseTree,
  index: number,
  kind: ClauseKind,
): number {
  for (let at = index; at !== NO_PARENT; at = parentOf(tree, at)) if (clauses[at]?.kind === kind) return at;
  return NO_PARENT;
}

export const isLettered = (kind: ItemKind): boolean => kind === "huruf" || kind === "subhuruf";

/**
 * Kind of a new list one level below `parent`: letters and digits alternate and
 * no ancestor's kind comes twice, so huruf > angka > subhuruf > subangka (L2
 * 87g, 93-95), and under a definition (angka) a., 1), a).
 */
export function listKindBelow(clauses: readonly Clause[], tree: ClauseTree, parent: number): ItemKind {
  const used = new Set<ClauseKind>();
  let nearest: ItemKind | null = null;
  let at = parent;
  for (; at !== NO_PARENT; at = parentOf(tree, at)) {
    const kind = clauses[at]?.kind;
    if (kind === undefined || (!isItem(kind) && kind !== "isi")) break;
    if (isItem(kind)) nearest ??= kind;
    used.add(kind);
  }
  if (nearest === null) {
    const container = clauses[at]?.kind;
    if (container === "menimbang" || container === "bagian-se") return "angka";
    const opener = clauses[parent];
    // The list of definitions is numbered 1., 2. (L2 101).
    return opener && /yang dimaksud dengan\s*:?\s*$/i.test(clauseText(opener)) ? "angka" : "huruf";
  }
  const wantLetters = !isLettered(nearest);
  const fitting = ITEM_KINDS.filter((kind) => isLettered(kind) === wantLetters);
  return fitting.find((kind) => !used.has(kind)) ?? fitting.at(-1) ?? "subangka";
}

/** Shape of an item below `parent`: like the items already there, else a new list. Null below the fourth level. */
export function itemShapeBelow(clauses: readonly Clause[], tree: ClauseTree, parent: number): Shape | null {
  const present = childrenOf(tree, parent)
    .toReversed()
    .map((child) => clauses[child])
    .find((child) => child !== undefined && isItem(child.kind));
  if (present) return { kind: present.kind, level: present.level };
  const above = clauses[parent];
  const level = above && (isItem(above.kind) || above.kind === "isi") ? above.level + 1 : 1;
  return level > MAX_LIST_LEVEL ? null : shape(listKindBelow(clauses, tree, parent), level);
}

/** The sibling before `index` that has `kind`, or null. */
export function previousOfKind(
  clauses: readonly Clause[],
  tree: ClauseTree,
  index: number,
  kind: ClauseKind,
): number | null {
  for (let at = previousSibling(tree, index); at !== null; at = previousSibling(tree, at)) {
    if (clauses[at]?.kind === kind) return at;
  }
  return null;
}

/** Whether two neighbours may hold one sentence together: equal quoting, both with text, neither a title of other rank. */
export function mayShareText(a: Clause, b: Clause): boolean {
  if ((a.quoted ?? false) !== (b.quoted ?? false)) return false;
  const first = KINDS[a.kind];
  const second = KINDS[b.kind];
  if (!first.hasText || !second.hasText) return false;
  return a.kind === b.kind || (!first.isTitle && !second.isTitle);
}
