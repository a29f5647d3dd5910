/** Reading consultations with their groups, and counting what came in. */
import { and, asc, desc, eq, gt, isNotNull, isNull, lte, sql, type SQL } from "drizzle-orm";
import type { ReceivedInput } from "../../domain/consultations/changes.ts";
import type { Consultation } from "../../domain/consultations/consultation.ts";
import type { ConsultationId, EpochMs, GroupId, PolicyId, VersionId } from "../../domain/ids.ts";
import type { Db } from "../database.ts";
import { authorities, groups } from "../schema/authorities.ts";
import { consultationGroups, consultations } from "../schema/consultations.ts";
import { contributions } from "../schema/contributions.ts";
import { policies, versions } from "../schema/policies.ts";

/** How many inputs came, withdrawn ones included: by channel, and by group (`""`: none was named). */
export interface ReceivedCounts {
  readonly total: number;
  readonly channels: Readonly<Record<string, number>>;
  readonly groups: Readonly<Record<string, number>>;
}

export interface VersionMark {
  readonly id: VersionId;
  readonly number: number;
  readonly label: string;
}

/** Most rows that a list gives; one government holds some dozens in a year. */
const LIST_LIMIT = 500;

const ofPolicy = (policy: PolicyId) => eq(consultations.policyId, policy);
const openAt = (now: EpochMs) =>
  and(eq(consultations.state, "announced"), lte(consultations.opensAt, now), gt(consultations.closesAt, now));

export function createConsultationReads(db: Db) {
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
    return rows.map(({ retentionEndedAt: _retentionEndedAt, ...row }) => ({
      ...row,
      groups: all
        .filter(({ consultationId }) => consultationId === row.id)
        .map(({ groupId, target }) => ({ groupId, target })),
    }));
  }

  async function many(where: SQL | undefined, order: SQL, limit = LIST_LIMIT): Promise<Consultation[]> {
    const rows = await db
      .select()
      .from(consultations)
      .where(where)
      .orderBy(order, asc(consultations.id))
      .limit(limit);
    return withGroups(rows);
  }

  async function one(where: SQL): Promise<Consultation | null> {
    const [consultation] = await withGroups(await db.select().from(consultations).where(where).limit(1));
    return consultation ?? null;
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
      return many(ofPolicy(policy), desc(consultations.opensAt));
    },
    /** Those that take input at `now`, the first to close first. [CO1] */
    async listOpen(now: EpochMs): Promise<Consultation[]> {
      return many(openAt(now), asc(consultations.closesAt));
    },
    /** Those of one policy that take input at `now`. [CO1] */
    async openFor(policy: PolicyId, now: EpochMs): Promise<Consultation[]> {
      return many(and(ofPolicy(policy), openAt(now)), asc(consultations.closesAt));
    },
    /**
     * What the portal may show: everything that was ever announced, cancelled
     * ones too. The last to close first; `phaseOf` tells them apart.
     */
    async listPublic(limit = LIST_LIMIT): Promise<Consultation[]> {
      return many(isNotNull(consultations.announcedAt), desc(consultations.closesAt), limit);
    },
    /** The same, of one policy. */
    async listPublicOf(policy: PolicyId): Promise<Consultation[]> {
      return many(and(ofPolicy(policy), isNotNull(consultations.announcedAt)), desc(consultations.closesAt));
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
    /** How many inputs each of a policy's consultations received; those with none are absent. */
    async totals(policy: PolicyId): Promise<ReadonlyMap<string, number>> {
      const rows = await db
        .select({ id: contributions.consultationId, count: sql<number>`count(*)` })
        .from(contributions)
        .where(and(eq(contributions.policyId, policy), isNotNull(contributions.consultationId)))
        .groupBy(contributions.consultationId);
      return new Map(rows.map(({ id, count }) => [id ?? "", count]));
    },
    /** Number and label of the versions asked about, by id. */
    async versionsOf(ids: readonly VersionId[]): Promise<ReadonlyMap<string, VersionMark>> {
      const rows = await db
        .select({ id: versions.id, number: versions.number, label: versions.label })
        .from(versions)
        .where(sql`${versions.id} in (select value from json_each(${JSON.stringify(ids)}))`);
      return new Map(rows.map((row) => [row.id, row]));
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
    /** Those whose window is over and whose closing is not on record yet. */
    async dueClosings(now: EpochMs): Promise<Consultation[]> {
      const over = and(
        eq(consultations.state, "announced"),
        lte(consultations.closesAt, now),
        isNull(consultations.closingRecordedAt),
      );
      return many(over, asc(consultations.closesAt));
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
