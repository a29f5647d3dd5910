/**
 * Workshops: plan, attendance, what came in, votes, minutes (`domain/workshops/RULES.md`). The words of
 * entries are in `contributions`; here is where in the workshop they came up.
 */
import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type {
  AccountId,
  Cid,
  ConsultationId,
  ContributionId,
  GroupId,
  PolicyId,
  UnitId,
  VersionId,
  WorkshopId,
} from "../../domain/ids.ts";
import type { Vote, WorkshopState } from "../../domain/workshops/workshop.ts";
import { accounts } from "./accounts.ts";
import { groups, units } from "./authorities.ts";
import { bytes } from "./bytes.ts";
import { consultations, shortLinks } from "./consultations.ts";
import { contributions } from "./contributions.ts";
import { policies, versions } from "./policies.ts";

const workshopId = () =>
  text("workshop_id")
    .$type<WorkshopId>()
    .notNull()
    .references(() => workshops.id);

export const workshops = sqliteTable(
  "workshops",
  {
    id: text().$type<WorkshopId>().primaryKey(),
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
    /** Rows of short links are never deleted, so no code is given twice. */
    code: text()
      .notNull()
      .unique()
      .references(() => shortLinks.code),
    title: text().notNull(),
    place: text().notNull(),
    startsAt: integer("starts_at").notNull(),
    endsAt: integer("ends_at").notNull(),
    quota: integer(),
    state: text().$type<WorkshopState>().notNull().default("planned"),
    currentCid: text("current_cid").$type<Cid>(),
    /** Raised with every change that a page shows: the tag of what is polled. */
    revision: integer().notNull().default(1),
    settingsRevision: integer("settings_revision").notNull().default(1),
    draftRevision: integer("draft_revision").notNull().default(1),
    createdBy: text("created_by")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    createdAt: integer("created_at").notNull(),
    startedAt: integer("started_at"),
    closedAt: integer("closed_at"),
    minutesAt: integer("minutes_at"),
    minutesHash: text("minutes_hash"),
    finalAt: integer("final_at"),
    finalHash: text("final_hash"),
  },
  (table) => [
    index("workshops_policy").on(table.policyId, table.startsAt),
    index("workshops_consultation").on(table.consultationId),
    check("workshops_window", sql`${table.startsAt} < ${table.endsAt}`),
    check("workshops_quota", sql`${table.quota} is null or ${table.quota} between 1 and 2000`),
    check("workshops_state", sql`${table.state} in ('planned', 'live', 'closed', 'minutes-open', 'final')`),
    check(
      "workshops_minutes",
      sql`(${table.state} in ('minutes-open', 'final')) = (${table.minutesAt} is not null) and (${table.minutesAt} is null) = (${table.minutesHash} is null)`,
    ),
    check(
      "workshops_final",
      sql`(${table.state} = 'final') = (${table.finalHash} is not null) and (${table.finalAt} is null) = (${table.finalHash} is null)`,
    ),
  ],
);

export const workshopAgenda = sqliteTable(
  "workshop_agenda",
  {
    workshopId: workshopId(),
    /** From 0. */
    position: integer().notNull(),
    cid: text().$type<Cid>().notNull(),
    minutes: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workshopId, table.position] }),
    unique("workshop_agenda_once").on(table.workshopId, table.cid),
    check("workshop_agenda_minutes", sql`${table.minutes} between 1 and 480`),
  ],
);

export const workshopInvitations = sqliteTable(
  "workshop_invitations",
  {
    workshopId: workshopId(),
    groupId: text("group_id")
      .$type<GroupId>()
      .notNull()
      .references(() => groups.id),
    /** From 0: the order of the invitation. */
    position: integer().notNull(),
    invited: integer().notNull(),
    quota: integer(),
    names: text().notNull().default(""),
  },
  (table) => [
    primaryKey({ columns: [table.workshopId, table.groupId] }),
    check("workshop_invitations_invited", sql`${table.invited} between 0 and 2000`),
    check("workshop_invitations_quota", sql`${table.quota} is null or ${table.quota} between 1 and 2000`),
  ],
);

export const workshopAttendees = sqliteTable(
  "workshop_attendees",
  {
    /** Random, without time. */
    id: text().primaryKey(),
    workshopId: workshopId(),
    /** SHA-256 of what the device holds; null for who was put down by the team. */
    tokenHash: text("token_hash").unique(),
    name: text().notNull(),
    groupId: text("group_id")
      .$type<GroupId>()
      .references(() => groups.id),
    unitId: text("unit_id")
      .$type<UnitId>()
      .references(() => units.id),
    /** Who was signed in. */
    accountId: text("account_id")
      .$type<AccountId>()
      .references(() => accounts.id),
    at: integer().notNull(),
  },
  (table) => [
    index("workshop_attendees_workshop").on(table.workshopId, table.groupId),
    check("workshop_attendees_token", sql`${table.tokenHash} is null or length(${table.tokenHash}) = 64`),
  ],
);

export const workshopClusters = sqliteTable(
  "workshop_clusters",
  {
    id: text().primaryKey(),
    workshopId: workshopId(),
    /** Null: about the draft as a whole. */
    cid: text().$type<Cid>(),
    heading: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [index("workshop_clusters_workshop").on(table.workshopId, table.at)],
);

export const workshopEntries = sqliteTable(
  "workshop_entries",
  {
    contributionId: text("contribution_id")
      .$type<ContributionId>()
      .primaryKey()
      .references(() => contributions.id),
    workshopId: workshopId(),
    /** Made where it was typed: what is sent twice is refused here. */
    clientId: text("client_id").notNull().unique(),
    /** From 1, in the order of arrival. */
    number: integer().notNull(),
    cid: text().$type<Cid>(),
    groupId: text("group_id")
      .$type<GroupId>()
      .references(() => groups.id),
    tableLabel: text("table_label"),
    /** Null: put down by the team. */
    attendeeId: text("attendee_id").references(() => workshopAttendees.id),
    recordedBy: text("recorded_by")
      .$type<AccountId>()
      .references(() => accounts.id),
    clusterId: text("cluster_id").references(() => workshopClusters.id),
    hidden: integer({ mode: "boolean" }).notNull().default(false),
    at: integer().notNull(),
  },
  (table) => [
    unique("workshop_entries_number").on(table.workshopId, table.number),
    index("workshop_entries_cluster").on(table.clusterId),
    index("workshop_entries_attendee").on(table.attendeeId),
    check("workshop_entries_by", sql`(${table.attendeeId} is null) = (${table.recordedBy} is not null)`),
  ],
);

export const workshopQuestions = sqliteTable(
  "workshop_questions",
  {
    id: text().primaryKey(),
    workshopId: workshopId(),
    cid: text().$type<Cid>(),
    words: text().notNull(),
    open: integer({ mode: "boolean" }).notNull().default(true),
    at: integer().notNull(),
  },
  (table) => [index("workshop_questions_workshop").on(table.workshopId, table.at)],
);

/** Deleted when the minutes, which hold the counts, are published. WITHOUT ROWID (in the migration). */
export const workshopVotes = sqliteTable(
  "workshop_votes",
  {
    /** An entry's contribution, or a question. */
    subjectId: text("subject_id").notNull(),
    attendeeId: text("attendee_id")
      .notNull()
      .references(() => workshopAttendees.id),
    workshopId: workshopId(),
    vote: text().$type<Vote>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.subjectId, table.attendeeId] }),
    index("workshop_votes_workshop").on(table.workshopId, table.subjectId, table.vote),
    check("workshop_votes_vote", sql`${table.vote} in ('agree', 'neutral', 'disagree')`),
  ],
);

export const workshopParagraphs = sqliteTable(
  "workshop_paragraphs",
  {
    workshopId: workshopId(),
    /** From 0. */
    position: integer().notNull(),
    cid: text().$type<Cid>(),
    text: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workshopId, table.position] })],
);

/** The frozen minutes, canonical JSON in parts of at most 900 kB. */
export const workshopMinutesParts = sqliteTable(
  "workshop_minutes_parts",
  {
    workshopId: workshopId(),
    /** From 0. */
    part: integer().notNull(),
    bytes: bytes().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workshopId, table.part] }),
    check("workshop_minutes_parts_size", sql`length(${table.bytes}) <= 921600`),
  ],
);

export const workshopConfirmations = sqliteTable(
  "workshop_confirmations",
  {
    attendeeId: text("attendee_id")
      .primaryKey()
      .references(() => workshopAttendees.id),
    workshopId: workshopId(),
    at: integer().notNull(),
  },
  (table) => [index("workshop_confirmations_workshop").on(table.workshopId)],
);

export const workshopCorrections = sqliteTable(
  "workshop_corrections",
  {
    /** Of the form: what is sent twice is refused here. */
    id: text().primaryKey(),
    workshopId: workshopId(),
    attendeeId: text("attendee_id")
      .notNull()
      .references(() => workshopAttendees.id),
    /** From 1, in the order of arrival. */
    number: integer().notNull(),
    text: text().notNull(),
    at: integer().notNull(),
    outcome: text().$type<"accepted" | "refused">(),
    reason: text(),
    decidedBy: text("decided_by")
      .$type<AccountId>()
      .references(() => accounts.id),
    decidedAt: integer("decided_at"),
  },
  (table) => [
    uniqueIndex("workshop_corrections_number").on(table.workshopId, table.number),
    check("workshop_corrections_outcome", sql`${table.outcome} in ('accepted', 'refused')`),
    check(
      "workshop_corrections_decided",
      sql`(${table.outcome} is null) = (${table.decidedBy} is null) and (${table.outcome} is null) = (${table.decidedAt} is null) and (${table.outcome} is not 'refused' or ${table.reason} is not null)`,
    ),
  ],
);
