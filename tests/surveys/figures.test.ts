import { describe, expect, test } from "vitest";
import { sampleSize } from "../../domain/surveys/sample-size.ts";
import { meanOf, skmBand, skmIndex } from "../../domain/surveys/skm.ts";
import { figuresOf } from "../../domain/surveys/tally.ts";
import { everyKind } from "./definitions.ts";
import { questionsOf } from "../../domain/surveys/survey.ts";

/** Nine equal means of the decimal `mean` with four places. */
const nine = (tenThousandths: number) =>
  Array.from({ length: 9 }, () => ({ sum: tenThousandths, n: 10_000 }));

describe("figures", () => {
  test.each([
    [25_456, 63.64, "D"],
    [36_590, 91.48, "A"],
    [10_000, 25, "D"],
    [40_000, 100, "A"],
    // Just under a band's border, and rounded onto it: the rounded value is classified.
    [35_322, 88.31, "A"],
    [35_321, 88.3, "B"],
    [30_642, 76.61, "B"],
    [30_641, 76.6, "C"],
    [25_998, 65, "C"],
    [25_997, 64.99, "D"],
  ])("[SV40, SV41] mean %i / 10000 gives %d, band %s", (mean, index, band) => {
    expect(skmIndex(nine(mean))).toBe(index);
    expect(skmBand(index)).toBe(band);
  });

  test("[SV40] different n per element: the mean of means, not of answers; nothing is rounded on the way", () => {
    const pontianak = [2.31, 2.48, 2.05, 2.4, 2.22, 2.95, 3.02, 2.88, 2.6].map((mean) => ({
      sum: Math.round(mean * 100),
      n: 100,
    }));
    expect(skmIndex(pontianak)).toBe(63.64);
    const uneven = [{ sum: 4, n: 1 }, ...Array.from({ length: 8 }, () => ({ sum: 3000, n: 3000 }))];
    expect(skmIndex(uneven)).toBe(33.33);
    const thirds = [{ sum: 10, n: 3 }, ...Array.from({ length: 8 }, () => ({ sum: 7, n: 3 }))];
    expect(skmIndex(thirds)).toBe(61.11);
    expect(() => skmIndex(uneven.slice(1))).toThrow(RangeError);
    expect(() => skmIndex([...uneven.slice(1), { sum: 0, n: 0 }])).toThrow(RangeError);
  });

  test.each([
    [10, 10],
    [50, 44],
    [100, 80],
    [220, 140],
    [300, 169],
    [500, 217],
    [1000, 278],
    [1200, 291],
    [2000, 322],
    [5000, 357],
    [10_000, 370],
    [1, 1],
    [1_000_000_000, 384],
  ])("[SV43] of %i people a sample takes %i", (population, size) => {
    expect(sampleSize(population)).toBe(size);
  });
  test("[SV43] a population is a whole number from 1", () => {
    for (const wrong of [0, -1, 1.5, Number.NaN, 1e10]) expect(() => sampleSize(wrong)).toThrow(RangeError);
  });

  test("[SV38] means are rounded once, half up", () => {
    expect(meanOf(5, 8).rounded).toBe(0.63);
    expect(meanOf(1, 200).rounded).toBe(0.01);
    expect(meanOf(10, 3)).toEqual({ sum: 10, n: 3, rounded: 3.33 });
    // 1.005 as a float is below: a float would give 1.
    expect(meanOf(201, 200).rounded).toBe(1.01);
  });

  test("[SV38] each kind is counted in its way", () => {
    const [scale, single, , multiple, ranking] = questionsOf(everyKind);
    if (!scale || !single || !multiple || !ranking) throw new Error("kinds");
    expect(figuresOf(scale, [1, 1, 5])).toMatchObject({ n: 3, mean: { sum: 7, n: 3, rounded: 2.33 } });
    expect(figuresOf(scale, [1, 1, 5]).counts?.map(({ key, count }) => [key, count])).toEqual([
      ["1", 2],
      ["2", 0],
      ["3", 0],
      ["4", 0],
      ["5", 1],
    ]);
    expect(figuresOf(scale, []).mean).toBeUndefined();
    expect(figuresOf(single, ["layanan", "layanan"]).counts?.map(({ count }) => count)).toEqual([0, 2]);
    expect(figuresOf(multiple, [["a", "c"], ["c"]]).counts?.map(({ count }) => count)).toEqual([1, 0, 2]);
    const ranked = figuresOf(ranking, [
      ["z", "x", "y"],
      ["x", "z", "y"],
      ["z", "y", "x"],
    ]);
    expect(ranked.places?.map(({ key, mean }) => [key, mean.rounded])).toEqual([
      ["z", 1.33],
      ["x", 2],
      ["y", 2.67],
    ]);
    expect(ranked.counts?.map(({ count }) => count)).toEqual([1, 0, 2]);
  });
});
