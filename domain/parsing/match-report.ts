/** What became of every clause when a revised file met the text that is there. [PR15] */
import { clauseText, type Clause } from "../clauses/clause.ts";
import { NO_PARENT } from "../clauses/tree.ts";
import type { Cid } from "../ids.ts";
import { longestIncreasing } from "../versions/lineage.ts";
import { containedIn, likenessOf } from "./likeness.ts";
import type { Partners } from "./match-partners.ts";
import type { Placed } from "./match-places.ts";

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

/** What became of every clause, and the incoming text under the cids that were found. */
export function describeMatches(partner: Partners): MatchedClauses {
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
/** Fewer words may stand anywhere. */
const PART_WORDS = 5;

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
  if (placed.words.split(" ").length < PART_WORDS) return undefined;
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
