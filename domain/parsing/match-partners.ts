/** Which incoming clause is which existing one, both ways, while it is being found out. */
import type { Placed } from "./match-places.ts";

export interface Partners {
  readonly old: readonly Placed[];
  readonly fresh: readonly Placed[];
  readonly of: (freshAt: number) => Placed | undefined;
  readonly newOf: (oldAt: number) => Placed | undefined;
  readonly has: (freshAt: number) => boolean;
  readonly isUsed: (oldAt: number) => boolean;
  readonly pair: (fresh: Placed, old: Placed) => void;
}

export function createPartners(old: readonly Placed[], fresh: readonly Placed[]): Partners {
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
