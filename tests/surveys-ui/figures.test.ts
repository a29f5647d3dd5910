/** What is drawn, said and saved of figures. */
import { describe, expect, test } from "vitest";
import { csv } from "../../domain/exports/csv.ts";
import { resultSentences } from "../../client/surveys/result-sentences.ts";
import { resultTexts } from "../../client/surveys/survey-results.intl.ts";
import { barsOf, mostChosen } from "../../domain/figures/bars.ts";
import type { QuestionResult } from "../../domain/surveys/results.ts";

const counts = (...numbers: readonly number[]) =>
  numbers.map((count, at) => ({ key: String(at + 1), words: `P${at + 1}`, count }));
const percents = (numbers: readonly number[], n = numbers.reduce((sum, each) => sum + each, 0)) =>
  barsOf(counts(...numbers), n).map(({ percent }) => percent);

describe("bars", () => {
  test("where each chose one, percents make 100 and none is off by a whole one", () => {
    expect(percents([1, 1, 1])).toEqual([34, 33, 33]);
    expect(percents([0, 2, 26, 92, 94])).toEqual([0, 1, 12, 43, 44]);
    for (let seed = 1; seed < 400; seed += 1) {
      const numbers = Array.from({ length: (seed % 9) + 1 }, (_, at) => (seed * (at + 7) * 31) % 97);
      const n = numbers.reduce((sum, each) => sum + each, 0);
      if (n === 0) continue;
      const bars = barsOf(counts(...numbers), n);
      expect(bars.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
      for (const { share, percent } of bars) expect(Math.abs(share - percent)).toBeLessThan(1);
    }
  });

  test("where several could be chosen, each is rounded by itself", () => {
    expect(percents([10, 10, 5], 15)).toEqual([67, 67, 33]);
  });

  test("nobody is no share at all", () => {
    expect(percents([0, 0])).toEqual([0, 0]);
    expect(mostChosen(barsOf(counts(0, 0), 0))).toBeNull();
  });

  test("the most chosen is one alone", () => {
    expect(mostChosen(barsOf(counts(3, 9, 2), 14))?.words).toBe("P2");
    expect(mostChosen(barsOf(counts(9, 9, 2), 20))).toBeNull();
  });
});

describe("the sentence", () => {
  const numbers = { whole: String, mean: (value: number) => value.toFixed(2).replace(".", ",") };
  const base = {
    questionId: "q",
    words: "Tanya",
    targets: [],
    missing: 0,
    notAsked: 0,
    groups: [],
    suppressed: false,
  };
  const say = (part: Partial<QuestionResult>) =>
    resultSentences({ ...base, type: "scale", all: null, ...part }, resultTexts.id, numbers);

  test("of a scale: mean, highest step, how many; then the two highest together", () => {
    const mean = { sum: 920, n: 214, rounded: 4.3 };
    expect(say({ all: { n: 214, mean, counts: counts(0, 2, 26, 92, 94) }, missing: 3, notAsked: 2 })).toEqual(
      [
        "Rata-rata 4,30 dari 5, menurut 214 orang.",
        "87% memilih 4 atau 5.",
        "3 tidak menjawab.",
        "2 tidak ditanya karena syaratnya.",
      ],
    );
  });

  test("the two highest are added before rounding", () => {
    const mean = { sum: 1, n: 200, rounded: 1 };
    // 12.5 % and 12.5 % are 25 %, not 13 + 12 or 13 + 13.
    expect(say({ all: { n: 200, mean, counts: counts(150, 25, 25) } })[1]).toBe("25% memilih 2 atau 3.");
  });

  test("of choices: the most chosen, or that there is none", () => {
    expect(say({ type: "single", all: { n: 14, counts: counts(3, 9, 2) } })).toEqual([
      '64% memilih "P2", terbanyak dari 14 orang.',
    ]);
    expect(say({ type: "single", all: { n: 18, counts: counts(9, 9) } })[0]).toContain(
      "Tidak ada satu jawaban",
    );
    expect(say({ type: "multiple", all: { n: 10, counts: counts(7, 5) } })[0]).toBe(
      '70% dari 10 orang memilih "P1", paling sering dari semua pilihan.',
    );
  });

  test("of a ranking: what stands in front", () => {
    const places = [{ key: "1", words: "Pelatihan", mean: { sum: 12, n: 8, rounded: 1.5 } }];
    expect(say({ type: "ranking", all: { n: 8, counts: counts(6, 2), places } })).toEqual([
      '"Pelatihan" ditempatkan paling depan, rata-rata pada urutan 1,50, menurut 8 orang.',
    ]);
  });

  test("[SV34] of what is kept back nothing but that it is", () => {
    const kept = say({ missing: null, notAsked: null });
    expect(kept).toEqual([resultTexts.id.hiddenQuestion]);
    expect(say({ all: { n: 0, counts: counts(0, 0) } })).toEqual([resultTexts.id.nobody]);
  });
});

test("a spreadsheet gets cells, not formulas", () => {
  expect(
    csv([
      ["a,b", 'kata "x"', 3],
      ["=1+1", "-2", "baris\nbaru"],
    ]),
  ).toBe('\uFEFF"a,b","kata ""x""",3\r\n\'=1+1,\'-2,"baris\nbaru"\r\n');
});
