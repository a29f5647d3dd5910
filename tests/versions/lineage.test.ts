import { describe, expect, test } from "vitest";
import fc from "fast-check";
import type { Clause } from "../../domain/clauses/clause.ts";
import { lineageBetween, longestIncreasing, type Origins } from "../../domain/versions/lineage.ts";
import type { Cid } from "../../domain/ids.ts";
import { cidOf, clause, outline } from "../clauses/builders.ts";

const originsOf = (entries: Record<number, { from?: number; merged?: number[] }>): Origins =>
  new Map(
    Object.entries(entries).map(([n, { from, merged }]) => [
      cidOf(Number(n)),
      {
        ...(from === undefined ? {} : { from: cidOf(from) }),
        ...(merged === undefined ? {} : { merged: merged.map(cidOf) }),
      },
    ]),
  );

/** Facts as `0: kept words`, in the order of the numbers of the cids. */
function facts(earlier: readonly Clause[], later: readonly Clause[], origins?: Origins): string[] {
  const number = (cid: Cid): number => Array.from({ length: 100 }, (_, n) => cidOf(n)).indexOf(cid);
  return [...lineageBetween(earlier, later, origins)]
    .map(([cid, list]) => ({
      n: number(cid),
      text: list
        .map((each) =>
          each.fact === "split"
            ? `split from ${number(each.from)}`
            : each.fact === "merged"
              ? `merged into ${number(each.into)}`
              : each.fact,
        )
        .join(" "),
    }))
    .toSorted((a, b) => a.n - b.n)
    .map(({ n, text }) => `${n}: ${text}`);
}

const base = outline(`
  bab | UMUM
  pasal
  ayat | satu
  ayat | dua
  pasal
  isi | tiga`);
const pick = (...indexes: number[]): Clause[] => indexes.map((index) => base[index] ?? clause("isi"));

describe("lineage", () => {
  test("[VS1] the same text: everything is kept", () => {
    expect(facts(base, base)).toEqual(base.map((_, n) => `${n}: kept`));
  });

  test("[VS2] a changed word is `words`, another look or level is `form`", () => {
    const words = base.map((each, n) => (n === 2 ? { ...each, runs: [{ text: "satu!" }] } : each));
    expect(facts(base, words)[2]).toBe("2: kept words");
    const bold = base.map((each, n) =>
      n === 2 ? { ...each, runs: [{ text: "satu", bold: true as const }] } : each,
    );
    expect(facts(base, bold)[2]).toBe("2: kept form");
    const linked = base.map((each, n) =>
      n === 2 ? { ...each, runs: [{ text: "satu", ref: cidOf(1) }] } : each,
    );
    expect(facts(base, linked)[2]).toBe("2: kept");
  });

  test("[VS3] renumbering is not moving: a Pasal inserted before leaves the others kept", () => {
    const inserted = [...pick(0), clause("pasal", "", { cid: cidOf(50) }), ...pick(1, 2, 3, 4, 5)];
    expect(facts(base, inserted).filter((line) => line.includes("moved"))).toEqual([]);
    expect(facts(base, inserted).at(-1)).toBe("50: new");
  });

  test("[VS3] outside the longest common order, or under another parent, is moved", () => {
    expect(facts(base, pick(0, 4, 5, 1, 2, 3)).filter((line) => line.includes("moved"))).toEqual([
      "4: kept moved",
      "5: kept moved",
    ]);
    // Only the Pasal above it is another.
    const other = outline("pasal\n ayat\n pasal\n ayat");
    const [a, b, c, d] = other as [Clause, Clause, Clause, Clause];
    expect(facts([a, b, c, d], [a, c, b, d])).toContain("1: kept moved");
  });

  test("[VS4] split and merged name the other clause; without origins they are new and removed", () => {
    const split = [...pick(0, 1, 2), clause("ayat", "dua b", { cid: cidOf(60) }), ...pick(3, 4, 5)];
    expect(facts(base, split, originsOf({ 60: { from: 2 } })).at(-1)).toBe("60: split from 2");
    expect(facts(base, split).at(-1)).toBe("60: new");
    expect(facts(base, pick(0, 1, 2, 4, 5), originsOf({ 2: { merged: [3] } }))[3]).toBe("3: merged into 2");
    expect(facts(base, pick(0, 1, 2, 4, 5))[3]).toBe("3: removed");
  });

  test("[VS4] a split of a split goes back to the clause of the earlier text", () => {
    const later = [...pick(0, 1, 2, 3, 4, 5), clause("ayat", "x", { cid: cidOf(61) })];
    expect(facts(base, later, originsOf({ 60: { from: 2 }, 61: { from: 60 } })).at(-1)).toBe(
      "61: split from 2",
    );
  });

  test("[VS5] a restored clause is kept, though an old note says it was taken in", () => {
    expect(facts(base, base, originsOf({ 2: { merged: [3] } }))[3]).toBe("3: kept");
  });

  test("[VS6] a list that follows its ayat into the second half of a split is not moved", () => {
    const list = outline("pasal\n ayat | a b\n huruf1 | x");
    const [pasal, ayat, huruf] = list as [Clause, Clause, Clause];
    const half = clause("ayat", "b", { cid: cidOf(70) });
    expect(facts(list, [pasal, ayat, half, huruf], originsOf({ 70: { from: 1 } }))[2]).toBe("2: kept");
    expect(facts(list, [pasal, ayat, half, huruf])[2]).toBe("2: kept moved");
  });

  /** Length of a longest common subsequence, by the plain quadratic table. */
  function commonLength(a: readonly unknown[], b: readonly unknown[]): number {
    let row: number[] = Array.from({ length: b.length + 1 }, () => 0);
    for (const left of a) {
      const next = [0];
      for (const [at, right] of b.entries()) {
        next.push(left === right ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
      }
      row = next;
    }
    return row.at(-1) ?? 0;
  }

  test("[VS3] as many clauses keep their place as a plain LCS finds, and they are in order", () => {
    const flat = Array.from({ length: 12 }, (_, n) => clause("frasa", "x", { cid: cidOf(n) }));
    fc.assert(
      fc.property(fc.subarray(flat), fc.shuffledSubarray(flat), (earlier, later) => {
        const lineage = lineageBetween(earlier, later);
        const stays = (cid: Cid): boolean => {
          const list = lineage.get(cid) ?? [];
          return list.some(({ fact }) => fact === "kept") && !list.some(({ fact }) => fact === "moved");
        };
        const oldOrder = earlier.map(({ cid }) => cid);
        const newOrder = later.map(({ cid }) => cid);
        expect(newOrder.filter(stays)).toEqual(oldOrder.filter(stays));
        expect(newOrder.filter(stays)).toHaveLength(commonLength(oldOrder, newOrder));
      }),
    );
  });

  test("[VS7] every cid of either text has facts, and 10,000 shuffled clauses take well under a second", () => {
    const many = outline("pasal\n ayat | x\n".repeat(5000));
    const later = many.toSorted((a, b) => (a.cid.slice(-1) < b.cid.slice(-1) ? -1 : 1));
    const start = performance.now();
    expect(lineageBetween(many, later).size).toBe(10_000);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(longestIncreasing([])).toEqual([]);
    expect(longestIncreasing([3, 1, 2, 5, 4]).map((at) => [3, 1, 2, 5, 4][at])).toEqual([1, 2, 4]);
  });
});
