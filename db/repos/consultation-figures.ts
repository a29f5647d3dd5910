/** How many took part, by instrument and group. Counts only: no row of a person is read out. [CO12] */
import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { ConsultationId, GroupId } from "../../domain/ids.ts";
import type { IdentityRule } from "../../domain/consultations/consultation.ts";
import type { SurveyGroup, SurveyState } from "../../domain/surveys/survey.ts";
import type { Db } from "../database.ts";
import { contributions } from "../schema/contributions.ts";
import { surveyResponses, surveys } from "../schema/surveys.ts";
import { workshopAttendees, workshops } from "../schema/workshops.ts";

export interface GroupCount {
  readonly groupId: GroupId | null;
  readonly count: number;
}
export interface CountedInstrument {
  readonly id: string;
  readonly title: string;
  readonly counts: readonly GroupCount[];
  /** Of a survey: the groups that it asks for; its results are about them. */
  readonly asked: readonly GroupId[] | null;
  /** Of a survey: what is promised, and whether answers still come in. */
  readonly survey?: { readonly rule: IdentityRule; readonly state: SurveyState };
}

export type ConsultationFiguresRepo = ReturnType<typeof createConsultationFiguresRepo>;

/** From rows of one instrument and group each to instruments, in their order. */
function byInstrument(
  rows: readonly {
    id: string;
    title: string;
    groupId: GroupId | null;
    count: number;
    groups?: readonly SurveyGroup[];
    rule?: IdentityRule;
    state?: SurveyState;
  }[],
): CountedInstrument[] {
  const found = new Map<string, Omit<CountedInstrument, "counts"> & { counts: GroupCount[] }>();
  for (const { id, title, groupId, count, groups, rule, state } of rows) {
    const asked = groups?.map((group) => group.groupId) ?? null;
    const instrument = found.get(id) ?? {
      id,
      title,
      counts: [],
      asked,
      ...(rule && state && { survey: { rule, state } }),
    };
    if (count > 0) instrument.counts.push({ groupId, count });
    found.set(id, instrument);
  }
  return [...found.values()];
}

export function createConsultationFiguresRepo(db: Db) {
  return {
    /** Comments received, withdrawn ones included: they were received. */
    async comments(id: ConsultationId): Promise<GroupCount[]> {
      return db
        .select({ groupId: contributions.groupId, count: sql<number>`count(*)` })
        .from(contributions)
        .where(and(eq(contributions.consultationId, id), eq(contributions.channel, "comment")))
        .groupBy(contributions.groupId);
    },
    /** Bodies that submitted: however many items, and however often corrected, one body counts once. */
    async submissions(id: ConsultationId): Promise<GroupCount[]> {
      return db
        .select({
          groupId: contributions.groupId,
          count: sql<number>`count(distinct coalesce(${contributions.unitId}, ${contributions.sourceId}))`,
        })
        .from(contributions)
        .where(and(eq(contributions.consultationId, id), eq(contributions.channel, "submission")))
        .groupBy(contributions.groupId);
    },
    /** Surveys that were opened, with their responses; withdrawn ones are not counted, as in their results. */
    async surveys(id: ConsultationId): Promise<CountedInstrument[]> {
      const rows = await db
        .select({
          id: surveys.id,
          title: surveys.title,
          groups: surveys.groups,
          rule: surveys.rule,
          state: surveys.state,
          groupId: surveyResponses.groupId,
          count: sql<number>`count(${surveyResponses.id})`,
        })
        .from(surveys)
        .leftJoin(
          surveyResponses,
          and(eq(surveyResponses.surveyId, surveys.id), eq(surveyResponses.withdrawn, false)),
        )
        .where(and(eq(surveys.consultationId, id), ne(surveys.state, "draft")))
        .groupBy(surveys.id, surveyResponses.groupId)
        .orderBy(asc(surveys.createdAt), asc(surveys.id));
      return byInstrument(rows);
    },
    /** Workshops with the people who were present. */
    async workshops(id: ConsultationId): Promise<CountedInstrument[]> {
      const rows = await db
        .select({
          id: workshops.id,
          title: workshops.title,
          groupId: workshopAttendees.groupId,
          count: sql<number>`count(${workshopAttendees.id})`,
        })
        .from(workshops)
        .leftJoin(workshopAttendees, eq(workshopAttendees.workshopId, workshops.id))
        .where(eq(workshops.consultationId, id))
        .groupBy(workshops.id, workshopAttendees.groupId)
        .orderBy(asc(workshops.startsAt), asc(workshops.id));
      return byInstrument(rows);
    },
    /** How many surveys and workshops it has, drafts included. [CO4] */
    async instruments(id: ConsultationId): Promise<number> {
      const [ofSurveys, ofWorkshops] = await Promise.all([
        db.$count(surveys, eq(surveys.consultationId, id)),
        db.$count(workshops, eq(workshops.consultationId, id)),
      ]);
      return ofSurveys + ofWorkshops;
    },
  };
}
