/** How much was said on a clause and how contested it is, for the outline (RULES.md CT19). */
import type { Cid } from "../ids.ts";
import { STANCES, type Stance } from "./contribution.ts";
import type { InboxEntry } from "./inbox.ts";
import { isOpen } from "./handling.ts";

export interface Heat {
  readonly received: number;
  readonly open: number;
  readonly byStance: Readonly<Record<Stance, number>>;
  readonly contested: number;
  readonly heat: number;
}

/**
 * 0 where all are on one side, 1 where as many are for it as against it.
 * Support with a change is half a vote for each side; questions take none.
 */
export function contestedness(byStance: Readonly<Record<Stance, number>>): number {
  const half = byStance["support-with-change"] / 2;
  const [pro, contra] = [byStance.support + half, byStance.against + half];
  const votes = pro + contra;
  return votes === 0 ? 0 : (2 * Math.min(pro, contra)) / votes;
}

/** Figures per clause, each with what is under it. What was withdrawn is no heat. `heat` is measured against the hottest clause of `scale`. */
export function heatByClause(
  entries: readonly InboxEntry[],
  scale: (cid: Cid) => boolean,
): ReadonlyMap<Cid, Heat> {
  const sums = new Map<Cid, { received: number; open: number; byStance: Record<Stance, number> }>();
  for (const { state, stance, listedUnder } of entries) {
    if (state === "withdrawn") continue;
    for (const cid of listedUnder) {
      const sum = sums.get(cid) ?? {
        received: 0,
        open: 0,
        byStance: Object.fromEntries(STANCES.map((each) => [each, 0])) as Record<Stance, number>,
      };
      sum.received += 1;
      if (isOpen(state)) sum.open += 1;
      if (stance !== null) sum.byStance[stance] += 1;
      sums.set(cid, sum);
    }
  }
  let most = 0;
  for (const [cid, { received }] of sums) if (scale(cid)) most = Math.max(most, received);
  return new Map(
    [...sums].map(([cid, sum]) => [
      cid,
      {
        ...sum,
        contested: contestedness(sum.byStance),
        heat: most === 0 ? 0 : Math.min(1, sum.received / most),
      },
    ]),
  );
}
