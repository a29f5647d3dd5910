import { describe, expect, test } from "vitest";
import fc from "fast-check";
import type { Run } from "../../domain/clauses/clause.ts";
import { normaliseRuns, sameMarks } from "../../domain/clauses/normalise.ts";

const piece = fc.constantFrom(
  "a",
  "e",
  "\u0301",
  "\u0323",
  "q",
  " ",
  "\n",
  "\ud83d",
  "\ude00",
  "\u1100",
  "\u1161",
  "\u11a8",
  "",
);
const run: fc.Arbitrary<Run> = fc
  .record({
    text: fc.array(piece, { maxLength: 4 }).map((parts) => parts.join("")),
    bold: fc.boolean(),
    italic: fc.boolean(),
  })
  .map(({ text, bold, italic }) => ({
    text,
    ...(bold && { bold: true as const }),
    ...(italic && { italic: true as const }),
  }));
const runs = fc.array(run, { maxLength: 6 });
const joined = (list: readonly Run[]): string => list.map(({ text }) => text).join("");

describe("normal form of runs", () => {
  test("[CL22] keeps the joined text, well-formed and in NFC", () => {
    fc.assert(
      fc.property(
        runs,
        (list) => joined(normaliseRuns(list)) === joined(list).toWellFormed().normalize("NFC"),
      ),
    );
  });

  test("[CL22] is its own normal form", () => {
    fc.assert(
      fc.property(runs, (list) => {
        expect(normaliseRuns(normaliseRuns(list))).toEqual(normaliseRuns(list));
      }),
    );
  });

  test("[CL22] has no empty run and no equal neighbours", () => {
    fc.assert(
      fc.property(runs, (list) => {
        const normal = normaliseRuns(list);
        return normal.every(
          (each, at) => each.text !== "" && (at === 0 || !sameMarks(normal[at - 1] ?? each, each)),
        );
      }),
    );
  });

  test("[CL22] the way the text was cut into runs of one look does not matter", () => {
    fc.assert(
      fc.property(runs, fc.nat(3), (list, cut) => {
        const finer = list.flatMap((each) => [
          { ...each, text: each.text.slice(0, cut) },
          { ...each, text: each.text.slice(cut) },
        ]);
        expect(normaliseRuns(finer)).toEqual(normaliseRuns(list));
      }),
    );
  });
});
