/**
 * A revised file meets the clauses that are already there: each incoming
 * clause takes the cid of the one it most likely is. The result is shown for
 * review before anything is written. [PR15]
 *
 * Words decide, not numbers: a Pasal is known by all that stands in it, so
 * that after an insertion in front every cid follows its words. In rounds,
 * each over what the one before left: provisions with the same words, at the
 * same place first; provisions that are alike; their items, among each other;
 * headings by their title; what explains a matched clause; and last what was
 * taken out of one provision and put into another.
 */
import { clauseText, type Clause } from "../clauses/clause.ts";
import { isItem } from "../clauses/kinds.ts";
import { NO_PARENT } from "../clauses/tree.ts";
import type { Cid } from "../ids.ts";
import { longestIncreasing } from "../versions/lineage.ts";
import { containedIn, createLikenessIndex, likenessOf, likenessOfBags } from "./likeness.ts";
import { isHeading, kindOf, placeClauses, type Placed } from "./match-places.ts";

/** `split`: new, taken out of the clause `of`. `merged`: gone, its words are in the clause `of`. */
export type MatchKind = "kept" | "changed" | "moved" | "new" | "removed" | "split" | "merged";

export interface ClauseMatch {
  readonly match: MatchKind;
  /** The cid in the result; for `removed` and `merged` the one that is gone. */
  readonly cid: Cid;
  /** Share of common words, 0 to 1. */
  readonly likeness: number;
  readonly of?: Cid;
  readonly before?: { readonly path: string; readonly text: string };
  readonly after?: { readonly path: string; readonly text: string };
}

export interface MatchedClauses {
  readonly clauses: Clause[];
  /** In the order of the incoming text, those that are gone last. */
  readonly changes: ClauseMatch[];
}

/** Words that a clause at the same place must share to be the same clause, and one at another place. */
const ENOUGH_HERE = 0.35;
const ENOUGH_ELSEWHERE = 0.6;
/** Shorter texts ("Cukup jelas.") stand in many places; they say nothing about where they came from. */
const TELLING_CHARS = 12;
const TELLING_WORDS = 4;

/** Cids of `existing` carried over to `incoming`, and what became of every clause. Each cid is used at most once. */
export function matchClauses(existing: readonly Clause[], incoming: readonly Clause[]): MatchedClauses {
  const old = placeClauses(existing);
  const fresh = placeClauses(incoming);
  const partner = createPartners(old, fresh);
  matchProvisions(partner, old.filter(isProvision), fresh.filter(isProvision));
  matchProvisions(partner, old.filter(isTitled), fresh.filter(isTitled));
  matchExplaining(partner);
  const left = (all: readonly Placed[], taken: (at: number) => boolean): Placed[] =>
    all.filter(({ at }) => !taken(at));
  matchProvisions(partner, left(old, partner.isUsed), left(fresh, partner.has), true);
  return describe(partner);
}

interface Partners {
  readonly old: readonly Placed[];
  readonly fresh: readonly Placed[];
  readonly of: (freshAt: number) => Placed | undefined;
  readonly newOf: (oldAt: number) => Placed | undefined;
  readonly has: (freshAt: number) => boolean;
  readonly isUsed: (oldAt: number) => boolean;
  readonly pair: (fresh: Placed, old: Placed) => void;
}

function createPartners(old: readonly Placed[], fresh: readonly Placed[]): Partners {
  const toOld = new Map<number, Placed>();
  const toFresh = new Map<number, Placed>();
  return {
    old,
    fresh,
    of: (at) => toOld.get(at),
    newOf: (at) => toFresh.get(at),
    has: (at) => toOld.has(at),
    isUsed: (at) => toFresh.has(at),
    pair: (one, other) => {
      toOld.set(one.at, other);
      toFresh.set(other.at, one);
    },
  };
}

/** Provisions stand for themselves; items, ayat and texts belong to the provision that holds them. */
const isProvision = ({ clause, parent }: Placed): boolean =>
  !isHeading(clause) &&
  clause.explains === undefined &&
  (parent === NO_PARENT ||
    !(isItem(clause.kind) || clause.kind === "ayat" || clause.kind === "isi" || clause.kind === "tabel"));

const isTitled = ({ clause }: Placed): boolean => isHeading(clause);

/** Pairs what has the same words, then what is alike, and the items of each pair. */
function matchProvisions(
  partner: Partners,
  old: readonly Placed[],
  fresh: readonly Placed[],
  telling = false,
): void {
  const same = (keyOf: (placed: Placed) => string): void => {
    for (const [one, other] of equalBy(partner, old, fresh, keyOf)) pairTrees(partner, one, other);
  };
  same(({ clause, path, whole }) =>
    whole === "" && !isHeading(clause) ? "" : `${kindOf(clause)}\n${path}\n${whole}`,
  );
  same(({ clause, whole }) => (whole.length < TELLING_CHARS ? "" : `${kindOf(clause)}\n${whole}`));
  pairAlike(partner, old, fresh, telling);
  // Empty clauses have only their place.
  if (!telling) same(({ clause, path, whole }) => (whole === "" ? `${kindOf(clause)}\n${path}` : ""));
}

function equalBy(
  partner: Partners,
  old: readonly Placed[],
  fresh: readonly Placed[],
  keyOf: (placed: Placed) => string,
): [Placed, Placed][] {
  const waiting = new Map<string, Placed[]>();
  for (const placed of old.toReversed()) {
    const key = partner.isUsed(placed.at) ? "" : keyOf(placed);
    if (key === "") continue;
    const same = waiting.get(key);
    if (same) same.push(placed);
    else waiting.set(key, [placed]);
  }
  const pairs: [Placed, Placed][] = [];
  for (const placed of fresh) {
    if (partner.has(placed.at)) continue;
    const found = waiting.get(keyOf(placed))?.pop();
    if (found) pairs.push([placed, found]);
  }
  return pairs;
}

/** The most alike first, each at most once. */
function pairAlike(
  partner: Partners,
  allOld: readonly Placed[],
  allFresh: readonly Placed[],
  telling: boolean,
): void {
  const old = allOld.filter(({ at, bag }) => !partner.isUsed(at) && bag.size > 0);
  const fresh = allFresh.filter(({ at, bag }) => !partner.has(at) && bag.size > 0);
  const byPath = new Map(old.map((placed, index) => [`${kindOf(placed.clause)} ${placed.path}`, index]));
  const nearest = createLikenessIndex(old.map(({ bag }) => bag));
  const found: { one: Placed; other: Placed; score: number }[] = [];
  for (const one of fresh) {
    const here = byPath.get(`${kindOf(one.clause)} ${one.path}`);
    for (const index of new Set([...(here === undefined ? [] : [here]), ...nearest(one.bag)])) {
      const other = old[index];
      if (!other || kindOf(other.clause) !== kindOf(one.clause)) continue;
      const score = likenessOfBags(one.bag, other.bag);
      const short = Math.min(one.bag.size, other.bag.size) < TELLING_WORDS;
      const enough = index === here && !telling ? ENOUGH_HERE : short ? 1 : ENOUGH_ELSEWHERE;
      if (score >= enough) found.push({ one, other, score: score + (index === here ? 0.05 : 0) });
    }
  }
  found.sort((a, b) => b.score - a.score);
  for (const { one, other } of found)
    if (!partner.has(one.at) && !partner.isUsed(other.at)) pairTrees(partner, one, other);
}

/** A pair, and the pairs among what stands directly below it. */
function pairTrees(partner: Partners, one: Placed, other: Placed): void {
  if (partner.has(one.at) || partner.isUsed(other.at)) return;
  partner.pair(one, other);
  // A heading is paired alone: what stands under it is matched by itself.
  if (isHeading(one.clause) || one.children.length === 0 || other.children.length === 0) return;
  const of = (all: readonly Placed[], children: readonly number[]): Placed[] =>
    children.flatMap((at) => all[at] ?? []).filter(({ clause }) => clause.explains === undefined);
  matchProvisions(partner, of(partner.old, other.children), of(partner.fresh, one.children));
}

/** An entry of the Penjelasan belongs to what it explains, whatever its words. */
function matchExplaining(partner: Partners): void {
  const freshAt = new Map(partner.fresh.map((placed) => [placed.clause.cid, placed.at]));
  const entries = new Map<Cid, Placed>();
  for (const placed of partner.old)
    if (placed.clause.explains !== undefined) entries.set(placed.clause.explains, placed);
  for (const one of partner.fresh) {
    const explained = one.clause.explains === undefined ? undefined : freshAt.get(one.clause.explains);
    const target = explained === undefined ? undefined : partner.of(explained);
    const entry = target && entries.get(target.clause.cid);
    if (entry) pairTrees(partner, one, entry);
  }
}

function describe(partner: Partners): MatchedClauses {
  const { old, fresh } = partner;
  const cidOf = new Map<Cid, Cid>();
  for (const { at, clause } of fresh) cidOf.set(clause.cid, partner.of(at)?.clause.cid ?? clause.cid);
  const moved = findMoved(partner);
  const side = ({ path, clause }: Placed): { path: string; text: string } => ({
    path,
    text: clauseText(clause),
  });
  const changes: ClauseMatch[] = [];
  const clauses = fresh.map((placed) => {
    const before = partner.of(placed.at);
    const cid = cidOf.get(placed.clause.cid) ?? placed.clause.cid;
    const origin = before ? undefined : partOf(placed, fresh, (at) => partner.of(at));
    const match = before
      ? before.words !== placed.words
        ? "changed"
        : moved.has(placed.at)
          ? "moved"
          : "kept"
      : origin
        ? "split"
        : "new";
    changes.push({
      match,
      cid,
      likeness: before ? likenessOf(before.words, placed.words) : 0,
      ...(origin && { of: origin.clause.cid }),
      ...(before && { before: side(before) }),
      after: side(placed),
    });
    return remap(placed.clause, cid, cidOf);
  });
  for (const placed of old) {
    if (partner.isUsed(placed.at)) continue;
    const into = partOf(placed, old, (at) => partner.newOf(at));
    changes.push({
      match: into ? "merged" : "removed",
      cid: placed.clause.cid,
      likeness: 0,
      ...(into && { of: cidOf.get(into.clause.cid) ?? into.clause.cid }),
      before: side(placed),
    });
  }
  return { clauses, changes };
}

/** Clauses on either side among which a part of a split clause, or the rest of a joined one, is looked for. */
const NEAR = 4;

/**
 * For a clause without partner: the other text's clause that holds its words
 * now or held them before, by way of a near neighbour. `undefined` where that
 * is not sure.
 */
function partOf(
  placed: Placed,
  neighbours: readonly Placed[],
  partnerOf: (at: number) => Placed | undefined,
): Placed | undefined {
  if (placed.words.split(" ").length <= TELLING_WORDS) return undefined;
  for (let at = placed.at - NEAR; at <= placed.at + NEAR; at++) {
    const near = neighbours[at];
    const other = near && at !== placed.at ? partnerOf(at) : undefined;
    if (!near || !other || near.clause.kind !== placed.clause.kind || near.words === other.words) continue;
    // The words must be those that the neighbour lost (split) or won (joined), not only words that both have.
    const together = `${near.words} ${placed.words}`;
    if (containedIn(placed.bag, other.bag) >= 0.8 && likenessOf(together, other.words) >= 0.85) return other;
  }
  return undefined;
}

/** Matched clauses under another parent, or out of the longest common order. Renumbering is not moving. */
function findMoved(partner: Partners): ReadonlySet<number> {
  const matched = partner.fresh.filter(({ at }) => partner.has(at));
  const order = matched.map(({ at }) => partner.of(at)?.at ?? 0);
  const inOrder = new Set(longestIncreasing(order).map((index) => matched[index]?.at));
  const moved = new Set<number>();
  for (const { at, parent } of matched) {
    const before = partner.of(at);
    const under = parent === NO_PARENT ? NO_PARENT : (partner.of(parent)?.at ?? null);
    const sameParent = before?.parent === under;
    // What moves with its parent is not moved itself.
    const carried = parent !== NO_PARENT && sameParent && !inOrder.has(parent);
    if (!sameParent || (!inOrder.has(at) && !carried)) moved.add(at);
  }
  return moved;
}

/** The clause under its cid, with references and explanations following theirs. */
function remap(clause: Clause, cid: Cid, cidOf: ReadonlyMap<Cid, Cid>): Clause {
  const runs = clause.runs.map((run) =>
    run.ref === undefined ? run : { ...run, ref: cidOf.get(run.ref) ?? run.ref },
  );
  return {
    ...clause,
    cid,
    runs,
    ...(clause.explains !== undefined && { explains: cidOf.get(clause.explains) ?? clause.explains }),
  };
}
