import { describe, expect, test } from "vitest";
import { marginMarks } from "../../client/editor/margin-marks.ts";
import type { Clause, ClauseKind } from "../../domain/clauses/clause.ts";

const marksOf = (...kinds: ClauseKind[]) =>
  marginMarks(
    kinds.map((kind) => ({ kind }) as Clause),
    kinds.map((kind) => (kind === "isi" ? "" : kind)),
  );

describe("what stands beside a clause by its place", () => {
  test("the word of a provision is printed before its first clause only", () => {
    const marks = marksOf("menimbang", "menimbang", "mengingat", "pasal", "isi");
    expect(marks.map(({ first }) => first)).toEqual(["term", undefined, "term", undefined, undefined]);
    expect(marks.map(({ label }) => label)).toEqual([
      "menimbang",
      "menimbang",
      "mengingat",
      "pasal",
      undefined,
    ]);
  });

  test("items are of the opening until the first Pasal, Lampiran, closing or elucidation", () => {
    expect(marksOf("diktum", "huruf", "penutup", "huruf").map(({ opening }) => opening)).toEqual([
      undefined,
      "",
      undefined,
      undefined,
    ]);
    expect(marksOf("angka", "pasal", "angka").map(({ opening }) => opening)).toEqual([
      "",
      undefined,
      undefined,
    ]);
  });

  test("a Pasal right below a heading stands closer, the next one does not", () => {
    expect(marksOf("bab", "pasal", "isi", "pasal", "pasal").map(({ headed }) => headed)).toEqual([
      undefined,
      "",
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("the elucidation says its title once", () => {
    const marks = marksOf("penjelasan-umum", "penjelasan-umum", "penjelasan-pasal", "penjelasan-pasal");
    expect(marks.map(({ first }) => first)).toEqual([
      "penjelasan-umum",
      undefined,
      "penjelasan-pasal",
      undefined,
    ]);
  });
});
