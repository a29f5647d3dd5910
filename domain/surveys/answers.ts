/** From what was sent to answers that may be kept. [SV12-SV15] */
import type { InputIssue } from "../errors.ts";
import { textSchema } from "../wire-text.ts";
import * as v from "valibot";
import { reachableQuestions } from "./reachable.ts";
import { questionsOf, type Answer, type Answers, type Question, type SurveyDefinition } from "./survey.ts";

export interface CheckedAnswers {
  /** Of questions that were asked, in order; empty texts are left out. */
  readonly answers: Answers;
  /** `path` is the question's id (`q3.row2` for a row). Empty: it may be sent. */
  readonly issues: readonly InputIssue[];
}

/**
 * Reads answers from outside. Those to questions that are not asked are dropped
 * without a word (the condition changed on the way); a wrong or missing one is
 * an issue. Keys that are no question are dropped, too: they come from forms.
 */
export function checkAnswers(
  definition: SurveyDefinition,
  sent: Readonly<Record<string, unknown>>,
): CheckedAnswers {
  const questions = questionsOf(definition);
  const read = new Map<string, Read>();
  const sound: Record<string, Answer> = {};
  for (const question of questions) {
    const answer = readAnswer(question, Object.hasOwn(sent, question.id) ? sent[question.id] : undefined);
    read.set(question.id, answer);
    if (answer.value !== undefined) sound[question.id] = answer.value;
  }
  const issues: InputIssue[] = [];
  const answers: Record<string, Answer> = {};
  for (const question of reachableQuestions(questions, sound)) {
    const { value, issue } = read.get(question.id) ?? {};
    if (issue !== undefined) issues.push(issue);
    else if (value !== undefined) answers[question.id] = value;
    else if (question.required) issues.push({ path: question.id, message: "survey-answer-missing" });
  }
  return { answers, issues };
}

interface Read {
  readonly value?: Answer;
  readonly issue?: InputIssue;
}

/** One answer; neither value nor issue when there is none. */
export function readAnswer(question: Question, sent: unknown): Read {
  if (sent === undefined || sent === null || sent === "") return {};
  const wrong = (message: string, path = question.id): Read => ({ issue: { path, message } });
  switch (question.type) {
    case "scale":
      return isStep(question.scale, sent) ? { value: sent } : wrong("survey-answer-option");
    case "single":
      return typeof sent === "string" && question.options.some(({ id }) => id === sent)
        ? { value: sent }
        : wrong("survey-answer-option");
    case "multiple": {
      const chosen = chosenOf(question.options, sent);
      if (!chosen) return wrong("survey-answer-option");
      if (chosen.length > (question.max ?? Infinity)) return wrong(`survey-answer-too-many:${question.max}`);
      // In the order of the definition: the order of ticking is nobody's business.
      const ordered = question.options.flatMap(({ id }) => (chosen.includes(id) ? [id] : []));
      return ordered.length === 0 ? {} : { value: ordered };
    }
    case "ranking": {
      const order = chosenOf(question.options, sent);
      if (!order) return wrong("survey-answer-ranking");
      if (order.length === 0) return {};
      return order.length === question.options.length ? { value: order } : wrong("survey-answer-ranking");
    }
    case "matrix":
      return readMatrix(question, sent);
    case "text": {
      if (typeof sent !== "string") return wrong("invalid");
      const text = sent.replaceAll("\r\n", "\n").trim();
      if (text === "") return {};
      if (text.length > question.maxLength) return wrong(`survey-answer-too-long:${question.maxLength}`);
      return v.is(textSchema(question.maxLength), text) ? { value: text } : wrong("control-characters");
    }
  }
}

function readMatrix(question: Extract<Question, { type: "matrix" }>, sent: unknown): Read {
  if (typeof sent !== "object" || sent === null || Array.isArray(sent)) {
    return { issue: { path: question.id, message: "survey-answer-option" } };
  }
  const given = sent as Readonly<Record<string, unknown>>;
  const value: Record<string, number> = {};
  for (const { id } of question.rows) {
    const step = Object.hasOwn(given, id) ? given[id] : undefined;
    const path = `${question.id}.${id}`;
    if (step === undefined || step === null || step === "") {
      if (question.required) return { issue: { path, message: "survey-answer-missing" } };
    } else if (isStep(question.scale, step)) value[id] = step;
    else return { issue: { path, message: "survey-answer-option" } };
  }
  return Object.keys(value).length === 0 ? {} : { value };
}

const isStep = (scale: { readonly from: number; readonly to: number }, value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && scale.from <= value && value <= scale.to;

/** Different options of the question, as sent; null for anything else. */
function chosenOf(options: readonly { readonly id: string }[], sent: unknown): string[] | null {
  if (!Array.isArray(sent) || sent.length > options.length) return null;
  const chosen = sent.filter((each): each is string => options.some(({ id }) => id === each));
  return chosen.length === sent.length && new Set(chosen).size === sent.length ? chosen : null;
}

/** Closed answers, which are counted, apart from texts, each of which is an input of its own. [SV15] */
export function splitAnswers(
  definition: SurveyDefinition,
  answers: Answers,
): {
  readonly closed: Answers;
  readonly texts: readonly { readonly question: Question; readonly text: string }[];
} {
  const closed: Record<string, Answer> = {};
  const texts: { question: Question; text: string }[] = [];
  for (const question of questionsOf(definition)) {
    const answer = answers[question.id];
    if (answer === undefined) continue;
    if (question.type !== "text") closed[question.id] = answer;
    else if (typeof answer === "string") texts.push({ question, text: answer });
  }
  return { closed, texts };
}
