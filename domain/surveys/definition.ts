/** What a definition must be: its form as a schema, then what holds between its parts. [SV1-SV9] */
import * as v from "valibot";
import type { InputIssue } from "../errors.ts";
import type { Cid } from "../ids.ts";
import { idSchema, lineSchema, textSchema } from "../wire-text.ts";
import {
  questionsOf,
  SURVEY_LIMITS as LIMITS,
  type Condition,
  type Question,
  type SurveyDefinition,
} from "./survey.ts";

const partIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9]{1,26}$/));
const wholeSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000));

const optionSchema = v.strictObject({ id: partIdSchema, words: lineSchema(LIMITS.optionWords) });
const optionsSchema = v.pipe(v.array(optionSchema), v.minLength(2), v.maxLength(LIMITS.options));

const scaleSchema = v.strictObject({
  from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1)),
  to: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(10)),
  low: v.pipe(v.string(), v.maxLength(LIMITS.optionWords)),
  high: v.pipe(v.string(), v.maxLength(LIMITS.optionWords)),
  steps: v.optional(v.pipe(v.array(lineSchema(LIMITS.optionWords)), v.maxLength(LIMITS.scaleSteps))),
});

const leafSchemas = [
  v.strictObject({ question: partIdSchema, equals: v.union([wholeSchema, partIdSchema]) }),
  v.strictObject({ question: partIdSchema, includes: partIdSchema }),
  v.strictObject({ question: partIdSchema, atLeast: wholeSchema }),
  v.strictObject({ question: partIdSchema, atMost: wholeSchema }),
] as const;
const partsOf = <S extends v.GenericSchema>(part: S) =>
  v.pipe(v.array(part), v.minLength(1), v.maxLength(LIMITS.conditionParts));
/** A condition may hold others one level deep: "(a or b) and c" is enough for a person to follow. [SV5] */
const innerSchema = v.union([
  ...leafSchemas,
  v.strictObject({ all: partsOf(v.union(leafSchemas)) }),
  v.strictObject({ any: partsOf(v.union(leafSchemas)) }),
]);
const conditionSchema = v.union([
  ...leafSchemas,
  v.strictObject({ all: partsOf(innerSchema) }),
  v.strictObject({ any: partsOf(innerSchema) }),
]);

const questionEntries = {
  id: partIdSchema,
  words: v.pipe(textSchema(LIMITS.words), v.trim(), v.minLength(1)),
  help: v.optional(textSchema(LIMITS.help)),
  required: v.boolean(),
  targets: v.pipe(v.array(v.strictObject({ cid: idSchema<Cid>() })), v.maxLength(LIMITS.targets)),
  showIf: v.optional(conditionSchema),
};

const questionSchema = v.variant("type", [
  v.strictObject({ ...questionEntries, type: v.literal("scale"), scale: scaleSchema }),
  v.strictObject({ ...questionEntries, type: v.literal("single"), options: optionsSchema }),
  v.strictObject({
    ...questionEntries,
    type: v.literal("multiple"),
    options: optionsSchema,
    max: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.options))),
  }),
  v.strictObject({ ...questionEntries, type: v.literal("ranking"), options: optionsSchema }),
  v.strictObject({
    ...questionEntries,
    type: v.literal("matrix"),
    rows: v.pipe(v.array(optionSchema), v.minLength(1), v.maxLength(LIMITS.rows)),
    scale: scaleSchema,
  }),
  v.strictObject({
    ...questionEntries,
    type: v.literal("text"),
    maxLength: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.textAnswer)),
  }),
]);

/** The form of a definition. A draft may be unfinished: without questions, for one. */
export const definitionSchema: v.GenericSchema<unknown, SurveyDefinition> = v.strictObject({
  sections: v.pipe(
    v.array(
      v.strictObject({
        id: partIdSchema,
        title: v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.title)),
        note: v.optional(textSchema(LIMITS.help)),
        questions: v.pipe(v.array(questionSchema), v.maxLength(LIMITS.questions)),
      }),
    ),
    v.maxLength(LIMITS.sections),
  ),
  index: v.optional(
    v.strictObject({
      kind: v.literal("skm"),
      questions: v.pipe(v.array(partIdSchema), v.minLength(9), v.maxLength(9)),
    }),
  ),
});

/**
 * What is wrong between the parts, each with its path below the definition
 * (`sections.0.questions.2.showIf`); empty when it may be saved. `cids` are
 * those of the version.
 */
export function definitionIssues(definition: SurveyDefinition, cids: ReadonlySet<Cid>): InputIssue[] {
  const issues: InputIssue[] = [];
  const seenParts = new Set<string>();
  const earlier = new Map<string, Question>();
  const claim = (id: string, path: string) => {
    if (seenParts.has(id)) issues.push({ path: `${path}.id`, message: "survey-id-twice" });
    seenParts.add(id);
  };
  for (const [at, section] of definition.sections.entries()) {
    claim(section.id, `sections.${at}`);
    for (const [index, question] of section.questions.entries()) {
      const path = `sections.${at}.questions.${index}`;
      claim(question.id, path);
      issues.push(...questionIssues(question, path, cids));
      if (question.showIf) issues.push(...conditionIssues(question.showIf, `${path}.showIf`, earlier));
      earlier.set(question.id, question);
    }
  }
  if (earlier.size > LIMITS.questions) {
    issues.push({ path: "sections", message: `max_length:${LIMITS.questions}` });
  }
  return [...issues, ...indexIssues(definition)];
}

/** What keeps a survey that may be saved from being opened. [SV10] */
export function openingIssues(definition: SurveyDefinition): InputIssue[] {
  if (questionsOf(definition).length === 0) return [{ path: "sections", message: "survey-no-question" }];
  return definition.sections.flatMap(({ questions }, at) =>
    questions.length === 0 ? [{ path: `sections.${at}.questions`, message: "survey-no-question" }] : [],
  );
}

function questionIssues(question: Question, path: string, cids: ReadonlySet<Cid>): InputIssue[] {
  const issues: InputIssue[] = [];
  const targets = question.targets.map(({ cid }) => cid);
  for (const [at, cid] of targets.entries()) {
    if (!cids.has(cid)) issues.push({ path: `${path}.targets.${at}`, message: "survey-clause-unknown" });
    else if (targets.indexOf(cid) !== at) issues.push({ path: `${path}.targets.${at}`, message: "invalid" });
  }
  if ("options" in question) {
    issues.push(...twice(question.options, `${path}.options`));
    if ("max" in question && question.max !== undefined && question.max > question.options.length) {
      issues.push({ path: `${path}.max`, message: `max_value:${question.options.length}` });
    }
  }
  if ("rows" in question) issues.push(...twice(question.rows, `${path}.rows`));
  if ("scale" in question) {
    const { from, to, steps } = question.scale;
    if (to - from < 2) issues.push({ path: `${path}.scale.to`, message: "survey-scale-short" });
    if (steps && steps.length !== to - from + 1) {
      issues.push({ path: `${path}.scale.steps`, message: `survey-scale-steps:${to - from + 1}` });
    }
  }
  return issues;
}

function twice(options: readonly { readonly id: string; readonly words: string }[], path: string) {
  const same = (key: "id" | "words", at: number) =>
    options.findIndex((other) => other[key] === options[at]?.[key]) !== at;
  return options.flatMap((_, at): InputIssue[] => [
    ...(same("id", at) ? [{ path: `${path}.${at}.id`, message: "survey-id-twice" }] : []),
    ...(same("words", at) ? [{ path: `${path}.${at}.words`, message: "survey-words-twice" }] : []),
  ]);
}

function conditionIssues(
  condition: Condition,
  path: string,
  earlier: ReadonlyMap<string, Question>,
): InputIssue[] {
  if ("all" in condition || "any" in condition) {
    const [key, parts] = "all" in condition ? ["all", condition.all] : ["any", condition.any];
    return parts.flatMap((part, at) => conditionIssues(part, `${path}.${key}.${at}`, earlier));
  }
  const question = earlier.get(condition.question);
  if (!question) return [{ path: `${path}.question`, message: "survey-condition-later" }];
  return canAsk(condition, question) ? [] : [{ path, message: "survey-condition-kind" }];
}

/** Whether an answer to `question` can ever fulfil `condition`. */
function canAsk(
  condition: Exclude<Condition, { all: unknown } | { any: unknown }>,
  question: Question,
): boolean {
  const isStep = (value: unknown) =>
    question.type === "scale" &&
    typeof value === "number" &&
    question.scale.from <= value &&
    value <= question.scale.to;
  const isOption = (value: unknown) =>
    (question.type === "single" || question.type === "multiple") &&
    question.options.some(({ id }) => id === value);
  if ("equals" in condition) {
    return question.type === "single" ? isOption(condition.equals) : isStep(condition.equals);
  }
  if ("includes" in condition) return isOption(condition.includes);
  return isStep("atLeast" in condition ? condition.atLeast : condition.atMost);
}

/** SKM takes nine different questions on a scale of 1 to 4 that everyone is asked. [SV9] */
function indexIssues(definition: SurveyDefinition): InputIssue[] {
  const ids = definition.index?.questions ?? [];
  const questions = new Map(questionsOf(definition).map((question) => [question.id, question]));
  return ids.flatMap((id, at) => {
    const question = questions.get(id);
    const fits =
      question?.type === "scale" &&
      question.scale.from === 1 &&
      question.scale.to === 4 &&
      question.showIf === undefined &&
      ids.indexOf(id) === at;
    return fits ? [] : [{ path: `index.questions.${at}`, message: "survey-index-question" }];
  });
}
