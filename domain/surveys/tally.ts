/** Counting: exact figures of a set of responses, before anything is kept back. [SV37-SV39] */
import { reachableQuestions } from "./reachable.ts";
import type { Count, Figures } from "./results.ts";
import { meanOf } from "./skm.ts";
import { questionsOf, type Answer, type Answers, type Option, type Question, type Scale } from "./survey.ts";
import type { SurveyDefinition } from "./survey.ts";

/** A response as it is counted: its group, `lainnya` as null, and its closed answers. */
export interface CountedResponse {
  readonly groupId: string | null;
  readonly answers: Answers;
}

/** What is counted by itself: a closed question, or a row of a matrix. */
export interface Countable {
  readonly question: Question;
  readonly row?: Option;
  /** The answer of one response, undefined for none. */
  readonly answerOf: (answers: Answers) => Answer | undefined;
}

export function countablesOf(definition: SurveyDefinition): Countable[] {
  return questionsOf(definition).flatMap((question): Countable[] => {
    if (question.type === "text") return [];
    if (question.type !== "matrix") return [{ question, answerOf: (answers) => answers[question.id] }];
    return question.rows.map((row) => ({
      question,
      row,
      answerOf: (answers) => {
        const rows = answers[question.id];
        return typeof rows === "object" && !Array.isArray(rows)
          ? (rows as Readonly<Record<string, number>>)[row.id]
          : undefined;
      },
    }));
  });
}

/** For every response the ids of the questions it was asked. */
export function askedOf(
  definition: SurveyDefinition,
  responses: readonly CountedResponse[],
): ReadonlySet<string>[] {
  const questions = questionsOf(definition);
  const all = new Set(questions.map(({ id }) => id));
  if (questions.every(({ showIf }) => showIf === undefined)) return responses.map(() => all);
  return responses.map(({ answers }) => new Set(reachableQuestions(questions, answers).map(({ id }) => id)));
}

/** Figures over `answers`, those of one question by people who answered it. */
export function figuresOf(question: Question, answers: readonly Answer[]): Figures {
  const n = answers.length;
  switch (question.type) {
    case "scale":
    case "matrix": {
      const steps = answers.filter((each) => typeof each === "number");
      const sum = steps.reduce((total, step) => total + step, 0);
      const counts = stepsOf(question.scale).map(({ key, words }): Count => ({
        key,
        words,
        count: steps.filter((step) => String(step) === key).length,
      }));
      return { n, counts, ...(n > 0 && { mean: meanOf(sum, n) }) };
    }
    case "single":
      return {
        n,
        counts: countOptions(question.options, (id) => answers.filter((each) => each === id).length),
      };
    case "multiple":
      return {
        n,
        counts: countOptions(
          question.options,
          (id) => listsOf(answers).filter((each) => each.includes(id)).length,
        ),
      };
    case "ranking": {
      const orders = listsOf(answers);
      const counts = countOptions(question.options, (id) => orders.filter(([first]) => first === id).length);
      const places = question.options.map(({ id, words }) => {
        const total = orders.reduce((sum, order) => sum + order.indexOf(id) + 1, 0);
        return { key: id, words, mean: meanOf(total, Math.max(n, 1)) };
      });
      // All over the same n: sums compare like means.
      places.sort((a, b) => a.mean.sum - b.mean.sum);
      return { n, counts, ...(n > 0 && { places }) };
    }
    case "text":
      throw new Error(`${question.id}: texts are not counted`);
  }
}

/** Every step of a scale with its words: its own, or those of an end. */
export function stepsOf({
  from,
  to,
  low,
  high,
  steps,
}: Scale): { readonly key: string; readonly words: string }[] {
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const ends = at === 0 ? low : at === to - from ? high : "";
    return { key: String(from + at), words: steps?.[at] ?? ends };
  });
}

const countOptions = (options: readonly Option[], countOf: (id: string) => number): Count[] =>
  options.map(({ id, words }) => ({ key: id, words, count: countOf(id) }));

const listsOf = (answers: readonly Answer[]): (readonly string[])[] =>
  answers.filter((each): each is readonly string[] => Array.isArray(each));
