/** Fixed windows in memory. Enough for one process; what must hold across processes is a constraint in SQL. */
import { DomainError } from "../../domain/errors.ts";
import type { EpochMs } from "../../domain/ids.ts";

export interface RateLimit {
  readonly max: number;
  readonly windowMs: number;
}

export interface RateLimiter {
  /** Counts one; throws `too-many-requests` above the limit. */
  take(key: string): void;
  /** Gives one back, for an attempt that should not have counted. */
  refund(key: string): void;
}

const MAX_KEYS = 50_000;

export function createRateLimiter(
  { max, windowMs }: RateLimit,
  now: () => EpochMs,
  reason = "rate",
): RateLimiter {
  const windows = new Map<string, { startedAt: EpochMs; count: number }>();

  function sweep(at: EpochMs): void {
    for (const [key, { startedAt }] of windows) if (at - startedAt >= windowMs) windows.delete(key);
    // Still full: a flood of keys. Forget the oldest rather than grow without bound.
    for (const key of windows.keys()) {
      if (windows.size < MAX_KEYS) break;
      windows.delete(key);
    }
  }

  return {
    take(key) {
      const at = now();
      let window = windows.get(key);
      if (!window || at - window.startedAt >= windowMs) {
        if (windows.size >= MAX_KEYS) sweep(at);
        window = { startedAt: at, count: 0 };
        windows.delete(key);
        windows.set(key, window);
      }
      window.count += 1;
      if (window.count > max)
        throw new DomainError("too-many-requests", reason, `above ${max} in ${windowMs} ms`);
    },
    refund(key) {
      const window = windows.get(key);
      if (window && window.count > 0) window.count -= 1;
    },
  };
}

/** One bucket per IPv4 address, and per /64 of IPv6: a household or a phone has at least that much. */
export function addressBucket(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(zeros).fill("0"), ...right]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, "").toLowerCase())
    .join(":");
}
