/**
 * The tree that a flat list of clauses means (RULES.md CL1 to CL4). Nothing of
 * it is stored: it is derived in one pass, O(n), and a subtree is always one
 * unbroken range of the list.
 */
import type { Clause } from "./clause.ts";
import { explainedKinds, penjelasanRank, type Explained } from "./elucidation.ts";
import { hasLevel, ITEM_RANK, KINDS } from "./kinds.ts";

/** Parent of a clause that stands at the top. */
export const NO_PARENT = -1;

export interface ClauseTree {
  readonly size: number;
  /** Index of the parent of each clause, or `NO_PARENT`. */
  readonly parent: readonly number[];
  /** Index after the last clause of each subtree; the subtree of `i` is `i .. end[i] - 1`. */
  readonly end: readonly number[];
  /** Counters restart with each region: the body, a quoted block, a lampiran, the penjelasan. Numbered from 0 in order of opening. */
  readonly region: readonly number[];
  /** 0 outside quotes, else the number (from 1) of the quoted block. */
  readonly block: readonly number[];
}

interface Open {
  readonly index: number;
  readonly rank: number;
}

/** One region while it is being read: the clause it hangs on and those still open in it. */
interface Frame {
  readonly root: number;
  readonly region: number;
  readonly kind: "body" | "penjelasan" | "lampiran";
  readonly open: Open[];
}

/** Depth of one clause: smaller holds larger. */
export function rankOf(clause: Clause, explained: Explained): number {
  if (clause.kind === "penjelasan-pasal") return penjelasanRank(clause, explained);
  const { rank } = KINDS[clause.kind];
  return hasLevel(clause.kind) ? rank + clause.level : rank;
}

export function deriveTree(
  clauses: readonly Clause[],
  explained: Explained = explainedKinds(clauses),
): ClauseTree {
  const parent: number[] = [];
  const region: number[] = [];
  const block: number[] = [];
  let regions = 0;
  let blocks = 0;
  const openFrame = (root: number, kind: Frame["kind"]): Frame => ({
    root,
    region: regions++,
    kind,
    open: [],
  });
  let outer = openFrame(NO_PARENT, "body");
  let quoted: { frame: Frame; base: number } | null = null;

  for (const [index, clause] of clauses.entries()) {
    if (clause.quoted && !quoted) {
      const base = outer.open.at(-1)?.index ?? outer.root;
      quoted = { frame: openFrame(base, "body"), base };
      blocks++;
    } else if (!clause.quoted && quoted) {
      quoted = null;
    }
    let frame = quoted?.frame ?? outer;
    const top = quoted?.base ?? NO_PARENT;

    if (clause.kind === "lampiran") {
      frame = openFrame(index, "lampiran");
      parent.push(top);
    } else {
      const part = KINDS[clause.kind].part;
      if (part === "elucidation" && frame.kind !== "penjelasan") frame = openFrame(top, "penjelasan");
      const rank = rankOf(clause, explained);
      while ((frame.open.at(-1)?.rank ?? -1) >= rank) frame.open.pop();
      parent.push(frame.open.at(-1)?.index ?? frame.root);
      const { role } = KINDS[clause.kind];
      // A provision holds items and texts only: the next heading closes it.
      if (role === "provision") frame.open.push({ index, rank: ITEM_RANK - 1 });
      else if (role !== "line" && role !== "table") frame.open.push({ index, rank });
    }
    if (quoted) quoted.frame = frame;
    else outer = frame;
    region.push(frame.region);
    block.push(quoted ? blocks : 0);
  }
  return { size: clauses.length, parent, end: subtreeEnds(parent), region, block };
}

function subtreeEnds(parent: readonly number[]): number[] {
  const end = parent.map((_, index) => index + 1);
  for (let index = parent.length - 1; index >= 0; index--) {
    const above = parent[index] ?? NO_PARENT;
    if (above !== NO_PARENT) end[above] = Math.max(end[above] ?? 0, end[index] ?? 0);
  }
  return end;
}

/** Index of the parent, or `NO_PARENT`. */
export function parentOf(tree: ClauseTree, index: number): number {
  return tree.parent[index] ?? NO_PARENT;
}

/** Indexes of the ancestors, nearest first, without the clause itself. */
export function ancestorsOf(tree: ClauseTree, index: number): number[] {
  const ancestors: number[] = [];
  for (let at = parentOf(tree, index); at !== NO_PARENT; at = parentOf(tree, at)) ancestors.push(at);
  return ancestors;
}

/** Indexes of the children in order; of the top for `NO_PARENT`. */
export function childrenOf(tree: ClauseTree, index: number): number[] {
  const children: number[] = [];
  const end = index === NO_PARENT ? tree.size : (tree.end[index] ?? 0);
  for (let at = index + 1; at < end; at = tree.end[at] ?? end) children.push(at);
  return children;
}

/** The clause and everything under it: `start` inclusive, `end` exclusive. */
export function subtreeOf(tree: ClauseTree, index: number): { start: number; end: number } {
  return { start: index, end: tree.end[index] ?? index + 1 };
}

/** The sibling before, or null. */
export function previousSibling(tree: ClauseTree, index: number): number | null {
  const above = parentOf(tree, index);
  let at = index - 1;
  if (at === above || at < 0) return null;
  while (parentOf(tree, at) !== above) {
    at = parentOf(tree, at);
    if (at === NO_PARENT) return null;
  }
  return at;
}

/** The sibling after, or null. */
export function nextSibling(tree: ClauseTree, index: number): number | null {
  const next = tree.end[index] ?? tree.size;
  return next < tree.size && parentOf(tree, next) === parentOf(tree, index) ? next : null;
}
