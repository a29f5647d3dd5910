/**
 * The index of community satisfaction (Survei Kepuasan Masyarakat,
 * PermenPANRB 14/2017): the mean of nine element means, times 25. Exact, and
 * rounded once at the end: weights written as 0.11 instead of 1/9 give another
 * number (mean 3.6590: 91.48, and 90.56 in a published table). [SV40-SV42]
 */
import type { Mean, SkmBand } from "./results.ts";

export const SKM_ELEMENTS = 9;

/** A mean with its two-decimal rounding, half up. `n` is positive. */
export function meanOf(sum: number, n: number): Mean {
  return { sum, n, rounded: roundedRatio(BigInt(sum) * 100n, BigInt(n)) / 100 };
}

/** The nearest integer to `numerator / denominator`, half up; both not negative. */
export const roundedRatio = (numerator: bigint, denominator: bigint): number =>
  Number((numerator * 2n + denominator) / (denominator * 2n));

/**
 * The index with two decimals from the element means as fractions `sum / n`.
 * Throws `RangeError` unless there are nine, each with answers.
 */
export function skmIndex(elements: readonly Pick<Mean, "sum" | "n">[]): number {
  if (elements.length !== SKM_ELEMENTS || elements.some(({ n }) => n <= 0)) {
    throw new RangeError("the index takes nine elements with answers");
  }
  const denominator = elements.reduce((product, { n }) => product * BigInt(n), 1n);
  const sum = elements.reduce(
    (total, { sum: part, n }) => total + (BigInt(part) * denominator) / BigInt(n),
    0n,
  );
  return roundedRatio(sum * 25n * 100n, denominator * BigInt(SKM_ELEMENTS)) / 100;
}

/** Lowest value of each band, best first; the regulation gives them with two decimals. */
const BANDS: readonly (readonly [SkmBand, number])[] = [
  ["A", 88.31],
  ["B", 76.61],
  ["C", 65],
  ["D", 25],
];

/** The band of an index that was rounded to two decimals. */
export function skmBand(index: number): SkmBand {
  return BANDS.find(([, lowest]) => index >= lowest)?.[0] ?? "D";
}
