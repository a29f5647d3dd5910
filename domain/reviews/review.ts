/** A review round: one version before those who approve it. Rules: `RULES.md`. */
import type { DayUnit } from "../calendar-days.ts";
import type { AccountId, EpochMs, PolicyId, ReviewId, ReviewStepId, UnitId, VersionId } from "../ids.ts";

export const REVIEW_STATES = ["open", "approved", "returned", "withdrawn"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export const DECISIONS = ["approved", "returned"] as const;
export type DecisionKind = (typeof DECISIONS)[number];

/** To one account, or to an office of which any decider decides. [RV3] */
export type Addressee =
  | { readonly kind: "account"; readonly accountId: AccountId }
  | { readonly kind: "office"; readonly unitId: UnitId };

/** A day in the authority's zone, or days counted from the opening of the step. [RV15] */
export type Deadline = { readonly on: string } | { readonly days: number; readonly unit: DayUnit };

export interface Delegation {
  readonly to: AccountId;
  readonly by: AccountId;
  readonly at: EpochMs;
  readonly note: string | null;
}

export interface Decision {
  readonly kind: DecisionKind;
  readonly by: AccountId;
  readonly at: EpochMs;
  /** What the decider read: the round's hash. */
  readonly hash: string;
  /** Of a return the reason, of an approval perhaps a note. */
  readonly reason: string | null;
}

export interface ReviewStep {
  readonly id: ReviewStepId;
  /** From 1; steps of one number run side by side. */
  readonly position: number;
  readonly addressee: Addressee;
  readonly deadline: Deadline | null;
  readonly delegation: Delegation | null;
  readonly decision: Decision | null;
}

export interface Review {
  readonly id: ReviewId;
  readonly policyId: PolicyId;
  readonly versionId: VersionId;
  readonly versionNumber: number;
  readonly hash: string;
  /** Canonical form under which the version was hashed. */
  readonly contentSchema: number;
  readonly message: string | null;
  /** Who may not decide because they wrote. [RV6] */
  readonly authors: readonly AccountId[];
  readonly submittedBy: AccountId;
  readonly submittedAt: EpochMs;
  readonly state: ReviewState;
  readonly endedAt: EpochMs | null;
  readonly withdrawal: { readonly by: AccountId; readonly at: EpochMs; readonly reason: string } | null;
  /** By number, then as they were submitted. */
  readonly steps: readonly ReviewStep[];
}

/** Bounds; texts in UTF-16 units. */
export const REVIEW_LIMITS = {
  steps: 20,
  message: 2_000,
  reason: 4_000,
  days: 180,
  /** How far ahead a deadline may lie. */
  aheadDays: 730,
} as const;
