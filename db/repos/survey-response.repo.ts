/** What was answered. Nothing here knows who did, except under `named`. [SV15, SV20-SV22, SV27] */
import { and, count, eq, sql } from "drizzle-orm";
import type { AccountId, EpochMs, SurveyId } from "../../domain/ids.ts";
import { SMALLEST_GROUP } from "../../domain/surveys/results.ts";
import type { CountedResponse } from "../../domain/surveys/tally.ts";
import { isConstraintViolation } from "../constraint-violation.ts";
import type { Db, DbStatement } from "../database.ts";
import { guard, guardChanged } from "../guards.ts";
import { consultations } from "../schema/consultations.ts";
import { contributions } from "../schema/contributions.ts";
import { surveyResponses, surveys } from "../schema/surveys.ts";
import type { StoredSurvey } from "./survey.repo.ts";
import type { SurveyParticipationRepo } from "./survey-participation.repo.ts";

export type SurveyResponse = typeof surveyResponses.$inferSelect;
export type NewResponse = Omit<SurveyResponse, "withdrawn">;

export interface Submission {
  readonly survey: Pick<StoredSurvey, "id" | "form">;
  readonly response: NewResponse;
  /** Of the form itself, and of who filled it in where the rule keeps a mark. */
  readonly marks: readonly Uint8Array[];
  /** The mark of the code that is used up by it. */
  readonly code: Uint8Array | null;
  /** Texts, as contributions. */
  readonly contributions: readonly DbStatement[];
  readonly now: EpochMs;
}

export type SurveyResponseRepo = ReturnType<typeof createSurveyResponseRepo>;

/** Somebody has answered, or this very form has arrived already. */
export const isTwice = (error: unknown): boolean =>
  isConstraintViolation(error, "survey_participations.mark") ||
  isConstraintViolation(error, "survey_responses.account_id");

/** Refused because of what was promised to the first respondent. [SV17] */
export const isLocked = (error: unknown): boolean => isConstraintViolation(error, "surveys_locked");

export function createSurveyResponseRepo(db: Db, participation: SurveyParticipationRepo) {
  const ofSurvey = (id: SurveyId) => eq(surveyResponses.surveyId, id);

  return {
    /**
     * Participation and answers in one batch, without an event. Throws on a second attempt
     * (`isTwice`), and on a guard (`isLostGuard`) when the survey takes no answers any more,
     * asks other questions by now, or the code is used up: the caller reads again to say which.
     */
    async submit({ survey, response, marks, code, contributions: texts, now }: Submission): Promise<void> {
      await db.batch([
        guard(
          db,
          sql`exists (select 1 from ${surveys} inner join ${consultations} on ${consultations.id} = ${surveys.consultationId}
            where ${surveys.id} = ${survey.id} and ${surveys.form} = ${survey.form} and ${surveys.state} = 'opened'
            and ${surveys.opensAt} <= ${now} and ${surveys.closesAt} > ${now}
            and ${consultations.state} = 'announced' and ${consultations.opensAt} <= ${now} and ${consultations.closesAt} > ${now})`,
        ),
        ...participation.markStatements(survey.id, marks),
        ...(code ? [participation.useCodeStatement(survey.id, code), guardChanged(db)] : []),
        db.insert(surveyResponses).values({ ...response, withdrawn: false }),
        ...texts,
      ]);
    },

    async exists(id: SurveyId): Promise<boolean> {
      return (
        (await db.select({ id: surveyResponses.id }).from(surveyResponses).where(ofSurvey(id)).limit(1))
          .length > 0
      );
    },
    /** Withdrawn ones are not counted. */
    async count(id: SurveyId): Promise<number> {
      const row = await db
        .select({ responses: count() })
        .from(surveyResponses)
        .where(and(ofSurvey(id), eq(surveyResponses.withdrawn, false)))
        .get();
      return row?.responses ?? 0;
    },
    /** All that count, for the tally: without id and day. */
    async counted(id: SurveyId): Promise<CountedResponse[]> {
      return db
        .select({ groupId: surveyResponses.groupId, answers: surveyResponses.answers })
        .from(surveyResponses)
        .where(and(ofSurvey(id), eq(surveyResponses.withdrawn, false)));
    },
    /** How many answers each text question has. */
    async textCounts(id: SurveyId): Promise<ReadonlyMap<string, number>> {
      const rows = await db
        .select({ question: contributions.sourceItem, answers: count() })
        .from(contributions)
        .where(and(eq(contributions.sourceId, id), eq(contributions.channel, "survey-text")))
        .groupBy(contributions.sourceItem);
      return new Map(rows.map(({ question, answers }) => [question ?? "", answers]));
    },
    /** Under `named`: the account's own. */
    async ofAccount(id: SurveyId, account: AccountId): Promise<SurveyResponse | null> {
      const row = await db
        .select()
        .from(surveyResponses)
        .where(and(ofSurvey(id), eq(surveyResponses.accountId, account)))
        .get();
      return row ?? null;
    },
    /**
     * Takes out of the rows what could single somebody out, of the texts the same: every day becomes
     * the day of closing, groups with fewer than five responses `lainnya`, and the next smallest with
     * them while those are fewer than five together: they would be known by what is left. [SV27]
     */
    blurStatements(id: SurveyId, closedOn: string): DbStatement[] {
      const texts = and(eq(contributions.sourceId, id), eq(contributions.channel, "survey-text"));
      const grouped = sql`select group_id from ${surveyResponses} where survey_id = ${id} and group_id is not null`;
      const others = sql`select count(*) from ${surveyResponses} where survey_id = ${id} and group_id is null`;
      return [
        db
          .update(surveyResponses)
          .set({ groupId: null })
          .where(
            and(
              ofSurvey(id),
              sql`${surveyResponses.groupId} in (${grouped} group by group_id having count(*) < ${SMALLEST_GROUP})`,
            ),
          ),
        // Once is enough: whichever group joins them has five at least.
        db
          .update(surveyResponses)
          .set({ groupId: null })
          .where(
            and(
              ofSurvey(id),
              sql`(${others}) between 1 and ${SMALLEST_GROUP - 1}`,
              sql`${surveyResponses.groupId} = (${grouped} group by group_id order by count(*), group_id limit 1)`,
            ),
          ),
        db.update(surveyResponses).set({ answeredOn: closedOn }).where(ofSurvey(id)),
        db
          .update(contributions)
          .set({ groupId: null })
          .where(and(texts, sql`${contributions.groupId} not in (${grouped})`)),
        db.update(contributions).set({ createdOn: closedOn }).where(texts),
      ];
    },
  };
}
