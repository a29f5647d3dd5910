/** Reading rounds of approval; the acts on them are in `review.repo.ts`. */
import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import type { AccountId, PolicyId, ReviewId } from "../../domain/ids.ts";
import type { DecisionKind, Review } from "../../domain/reviews/review.ts";
import type { Db } from "../database.ts";
import { versions } from "../schema/policies.ts";
import { reviews, reviewSteps } from "../schema/reviews.ts";
import { toReview } from "./review-rows.ts";

/** A round as far as a text's standing needs it. */
export type RoundSummary = Pick<
  Review,
  | "id"
  | "versionId"
  | "versionNumber"
  | "hash"
  | "contentSchema"
  | "state"
  | "submittedBy"
  | "submittedAt"
  | "endedAt"
>;

/** More rounds than a policy ever has. */
const MAX_ROUNDS = 500;
export function createReviewReads(db: Db) {
  const stepsOf = (ids: readonly ReviewId[]) =>
    db
      .select()
      .from(reviewSteps)
      // As one parameter: D1 takes at most 100 a statement.
      .where(sql`${reviewSteps.reviewId} in (select value from json_each(${JSON.stringify(ids)}))`);

  async function get(policy: PolicyId, id: ReviewId): Promise<Review | null> {
    const row = await db
      .select()
      .from(reviews)
      .where(and(eq(reviews.id, id), eq(reviews.policyId, policy)))
      .get();
    return row ? toReview(row, await stepsOf([id])) : null;
  }

  async function open(policy: PolicyId): Promise<Review | null> {
    const row = await db
      .select()
      .from(reviews)
      .where(and(eq(reviews.policyId, policy), eq(reviews.state, "open")))
      .get();
    return row ? toReview(row, await stepsOf([row.id])) : null;
  }

  return {
    get,
    open,
    /** Newest first, with their steps. */
    async list(policy: PolicyId): Promise<Review[]> {
      const rows = await db
        .select()
        .from(reviews)
        .where(eq(reviews.policyId, policy))
        .orderBy(desc(reviews.submittedAt), desc(reviews.id))
        .limit(MAX_ROUNDS);
      const steps = await stepsOf(rows.map(({ id }) => id));
      return rows.map((row) => toReview(row, steps));
    },
    /** Newest first, without their steps: for how a text stands. */
    async rounds(policy: PolicyId): Promise<RoundSummary[]> {
      return db
        .select({
          id: reviews.id,
          versionId: reviews.versionId,
          versionNumber: reviews.versionNumber,
          hash: reviews.hash,
          contentSchema: reviews.contentSchema,
          state: reviews.state,
          submittedBy: reviews.submittedBy,
          submittedAt: reviews.submittedAt,
          endedAt: reviews.endedAt,
        })
        .from(reviews)
        .where(eq(reviews.policyId, policy))
        .orderBy(desc(reviews.submittedAt), desc(reviews.id))
        .limit(MAX_ROUNDS);
    },
    /** The newest round of a version with this hash that was not withdrawn, of any policy; null when it was never submitted. */
    async approvalOf(hash: string): Promise<Review | null> {
      const row = await db
        .select()
        .from(reviews)
        .where(and(eq(reviews.hash, hash), sql`${reviews.state} <> 'withdrawn'`))
        .orderBy(desc(reviews.submittedAt), desc(reviews.id))
        .limit(1)
        .get();
      return row ? toReview(row, await stepsOf([row.id])) : null;
    },
    /** What acts on rounds were about, by the subject of their event (a round's or a step's id). */
    async recorded(
      policy: PolicyId,
      subjects: readonly string[],
    ): Promise<
      ReadonlyMap<string, { version: number; decision: DecisionKind | null; delegate: AccountId | null }>
    > {
      if (subjects.length === 0) return new Map();
      const ids = sql`(select value from json_each(${JSON.stringify(subjects)}))`;
      const rounds = await db
        .select({ id: reviews.id, version: reviews.versionNumber })
        .from(reviews)
        .where(and(eq(reviews.policyId, policy), sql`${reviews.id} in ${ids}`));
      const steps = await db
        .select({
          id: reviewSteps.id,
          version: reviews.versionNumber,
          decision: reviewSteps.decision,
          delegate: reviewSteps.delegateId,
        })
        .from(reviewSteps)
        .innerJoin(reviews, eq(reviews.id, reviewSteps.reviewId))
        .where(and(eq(reviews.policyId, policy), sql`${reviewSteps.id} in ${ids}`));
      return new Map<string, { version: number; decision: DecisionKind | null; delegate: AccountId | null }>([
        ...rounds.map(({ id, version }) => [id, { version, decision: null, delegate: null }] as const),
        ...steps.map(({ id, ...rest }) => [id, rest] as const),
      ]);
    },
    /** Who typed or commanded between two versions: after number `after` (0 for creation), up to `upTo`. [RV6] */
    async authorsBetween(policy: PolicyId, after: number, upTo: number): Promise<AccountId[]> {
      const rows = await db
        .selectDistinct({ id: sql<AccountId>`author.value` })
        .from(versions)
        .innerJoin(sql`json_each(${versions.authors}) as author`, sql`1`)
        .where(
          and(
            eq(versions.policyId, policy),
            sql`${versions.number} > ${after} and ${versions.number} <= ${upTo}`,
          ),
        );
      return rows.map(({ id }) => id);
    },
    /** Open rounds with an undecided step that is addressed to the account, passed on to it, or addressed to its unit. */
    async concerning(account: AccountId, unit: string | null): Promise<Review[]> {
      const rows = await db
        .selectDistinct({ review: reviews })
        .from(reviews)
        .innerJoin(reviewSteps, eq(reviewSteps.reviewId, reviews.id))
        .where(
          and(
            eq(reviews.state, "open"),
            isNull(reviewSteps.decision),
            or(
              eq(reviewSteps.delegateId, account),
              and(isNull(reviewSteps.delegateId), eq(reviewSteps.accountId, account)),
              and(isNull(reviewSteps.delegateId), sql`${reviewSteps.unitId} = ${unit}`),
            ),
          ),
        )
        .orderBy(reviews.submittedAt)
        .limit(MAX_ROUNDS);
      const steps = await stepsOf(rows.map(({ review }) => review.id));
      return rows.map(({ review }) => toReview(review, steps));
    },
  };
}
