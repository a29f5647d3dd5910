/** The demo's answers give exactly the figures that its texts state. */
import { describe, expect, test } from "vitest";
import { createRandom, rankingNear, scaleValues, shareValues, shuffled } from "../../db/demo/answers.ts";
import { DEMO_GROUPS } from "../../db/demo/index.ts";
import { PALU } from "../../db/demo/palu.ts";
import { PALU_CONSULTATIONS } from "../../db/demo/palu-consultations.ts";
import { PONTIANAK } from "../../db/demo/pontianak.ts";
import { PONTIANAK_CONSULTATIONS } from "../../db/demo/pontianak-consultations.ts";
import { pasalOf } from "./regulation-text.ts";

const ALL = [...PALU_CONSULTATIONS, ...PONTIANAK_CONSULTATIONS];
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("surveys of the demo", () => {
  const scales = ALL.flatMap(({ surveys }) =>
    surveys.flatMap(({ questions, responses }) =>
      questions.flatMap((question) =>
        question.type === "scale" && question.mean !== undefined
          ? [{ ...question, mean: question.mean, n: sum(responses.map(({ count }) => count)) }]
          : [],
      ),
    ),
  );

  test.each(scales)("$words: the mean of $n answers is $mean", ({ points, mean, n, counts }) => {
    const values = counts
      ? counts.flatMap((count, at) => Array<number>(count).fill(at + 1))
      : scaleValues(points, n, mean);
    expect(values).toHaveLength(n);
    for (const value of values) expect(value >= 1 && value <= points).toBe(true);
    // Palu's are told to one decimal, Pontianak's to two.
    expect(Math.abs(sum(values) / n - mean)).toBeLessThan(points === 5 ? 0.05 : 0.005);
  });

  test("214 and 322 people answered, as told", () => {
    const sizes = ALL.flatMap(({ surveys }) =>
      surveys.map(({ responses }) => sum(responses.map(({ count }) => count))),
    );
    expect(sizes).toEqual([214, 0, 322]);
  });

  test("shares and rankings come out as told", () => {
    const values = shareValues([41, 33, 26], 214);
    const share = (option: number) =>
      Math.round((values.filter((each) => each === option).length / 214) * 100);
    expect([0, 1, 2].map(share)).toEqual([41, 33, 26]);
    const random = createRandom(7);
    const firsts = Array.from({ length: 200 }, () => rankingNear(3, random)[0]);
    expect(firsts.filter((each) => each === 0).length).toBeGreaterThan(110);
    expect(shuffled([1, 2, 3, 4], createRandom(1)).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4]);
  });
});

describe("places and groups of the demo", () => {
  const textOf = (policy: string, version: number) =>
    (policy === "palu" ? PALU : PONTIANAK).drafts[version - 1]?.text ?? "";

  function stands(text: string, place: string): boolean {
    const [, pasal = "", ayat] = /^(\d+)(?: ayat (\(\d+\)))?$/.exec(place) ?? [];
    const found = pasalOf(text).find(({ number }) => number === Number(pasal));
    return found !== undefined && (ayat === undefined || found.ayat.some((each) => each.startsWith(ayat)));
  }

  test("every question and input is about a clause of its version", () => {
    for (const { policy, version, surveys, workshops, inputs } of ALL) {
      const text = textOf(policy, version);
      const places = [
        ...surveys.flatMap(({ questions }) => questions.map(({ place }) => place)),
        ...workshops.flatMap(({ entries, agenda }) => [...entries.map(({ place }) => place), ...agenda]),
        ...inputs.map(({ place }) => place),
      ].filter((place) => place !== null);
      for (const place of places) expect(stands(text, place), `${policy} ${version}: ${place}`).toBe(true);
    }
  });

  test("every change that an answer points to stands in the live draft", () => {
    for (const { policy, workshops, inputs } of ALL) {
      const live = (policy === "palu" ? PALU : PONTIANAK).live.text;
      for (const { answer, id } of [...workshops.flatMap(({ entries }) => entries), ...inputs])
        if (answer?.change !== undefined) expect(stands(live, answer.change), id).toBe(true);
    }
  });

  test("groups are those of the authority; 64 and 48 people attended", () => {
    for (const { policy, groups, surveys, workshops, inputs } of ALL) {
      const known = DEMO_GROUPS.filter(({ authority }) => authority === policy).map(({ name }) => name);
      const named = [
        ...groups.map(({ name }) => name),
        ...surveys.flatMap(({ responses }) => responses.map(({ group }) => group)),
        ...workshops.flatMap(({ attended, invited, entries }) =>
          [...attended, ...invited, ...entries].map(({ group }) => group),
        ),
        ...inputs.map(({ group }) => group),
      ];
      for (const name of named) expect(known).toContain(name);
    }
    const attended = ALL.flatMap(({ workshops }) =>
      workshops.map((each) => sum(each.attended.map(({ count }) => count))),
    );
    expect(attended).toEqual([64, 48]);
  });
});
