/** Acts of the team on inputs that the record keeps: sorting, and raising one from a figure. Assigning is not recorded. */
import { and, eq, sql } from "drizzle-orm";
import type { Contribution, ContributionState, Visibility } from "../../domain/contributions/contribution.ts";
import { stateAfter, type Act } from "../../domain/contributions/handling.ts";
import type { AccountId, ContributionId, EpochMs, PolicyId } from "../../domain/ids.ts";
import type { AuditTrail } from "../audit-trail.ts";
import type { Db, DbStatement } from "../database.ts";
import { guardChanged } from "../guards.ts";
import { contributions } from "../schema/contributions.ts";
import { idsIn } from "./contribution-rows.ts";
import type { ContributionRepo, NewContribution } from "./contribution.repo.ts";

export interface ActBy {
  readonly actor: AccountId;
  readonly at: EpochMs;
}

export interface TriageChanges {
  readonly visibility: Visibility;
  readonly redactedText: string | null;
  readonly redactedProposedText: string | null;
  readonly moderationNote: string | null;
}

/** An act that the state of an input does not allow. */
export class ActRefusedError extends Error {
  readonly contribution: Pick<Contribution, "id" | "state">;
  constructor(contribution: Pick<Contribution, "id" | "state">, act: Act) {
    super(`${act} of a contribution that is ${contribution.state}`);
    this.name = "ActRefusedError";
    this.contribution = contribution;
  }
}

type Acted = Pick<Contribution, "id" | "state" | "assigneeId">;

/**
 * What brings these inputs to the state after `act`, with `set` beside it; the
 * batch fails on its guard when one of them changed its state since it was
 * read. Throws `ActRefusedError` for one that the act is not possible on. [CT10]
 */
export function moveStatements(
  db: Db,
  inputs: readonly Acted[],
  act: Act,
  set: Partial<typeof contributions.$inferInsert> = {},
): DbStatement[] {
  const groups = new Map<string, { from: ContributionState; to: ContributionState; ids: ContributionId[] }>();
  for (const input of inputs) {
    const assigned = set.assigneeId === undefined ? input.assigneeId !== null : set.assigneeId !== null;
    const to = stateAfter(input.state, act, assigned);
    if (to === null) throw new ActRefusedError(input, act);
    const key = `${input.state} ${to}`;
    const group = groups.get(key) ?? { from: input.state, to, ids: [] };
    group.ids.push(input.id);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ from, to, ids }) => [
    db
      .update(contributions)
      .set({ ...set, state: to, revision: sql`${contributions.revision} + 1` })
      .where(and(idsIn(contributions.id, ids), eq(contributions.state, from))),
    guardChanged(db, ids.length),
  ]);
}

export type ContributionActsRepo = ReturnType<typeof createContributionActsRepo>;

export function createContributionActsRepo(db: Db, trail: AuditTrail, repo: ContributionRepo) {
  return {
    /**
     * Decides what the public sees of these inputs. `read` is called in every
     * attempt. Fails on its guard when an input was changed meanwhile. [CT11]
     */
    async triage(
      policy: PolicyId,
      triageId: string,
      read: () => Promise<readonly Contribution[]>,
      changes: TriageChanges,
      by: ActBy,
      more: (inputs: readonly Contribution[]) => readonly DbStatement[] = () => [],
    ): Promise<void> {
      await trail.withEvent(policy, async () => {
        const inputs = await read();
        const { visibility, moderationNote, redactedText, redactedProposedText } = changes;
        return {
          ...by,
          action: "contribution.triaged",
          subject: { kind: "triage", id: triageId },
          payload: {
            contributionIds: inputs.map(({ id }) => id),
            visibility,
            redacted: redactedText !== null || redactedProposedText !== null,
            ...(moderationNote !== null && { moderationNote }),
          },
          statements: [
            ...moveStatements(db, inputs, "triage", {
              visibility,
              moderationNote,
              redactedText,
              redactedProposedText,
            }),
            ...more(inputs),
          ],
        };
      });
    },
    /** Gives inputs to somebody to answer, or to nobody; all or none. */
    async assign(
      inputs: readonly Contribution[],
      assigneeId: AccountId | null,
      more: readonly DbStatement[] = [],
    ): Promise<void> {
      const [first, ...rest] = [...moveStatements(db, inputs, "assign", { assigneeId }), ...more];
      if (first) await db.batch([first, ...rest]);
    },
    /** An input that the team makes out of a figure of a survey. [CT18] */
    async raise(input: NewContribution, by: ActBy): Promise<void> {
      await trail.withEvent(input.policyId, () => ({
        ...by,
        action: "contribution.raised",
        subject: { kind: "contribution", id: input.id },
        payload: { source: input.sourceId, item: input.sourceItem },
        statements: repo.receiveStatements(input),
      }));
    },
  };
}
