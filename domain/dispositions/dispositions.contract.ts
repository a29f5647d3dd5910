/** Wire of answers. */
import * as v from "valibot";
import { CONTRIBUTION_LIMITS } from "../contributions/contribution.ts";
import {
  isCid,
  type AccountId,
  type Cid,
  type ContributionId,
  type DispositionId,
  type EpochMs,
  type VersionId,
} from "../ids.ts";
import { idSchema, lineSchema, textSchema } from "../wire-text.ts";
import { OUTCOMES, type Outcome } from "./disposition.ts";

const contributionIds = v.pipe(
  v.array(idSchema<ContributionId>()),
  v.minLength(1),
  v.maxLength(200),
  v.check((ids) => new Set(ids).size === ids.length, "unique"),
);

/**
 * POST /api/policies/:policyId/dispositions (contribution.answer, Idempotency-Key) -> 201 DispositionView.
 * 409 `already-answered` names who answered and when.
 */
export const disposeSchema = v.strictObject({
  contributionIds,
  outcome: v.picklist(OUTCOMES),
  reason: v.pipe(textSchema(CONTRIBUTION_LIMITS.reason), v.trim(), v.minLength(1)),
  /** Without `versionId`: promised in the draft, bound to the version that is frozen next. */
  change: v.optional(
    v.strictObject({ cid: v.custom<Cid>(isCid, "ulid"), versionId: v.optional(idSchema<VersionId>()) }),
  ),
  /** The present answer of all of them, to correct it; it stays on record. */
  replaces: v.optional(idSchema<DispositionId>()),
  /** Sorts those that were not sorted yet, in the same act. Otherwise they are refused: `not-triaged`. */
  triage: v.optional(
    v.strictObject({
      visibility: v.picklist(["team", "public"]),
      moderationNote: v.optional(lineSchema(CONTRIBUTION_LIMITS.moderationNote)),
    }),
  ),
});
export type Dispose = v.InferOutput<typeof disposeSchema>;

export interface ChangeView {
  readonly cid: Cid;
  /** As the clause is called in the version of the change, or in the live text. */
  readonly citation: string;
  /** `promised`: the next version is not frozen yet. */
  readonly state: "promised" | "bound";
  readonly version?: { readonly id: VersionId; readonly number: number; readonly label: string };
  /** Bound, but the clause is as those who gave the input read it. */
  readonly notSeen?: true;
}

export interface DispositionView {
  readonly id: DispositionId;
  readonly contributionIds: readonly ContributionId[];
  readonly outcome: Outcome;
  readonly reason: string;
  readonly by: { readonly id: AccountId; readonly name: string };
  readonly at: EpochMs;
  readonly change?: ChangeView;
  readonly replaces?: DispositionId;
}

/** GET /api/policies/:policyId/disposition-templates: words to begin a reason with. */
export interface ReasonTemplates {
  readonly items: readonly { readonly outcome: Outcome; readonly title: string; readonly text: string }[];
}
