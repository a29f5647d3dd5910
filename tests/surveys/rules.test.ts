import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { checkAnswers, splitAnswers } from "../../domain/surveys/answers.ts";
import { definitionIssues, definitionSchema, openingIssues } from "../../domain/surveys/definition.ts";
import { keptGroup, offeredGroups } from "../../domain/surveys/eligible-groups.ts";
import { fulfils, reachableQuestions } from "../../domain/surveys/reachable.ts";
import { questionsOf, type Question, type SurveyDefinition } from "../../domain/surveys/survey.ts";
import { acceptsAnswers, isDueToClose, phaseOf } from "../../domain/surveys/window.ts";
import type { GroupId } from "../../domain/ids.ts";
import { AGREE, asked, CID_A, CID_B, define, everyAnswer, everyKind, options, scale } from "./definitions.ts";

const cids = new Set([CID_A]);
const issuesOf = (definition: SurveyDefinition) =>
  definitionIssues(definition, cids).map(({ path, message }) => `${path} ${message}`);

describe("definition", () => {
  test("[SV1] one question of each kind passes the schema and the rules", () => {
    expect(v.safeParse(definitionSchema, everyKind).success).toBe(true);
    expect(issuesOf(everyKind)).toEqual([]);
  });

  test("[SV4] ids are unique, options differ, scales have three steps or more and a word for each or none", () => {
    const broken = define(
      scale("a"),
      scale("a"),
      scale("b", { scale: { ...AGREE, from: 1, to: 2 } } as Partial<Question>),
      scale("c", { scale: { ...AGREE, steps: ["ya"] } } as Partial<Question>),
      {
        ...asked,
        id: "d",
        words: "D",
        type: "single",
        options: [...options("x"), { id: "x", words: "lain" }],
      },
      { ...asked, id: "e", words: "E", type: "multiple", options: options("x", "y"), max: 3 },
      {
        ...asked,
        id: "f",
        words: "F",
        type: "ranking",
        options: [
          { id: "x", words: "sama" },
          { id: "y", words: "sama" },
        ],
      },
    );
    expect(issuesOf(broken)).toEqual([
      "sections.0.questions.1.id survey-id-twice",
      "sections.0.questions.2.scale.to survey-scale-short",
      "sections.0.questions.3.scale.steps survey-scale-steps:5",
      "sections.0.questions.4.options.1.id survey-id-twice",
      "sections.0.questions.5.max max_value:2",
      "sections.0.questions.6.options.1.words survey-words-twice",
    ]);
  });

  test("[SV5] a condition asks only earlier questions, and what they can be answered with", () => {
    const single: Question = { ...asked, id: "s", words: "S", type: "single", options: options("x", "y") };
    const wrong = (showIf: Question["showIf"]) =>
      issuesOf(define(single, scale("q", { showIf }), scale("z")));
    expect(wrong({ question: "s", equals: "x" })).toEqual([]);
    expect(wrong({ question: "z", atLeast: 2 })).toEqual([
      "sections.0.questions.1.showIf.question survey-condition-later",
    ]);
    expect(wrong({ question: "q", atLeast: 2 })).toHaveLength(1);
    expect(
      wrong({ all: [{ question: "s", equals: "x" }, { any: [{ question: "s", includes: "w" }] }] }),
    ).toEqual(["sections.0.questions.1.showIf.all.1.any.0 survey-condition-kind"]);
    expect(wrong({ question: "s", atLeast: 1 })).toHaveLength(1);
    const after = define(scale("a"), scale("b", { showIf: { question: "a", atLeast: 9 } }));
    expect(issuesOf(after)).toHaveLength(1);
    const deep = { all: [{ any: [{ all: [{ question: "a", atLeast: 1 }] }] }] };
    expect(
      v.safeParse(definitionSchema, define(scale("b", { showIf: deep } as Partial<Question>))).success,
    ).toBe(false);
  });

  test("[SV8] a clause that the version does not have is named; twice the same, too", () => {
    expect(
      issuesOf(define(scale("a", { targets: [{ cid: CID_A }, { cid: CID_B }, { cid: CID_A }] }))),
    ).toEqual([
      "sections.0.questions.0.targets.1 survey-clause-unknown",
      "sections.0.questions.0.targets.2 invalid",
    ]);
  });

  test("[SV9] the index takes nine different unconditional questions from 1 to 4", () => {
    const four = { from: 1, to: 4, low: "", high: "" };
    const nine = Array.from({ length: 9 }, (_, at) => scale(`u${at}`, { scale: four } as Partial<Question>));
    const ids = nine.map(({ id }) => id);
    const withIndex = (questions: string[]) => ({
      ...define(...nine, scale("lain")),
      index: { kind: "skm" as const, questions },
    });
    expect(issuesOf(withIndex(ids))).toEqual([]);
    expect(issuesOf(withIndex([...ids.slice(0, 7), "u0", "lain"]))).toEqual([
      "index.questions.7 survey-index-question",
      "index.questions.8 survey-index-question",
    ]);
  });

  test("[SV7] unknown keys and sizes beyond the bounds are refused", () => {
    const bad = (change: object) => v.safeParse(definitionSchema, { ...everyKind, ...change }).success;
    expect(bad({ more: 1 })).toBe(false);
    expect(v.safeParse(definitionSchema, define(scale("x".repeat(27)))).success).toBe(false);
    expect(v.safeParse(definitionSchema, define(scale("q", { words: "x".repeat(1001) }))).success).toBe(
      false,
    );
    expect(
      issuesOf({
        sections: [1, 2].map((at) => ({
          id: `s${at}`,
          title: "",
          questions: Array.from({ length: 60 }, (_, n) => scale(`q${at}x${n}`)),
        })),
      }),
    ).toEqual(["sections max_length:100"]);
  });

  test("[SV10] a section without a question keeps a survey from being opened", () => {
    expect(openingIssues({ sections: [] })).toHaveLength(1);
    expect(
      openingIssues({ sections: [...everyKind.sections, { id: "kosong", title: "", questions: [] }] }),
    ).toEqual([{ path: "sections.1.questions", message: "survey-no-question" }]);
    expect(openingIssues(everyKind)).toEqual([]);
  });
});

describe("window", () => {
  const survey = { state: "opened", opensAt: 1000, closesAt: 2000 } as const;
  test.each([
    [999, "scheduled", false],
    [1000, "open", true],
    [1999, "open", true],
    [2000, "closed", false],
    [2001, "closed", false],
  ] as const)("[SV3] at %i it is %s", (now, phase, accepts) => {
    expect(phaseOf(survey, now)).toBe(phase);
    expect(acceptsAnswers(survey, now)).toBe(accepts);
  });
  test("[SV2, SV26] a draft is no survey yet, a closed one is closed inside its window; who is due to close", () => {
    expect(phaseOf({ ...survey, state: "draft" }, 1500)).toBe("draft");
    expect(phaseOf({ ...survey, state: "closed" }, 1500)).toBe("closed");
    expect([1999, 2000].map((now) => isDueToClose(survey, now))).toEqual([false, true]);
    expect(isDueToClose({ ...survey, state: "closed" }, 3000)).toBe(false);
  });
});

describe("answers", () => {
  test("[SV11] conditions hold by what was answered, through and, or, includes, at least", () => {
    const answers = { a: 4, b: "x", c: ["p", "q"] };
    const holds = (condition: Question["showIf"]) => condition && fulfils(condition, answers);
    expect(holds({ question: "a", atLeast: 4 })).toBe(true);
    expect(holds({ question: "a", atMost: 3 })).toBe(false);
    expect(holds({ question: "a", equals: 4 })).toBe(true);
    expect(holds({ question: "b", includes: "x" })).toBe(true);
    expect(holds({ question: "c", includes: "r" })).toBe(false);
    expect(holds({ question: "none", atMost: 3 })).toBe(false);
    expect(
      holds({
        all: [
          { question: "b", equals: "x" },
          {
            any: [
              { question: "a", equals: 1 },
              { question: "c", includes: "q" },
            ],
          },
        ],
      }),
    ).toBe(true);
  });

  test("[SV11] what hangs on a question that is not asked is not asked either", () => {
    const chain = questionsOf(
      define(
        scale("a"),
        scale("b", { showIf: { question: "a", atLeast: 4 } }),
        scale("c", { showIf: { question: "b", atLeast: 1 } }),
      ),
    );
    const ids = (answers: Record<string, number>) => reachableQuestions(chain, answers).map(({ id }) => id);
    expect(ids({ a: 5, b: 3 })).toEqual(["a", "b", "c"]);
    expect(ids({ a: 1, b: 3 })).toEqual(["a"]);
  });

  test("[SV12] a full set passes; the order of ticking is not kept, that of a ranking is", () => {
    const { answers, issues } = checkAnswers(everyKind, everyAnswer);
    expect(issues).toEqual([]);
    expect(answers).toEqual({ ...everyAnswer, kanal: ["a", "c"] });
  });

  test("[SV13] answers to hidden questions and unknown keys are dropped", () => {
    const { answers, issues } = checkAnswers(everyKind, {
      ...everyAnswer,
      latih: "layanan",
      jelas: 5,
      kanal: ["a"],
      lain: 1,
    });
    expect(issues).toEqual([]);
    expect(Object.keys(answers)).toEqual(["jelas", "latih", "kanal", "urut", "tabel"]);
  });

  test.each([
    ["jelas", 6, "jelas survey-answer-option"],
    ["jelas", "2", "jelas survey-answer-option"],
    ["jelas", 2.5, "jelas survey-answer-option"],
    ["latih", "lain", "latih survey-answer-option"],
    ["latih", ["digital"], "latih survey-answer-option"],
    ["kanal", ["a", "a"], "kanal survey-answer-option"],
    ["kanal", ["a", "b", "c"], "kanal survey-answer-too-many:2"],
    ["kanal", [], "kanal survey-answer-missing"],
    ["urut", ["x", "y"], "urut survey-answer-ranking"],
    ["urut", ["x", "y", "y"], "urut survey-answer-ranking"],
    ["tabel", { r1: 1 }, "tabel.r2 survey-answer-missing"],
    ["tabel", { r1: 1, r2: 9 }, "tabel.r2 survey-answer-option"],
    ["tabel", [1, 2], "tabel survey-answer-option"],
    ["saran", "x".repeat(201), "saran survey-answer-too-long:200"],
    ["saran", "a\u0000b", "saran control-characters"],
    ["saran", 5, "saran invalid"],
    ["jelas", undefined, "jelas survey-answer-missing"],
  ])("[SV12, SV14] %s = %j is refused", (id, value, said) => {
    const { issues } = checkAnswers(everyKind, { ...everyAnswer, [id]: value });
    expect(issues.map(({ path, message }) => `${path} ${message}`)).toContain(said);
  });

  test("[SV14] everything that is wrong is named at once; inherited keys are no answers", () => {
    expect(checkAnswers(everyKind, {}).issues.map(({ path }) => path)).toEqual([
      "jelas",
      "latih",
      "kanal",
      "urut",
      "tabel",
    ]);
    expect(checkAnswers(define(scale("constructor")), {}).issues).toHaveLength(1);
  });

  test("[SV15] texts are taken out of the response", () => {
    const { closed, texts } = splitAnswers(everyKind, checkAnswers(everyKind, everyAnswer).answers);
    expect(Object.keys(closed)).not.toContain("saran");
    expect(texts.map(({ question, text }) => [question.id, text])).toEqual([["saran", everyAnswer.saran]]);
  });

  test("[SV18] groups of fewer than five are not offered and not kept", () => {
    const [few, enough, unknown] = ["G1", "G2", "G3"].map((id) => id as GroupId) as [
      GroupId,
      GroupId,
      GroupId,
    ];
    const groups = [
      { groupId: few, eligible: 4 },
      { groupId: enough, eligible: 5 },
      { groupId: unknown, eligible: null },
    ];
    expect(offeredGroups(groups).map(({ groupId }) => groupId)).toEqual([enough, unknown]);
    expect([few, enough, "x", null].map((chosen) => keptGroup(groups, chosen))).toEqual([
      null,
      enough,
      null,
      null,
    ]);
  });
});
