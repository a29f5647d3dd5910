/** What an authority made of the stages of a type, and the artefacts that were kept (`domain/stages/RULES.md`). */
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { DocumentType } from "../../domain/clauses/clause.ts";
import type { AccountId, AuthorityId, PolicyId, VersionId } from "../../domain/ids.ts";
import type { Stage } from "../../domain/policies/policy.ts";
import type { StagePlan } from "../../domain/stages/stage-plan.ts";
import { accounts } from "./accounts.ts";
import { authorities } from "./authorities.ts";
import { policies, versions } from "./policies.ts";

/** One row per authority and type that differs from the defaults, or once did. */
export const stagePlans = sqliteTable(
  "stage_plans",
  {
    authorityId: text("authority_id")
      .$type<AuthorityId>()
      .notNull()
      .references(() => authorities.id),
    documentType: text("document_type").$type<DocumentType>().notNull(),
    /** Null: back to the defaults. */
    plan: text({ mode: "json" }).$type<StagePlan>(),
    revision: integer().notNull(),
    updatedBy: text("updated_by")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.authorityId, table.documentType] }),
    check(
      "stage_plans_document_type",
      sql`${table.documentType} in ('perda', 'perkada', 'keputusan', 'instruksi', 'se', 'uu')`,
    ),
  ],
);

/** A document that a stage left: a version of the text, an address elsewhere, or a note. Taken back ones stay, marked. */
export const stageArtefacts = sqliteTable(
  "stage_artefacts",
  {
    id: text().primaryKey(),
    policyId: text("policy_id")
      .$type<PolicyId>()
      .notNull()
      .references(() => policies.id),
    stage: text().$type<Stage>().notNull(),
    name: text().notNull(),
    versionId: text("version_id")
      .$type<VersionId>()
      .references(() => versions.id),
    url: text(),
    note: text(),
    keptBy: text("kept_by")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    keptAt: integer("kept_at").notNull(),
    removedBy: text("removed_by")
      .$type<AccountId>()
      .references(() => accounts.id),
    removedAt: integer("removed_at"),
  },
  (table) => [
    index("stage_artefacts_policy").on(table.policyId, table.keptAt),
    check(
      "stage_artefacts_something",
      sql`${table.versionId} is not null or ${table.url} is not null or ${table.note} is not null`,
    ),
    check("stage_artefacts_removed", sql`(${table.removedBy} is null) = (${table.removedAt} is null)`),
  ],
);
