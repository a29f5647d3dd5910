/**
 * How an input stands to a later text (RULES.md CT1 to CT9): one state per
 * target, the first that holds; the input's own is the worst of them. What the
 * two texts need is made once for all inputs that read the same version.
 */
import { clauseText, type Clause } from "../clauses/clause.ts";
import { normaliseText } from "../clauses/normalise.ts";
import { deriveTree, subtreeOf, type ClauseTree } from "../clauses/tree.ts";
import type { Cid } from "../ids.ts";
import { lineageBetween, type Lineage, type Origins } from "../versions/lineage.ts";
import type { ContributionTarget } from "./contribution.ts";

/** Worst first. */
export const TARGET_STANDINGS = ["removed", "merged", "orphaned", "changed", "moved", "attached"] as const;
export type TargetState = (typeof TARGET_STANDINGS)[number];

/** As the filter and the sums have them: `general` is an input without targets. */
export const STANDINGS = [...TARGET_STANDINGS, "general"] as const;
export type Standing = (typeof STANDINGS)[number];

export interface TargetStanding {
  readonly state: TargetState;
  /** `merged`: the clause of the later text that holds its words. */
  readonly into?: Cid;
  /** Beside `orphaned` and `changed`: it stands elsewhere, too. */
  readonly movedToo?: true;
  /** Clauses of the later text that were split from it, in order. */
  readonly splitInto?: readonly Cid[];
}

export interface Standings {
  readonly lineage: Lineage;
  /** How one target stands. O(size of its subtree) the first time, then kept. */
  of(target: ContributionTarget): TargetStanding;
  /** The clause of the later text under which it is listed: itself, the one that took it in, or none. */
  placeOf(cid: Cid): Cid | null;
}

/** One text, ready to be asked for subtrees. */
interface Side {
  readonly clauses: readonly Clause[];
  readonly tree: ClauseTree;
  readonly indexOf: ReadonlyMap<Cid, number>;
}

/**
 * Standing of whatever was said on `earlier`, to `later`. `origins` are those
 * of the later text (`originsAcross` where texts lie between). O(n log n).
 */
export function createStandings(
  earlier: readonly Clause[],
  later: readonly Clause[],
  origins: Origins = new Map(),
): Standings {
  const before = sideOf(earlier);
  const after = sideOf(later);
  const lineage = lineageBetween(earlier, later, origins);
  const splits = splitsOf(later, lineage);
  const sameWords = new Map<Cid, boolean>();
  const words = new Map<string, string>();

  const wordsOf = (side: Side, cid: Cid): string => {
    const key = `${side === before ? 0 : 1}${cid}`;
    const known = words.get(key);
    if (known !== undefined) return known;
    const text = searchable(subtreeTexts(side, cid).join(" "));
    words.set(key, text);
    return text;
  };
  const isChanged = (cid: Cid): boolean => {
    const known = sameWords.get(cid);
    const same = known ?? equalLists(subtreeTexts(before, cid), subtreeTexts(after, cid));
    if (known === undefined) sameWords.set(cid, same);
    return !same;
  };
  const isPassageGone = ({ cid, itemCid, quote }: ContributionTarget): boolean => {
    const passage = quote === undefined ? "" : searchable(quote);
    // Words that never stood there are no passage that could be gone.
    if (passage !== "" && wordsOf(before, cid).includes(passage)) {
      return !wordsOf(after, cid).includes(passage);
    }
    if (itemCid === undefined || itemCid === cid || !holds(before, cid, itemCid)) return false;
    const place = placeOf(itemCid);
    return place === null || !holds(after, cid, place);
  };
  const placeOf = (cid: Cid): Cid | null => {
    if (after.indexOf.has(cid)) return cid;
    const merged = lineage.get(cid)?.find(({ fact }) => fact === "merged");
    return merged?.fact === "merged" ? merged.into : null;
  };

  return {
    lineage,
    placeOf,
    of(target) {
      const { cid } = target;
      const pieces = splits.get(cid);
      const split = pieces === undefined ? {} : { splitInto: pieces };
      if (!after.indexOf.has(cid)) {
        const into = placeOf(cid);
        return into === null ? { state: "removed", ...split } : { state: "merged", into, ...split };
      }
      const moved = lineage.get(cid)?.some(({ fact }) => fact === "moved") ?? false;
      const facts = { ...(moved && { movedToo: true as const }), ...split };
      if (isPassageGone(target)) return { state: "orphaned", ...facts };
      if (isChanged(cid)) return { state: "changed", ...facts };
      return { state: moved ? "moved" : "attached", ...split };
    },
  };
}

/** The worst of its targets; `general` without one. [CT8] */
export function standingOf(targets: readonly TargetStanding[]): Standing {
  return TARGET_STANDINGS.find((state) => targets.some((target) => target.state === state)) ?? "general";
}

/** Inputs per standing: the sum is the number of inputs, always. [CT9] */
export function tallyStandings(standings: Iterable<Standing>): Record<Standing, number> {
  const tally = {
    removed: 0,
    merged: 0,
    orphaned: 0,
    changed: 0,
    moved: 0,
    attached: 0,
    general: 0,
  };
  for (const standing of standings) tally[standing] += 1;
  return tally;
}

/**
 * Origins for a text that is some versions later. A clause that came and went
 * in between left its note only in the versions that had it: splits are
 * followed through it. What was joined is said by the later text alone: a note
 * of a version in between may be about a join that was undone since. [CT7]
 */
export function originsAcross(
  later: Origins,
  present: ReadonlySet<Cid>,
  between: readonly Origins[],
): Origins {
  const all = new Map(later);
  for (const origins of between) {
    for (const [cid, origin] of origins) {
      if (!present.has(cid) && origin.from !== undefined && !all.has(cid))
        all.set(cid, { from: origin.from });
    }
  }
  return all;
}

function sideOf(clauses: readonly Clause[]): Side {
  const indexOf = new Map<Cid, number>();
  for (const [index, { cid }] of clauses.entries()) if (!indexOf.has(cid)) indexOf.set(cid, index);
  return { clauses, tree: deriveTree(clauses), indexOf };
}

/** Clauses of the later text by the clause they were split from. */
function splitsOf(later: readonly Clause[], lineage: Lineage): Map<Cid, Cid[]> {
  const splits = new Map<Cid, Cid[]>();
  for (const { cid } of later) {
    for (const fact of lineage.get(cid) ?? []) {
      if (fact.fact === "split") splits.set(fact.from, [...(splits.get(fact.from) ?? []), cid]);
    }
  }
  return splits;
}

/** The words of a clause and of what is under it, clause by clause; those without words say nothing. */
function subtreeTexts({ clauses, tree, indexOf }: Side, cid: Cid): string[] {
  const index = indexOf.get(cid);
  if (index === undefined) return [];
  const { start, end } = subtreeOf(tree, index);
  const texts: string[] = [];
  for (const clause of clauses.slice(start, end)) {
    const text = normaliseText(clauseText(clause));
    const cells = clause.value === undefined ? "" : JSON.stringify(clause.value);
    if (text !== "" || cells !== "") texts.push(cells === "" ? text : `${text}\n${cells}`);
  }
  return texts;
}

function holds({ tree, indexOf }: Side, cid: Cid, item: Cid): boolean {
  const index = indexOf.get(cid);
  const at = indexOf.get(item);
  if (index === undefined || at === undefined) return false;
  const { start, end } = subtreeOf(tree, index);
  return start <= at && at < end;
}

const searchable = (text: string): string => text.normalize("NFC").replaceAll(/\s+/gu, " ").trim();

const equalLists = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, at) => text === b[at]);
