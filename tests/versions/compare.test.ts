import { describe, expect, test } from "vitest";
import fc from "fast-check";
import type { Clause } from "../../domain/clauses/clause.ts";
import { compareTexts, type ComparisonRow } from "../../domain/versions/compare.ts";
import { gatherMarks, markWords, type WordMark } from "../../domain/versions/word-marks.ts";
import { cidOf, clause, outline } from "../clauses/builders.ts";

const show = (marks: readonly WordMark[]): string =>
  marks.map(({ op, text }) => (op === "same" ? text : op === "added" ? `[+${text}]` : `[-${text}]`)).join("");
const line = (row: ComparisonRow): string =>
  `${row.before?.label ?? ""}>${row.after?.label ?? ""} ${row.facts.map(({ fact }) => fact).join("+")} ${show(row.marks)}`.trim();

const base = outline(`
  pasal
  ayat | Pegawai wajib melapor paling lama 14 (empat belas) hari.
  ayat | Laporan disampaikan kepada atasan langsung.
  pasal
  isi | Cukup.`);
const at = (index: number): Clause => base[index] ?? clause("isi");

describe("comparison", () => {
  test("[VS8] rows follow the later text; what is gone stands where it was", () => {
    const later = [
      at(0),
      at(1),
      at(3),
      at(4),
      clause("pasal", "", { cid: cidOf(40) }),
      clause("isi", "Baru.", { cid: cidOf(41) }),
    ];
    const { rows, counts } = compareTexts({ clauses: base }, { clauses: later });
    expect(rows.map(line)).toEqual([
      "Pasal 1>Pasal 1 kept",
      "(1)>(1) kept Pegawai wajib melapor paling lama 14 (empat belas) hari.",
      "(2)> removed [-Laporan disampaikan kepada atasan langsung.]",
      "Pasal 2>Pasal 2 kept",
      "> kept Cukup.",
      ">Pasal 3 new",
      "> new [+Baru.]",
    ]);
    expect(counts).toMatchObject({ kept: 4, removed: 1, new: 2, unchanged: 4, words: 0 });
  });

  test("[VS9] words are marked, not letters", () => {
    const later = [
      at(0),
      { ...at(1), runs: [{ text: "Pegawai harus melapor paling lama 7 (tujuh) hari." }] },
      ...base.slice(2),
    ];
    const row = compareTexts({ clauses: base }, { clauses: later }).rows[1];
    expect(show(row?.marks ?? [])).toBe(
      "Pegawai [-wajib][+harus] melapor paling lama [-14][+7] ([-empat belas][+tujuh]) hari.",
    );
    expect(row?.unchanged).toBe(false);
  });

  test("[VS10] a split shows no word as new that was there before, and says what it came from", () => {
    const later = [
      at(0),
      { ...at(1), runs: [{ text: "Pegawai wajib melapor" }] },
      clause("ayat", "paling lama 14 (empat belas) hari kerja.", { cid: cidOf(42) }),
      ...base.slice(2),
    ];
    const { rows } = compareTexts(
      { clauses: base },
      { clauses: later, origins: new Map([[cidOf(42), { from: cidOf(1) }]]) },
    );
    expect(show(rows[1]?.marks ?? [])).toBe("Pegawai wajib melapor");
    expect(show(rows[2]?.marks ?? [])).toBe("paling lama 14 (empat belas) hari[+ kerja].");
    expect(rows[2]?.relative).toEqual({ cid: cidOf(1), citation: "Pasal 1 ayat (1)" });
    expect(rows[3]).toMatchObject({ renumbered: true, before: { label: "(2)" }, after: { label: "(3)" } });
    expect(rows[3]?.unchanged).toBe(false);
  });

  test("[VS10] a join shows the words it took in as kept, and where they went", () => {
    const joined = `${at(1).runs[0]?.text} ${at(2).runs[0]?.text}`;
    const later = [at(0), { ...at(1), runs: [{ text: joined }] }, at(3), at(4)];
    const { rows } = compareTexts(
      { clauses: base },
      { clauses: later, origins: new Map([[cidOf(1), { merged: [cidOf(2)] }]]) },
    );
    expect(show(rows[1]?.marks ?? [])).toBe(joined);
    expect(rows[2]).toMatchObject({ relative: { cid: cidOf(1), citation: "Pasal 1 ayat (1)" }, marks: [] });
  });

  test("[VS11] an ayat that only went with its Pasal says so", () => {
    const later = [at(3), at(4), at(0), at(1), at(2)];
    const { rows } = compareTexts({ clauses: base }, { clauses: later });
    expect(
      rows.map(({ facts, movedWithParent }) => [facts.map(({ fact }) => fact).join("+"), movedWithParent]),
    ).toEqual([
      ["kept+moved", false],
      ["kept+moved", true],
      ["kept", false],
      ["kept", false],
      ["kept", false],
    ]);
  });

  const words = fc
    .array(fc.constantFrom("a", "b", "c", "d e", "é", "1,5", "\n", " ", "."), { maxLength: 14 })
    .map((list) => list.join(" "));

  test("[VS9] the marks hold both wordings, word for word", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const found = markWords(before, after);
        for (const marks of [found, gatherMarks(found)]) {
          const only = (skip: string): string =>
            marks
              .filter(({ op }) => op !== skip)
              .map(({ text }) => text)
              .join("");
          expect(only("added")).toBe(before);
          expect(only("removed")).toBe(after);
        }
      }),
    );
  });

  test("[VS9] a rewritten passage reads as one removal and one addition, an insertion stays one", () => {
    const gathered = (before: string, after: string) =>
      gatherMarks(markWords(before, after)).map(({ op, text }) => [op, text]);
    expect(gathered("dijadwalkan oleh kepala Perangkat.", "dijadwalkan bergiliran, termasuk piket.")).toEqual(
      [
        ["same", "dijadwalkan "],
        ["removed", "oleh kepala Perangkat"],
        ["added", "bergiliran, termasuk piket"],
        ["same", "."],
      ],
    );
    expect(gathered("a b", "a x b").filter(([op]) => op === "removed")).toEqual([]);
  });

  test("[VS9] two long wordings with nothing in common are marked in bounded time", () => {
    const long = (word: string): string => Array.from({ length: 8000 }, (_, n) => `${word}${n}x`).join(" ");
    const start = performance.now();
    expect(markWords(`sama ${long("p")}`, `sama ${long("q")}`).map(({ op }) => op)).toContain("removed");
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
