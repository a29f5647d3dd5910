import { describe, expect, test } from "vitest";
import { visibleClauses } from "../../client/contributions/clause-choices.ts";
import type { ContributionFacets } from "../../domain/contributions/contributions.contract.ts";
import type { Cid } from "../../domain/ids.ts";

type Facet = ContributionFacets["clause"][number];
const facet = (name: string, depth: number, count = 1, gone = false): Facet => ({
  cid: name as Cid,
  citation: name,
  words: "",
  depth,
  count,
  ...(gone && { gone: true as const }),
});
const names = (all: readonly Facet[], chosen?: string) => visibleClauses(all, chosen).map(({ cid }) => cid);

/** Four chapters of three Pasal with two ayat each, and a clause that is gone. */
const LONG = [
  ...["I", "II", "III", "IV"].flatMap((bab) => [
    facet(bab, 0, 6),
    ...[1, 2, 3].flatMap((pasal) => [
      facet(`${bab}.${pasal}`, 1, 2),
      facet(`${bab}.${pasal}(1)`, 2),
      facet(`${bab}.${pasal}(2)`, 2),
    ]),
  ]),
  facet("gone", 0, 1, true),
];

describe("clauses that the filter offers", () => {
  test("few are all offered, those without input are not", () => {
    expect(names([facet("I", 0), facet("I.1", 1), facet("I.2", 1, 0)])).toEqual(["I", "I.1"]);
  });

  test("of many the chapters, and what is gone", () => {
    expect(names(LONG)).toEqual(["I", "II", "III", "IV", "gone"]);
  });

  test("the chosen one opens what is in it and stays among its like", () => {
    expect(names(LONG, "II")).toEqual(["I", "II", "II.1", "II.2", "II.3", "III", "IV", "gone"]);
    expect(names(LONG, "II.2")).toEqual([
      "I",
      "II",
      "II.1",
      "II.2",
      "II.2(1)",
      "II.2(2)",
      "II.3",
      "III",
      "IV",
      "gone",
    ]);
    expect(names(LONG, "III.1(2)")).toEqual([
      "I",
      "II",
      "III",
      "III.1",
      "III.1(1)",
      "III.1(2)",
      "III.2",
      "III.3",
      "IV",
      "gone",
    ]);
  });

  test("the chosen one is offered even where nothing of it is left", () => {
    expect(names([facet("I", 0), facet("II", 0, 0)], "II")).toEqual(["I", "II"]);
  });
});
