import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinStretches, redact, stretchesOf, withSelection } from "../../client/contributions/redaction.ts";

const TEXT = "Saya Budi, NIP 198001012005011001, nomor 0812-3456-7890. Jam pelatihan kurang.";
const stretch = (words: string) => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
};

describe("taking words out of an input", () => {
  test("what was taken out reads [...], the rest is as it was written", () => {
    expect(redact(TEXT, [stretch("0812-3456-7890"), stretch("Budi")])).toBe(
      "Saya [...], NIP 198001012005011001, nomor [...]. Jam pelatihan kurang.",
    );
    expect(redact(TEXT, [])).toBe(TEXT);
  });

  test("stretches that touch or overlap are one [...]", () => {
    expect(
      joinStretches([
        { start: 5, end: 9 },
        { start: 0, end: 2 },
        { start: 2, end: 6 },
        { start: 12, end: 12 },
      ]),
    ).toEqual([{ start: 0, end: 9 }]);
  });

  test("a selection in the words as they are shown finds the words as they were written", () => {
    const first = [stretch("Budi")];
    const shown = redact(TEXT, first);
    const start = shown.indexOf("198001012005011001");
    const next = withSelection(TEXT, first, { start, end: start + 18 });
    expect(next).toEqual([stretch("Budi"), stretch("198001012005011001")]);
  });

  test("spaces at the ends of a selection stay, a selection of nothing takes out nothing", () => {
    const { start, end } = stretch(" Budi,");
    expect(redact(TEXT, withSelection(TEXT, [], { start, end }))).toContain("Saya [...] NIP");
    expect(withSelection(TEXT, [], { start: 4, end: 5 })).toEqual([]);
    expect(withSelection(TEXT, [], { start: 7, end: 7 })).toEqual([]);
  });

  test("a selection that begins in a [...] takes all of it along", () => {
    const first = [stretch("Budi")];
    const shown = redact(TEXT, first);
    const inside = shown.indexOf("[...]") + 2;
    const next = withSelection(TEXT, first, { start: inside, end: shown.indexOf(", nomor") });
    expect(redact(TEXT, next)).toBe("Saya [...], nomor 0812-3456-7890. Jam pelatihan kurang.");
  });

  test("a character of two units is never cut", () => {
    expect(redact("a😀b", withSelection("a😀b", [], { start: 2, end: 4 }))).toBe("a[...]");
    expect(redact("a😀b", withSelection("a😀b", [], { start: 0, end: 2 }))).toBe("[...]b");
  });

  test("words that are not a redaction of the text are told apart", () => {
    expect(stretchesOf(TEXT, TEXT)).toEqual([]);
    expect(stretchesOf(TEXT, "Saya [...] senang.")).toBeNull();
    expect(stretchesOf(TEXT, TEXT.replace("kurang", "cukup"))).toBeNull();
  });

  test("a redaction is found again from its words", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 40, unit: fc.constantFrom("a", "b", " ", "[", ".", "]") }),
        fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 4 }),
        (text, pairs) => {
          const chosen = joinStretches(
            pairs.map(([a, b]) => ({
              start: Math.min(a, b, text.length),
              end: Math.min(Math.max(a, b), text.length),
            })),
          );
          const shown = redact(text, chosen);
          const found = stretchesOf(text, shown);
          // Another way of cutting may say the same; words that hold "[...]" themselves may be read otherwise.
          if (found !== null) expect(redact(text, found)).toBe(shown);
          else expect(text.includes("[") || text.includes("]")).toBe(true);
        },
      ),
      { numRuns: 500, seed: 5 },
    );
  });
});
