/**
 * Lineage between two texts: what became of every clause, as a set of facts per
 * cid (RULES.md VS1 to VS7). O(n log n).
 */
import { clauseText, type Clause } from "../clauses/clause.ts";
import { normaliseClause, normaliseText } from "../clauses/normalise.ts";
import { deriveTree, NO_PARENT, parentOf } from "../clauses/tree.ts";
import type { Cid } from "../ids.ts";

/** Where a clause of the later text came from: what it was split from, whom it took in. */
export interface Origin {
  readonly from?: Cid;
  readonly merged?: readonly Cid[];
}

/** Origins by cid; clauses without any are left out. Kept beside the content of a version. */
export type Origins = ReadonlyMap<Cid, Origin>;

export type LineageFact =
  /** In both texts. */
  | { readonly fact: "kept" }
  /** In both, and its own words (or the cells of its table) differ. */
  | { readonly fact: "words" }
  /** In both with the same words, but another kind, level, look or quoting. */
  | { readonly fact: "form" }
  /** In both, outside the longest common order or under another parent. */
  | { readonly fact: "moved" }
  /** Only in the later: split from a clause of the earlier. */
  | { readonly fact: "split"; readonly from: Cid }
  /** Only in the earlier: taken into a clause of the later. */
  | { readonly fact: "merged"; readonly into: Cid }
  /** Only in the later, from nothing of the earlier. */
  | { readonly fact: "new" }
  /** Only in the earlier, and in no clause of the later. */
  | { readonly fact: "removed" };

export type Lineage = ReadonlyMap<Cid, readonly LineageFact[]>;

/**
 * Facts for every cid of either text. `origins` are those of the later text;
 * without them splits are `new` and joins `removed`. Cids must be unique in
 * each text (of duplicates the first counts).
 */
export function lineageBetween(
  earlier: readonly Clause[],
  later: readonly Clause[],
  origins: Origins = new Map(),
): Lineage {
  const before = indexByCid(earlier);
  const after = indexByCid(later);
  const mergedInto = mergesOf(later, origins);
  const outOfOrder = cidsOutOfOrder(later, before, after);
  const parents = parentComparison(earlier, later, origins, before, mergedInto);
  const facts = new Map<Cid, LineageFact[]>();

  for (const [cid, index] of before) {
    const now = after.get(cid);
    if (now === undefined) {
      const into = mergedInto.get(cid);
      facts.set(cid, [into === undefined ? { fact: "removed" } : { fact: "merged", into }]);
      continue;
    }
    const found: LineageFact[] = [{ fact: "kept" }];
    const [old, present] = [earlier[index], later[now]];
    if (old && present && !sameWords(old, present)) found.push({ fact: "words" });
    if (old && present && !sameForm(old, present)) found.push({ fact: "form" });
    if (outOfOrder.has(cid) || !parents(index, now)) found.push({ fact: "moved" });
    facts.set(cid, found);
  }
  for (const [cid] of after) {
    if (before.has(cid)) continue;
    const from = splitSource(cid, origins, before, mergedInto);
    facts.set(cid, [from === null ? { fact: "new" } : { fact: "split", from }]);
  }
  return facts;
}

function indexByCid(clauses: readonly Clause[]): Map<Cid, number> {
  const found = new Map<Cid, number>();
  for (const [index, { cid }] of clauses.entries()) if (!found.has(cid)) found.set(cid, index);
  return found;
}

/** For each cid that was taken in, the clause of the later text that holds its words. */
function mergesOf(later: readonly Clause[], origins: Origins): Map<Cid, Cid> {
  const into = new Map<Cid, Cid>();
  for (const { cid } of later) {
    for (const taken of origins.get(cid)?.merged ?? []) if (!into.has(taken)) into.set(taken, cid);
  }
  return into;
}

/** The clause of the earlier text that a new one was split from, through splits in between. */
function splitSource(
  cid: Cid,
  origins: Origins,
  before: ReadonlyMap<Cid, number>,
  mergedInto: ReadonlyMap<Cid, Cid>,
): Cid | null {
  const seen = new Set<Cid>([cid]);
  let from = origins.get(cid)?.from;
  while (from !== undefined && !seen.has(from)) {
    if (before.has(from)) return from;
    seen.add(from);
    // A source that came and went in between: go on from itself or from the clause that took it in.
    from = origins.get(from)?.from ?? mergedInto.get(from);
  }
  return null;
}

function sameWords(a: Clause, b: Clause): boolean {
  if (normaliseText(clauseText(a)) !== normaliseText(clauseText(b))) return false;
  return JSON.stringify(a.value ?? null) === JSON.stringify(b.value ?? null);
}

function sameForm(a: Clause, b: Clause): boolean {
  if (a.kind !== b.kind || a.level !== b.level || (a.quoted ?? false) !== (b.quoted ?? false)) return false;
  if (a.explains !== b.explains) return false;
  // Where the words differ their looks cannot be compared; the words are the fact then.
  return !sameWords(a, b) || looksOf(a) === looksOf(b);
}

function looksOf(clause: Clause): string {
  const plain = { ...clause, runs: clause.runs.map(({ ref: _ref, ...run }) => run) };
  return JSON.stringify(
    normaliseClause(plain).runs.map((run) => [run.text.length, run.bold ?? false, run.italic ?? false]),
  );
}

/** Common cids that are not in one longest run that has the same order in both texts. */
function cidsOutOfOrder(
  later: readonly Clause[],
  before: ReadonlyMap<Cid, number>,
  after: ReadonlyMap<Cid, number>,
): Set<Cid> {
  const common: Cid[] = [];
  const places: number[] = [];
  for (const [index, { cid }] of later.entries()) {
    const place = before.get(cid);
    if (place === undefined || after.get(cid) !== index) continue;
    common.push(cid);
    places.push(place);
  }
  const inOrder = new Set(longestIncreasing(places));
  return new Set(common.filter((_, at) => !inOrder.has(at)));
}

/** Positions (from 0) of one longest increasing subsequence of distinct numbers. O(n log n), by patience sorting. */
export function longestIncreasing(values: readonly number[]): number[] {
  const tops: number[] = [];
  const previous: number[] = [];
  for (const [at, value] of values.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tops[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = low === 0 ? -1 : (tops[low - 1] ?? -1);
    tops[low] = at;
  }
  const chosen: number[] = [];
  for (let at = tops.at(-1) ?? -1; at !== -1; at = previous[at] ?? -1) chosen.push(at);
  return chosen.toReversed();
}

/**
 * Whether a clause stands under the same parent in both texts. A parent that
 * was joined into another, or split so that the second half took the clause,
 * counts as the same: nobody moved the clause.
 */
function parentComparison(
  earlier: readonly Clause[],
  later: readonly Clause[],
  origins: Origins,
  before: ReadonlyMap<Cid, number>,
  mergedInto: ReadonlyMap<Cid, Cid>,
): (before: number, after: number) => boolean {
  const treeBefore = deriveTree(earlier);
  const treeAfter = deriveTree(later);
  const cidOf = (clauses: readonly Clause[], index: number): Cid | null =>
    index === NO_PARENT ? null : (clauses[index]?.cid ?? null);
  return (index, now) => {
    const old = cidOf(earlier, parentOf(treeBefore, index));
    const present = cidOf(later, parentOf(treeAfter, now));
    if (old === present) return true;
    if (old === null || present === null) return false;
    if (mergedInto.get(old) === present) return true;
    return !before.has(present) && splitSource(present, origins, before, mergedInto) === old;
  };
}
