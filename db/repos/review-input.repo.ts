/** What people said about a policy, as far as a leader must know before deciding. [RV22] */
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Channel, Stance } from "../../domain/contributions/contribution.ts";
import type { Outcome } from "../../domain/dispositions/disposition.ts";
import type { Cid, ContributionId, PolicyId } from "../../domain/ids.ts";
import type { Db } from "../database.ts";
import { groups } from "../schema/authorities.ts";
import {
  contributions,
  contributionTargets,
  dispositionContributions,
  dispositions,
} from "../schema/contributions.ts";

export interface InputCounts {
  readonly received: number;
  readonly answered: number;
  readonly against: number;
}

export interface Objection {
  readonly id: ContributionId;
  readonly channel: Channel;
  readonly stance: Stance;
  /** Redacted where it was. */
  readonly text: string;
  readonly proposedText: string | null;
  readonly groupName: string | null;
  readonly createdOn: string;
  readonly cids: readonly Cid[];
  readonly answer: { readonly outcome: Outcome; readonly reason: string } | null;
}

export type ReviewInputRepo = ReturnType<typeof createReviewInputRepo>;

export function createReviewInputRepo(db: Db) {
  /** What counts: not withdrawn, and not replaced by a corrected submission. */
  const counting = (policy: PolicyId) =>
    and(
      eq(contributions.policyId, policy),
      sql`${contributions.state} <> 'withdrawn'`,
      isNull(contributions.supersededBy),
    );
  const currentAnswer = and(
    eq(dispositionContributions.contributionId, contributions.id),
    eq(dispositionContributions.current, true),
  );

  return {
    async counts(policy: PolicyId): Promise<InputCounts> {
      const row = await db
        .select({
          received: sql<number>`count(*)`,
          answered: sql<number>`count(${dispositionContributions.dispositionId})`,
          against: sql<number>`coalesce(sum(${contributions.stance} = 'against'), 0)`,
        })
        .from(contributions)
        .leftJoin(dispositionContributions, currentAnswer)
        .where(counting(policy))
        .get();
      return row ?? { received: 0, answered: 0, against: 0 };
    },
    /** Inputs against the text, open and rejected ones first, then the newest; at most `limit`. */
    async objections(policy: PolicyId, limit: number): Promise<Objection[]> {
      const rows = await db
        .select({
          id: contributions.id,
          channel: contributions.channel,
          stance: sql<Stance>`${contributions.stance}`,
          text: sql<string>`coalesce(${contributions.redactedText}, ${contributions.text})`,
          proposedText: sql<
            string | null
          >`coalesce(${contributions.redactedProposedText}, ${contributions.proposedText})`,
          groupName: groups.name,
          createdOn: contributions.createdOn,
          outcome: dispositions.outcome,
          reason: dispositions.reason,
        })
        .from(contributions)
        .leftJoin(dispositionContributions, currentAnswer)
        .leftJoin(dispositions, eq(dispositions.id, dispositionContributions.dispositionId))
        .leftJoin(groups, eq(groups.id, contributions.groupId))
        .where(and(counting(policy), eq(contributions.stance, "against")))
        .orderBy(
          sql`case when ${dispositions.outcome} is null or ${dispositions.outcome} = 'rejected' then 0 else 1 end`,
          desc(contributions.createdOn),
          contributions.id,
        )
        .limit(limit);
      const ids = JSON.stringify(rows.map(({ id }) => id));
      const targets = await db
        .select({ id: contributionTargets.contributionId, cid: contributionTargets.cid })
        .from(contributionTargets)
        .where(sql`${contributionTargets.contributionId} in (select value from json_each(${ids}))`)
        .orderBy(contributionTargets.position);
      return rows.map(({ outcome, reason, ...rest }) => ({
        ...rest,
        cids: targets.filter(({ id }) => id === rest.id).map(({ cid }) => cid),
        answer: outcome !== null && reason !== null ? { outcome, reason } : null,
      }));
    },
  };
}
