/** What the record says of rounds, and its check against the rows. [AU7] */
import { eq, isNotNull } from "drizzle-orm";
import type { AuditEvent, JsonValue } from "../../domain/audit/event.ts";
import type { AccountId, ReviewId, ReviewStepId } from "../../domain/ids.ts";
import type { Addressee, Deadline, Review, ReviewStep } from "../../domain/reviews/review.ts";
import { stateFromSteps } from "../../domain/reviews/steps.ts";
import type { Db } from "../database.ts";
import { versions } from "../schema/policies.ts";
import { reviews, reviewSteps } from "../schema/reviews.ts";
import type { PayloadReader, PayloadReaders } from "../verify-audit.ts";
import { toReview } from "./review-rows.ts";

/** Subjects: each act on a round is one, so that a row that no event speaks of is found. */
export const REVIEW_SUBJECT = "review";
export const DECISION_SUBJECT = "review-decision";
export const DELEGATION_SUBJECT = "review-delegation";
export const WITHDRAWAL_SUBJECT = "review-withdrawal";

const addressed = (addressee: Addressee): JsonValue =>
  addressee.kind === "account" ? { account: addressee.accountId } : { unit: addressee.unitId };
const deadlineJson = (deadline: Deadline | null) => (deadline === null ? {} : { deadline: { ...deadline } });

export function submittedPayload(review: Review): JsonValue {
  const { versionId, versionNumber, hash, contentSchema, message, authors, steps } = review;
  return {
    versionId,
    versionNumber,
    hash,
    contentSchema,
    ...(message !== null && { message }),
    authors,
    steps: steps.map(({ id, position, addressee, deadline }) => ({
      id,
      position,
      addressee: addressed(addressee),
      ...deadlineJson(deadline),
    })),
  };
}

export function decidedPayload(review: Review, { id, position, decision }: ReviewStep): JsonValue {
  if (!decision) throw new Error(`step ${id} is not decided`);
  const { kind, hash, reason } = decision;
  return { review: review.id, position, decision: kind, hash, ...(reason !== null && { reason }) };
}

export function delegatedPayload(review: Review, { id, position, delegation }: ReviewStep): JsonValue {
  if (!delegation) throw new Error(`step ${id} was not passed on`);
  const { to, note } = delegation;
  return { review: review.id, position, to, ...(note !== null && { note }) };
}

export function withdrawnPayload({ id, withdrawal }: Review): JsonValue {
  if (!withdrawal) throw new Error(`round ${id} was not withdrawn`);
  return { reason: withdrawal.reason };
}

/** The payload, or one that cannot match and names what is wrong. */
function unlessFlawed(payload: JsonValue, flaws: Readonly<Record<string, boolean>>): JsonValue {
  const found = Object.keys(flaws).filter((name) => flaws[name]);
  return found.length === 0 ? payload : { flaws: found };
}

/** When the round ended, as its acts say. */
function endOf({ state, withdrawal, steps }: Review): number | null {
  if (state === "open") return null;
  if (withdrawal) return withdrawal.at;
  const decisions = steps.flatMap(({ decision }) => (decision?.kind === state ? [decision.at] : []));
  return Math.max(...decisions);
}

const actDiffers = (
  { actor, at, chain }: AuditEvent,
  review: Review,
  by: AccountId | undefined,
  when: number | undefined,
) => ({ policy: review.policyId !== chain, author: by !== actor, time: when !== at });

/** Readers of all subjects of this feature. */
export function createReviewPayloadReaders(db: Db): PayloadReaders {
  async function load(id: ReviewId): Promise<Review | null> {
    const row = await db.select().from(reviews).where(eq(reviews.id, id)).get();
    return row
      ? toReview(row, await db.select().from(reviewSteps).where(eq(reviewSteps.reviewId, id)))
      : null;
  }
  async function loadStep(id: string): Promise<readonly [Review, ReviewStep] | null> {
    const row = await db
      .select({ reviewId: reviewSteps.reviewId })
      .from(reviewSteps)
      .where(eq(reviewSteps.id, id as ReviewStepId))
      .get();
    const review = row && (await load(row.reviewId));
    const step = review?.steps.find((each) => each.id === id);
    return review && step ? [review, step] : null;
  }

  const review: PayloadReader = {
    async payload(event) {
      const found = await load(event.subject.id as ReviewId);
      if (!found) return null;
      const version = await db.select().from(versions).where(eq(versions.id, found.versionId)).get();
      return unlessFlawed(submittedPayload(found), {
        ...actDiffers(event, found, found.submittedBy, found.submittedAt),
        version:
          version?.hash !== found.hash ||
          version.number !== found.versionNumber ||
          version.policyId !== found.policyId,
        state: found.state !== (found.withdrawal ? "withdrawn" : stateFromSteps(found)),
        end: found.endedAt !== endOf(found),
      });
    },
    ids: async () => (await db.select({ id: reviews.id }).from(reviews)).map(({ id }) => id),
  };
  const decision: PayloadReader = {
    async payload(event) {
      const found = await loadStep(event.subject.id);
      const taken = found?.[1].decision;
      if (!found || !taken) return null;
      return unlessFlawed(decidedPayload(...found), {
        ...actDiffers(event, found[0], taken.by, taken.at),
        hash: taken.hash !== found[0].hash,
      });
    },
    ids: async () =>
      (await db.select({ id: reviewSteps.id }).from(reviewSteps).where(isNotNull(reviewSteps.decision))).map(
        ({ id }) => id,
      ),
  };
  const delegation: PayloadReader = {
    async payload(event) {
      const found = await loadStep(event.subject.id);
      const passed = found?.[1].delegation;
      if (!found || !passed) return null;
      return unlessFlawed(delegatedPayload(...found), actDiffers(event, found[0], passed.by, passed.at));
    },
    ids: async () =>
      (
        await db.select({ id: reviewSteps.id }).from(reviewSteps).where(isNotNull(reviewSteps.delegateId))
      ).map(({ id }) => id),
  };
  const withdrawal: PayloadReader = {
    async payload(event) {
      const found = await load(event.subject.id as ReviewId);
      if (!found?.withdrawal) return null;
      const { by, at } = found.withdrawal;
      return unlessFlawed(withdrawnPayload(found), actDiffers(event, found, by, at));
    },
    ids: async () =>
      (await db.select({ id: reviews.id }).from(reviews).where(eq(reviews.state, "withdrawn"))).map(
        ({ id }) => id,
      ),
  };
  return {
    [REVIEW_SUBJECT]: review,
    [DECISION_SUBJECT]: decision,
    [DELEGATION_SUBJECT]: delegation,
    [WITHDRAWAL_SUBJECT]: withdrawal,
  };
}
