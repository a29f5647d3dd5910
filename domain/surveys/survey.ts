/**
 * A survey of a consultation: sections of questions about clauses of one frozen
 * version, a window, one identity rule. Rules: `RULES.md`.
 */
import type { IdentityRule } from "../consultations/consultation.ts";
import type {
  AccountId,
  Cid,
  ConsultationId,
  EpochMs,
  GroupId,
  PolicyId,
  SurveyId,
  VersionId,
} from "../ids.ts";

/** Of a section, a question, an option or a row: 1 to 26 lower-case letters and digits, unique in the survey. */
export type PartId = string;

/** One thing that can be chosen, put in order, or (a row of a matrix) judged. */
export interface Option {
  readonly id: PartId;
  readonly words: string;
}

/** Steps of a scale from `from` up to `to`, both included. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  /** Words at the two ends. */
  readonly low: string;
  readonly high: string;
  /** Words of every step, lowest first, where each has its own (SKM). */
  readonly steps?: readonly string[] | undefined;
}

/** What must have been answered before, for a question to be shown. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  /** A scale's number, or the option chosen in a `single`. */
  | { readonly question: PartId; readonly equals: number | PartId }
  /** An option chosen in a `multiple` (or `single`). */
  | { readonly question: PartId; readonly includes: PartId }
  /** A scale's number is this or more. */
  | { readonly question: PartId; readonly atLeast: number }
  /** A scale's number is this or less. */
  | { readonly question: PartId; readonly atMost: number };

interface QuestionBase {
  readonly id: PartId;
  /** What is asked. */
  readonly words: string;
  readonly help?: string | undefined;
  readonly required: boolean;
  /** Clauses of the survey's version that it is about; their words are quoted beside it. */
  readonly targets: readonly { readonly cid: Cid }[];
  readonly showIf?: Condition | undefined;
}

export type Question = QuestionBase &
  (
    | { readonly type: "scale"; readonly scale: Scale }
    | { readonly type: "single"; readonly options: readonly Option[] }
    | {
        readonly type: "multiple";
        readonly options: readonly Option[];
        /** How many may be chosen; absent: all of them. */
        readonly max?: number | undefined;
      }
    /** All options in order, the most important first. */
    | { readonly type: "ranking"; readonly options: readonly Option[] }
    /** Every row judged on one scale. */
    | { readonly type: "matrix"; readonly rows: readonly Option[]; readonly scale: Scale }
    /** Each answer is a contribution (masukan) and is answered. */
    | { readonly type: "text"; readonly maxLength: number }
  );

export const QUESTION_TYPES = ["scale", "single", "multiple", "ranking", "matrix", "text"] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

export interface Section {
  readonly id: PartId;
  /** Empty: its questions stand without a heading. */
  readonly title: string;
  readonly note?: string | undefined;
  readonly questions: readonly Question[];
}

/** The nine elements of the SKM index, in the regulation's order, each a question on a scale of 1 to 4. */
export interface SkmIndex {
  readonly kind: "skm";
  readonly questions: readonly PartId[];
}

export interface SurveyDefinition {
  readonly sections: readonly Section[];
  readonly index?: SkmIndex | undefined;
}

/** Answer to one question: scale number, option, options, options in order, a number per row, words. */
export type Answer = number | string | readonly PartId[] | { readonly [row: PartId]: number };
/** Answers by question; what was left out is not in it. */
export type Answers = Readonly<Record<PartId, Answer>>;

/** What somebody decided. Whether answers are taken follows from the window, too (`phaseOf`). */
export const SURVEY_STATES = ["draft", "opened", "closed"] as const;
export type SurveyState = (typeof SURVEY_STATES)[number];

export const SURVEY_PHASES = ["draft", "scheduled", "open", "closed"] as const;
export type SurveyPhase = (typeof SURVEY_PHASES)[number];

/** A group that respondents may say they belong to. */
export interface SurveyGroup {
  readonly groupId: GroupId;
  /** How many people of it may answer; null: not known, taken as enough. */
  readonly eligible: number | null;
}

export interface Survey {
  readonly id: SurveyId;
  readonly policyId: PolicyId;
  readonly consultationId: ConsultationId;
  /** The text whose clauses it asks about. */
  readonly versionId: VersionId;
  readonly title: string;
  /** What it is for, in plain words; shown before the first question. */
  readonly intro: string;
  readonly rule: IdentityRule;
  readonly state: SurveyState;
  /** The window is half-open, and was set in the authority's zone. */
  readonly opensAt: EpochMs;
  readonly closesAt: EpochMs;
  /** When it was closed; null while it is not. */
  readonly closedAt: EpochMs | null;
  /** How many responses are hoped for; null: none in particular. */
  readonly target: number | null;
  readonly groups: readonly SurveyGroup[];
  readonly definition: SurveyDefinition;
  /** From 1; each repetition counts one up. */
  readonly wave: number;
  /** The wave before. */
  readonly previousId: SurveyId | null;
  readonly createdBy: AccountId;
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
  /** Counts changes of the row, for `If-Match`. */
  readonly revision: number;
}

/** A clause as it stood in the survey's version: with what stands below it, as lines. */
export interface QuotedClause {
  readonly cid: Cid;
  /** The clause under which input about it stands: itself, or the norm that it is an item of (CL14). */
  readonly commentable: Cid;
  /** `Pasal 7 ayat (1)`. */
  readonly citation: string;
  readonly text: string;
}

export const SURVEY_LIMITS = {
  title: 200,
  intro: 4_000,
  words: 1_000,
  help: 1_000,
  optionWords: 300,
  sections: 30,
  questions: 100,
  options: 30,
  rows: 20,
  targets: 10,
  conditionParts: 20,
  groups: 60,
  textAnswer: 10_000,
  quote: 6_000,
  scaleSteps: 11,
  codesAtOnce: 2_000,
  codes: 20_000,
  rosterAtOnce: 1_000,
  roster: 20_000,
} as const;

/** All questions in order, sections forgotten. */
export const questionsOf = ({ sections }: SurveyDefinition): readonly Question[] =>
  sections.flatMap(({ questions }) => questions);
