/** Policies, who works on them, and their frozen versions. The live text is in the document log (`collab/log`). */
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import type { DocumentType } from "../../domain/clauses/clause.ts";
import type { AccountId, AuthorityId, PolicyId, UnitId, VersionId } from "../../domain/ids.ts";
import type { PolicyRole, Stage } from "../../domain/policies/policy.ts";
import { accounts } from "./accounts.ts";
import { authorities, units } from "./authorities.ts";
import { bytes } from "./bytes.ts";

export const policies = sqliteTable(
  "policies",
  {
    id: text().$type<PolicyId>().primaryKey(),
    authorityId: text("authority_id")
      .$type<AuthorityId>()
      .notNull()
      .references(() => authorities.id),
    unitId: text("unit_id")
      .$type<UnitId>()
      .references(() => units.id),
    documentType: text("document_type").$type<DocumentType>().notNull(),
    title: text().notNull(),
    stage: text().$type<Stage>().notNull(),
    revision: integer().notNull().default(1),
    createdBy: text("created_by")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
    /** The epoch of its text that the last erasure began: copies of earlier ones hold what was erased. */
    erasedEpoch: integer("erased_epoch"),
  },
  (table) => [
    index("policies_updated").on(table.updatedAt, table.id),
    check(
      "policies_document_type",
      sql`${table.documentType} in ('perda', 'perkada', 'keputusan', 'instruksi', 'se', 'uu')`,
    ),
  ],
);

export const policyMembers = sqliteTable(
  "policy_members",
  {
    policyId: text("policy_id")
      .$type<PolicyId>()
      .notNull()
      .references(() => policies.id),
    accountId: text("account_id")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    role: text().$type<PolicyRole>().notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.policyId, table.accountId] }),
    index("policy_members_account").on(table.accountId),
    check("policy_members_role", sql`${table.role} in ('owner', 'drafter', 'reviewer', 'reader')`),
  ],
);

export const versions = sqliteTable(
  "versions",
  {
    id: text().$type<VersionId>().primaryKey(),
    policyId: text("policy_id")
      .$type<PolicyId>()
      .notNull()
      .references(() => policies.id),
    number: integer().notNull(),
    label: text().notNull(),
    note: text(),
    author: text()
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    /** Accounts that typed or commanded since the version before: JSON array of ids. */
    authors: text({ mode: "json" }).$type<readonly AccountId[]>().notNull(),
    at: integer().notNull(),
    epoch: integer().notNull(),
    logSeq: integer("log_seq").notNull(),
    /** The operation that froze it: a retry finds this row. */
    opId: text("op_id").notNull().unique(),
    hash: text().notNull(),
    title: text().notNull(),
    documentType: text("document_type").$type<DocumentType>().notNull(),
    /** When words were last erased from it: its content no longer gives its hash (`domain/erasure`). */
    erasedAt: integer("erased_at"),
  },
  (table) => [
    unique("versions_number").on(table.policyId, table.number),
    index("versions_by_hash").on(table.hash),
    check("versions_from_one", sql`${table.number} >= 1`),
    check("versions_hash", sql`length(${table.hash}) = 64`),
  ],
);

/**
 * The bulk of a version, cut into parts of at most 900 kB (D1 limits a value to
 * about 2 MB): `content` is the canonical JSON that was hashed, `clauses` the
 * clauses with references, numbers and origins, `state` the full Yjs state.
 */
export const versionParts = sqliteTable(
  "version_parts",
  {
    versionId: text("version_id")
      .$type<VersionId>()
      .notNull()
      .references(() => versions.id),
    kind: text().$type<"content" | "clauses" | "state">().notNull(),
    /** From 0. */
    part: integer().notNull(),
    bytes: bytes().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.versionId, table.kind, table.part] }),
    check("version_parts_kind", sql`${table.kind} in ('content', 'clauses', 'state')`),
    check("version_parts_size", sql`length(${table.bytes}) <= 921600`),
  ],
);
