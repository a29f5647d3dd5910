import { describe, expect, test } from "vitest";
import {
  comparePrintedOrdinals,
  parseLetters,
  parseOrdinal,
  parseOrdinalWords,
  parseRoman,
  toLetters,
  toOrdinalWords,
  toRoman,
} from "../../domain/clauses/numerals.ts";

const upTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1);

describe("numerals", () => {
  test("[CL5] Roman numerals, both ways, 1 to 3999", () => {
    for (const value of upTo(3999)) expect(parseRoman(toRoman(value))).toBe(value);
    expect([4, 9, 12, 40, 99, 1994].map(toRoman)).toEqual(["IV", "IX", "XII", "XL", "XCIX", "MCMXCIV"]);
  });

  test.each(["", "IIII", "VV", "IC", "iv", "X1", "XIA", "MMMM"])("[CL5] %j is no Roman numeral", (text) => {
    expect(parseRoman(text)).toBeNull();
  });

  test("[CL5] ordinal words, both ways, 1 to 999", () => {
    for (const value of upTo(999)) expect(parseOrdinalWords(toOrdinalWords(value))).toBe(value);
    expect([1, 2, 10, 11, 12, 20, 21, 99, 100].map(toOrdinalWords)).toEqual([
      "Kesatu",
      "Kedua",
      "Kesepuluh",
      "Kesebelas",
      "Kedua Belas",
      "Kedua Puluh",
      "Kedua Puluh Satu",
      "Kesembilan Puluh Sembilan",
      "Keseratus",
    ]);
  });

  test.each([
    ["KEDUA BELAS", 12],
    ["Kedua belas", 12],
    ["Keduabelas", 12],
    ["PERTAMA", 1],
    ["Pertama", 1],
    ["Satu", null],
    ["Kenol", null],
  ])("[CL5] %j reads as %s", (words, value) => {
    expect(parseOrdinalWords(words)).toBe(value);
  });

  test("[CL5] letters go on after z with aa, bb", () => {
    expect([1, 26, 27, 28, 52, 53].map(toLetters)).toEqual(["a", "z", "aa", "bb", "zz", "aaa"]);
    for (const value of upTo(120)) expect(parseLetters(toLetters(value))).toBe(value);
    expect(parseLetters("ab")).toBeNull();
  });

  test("[CL7] a printed ordinal is a whole part and a suffix", () => {
    expect(parseOrdinal("19A", "arabic")).toEqual({ whole: 19, suffix: "A" });
    expect(parseOrdinal("1a", "arabic")).toEqual({ whole: 1, suffix: "a" });
    expect(parseOrdinal("II", "arabic")).toEqual({ whole: 2, suffix: "" });
    expect(parseOrdinal("XIIA", "roman")).toEqual({ whole: 12, suffix: "A" });
    expect(parseOrdinal("IXC", "roman")).toEqual({ whole: 9, suffix: "C" });
    expect(parseOrdinal("a1", "letter")).toEqual({ whole: 1, suffix: "1" });
    expect(parseOrdinal("KEDUA", "words-capitals")).toEqual({ whole: 2, suffix: "" });
    expect(parseOrdinal("...", "arabic")).toBeNull();
  });

  test.each([
    ["arabic", ["19", "19A", "19B", "19AA", "20"]],
    ["arabic", ["1", "1a", "1b", "2"]],
    ["roman", ["XII", "XIIA", "XIIB", "XIII"]],
    ["letter", ["a", "a1", "a2", "a10", "b", "aa"]],
  ] as const)("[CL7] order of %s ordinals", (form, inOrder) => {
    for (const [at, left] of inOrder.entries()) {
      for (const [other, right] of inOrder.entries()) {
        expect(Math.sign(comparePrintedOrdinals(left, right, form) ?? Number.NaN)).toBe(
          Math.sign(at - other),
        );
      }
    }
  });
});
