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
import type { Clause } from "../clauses/clause.ts";
import { isItem } from "../clauses/kinds.ts";
import { NO_PARENT } from "../clauses/tree.ts";
import type { Cid } from "../ids.ts";
import { createLikenessIndex, likenessOfBags } from "./likeness.ts";
import { createPartners, type Partners } from "./match-partners.ts";
import { isHeading, kindOf, placeClauses, type Placed } from "./match-places.ts";
import { describeMatches, type MatchedClauses } from "./match-report.ts";

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
  return describeMatches(partner);
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
