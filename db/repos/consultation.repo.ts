/** Making, changing, announcing and ending consultations; each an event. What is only read: `consultation-reads.ts`. */
import { and, eq, isNull, lte, sql, type SQL } from "drizzle-orm";
import type { JsonValue } from "../../domain/audit/event.ts";
import type { PolicyEvent } from "../../domain/audit/policy-events.ts";
import type {
  Consultation,
  ConsultationGroup,
  IdentityRule,
} from "../../domain/consultations/consultation.ts";
import { CHANGEABLE, removedGroups, type ConsultationChanges } from "../../domain/consultations/changes.ts";
import { SHORT_CODE_LENGTH, shortCodeFrom } from "../../domain/consultations/short-code.ts";
import type { AccountId, ConsultationId, EpochMs } from "../../domain/ids.ts";
import type { AuditTrail } from "../audit-trail.ts";
import { isConstraintViolation } from "../constraint-violation.ts";
import type { Db, DbStatement } from "../database.ts";
import { guard, guardChanged, isLostGuard } from "../guards.ts";
import { consultationGroups, consultations } from "../schema/consultations.ts";
import { contributions } from "../schema/contributions.ts";
import type { By } from "./directory.repo.ts";
import { createConsultationReads, type ReceivedCounts } from "./consultation-reads.ts";
import { createShortLinkRepo } from "./short-link.repo.ts";

/** A draft, as somebody makes it. */
export type NewConsultation = Omit<
  Consultation,
  "shortCode" | "state" | "announcedAt" | "endReason" | "closingRecordedAt" | "revision"
>;

export type ConsultationRepo = ReturnType<typeof createConsultationRepo>;

/** Lost attempts at a short code, or at counts that moved meanwhile. */
const MAX_ATTEMPTS = 20;

export function createConsultationRepo(
  db: Db,
  trail: AuditTrail,
  randomBytes: (length: number) => Uint8Array = (length) => crypto.getRandomValues(new Uint8Array(length)),
) {
  const links = createShortLinkRepo(db);
  const reads = createConsultationReads(db);

  const groupStatements = (id: ConsultationId, all: readonly ConsultationGroup[]): DbStatement[] =>
    all.map(({ groupId, target }) =>
      db.insert(consultationGroups).values({ consultationId: id, groupId, target }),
    );

  const atRevision = ({ id, revision }: Consultation) =>
    and(eq(consultations.id, id), eq(consultations.revision, revision));

  const noInput = (id: ConsultationId, further: SQL = sql`1`): DbStatement =>
    guard(
      db,
      sql`not exists (select 1 from ${contributions} where ${contributions.consultationId} = ${id} and ${further})`,
    );

  /** What must still hold when the batch runs, for what is locked by input. [CO7] */
  function lockGuards(before: Consultation, changes: ConsultationChanges): DbStatement[] {
    const { id } = before;
    const { versionId, legalBasis, retentionMonths } = changes;
    const guards: DbStatement[] = [];
    if ([versionId, legalBasis, retentionMonths].some((value) => value !== undefined))
      guards.push(noInput(id));
    if (changes.comments !== undefined) guards.push(noInput(id, sql`${contributions.channel} = 'comment'`));
    if (changes.submissions !== undefined)
      guards.push(noInput(id, sql`${contributions.channel} = 'submission'`));
    const removed = removedGroups(before, changes);
    if (removed.length > 0) {
      const list = JSON.stringify(removed);
      guards.push(noInput(id, sql`${contributions.groupId} in (select value from json_each(${list}))`));
    }
    return guards;
  }

  async function record(
    consultation: Pick<Consultation, "id" | "policyId">,
    by: By,
    action: PolicyEvent,
    payload: JsonValue,
    statements: readonly DbStatement[],
  ): Promise<void> {
    const subject = { kind: "consultation", id: consultation.id as string };
    await trail.withEvent(consultation.policyId, () => ({ ...by, action, subject, payload, statements }));
  }

  /** Writes the end with counts that are exact: an input that slips in between is counted in the next attempt. [CO11] */
  async function recordEnd(
    consultation: Consultation,
    by: By,
    reason: string | null,
    statements: readonly DbStatement[],
  ): Promise<ReceivedCounts> {
    const { id, policyId, closesAt } = consultation;
    for (let attempt = 1; ; attempt += 1) {
      const counted = await reads.counts(id);
      const end = reason === null ? { closesAt } : { closesAt: by.at, reason };
      const { channels, groups: byGroup } = counted;
      const still = sql`(select count(*) from ${contributions} where ${contributions.consultationId} = ${id}) = ${counted.total}`;
      const payload = { ...end, channels, groups: byGroup };
      try {
        await record({ id, policyId }, by, "consultation.closed", payload, [...statements, guard(db, still)]);
        return counted;
      } catch (error) {
        const moved = isLostGuard(error) && (await reads.counts(id)).total !== counted.total;
        if (!moved || attempt >= MAX_ATTEMPTS) throw error;
      }
    }
  }

  return {
    ...reads,
    /**
     * For the batch of an input: fails unless the consultation takes input at
     * `now`, under the version (and, for comments, the rule) that was shown. [CO1, CO7, CO11]
     */
    takesInput(
      { id, versionId }: Pick<Consultation, "id" | "versionId">,
      now: EpochMs,
      comments?: IdentityRule,
    ): DbStatement {
      return guard(
        db,
        sql`exists (select 1 from ${consultations} where ${consultations.id} = ${id}
          and ${consultations.state} = 'announced' and ${consultations.versionId} = ${versionId}
          and ${consultations.opensAt} <= ${now} and ${now} < ${consultations.closesAt}
          and ${consultations.closingRecordedAt} is null
          and ${comments === undefined ? sql`1` : sql`${consultations.comments} = ${comments}`})`,
      );
    },
    /** Makes a draft with a short code of its own. */
    async create(draft: NewConsultation, by: By & { readonly actor: AccountId }): Promise<Consultation> {
      const { id, policyId, versionId, title, groups: all, ...rest } = draft;
      for (let attempt = 1; ; attempt += 1) {
        const shortCode = shortCodeFrom(randomBytes(SHORT_CODE_LENGTH));
        try {
          await record(draft, by, "consultation.created", { title, versionId, shortCode }, [
            links.addStatement({ code: shortCode, kind: "consultation", subjectId: id }, by.at),
            db
              .insert(consultations)
              .values({ ...rest, id, policyId, versionId, title, shortCode, state: "draft" }),
            ...groupStatements(id, all),
          ]);
          const fresh = {
            state: "draft",
            announcedAt: null,
            endReason: null,
            closingRecordedAt: null,
          } as const;
          return { ...draft, ...fresh, shortCode, revision: 1 };
        } catch (error) {
          if (attempt >= MAX_ATTEMPTS || !isConstraintViolation(error, "short_links.code")) throw error;
        }
      }
    },
    /**
     * Makes `changes` (real ones: `realChanges`). Fails on a guard (`isLostGuard`)
     * when the row changed since `before` was read, or when an input came that
     * locks one of them. [CO6, CO7]
     */
    async change(before: Consultation, changes: ConsultationChanges, by: By): Promise<void> {
      const { groups: all, ...columns } = changes;
      const fields = CHANGEABLE.filter((field) => changes[field] !== undefined);
      const payload = Object.fromEntries(
        fields.map((field) => [field, { from: before[field], to: changes[field] }]),
      ) as unknown as JsonValue;
      const movesWindow = changes.opensAt !== undefined || changes.closesAt !== undefined;
      await record(before, by, "consultation.changed", payload, [
        db
          .update(consultations)
          .set({ ...columns, revision: before.revision + 1 })
          .where(and(atRevision(before), movesWindow ? isNull(consultations.closingRecordedAt) : undefined)),
        guardChanged(db),
        ...lockGuards(before, changes),
        ...(all
          ? [
              db.delete(consultationGroups).where(eq(consultationGroups.consultationId, before.id)),
              ...groupStatements(before.id, all),
            ]
          : []),
      ]);
    },
    /** Makes it public; one whose opening has passed opens now, never before it was announced. [CO3] */
    async announce(before: Consultation, by: By, also: readonly DbStatement[] = []): Promise<void> {
      const opensAt = Math.max(before.opensAt, by.at);
      const { title, versionId, closesAt, comments, submissions, shortCode } = before;
      const all = before.groups.map(({ groupId, target }) => ({ groupId: groupId as string, target }));
      const payload = { title, versionId, opensAt, closesAt, comments, submissions, shortCode, groups: all };
      await record(before, by, "consultation.announced", payload, [
        db
          .update(consultations)
          .set({ state: "announced", announcedAt: by.at, opensAt, revision: before.revision + 1 })
          .where(and(atRevision(before), eq(consultations.state, "draft"))),
        guardChanged(db),
        ...also,
      ]);
    },
    /** Ends one that has not closed; what came in stays. [CO8] */
    async cancel(before: Consultation, reason: string | null, by: By): Promise<void> {
      await record(before, by, "consultation.cancelled", { reason }, [
        db
          .update(consultations)
          .set({ state: "cancelled", endReason: reason, revision: before.revision + 1 })
          .where(and(atRevision(before), isNull(consultations.closingRecordedAt))),
        guardChanged(db),
      ]);
    },
    /** Closes an open one at this instant. `also`: what else closes with it, in the same batch. [CO8, CO11] */
    async closeEarly(
      before: Consultation,
      reason: string,
      by: By,
      also: readonly DbStatement[] = [],
    ): Promise<ReceivedCounts> {
      return recordEnd(before, by, reason, [
        db
          .update(consultations)
          .set({
            closesAt: by.at,
            endReason: reason,
            closingRecordedAt: by.at,
            revision: before.revision + 1,
          })
          .where(
            and(
              atRevision(before),
              eq(consultations.state, "announced"),
              isNull(consultations.closingRecordedAt),
            ),
          ),
        guardChanged(db),
        ...also,
      ]);
    },
    /** Takes down the closing of one of `dueClosings`; fails on its guard when somebody else did, or extended it. [CO11] */
    async recordClosing(
      due: Consultation,
      at: EpochMs,
      also: readonly DbStatement[] = [],
    ): Promise<ReceivedCounts> {
      return recordEnd(due, { actor: null, at }, null, [
        db
          .update(consultations)
          .set({ closingRecordedAt: at })
          .where(
            and(
              eq(consultations.id, due.id),
              eq(consultations.state, "announced"),
              lte(consultations.closesAt, at),
              isNull(consultations.closingRecordedAt),
            ),
          ),
        guardChanged(db),
        ...also,
      ]);
    },
  };
}
