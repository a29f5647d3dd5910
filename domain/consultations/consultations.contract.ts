/** Wire of consultations in the workspace. Windows are sent as the authority's clocks show them, and come back as instants, too. */
import * as v from "valibot";
import type { InputIssue } from "../errors.ts";
import type { AccountId, ConsultationId, EpochMs, GroupId, PolicyId, VersionId } from "../ids.ts";
import { idSchema, lineSchema, textSchema } from "../wire-text.ts";
import { CONSULTATION_LIMITS as LIMITS } from "./changes.ts";
import { IDENTITY_RULES, type IdentityRule } from "./consultation.ts";
import type { ConsultationPhase } from "./phase.ts";

const CONSULTATIONS = "/api/policies/:policyId/consultations";
/** Addresses; reading asks `consultation.read`, figures `contribution.read`, the rest `consultation.manage`. */
export const CONSULTATION_PATHS = {
  list: CONSULTATIONS,
  one: `${CONSULTATIONS}/:consultationId`,
  announce: `${CONSULTATIONS}/:consultationId/announce`,
  close: `${CONSULTATIONS}/:consultationId/close`,
  cancel: `${CONSULTATIONS}/:consultationId/cancel`,
  figures: `${CONSULTATIONS}/:consultationId/figures`,
} as const;

/** `YYYY-MM-DDTHH:MM` by the clocks of the authority; whether they show it is checked with the zone. [CO2] */
const localTimeSchema = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/));
const versionSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999_999_999));
const targetSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.target));
const retentionSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.retentionMonths));
const groupsSchema = v.pipe(
  v.array(v.strictObject({ groupId: idSchema<GroupId>(), target: v.nullable(targetSchema) })),
  v.maxLength(LIMITS.groups),
);
/** Of a draft a line may still be empty. */
const draftLine = (maxLength: number) => v.union([v.literal(""), lineSchema(maxLength)]);

const texts = {
  summary: v.pipe(textSchema(LIMITS.summary), v.trim()),
  whatHappens: v.pipe(textSchema(LIMITS.whatHappens), v.trim()),
  legalBasis: draftLine(LIMITS.legalBasis),
  contact: draftLine(LIMITS.contact),
};
const rules = {
  retentionMonths: retentionSchema,
  comments: v.nullable(v.picklist(IDENTITY_RULES)),
  submissions: v.boolean(),
  groups: groupsSchema,
};

/** POST {list}, with Idempotency-Key -> 201 ConsultationView, a draft. */
export const createConsultationSchema = v.strictObject({
  title: lineSchema(LIMITS.title),
  version: versionSchema,
  opens: localTimeSchema,
  closes: localTimeSchema,
  ...texts,
  ...rules,
});
export type CreateConsultation = v.InferOutput<typeof createConsultationSchema>;

/**
 * PATCH {one}, with If-Match -> 200 ConsultationView. What may not change any
 * more is refused whole: 409 `consultation-locked` with a reason per field.
 */
export const patchConsultationSchema = v.partial(createConsultationSchema);
export type PatchConsultation = v.InferOutput<typeof patchConsultationSchema>;

/** POST {announce}, with If-Match -> 200 ConsultationView; 400 `consultation-incomplete` says all that is missing. */

/** POST {close}, POST {cancel}, with If-Match -> 200 ConsultationView. Only a draft is cancelled without a reason. */
export const endConsultationSchema = v.strictObject({
  reason: v.pipe(textSchema(LIMITS.endReason), v.trim(), v.minLength(1)),
});
export const cancelConsultationSchema = v.partial(endConsultationSchema);

/** Item of GET {list} -> { items }, newest window first. */
export interface ConsultationItem {
  readonly id: ConsultationId;
  readonly policyId: PolicyId;
  readonly title: string;
  /** At the moment of asking. */
  readonly phase: ConsultationPhase;
  readonly opensAt: EpochMs;
  readonly closesAt: EpochMs;
  readonly comments: IdentityRule | null;
  readonly submissions: boolean;
  readonly version: { readonly id: VersionId; readonly number: number; readonly label: string };
  readonly groups: readonly {
    readonly groupId: GroupId;
    readonly name: string;
    readonly target: number | null;
  }[];
  /** Inputs of all channels, withdrawn ones included. */
  readonly received: number;
  readonly revision: number;
}

/** GET {one}; ETag is `"<revision>"`. */
export interface ConsultationView extends ConsultationItem {
  /** Of the authority, IANA. */
  readonly timeZone: string;
  /** The window by its clocks, `YYYY-MM-DDTHH:MM`. */
  readonly opens: string;
  readonly closes: string;
  readonly summary: string;
  readonly whatHappens: string;
  readonly legalBasis: string;
  readonly retentionMonths: number;
  readonly contact: string;
  readonly announcedAt: EpochMs | null;
  readonly endReason: string | null;
  /** The newest version of the policy, to say when another one is newer than the one asked about. */
  readonly newestVersion: number;
  readonly shortCode: string;
  /** On this server, without the origin: permanent, printed on posters. */
  readonly portalPath: string;
  readonly shortPath: string;
  /** With the origin under which the server is known. */
  readonly portalUrl: string;
  readonly shortUrl: string;
  /** What input has made final. [CO7] */
  readonly locked: {
    readonly byInput: boolean;
    readonly comments: boolean;
    readonly submissions: boolean;
    readonly groups: readonly GroupId[];
  };
  /** What announcing still needs, worded; empty: it may be announced. [CO4] */
  readonly missing: readonly InputIssue[];
  readonly may: { readonly manage: boolean; readonly readInput: boolean };
  readonly createdBy: { readonly id: AccountId; readonly name: string };
  readonly createdAt: EpochMs;
}

/** GET {figures}: participation by group, beside the target, of each instrument. [CO12, CO13] */
export interface ConsultationFigures {
  readonly computedAt: EpochMs;
  readonly groups: readonly {
    readonly groupId: GroupId;
    readonly name: string;
    /** Null: none, or not a group of the consultation (somebody of it came to a workshop). */
    readonly target: number | null;
  }[];
  readonly instruments: readonly InstrumentFigures[];
}
export interface InstrumentFigures {
  readonly kind: "comments" | "submissions" | "survey" | "workshop";
  /** Of the survey or workshop. */
  readonly id: string | null;
  readonly title: string | null;
  /** Comments, bodies that submitted, responses, people present. */
  readonly total: number;
  /** Parallel to `groups`; null: hidden, for it or what is left beside it is of one to four people. */
  readonly byGroup: readonly (number | null)[];
  /** Of no group, or of hidden ones together. */
  readonly others: number;
}
