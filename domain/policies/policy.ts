/** A policy (rancangan) of an authority: one live document, members with roles, a stage. */
import type { DocumentType } from "../clauses/clause.ts";
import type { AccountId, AuthorityId, EpochMs, PolicyId, UnitId } from "../ids.ts";

/** From idea to gazette, in order (domain words: Stage). Which of them a type passes is configurable. */
export const STAGES = [
  "planning",
  "drafting",
  "internal_review",
  "public_consultation",
  "harmonisation",
  "facilitation",
  "evaluation",
  "council",
  "initialling",
  "enactment",
  "promulgation",
  "reporting_up",
  "publication",
  "monitoring",
] as const;
export type Stage = (typeof STAGES)[number];

export const POLICY_ROLES = ["owner", "drafter", "reviewer", "reader"] as const;
export type PolicyRole = (typeof POLICY_ROLES)[number];

export interface Policy {
  readonly id: PolicyId;
  readonly authorityId: AuthorityId;
  readonly unitId: UnitId | null;
  readonly documentType: DocumentType;
  /** As the judul of the last known text says, on one line. */
  readonly title: string;
  readonly stage: Stage;
  /** Counts changes of the row, for `If-Match`. */
  readonly revision: number;
  readonly createdBy: AccountId;
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
  /** The epoch of the text that the last erasure of words began; null without one. */
  readonly erasedEpoch: number | null;
}

export interface PolicyMember {
  readonly accountId: AccountId;
  readonly name: string;
  readonly role: PolicyRole;
}
