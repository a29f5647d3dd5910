/** A consultation: one frozen version, a window, groups, and the instruments by which they are heard. Rules: `RULES.md`. */
import type { AccountId, ConsultationId, EpochMs, GroupId, PolicyId, VersionId } from "../ids.ts";

/** Who may answer, and what is kept of them (`domain/participation`). */
export const IDENTITY_RULES = ["named", "anonymous", "code", "open"] as const;
export type IdentityRule = (typeof IDENTITY_RULES)[number];

/** What was decided about it; whether it is open follows from the window. */
export const CONSULTATION_STATES = ["draft", "announced", "cancelled"] as const;
export type ConsultationState = (typeof CONSULTATION_STATES)[number];

export interface ConsultationGroup {
  readonly groupId: GroupId;
  /** How many people of it are hoped for; null: no target. */
  readonly target: number | null;
}

export interface Consultation {
  readonly id: ConsultationId;
  readonly policyId: PolicyId;
  readonly versionId: VersionId;
  /** Of `/k/<code>`: 6 characters, never given to another thing. */
  readonly shortCode: string;
  readonly title: string;
  /** What it is about, in plain words. */
  readonly summary: string;
  /** What happens with the answers, and until when they are answered. */
  readonly whatHappens: string;
  /** Article of law on which the collection of data rests (UU 27/2022 Pasal 20). */
  readonly legalBasis: string;
  /** Months after closing until what could name a person is deleted. */
  readonly retentionMonths: number;
  /** Whom to ask: an office, its address or number. */
  readonly contact: string;
  /** The window is half-open, and was set in the authority's zone. */
  readonly opensAt: EpochMs;
  readonly closesAt: EpochMs;
  /** Whether clauses may be commented on, and by whom. Locked at the first comment. */
  readonly comments: IdentityRule | null;
  /** Whether professional bodies are called to submit. */
  readonly submissions: boolean;
  readonly groups: readonly ConsultationGroup[];
  readonly state: ConsultationState;
  /** When it became public; null for a draft, and for one that was cancelled as a draft. */
  readonly announcedAt: EpochMs | null;
  /** Why it was closed early or cancelled, for everyone to read. */
  readonly endReason: string | null;
  /** When the record took down how much came in; null until shortly after the window. */
  readonly closingRecordedAt: EpochMs | null;
  readonly createdBy: AccountId;
  readonly createdAt: EpochMs;
  readonly revision: number;
}
