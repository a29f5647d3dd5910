/** Wire of frozen versions. The comparison's own shape is in `compare.ts`. */
import * as v from "valibot";
import type { Clause, DocumentType } from "../clauses/clause.ts";
import type { AccountId, EpochMs, PolicyId, VersionId } from "../ids.ts";
import type { Comparison } from "./compare.ts";
import { lineSchema, pageQueryEntries, textSchema } from "../wire-text.ts";

/** GET /api/policies/:policyId/versions?cursor&limit: newest first. */
export const versionQuerySchema = v.strictObject(pageQueryEntries);

export interface VersionView {
  readonly id: VersionId;
  readonly policyId: PolicyId;
  /** From 1, without gap. */
  readonly number: number;
  readonly label: string;
  readonly note?: string;
  /** Who froze it. */
  readonly author: { readonly id: AccountId; readonly name: string };
  /** Who typed or commanded since the version before. */
  readonly authors: readonly { readonly id: AccountId; readonly name: string }[];
  readonly at: EpochMs;
  readonly hash: string;
  readonly epoch: number;
  readonly logSeq: number;
  /** Words were erased from it: its content no longer gives its hash. */
  readonly erasedAt?: EpochMs;
}

/** POST /api/policies/:policyId/versions; its Idempotency-Key is the operation id. -> 201 VersionView */
export const freezeVersionSchema = v.strictObject({
  label: lineSchema(120),
  note: v.optional(textSchema(4000)),
});
export type FreezeVersion = v.InferOutput<typeof freezeVersionSchema>;

/** GET /api/policies/:policyId/versions/:number */
export interface VersionDetail extends VersionView {
  readonly title: string;
  readonly documentType: DocumentType;
  /** With references, which the hash leaves out. */
  readonly clauses: readonly Clause[];
  /** Printed label of each clause, parallel to `clauses`; "" where it has none. */
  readonly labels: readonly string[];
}

/** POST /api/policies/:policyId/versions/:number/restore: as new edits of the live text. */
export interface RestoredVersion {
  readonly number: number;
  readonly logSeq: number;
}

const endSchema = v.pipe(v.string(), v.regex(/^(?:[1-9][0-9]{0,8}|live)$/));
/** GET /api/policies/:policyId/compare?from=<number|live>&to=<number|live> */
export const compareQuerySchema = v.strictObject({ from: endSchema, to: endSchema });

/** One side of a comparison. */
export interface ComparedText {
  readonly number: number | "live";
  readonly label?: string;
  readonly at?: EpochMs;
  readonly hash: string;
  readonly title: string;
}

/** 200 of GET /api/policies/:policyId/compare */
export interface ComparisonView extends Comparison {
  readonly from: ComparedText;
  readonly to: ComparedText;
}
