/** `burst` at once, refilled by `perSecond`. */
export interface TokenBucket {
  /** Takes `count` at the instant `now` (ms) and says whether there were enough. */
  take(count: number, now: number): boolean;
}

export function createTokenBucket(rate: { readonly burst: number; readonly perSecond: number }): TokenBucket {
  let tokens = rate.burst;
  let at = -1;
  return {
    take(count, now) {
      if (at >= 0) tokens = Math.min(rate.burst, tokens + (Math.max(0, now - at) * rate.perSecond) / 1000);
      at = now;
      if (tokens < count) return false;
      tokens -= count;
      return true;
    },
  };
}
