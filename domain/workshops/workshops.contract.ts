/** Wire of workshops: the plan, the floor while it is live, the minutes. */
import * as v from "valibot";
import {
  isCid,
  type Cid,
  type ConsultationId,
  type ContributionId,
  type EpochMs,
  type GroupId,
  type UnitId,
  type WorkshopId,
} from "../ids.ts";
import { idSchema, lineSchema, textSchema } from "../wire-text.ts";
import type { MinutesDocument } from "./minutes.ts";
import { VOTES, WORKSHOP_LIMITS, type Vote, type VoteCounts, type WorkshopState } from "./workshop.ts";

const L = WORKSHOP_LIMITS;
const cidSchema = v.custom<Cid>(isCid, "ulid");
/** A random id in the form of a ULID, made where something was typed. */
const clientIdSchema = idSchema<string & ContributionId>();
const countSchema = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
/** Text of at least one visible character. */
const wordsSchema = (max: number) => v.pipe(textSchema(max), v.trim(), v.minLength(1));

const settingsEntries = {
  title: lineSchema(L.title),
  place: lineSchema(L.place),
  /** In the authority's zone. */
  on: v.pipe(v.string(), v.regex(/^20\d\d-\d\d-\d\d$/)),
  from: v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)),
  to: v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)),
  quota: v.nullable(countSchema(1, L.people)),
  agenda: v.pipe(
    v.array(v.strictObject({ cid: cidSchema, minutes: countSchema(1, L.agendaMinutes) })),
    v.minLength(1),
    v.maxLength(L.agenda),
  ),
  invitations: v.pipe(
    v.array(
      v.strictObject({
        groupId: idSchema<GroupId>(),
        invited: countSchema(0, L.people),
        quota: v.nullable(countSchema(1, L.people)),
        names: textSchema(L.names),
      }),
    ),
    v.maxLength(L.groups),
  ),
};

/** POST /api/policies/:policyId/workshops (Idempotency-Key) -> 201 WorkshopDetail */
export const createWorkshopSchema = v.strictObject({
  consultationId: idSchema<ConsultationId>(),
  ...settingsEntries,
});
export type CreateWorkshop = v.InferOutput<typeof createWorkshopSchema>;

/** PUT /api/policies/:policyId/workshops/:workshopId (If-Match) -> WorkshopDetail */
export const workshopSettingsSchema = v.strictObject(settingsEntries);
export type WorkshopSettings = v.InferOutput<typeof workshopSettingsSchema>;

/** POST .../:workshopId/steps -> WorkshopDetail. Publishing goes through the minutes. */
export const workshopStepSchema = v.strictObject({ step: v.picklist(["start", "close", "reopen"]) });

/** PUT .../:workshopId/current: the clause that the hall is at; null for the draft as a whole. -> 204 */
export const currentClauseSchema = v.strictObject({ cid: v.nullable(cidSchema) });

/** POST .../:workshopId/entries: put down by the team. The same `id` again is the same entry. -> 201 RecordedEntry */
export const recordEntrySchema = v.strictObject({
  id: clientIdSchema,
  cid: v.nullable(cidSchema),
  groupId: v.nullable(idSchema<GroupId>()),
  table: v.nullable(lineSchema(L.table)),
  words: wordsSchema(L.words),
});
export type RecordEntry = v.InferOutput<typeof recordEntrySchema>;

export interface RecordedEntry {
  readonly id: ContributionId;
  /** From 1, in the order of arrival. */
  readonly number: number;
}

/** PATCH .../:workshopId/entries/:entryId -> 204 */
export const changeEntrySchema = v.strictObject({ hidden: v.boolean() });

const memberIdsSchema = v.pipe(
  v.array(idSchema<ContributionId>()),
  v.minLength(1),
  v.maxLength(L.clusterMembers),
);
/** POST .../:workshopId/clusters: entries at one clause, taken out of other groups. -> 201 {id} */
export const createClusterSchema = v.strictObject({
  id: idSchema<string & ContributionId>(),
  heading: lineSchema(L.heading),
  entryIds: memberIdsSchema,
});
export type CreateCluster = v.InferOutput<typeof createClusterSchema>;

/** PATCH .../:workshopId/clusters/:clusterId -> 204; DELETE dissolves it. */
export const changeClusterSchema = v.strictObject({ heading: lineSchema(L.heading) });

/** POST .../:workshopId/grouping: into a group, or out of any. -> 204 */
export const groupEntriesSchema = v.strictObject({
  clusterId: v.nullable(idSchema<string & ContributionId>()),
  entryIds: memberIdsSchema,
});

/** POST .../:workshopId/questions -> 201 {id} */
export const askQuestionSchema = v.strictObject({
  id: clientIdSchema,
  cid: v.nullable(cidSchema),
  words: lineSchema(L.question),
});
export type AskQuestion = v.InferOutput<typeof askQuestionSchema>;
/** PATCH .../:workshopId/questions/:questionId -> 204 */
export const changeQuestionSchema = v.strictObject({ open: v.boolean() });

/** POST .../:workshopId/attendees: somebody without a phone. -> 201 {id} */
export const addAttendeeSchema = v.strictObject({
  id: clientIdSchema,
  name: lineSchema(L.name),
  groupId: v.nullable(idSchema<GroupId>()),
  unitId: v.nullable(idSchema<UnitId>()),
});
export type AddAttendee = v.InferOutput<typeof addAttendeeSchema>;

/** PUT .../:workshopId/minutes/paragraphs (If-Match) -> WorkshopMinutes */
export const paragraphsSchema = v.strictObject({
  paragraphs: v.pipe(
    v.array(v.strictObject({ cid: v.nullable(cidSchema), text: wordsSchema(L.paragraph) })),
    v.maxLength(L.paragraphs),
  ),
});
export type Paragraphs = v.InferOutput<typeof paragraphsSchema>;

/** POST .../:workshopId/minutes/corrections/:correctionId/decision -> WorkshopMinutes. A refusal needs a reason. */
export const decideCorrectionSchema = v.variant("outcome", [
  v.strictObject({ outcome: v.literal("accepted"), reason: v.optional(wordsSchema(L.reason)) }),
  v.strictObject({ outcome: v.literal("refused"), reason: wordsSchema(L.reason) }),
]);
export type DecideCorrection = v.InferOutput<typeof decideCorrectionSchema>;

/** POST /api/workshops/:code/entries: by a participant's own device. -> 201 RecordedEntry */
export const participantEntrySchema = v.strictObject({
  id: clientIdSchema,
  cid: v.nullable(cidSchema),
  table: v.nullable(lineSchema(L.table)),
  words: wordsSchema(L.words),
});
export type ParticipantEntry = v.InferOutput<typeof participantEntrySchema>;

/** PUT /api/workshops/:code/votes/:subjectId -> 204; null takes it back. */
export const voteSchema = v.strictObject({ vote: v.nullable(v.picklist(VOTES)) });

export interface WorkshopListItem {
  readonly id: WorkshopId;
  readonly code: string;
  readonly title: string;
  readonly place: string;
  readonly startsAt: EpochMs;
  readonly endsAt: EpochMs;
  readonly state: WorkshopState;
  readonly consultation: { readonly id: ConsultationId; readonly title: string };
  readonly invited: number;
  readonly attended: number;
  readonly entries: number;
  /** Corrections that wait for a decision. */
  readonly undecided: number;
}

/** GET /api/policies/:policyId/workshops: newest day first. */
export interface WorkshopList {
  readonly items: readonly WorkshopListItem[];
  /** What a new one may belong to: consultations that are not cancelled. */
  readonly consultations: readonly {
    readonly id: ConsultationId;
    readonly title: string;
    readonly versionNumber: number;
    readonly groups: readonly {
      readonly id: GroupId;
      readonly name: string;
      readonly target: number | null;
    }[];
  }[];
  readonly mayManage: boolean;
}

export interface AgendaClause {
  readonly cid: Cid;
  readonly minutes: number;
  /** As cited in the version: `Pasal 7 ayat (1)`. */
  readonly label: string;
  /** Words of the clause, with those below it, at the version. */
  readonly text: string;
}

/** GET /api/policies/:policyId/workshops/:workshopId, with an ETag for PUT. */
export interface WorkshopDetail {
  readonly id: WorkshopId;
  readonly code: string;
  /** What the QR code holds. */
  readonly joinUrl: string;
  readonly title: string;
  readonly place: string;
  readonly startsAt: EpochMs;
  readonly endsAt: EpochMs;
  /** The same in the authority's zone. */
  readonly on: string;
  readonly from: string;
  readonly to: string;
  readonly quota: number | null;
  readonly state: WorkshopState;
  readonly consultation: { readonly id: ConsultationId; readonly title: string };
  readonly version: { readonly number: number; readonly label: string };
  readonly agenda: readonly AgendaClause[];
  readonly invitations: readonly {
    readonly groupId: GroupId;
    readonly name: string;
    readonly invited: number;
    readonly quota: number | null;
    readonly names: string;
  }[];
  readonly startedAt: EpochMs | null;
  readonly closedAt: EpochMs | null;
  readonly minutesAt: EpochMs | null;
  readonly finalAt: EpochMs | null;
  readonly mayManage: boolean;
}

export interface LiveEntry {
  readonly id: ContributionId;
  /** The random id under which it was sent. */
  readonly clientId: string;
  readonly number: number;
  readonly cid: Cid | null;
  readonly words: string;
  readonly groupId: GroupId | null;
  readonly table: string | null;
  readonly from: "team" | "participant";
  readonly clusterId: string | null;
  readonly hidden: boolean;
  readonly at: EpochMs;
  readonly votes: VoteCounts;
}

/** GET /api/policies/:policyId/workshops/:workshopId/live, with an ETag; 304 while nothing changed. */
export interface WorkshopLive {
  readonly revision: number;
  readonly state: WorkshopState;
  readonly currentCid: Cid | null;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly groupId: GroupId | null;
    readonly unit: string | null;
    /** Holds a device, so they vote and confirm. */
    readonly device: boolean;
  }[];
  /** Names of every group that occurs. */
  readonly groups: readonly { readonly id: GroupId; readonly name: string }[];
  readonly entries: readonly LiveEntry[];
  readonly clusters: readonly {
    readonly id: string;
    readonly cid: Cid | null;
    readonly heading: string;
  }[];
  readonly questions: readonly {
    readonly id: string;
    readonly cid: Cid | null;
    readonly words: string;
    readonly open: boolean;
    readonly votes: VoteCounts;
  }[];
}

/** GET /api/workshops/:code/live: what a phone in the hall shows, with an ETag; 304 while nothing changed. */
export interface ParticipantLive {
  readonly revision: number;
  readonly state: WorkshopState;
  readonly current: { readonly cid: Cid; readonly label: string } | null;
  readonly entries: readonly {
    readonly id: ContributionId;
    readonly words: string;
    readonly group?: string;
    readonly heading?: string;
    readonly votes: VoteCounts;
    readonly mine?: Vote;
  }[];
  readonly questions: readonly {
    readonly id: string;
    readonly words: string;
    readonly open: boolean;
    readonly votes: VoteCounts;
    readonly mine?: Vote;
  }[];
}

export interface CorrectionView {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly at: EpochMs;
  readonly group: string | null;
  readonly outcome: "accepted" | "refused" | null;
  readonly reason: string | null;
  readonly decidedBy: string | null;
}

/** GET .../:workshopId/minutes, with an ETag for the paragraphs. Before publication `document` is how it would be now. */
export interface WorkshopMinutes {
  readonly state: WorkshopState;
  readonly document: MinutesDocument;
  readonly paragraphs: Paragraphs["paragraphs"];
  readonly publishedAt: EpochMs | null;
  readonly correctionsUntil: EpochMs | null;
  /** SHA-256 of the frozen document. */
  readonly hash: string | null;
  readonly finalAt: EpochMs | null;
  readonly finalHash: string | null;
  readonly confirmations: number;
  /** How many may confirm. */
  readonly devices: number;
  readonly corrections: readonly CorrectionView[];
  readonly mayManage: boolean;
}
