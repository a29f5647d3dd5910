/** Wire of stage plans, of a policy's path, and of the artefacts that its stages keep. */
import * as v from "valibot";
import { DOCUMENT_TYPES, type DocumentType } from "../clauses/clause.ts";
import type { AuthorityId, EpochMs } from "../ids.ts";
import { STAGES, type Stage } from "../policies/policy.ts";
import { lineSchema, textSchema } from "../wire-text.ts";
import type { PathState } from "./path.ts";
import { LIMIT_UNITS, PLAN_LIMITS, type StageRule, type StagePlan } from "./stage-plan.ts";

export const documentTypeSchema = v.picklist(DOCUMENT_TYPES);

const ruleSchema = v.strictObject({
  text: lineSchema(PLAN_LIMITS.rule),
  limit: v.optional(
    v.strictObject({
      amount: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(PLAN_LIMITS.amount)),
      unit: v.picklist(LIMIT_UNITS),
    }),
  ),
  source: v.optional(lineSchema(PLAN_LIMITS.source)),
});

export const stagePlanSchema = v.pipe(
  v.array(
    v.strictObject({
      stage: v.picklist(STAGES),
      who: v.pipe(textSchema(PLAN_LIMITS.who), v.trim()),
      artefacts: v.pipe(v.array(lineSchema(PLAN_LIMITS.name)), v.maxLength(PLAN_LIMITS.artefacts)),
      rules: v.pipe(v.array(ruleSchema), v.maxLength(PLAN_LIMITS.rules)),
    }),
  ),
  v.minLength(1),
  v.maxLength(STAGES.length),
);

/** PUT /api/stage-plans/:authorityId/:documentType (If-Match); null: back to the defaults. */
export const putStagePlanSchema = v.strictObject({ plan: v.nullable(stagePlanSchema) });

/** GET /api/stage-plans/:authorityId/:documentType, with an ETag for PUT. */
export interface StagePlanView {
  readonly authorityId: AuthorityId;
  readonly documentType: DocumentType;
  readonly plan: StagePlan;
  readonly isDefault: boolean;
  readonly updated?: { readonly at: EpochMs; readonly by: string };
  readonly may: { readonly change: boolean };
}

/** Only https: what is linked is opened by others. */
const urlSchema = v.pipe(v.string(), v.trim(), v.maxLength(PLAN_LIMITS.url), v.check(isHttps, "https"));

function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === "https:";
}

/** POST /api/policies/:policyId/artefacts (Idempotency-Key) -> 201 PathView. */
export const keepArtefactSchema = v.pipe(
  v.strictObject({
    stage: v.picklist(STAGES),
    name: lineSchema(PLAN_LIMITS.name),
    versionNumber: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999_999_999))),
    url: v.optional(urlSchema),
    note: v.optional(v.pipe(textSchema(PLAN_LIMITS.note), v.trim(), v.minLength(1))),
  }),
  v.check(
    ({ versionNumber, url, note }) => versionNumber !== undefined || url !== undefined || note !== undefined,
    "artefact-empty",
  ),
);
export type KeepArtefact = v.InferOutput<typeof keepArtefactSchema>;

export interface ArtefactView {
  readonly id: string;
  readonly name: string;
  readonly version?: { readonly number: number; readonly label: string };
  readonly url?: string;
  readonly note?: string;
  readonly keptBy: string;
  readonly keptAt: EpochMs;
}

export interface PathStageView {
  readonly stage: Stage;
  readonly inPlan: boolean;
  readonly state: PathState;
  readonly who: string;
  readonly rules: readonly (StageRule & { readonly dueOn?: string; readonly overdue?: true })[];
  readonly visits: readonly {
    readonly enteredAt: EpochMs;
    readonly leftAt?: EpochMs;
    readonly by?: string;
  }[];
  readonly artefacts: readonly ArtefactView[];
  /** Planned names under which nothing is kept yet. */
  readonly missing: readonly string[];
}

/** GET /api/policies/:policyId/path */
export interface PathView {
  readonly current: Stage;
  readonly next?: Stage;
  readonly isDefault: boolean;
  readonly stages: readonly PathStageView[];
  readonly may: { readonly keep: boolean; readonly configure: boolean };
}
