/** Answers to the demo's surveys: invented, but such that the stated means and shares come out exactly. Seeded, so every first run is alike. */

/** Uniform numbers in [0, 1) from a seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const found = [...items];
  for (let at = found.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [a, b] = [found[at], found[other]];
    if (a !== undefined && b !== undefined) [found[at], found[other]] = [b, a];
  }
  return found;
}

/** `count` values from 1 to `points` whose mean, rounded as people write it, is `mean`: a hill round the mean, then nudged to the exact sum. */
export function scaleValues(points: number, count: number, mean: number): number[] {
  const weights = Array.from({ length: points }, (_, at) => Math.exp(-((at + 1 - mean) ** 2) / 1.6));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const counts = weights.map((weight) => Math.floor((weight / whole) * count));
  const middle = Math.min(points, Math.max(1, Math.round(mean))) - 1;
  counts[middle] = (counts[middle] ?? 0) + count - counts.reduce((sum, each) => sum + each, 0);
  const values = counts.flatMap((each, at) => Array<number>(each).fill(at + 1));
  let missing = Math.round(mean * count) - values.reduce((sum, value) => sum + value, 0);
  // One step at a time, spread over the values, so that the hill keeps its shape.
  for (let at = 0; missing !== 0; at = (at + 7) % values.length) {
    const step = Math.sign(missing);
    const next = (values[at] ?? 0) + step;
    if (next < 1 || next > points) continue;
    values[at] = next;
    missing -= step;
  }
  return values;
}

/** `count` positions of options in the given percentages, by the largest remainder. */
export function shareValues(shares: readonly number[], count: number): number[] {
  const exact = shares.map((share) => (share / 100) * count);
  const counts = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, at) => ({ at, rest: value - Math.floor(value) }))
    .toSorted((a, b) => b.rest - a.rest);
  let missing = count - counts.reduce((sum, each) => sum + each, 0);
  for (const { at } of byRemainder) {
    if (missing <= 0) break;
    counts[at] = (counts[at] ?? 0) + 1;
    missing -= 1;
  }
  return counts.flatMap((each, at) => Array<number>(each).fill(at));
}

/** One ranking of `options` positions near the order given: neighbours change places now and then. */
export function rankingNear(options: number, random: () => number): number[] {
  const order = Array.from({ length: options }, (_, at) => at);
  for (let at = 0; at + 1 < options; at += 1) {
    if (random() < 0.3) {
      const [a, b] = [order[at], order[at + 1]];
      if (a !== undefined && b !== undefined) [order[at], order[at + 1]] = [b, a];
    }
  }
  return order;
}
