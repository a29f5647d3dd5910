/** Rounds of approval and their steps (`domain/reviews/RULES.md`). How a text stands is never stored: it is computed from hashes. */
import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { DayUnit } from "../../domain/calendar-days.ts";
import type { AccountId, PolicyId, ReviewId, ReviewStepId, UnitId, VersionId } from "../../domain/ids.ts";
import type { DecisionKind, ReviewState } from "../../domain/reviews/review.ts";
import { accounts } from "./accounts.ts";
import { units } from "./authorities.ts";
import { policies, versions } from "./policies.ts";

export const reviews = sqliteTable(
  "reviews",
  {
    id: text().$type<ReviewId>().primaryKey(),
    policyId: text("policy_id")
      .$type<PolicyId>()
      .notNull()
      .references(() => policies.id),
    versionId: text("version_id")
      .$type<VersionId>()
      .notNull()
      .references(() => versions.id),
    versionNumber: integer("version_number").notNull(),
    hash: text().notNull(),
    contentSchema: integer("content_schema").notNull(),
    message: text(),
    /** Who may not decide because they wrote: JSON array of ids, sorted. */
    authors: text({ mode: "json" }).$type<readonly AccountId[]>().notNull(),
    submittedBy: text("submitted_by")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    submittedAt: integer("submitted_at").notNull(),
    state: text().$type<ReviewState>().notNull(),
    endedAt: integer("ended_at"),
    withdrawnBy: text("withdrawn_by")
      .$type<AccountId>()
      .references(() => accounts.id),
    withdrawalReason: text("withdrawal_reason"),
  },
  (table) => [
    // At most one open round. [RV1]
    uniqueIndex("reviews_open")
      .on(table.policyId)
      .where(sql`${table.state} = 'open'`),
    index("reviews_policy").on(table.policyId, table.submittedAt),
    index("reviews_hash").on(table.hash),
    check("reviews_state", sql`${table.state} in ('open', 'approved', 'returned', 'withdrawn')`),
    check("reviews_hash_length", sql`length(${table.hash}) = 64`),
    check("reviews_ended", sql`(${table.state} = 'open') = (${table.endedAt} is null)`),
    check(
      "reviews_withdrawal",
      sql`(${table.state} = 'withdrawn') = (${table.withdrawnBy} is not null) and (${table.withdrawnBy} is null) = (${table.withdrawalReason} is null)`,
    ),
  ],
);

export const reviewSteps = sqliteTable(
  "review_steps",
  {
    id: text().$type<ReviewStepId>().primaryKey(),
    reviewId: text("review_id")
      .$type<ReviewId>()
      .notNull()
      .references(() => reviews.id),
    /** Steps of one number run side by side, from 1. */
    position: integer().notNull(),
    /** Order of submission, from 0. */
    ordinal: integer().notNull(),
    accountId: text("account_id")
      .$type<AccountId>()
      .references(() => accounts.id),
    unitId: text("unit_id")
      .$type<UnitId>()
      .references(() => units.id),
    dueOn: text("due_on"),
    dueDays: integer("due_days"),
    dueUnit: text("due_unit").$type<DayUnit>(),
    delegateId: text("delegate_id")
      .$type<AccountId>()
      .references(() => accounts.id),
    delegatedBy: text("delegated_by")
      .$type<AccountId>()
      .references(() => accounts.id),
    delegatedAt: integer("delegated_at"),
    delegationNote: text("delegation_note"),
    decision: text().$type<DecisionKind>(),
    decidedBy: text("decided_by")
      .$type<AccountId>()
      .references(() => accounts.id),
    decidedAt: integer("decided_at"),
    decidedHash: text("decided_hash"),
    reason: text(),
  },
  (table) => [
    uniqueIndex("review_steps_order").on(table.reviewId, table.ordinal),
    // Nobody and no office twice under one number. [RV3]
    uniqueIndex("review_steps_account").on(table.reviewId, table.position, table.accountId),
    uniqueIndex("review_steps_unit").on(table.reviewId, table.position, table.unitId),
    // Nobody decides two steps of a round. [RV9]
    uniqueIndex("review_steps_decider").on(table.reviewId, table.decidedBy),
    index("review_steps_addressed").on(table.accountId),
    index("review_steps_office").on(table.unitId),
    index("review_steps_delegate").on(table.delegateId),
    check("review_steps_from_one", sql`${table.position} >= 1 and ${table.ordinal} >= 0`),
    check("review_steps_addressee", sql`(${table.accountId} is null) <> (${table.unitId} is null)`),
    check(
      "review_steps_deadline",
      sql`(${table.dueDays} is null) = (${table.dueUnit} is null) and (${table.dueOn} is null or ${table.dueDays} is null) and (${table.dueUnit} is null or ${table.dueUnit} in ('calendar', 'working'))`,
    ),
    check(
      "review_steps_delegation",
      sql`(${table.delegateId} is null) = (${table.delegatedBy} is null) and (${table.delegateId} is null) = (${table.delegatedAt} is null) and (${table.delegateId} is not null or ${table.delegationNote} is null) and (${table.delegateId} is null or ${table.delegateId} <> ${table.delegatedBy})`,
    ),
    check(
      "review_steps_decision",
      sql`(${table.decision} is null) = (${table.decidedBy} is null) and (${table.decision} is null) = (${table.decidedAt} is null) and (${table.decision} is null) = (${table.decidedHash} is null) and (${table.decision} is null or ${table.decision} in ('approved', 'returned')) and (${table.decision} is not null or ${table.reason} is null)`,
    ),
    check(
      "review_steps_reason",
      sql`${table.decision} is null or ${table.decision} <> 'returned' or length(${table.reason}) > 0`,
    ),
  ],
);
