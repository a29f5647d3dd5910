/** Consultations, whom they address, and the short addresses that are printed on posters. */
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ConsultationState, IdentityRule } from "../../domain/consultations/consultation.ts";
import type { AccountId, ConsultationId, GroupId, PolicyId, VersionId } from "../../domain/ids.ts";
import { accounts } from "./accounts.ts";
import { groups } from "./authorities.ts";
import { policies, versions } from "./policies.ts";

/** `/k/<code>`: never reassigned, so rows are only ever added. */
export const shortLinks = sqliteTable(
  "short_links",
  {
    code: text().primaryKey(),
    kind: text().$type<"consultation" | "survey" | "workshop">().notNull(),
    subjectId: text("subject_id").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [
    check("short_links_kind", sql`${table.kind} in ('consultation', 'survey', 'workshop')`),
    check("short_links_code", sql`length(${table.code}) = 6`),
  ],
);

export const consultations = sqliteTable(
  "consultations",
  {
    id: text().$type<ConsultationId>().primaryKey(),
    policyId: text("policy_id")
      .$type<PolicyId>()
      .notNull()
      .references(() => policies.id),
    versionId: text("version_id")
      .$type<VersionId>()
      .notNull()
      .references(() => versions.id),
    shortCode: text("short_code")
      .notNull()
      .unique()
      .references(() => shortLinks.code),
    title: text().notNull(),
    summary: text().notNull(),
    whatHappens: text("what_happens").notNull(),
    legalBasis: text("legal_basis").notNull(),
    retentionMonths: integer("retention_months").notNull(),
    contact: text().notNull(),
    opensAt: integer("opens_at").notNull(),
    closesAt: integer("closes_at").notNull(),
    /** Null: no comments on clauses. */
    comments: text().$type<IdentityRule>(),
    submissions: integer({ mode: "boolean" }).notNull().default(false),
    state: text().$type<ConsultationState>().notNull(),
    /** When it became public; one that never was is cancelled without a trace on the portal. */
    announcedAt: integer("announced_at"),
    /** Why it was closed early or cancelled; published. */
    endReason: text("end_reason"),
    /** When the record took down what came in: once, after the window, and from then on nothing comes in. */
    closingRecordedAt: integer("closing_recorded_at"),
    createdBy: text("created_by")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    createdAt: integer("created_at").notNull(),
    revision: integer().notNull().default(1),
    /** When what could point to a person was deleted. [CO14] */
    retentionEndedAt: integer("retention_ended_at"),
  },
  (table) => [
    index("consultations_policy").on(table.policyId, table.opensAt),
    index("consultations_window").on(table.state, table.closesAt),
    check("consultations_window_order", sql`${table.opensAt} < ${table.closesAt}`),
    check("consultations_state", sql`${table.state} in ('draft', 'announced', 'cancelled')`),
    check(
      "consultations_comments",
      sql`${table.comments} is null or ${table.comments} in ('named', 'anonymous', 'code', 'open')`,
    ),
  ],
);

export const consultationGroups = sqliteTable(
  "consultation_groups",
  {
    consultationId: text("consultation_id")
      .$type<ConsultationId>()
      .notNull()
      .references(() => consultations.id),
    groupId: text("group_id")
      .$type<GroupId>()
      .notNull()
      .references(() => groups.id),
    target: integer(),
  },
  (table) => [primaryKey({ columns: [table.consultationId, table.groupId] })],
);
