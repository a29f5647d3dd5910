/**
 * How people were heard in the demo: consultations with their surveys,
 * workshops and comments. Plain data with places as they are cited
 * ("7 ayat (1)", "8", null for the draft as a whole); days count from the first
 * run, negative ones lie before it.
 */
import type { IdentityRule } from "../../domain/consultations/consultation.ts";
import type { Stance } from "../../domain/contributions/contribution.ts";
import type { Outcome } from "../../domain/dispositions/disposition.ts";
import type { DemoAccountName } from "./demo-policy.ts";

export interface DemoQuestionBase {
  readonly words: string;
  /** Pasal and ayat in the version of the consultation. */
  readonly place: string | null;
  readonly required?: true;
}

export type DemoQuestion = DemoQuestionBase &
  (
    | {
        readonly type: "scale";
        readonly points: 4 | 5;
        readonly ends: readonly [string, string];
        readonly mean?: number;
        /** How often each point was chosen, where more than the mean is known. */
        readonly counts?: readonly number[];
      }
    | {
        readonly type: "single";
        /** `share`: percent of the answers, absent while nobody has answered. */
        readonly options: readonly { readonly words: string; readonly share?: number }[];
      }
    | { readonly type: "ranking"; readonly options: readonly string[] }
    | {
        readonly type: "text";
        readonly answers?: readonly string[];
        readonly count?: number;
        readonly themes?: readonly DemoTheme[];
      }
  );

/** Like answers are answered together: those that hold these words. */
export interface DemoTheme {
  readonly words: string;
  readonly answer: DemoAnswer;
}

export interface DemoSurvey {
  readonly title: string;
  readonly intro: string;
  readonly rule: IdentityRule;
  readonly opensDay: number;
  readonly closesDay: number;
  readonly questions: readonly DemoQuestion[];
  /** Answers received, by name of the group; they add up to the number of responses. */
  readonly responses: readonly { readonly group: string; readonly count: number }[];
}

export interface DemoAnswer {
  readonly outcome: Outcome;
  readonly reason: string;
  /** Where the change stands in the live draft; it binds to the next version. */
  readonly change?: string;
  readonly daysAgo: number;
}

export interface DemoInput {
  /** Of the fixture, to tell them apart in tests. */
  readonly id: string;
  readonly group: string;
  readonly place: string | null;
  readonly text: string;
  readonly stance?: Stance;
  readonly proposedText?: string;
  readonly day: number;
  readonly answer?: DemoAnswer;
  /** Shown in public without an answer yet. */
  readonly triaged?: true;
}

export interface DemoWorkshop {
  readonly title: string;
  readonly place: string;
  readonly day: number;
  readonly facilitator: DemoAccountName;
  readonly agenda: readonly string[];
  readonly invited: readonly { readonly group: string; readonly count: number }[];
  readonly attended: readonly { readonly group: string; readonly count: number }[];
  readonly entries: readonly DemoInput[];
  readonly minutes: readonly string[];
}

export interface DemoConsultation {
  readonly policy: "palu" | "pontianak";
  /** Number of the version it is about. */
  readonly version: number;
  readonly organiser: DemoAccountName;
  readonly title: string;
  readonly summary: string;
  readonly whatHappens: string;
  readonly contact: string;
  readonly opensDay: number;
  readonly closesDay: number;
  readonly comments: IdentityRule | null;
  readonly submissions: boolean;
  readonly groups: readonly { readonly name: string; readonly target: number }[];
  readonly surveys: readonly DemoSurvey[];
  readonly workshops: readonly DemoWorkshop[];
  readonly inputs: readonly DemoInput[];
}

export interface DemoSubmission {
  /** Title of the consultation. */
  readonly consultation: string;
  readonly group: string;
  readonly head: DemoAccountName;
  readonly sentDay: number;
  readonly items: readonly {
    readonly place: string | null;
    readonly stance: Stance;
    readonly proposedText: string;
    readonly grounds: string;
  }[];
}

export interface DemoReview {
  readonly policy: "palu" | "pontianak";
  readonly version: number;
  readonly submitter: DemoAccountName;
  readonly submittedDay: number;
  readonly message: string;
  readonly steps: readonly {
    readonly account: DemoAccountName;
    /** Working days, counted from when its turn comes. */
    readonly days: number;
    /** Absent: it waits. */
    readonly decision?: { readonly kind: "approve" | "return"; readonly day: number; readonly note: string };
  }[];
}
