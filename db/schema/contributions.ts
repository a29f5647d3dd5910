/**
 * What people said, and how it was answered. Tables that hold input have random
 * keys and, by hand in the migration, no rowid: neither the order nor the
 * neighbourhood of rows says when something came.
 */
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type {
  Channel,
  ContributionState,
  Stance,
  Visibility,
} from "../../domain/contributions/contribution.ts";
import type { Outcome } from "../../domain/dispositions/disposition.ts";
import type {
  AccountId,
  Cid,
  ConsultationId,
  ContributionId,
  DispositionId,
  GroupId,
  PolicyId,
  UnitId,
  VersionId,
} from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import { accounts } from "./accounts.ts";
import { groups, units } from "./authorities.ts";
import { consultations } from "./consultations.ts";
import { policies, versions } from "./policies.ts";

/** WITHOUT ROWID (in the migration). */
export const contributions = sqliteTable(
  "contributions",
  {
    id: text().$type<ContributionId>().primaryKey(),
    policyId: text("policy_id")
      .$type<PolicyId>()
      .notNull()
      .references(() => policies.id),
    consultationId: text("consultation_id")
      .$type<ConsultationId>()
      .references(() => consultations.id),
    channel: text().$type<Channel>().notNull(),
    sourceId: text("source_id"),
    sourceItem: text("source_item"),
    versionId: text("version_id")
      .$type<VersionId>()
      .notNull()
      .references(() => versions.id),
    groupId: text("group_id")
      .$type<GroupId>()
      .references(() => groups.id),
    unitId: text("unit_id")
      .$type<UnitId>()
      .references(() => units.id),
    authorKind: text("author_kind").$type<"account" | "receipt" | "none">().notNull(),
    authorId: text("author_id")
      .$type<AccountId>()
      .references(() => accounts.id),
    text: text().notNull(),
    stance: text().$type<Stance>(),
    proposedText: text("proposed_text"),
    state: text().$type<ContributionState>().notNull(),
    visibility: text().$type<Visibility>().notNull(),
    redactedText: text("redacted_text"),
    redactedProposedText: text("redacted_proposed_text"),
    moderationNote: text("moderation_note"),
    assigneeId: text("assignee_id")
      .$type<AccountId>()
      .references(() => accounts.id),
    supersededBy: text("superseded_by").$type<ContributionId>(),
    createdOn: text("created_on").notNull(),
    receivedAt: integer("received_at"),
    revision: integer().notNull().default(1),
  },
  (table) => [
    index("contributions_policy").on(table.policyId, table.createdOn, table.id),
    index("contributions_consultation").on(table.consultationId, table.channel),
    // Whether anything changed, without reading a row (`portal.repo.ts`).
    index("contributions_stamp").on(table.consultationId, table.revision),
    index("contributions_source").on(table.sourceId, table.sourceItem),
    index("contributions_author").on(table.authorId),
    check(
      "contributions_channel",
      sql`${table.channel} in ('comment', 'survey-text', 'survey-figure', 'workshop', 'submission', 'complaint')`,
    ),
    check(
      "contributions_state",
      sql`${table.state} in ('received', 'triaged', 'considered', 'answered', 'published', 'withdrawn')`,
    ),
    check(
      "contributions_stance",
      sql`${table.stance} is null or ${table.stance} in ('support', 'support-with-change', 'against', 'question')`,
    ),
    check("contributions_visibility", sql`${table.visibility} in ('team', 'public')`),
    check(
      "contributions_author_known",
      sql`(${table.authorKind} = 'account') = (${table.authorId} is not null) and ${table.authorKind} in ('account', 'receipt', 'none')`,
    ),
  ],
);

/** WITHOUT ROWID (in the migration). */
export const contributionTargets = sqliteTable(
  "contribution_targets",
  {
    contributionId: text("contribution_id")
      .$type<ContributionId>()
      .notNull()
      .references(() => contributions.id),
    /** From 0. */
    position: integer().notNull(),
    cid: text().$type<Cid>().notNull(),
    itemCid: text("item_cid").$type<Cid>(),
    quote: text(),
  },
  (table) => [
    primaryKey({ columns: [table.contributionId, table.position] }),
    index("contribution_targets_cid").on(table.cid),
  ],
);

/** The address of a receipt is the secret; only its SHA-256 is here. WITHOUT ROWID (in the migration). */
export const receipts = sqliteTable(
  "receipts",
  {
    secretHash: text("secret_hash").primaryKey(),
    contributionId: text("contribution_id")
      .$type<ContributionId>()
      .notNull()
      .unique()
      .references(() => contributions.id),
    locale: text().$type<Locale>().notNull(),
    /** Where the answer is sent, too; never under `anonymous` or `code`. */
    email: text(),
  },
  (table) => [check("receipts_hash", sql`length(${table.secretHash}) = 64`)],
);

/** What the team says among itself about an input. */
export const contributionNotes = sqliteTable(
  "contribution_notes",
  {
    id: text().primaryKey(),
    contributionId: text("contribution_id")
      .$type<ContributionId>()
      .notNull()
      .references(() => contributions.id),
    author: text()
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    text: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [index("contribution_notes_contribution").on(table.contributionId, table.at)],
);

/** Answers. Rows are only added; a corrected one names the one it replaces. */
export const dispositions = sqliteTable(
  "dispositions",
  {
    id: text().$type<DispositionId>().primaryKey(),
    policyId: text("policy_id")
      .$type<PolicyId>()
      .notNull()
      .references(() => policies.id),
    outcome: text().$type<Outcome>().notNull(),
    reason: text().notNull(),
    by: text()
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    at: integer().notNull(),
    changeCid: text("change_cid").$type<Cid>(),
    /** A version that exists and holds the change. */
    changeVersionId: text("change_version_id")
      .$type<VersionId>()
      .references(() => versions.id),
    /** Else: number of the last version when it was answered (0 for none); the next one holds the change. */
    changeAfterVersion: integer("change_after_version"),
    replaces: text().$type<DispositionId>(),
  },
  (table) => [
    index("dispositions_policy").on(table.policyId, table.at),
    check(
      "dispositions_outcome",
      sql`${table.outcome} in ('accepted', 'partly', 'rejected', 'noted', 'out-of-scope')`,
    ),
    check(
      "dispositions_change",
      sql`(${table.changeCid} is not null) = ((${table.changeVersionId} is not null) + (${table.changeAfterVersion} is not null) = 1)`,
    ),
  ],
);

/** Which inputs an answer answers. One current answer each: the second of two who answer at once is refused by the index. */
export const dispositionContributions = sqliteTable(
  "disposition_contributions",
  {
    dispositionId: text("disposition_id")
      .$type<DispositionId>()
      .notNull()
      .references(() => dispositions.id),
    contributionId: text("contribution_id")
      .$type<ContributionId>()
      .notNull()
      .references(() => contributions.id),
    current: integer({ mode: "boolean" }).notNull().default(true),
  },
  (table) => [
    primaryKey({ columns: [table.dispositionId, table.contributionId] }),
    uniqueIndex("disposition_contributions_one")
      .on(table.contributionId)
      .where(sql`${table.current} = 1`),
  ],
);
