/** Building a survey: every edit gives a new definition, and what hangs on a question follows it. */
import { describe, expect, test } from "vitest";
import { conditionOf, leafOf, partsOf, valuesFor } from "../../client/surveys/condition-parts.ts";
import { conditionWords } from "../../client/surveys/condition-words.ts";
import {
  addQuestion,
  addSection,
  askableBefore,
  changeQuestion,
  changeSection,
  changeType,
  duplicateQuestion,
  moveQuestion,
  moveSection,
  newQuestion,
  randomPartId,
  removeQuestion,
  removeSection,
  setTargets,
  withCondition,
} from "../../client/surveys/definition-edits.ts";
import { unfinishedParts } from "../../client/surveys/definition-state.ts";
import { surveyTexts } from "../../client/surveys/surveys.intl.ts";
import type { Cid } from "../../domain/ids.ts";
import { definitionFrom } from "../../domain/surveys/templates.ts";
import {
  QUESTION_TYPES,
  questionsOf,
  type Condition,
  type Question,
  type SurveyDefinition,
} from "../../domain/surveys/survey.ts";

const CID = "01J00000000000000000000001" as Cid;
const t = surveyTexts.id;
let made = 0;
const newId = () => `part${(made += 1)}`;
const ask = (id: string, type: Question["type"] = "scale"): Question => ({
  ...newQuestion(type, newId, t.defaults),
  id,
  words: `Tanya ${id}`,
});
const start = (): SurveyDefinition => ({
  sections: [
    { id: "s1", title: "", questions: [ask("a"), ask("b", "single")] },
    { id: "s2", title: "Kedua", questions: [ask("c", "text")] },
  ],
});
const order = (definition: SurveyDefinition) =>
  definition.sections
    .map(({ id, questions }) => `${id}:${questions.map((each) => each.id).join("")}`)
    .join(" ");

/** Runs an edit and checks that what it was given stays as it was. */
function edited(definition: SurveyDefinition, edit: (given: SurveyDefinition) => SurveyDefinition) {
  const before = structuredClone(definition);
  const after = edit(definition);
  expect(definition).toEqual(before);
  return after;
}

describe("moving", () => {
  test.each([
    ["a", 1, "s1:ba s2:c"],
    ["b", 1, "s1:a s2:bc"],
    ["c", -1, "s1:abc s2:"],
    ["a", -1, "s1:ab s2:c"],
    ["c", 1, "s1:ab s2:c"],
    ["x", 1, "s1:ab s2:c"],
  ] as const)("question %s by %i gives %s", (id, by, expected) => {
    expect(order(edited(start(), (given) => moveQuestion(given, id, by)))).toBe(expected);
  });

  test("walking a question down and up again ends where it began", () => {
    let definition = start();
    for (let step = 0; step < 4; step += 1) definition = moveQuestion(definition, "a", 1);
    expect(order(definition)).toBe("s1:b s2:ca");
    for (let step = 0; step < 4; step += 1) definition = moveQuestion(definition, "a", -1);
    expect(order(definition)).toBe("s1:ab s2:c");
  });

  test("sections move with their questions", () => {
    expect(order(edited(start(), (given) => moveSection(given, "s2", -1)))).toBe("s2:c s1:ab");
    expect(order(moveSection(start(), "s2", 1))).toBe("s1:ab s2:c");
  });
});

describe("adding and removing", () => {
  test("a question goes after the one named, or to the end", () => {
    expect(order(edited(start(), (given) => addQuestion(given, "s1", ask("x"), "a")))).toBe("s1:axb s2:c");
    expect(order(addQuestion(start(), "s1", ask("x")))).toBe("s1:abx s2:c");
    expect(order(addSection(start(), "s3"))).toBe("s1:ab s2:c s3:");
    expect(changeSection(start(), "s2", { title: "Baru" }).sections[1]?.title).toBe("Baru");
  });

  test("[SV4] a copy has an id of its own, the same content, and stands right after", () => {
    const copied = edited(start(), (given) => duplicateQuestion(given, "b", () => "copy"));
    expect(order(copied)).toBe("s1:abcopy s2:c");
    const [, original, copy] = questionsOf(copied);
    expect({ ...copy, id: "b" }).toEqual(original);
  });

  test("[SV5] conditions that ask about a removed question go with it, others stay", () => {
    const leaf = (question: string): Condition => ({ question, atLeast: 4 });
    const withConditions = (showIf: Condition) =>
      changeQuestion(start(), "c", (question) => withCondition(question, showIf));
    const left = (showIf: Condition) =>
      questionsOf(removeQuestion(withConditions(showIf), "a")).find(({ id }) => id === "c")?.showIf;
    expect(left(leaf("a"))).toBeUndefined();
    expect(left(leaf("b"))).toEqual(leaf("b"));
    expect(left({ all: [leaf("a"), leaf("b")] })).toEqual(leaf("b"));
    expect(left({ any: [leaf("a"), { all: [leaf("b"), leaf("a"), leaf("b")] }] })).toEqual({
      all: [leaf("b"), leaf("b")],
    });
  });

  test("[SV9] removing an element removes the index that counts it, another question does not", () => {
    const skm = definitionFrom("skm");
    const first = skm.index?.questions[0] ?? "";
    expect(edited(skm, (given) => removeQuestion(given, first)).index).toBeUndefined();
    const more = addQuestion(skm, skm.sections[0]?.id ?? "", ask("extra"));
    expect(removeQuestion(more, "extra").index).toEqual(skm.index);
    expect(removeSection(skm, skm.sections[0]?.id ?? "").index).toBeUndefined();
  });
});

describe("another way of answering", () => {
  test("every way becomes every other, and is complete but for its words", () => {
    for (const from of QUESTION_TYPES) {
      for (const to of QUESTION_TYPES) {
        const question = { ...ask("a", from), help: "Bantuan", required: true, targets: [{ cid: CID }] };
        const changed = changeType(question, to, newId, t.defaults);
        expect(changed).toMatchObject({
          id: "a",
          words: "Tanya a",
          help: "Bantuan",
          required: true,
          type: to,
        });
        const definition = { sections: [{ id: "s", title: "", questions: [changed] }] };
        expect(unfinishedParts(definition, new Set([CID]), true), `${from} to ${to}`).toEqual([]);
      }
    }
  });

  test("options and scales that fit are kept", () => {
    const single = changeQuestion(start(), "b", (question) => ({ ...question, required: true }));
    const question = questionsOf(single).find(({ id }) => id === "b") as Extract<
      Question,
      { type: "single" }
    >;
    const ranking = changeType(question, "ranking", newId, t.defaults);
    expect(ranking).toMatchObject({ type: "ranking", options: question.options });
    const matrix = changeType(ask("a"), "matrix", newId, t.defaults);
    expect(matrix).toMatchObject({
      type: "matrix",
      scale: { from: 1, to: 5, low: t.defaults.low, high: t.defaults.high },
    });
  });
});

describe("what is unfinished", () => {
  const unfinished = (definition: SurveyDefinition, opening = false) =>
    unfinishedParts(definition, new Set([CID]), opening).map(({ partId, code }) => `${partId}:${code}`);

  test("[SV4-SV8] each part is named with its reason", () => {
    const empty = changeQuestion(start(), "a", (question) => ({ ...question, words: " " }));
    expect(unfinished(empty)).toEqual(["a:missing"]);
    const unknown = changeQuestion(start(), "b", (question) =>
      setTargets(question, ["01J00000000000000000000002" as Cid]),
    );
    expect(unfinished(unknown)).toEqual(["b:survey-clause-unknown"]);
    const later = changeQuestion(start(), "a", (question) =>
      withCondition(question, { question: "c", atLeast: 4 }),
    );
    expect(unfinished(later)).toEqual(["a:survey-condition-later"]);
  });

  test("[SV10] a section without questions may be saved, not opened", () => {
    const bare = removeQuestion(start(), "c");
    expect(unfinished(bare)).toEqual([]);
    expect(unfinished(bare, true)).toEqual(["s2:survey-no-question"]);
    expect(unfinished({ sections: [] }, true)).toEqual([":survey-no-question"]);
  });

  test("every reason has words in both languages", () => {
    for (const texts of [surveyTexts.id, surveyTexts.en]) {
      for (const code of ["missing", "too-few", "survey-words-twice", "survey-condition-kind"]) {
        expect(texts.issues[code]).toBeTruthy();
      }
    }
  });
});

describe("conditions", () => {
  const definition = start();
  const [scale, single] = questionsOf(definition) as [Question, Extract<Question, { type: "single" }>];

  test("[SV5] only earlier questions with steps or options can be asked about", () => {
    expect(askableBefore(definition, "c").map(({ id }) => id)).toEqual(["a", "b"]);
    expect(askableBefore(definition, "a")).toEqual([]);
  });

  test("a part fits its question whatever was chosen before", () => {
    expect(leafOf(scale)).toEqual({ question: "a", atLeast: 5 });
    expect(leafOf(scale, "atMost", "2")).toEqual({ question: "a", atMost: 2 });
    expect(leafOf(single, "atMost", "2")).toEqual({ question: "b", equals: single.options[0]?.id });
    expect(leafOf(ask("m", "multiple"))).toHaveProperty("includes");
    expect(valuesFor(scale).map(({ value }) => value)).toEqual(["1", "2", "3", "4", "5"]);
  });

  test("one part is a leaf, several are all or any, none is no condition; nested ones are not taken apart", () => {
    const leaves = [leafOf(scale), leafOf(single)];
    for (const mode of ["all", "any"] as const) {
      const condition = conditionOf({ mode, leaves });
      expect(condition).toEqual({ [mode]: leaves });
      expect(partsOf(condition)).toEqual({ mode, leaves });
    }
    expect(conditionOf({ mode: "any", leaves: leaves.slice(0, 1) })).toEqual(leaves[0]);
    expect(conditionOf({ mode: "all", leaves: [] })).toBeUndefined();
    expect(partsOf({ all: [{ any: leaves }, leafOf(scale)] })).toBeNull();
  });

  test("a condition reads as a sentence", () => {
    const byId = new Map(questionsOf(definition).map((each) => [each.id, each]));
    const says = (condition: Condition) => conditionWords(condition, byId, t);
    expect(says(leafOf(scale, "atLeast", "4"))).toBe('jawaban atas "Tanya a" paling sedikit 4');
    expect(says({ any: [leafOf(scale, "atMost", "1"), leafOf(single)] })).toBe(
      'jawaban atas "Tanya a" paling banyak 1 (Sangat tidak setuju) atau jawaban atas "Tanya b" tepat Ya',
    );
  });
});

test("ids of parts have the form that the server takes, and do not repeat", () => {
  const ids = Array.from({ length: 500 }, randomPartId);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]{10}$/);
  expect(new Set(ids).size).toBe(500);
});
