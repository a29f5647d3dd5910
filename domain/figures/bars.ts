/**
 * Bars of a distribution: what is drawn and what is said, from one function for
 * the workspace, the portal and the report. HTML or SVG is made of it without
 * any style of its own: `<rect width={share}>` in a view box 100 wide.
 */
export interface Bar {
  readonly key: string;
  readonly words: string;
  readonly count: number;
  /** Exact part of `n`, 0 to 100; the width of the bar. */
  readonly share: number;
  /** Whole percent. Where each answered once, all of them make 100. */
  readonly percent: number;
}

interface Counted {
  readonly key: string;
  readonly words: string;
  readonly count: number;
}

/**
 * `n` is how many answered. Where each chose one (`counts` add up to `n`), the
 * rounded percents add up to 100 by the largest remainder; where several could
 * be chosen each is rounded by itself. Nobody: all are 0.
 */
export function barsOf(counts: readonly Counted[], n: number): Bar[] {
  const exact = counts.map(({ count }) => (n === 0 ? 0 : (count / n) * 100));
  const sum = counts.reduce((total, { count }) => total + count, 0);
  const percents = n > 0 && sum === n ? largestRemainders(exact) : exact.map(Math.round);
  return counts.map(({ key, words, count }, at) => ({
    key,
    words,
    count,
    share: exact[at] ?? 0,
    percent: percents[at] ?? 0,
  }));
}

/** Whole numbers near `exact` that add up to 100; of equal remainders the first goes up. */
function largestRemainders(exact: readonly number[]): number[] {
  const floors = exact.map(Math.floor);
  const missing = 100 - floors.reduce((sum, each) => sum + each, 0);
  const order = exact
    .map((value, at) => ({ at, rest: value - (floors[at] ?? 0) }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at);
  const up = new Set(order.slice(0, missing).map(({ at }) => at));
  return floors.map((each, at) => each + (up.has(at) ? 1 : 0));
}

/** The one that was chosen most, if one was; for a sentence. */
export function mostChosen(bars: readonly Bar[]): Bar | null {
  const top = bars.reduce<Bar | null>(
    (best, bar) => (best === null || bar.count > best.count ? bar : best),
    null,
  );
  if (!top || top.count === 0) return null;
  return bars.filter(({ count }) => count === top.count).length === 1 ? top : null;
}
