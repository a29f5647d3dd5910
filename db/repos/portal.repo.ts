/** What the public may read, and the little that decides whether a page has changed. */
import { and, asc, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Consultation } from "../../domain/consultations/consultation.ts";
import type { Outcome } from "../../domain/dispositions/disposition.ts";
import type {
  Cid,
  ConsultationId,
  DispositionId,
  EpochMs,
  GroupId,
  PolicyId,
  SurveyId,
  VersionId,
  WorkshopId,
} from "../../domain/ids.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import type { WorkshopState } from "../../domain/workshops/workshop.ts";
import type { Db } from "../database.ts";
import { authorities, groups, units } from "../schema/authorities.ts";
import { consultationGroups, consultations } from "../schema/consultations.ts";
import {
  contributions,
  contributionTargets,
  dispositionContributions,
  dispositions,
} from "../schema/contributions.ts";
import { policies, versions } from "../schema/policies.ts";
import { reviews } from "../schema/reviews.ts";
import { surveys } from "../schema/surveys.ts";
import { workshops } from "../schema/workshops.ts";
import type { Authority } from "./directory.repo.ts";
import type { Version } from "./version.repo.ts";

/** A consultation that was announced, with all that its pages name. */
export interface PublicConsultation {
  readonly consultation: Omit<Consultation, "groups">;
  readonly policy: Policy;
  readonly authority: Authority;
  readonly unitName: string | null;
  /** The version that is asked about. */
  readonly version: Version;
}

export interface PublicGroup {
  readonly id: GroupId;
  readonly name: string;
  readonly description: string | null;
}

export interface PublicSurvey {
  readonly id: SurveyId;
  readonly title: string;
  readonly opensAt: EpochMs;
  readonly closesAt: EpochMs;
  readonly closed: boolean;
}

export interface PublicWorkshop {
  readonly id: WorkshopId;
  readonly code: string;
  readonly title: string;
  readonly place: string;
  readonly startsAt: EpochMs;
  readonly endsAt: EpochMs;
  readonly state: WorkshopState;
}

/** What was received, withdrawn input left out: by clause as it was pointed at, and about the draft as a whole. */
export interface PublicCounts {
  readonly byClause: ReadonlyMap<Cid, number>;
  readonly general: number;
  /** All: one that is about two clauses counts in both of them, and here once. */
  readonly received: number;
}

export type PortalRepo = ReturnType<typeof createPortalRepo>;

const LIST_LIMIT = 300;

export function createPortalRepo(db: Db) {
  const joined = () =>
    db
      .select({
        consultation: consultations,
        policy: policies,
        authority: authorities,
        unitName: units.name,
        version: versions,
      })
      .from(consultations)
      .innerJoin(policies, eq(policies.id, consultations.policyId))
      .innerJoin(authorities, eq(authorities.id, policies.authorityId))
      .innerJoin(versions, eq(versions.id, consultations.versionId))
      .leftJoin(units, eq(units.id, policies.unitId));

  // Asked on every request of a public page: its words are put together once.
  const asked = sql.placeholder("id");
  const stampQuery = db
    .select({
      revision: consultations.revision,
      policy: policies.revision,
      authority: authorities.revision,
      opensAt: consultations.opensAt,
      closesAt: consultations.closesAt,
      input: sql<string>`(select count(*) || '.' || coalesce(sum(revision), 0) from ${contributions} where consultation_id = ${asked})`,
      // With their instants: what opens or closes by the clock changes the page, too.
      surveys: sql<string>`(select coalesce(group_concat(revision || ' ' || state || ' ' || opens_at || ' ' || closes_at), '') from ${surveys} where consultation_id = ${asked})`,
      workshops: sql<string>`(select coalesce(group_concat(settings_revision || ' ' || state || ' ' || ends_at), '') from ${workshops} where consultation_id = ${asked})`,
      frozen: sql<number>`(select max(number) from ${versions} where policy_id = ${consultations.policyId})`,
    })
    .from(consultations)
    .innerJoin(policies, eq(policies.id, consultations.policyId))
    .innerJoin(authorities, eq(authorities.id, policies.authorityId))
    .where(and(eq(consultations.id, asked), isNotNull(consultations.announcedAt)))
    .prepare();

  return {
    /**
     * All that a consultation's pages depend on, in one short line that changes
     * when any of it does; null for what is not public. One statement, on indexes alone.
     */
    async stamp(id: ConsultationId): Promise<{
      readonly stamp: string;
      /** When something opens, begins or closes. */
      readonly instants: readonly EpochMs[];
    } | null> {
      const row = await stampQuery.get({ id });
      if (!row) return null;
      const { opensAt, closesAt, ...rest } = row;
      const instants = `${row.surveys},${row.workshops}`.match(/\d{12,}/g) ?? [];
      return {
        stamp: Object.values(rest).join("|"),
        instants: [opensAt, closesAt, ...instants.map(Number)],
      };
    },
    async consultation(id: ConsultationId): Promise<PublicConsultation | null> {
      const row = await joined()
        .where(and(eq(consultations.id, id), isNotNull(consultations.announcedAt)))
        .get();
      return row ?? null;
    },
    /** Everything that was ever announced, the last to close first. */
    async consultations(): Promise<PublicConsultation[]> {
      return joined()
        .where(isNotNull(consultations.announcedAt))
        .orderBy(desc(consultations.closesAt), desc(consultations.id))
        .limit(LIST_LIMIT);
    },
    async groups(id: ConsultationId): Promise<PublicGroup[]> {
      return db
        .select({ id: groups.id, name: groups.name, description: groups.description })
        .from(consultationGroups)
        .innerJoin(groups, eq(groups.id, consultationGroups.groupId))
        .where(eq(consultationGroups.consultationId, id))
        .orderBy(asc(groups.name));
    },
    /** Those that were opened, the first to close first. */
    async surveys(id: ConsultationId): Promise<PublicSurvey[]> {
      const rows = await db
        .select()
        .from(surveys)
        .where(and(eq(surveys.consultationId, id), sql`${surveys.state} <> 'draft'`))
        .orderBy(asc(surveys.closesAt), asc(surveys.id));
      return rows.map(({ id: survey, title, opensAt, closesAt, state }) => ({
        id: survey,
        title,
        opensAt,
        closesAt,
        closed: state === "closed",
      }));
    },
    async workshops(id: ConsultationId): Promise<PublicWorkshop[]> {
      const rows = await db
        .select()
        .from(workshops)
        .where(eq(workshops.consultationId, id))
        .orderBy(asc(workshops.startsAt), asc(workshops.id));
      return rows.map(({ id: workshop, code, title, place, startsAt, endsAt, state }) => ({
        id: workshop,
        code,
        title,
        place,
        startsAt,
        endsAt,
        state,
      }));
    },
    async counts(id: ConsultationId): Promise<PublicCounts> {
      const rows = await db
        .select({
          cid: contributionTargets.cid,
          count: sql<number>`count(distinct ${contributions.id})`,
        })
        .from(contributions)
        .leftJoin(contributionTargets, eq(contributionTargets.contributionId, contributions.id))
        .where(and(eq(contributions.consultationId, id), sql`${contributions.state} <> 'withdrawn'`))
        .groupBy(contributionTargets.cid);
      const byClause = new Map<Cid, number>();
      let general = 0;
      for (const { cid, count } of rows) {
        if (cid === null) general = count;
        else byClause.set(cid, count);
      }
      const all = await db
        .select({ count: sql<number>`count(*)` })
        .from(contributions)
        .where(and(eq(contributions.consultationId, id), sql`${contributions.state} <> 'withdrawn'`))
        .get();
      return { byClause, general, received: all?.count ?? 0 };
    },
    /**
     * Versions of a policy that everyone may read, newest first: those on which
     * people were asked, and those that were approved and promulgated.
     */
    async publicVersions(policy: PolicyId): Promise<Version[]> {
      const rows = await db
        .select({ version: versions })
        .from(versions)
        .innerJoin(policies, eq(policies.id, versions.policyId))
        .where(
          and(
            eq(versions.policyId, policy),
            sql`(exists (select 1 from ${consultations} where ${consultations.versionId} = ${versions.id} and ${consultations.announcedAt} is not null)
              or (${policies.stage} in ('promulgation', 'reporting_up', 'publication', 'monitoring')
                and (select state from ${reviews} where ${reviews.versionId} = ${versions.id} and ${reviews.state} <> 'withdrawn' order by ${reviews.submittedAt} desc limit 1) = 'approved'))`,
          ),
        )
        .orderBy(desc(versions.number));
      return rows.map(({ version }) => version);
    },
    /** Every version with this hash, of whatever policy. */
    async versionsWithHash(
      hash: string,
    ): Promise<{ readonly version: Version; readonly policy: Policy; readonly authority: Authority }[]> {
      return db
        .select({ version: versions, policy: policies, authority: authorities })
        .from(versions)
        .innerJoin(policies, eq(policies.id, versions.policyId))
        .innerJoin(authorities, eq(authorities.id, policies.authorityId))
        .where(eq(versions.hash, hash))
        .orderBy(asc(versions.at))
        .limit(20);
    },
    /** Published answers of a consultation by outcome. */
    async outcomes(id: ConsultationId): Promise<Readonly<Record<Outcome, number>>> {
      const rows = await db
        .select({ outcome: dispositions.outcome, count: sql<number>`count(*)` })
        .from(contributions)
        .innerJoin(
          dispositionContributions,
          and(
            eq(dispositionContributions.contributionId, contributions.id),
            eq(dispositionContributions.current, true),
          ),
        )
        .innerJoin(dispositions, eq(dispositions.id, dispositionContributions.dispositionId))
        .where(and(eq(contributions.consultationId, id), eq(contributions.state, "published")))
        .groupBy(dispositions.outcome);
      const counts = { accepted: 0, partly: 0, rejected: 0, noted: 0, "out-of-scope": 0 };
      for (const { outcome, count } of rows) counts[outcome] = count;
      return counts;
    },
    /** Clauses that are named by input of a consultation, for its filter. */
    async clausesNamed(id: ConsultationId): Promise<Cid[]> {
      const rows = await db
        .selectDistinct({ cid: contributionTargets.cid })
        .from(contributionTargets)
        .innerJoin(contributions, eq(contributions.id, contributionTargets.contributionId))
        .where(eq(contributions.consultationId, id));
      return rows.map(({ cid }) => cid);
    },
    /** The version that was read by whom this answer answers, where the answer is public in this consultation; else null. */
    async answeredVersion(id: ConsultationId, disposition: DispositionId): Promise<VersionId | null> {
      const row = await db
        .select({ versionId: contributions.versionId })
        .from(dispositionContributions)
        .innerJoin(contributions, eq(contributions.id, dispositionContributions.contributionId))
        .where(
          and(
            eq(dispositionContributions.dispositionId, disposition),
            eq(dispositionContributions.current, true),
            eq(contributions.consultationId, id),
            eq(contributions.state, "published"),
          ),
        )
        .limit(1)
        .get();
      return row?.versionId ?? null;
    },
  };
}
