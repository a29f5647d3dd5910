/**
 * A contribution (masukan): the unit that is answered, whatever its channel. A
 * comment, a workshop note, an item of a submission, each text answer of a
 * survey. Rules: `RULES.md`.
 */
import type {
  AccountId,
  Cid,
  ConsultationId,
  ContributionId,
  EpochMs,
  GroupId,
  PolicyId,
  UnitId,
  VersionId,
} from "../ids.ts";

export const CHANNELS = [
  "comment",
  "survey-text",
  "survey-figure",
  "workshop",
  "submission",
  "complaint",
] as const;
export type Channel = (typeof CHANNELS)[number];

/** How the author stands to the clause as it is. */
export const STANCES = ["support", "support-with-change", "against", "question"] as const;
export type Stance = (typeof STANCES)[number];

/** In order, but for `withdrawn`, which any of them may become. */
export const CONTRIBUTION_STATES = [
  "received",
  "triaged",
  "considered",
  "answered",
  "published",
  "withdrawn",
] as const;
export type ContributionState = (typeof CONTRIBUTION_STATES)[number];

/** `team`: counted in public, its words are not shown (not yet, or never). */
export type Visibility = "team" | "public";

/** What an input is about. `cid` offers comments (CL13); `itemCid` is the huruf or angka inside it that was pointed at. */
export interface ContributionTarget {
  readonly cid: Cid;
  readonly itemCid?: Cid;
  /** Words of the clause that were marked, as they stood in the version. */
  readonly quote?: string;
}

/** Who gave it: a signed-in account (kept only under `named`), the holder of a receipt, or nobody who can be found. */
export type ContributionAuthor =
  | { readonly kind: "account"; readonly accountId: AccountId }
  | { readonly kind: "receipt" }
  | { readonly kind: "none" };

export interface Contribution {
  readonly id: ContributionId;
  readonly policyId: PolicyId;
  readonly consultationId: ConsultationId | null;
  readonly channel: Channel;
  /** The survey, workshop or submission it came through; null for a comment. */
  readonly sourceId: string | null;
  /** The question, entry or item in it. */
  readonly sourceItem: string | null;
  /** The version that the author read. */
  readonly versionId: VersionId;
  /** Empty: about the draft as a whole (`general`). */
  readonly targets: readonly ContributionTarget[];
  readonly groupId: GroupId | null;
  /** Of a submission: the body that speaks. Otherwise the author's unit, where they gave it. */
  readonly unitId: UnitId | null;
  readonly author: ContributionAuthor;
  readonly text: string;
  readonly stance: Stance | null;
  readonly proposedText: string | null;
  readonly state: ContributionState;
  readonly visibility: Visibility;
  /** What the public reads instead of `text` and `proposedText`, where something was taken out. */
  readonly redactedText: string | null;
  readonly redactedProposedText: string | null;
  /** Why something was taken out or is not shown; published with it. */
  readonly moderationNote: string | null;
  readonly assigneeId: AccountId | null;
  /** A corrected submission: the contribution that stands in its place. */
  readonly supersededBy: ContributionId | null;
  /** Day in the authority's zone, `YYYY-MM-DD`. */
  readonly createdOn: string;
  /** Null under `anonymous` and `code`: the day is all that is kept. */
  readonly receivedAt: EpochMs | null;
  readonly revision: number;
}

/** Bounds, in UTF-16 units. */
export const CONTRIBUTION_LIMITS = {
  text: 10_000,
  proposedText: 10_000,
  quote: 2_000,
  targets: 20,
  moderationNote: 1_000,
  note: 4_000,
  reason: 8_000,
} as const;
