/**
 * How many answers make a sample of a group (Krejcie and Morgan 1970): 95 %
 * confidence, 5 % error, a proportion of one half. A target for each stratum,
 * never a bar to a survey. [SV43]
 */
import { roundedRatio } from "./skm.ts";

/**
 * n = 3.841 N 0.25 / (0.0025 (N - 1) + 0.96025), to the nearest; in hundred
 * thousandths, so that it is exact. `population` is a whole number from 1 to 1e9.
 */
export function sampleSize(population: number): number {
  if (!Number.isInteger(population) || population < 1 || population > 1e9) {
    throw new RangeError("a population is a whole number from 1 to 1,000,000,000");
  }
  const N = BigInt(population);
  return roundedRatio(96_025n * N, 250n * (N - 1n) + 96_025n);
}
