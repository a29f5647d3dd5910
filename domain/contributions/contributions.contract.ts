/** Wire of the inbox: input of all channels, how it stands to the text, and what is done with it. */
import * as v from "valibot";
import type { AttachmentView } from "../attachments/attachment.ts";
import type { ClauseKind, ClauseLevel } from "../clauses/clause.ts";
import type { DispositionView } from "../dispositions/dispositions.contract.ts";
import { OUTCOMES, type Outcome } from "../dispositions/disposition.ts";
import {
  isCid,
  type AccountId,
  type Cid,
  type ConsultationId,
  type ContributionId,
  type EpochMs,
  type GroupId,
  type PolicyId,
  type SurveyId,
  type UnitId,
  type VersionId,
} from "../ids.ts";
import type { QuestionResult, ResultUnit } from "../surveys/results.ts";
import type { LineageFact } from "../versions/lineage.ts";
import type { WordMark } from "../versions/word-marks.ts";
import { idSchema, lineSchema, pageQueryEntries, searchSchema, textSchema, type Page } from "../wire-text.ts";
import {
  CHANNELS,
  CONTRIBUTION_LIMITS,
  CONTRIBUTION_STATES,
  STANCES,
  type Channel,
  type ContributionState,
  type Stance,
  type Visibility,
} from "./contribution.ts";
import { STANDINGS, type Standing, type TargetStanding } from "./standing.ts";

/** Most inputs that one act takes. */
export const MAX_AT_ONCE = 200;

export const INBOX_ORDERS = ["newest", "oldest", "clause"] as const;
export type InboxOrder = (typeof INBOX_ORDERS)[number];

/** What each filter of the inbox takes; one that is absent lets everything through. */
export const inboxFilterEntries = {
  /** `open`: received, triaged or considered. */
  state: v.optional(v.picklist([...CONTRIBUTION_STATES, "open"])),
  /** How it stands to the live text; `general`: about the draft as a whole. */
  standing: v.optional(v.picklist(STANDINGS)),
  /** A clause of the live text with all that is under it (also what was taken in there); or one that is gone. */
  cid: v.optional(v.custom<Cid>(isCid, "ulid")),
  channel: v.optional(v.picklist(CHANNELS)),
  stance: v.optional(v.picklist([...STANCES, "none"])),
  outcome: v.optional(v.picklist([...OUTCOMES, "none"])),
  group: v.optional(v.union([v.literal("none"), idSchema<GroupId>()])),
  consultation: v.optional(v.union([v.literal("none"), idSchema<ConsultationId>()])),
  /** Survey, workshop or submission. */
  source: v.optional(idSchema<string>()),
  /** The question, entry or item of the source. */
  item: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
  assignee: v.optional(v.union([v.literal("none"), v.literal("me"), idSchema<AccountId>()])),
  /** In the words of the input or its proposal. */
  q: v.optional(searchSchema(200)),
};

/** GET /api/policies/:policyId/contributions -> ContributionPage */
export const contributionQuerySchema = v.strictObject({
  ...pageQueryEntries,
  ...inboxFilterEntries,
  order: v.optional(v.picklist(INBOX_ORDERS)),
});
export type ContributionQuery = v.InferOutput<typeof contributionQuerySchema>;

/** A clause as a list names it. */
export interface ClauseName {
  readonly cid: Cid;
  /** `Pasal 7 ayat (1)`: as it is called in the live text; where it is gone, in the version that was read. */
  readonly citation: string;
  /** Not in the live text any more. */
  readonly gone?: true;
}

export interface ContributionItem {
  readonly id: ContributionId;
  readonly channel: Channel;
  readonly state: ContributionState;
  readonly visibility: Visibility;
  /** The worst of its targets, `general` without one. */
  readonly standing: Standing;
  /** The first 300 characters; empty once it was withdrawn. */
  readonly excerpt: string;
  /** There is more than the excerpt. */
  readonly cut?: true;
  readonly stance?: Stance;
  readonly hasProposal?: true;
  readonly targets: readonly (ClauseName & { readonly standing: TargetStanding["state"] })[];
  readonly group?: { readonly id: GroupId; readonly name: string };
  readonly unit?: { readonly id: UnitId; readonly name: string };
  /** Only under the rule `named`. */
  readonly author?: { readonly id: AccountId; readonly name: string };
  /** The version that the author read. */
  readonly version: { readonly id: VersionId; readonly number: number };
  readonly consultation?: { readonly id: ConsultationId; readonly title: string };
  /** `YYYY-MM-DD` in the authority's zone. */
  readonly createdOn: string;
  /** Absent where only the day is kept. */
  readonly receivedAt?: EpochMs;
  readonly assignee?: { readonly id: AccountId; readonly name: string };
  /** Of the current answer. */
  readonly outcome?: Outcome;
  /** Of the current answer: its promised change is not to be seen in the version it is bound to. */
  readonly changeNotSeen?: true;
  readonly noteCount: number;
  /** A corrected submission stands in its place. */
  readonly supersededBy?: ContributionId;
  readonly revision: number;
}

/** Inputs by filter value. Each facet counts what all *other* filters let through. */
export interface ContributionFacets {
  readonly state: Readonly<Record<ContributionState, number>>;
  readonly standing: Readonly<Record<Standing, number>>;
  readonly channel: Readonly<Record<Channel, number>>;
  readonly stance: Readonly<Record<Stance | "none", number>>;
  readonly outcome: Readonly<Record<Outcome | "none", number>>;
  readonly group: readonly FacetOf<GroupId | "none">[];
  readonly consultation: readonly FacetOf<ConsultationId | "none">[];
  readonly assignee: readonly FacetOf<AccountId | "none">[];
  /** In the order of the live text: BAB, Pasal and what offers comments, each with what is under it; then those that are gone. */
  readonly clause: readonly {
    readonly cid: Cid;
    readonly citation: string;
    /** Heading or first words. */
    readonly words: string;
    /** 0 at the top. */
    readonly depth: number;
    readonly gone?: true;
    readonly count: number;
  }[];
}

export interface FacetOf<Value extends string> {
  readonly value: Value;
  /** Empty for `none`. */
  readonly name: string;
  readonly count: number;
}

export interface ContributionPage extends Page<ContributionItem> {
  /** How many the filters let through. */
  readonly total: number;
  /** How many the policy ever received; the sums of `standing` and of `state` without filters are this. */
  readonly received: number;
  /** On the first page. */
  readonly facets?: ContributionFacets;
  /** What the asker may do with inputs of this policy. */
  readonly may: { readonly triage: boolean; readonly answer: boolean };
}

/** One clause of the subtree that an input is about, then and now. */
export interface TargetRow {
  readonly cid: Cid;
  readonly facts: readonly LineageFact[];
  readonly before?: TargetSide;
  readonly after?: TargetSide;
  /** Removed and added words between the two. */
  readonly marks: readonly WordMark[];
  /** The item inside the clause that the author pointed at. */
  readonly pointedAt?: true;
}

export interface TargetSide {
  readonly kind: ClauseKind;
  readonly level: ClauseLevel;
  /** As printed. */
  readonly label: string;
  readonly text: string;
}

export interface TargetView {
  readonly cid: Cid;
  readonly itemCid?: Cid;
  readonly quote?: string;
  readonly standing: TargetStanding;
  /** As it was called in the version that was read. */
  readonly citationThen: string;
  /** As it is called now; absent where it is gone. */
  readonly citationNow?: string;
  /** Of `standing.into` and `standing.splitInto`, as they are called now. */
  readonly relatives: readonly ClauseName[];
  readonly rows: readonly TargetRow[];
}

/** A stretch of the words that looks like personal data, in UTF-16 units. */
export interface PersonalDataSpan {
  readonly field: "text" | "proposedText";
  readonly kind: "nip" | "nik" | "phone" | "email" | "plate";
  readonly start: number;
  readonly end: number;
}

export interface NoteView {
  readonly id: string;
  readonly author: { readonly id: AccountId; readonly name: string };
  readonly text: string;
  readonly at: EpochMs;
}

/** GET /api/policies/:policyId/contributions/:contributionId */
export interface ContributionDetail extends ContributionItem {
  /** All its words; empty once withdrawn. */
  readonly text: string;
  readonly proposedText?: string;
  readonly redactedText?: string;
  readonly redactedProposedText?: string;
  readonly moderationNote?: string;
  /** GET .../contributions/:contributionId/files/:attachmentId */
  readonly files?: readonly AttachmentView[];
  readonly targetViews: readonly TargetView[];
  /** Proposed for taking out before it is shown. */
  readonly personalData: readonly PersonalDataSpan[];
  readonly notes: readonly NoteView[];
  /** The current answer first, then those it corrected. */
  readonly dispositions: readonly (DispositionView & { readonly current: boolean })[];
  /** Others on the same clauses, open ones first. */
  readonly siblings: readonly ContributionItem[];
  readonly may: { readonly triage: boolean; readonly answer: boolean };
}

const contributionIds = v.pipe(
  v.array(idSchema<ContributionId>()),
  v.minLength(1),
  v.maxLength(MAX_AT_ONCE),
  v.check((ids) => new Set(ids).size === ids.length, "unique"),
);

/** What acts on inputs answer with: those that were changed, as they are now. */
export interface ChangedContributions {
  readonly items: readonly ContributionItem[];
}

/** POST .../contributions/assign (contribution.triage) -> ChangedContributions. Null: nobody. */
export const assignSchema = v.strictObject({
  contributionIds,
  assigneeId: v.nullable(idSchema<AccountId>()),
});

/** GET .../contributions/assignees: who may be given inputs to answer. */
export interface AssigneeList {
  readonly items: readonly { readonly id: AccountId; readonly name: string }[];
}

/** POST .../contributions/:contributionId/notes (contribution.triage, Idempotency-Key) -> 201 NoteView */
export const noteSchema = v.strictObject({
  text: v.pipe(textSchema(CONTRIBUTION_LIMITS.note), v.trim(), v.minLength(1)),
});

/**
 * POST .../contributions/triage (contribution.triage) -> ChangedContributions.
 * Redaction is of one input at a time: `[...]` stands for what was taken out, everything else is as it was
 * written. With something taken out, or `team`, the note is compulsory and public.
 */
export const triageSchema = v.strictObject({
  contributionIds,
  visibility: v.picklist(["team", "public"]),
  redactedText: v.optional(textSchema(CONTRIBUTION_LIMITS.text)),
  redactedProposedText: v.optional(textSchema(CONTRIBUTION_LIMITS.proposedText)),
  moderationNote: v.optional(v.pipe(lineSchema(CONTRIBUTION_LIMITS.moderationNote))),
  /** Of the one input, as it was read. What was taken out or held back is shown again only with it: else 409. */
  revision: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});
export type Triage = v.InferOutput<typeof triageSchema>;

/** POST .../contributions/publish (contribution.answer) -> ChangedContributions: answers go to the public register. */
export const publishSchema = v.strictObject({ contributionIds });

/** POST .../contributions/reopen (contribution.answer) -> ChangedContributions: answered again later; the answer stays on record. */
export const reopenSchema = v.strictObject({ contributionIds });

/** POST .../contributions/from-figure (contribution.triage, Idempotency-Key) -> 201 ContributionItem: raised by staff from a figure of a survey. */
export const raiseFigureSchema = v.strictObject({
  surveyId: idSchema<string>(),
  /** The question whose figure it is. */
  questionId: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  cids: v.pipe(v.array(v.custom<Cid>(isCid, "ulid")), v.maxLength(CONTRIBUTION_LIMITS.targets)),
  groupId: v.optional(idSchema<GroupId>()),
  text: v.pipe(textSchema(CONTRIBUTION_LIMITS.text), v.trim(), v.minLength(1)),
});
export type RaiseFigure = v.InferOutput<typeof raiseFigureSchema>;

/** GET .../contributions/heat -> ClauseHeat. Figures of the live text, for the outline. */
export interface HeatFigure {
  /** A clause that offers comments, or a heading with what is under it. */
  readonly cid: Cid;
  readonly received: number;
  /** Received, triaged or considered. */
  readonly open: number;
  readonly byStance: Readonly<Record<Stance, number>>;
  /** 0: all on one side; 1: half for, half against. */
  readonly contested: number;
  /** `received` in proportion to the clause with most, 0 to 1. */
  readonly heat: number;
}

export interface ClauseHeat {
  readonly figures: readonly HeatFigure[];
  /** About the draft as a whole, and about clauses that are gone. */
  readonly general: number;
  readonly gone: number;
  readonly received: number;
  /** Of all received: those that wait for an answer. */
  readonly open: number;
}

/** GET .../clauses/:cid/dossier -> ClauseDossier: everything about one clause, for the team. */
export interface ClauseDossier {
  readonly cid: Cid;
  /** As it is called now, or in the last version that had it. */
  readonly citation: string;
  readonly state: "present" | "merged" | "removed";
  /** Where its words are now. */
  readonly into?: ClauseName;
  readonly heat: HeatFigure | null;
  readonly inputs: readonly ContributionItem[];
  /** Inputs that propose a wording of their own. */
  readonly proposals: readonly {
    readonly id: ContributionId;
    readonly text: string;
    readonly group?: string;
    readonly unit?: string;
    readonly state: ContributionState;
    /** The one clause of the live text whose words it would replace; absent where several hold them, or none. */
    readonly replaces?: Cid;
    readonly marks: readonly WordMark[];
  }[];
  /** Oldest first: versions in which it (or what is under it) is not as in the one before. */
  readonly changes: readonly {
    readonly version:
      | { readonly id: VersionId; readonly number: number; readonly label: string; readonly at: EpochMs }
      | "live";
    readonly facts: readonly LineageFact["fact"][];
    readonly citation: string;
    /** Answers that point to it. */
    readonly dispositions: readonly DispositionView[];
  }[];
  /** Closed questions of surveys about it, as far as they may be shown; staff may raise an input from one. */
  readonly surveyFigures: readonly {
    readonly survey: { readonly id: SurveyId; readonly title: string };
    readonly version: number;
    readonly question: QuestionResult;
    /** What the keys of `question.groups` are called. */
    readonly units: readonly ResultUnit[];
  }[];
  /** Inputs by channel. */
  readonly byChannel: Readonly<Record<Channel, number>>;
}

/**
 * GET /api/contributions/waiting (task.list): drafts whose input the asker answers, with how much waits
 * there and how much of it was given to them; the most first. [CT21]
 */
export interface WaitingInputs {
  readonly items: readonly WaitingInput[];
}
export interface WaitingInput {
  readonly policyId: PolicyId;
  readonly title: string;
  readonly authorityName: string;
  readonly open: number;
  /** Of `open`: assigned to the asker. */
  readonly mine: number;
}
