/** Which clauses the filter offers: all where they are few, else the chapters and what is in the chosen one. */
import type { ContributionFacets } from "../../domain/contributions/contributions.contract.ts";

type ClauseFacet = ContributionFacets["clause"][number];

const FEW = 12;

/** In order; only those with input under them, and the chosen one with its ancestors and children. */
export function visibleClauses(all: readonly ClauseFacet[], chosen: string | undefined): ClauseFacet[] {
  const counted = all.filter(({ cid, count }) => count > 0 || cid === chosen);
  if (counted.length <= FEW) return counted;
  const at = counted.findIndex(({ cid }) => cid === chosen);
  const shown = new Set<number>();
  for (const [index, { depth, gone }] of counted.entries()) if (depth === 0 || gone) shown.add(index);
  if (at >= 0) {
    // The chain above the chosen one, and the children of each link of it.
    let limit = counted[at]?.depth ?? 0;
    const chain = [at];
    for (let index = at - 1; index >= 0 && limit > 0; index--) {
      const depth = counted[index]?.depth ?? 0;
      if (depth >= limit) continue;
      chain.push(index);
      limit = depth;
    }
    for (const link of chain) {
      shown.add(link);
      const own = counted[link]?.depth ?? 0;
      for (let index = link + 1; index < counted.length; index++) {
        const depth = counted[index]?.depth ?? 0;
        if (depth <= own) break;
        if (depth === own + 1) shown.add(index);
      }
    }
  }
  return counted.filter((_, index) => shown.has(index));
}
