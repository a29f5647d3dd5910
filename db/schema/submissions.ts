/**
 * Submissions of bodies. The draft (`submissions`, items, comments) is private
 * to the body for ever; what was sent are contributions, listed per sending.
 */
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import type { Stance } from "../../domain/contributions/contribution.ts";
import type {
  AccountId,
  Cid,
  ConsultationId,
  ContributionId,
  GroupId,
  PolicyId,
  SubmissionId,
  UnitId,
  VersionId,
} from "../../domain/ids.ts";
import type { SubmissionState } from "../../domain/submissions/submission.ts";
import { accounts } from "./accounts.ts";
import { attachments } from "./attachments.ts";
import { groups, units } from "./authorities.ts";
import { consultations } from "./consultations.ts";
import { contributions } from "./contributions.ts";
import { policies, versions } from "./policies.ts";

export const submissions = sqliteTable(
  "submissions",
  {
    id: text().$type<SubmissionId>().primaryKey(),
    consultationId: text("consultation_id")
      .$type<ConsultationId>()
      .notNull()
      .references(() => consultations.id),
    policyId: text("policy_id")
      .$type<PolicyId>()
      .notNull()
      .references(() => policies.id),
    versionId: text("version_id")
      .$type<VersionId>()
      .notNull()
      .references(() => versions.id),
    /** The body. */
    unitId: text("unit_id")
      .$type<UnitId>()
      .notNull()
      .references(() => units.id),
    state: text().$type<SubmissionState>().notNull(),
    /** Counts every change of the draft, so that what is sent is what the head saw. */
    revision: integer().notNull().default(1),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [
    unique("submissions_one").on(table.consultationId, table.unitId),
    index("submissions_unit").on(table.unitId),
    index("submissions_policy").on(table.policyId),
    check("submissions_state", sql`${table.state} in ('drafting', 'sent')`),
  ],
);

export const submissionItems = sqliteTable(
  "submission_items",
  {
    id: text().primaryKey(),
    submissionId: text("submission_id")
      .$type<SubmissionId>()
      .notNull()
      .references(() => submissions.id),
    /** Null: about the draft as a whole. */
    cid: text().$type<Cid>(),
    itemCid: text("item_cid").$type<Cid>(),
    stance: text().$type<Stance>(),
    proposedText: text("proposed_text").notNull(),
    grounds: text().notNull(),
    revision: integer().notNull().default(1),
    createdAt: integer("created_at").notNull(),
    updatedBy: text("updated_by")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [
    index("submission_items_submission").on(table.submissionId, table.createdAt),
    check(
      "submission_items_stance",
      sql`${table.stance} is null or ${table.stance} in ('support', 'support-with-change', 'against', 'question')`,
    ),
    check("submission_items_target", sql`${table.itemCid} is null or ${table.cid} is not null`),
  ],
);

export const submissionItemAttachments = sqliteTable(
  "submission_item_attachments",
  {
    itemId: text("item_id")
      .notNull()
      .references(() => submissionItems.id),
    attachmentId: text("attachment_id")
      .notNull()
      .references(() => attachments.id),
  },
  (table) => [
    primaryKey({ columns: [table.itemId, table.attachmentId] }),
    index("submission_item_attachments_attachment").on(table.attachmentId),
  ],
);

/** What colleagues say among themselves. */
export const submissionComments = sqliteTable(
  "submission_comments",
  {
    id: text().primaryKey(),
    itemId: text("item_id")
      .notNull()
      .references(() => submissionItems.id),
    author: text()
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    text: text().notNull(),
    at: integer().notNull(),
    resolvedAt: integer("resolved_at"),
  },
  (table) => [index("submission_comments_item").on(table.itemId, table.at)],
);

/** Each time the head sent it; the last one stands. */
export const submissionSendings = sqliteTable(
  "submission_sendings",
  {
    id: text().primaryKey(),
    submissionId: text("submission_id")
      .$type<SubmissionId>()
      .notNull()
      .references(() => submissions.id),
    /** From 1. */
    number: integer().notNull(),
    sentBy: text("sent_by")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    sentAt: integer("sent_at").notNull(),
    /** The group of the consultation that it counts for. */
    groupId: text("group_id")
      .$type<GroupId>()
      .references(() => groups.id),
    /** SHA-256 of what was sent, for the receipt and the record. */
    hash: text().notNull(),
  },
  (table) => [
    unique("submission_sendings_number").on(table.submissionId, table.number),
    check("submission_sendings_from_one", sql`${table.number} >= 1`),
    check("submission_sendings_hash", sql`length(${table.hash}) = 64`),
  ],
);

/** What a sending consists of. An item that a correction left as it was keeps its contribution, and its answer. */
export const submissionSendingItems = sqliteTable(
  "submission_sending_items",
  {
    sendingId: text("sending_id")
      .notNull()
      .references(() => submissionSendings.id),
    /** From 0. */
    position: integer().notNull(),
    itemId: text("item_id").notNull(),
    contributionId: text("contribution_id")
      .$type<ContributionId>()
      .notNull()
      .references(() => contributions.id),
  },
  (table) => [
    primaryKey({ columns: [table.sendingId, table.position] }),
    unique("submission_sending_items_one").on(table.sendingId, table.itemId),
    index("submission_sending_items_contribution").on(table.contributionId),
  ],
);
