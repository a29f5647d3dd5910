/** Wire of surveys in the workspace. Bounds and cross references of a definition are in `definition.ts`. */
import * as v from "valibot";
import { IDENTITY_RULES, type IdentityRule } from "../consultations/consultation.ts";
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
import { idSchema, lineSchema, textSchema } from "../wire-text.ts";
import type { SurveyResults } from "./results.ts";
import {
  SURVEY_LIMITS as LIMITS,
  type QuotedClause,
  type SurveyDefinition,
  type SurveyPhase,
  type SurveyState,
} from "./survey.ts";
import { definitionSchema } from "./definition.ts";

const SURVEYS = "/api/policies/:policyId/surveys";
/** Addresses, each an action of the access table: reading asks `survey.read`, the rest `survey.manage`. */
export const SURVEY_PATHS = {
  list: SURVEYS,
  one: `${SURVEYS}/:surveyId`,
  open: `${SURVEYS}/:surveyId/open`,
  close: `${SURVEYS}/:surveyId/close`,
  duplicate: `${SURVEYS}/:surveyId/duplicate`,
  wording: `${SURVEYS}/:surveyId/wording`,
  codes: `${SURVEYS}/:surveyId/codes`,
  roster: `${SURVEYS}/:surveyId/roster`,
  results: `${SURVEYS}/:surveyId/results`,
} as const;

const instantSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000_000));
const countSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000_000));
const groupsSchema = v.pipe(
  v.array(v.strictObject({ groupId: idSchema<GroupId>(), eligible: v.nullable(countSchema) })),
  v.maxLength(LIMITS.groups),
);
const ruleSchema = v.picklist(IDENTITY_RULES);

/** GET {list}?consultation=<id> -> { items: SurveyItem[] }, newest first */
export const surveyQuerySchema = v.strictObject({ consultation: v.optional(idSchema<ConsultationId>()) });

export const SURVEY_TEMPLATES = ["blank", "skm"] as const;
export type SurveyTemplate = (typeof SURVEY_TEMPLATES)[number];

/**
 * POST {list}, with Idempotency-Key -> 201 SurveyView, a draft about the
 * consultation's version. Without a window it takes the consultation's, without
 * groups those of the consultation.
 */
export const createSurveySchema = v.strictObject({
  consultationId: idSchema<ConsultationId>(),
  title: lineSchema(LIMITS.title),
  intro: v.optional(textSchema(LIMITS.intro)),
  rule: ruleSchema,
  template: v.optional(v.picklist(SURVEY_TEMPLATES)),
  opensAt: v.optional(instantSchema),
  closesAt: v.optional(instantSchema),
  target: v.optional(v.nullable(countSchema)),
  groups: v.optional(groupsSchema),
  definition: v.optional(definitionSchema),
});
export type CreateSurvey = v.InferOutput<typeof createSurveySchema>;

/**
 * PATCH {one}, with If-Match -> 200 SurveyView. In a draft everything; once
 * opened only `closesAt` (later than now) and `target`, and before the first
 * response everything but `consultationId`. Otherwise 409 `survey-locked`.
 */
export const patchSurveySchema = v.strictObject({
  title: v.optional(lineSchema(LIMITS.title)),
  intro: v.optional(textSchema(LIMITS.intro)),
  rule: v.optional(ruleSchema),
  opensAt: v.optional(instantSchema),
  closesAt: v.optional(instantSchema),
  target: v.optional(v.nullable(countSchema)),
  groups: v.optional(groupsSchema),
  definition: v.optional(definitionSchema),
});
export type PatchSurvey = v.InferOutput<typeof patchSurveySchema>;

/** DELETE {one}, with If-Match -> 204, drafts only. */

/**
 * POST {open}, with If-Match -> 200 SurveyView. Refuses (400, with paths) a
 * definition without a question or with a question about a clause that the
 * version does not have. POST {close} -> 200 SurveyView, for good.
 */

/**
 * POST {duplicate}, with Idempotency-Key -> 201 SurveyView: the next wave as a
 * draft. In another consultation it asks about that one's version; `questions`
 * are those to be asked (absent: all), see `wording`.
 */
export const duplicateSurveySchema = v.strictObject({
  consultationId: v.optional(idSchema<ConsultationId>()),
  title: v.optional(lineSchema(LIMITS.title)),
  questions: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(26))), v.maxLength(LIMITS.questions))),
});
export type DuplicateSurvey = v.InferOutput<typeof duplicateSurveySchema>;

/** GET {wording}?version=<number> -> WordingView: what became of the clauses that the questions are about. */
export const wordingQuerySchema = v.strictObject({
  version: v.pipe(v.string(), v.regex(/^[1-9][0-9]{0,8}$/), v.transform(Number)),
});
export interface WordingView {
  readonly from: number;
  readonly to: number;
  readonly questions: readonly QuestionWording[];
}
export interface QuestionWording {
  readonly questionId: string;
  /** The worst of its clauses; `general`: it is about none. Ask again where it is not `same` or `general`. */
  readonly state: WordingState;
  readonly clauses: readonly ClauseWording[];
}
export type WordingState = "same" | "changed" | "merged" | "removed" | "general";
export interface ClauseWording {
  readonly cid: Cid;
  readonly state: Exclude<WordingState, "general">;
  readonly before: QuotedClause;
  /** Null where it is gone; of a merged clause the one that took it in. */
  readonly after: QuotedClause | null;
}

/**
 * GET {codes} -> CodesView. POST {codes} -> 201 NewCodes, never kept: they are
 * shown once, for printing. Rule `code` only, until it is closed.
 */
export const makeCodesSchema = v.strictObject({
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.codesAtOnce)),
});
export interface CodesView {
  readonly made: number;
  readonly used: number;
}
export interface NewCodes {
  /** Grouped for reading, such as `7KQ2M-9XW4T`; taken with or without the hyphen, in either case. */
  readonly codes: readonly string[];
  /** Where they are entered, for the printed sheet and its QR. */
  readonly url: string;
}

/**
 * GET {roster} -> RosterView. POST {roster} -> 201 NewInvitations, never kept.
 * Rule `anonymous` only, until it is closed: for people without an account.
 */
export const inviteSchema = v.strictObject({
  names: v.pipe(v.array(lineSchema(200)), v.minLength(1), v.maxLength(LIMITS.rosterAtOnce)),
});
export interface RosterView {
  readonly invited: number;
}
export interface NewInvitations {
  readonly invitations: readonly { readonly name: string; readonly url: string }[];
}

/** Item of GET {list}. */
export interface SurveyItem {
  readonly id: SurveyId;
  readonly policyId: PolicyId;
  readonly consultationId: ConsultationId;
  readonly title: string;
  readonly rule: IdentityRule;
  readonly state: SurveyState;
  /** At the moment of asking. */
  readonly phase: SurveyPhase;
  readonly opensAt: EpochMs;
  readonly closesAt: EpochMs;
  readonly closedAt: EpochMs | null;
  readonly wave: number;
  readonly previousId: SurveyId | null;
  readonly questionCount: number;
  readonly responses: number;
  readonly target: number | null;
  readonly revision: number;
}

/** GET {one}; ETag is `"<revision>"`. */
export interface SurveyView extends SurveyItem {
  readonly version: { readonly id: VersionId; readonly number: number; readonly label: string };
  readonly intro: string;
  /** IANA name; windows are shown and set in it. */
  readonly timeZone: string;
  readonly groups: readonly {
    readonly groupId: GroupId;
    readonly name: string;
    readonly eligible: number | null;
  }[];
  readonly definition: SurveyDefinition;
  /** Words of every clause that a question is about, as they stand in the version. */
  readonly quotes: readonly QuotedClause[];
  /** It has an answer: rule, questions, groups and version are final. */
  readonly locked: boolean;
  /** Path on the portal: `/survei/<id>`. */
  readonly portalPath: string;
  /** How it looks on the portal, for the team, before it is open: `/survei/<id>/pratinjau`. */
  readonly previewPath: string;
  /** What the asker may do. */
  readonly may: { readonly manage: boolean };
  readonly createdBy: { readonly id: AccountId; readonly name: string };
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
}

/** GET {results}?group=<unit key> -> SurveyResults, a group's figures beside those of all. */
export const resultsQuerySchema = v.strictObject({
  group: v.optional(v.pipe(v.string(), v.maxLength(26))),
});
export type ResultsView = SurveyResults;
