/**
 * Surveys, and in tables that do not know of each other: who has answered, and
 * what was answered. Tables marked so have, by hand in the migration, no rowid
 * and random keys, so that neither the order nor the neighbourhood of rows says
 * who said what, or when. Triggers there keep what was promised to the first
 * respondent (`surveys_locked`). [SV20-SV29]
 */
import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
} from "drizzle-orm/sqlite-core";
import type { IdentityRule } from "../../domain/consultations/consultation.ts";
import type { AccountId, ConsultationId, GroupId, PolicyId, SurveyId, VersionId } from "../../domain/ids.ts";
import type {
  Answers,
  QuotedClause,
  SurveyDefinition,
  SurveyGroup,
  SurveyState,
} from "../../domain/surveys/survey.ts";
import { accounts } from "./accounts.ts";
import { groups } from "./authorities.ts";
import { bytes } from "./bytes.ts";
import { consultations } from "./consultations.ts";
import { policies, versions } from "./policies.ts";

/** What is left of participation once it has been forgotten. */
export interface FinalCounts {
  readonly responses: number;
  readonly codesMade: number;
  readonly codesUsed: number;
  readonly invited: number;
}

export const surveys = sqliteTable(
  "surveys",
  {
    id: text().$type<SurveyId>().primaryKey(),
    policyId: text("policy_id")
      .$type<PolicyId>()
      .notNull()
      .references(() => policies.id),
    consultationId: text("consultation_id")
      .$type<ConsultationId>()
      .notNull()
      .references(() => consultations.id),
    versionId: text("version_id")
      .$type<VersionId>()
      .notNull()
      .references(() => versions.id),
    title: text().notNull(),
    intro: text().notNull(),
    rule: text().$type<IdentityRule>().notNull(),
    state: text().$type<SurveyState>().notNull(),
    opensAt: integer("opens_at").notNull(),
    closesAt: integer("closes_at").notNull(),
    closedAt: integer("closed_at"),
    target: integer(),
    groups: text({ mode: "json" }).$type<readonly SurveyGroup[]>().notNull(),
    definition: text({ mode: "json" }).$type<SurveyDefinition>().notNull(),
    /** Words of the clauses asked about, as in the version, so that no page has to read it. */
    quotes: text({ mode: "json" }).$type<readonly QuotedClause[]>().notNull(),
    /** Counts changes of what respondents see and promise themselves: rule, definition, groups, version. */
    form: integer().notNull().default(1),
    finalCounts: text("final_counts", { mode: "json" }).$type<FinalCounts>(),
    wave: integer().notNull().default(1),
    previousId: text("previous_id").$type<SurveyId>(),
    createdBy: text("created_by")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
    revision: integer().notNull().default(1),
  },
  (table) => [
    // For the responses: a response keeps its survey's rule.
    unique("surveys_rule_kept").on(table.id, table.rule),
    index("surveys_policy").on(table.policyId, table.createdAt),
    index("surveys_consultation").on(table.consultationId),
    index("surveys_window").on(table.state, table.closesAt),
    check("surveys_window_order", sql`${table.opensAt} < ${table.closesAt}`),
    check("surveys_rule", sql`${table.rule} in ('named', 'anonymous', 'code', 'open')`),
    check("surveys_state", sql`${table.state} in ('draft', 'opened', 'closed')`),
    check("surveys_closed", sql`(${table.state} = 'closed') = (${table.closedAt} is not null)`),
  ],
);

/** From opening to closing: what turns an account, a device or a code into a mark. Its destruction is the closing. WITHOUT ROWID. */
export const surveyKeys = sqliteTable(
  "survey_keys",
  {
    surveyId: text("survey_id")
      .$type<SurveyId>()
      .primaryKey()
      .references(() => surveys.id),
    key: bytes().notNull(),
  },
  (table) => [check("survey_keys_size", sql`length(${table.key}) = 32`)],
);

/** Somebody has answered: an HMAC, without time. Deleted at closing. WITHOUT ROWID. */
export const surveyParticipations = sqliteTable(
  "survey_participations",
  {
    surveyId: text("survey_id")
      .$type<SurveyId>()
      .notNull()
      .references(() => surveys.id),
    mark: bytes().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.surveyId, table.mark] }),
    check("survey_participations_size", sql`length(${table.mark}) = 32`),
  ],
);

/** One-time codes as HMACs: they are short enough to be guessed from a bare hash. Deleted at closing. WITHOUT ROWID. */
export const surveyCodes = sqliteTable(
  "survey_codes",
  {
    surveyId: text("survey_id")
      .$type<SurveyId>()
      .notNull()
      .references(() => surveys.id),
    mark: bytes().notNull(),
    used: integer({ mode: "boolean" }).notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.surveyId, table.mark] }),
    check("survey_codes_size", sql`length(${table.mark}) = 32`),
  ],
);

/** People without an account who are invited to an anonymous survey. Says nothing of whether they came. WITHOUT ROWID. */
export const surveyRoster = sqliteTable(
  "survey_roster",
  {
    surveyId: text("survey_id")
      .$type<SurveyId>()
      .notNull()
      .references(() => surveys.id),
    id: text().notNull(),
    name: text().notNull(),
    /** SHA-256 of the 256-bit secret in the invitation's address. */
    tokenHash: text("token_hash").notNull().unique(),
  },
  (table) => [
    primaryKey({ columns: [table.surveyId, table.id] }),
    check("survey_roster_token", sql`length(${table.tokenHash}) = 64`),
  ],
);

/** Closed answers; words are contributions. The account only under `named`. WITHOUT ROWID. */
export const surveyResponses = sqliteTable(
  "survey_responses",
  {
    surveyId: text("survey_id")
      .$type<SurveyId>()
      .notNull()
      .references(() => surveys.id),
    /** Random, without time. */
    id: text().notNull(),
    rule: text().$type<IdentityRule>().notNull(),
    /** Null: `lainnya`. */
    groupId: text("group_id")
      .$type<GroupId>()
      .references(() => groups.id),
    /** Day in the authority's zone, `YYYY-MM-DD`. */
    answeredOn: text("answered_on").notNull(),
    accountId: text("account_id")
      .$type<AccountId>()
      .references(() => accounts.id),
    answers: text({ mode: "json" }).$type<Answers>().notNull(),
    /** Taken back (`named` only): the answers are gone, the place is not free. */
    withdrawn: integer({ mode: "boolean" }).notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.surveyId, table.id] }),
    foreignKey({
      columns: [table.surveyId, table.rule],
      foreignColumns: [surveys.id, surveys.rule],
      name: "survey_responses_rule_kept",
    }),
    unique("survey_responses_account").on(table.surveyId, table.accountId),
    // Under `named` it is there until retention ends (CO14), and gone from then on.
    check("survey_responses_named", sql`${table.accountId} is null or ${table.rule} = 'named'`),
    check("survey_responses_day", sql`${table.answeredOn} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`),
  ],
);
