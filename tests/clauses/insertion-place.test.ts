import { describe, expect, test } from "vitest";
import type { ClauseKind, ClauseLevel } from "../../domain/clauses/clause.ts";
import { insertionIndex } from "../../domain/clauses/insertion-place.ts";
import { outline } from "./builders.ts";

const document = outline(`
  bab | UMUM
  pasal
  ayat | satu:
  huruf1 | a
  angka2 | a1
  huruf1 | b
  ayat | dua
  pasal
  isi | lain
  bab | PENUTUP
  pasal
  isi | akhir
  penutup | Agar
  lampiran
  isi | lampiran
`);
const place = (index: number, kind: ClauseKind, level: ClauseLevel = 0) =>
  insertionIndex(document, index, { kind, level });

describe("[CL40] where a clause goes when it is inserted after another", () => {
  test("a Pasal goes after the whole Pasal one stands in", () => {
    for (const index of [1, 2, 3, 4, 5, 6]) expect(place(index, "pasal"), String(index)).toBe(7);
    expect(place(8, "pasal")).toBe(9);
  });

  test("a BAB goes after the whole BAB", () => {
    for (const index of [0, 3, 8]) expect(place(index, "bab"), String(index)).toBe(9);
  });

  test("an ayat goes after the list of this ayat", () => {
    for (const index of [2, 3, 4, 5]) expect(place(index, "ayat"), String(index)).toBe(6);
    expect(place(6, "ayat")).toBe(7);
  });

  test("an item goes right after its like, or first into the list that it opens", () => {
    expect(place(3, "huruf", 1)).toBe(5);
    expect(place(4, "huruf", 1)).toBe(5);
    expect(place(5, "huruf", 1)).toBe(6);
    expect(place(2, "huruf", 1)).toBe(3);
    expect(place(3, "angka", 2)).toBe(4);
  });

  test("the first Pasal of a BAB goes right below its heading", () => {
    expect(place(0, "pasal")).toBe(1);
  });

  test("what is inserted in an annex stays in it", () => {
    expect(place(14, "pasal")).toBe(15);
    expect(insertionIndex(document, 99, { kind: "isi", level: 0 })).toBe(document.length);
  });
});
