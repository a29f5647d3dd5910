/** Consultations with their groups; their announcement, their end, and what the record keeps of it. */
import { and, asc, desc, eq, isNotNull, isNull, lte, gt, sql, type SQL } from "drizzle-orm";
import type { JsonValue } from "../../domain/audit/event.ts";
import type { PolicyEvent } from "../../domain/audit/policy-events.ts";
import type {
  Consultation,
  ConsultationGroup,
  IdentityRule,
} from "../../domain/consultations/consultation.ts";
import {
  CHANGEABLE,
  removedGroups,
  type ConsultationChanges,
  type ReceivedInput,
} from "../../domain/consultations/changes.ts";
import { SHORT_CODE_LENGTH, shortCodeFrom } from "../../domain/consultations/short-code.ts";
import type { AccountId, ConsultationId, EpochMs, GroupId, PolicyId } from "../../domain/ids.ts";
import type { AuditTrail } from "../audit-trail.ts";
import { isConstraintViolation } from "../constraint-violation.ts";
import type { Db, DbStatement } from "../database.ts";
import { guard, guardChanged, isLostGuard } from "../guards.ts";
import { consultationGroups, consultations } from "../schema/consultations.ts";
import { contributions } from "../schema/contributions.ts";
import { authorities, groups } from "../schema/authorities.ts";
import { policies } from "../schema/policies.ts";
import type { By } from "./directory.repo.ts";
import { createShortLinkRepo } from "./short-link.repo.ts";

/** A draft, as somebody makes it. */
export type NewConsultation = Omit<
  Consultation,
  "shortCode" | "state" | "announcedAt" | "endReason" | "closingRecordedAt" | "revision"
>;

/** How many inputs came, withdrawn ones included: by channel, and by group (`""`: none was named). */
export interface ReceivedCounts {
  readonly total: number;
  readonly channels: Readonly<Record<string, number>>;
  readonly groups: Readonly<Record<string, number>>;
}

export type ConsultationRepo = ReturnType<typeof createConsultationRepo>;

/** Most rows that a list gives; one government holds some dozens in a year. */
const LIST_LIMIT = 500;
/** Lost attempts at a short code, or at counts that moved meanwhile. */
const MAX_ATTEMPTS = 20;

export function createConsultationRepo(
  db: Db,
  trail: AuditTrail,
  randomBytes: (length: number) => Uint8Array = (length) => crypto.getRandomValues(new Uint8Array(length)),
) {
  const links = createShortLinkRepo(db);

  async function withGroups(rows: readonly (typeof consultations.$inferSelect)[]): Promise<Consultation[]> {
    if (rows.length === 0) return [];
    const ids = JSON.stringify(rows.map(({ id }) => id));
    const all = await db
      .select({
        consultationId: consultationGroups.consultationId,
        groupId: consultationGroups.groupId,
        target: consultationGroups.target,
      })
      .from(consultationGroups)
      .innerJoin(groups, eq(groups.id, consultationGroups.groupId))
      .where(sql`${consultationGroups.consultationId} in (select value from json_each(${ids}))`)
      .orderBy(asc(groups.name));
    return rows.map((row) => ({
      ...row,
      groups: all
        .filter(({ consultationId }) => consultationId === row.id)
        .map(({ groupId, target }) => ({ groupId, target })),
    }));
  }

  async function one(where: SQL): Promise<Consultation | null> {
    const [consultation] = await withGroups(await db.select().from(consultations).where(where).limit(1));
    return consultation ?? null;
  }

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

  async function counts(id: ConsultationId): Promise<ReceivedCounts> {
    const rows = await db
      .select({
        channel: contributions.channel,
        groupId: contributions.groupId,
        count: sql<number>`count(*)`,
      })
      .from(contributions)
      .where(eq(contributions.consultationId, id))
      .groupBy(contributions.channel, contributions.groupId);
    const channels: Record<string, number> = {};
    const byGroup: Record<string, number> = {};
    for (const { channel, groupId, count } of rows) {
      channels[channel] = (channels[channel] ?? 0) + count;
      byGroup[groupId ?? ""] = (byGroup[groupId ?? ""] ?? 0) + count;
    }
    const total = Object.values(channels).reduce((sum, count) => sum + count, 0);
    return { total, channels, groups: byGroup };
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
      const counted = await counts(id);
      const end = reason === null ? { closesAt } : { closesAt: by.at, reason };
      const { channels, groups: byGroup } = counted;
      const still = sql`(select count(*) from ${contributions} where ${contributions.consultationId} = ${id}) = ${counted.total}`;
      const payload = { ...end, channels, groups: byGroup };
      try {
        await record({ id, policyId }, by, "consultation.closed", payload, [...statements, guard(db, still)]);
        return counted;
      } catch (error) {
        const moved = isLostGuard(error) && (await counts(id)).total !== counted.total;
        if (!moved || attempt >= MAX_ATTEMPTS) throw error;
      }
    }
  }

  return {
    counts,
    async get(id: ConsultationId): Promise<Consultation | null> {
      return one(eq(consultations.id, id));
    },
    async byShortCode(code: string): Promise<Consultation | null> {
      return one(eq(consultations.shortCode, code));
    },
    /** All of a policy, newest window first. */
    async list(policy: PolicyId): Promise<Consultation[]> {
      const rows = await db
        .select()
        .from(consultations)
        .where(eq(consultations.policyId, policy))
        .orderBy(desc(consultations.opensAt), desc(consultations.id))
        .limit(LIST_LIMIT);
      return withGroups(rows);
    },
    /** Those that take input at `now`, the first to close first. [CO1] */
    async listOpen(now: EpochMs): Promise<Consultation[]> {
      const rows = await db
        .select()
        .from(consultations)
        .where(
          and(
            eq(consultations.state, "announced"),
            gt(consultations.closesAt, now),
            lte(consultations.opensAt, now),
          ),
        )
        .orderBy(asc(consultations.closesAt), asc(consultations.id))
        .limit(LIST_LIMIT);
      return withGroups(rows);
    },
    /** Those of one policy that take input at `now`. [CO1] */
    async openFor(policy: PolicyId, now: EpochMs): Promise<Consultation[]> {
      const rows = await db
        .select()
        .from(consultations)
        .where(
          and(
            eq(consultations.policyId, policy),
            eq(consultations.state, "announced"),
            gt(consultations.closesAt, now),
            lte(consultations.opensAt, now),
          ),
        )
        .orderBy(asc(consultations.closesAt), asc(consultations.id));
      return withGroups(rows);
    },
    /**
     * What the portal may show: everything that was ever announced, cancelled
     * ones too. The last to close first; `phaseOf` tells them apart.
     */
    async listPublic(limit = LIST_LIMIT): Promise<Consultation[]> {
      const rows = await db
        .select()
        .from(consultations)
        .where(isNotNull(consultations.announcedAt))
        .orderBy(desc(consultations.closesAt), desc(consultations.id))
        .limit(limit);
      return withGroups(rows);
    },
    /** The same, of one policy. */
    async listPublicOf(policy: PolicyId): Promise<Consultation[]> {
      const rows = await db
        .select()
        .from(consultations)
        .where(and(eq(consultations.policyId, policy), isNotNull(consultations.announcedAt)))
        .orderBy(desc(consultations.closesAt), desc(consultations.id))
        .limit(LIST_LIMIT);
      return withGroups(rows);
    },
    /** Zone and names of the authority that asks; for windows and for days. */
    async authorityOf(policy: PolicyId): Promise<typeof authorities.$inferSelect | null> {
      const row = await db
        .select({ authority: authorities })
        .from(policies)
        .innerJoin(authorities, eq(authorities.id, policies.authorityId))
        .where(eq(policies.id, policy))
        .get();
      return row?.authority ?? null;
    },
    /** Whether anything came in, and what of it locks something. [CO7] */
    async received(id: ConsultationId): Promise<ReceivedInput> {
      const { total, channels, groups: byGroup } = await counts(id);
      return {
        any: total > 0,
        comments: (channels["comment"] ?? 0) > 0,
        submissions: (channels["submission"] ?? 0) > 0,
        groups: Object.keys(byGroup).filter((group) => group !== ""),
      };
    },
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
    async announce(before: Consultation, by: By): Promise<void> {
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
    /** Those whose window is over and whose closing is not on record yet. */
    async dueClosings(now: EpochMs): Promise<Consultation[]> {
      const rows = await db
        .select()
        .from(consultations)
        .where(
          and(
            eq(consultations.state, "announced"),
            lte(consultations.closesAt, now),
            isNull(consultations.closingRecordedAt),
          ),
        )
        .orderBy(asc(consultations.closesAt))
        .limit(LIST_LIMIT);
      return withGroups(rows);
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
    /** Names of groups, of this or another consultation; unknown ids are absent. */
    async groupNames(ids: readonly GroupId[]): Promise<ReadonlyMap<GroupId, string>> {
      const rows = await db
        .select({ id: groups.id, name: groups.name })
        .from(groups)
        .where(sql`${groups.id} in (select value from json_each(${JSON.stringify(ids)}))`);
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
  };
}
