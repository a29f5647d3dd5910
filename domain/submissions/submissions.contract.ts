/** Wire of submissions: calls, the private draft, what was sent. */
import * as v from "valibot";
import type { AttachmentView } from "../attachments/attachment.ts";
import type { Clause } from "../clauses/clause.ts";
import { STANCES, type ContributionState, type Stance } from "../contributions/contribution.ts";
import type { Outcome } from "../dispositions/disposition.ts";
import type {
  AccountId,
  Cid,
  ConsultationId,
  ContributionId,
  EpochMs,
  GroupId,
  PolicyId,
  SubmissionId,
  UnitId,
} from "../ids.ts";
import { idSchema, textSchema } from "../wire-text.ts";
import { SUBMISSION_LIMITS, type CallPhase, type SubmissionState } from "./submission.ts";

export interface CallConsultation {
  readonly id: ConsultationId;
  readonly title: string;
  readonly summary: string;
  readonly policyTitle: string;
  readonly authorityName: string;
  readonly timeZone: string;
  readonly opensAt: EpochMs;
  readonly closesAt: EpochMs;
  readonly phase: CallPhase;
}

/** GET /api/submissions */
export interface CallsView {
  /** Null: the account belongs to no unit, and can speak for nobody. */
  readonly body: { readonly id: UnitId; readonly name: string } | null;
  readonly items: readonly CallView[];
}

export interface CallView {
  readonly consultation: CallConsultation;
  readonly submission?: {
    readonly id: SubmissionId;
    readonly state: SubmissionState;
    /** Of the draft. */
    readonly items: number;
    readonly sent?: {
      readonly number: number;
      readonly sentAt: EpochMs;
      readonly items: number;
      readonly answered: number;
    };
  };
}

/** POST /api/submissions -> 201, or 200 where the body has one: SubmissionView */
export const startSubmissionSchema = v.strictObject({ consultationId: idSchema<ConsultationId>() });

export interface Person {
  readonly id: AccountId;
  readonly name: string;
}

export interface ItemCommentView {
  readonly id: string;
  readonly author: Person;
  readonly text: string;
  readonly at: EpochMs;
  readonly resolved?: true;
}

/** Its ETag for PUT and DELETE is `"<revision>"`. */
export interface ItemView {
  readonly id: string;
  readonly revision: number;
  readonly cid: Cid | null;
  readonly itemCid: Cid | null;
  readonly stance: Stance | null;
  readonly proposedText: string;
  readonly grounds: string;
  readonly updatedBy: Person;
  readonly updatedAt: EpochMs;
  readonly files: readonly AttachmentView[];
  readonly comments: readonly ItemCommentView[];
}

export interface SendingHead {
  readonly number: number;
  readonly sentAt: EpochMs;
  readonly hash: string;
}

/** GET /api/submissions/:submissionId; its ETag for sending is `"<revision>"`. */
export interface SubmissionView {
  readonly id: SubmissionId;
  readonly revision: number;
  readonly state: SubmissionState;
  readonly body: { readonly id: UnitId; readonly name: string };
  /** Whether the reader sends in its name. */
  readonly head: boolean;
  readonly consultation: CallConsultation & {
    readonly groups: readonly { readonly id: GroupId; readonly name: string }[];
  };
  readonly items: readonly ItemView[];
  /** First to last. */
  readonly sendings: readonly SendingHead[];
}

/** GET /api/submissions/:submissionId/text: the version under consultation. */
export interface SubmissionText {
  readonly version: { readonly number: number; readonly label: string; readonly hash: string };
  readonly title: string;
  readonly clauses: readonly Clause[];
}

/** POST .../items -> 201 ItemView; PUT .../items/:itemId (If-Match) -> ItemView */
export const itemWordsSchema = v.strictObject({
  cid: v.nullable(idSchema<Cid>()),
  itemCid: v.nullable(idSchema<Cid>()),
  stance: v.nullable(v.picklist(STANCES)),
  proposedText: textSchema(SUBMISSION_LIMITS.proposedText),
  grounds: textSchema(SUBMISSION_LIMITS.grounds),
});
export type ItemWordsInput = v.InferOutput<typeof itemWordsSchema>;

/** POST .../items/:itemId/comments -> 201 ItemView */
export const itemCommentSchema = v.strictObject({
  text: v.pipe(textSchema(SUBMISSION_LIMITS.comment), v.trim(), v.minLength(1)),
});
/** PATCH .../items/:itemId/comments/:commentId -> ItemView */
export const settleCommentSchema = v.strictObject({ resolved: v.boolean() });

/** POST .../items/:itemId/files?name=NAME, the file itself as body -> 201 ItemView */
export const uploadQuerySchema = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
});

/** POST .../send (If-Match) -> SubmissionView. A repeated one finds it sent. */
export const sendSubmissionSchema = v.strictObject({
  groupId: v.optional(v.nullable(idSchema<GroupId>())),
});
export type SendSubmission = v.InferOutput<typeof sendSubmissionSchema>;

/** GET .../sendings/:number */
export interface SendingView extends SendingHead {
  /** False: a correction stands in its place. */
  readonly stands: boolean;
  readonly group?: string;
  readonly items: readonly SentItemView[];
}

export interface SentItemView {
  readonly contributionId: ContributionId;
  readonly cid: Cid | null;
  readonly itemCid: Cid | null;
  readonly stance: Stance | null;
  readonly grounds: string;
  readonly proposedText?: string;
  readonly files: readonly AttachmentView[];
  readonly state: ContributionState;
  readonly supersededBy?: ContributionId;
  readonly answer?: {
    readonly outcome: Outcome;
    readonly reason: string;
    readonly at: EpochMs;
    readonly changeCid?: Cid;
  };
}

/** GET /api/policies/:policyId/submissions (items): what bodies sent, for the team. [SB9] */
export interface SentSubmissionView extends SendingHead {
  readonly id: string;
  /** As `source` of the inbox: its items, of all sendings. */
  readonly submissionId: SubmissionId;
  readonly policyId: PolicyId;
  readonly consultationId: ConsultationId;
  readonly body: { readonly id: UnitId; readonly name: string };
  readonly items: number;
  readonly stands: boolean;
}
