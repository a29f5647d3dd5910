import { expect, test } from "vitest";
import { gazetteLines, outlineOf } from "../../domain/clauses/gazette-lines.ts";
import { groupRows } from "../../client/versions/compare-groups.ts";
import type { Clause, ClauseKind } from "../../domain/clauses/clause.ts";
import type { Cid } from "../../domain/ids.ts";
import { deriveLabels } from "../../domain/clauses/labels.ts";
import { compareTexts } from "../../domain/versions/compare.ts";

let count = 0;
const clause = (kind: ClauseKind, text = "", level: 0 | 1 = 0): Clause => ({
  cid: String((count += 1)).padStart(26, "0") as Cid,
  kind,
  level,
  runs: text ? [{ text }] : [],
});

const clauses = [
  clause("menimbang", "bahwa a;"),
  clause("huruf", "rincian;", 1),
  clause("menimbang", "bahwa b;"),
  clause("mengingat", "Undang-Undang;"),
  clause("bab", "KETENTUAN UMUM"),
  clause("pasal"),
  clause("ayat", "Satu."),
  clause("bab", "PENUTUP"),
  clause("bagian", "Umum"),
  clause("pasal"),
];
const lines = gazetteLines(clauses, deriveLabels(clauses));

test("the words of a part stand before its first item only, also across items beneath it", () => {
  expect(lines.map((line) => line.prefix)).toEqual([
    "Menimbang",
    "",
    "",
    "Mengingat",
    ...Array.from({ length: 6 }, () => ""),
  ]);
});

test("headings step down one level at a time from the page's title, whatever is left out between", () => {
  expect(lines.flatMap((line) => line.headingLevel ?? [])).toEqual([2, 3, 2, 3, 4]);
});

test("the contents name structure and leave out ayat and items", () => {
  expect(outlineOf(lines).map(({ label, heading }) => `${label} ${heading}`.trim())).toEqual([
    "BAB I KETENTUAN UMUM",
    "Pasal 1",
    "BAB II PENUTUP",
    "Bagian Kesatu Umum",
    "Pasal 2",
  ]);
});

test("a comparison folds neighbours that stayed and numbers the changes", () => {
  const later = clauses.map((each) => (each.kind === "ayat" ? { ...each, runs: [{ text: "Dua." }] } : each));
  const groups = groupRows(compareTexts({ clauses }, { clauses: later }).rows);
  expect(groups.map((group) => (group.type === "change" ? group.at : group.rows.length))).toEqual([6, 1, 3]);
});
