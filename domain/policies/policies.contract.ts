/** Wire of policies, their members, their live clauses and their events. */
import * as v from "valibot";
import type { ErasureAmount } from "../audit/policy-events.ts";
import { DOCUMENT_TYPES, type Clause, type DocumentType } from "../clauses/clause.ts";
import {
  isCid,
  type AccountId,
  type AuthorityId,
  type Cid,
  type EpochMs,
  type PolicyId,
  type UnitId,
} from "../ids.ts";
import { idSchema, lineSchema, pageQueryEntries, searchSchema } from "../wire-text.ts";
import { POLICY_ROLES, STAGES, type PolicyRole, type Stage } from "./policy.ts";

/** Longest text that an import takes, in UTF-16 units; the body may have 8 MiB. */
export const MAX_IMPORT_LENGTH = 4_000_000;
/** Most lines that an import takes; the longest Indonesian statutes have about 20,000. */
export const MAX_IMPORT_LINES = 60_000;
/** Most clauses of one document. */
export const MAX_CLAUSES = 20_000;

/** GET /api/policies?cursor&limit&q: newest change first, only those the asker may read. */
export const policyQuerySchema = v.strictObject({
  ...pageQueryEntries,
  q: v.optional(searchSchema(200)),
});

export interface PolicyListItem {
  readonly id: PolicyId;
  readonly title: string;
  readonly documentType: DocumentType;
  readonly stage: Stage;
  readonly authority: { readonly id: AuthorityId; readonly name: string; readonly timeZone: string };
  readonly unit?: { readonly id: UnitId; readonly name: string };
  /** The asker's role on it; absent when the account's own role lets them read. */
  readonly relation?: PolicyRole;
  readonly updatedAt: EpochMs;
}

/** POST /api/policies (Idempotency-Key). */
export const createPolicySchema = v.strictObject({
  authorityId: idSchema<AuthorityId>(),
  unitId: v.optional(idSchema<UnitId>()),
  documentType: v.picklist(DOCUMENT_TYPES),
  title: v.optional(lineSchema(500)),
  source: v.variant("type", [
    v.strictObject({ type: v.literal("empty") }),
    v.strictObject({
      type: v.literal("text"),
      text: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_IMPORT_LENGTH)),
    }),
  ]),
});
export type CreatePolicy = v.InferOutput<typeof createPolicySchema>;

export interface ImportWarning {
  /** In the imported text, from 1. */
  readonly line: number;
  readonly code: string;
  readonly message: string;
  readonly text?: string;
}

export interface CreatedPolicy {
  readonly id: PolicyId;
  readonly title: string;
  readonly warnings: readonly ImportWarning[];
}

export interface MemberView {
  readonly accountId: AccountId;
  readonly name: string;
  readonly role: PolicyRole;
}

/** GET /api/policies/:policyId, with an ETag for PATCH. */
export interface PolicyDetail {
  readonly id: PolicyId;
  readonly title: string;
  readonly documentType: DocumentType;
  readonly stage: Stage;
  readonly authority: {
    readonly id: AuthorityId;
    readonly name: string;
    readonly spelling: string;
    readonly timeZone: string;
  };
  readonly unit?: { readonly id: UnitId; readonly name: string };
  readonly members: readonly MemberView[];
  /** The asker's own role on it, if any. */
  readonly relation?: PolicyRole;
  readonly may: {
    readonly write: boolean;
    readonly freeze: boolean;
    readonly restore: boolean;
    readonly manageMembers: boolean;
    readonly changeStage: boolean;
    /** Who wrote what. */
    readonly history: boolean;
    /** Words from the text and its past. */
    readonly erase: boolean;
  };
  /** Of the live document; for the socket's address and the local copy's name. */
  readonly epoch: number;
  /** Copies of earlier epochs hold words that were erased since. */
  readonly erasedEpoch?: number;
  readonly updatedAt: EpochMs;
}

/** PATCH /api/policies/:policyId (If-Match) -> PolicyDetail. */
export const patchPolicySchema = v.strictObject({
  stage: v.optional(v.picklist(STAGES)),
  unitId: v.optional(v.nullable(idSchema<UnitId>())),
  documentType: v.optional(v.picklist(DOCUMENT_TYPES)),
});
export type PatchPolicy = v.InferOutput<typeof patchPolicySchema>;

/** GET /api/policies/:policyId/members */
export interface MemberList {
  readonly items: readonly MemberView[];
}

/** PUT /api/policies/:policyId/members/:accountId -> MemberView; DELETE -> 204. */
export const putMemberSchema = v.strictObject({ role: v.picklist(POLICY_ROLES) });
export type PutMember = v.InferOutput<typeof putMemberSchema>;

/** GET /api/policies/:policyId/candidates?q: accounts that may be made members. */
export interface CandidateList {
  readonly items: readonly {
    readonly accountId: AccountId;
    readonly name: string;
    readonly email: string;
    /** Those that this account may be given. [AC9] */
    readonly roles: readonly PolicyRole[];
  }[];
}

/** GET /api/policies/:policyId/clauses: the durable text as it stands. */
export interface LiveClauses {
  readonly epoch: number;
  readonly logSeq: number;
  /** SHA-256 of the canonical content, hexadecimal. */
  readonly hash: string;
  readonly title: string;
  readonly clauses: readonly Clause[];
  /** Printed label of each clause, parallel to `clauses`; "" where it has none. */
  readonly labels: readonly string[];
  /** Words are being erased: what `erasedEpoch` of the policy will be is not known yet. */
  readonly erasing: boolean;
}

/** POST /api/policies/:policyId/clauses/move -> MoveClauses, the inverse. */
export const moveClausesSchema = v.strictObject({
  cids: v.pipe(v.array(v.custom<Cid>(isCid, "ulid")), v.minLength(1), v.maxLength(MAX_CLAUSES)),
  before: v.nullable(v.custom<Cid>(isCid, "ulid")),
});
export type MoveClauses = v.InferOutput<typeof moveClausesSchema>;

/** GET /api/policies/:policyId/events?cursor&limit: newest first. */
export const eventQuerySchema = v.strictObject(pageQueryEntries);
export interface EventView {
  readonly seq: number;
  readonly at: EpochMs;
  readonly actor: { readonly id: AccountId; readonly name: string } | null;
  /** `submission.sent`: the body that spoke; its person is not named. */
  readonly body?: string;
  readonly action: string;
  readonly subject: string;
  readonly hash: string;
  /** `policy.changed`: what each was and became. Units by name, null for none. */
  readonly stage?: { readonly from: Stage; readonly to: Stage };
  readonly documentType?: { readonly from: DocumentType; readonly to: DocumentType };
  readonly unit?: { readonly from: string | null; readonly to: string | null };
  /** `member.*`: whom it concerns, and the role given. `review.delegated`: who got the step. */
  readonly member?: { readonly id: AccountId; readonly name: string; readonly role?: PolicyRole };
  /** `version.*` and `review.*`: the number of the version. */
  readonly version?: number;
  /** `review.decided` */
  readonly decision?: "approved" | "returned";
  /** `artefact.*`: its name. */
  readonly artefact?: string;
  /** `erasure.*`: in how many clauses, rows of the past and versions; of the beginning also its ground. */
  readonly erasure?: ErasureAmount;
}

/** GET /api/policies/:policyId/candidates?q */
export const accountSearchSchema = v.strictObject({
  q: v.pipe(searchSchema(100), v.trim(), v.minLength(2)),
});
