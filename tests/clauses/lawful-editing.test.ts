/** Whatever keys are pressed wherever in a lawful text, it stays one and keeps its words. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clauseText, type Clause } from "../../domain/clauses/clause.ts";
import { insertableShapes, movableUnits, moveTargets } from "../../domain/clauses/editing.ts";
import { KINDS } from "../../domain/clauses/kinds.ts";
import { openKeyboard, type Keyboard } from "./keyboard.ts";
import { expectLawful, faultsOf, lawfulText, wordsOf } from "./lawful.ts";

const key = fc.constantFrom(
  "enter",
  "tab",
  "shiftTab",
  "backspace",
  "del",
  "insert",
  "becomes",
  "split" as const,
);
const press = fc.record({ key, place: fc.nat(1000), choice: fc.nat(1000) });

function perform(
  keyboard: Keyboard,
  { key: what, place, choice }: { key: string; place: number; choice: number },
): void {
  const clauses = keyboard.clauses();
  const index = place % clauses.length;
  const clause = clauses[index] as Clause;
  const size = clauseText(clause).length;
  keyboard.caret(
    index,
    what === "enter" || what === "del" ? size : what === "split" ? choice % (size + 1) : 0,
  );
  if (what === "split" || what === "enter") keyboard.enter();
  else if (what === "insert" || what === "becomes") {
    // A table gets its cells in a dialog.
    const shapes = insertableShapes(clauses, index).filter(({ kind }) => kind !== "tabel");
    const shape = shapes[choice % shapes.length];
    if (shape) keyboard.insert(index, shape, what === "becomes" && size === 0 && KINDS[clause.kind].hasText);
  } else if (what === "tab") keyboard.tab();
  else if (what === "shiftTab") keyboard.shiftTab();
  else if (what === "backspace") keyboard.backspace();
  else keyboard.del();
}

describe("editing a lawful text", () => {
  test("the texts to begin with are lawful", () => {
    fc.assert(
      fc.property(lawfulText, (clauses) => expectLawful(clauses)),
      { numRuns: 200 },
    );
  });

  test("[CL15] [CL16] [CL17] [CL18] [CL19] [CL20] [CL27] [CL28] every key keeps words, levels and counting", () => {
    fc.assert(
      fc.property(lawfulText, fc.array(press, { minLength: 1, maxLength: 20 }), (start, presses) => {
        const keyboard = openKeyboard(start);
        try {
          for (const each of presses) {
            const before = keyboard.clauses();
            perform(keyboard, each);
            const after = keyboard.clauses();
            if (faultsOf(after).length > 0) {
              const at = each.place % before.length;
              throw new Error(
                `${each.key} at ${at} (${before[at]?.kind}): ${faultsOf(after).join("; ")}\n  before ${shown(before)}\n  after  ${shown(after)}`,
              );
            }
            expect(wordsOf(after)).toBe(wordsOf(before));
          }
        } finally {
          keyboard.dispose();
        }
      }),
      { numRuns: 200 },
    );
  });

  test("[CL21] moving keeps every clause and the law of its place", () => {
    fc.assert(
      fc.property(
        lawfulText,
        fc.array(fc.tuple(fc.nat(1000), fc.boolean()), { maxLength: 10 }),
        (start, moves) => {
          let clauses = start;
          for (const [place, up] of moves) {
            const index = place % clauses.length;
            const target = moveTargets(clauses, index)[up ? "up" : "down"];
            if (!target) continue;
            const unit = movableUnits(clauses, index);
            const rest = clauses.toSpliced(unit.start, unit.end - unit.start);
            const at =
              target.before === null ? rest.length : rest.findIndex(({ cid }) => cid === target.before);
            expect(at).toBeGreaterThanOrEqual(0);
            clauses = rest.toSpliced(at, 0, ...clauses.slice(unit.start, unit.end));
            expectLawful(clauses);
          }
          expect(clauses.map(({ cid }) => cid).toSorted()).toEqual(start.map(({ cid }) => cid).toSorted());
        },
      ),
      { numRuns: 300 },
    );
  });
});

const shown = (clauses: readonly Clause[]): string =>
  clauses.map((clause) => `${clause.kind}${clause.level || ""}${clauseText(clause) ? "" : "∅"}`).join(" ");
