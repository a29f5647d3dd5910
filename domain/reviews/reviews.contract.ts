/** Wire of review rounds, of how a text stands, and of what waits for somebody. */
import * as v from "valibot";
import type { AccountRole } from "../accounts/account.ts";
import { DAY_UNITS, daySchema } from "../calendar-days.ts";
import type { DocumentType } from "../clauses/clause.ts";
import type { Channel, Stance } from "../contributions/contribution.ts";
import type { Outcome } from "../dispositions/disposition.ts";
import type {
  AccountId,
  Cid,
  ContributionId,
  EpochMs,
  PolicyId,
  ReviewId,
  ReviewStepId,
  UnitId,
  VersionId,
} from "../ids.ts";
import { idSchema, textSchema } from "../wire-text.ts";
import type { ApprovalStatus } from "./approval.ts";
import type { ChangedClause } from "./changes.ts";
import type { DelegationReason, PersonReason, StepReason } from "./deciding.ts";
import { REVIEW_LIMITS, type Deadline, type DecisionKind, type ReviewState } from "./review.ts";
import type { StepState } from "./steps.ts";

const hashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const versionNumberSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999_999_999));

const reasonSchema = v.pipe(textSchema(REVIEW_LIMITS.reason), v.trim());

const deadlineSchema = v.union([
  v.strictObject({ on: daySchema }),
  v.strictObject({
    days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(REVIEW_LIMITS.days)),
    unit: v.picklist(DAY_UNITS),
  }),
]);

const addresseeSchema = v.variant("kind", [
  v.strictObject({ kind: v.literal("account"), accountId: idSchema<AccountId>() }),
  v.strictObject({ kind: v.literal("office"), unitId: idSchema<UnitId>() }),
]);

/** POST /api/policies/:policyId/reviews (Idempotency-Key) -> 201 ReviewView. */
export const submitReviewSchema = v.strictObject({
  versionNumber: versionNumberSchema,
  /** Of the version, as the submitter saw it. */
  hash: hashSchema,
  message: v.optional(v.pipe(textSchema(REVIEW_LIMITS.message), v.trim())),
  steps: v.pipe(
    v.array(
      v.strictObject({
        position: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(REVIEW_LIMITS.steps)),
        addressee: addresseeSchema,
        deadline: v.optional(deadlineSchema),
      }),
    ),
    v.minLength(1),
    v.maxLength(REVIEW_LIMITS.steps),
  ),
});
export type SubmitReview = v.InferOutput<typeof submitReviewSchema>;

/** POST .../reviews/:reviewId/steps/:stepId/decision -> ReviewView. */
export const decideStepSchema = v.strictObject({
  hash: hashSchema,
  decision: v.picklist(["approve", "return"]),
  /** Required to return; a note to an approval. */
  reason: v.optional(reasonSchema),
});
export type DecideStep = v.InferOutput<typeof decideStepSchema>;

/** POST .../reviews/:reviewId/steps/:stepId/delegate -> ReviewView. */
export const delegateStepSchema = v.strictObject({
  to: idSchema<AccountId>(),
  note: v.optional(reasonSchema),
});
export type DelegateStep = v.InferOutput<typeof delegateStepSchema>;

/** POST .../reviews/:reviewId/withdraw -> ReviewView. */
export const withdrawReviewSchema = v.strictObject({ reason: v.pipe(reasonSchema, v.minLength(1)) });
export type WithdrawReview = v.InferOutput<typeof withdrawReviewSchema>;

export interface PersonView {
  readonly id: AccountId;
  readonly name: string;
}

export type AddresseeView =
  | { readonly kind: "account"; readonly person: PersonView }
  | { readonly kind: "office"; readonly unit: { readonly id: UnitId; readonly name: string } };

export interface StepView {
  readonly id: ReviewStepId;
  readonly position: number;
  readonly addressee: AddresseeView;
  readonly state: StepState;
  readonly deadline?: Deadline;
  /** Last day, in the authority's zone; absent without a deadline and before the days began to run. */
  readonly dueOn?: string;
  readonly overdue?: true;
  readonly delegation?: {
    readonly to: PersonView;
    readonly by: PersonView;
    readonly at: EpochMs;
    readonly note?: string;
  };
  readonly decision?: {
    readonly kind: DecisionKind;
    readonly by: PersonView;
    readonly at: EpochMs;
    readonly reason?: string;
  };
  /** What the asker may do with it now; why not, where it is theirs. */
  readonly may: {
    readonly decide: boolean;
    readonly delegate: boolean;
    readonly refused?: StepReason | DelegationReason;
  };
}

export interface ReviewView {
  readonly id: ReviewId;
  readonly policyId: PolicyId;
  readonly version: { readonly id: VersionId; readonly number: number; readonly label: string };
  readonly hash: string;
  readonly message?: string;
  readonly submittedBy: PersonView;
  readonly submittedAt: EpochMs;
  readonly state: ReviewState;
  readonly endedAt?: EpochMs;
  readonly withdrawal?: { readonly by: PersonView; readonly at: EpochMs; readonly reason: string };
  /** Who wrote, and so does not decide. */
  readonly authors: readonly PersonView[];
  readonly steps: readonly StepView[];
  readonly may: { readonly withdraw: boolean };
}

/** GET /api/policies/:policyId/reviews: newest first. */
export interface ReviewList {
  readonly items: readonly ReviewView[];
  readonly may: { readonly submit: boolean };
}

/** GET /api/policies/:policyId/review-candidates?version: who may be addressed, and why others may not. */
export const candidateQuerySchema = v.strictObject({
  version: v.pipe(v.string(), v.regex(/^[1-9][0-9]{0,8}$/), v.transform(Number)),
});
export interface ReviewCandidates {
  readonly people: readonly {
    readonly accountId: AccountId;
    readonly name: string;
    readonly role: AccountRole;
    readonly unit?: { readonly id: UnitId; readonly name: string };
    readonly refused?: PersonReason;
  }[];
  readonly offices: readonly {
    readonly unitId: UnitId;
    readonly name: string;
    /** How many of its people may decide on the version; an office with none cannot be addressed. */
    readonly deciders: number;
  }[];
}

/** GET /api/policies/:policyId/approval: how the live text stands. */
export interface ApprovalView {
  readonly status: ApprovalStatus;
  /** Of the live text as it is now, under the canonical form of the round. */
  readonly hash: string;
  /** The round that says so; absent for `never`. */
  readonly review?: {
    readonly id: ReviewId;
    readonly state: ReviewState;
    /** Whether it is of the live text as it is now. */
    readonly ofThisText: boolean;
    readonly version: { readonly number: number; readonly label: string; readonly hash: string };
    /** When it was submitted or, if it is over, ended. */
    readonly at: EpochMs;
  };
}

/** GET /api/reviews/waiting: the steps whose turn it is and that are the asker's, soonest deadline first. */
export interface WaitingReviews {
  readonly items: readonly WaitingReview[];
}
export interface WaitingReview {
  readonly reviewId: ReviewId;
  readonly stepId: ReviewStepId;
  readonly policyId: PolicyId;
  readonly title: string;
  readonly documentType: DocumentType;
  readonly authority: { readonly name: string; readonly timeZone: string };
  readonly version: { readonly number: number; readonly label: string };
  readonly submittedBy: PersonView;
  readonly submittedAt: EpochMs;
  readonly message?: string;
  readonly dueOn?: string;
  readonly overdue?: true;
}

/** An input against a clause, with what became of it. */
export interface ObjectionView {
  readonly id: ContributionId;
  readonly channel: Channel;
  readonly stance: Stance;
  /** As the clauses it is about are cited in the version; empty for the draft as a whole. */
  readonly citations: readonly string[];
  readonly cids: readonly Cid[];
  readonly text: string;
  readonly proposedText?: string;
  readonly groupName?: string;
  readonly createdOn: string;
  /** Absent while it is open. */
  readonly answer?: { readonly outcome: Outcome; readonly reason: string };
}

/** GET /api/policies/:policyId/reviews/:reviewId/brief */
export interface ReviewBrief {
  /** What the version is compared with; absent when it is the first one. */
  readonly base?: { readonly number: number; readonly label: string; readonly approved: boolean };
  readonly changes: readonly ChangedClause[];
  readonly renumbered: number;
  readonly unchanged: number;
  readonly inputs: {
    readonly received: number;
    readonly answered: number;
    readonly open: number;
    /** Stance against. */
    readonly against: number;
  };
  readonly objections: readonly ObjectionView[];
  /** Whether the live text is another than the version by now. */
  readonly textChangedSince: boolean;
}
