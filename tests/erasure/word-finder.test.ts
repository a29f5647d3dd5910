import { expect, test } from "vitest";
import { createWordFinder } from "../../domain/erasure/erasure.ts";

const found = (words: readonly string[], text: string): string[] =>
  createWordFinder(words)(text).map(([start, end]) => text.slice(start, end));

test("[ER1] words are found in any case, with any space between them, composed or not", () => {
  expect(found(["Budi Santoso"], "budi\n santoso, BUDI\u00A0SANTOSO, Budisantoso")).toEqual([
    "budi\n santoso",
    "BUDI\u00A0SANTOSO",
  ]);
  expect(found(["Rene\u0301"], "Ren\u00E9 dan Rene\u0301")).toEqual(["Ren\u00E9", "Rene\u0301"]);
});

test("[ER1] signs mean themselves: telephone numbers, addresses, brackets", () => {
  const words = ["0812-3456-7890", "a.b@c.id", "Jl. Merdeka (no. 5)", "50% + $1", "x\\y/z", "[a]{2}|^b*?"];
  for (const word of words) expect(found([word], `(${word})`), word).toEqual([word]);
  expect(found(["a.b"], "axb")).toEqual([]);
});

test("[ER1] of words that begin alike the longest goes; none are found for no words", () => {
  expect(found(["Budi", "Budi Santoso"], "Budi Santoso dan Budi")).toEqual(["Budi Santoso", "Budi"]);
  expect(found([], "apa saja")).toEqual([]);
});
