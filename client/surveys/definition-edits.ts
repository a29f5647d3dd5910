/** Changing a survey's definition. Every function gives a new definition and leaves the old one as it was, so that undoing is putting it back. */
import type { Cid } from "../../domain/ids.ts";
import {
  questionsOf,
  type Condition,
  type Option,
  type PartId,
  type Question,
  type QuestionType,
  type Scale,
  type Section,
  type SurveyDefinition,
} from "../../domain/surveys/survey.ts";

/** Makes an id that `taken` does not have. */
export type NewPartId = () => PartId;

/** Ten lower-case letters and digits, of 50 random bits. */
export function randomPartId(): PartId {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(bytes, (byte) => "0123456789abcdefghjkmnpqrstvwxyz".charAt(byte & 31)).join("");
}

/** Words that a new question begins with. */
export interface TypeDefaults {
  /** Words at the ends of a scale. */
  readonly low: string;
  readonly high: string;
  /** Words of the first two options, and of the first row. */
  readonly options: readonly [string, string];
  readonly row: string;
}

const mapQuestions = (
  definition: SurveyDefinition,
  change: (question: Question) => Question,
): SurveyDefinition => ({
  ...definition,
  sections: definition.sections.map((section) => ({
    ...section,
    questions: section.questions.map(change),
  })),
});

export const changeQuestion = (
  definition: SurveyDefinition,
  id: PartId,
  change: (question: Question) => Question,
): SurveyDefinition =>
  mapQuestions(definition, (question) => (question.id === id ? change(question) : question));

export const changeSection = (
  definition: SurveyDefinition,
  id: PartId,
  change: Partial<Pick<Section, "title" | "note">>,
): SurveyDefinition => ({
  ...definition,
  sections: definition.sections.map((section) => (section.id === id ? { ...section, ...change } : section)),
});

export const addSection = (definition: SurveyDefinition, id: PartId): SurveyDefinition => ({
  ...definition,
  sections: [...definition.sections, { id, title: "", questions: [] }],
});

/** Puts `question` into the section, after `after`; at its end when that is not there. */
export function addQuestion(
  definition: SurveyDefinition,
  sectionId: PartId,
  question: Question,
  after?: PartId,
): SurveyDefinition {
  return {
    ...definition,
    sections: definition.sections.map((section) => {
      if (section.id !== sectionId) return section;
      const at = section.questions.findIndex(({ id }) => id === after);
      const place = at < 0 ? section.questions.length : at + 1;
      return { ...section, questions: section.questions.toSpliced(place, 0, question) };
    }),
  };
}

/** One place up (-1) or down (1), into the neighbouring section at its border; as it was where there is no further. */
export function moveQuestion(definition: SurveyDefinition, id: PartId, by: -1 | 1): SurveyDefinition {
  const { sections } = definition;
  const from = sections.findIndex(({ questions }) => questions.some((question) => question.id === id));
  const section = sections[from];
  const at = section?.questions.findIndex((question) => question.id === id) ?? -1;
  const question = section?.questions[at];
  if (!section || !question) return definition;
  const without = section.questions.toSpliced(at, 1);
  const inside = at + by >= 0 && at + by < section.questions.length;
  const neighbour = sections[from + by];
  if (!inside && !neighbour) return definition;
  return {
    ...definition,
    sections: sections.map((each) => {
      if (each === section)
        return { ...each, questions: inside ? without.toSpliced(at + by, 0, question) : without };
      if (inside || each !== neighbour) return each;
      const place = by < 0 ? each.questions.length : 0;
      return { ...each, questions: each.questions.toSpliced(place, 0, question) };
    }),
  };
}

export function moveSection(definition: SurveyDefinition, id: PartId, by: -1 | 1): SurveyDefinition {
  const { sections } = definition;
  const at = sections.findIndex((section) => section.id === id);
  const section = sections[at];
  if (!section || at + by < 0 || at + by >= sections.length) return definition;
  return { ...definition, sections: sections.toSpliced(at, 1).toSpliced(at + by, 0, section) };
}

/** Takes a question out; conditions that ask about it go with it, and an index that counts it. */
export function removeQuestion(definition: SurveyDefinition, id: PartId): SurveyDefinition {
  const { index, ...rest } = definition;
  const without: SurveyDefinition = {
    ...rest,
    sections: definition.sections.map((section) => ({
      ...section,
      questions: section.questions.filter((question) => question.id !== id),
    })),
    ...(index && !index.questions.includes(id) && { index }),
  };
  return mapQuestions(without, (question) => withCondition(question, withoutQuestion(question.showIf, id)));
}

export function removeSection(definition: SurveyDefinition, id: PartId): SurveyDefinition {
  const section = definition.sections.find((each) => each.id === id);
  const emptied = (section?.questions ?? []).reduce(
    (current, question) => removeQuestion(current, question.id),
    definition,
  );
  return { ...emptied, sections: emptied.sections.filter((each) => each.id !== id) };
}

/** A copy right after the original, with ids of its own and the same condition. */
export function duplicateQuestion(
  definition: SurveyDefinition,
  id: PartId,
  newId: NewPartId,
): SurveyDefinition {
  const section = definition.sections.find(({ questions }) => questions.some((each) => each.id === id));
  const question = section?.questions.find((each) => each.id === id);
  if (!section || !question) return definition;
  return addQuestion(definition, section.id, { ...structuredClone(question), id: newId() }, id);
}

/** A question without words yet. */
export function newQuestion(type: QuestionType, newId: NewPartId, defaults: TypeDefaults): Question {
  const base = { id: newId(), words: "", required: false, targets: [] };
  return asType(base, type, newId, defaults);
}

/** The same question asked in another way: options and scales that fit are kept. */
export function changeType(
  question: Question,
  type: QuestionType,
  newId: NewPartId,
  defaults: TypeDefaults,
): Question {
  if (question.type === type) return question;
  const { id, words, help, required, targets, showIf } = question;
  const base = {
    id,
    words,
    required,
    targets,
    ...(help !== undefined && { help }),
    ...(showIf && { showIf }),
  };
  const options = "options" in question ? question.options : undefined;
  const scale = "scale" in question ? question.scale : undefined;
  return asType(base, type, newId, defaults, options, scale);
}

function asType(
  base: Pick<Question, "id" | "words" | "required" | "targets">,
  type: QuestionType,
  newId: NewPartId,
  defaults: TypeDefaults,
  options: readonly Option[] = defaults.options.map((words) => ({ id: newId(), words })),
  scale: Scale = { from: 1, to: 5, low: defaults.low, high: defaults.high },
): Question {
  switch (type) {
    case "scale":
      return { ...base, type, scale };
    case "single":
    case "multiple":
    case "ranking":
      return { ...base, type, options };
    case "matrix":
      return { ...base, type, rows: [{ id: newId(), words: defaults.row }], scale };
    case "text":
      return { ...base, type, maxLength: 2_000 };
  }
}

/** The question with that condition, or with none. */
export function withCondition(question: Question, showIf: Condition | undefined): Question {
  const rest: Partial<Question> = { ...question };
  delete (rest as { showIf?: Condition }).showIf;
  return (showIf ? { ...rest, showIf } : rest) as Question;
}

/** The condition without its parts about `id`; undefined when nothing is left. */
export function withoutQuestion(condition: Condition | undefined, id: PartId): Condition | undefined {
  if (!condition) return undefined;
  if ("all" in condition || "any" in condition) {
    const parts = "all" in condition ? condition.all : condition.any;
    const left = parts.flatMap((part) => withoutQuestion(part, id) ?? []);
    if (left.length < 2) return left[0];
    return "all" in condition ? { all: left } : { any: left };
  }
  return condition.question === id ? undefined : condition;
}

/** Earlier questions that a condition of `id` may ask about: those with steps or options. [SV5] */
export function askableBefore(definition: SurveyDefinition, id: PartId): Question[] {
  const all = questionsOf(definition);
  const at = all.findIndex((question) => question.id === id);
  return all.slice(0, at < 0 ? all.length : at).filter(({ type }) => ASKABLE.includes(type));
}
const ASKABLE: readonly QuestionType[] = ["scale", "single", "multiple"];

export const setTargets = (question: Question, cids: readonly Cid[]): Question => ({
  ...question,
  targets: cids.map((cid) => ({ cid })),
});
