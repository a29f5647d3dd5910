/** What is recorded in the chain of a policy; the history page has words for each of them. [AU1] */
import * as v from "valibot";
import { DOCUMENT_TYPES } from "../clauses/clause.ts";
import { POLICY_ROLES, STAGES } from "../policies/policy.ts";

export const POLICY_EVENTS = [
  "policy.created",
  "policy.changed",
  "member.set",
  "member.removed",
  "version.frozen",
  "version.restored",
  "version.erased",
  "erasure.begun",
  "erasure.finished",
  "erasure.erased",
  "consultation.created",
  "consultation.changed",
  "consultation.announced",
  "consultation.closed",
  "consultation.cancelled",
  "consultation.retention-ended",
  "workshop.created",
  "workshop.started",
  "workshop.closed",
  "workshop.reopened",
  "workshop.minutes-published",
  "workshop.minutes-final",
  "contribution.triaged",
  "contribution.raised",
  "disposition.made",
  "disposition.reopened",
  "disposition.published",
  "review.submitted",
  "review.decided",
  "review.delegated",
  "review.withdrawn",
  "artefact.kept",
  "artefact.removed",
  "submission.sent",
  "survey.created",
  "survey.changed",
  "survey.opened",
  "survey.closed",
  "survey.removed",
  "survey.codes-made",
  "survey.invited",
] as const;
export type PolicyEvent = (typeof POLICY_EVENTS)[number];

const changeOf = <S extends v.GenericSchema>(schema: S) => v.optional(v.object({ from: schema, to: schema }));

/** The parts of a stored payload that pages tell; what else is in one is left out. */
export const eventPayloadSchema = v.object({
  stage: changeOf(v.picklist(STAGES)),
  documentType: v.optional(
    v.union([
      v.picklist(DOCUMENT_TYPES),
      v.object({ from: v.picklist(DOCUMENT_TYPES), to: v.picklist(DOCUMENT_TYPES) }),
    ]),
  ),
  unitId: changeOf(v.nullable(v.string())),
  role: v.optional(v.picklist(POLICY_ROLES)),
});
export type EventPayload = v.InferOutput<typeof eventPayloadSchema>;

const amountSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What is stored of the beginning of an erasure (what was found, and the ground) and of its end (what was done). [ER7] */
export const erasurePayloadSchema = v.object({
  basis: v.optional(v.string()),
  clauses: amountSchema,
  rows: amountSchema,
  /** Numbers of the versions concerned. */
  versions: v.array(amountSchema),
});
export type ErasureAmount = v.InferOutput<typeof erasurePayloadSchema>;
