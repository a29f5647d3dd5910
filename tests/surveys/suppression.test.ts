/** That nobody can be had by subtraction: the published figures as equations, solved for whatever they give. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GroupId } from "../../domain/ids.ts";
import { publishResults, type PublishInput } from "../../domain/surveys/publish-results.ts";
import type { Figures, SurveyResults } from "../../domain/surveys/results.ts";
import {
  distributionsShown,
  groupsByThemselves,
  shownBesideTotal,
} from "../../domain/surveys/suppression.ts";
import type { CountedResponse } from "../../domain/surveys/tally.ts";
import { asked, define, options, scale } from "./definitions.ts";

const few = (n: number) => n >= 1 && n <= 4;
const GROUPS = ["A", "B", "C", "D", "E"];
const definition = define(
  scale("q1"),
  scale("q2", { required: false, showIf: { question: "q1", atLeast: 3 } }),
  { ...asked, id: "q3", required: false, words: "Q3", type: "multiple", options: options("x", "y") },
  { ...asked, id: "q4", required: false, words: "Q4", type: "single", options: options("x", "y", "z") },
);

function publish(responses: readonly CountedResponse[], more: Partial<PublishInput> = {}): SurveyResults {
  return publishResults({
    definition,
    quotes: [],
    rule: "anonymous",
    phase: "closed",
    target: null,
    groups: GROUPS.map((name) => ({ groupId: name as GroupId, name })),
    responses,
    texts: new Map(),
    inboxPath: () => "",
    now: 0,
    ...more,
  });
}

const many = (groupId: string | null, n: number, answers: CountedResponse["answers"] = { q1: 5 }) =>
  Array.from({ length: n }, () => ({ groupId, answers }));

const response = fc.record({
  groupId: fc.oneof(fc.constantFrom(...GROUPS), fc.constant(null)),
  answers: fc.record(
    {
      q1: fc.integer({ min: 1, max: 5 }),
      q2: fc.integer({ min: 1, max: 5 }),
      q3: fc.constantFrom(["x"], ["y"], ["x", "y"]),
      q4: fc.constantFrom("x", "y", "z"),
    },
    { requiredKeys: ["q1"] },
  ),
});
/** Sizes round the threshold are where it can go wrong. */
const responses = fc
  .tuple(
    ...[...GROUPS, null].map((group) =>
      fc.tuple(fc.constant(group), fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 9, 12, 30)),
    ),
  )
  .chain((sizes) =>
    fc.tuple(
      ...sizes.map(([group, n]) =>
        fc
          .array(response, { minLength: n, maxLength: n })
          .map((made) => made.map((each) => ({ ...each, groupId: group }))),
      ),
    ),
  )
  .map((groups) => groups.flat());

/** Every sum and difference of the total with some of the sets that were shown beside it. */
function differences(total: readonly number[], shown: readonly (readonly number[])[]): number[][] {
  const found: number[][] = [];
  for (let mask = 0; mask < 2 ** shown.length; mask += 1) {
    const taken = shown.filter((_, at) => mask & (1 << at));
    found.push(total.map((value, cell) => taken.reduce((rest, row) => rest - (row[cell] ?? 0), value)));
    if (mask > 0) found.push(total.map((_, cell) => taken.reduce((sum, row) => sum + (row[cell] ?? 0), 0)));
  }
  return found;
}

const countsOf = ({ counts, n }: Figures, isMultiple: boolean): number[] =>
  (counts ?? []).flatMap(({ count }) => (isMultiple ? [count, n - count] : [count]));

describe("suppression", () => {
  test("[SV31-SV35] no number of people from 1 to 4 follows from what is published, for 400 random surveys", () => {
    fc.assert(
      fc.property(responses, (given) => {
        const results = publish(given);
        if (given.length < 5) return expect(results.questions).toEqual([]);
        expect(results.units.some(({ n }) => few(n))).toBe(false);
        for (const [rest = 0] of differences(
          [given.length],
          results.units.map(({ n }) => [n]),
        ))
          expect(few(rest)).toBe(false);
        for (const { all, groups, type, missing } of results.questions) {
          if (all === null) {
            expect([groups, missing]).toEqual([[], null]);
            continue;
          }
          expect(few(all.n)).toBe(false);
          const ns = groups.map(({ n }) => [n]);
          for (const [rest = 0] of differences([all.n], ns)) expect(few(rest)).toBe(false);
          // Distributions of groups: every cell, alone, together, or as what is left of the total.
          const rows = groups
            .filter(({ counts }) => counts !== null)
            .map((row) => countsOf(row, type === "multiple"));
          const total = countsOf(all, type === "multiple");
          for (const row of rows) expect(row.some(few)).toBe(false);
          // Without a row there is nothing to subtract: the total stands by itself.
          if (rows.some((row) => row.some((count) => count > 0))) {
            for (const rest of differences(total, rows).slice(1)) expect(rest.some(few)).toBe(false);
          }
        }
        return undefined;
      }),
      { numRuns: 400, seed: 20261122 },
    );
  });

  test("[SV31, SV33] a small group goes into lainnya with the next smallest, and which was small is not said", () => {
    const { units, folded } = publish([...many("A", 12), ...many("B", 3), ...many("C", 8), ...many("D", 20)]);
    expect(units.map(({ key, n }) => [key, n])).toEqual([
      ["A", 12],
      ["D", 20],
      ["lainnya", 11],
    ]);
    expect(folded).toEqual(["B", "C", "E"]);
  });

  test("[SV33] two small groups hide each other; two groups of which one is small are not told apart", () => {
    const two = publish([...many("A", 12), ...many("B", 3), ...many("C", 2)]);
    expect(two.units.map(({ key, n }) => [key, n])).toEqual([
      ["A", 12],
      ["lainnya", 5],
    ]);
    expect(publish([...many("A", 12), ...many("B", 3)]).units).toEqual([]);
    expect(publish([...many("A", 12), ...many(null, 2)]).units).toEqual([]);
    expect(publish([...many("A", 12), ...many("B", 5)]).units.map(({ key }) => key)).toEqual(["A", "B"]);
  });

  test("[SV34] a question that few of a group answered hides that group and the next smallest", () => {
    const given = [
      ...many("A", 10, { q1: 5, q4: "x" }),
      ...many("B", 3, { q1: 5, q4: "x" }),
      ...many("B", 5, { q1: 5 }),
      ...many("C", 9, { q1: 5, q4: "x" }),
    ];
    const [q1, , , q4] = publish(given).questions;
    expect(q1?.groups.map(({ unit, n }) => [unit, n])).toEqual([
      ["A", 10],
      ["B", 8],
      ["C", 9],
    ]);
    expect(q4?.groups.map(({ unit, n }) => [unit, n])).toEqual([["A", 10]]);
    expect(q4?.suppressed).toBe(true);
  });

  test("[SV34] a question that one to four answered has no figures at all", () => {
    const [, q2] = publish([...many("A", 10, { q1: 1 }), ...many("A", 4, { q1: 4, q2: 5 })]).questions;
    expect(q2).toMatchObject({ all: null, missing: null, notAsked: null, groups: [], suppressed: true });
  });

  test("[SV35] one dissenter in a group: the group keeps its mean, and its distribution is not shown", () => {
    const given = [...many("A", 9, { q1: 5 }), ...many("A", 1, { q1: 1 }), ...many("B", 10, { q1: 5 })];
    const [q1] = publish(given).questions;
    expect(q1?.all?.counts?.map(({ count }) => count)).toEqual([1, 0, 0, 0, 19]);
    expect(q1?.groups.map(({ counts, mean }) => [counts, mean?.rounded])).toEqual([
      [null, 4.6],
      [null, 5],
    ]);
  });

  test("[SV35] of two options a mean place is a distribution, and goes with it", () => {
    const two = define({ ...asked, id: "q1", words: "Q1", type: "ranking", options: options("x", "y") });
    const given = [
      ...many("A", 9, { q1: ["x", "y"] }),
      ...many("A", 1, { q1: ["y", "x"] }),
      ...many("B", 10, { q1: ["x", "y"] }),
    ];
    const [q1] = publish(given, { definition: two }).questions;
    expect(q1?.all?.places).toHaveLength(2);
    expect(q1?.groups.map(({ unit, n, counts, places }) => [unit, n, counts, places])).toEqual([
      ["A", 10, null, undefined],
      ["B", 10, null, undefined],
    ]);
  });

  test("[SV30, SV36] anonymous figures only after closing, from five responses on", () => {
    const given = many("A", 9);
    expect(publish(given, { phase: "open" })).toMatchObject({
      availability: "after-closing",
      responses: 9,
      questions: [],
      units: [],
    });
    expect(publish(given, { phase: "open", rule: "code" }).availability).toBe("after-closing");
    expect(publish(given, { phase: "open", rule: "named" }).availability).toBe("shown");
    expect(publish(given.slice(0, 4)).availability).toBe("too-few");
    expect(publish(given.slice(0, 5)).availability).toBe("shown");
  });

  test("[SV37] who did not answer and who was not asked are counted apart", () => {
    const given = [...many("A", 6, { q1: 4, q2: 3 }), ...many("A", 2, { q1: 4 }), ...many("A", 7, { q1: 1 })];
    const [, q2] = publish(given).questions;
    expect(q2).toMatchObject({ missing: 2, notAsked: 7, all: { n: 6 } });
  });

  test("[SV42] a group has an index only where all nine elements are shown", () => {
    const four = { from: 1, to: 4, low: "", high: "" };
    const nine = Array.from({ length: 9 }, (_, at) =>
      scale(`u${at}`, { scale: four, required: false } as never),
    );
    const skm = { ...define(...nine), index: { kind: "skm" as const, questions: nine.map(({ id }) => id) } };
    const all = (step: number) => Object.fromEntries(nine.map(({ id }) => [id, step]));
    const { u8: _skipped, ...eight } = all(4);
    const given = [
      ...many("A", 6, all(3)),
      ...many("B", 5, all(4)),
      ...many("C", 6, eight),
      ...many("C", 4, all(4)),
    ];
    const { index } = publish(given, { definition: skm });
    expect(index?.elements).toHaveLength(9);
    // C is four short of its ninth element, and with it goes B, the next smallest there.
    expect(index?.groups.map(({ unit, index: own, band }) => [unit, own, band])).toEqual([["A", 75, "C"]]);
  });

  test("[SV32] sets beside a total: alone, with empty ones, in ties", () => {
    const sets = (...ns: number[]) => ns.map((n, at) => ({ key: String(at), n }));
    const shown = (...ns: number[]) => [...shownBesideTotal(sets(...ns))];
    expect(shown(5, 5)).toEqual(["0", "1"]);
    expect(shown(0, 7)).toEqual(["0", "1"]);
    expect(shown(1, 7)).toEqual([]);
    expect(shown(1, 7, 9)).toEqual(["2"]);
    expect(shown(4, 1, 9)).toEqual(["2"]);
    expect(shown(2, 7, 7)).toEqual(["2"]);
    expect(shown(2)).toEqual([]);
    expect([...groupsByThemselves(sets(7, 9), 2)]).toEqual(["1"]);
    expect([...distributionsShown([], new Set())]).toEqual([]);
  });
});
