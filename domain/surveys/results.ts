/** What may be published of a survey: shapes shared by the server, the results page and the exports. [SV30-SV45] */
import type { Cid, EpochMs, GroupId } from "../ids.ts";
import type { PartId, QuestionType } from "./survey.ts";

/** No figure of fewer respondents than this is ever published. [SV30] */
export const SMALLEST_GROUP = 5;

/**
 * Why there are figures or not: `after-closing` under `anonymous` and `code`
 * while answers are taken (two readings a day apart would tell what one person
 * said), `too-few` below five responses.
 */
export type ResultsAvailability = "shown" | "after-closing" | "too-few";

/** A mean as it was computed, exactly: `sum / n`; `rounded` to two decimals, half up. */
export interface Mean {
  readonly sum: number;
  readonly n: number;
  readonly rounded: number;
}

/** How often something was chosen. `key` is a step of a scale or an option's id. */
export interface Count {
  readonly key: string;
  readonly words: string;
  readonly count: number;
}

/** Figures over one set of respondents: of all, or of a group. */
export interface Figures {
  /** Respondents who answered. */
  readonly n: number;
  /** Of a scale, a row of a matrix. */
  readonly mean?: Mean;
  /**
   * In the order of the definition. Of a group null where one of them, in it or
   * in what is left beside it, would be of 1 to 4 people. Of a ranking: how
   * often it was put first.
   */
  readonly counts: readonly Count[] | null;
  /** Of a ranking: mean place of each option (1 is first), best first. */
  readonly places?: readonly { readonly key: string; readonly words: string; readonly mean: Mean }[];
}

/** A group as it is published, or what was folded together. */
export interface ResultUnit {
  /** The group's id, or `lainnya`. */
  readonly key: string;
  readonly groupId: GroupId | null;
  /** Empty for `lainnya`, whose words are the page's. */
  readonly name: string;
  readonly n: number;
}

export interface GroupFigures extends Figures {
  readonly unit: string;
}

export interface QuestionResult {
  readonly questionId: PartId;
  readonly type: QuestionType;
  /** Of a matrix: one result per row; else absent. */
  readonly row?: { readonly id: PartId; readonly words: string };
  readonly words: string;
  readonly targets: readonly { readonly cid: Cid }[];
  /** Who were asked and gave no answer. */
  readonly missing: number | null;
  /** Whom a condition spared the question. */
  readonly notAsked: number | null;
  /** Null where one to four answered: then nothing of it is published, `missing` and `notAsked` neither. */
  readonly all: Figures | null;
  /** In the order of `units`; a unit that is not here is suppressed for this question. */
  readonly groups: readonly GroupFigures[];
  /** Units that answered and are not shown. */
  readonly suppressed: boolean;
}

/** One figure per clause: every closed question about it. */
export interface ClauseResult {
  readonly cid: Cid;
  readonly citation: string;
  readonly questions: readonly { readonly questionId: PartId; readonly row?: PartId }[];
}

export type SkmBand = "A" | "B" | "C" | "D";

/** PermenPANRB 14/2017: mean of the nine element means times 25, exact, rounded once. */
export interface SkmResult {
  /** Two decimals, half up. */
  readonly index: number;
  /** Of the rounded value. */
  readonly band: SkmBand;
  readonly elements: readonly { readonly questionId: PartId; readonly mean: Mean }[];
  /** Only units that have all nine. */
  readonly groups: readonly { readonly unit: string; readonly index: number; readonly band: SkmBand }[];
}

export interface SurveyResults {
  readonly availability: ResultsAvailability;
  readonly computedAt: EpochMs;
  readonly responses: number;
  readonly target: number | null;
  /** Nothing says that one device is one person. */
  readonly perDeviceOnly: boolean;
  /** Groups that may be shown, by the consultation's order, `lainnya` last; empty when no two can be told apart safely. */
  readonly units: readonly ResultUnit[];
  /** Names of the groups that went into `lainnya`; which of them were small is not said. */
  readonly folded: readonly string[];
  /** Closed questions, a matrix as its rows. Empty unless `shown`. */
  readonly questions: readonly QuestionResult[];
  readonly clauses: readonly ClauseResult[];
  /** Text questions: how many answers, each of which is an input (masukan) of the consultation. */
  readonly texts: readonly {
    readonly questionId: PartId;
    readonly words: string;
    readonly answers: number | null;
    /** The inbox with exactly these, in the workspace. */
    readonly inboxPath: string;
  }[];
  readonly index?: SkmResult;
}
