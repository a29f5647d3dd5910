/** Answers: given, corrected, opened again, published. Rows are only added. [DP6] */
import { and, eq, max, sql } from "drizzle-orm";
import type { Contribution } from "../../domain/contributions/contribution.ts";
import type { Disposition, DispositionChange, Outcome } from "../../domain/dispositions/disposition.ts";
import type { Cid, ContributionId, DispositionId, PolicyId, VersionId } from "../../domain/ids.ts";
import type { AuditTrail } from "../audit-trail.ts";
import type { Db, DbStatement } from "../database.ts";
import { guard, guardChanged } from "../guards.ts";
import { dispositionContributions, dispositions } from "../schema/contributions.ts";
import { versions } from "../schema/policies.ts";
import { moveStatements, type ActBy } from "./contribution-acts.repo.ts";
import { idsIn } from "./contribution-rows.ts";
import { dispositionPayload } from "./disposition-payload.ts";
import { changeColumns, readDispositions, type StoredDisposition } from "./disposition-rows.ts";

export interface NewDisposition {
  readonly id: DispositionId;
  readonly policyId: PolicyId;
  readonly outcome: Outcome;
  readonly reason: string;
  /** Without a version: promised, bound to the one that is frozen next. [DP3] */
  readonly change: { readonly cid: Cid; readonly versionId?: VersionId | undefined } | null;
  readonly replaces: DispositionId | null;
}

/** What one attempt found, and what goes into its batch beside the answer. */
export interface DispositionAttempt {
  readonly inputs: readonly Contribution[];
  /** Sorting in the same act, for those that were not sorted. */
  readonly before: readonly DbStatement[];
  /** Telling the authors. */
  readonly after: readonly DbStatement[];
  /** The states as `before` leaves them. */
  readonly sorted: readonly Contribution[];
}

export type DispositionRepo = ReturnType<typeof createDispositionRepo>;

export function createDispositionRepo(db: Db, trail: AuditTrail) {
  const ofContributions = (ids: readonly ContributionId[]) =>
    sql`${dispositions.id} in (select ${dispositionContributions.dispositionId} from ${dispositionContributions} where ${idsIn(sql`${dispositionContributions.contributionId}`, ids)})`;

  async function lastVersion(policy: PolicyId): Promise<number> {
    const row = await db
      .select({ last: max(versions.number) })
      .from(versions)
      .where(eq(versions.policyId, policy))
      .get();
    return row?.last ?? 0;
  }

  /** Takes the current answer from these inputs; the batch fails unless all of them had it. */
  const releaseStatements = (id: DispositionId, ids: readonly ContributionId[]): DbStatement[] => [
    db
      .update(dispositionContributions)
      .set({ current: false })
      .where(
        and(
          eq(dispositionContributions.dispositionId, id),
          eq(dispositionContributions.current, true),
          idsIn(sql`${dispositionContributions.contributionId}`, ids),
        ),
      ),
    guardChanged(db, ids.length),
  ];

  return {
    async get(id: DispositionId): Promise<StoredDisposition | null> {
      return (await readDispositions(db, eq(dispositions.id, id)))[0] ?? null;
    },
    /** All answers that these inputs ever had, oldest first. */
    async ofContributions(ids: readonly ContributionId[]): Promise<StoredDisposition[]> {
      return readDispositions(db, ofContributions(ids));
    },
    async ofPolicy(policy: PolicyId): Promise<StoredDisposition[]> {
      return readDispositions(db, eq(dispositions.policyId, policy));
    },
    /**
     * Writes one answer to all of the inputs with its event. `attempt` is called
     * in every attempt and reads anew; the inputs are those that it returns.
     * Fails on `disposition_contributions.contribution_id` when one of them was
     * answered meanwhile, on a guard when its state moved or a version was frozen. [DP2, DP4]
     */
    async dispose(
      answer: NewDisposition,
      by: ActBy,
      attempt: () => Promise<DispositionAttempt>,
    ): Promise<Disposition> {
      let written: Disposition | undefined;
      await trail.withEvent(answer.policyId, async () => {
        const { change } = answer;
        const afterVersion = await lastVersion(answer.policyId);
        const { inputs, before, after, sorted } = await attempt();
        const ids = inputs.map(({ id }) => id).toSorted();
        const bound: DispositionChange | null =
          change === null
            ? null
            : change.versionId === undefined
              ? { cid: change.cid, afterVersion }
              : { cid: change.cid, versionId: change.versionId };
        const { id, policyId, outcome, reason, replaces } = answer;
        written = {
          id,
          policyId,
          outcome,
          reason,
          replaces,
          by: by.actor,
          at: by.at,
          change: bound,
          contributionIds: ids,
        };
        const noneFrozen = guard(
          db,
          sql`not exists (select 1 from ${versions} where ${versions.policyId} = ${policyId} and ${versions.number} > ${afterVersion})`,
        );
        return {
          ...by,
          action: "disposition.made",
          subject: { kind: "disposition", id },
          payload: dispositionPayload(written),
          // Recomputed from the rows when the record is checked (`disposition-payload.ts`).
          storePayload: false,
          statements: [
            ...(bound && "afterVersion" in bound ? [noneFrozen] : []),
            ...(replaces === null ? [] : releaseStatements(replaces, ids)),
            db.insert(dispositions).values({
              id,
              policyId,
              outcome,
              reason,
              replaces,
              by: by.actor,
              at: by.at,
              ...changeColumns(bound),
            }),
            ...pairStatements(db, id, ids),
            ...before,
            ...moveStatements(db, sorted, replaces === null ? "answer" : "correct"),
            ...after,
          ],
        };
      });
      if (!written) throw new Error("an answer without an attempt");
      return written;
    },
    /** Makes inputs considered again; their answers stay on record. `read` is called in every attempt. */
    async reopen(
      policy: PolicyId,
      reopenId: string,
      read: () => Promise<readonly Contribution[]>,
      by: ActBy,
    ): Promise<void> {
      await trail.withEvent(policy, async () => {
        const inputs = await read();
        const ids = inputs.map(({ id }) => id);
        return {
          ...by,
          action: "disposition.reopened",
          subject: { kind: "reopening", id: reopenId },
          payload: { contributionIds: ids },
          statements: [
            ...moveStatements(db, inputs, "reopen"),
            db
              .update(dispositionContributions)
              .set({ current: false })
              .where(
                and(
                  eq(dispositionContributions.current, true),
                  idsIn(sql`${dispositionContributions.contributionId}`, ids),
                ),
              ),
            guardChanged(db, ids.length),
          ],
        };
      });
    },
    /** Brings answers to the public register. `read` is called in every attempt. [DP8] */
    async publish(
      policy: PolicyId,
      publishId: string,
      read: () => Promise<readonly Contribution[]>,
      by: ActBy,
    ): Promise<void> {
      await trail.withEvent(policy, async () => {
        const inputs = await read();
        return {
          ...by,
          action: "disposition.published",
          subject: { kind: "publication", id: publishId },
          payload: { contributionIds: inputs.map(({ id }) => id) },
          statements: moveStatements(db, inputs, "publish"),
        };
      });
    },
  };
}

/** In one statement whatever their number. */
function pairStatements(db: Db, id: DispositionId, ids: readonly ContributionId[]): DbStatement[] {
  return [
    db
      .insert(dispositionContributions)
      .select(sql`select ${id}, value, 1 from json_each(${JSON.stringify(ids)})`),
  ];
}
