/**
 * The form of a survey as it travels: all that was filled in so far is in it,
 * nothing on the server. Names: `j.<question>` (and `.<option or row>`) for
 * answers, `pada` for the step shown, `ke` for where to go.
 */
import { IDENTITY_RULES, type IdentityRule } from "../../../domain/consultations/consultation.ts";
import { DomainError, type InputIssue } from "../../../domain/errors.ts";
import { checkAnswers } from "../../../domain/surveys/answers.ts";
import { reachableQuestions } from "../../../domain/surveys/reachable.ts";
import {
  questionsOf,
  type Answers,
  type Question,
  type SurveyDefinition,
} from "../../../domain/surveys/survey.ts";
import { readText } from "../../http/body.ts";

/** Before the first question, and after the last. */
export const FIRST_STEP = "awal";
export const LAST_STEP = "akhir";

/** Of 100,000 characters, nine bytes each in a form, and the other fields: what is too long comes back whole. */
const MAX_FORM_BYTES = 2 * 1024 * 1024;

export interface FilledForm {
  readonly formId: string | null;
  readonly ruleSeen: IdentityRule | undefined;
  /** Which form of the survey was filled in; null: not said. */
  readonly form: number | null;
  readonly code: string;
  readonly group: string;
  /** Id of the question that was shown, or one of the two other steps. */
  readonly step: string;
  /** `lanjut`, `kembali`, `kirim`, or the step to go to. */
  readonly goTo: string;
  /** Answer fields by name, as sent. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

export const EMPTY_FORM: FilledForm = {
  formId: null,
  ruleSeen: undefined,
  form: null,
  code: "",
  group: "",
  step: FIRST_STEP,
  goTo: "",
  fields: new Map(),
};

export async function readFilledForm(request: Request): Promise<FilledForm> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) {
    throw new DomainError("unsupported", "form-expected", "not a form");
  }
  const sent = new URLSearchParams(await readText(request, MAX_FORM_BYTES));
  const one = (name: string, maxLength: number) => (sent.get(name) ?? "").slice(0, maxLength);
  const formId = one("kunci", 26);
  const form = one("bentuk", 9);
  // In one pass: `getAll` goes through the whole form for each of its names.
  const fields = new Map<string, string[]>();
  for (const [name, value] of sent) {
    if (!name.startsWith("j.") || name.length > 60) continue;
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return {
    formId: /^[0-9A-Z]{26}$/.test(formId) ? formId : null,
    ruleSeen: IDENTITY_RULES.find((rule) => rule === sent.get("aturan")),
    form: /^\d+$/.test(form) ? Number(form) : null,
    code: one("kode", 40),
    group: one("kelompok", 26),
    step: one("pada", 26) || FIRST_STEP,
    goTo: one("ke", 26) || "lanjut",
    fields,
  };
}

/** Names of the fields that a question has. */
export function fieldNames(question: Question): string[] {
  const name = `j.${question.id}`;
  if (question.type === "ranking") return question.options.map(({ id }) => `${name}.${id}`);
  if (question.type === "matrix") return question.rows.map(({ id }) => `${name}.${id}`);
  return [name];
}

/** Answers as the rules read them; what cannot be one is passed on as it came, to be refused there. */
export function answersOf(definition: SurveyDefinition, { fields }: FilledForm): Record<string, unknown> {
  const entries = questionsOf(definition).flatMap((question) => {
    const answer = answerOf(question, fields);
    return answer === undefined ? [] : [[question.id, answer] as const];
  });
  return Object.fromEntries(entries);
}

function answerOf(question: Question, fields: FilledForm["fields"]): unknown {
  const name = `j.${question.id}`;
  const [value = ""] = fields.get(name) ?? [];
  switch (question.type) {
    case "scale":
      return numberOf(value);
    case "single":
    case "text":
      return value === "" ? undefined : value;
    case "multiple": {
      const chosen = (fields.get(name) ?? []).filter((each) => each !== "");
      return chosen.length === 0 ? undefined : chosen;
    }
    case "ranking": {
      const places = question.options.map(({ id }) => ({
        id,
        place: fields.get(`${name}.${id}`)?.[0] ?? "",
      }));
      if (places.every(({ place }) => place === "")) return undefined;
      const order = places.map((_, at) => places.find(({ place }) => place === String(at + 1))?.id);
      // No option has this id: what is half ordered is refused as a ranking, not taken for no answer.
      return order.includes(undefined) ? ["?"] : order;
    }
    case "matrix": {
      const rows = question.rows.flatMap(({ id }) => {
        const step = numberOf(fields.get(`${name}.${id}`)?.[0] ?? "");
        return step === undefined ? [] : [[id, step] as const];
      });
      return rows.length === 0 ? undefined : Object.fromEntries(rows);
    }
  }
}

const numberOf = (value: string): number | string | undefined =>
  value === "" ? undefined : /^\d{1,4}$/.test(value) ? Number(value) : value;

/** The steps that there are with these answers, in order. */
export function stepsOf(definition: SurveyDefinition, filled: FilledForm): string[] {
  const sound = soundAnswers(definition, filled);
  const asked = reachableQuestions(questionsOf(definition), sound).map(({ id }) => id);
  return [FIRST_STEP, ...asked, LAST_STEP];
}

/** Those answers that are right by themselves, whatever else is missing. */
export const soundAnswers = (definition: SurveyDefinition, filled: FilledForm): Answers =>
  checkAnswers(definition, answersOf(definition, filled)).answers;

/** What is wrong with the answer to one question. */
export function stepIssues(question: Question, filled: FilledForm): readonly InputIssue[] {
  const { showIf: _condition, ...asked } = question;
  const definition = { sections: [{ id: "s", title: "", questions: [asked as Question] }] };
  return checkAnswers(definition, answersOf(definition, filled)).issues;
}
