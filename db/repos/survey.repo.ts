/** Surveys as such: definition, window, state. Who answered: `survey-participation.repo.ts`; what: `survey-response.repo.ts`. */
import { and, desc, eq, gt, isNull, lte, ne, or, sql, type SQL } from "drizzle-orm";
import type { JsonValue } from "../../domain/audit/event.ts";
import type { PolicyEvent } from "../../domain/audit/policy-events.ts";
import type { ConsultationState } from "../../domain/consultations/consultation.ts";
import type { AccountId, ConsultationId, EpochMs, PolicyId, SurveyId } from "../../domain/ids.ts";
import { questionsOf, type QuotedClause, type Survey } from "../../domain/surveys/survey.ts";
import type { AuditTrail } from "../audit-trail.ts";
import type { Db, DbStatement } from "../database.ts";
import { guard, guardChanged } from "../guards.ts";
import { authorities } from "../schema/authorities.ts";
import { consultations } from "../schema/consultations.ts";
import { policies, versions } from "../schema/policies.ts";
import { surveyCodes, surveyKeys, surveyResponses, surveyRoster, surveys } from "../schema/surveys.ts";
import type { FinalCounts } from "../schema/surveys.ts";
import type { By } from "./directory.repo.ts";

/** A survey as it is kept: with what respondents see of it, and what was counted at its closing. */
export interface StoredSurvey extends Survey {
  readonly quotes: readonly QuotedClause[];
  /** Counts changes of what respondents see; an answer names the one it was given to. */
  readonly form: number;
  readonly finalCounts: FinalCounts | null;
}

/** What stands around a survey, for its pages and for deciding. */
export interface SurveySetting {
  readonly survey: StoredSurvey;
  readonly consultation: {
    readonly state: ConsultationState;
    readonly opensAt: EpochMs;
    readonly closesAt: EpochMs;
    readonly title: string;
    readonly legalBasis: string;
    readonly whatHappens: string;
    readonly retentionMonths: number;
    readonly contact: string;
  };
  /** Of its marks; null before opening and after closing. */
  readonly key: Uint8Array | null;
  readonly policyTitle: string;
  readonly version: { readonly number: number; readonly label: string };
  readonly authority: { readonly name: string; readonly timeZone: string };
}

export interface ListedSurvey {
  readonly survey: StoredSurvey;
  readonly responses: number;
  readonly consultation: Pick<SurveySetting["consultation"], "state" | "opensAt" | "closesAt">;
}

export type NewSurvey = Omit<
  StoredSurvey,
  "state" | "closedAt" | "form" | "finalCounts" | "revision" | "updatedAt"
>;
export type SurveyChanges = Partial<
  Pick<Survey, "title" | "intro" | "rule" | "opensAt" | "closesAt" | "target" | "groups" | "definition">
> & { readonly quotes?: readonly QuotedClause[] };

/** What a respondent sees and was promised: a change of one of them is a new form. */
const FORM_KEYS = ["rule", "groups", "definition", "intro", "title"] as const;

/** Most surveys that one policy's list gives. */
const LIST_LIMIT = 500;

export type SurveyRepo = ReturnType<typeof createSurveyRepo>;

export function createSurveyRepo(db: Db, trail: AuditTrail) {
  const rowOf = ({
    state,
    ...rest
  }: Pick<Survey, "id" | "revision"> & { readonly state?: Survey["state"] }) =>
    and(eq(surveys.id, rest.id), eq(surveys.revision, rest.revision), state && eq(surveys.state, state));

  async function record(
    survey: Pick<Survey, "id" | "policyId">,
    by: By,
    action: PolicyEvent,
    payload: JsonValue,
    statements: readonly DbStatement[],
  ): Promise<void> {
    const subject = { kind: "survey", id: survey.id };
    await trail.withEvent(survey.policyId, () => ({ ...by, action, subject, payload, statements }));
  }

  async function settings(where: SQL): Promise<SurveySetting | null> {
    const row = await db
      .select({
        survey: surveys,
        consultation: {
          state: consultations.state,
          opensAt: consultations.opensAt,
          closesAt: consultations.closesAt,
          title: consultations.title,
          legalBasis: consultations.legalBasis,
          whatHappens: consultations.whatHappens,
          retentionMonths: consultations.retentionMonths,
          contact: consultations.contact,
        },
        key: surveyKeys.key,
        policyTitle: policies.title,
        version: { number: versions.number, label: versions.label },
        authority: { name: authorities.name, timeZone: authorities.timeZone },
      })
      .from(surveys)
      .innerJoin(consultations, eq(consultations.id, surveys.consultationId))
      .innerJoin(policies, eq(policies.id, surveys.policyId))
      .innerJoin(versions, eq(versions.id, surveys.versionId))
      .innerJoin(authorities, eq(authorities.id, policies.authorityId))
      .leftJoin(surveyKeys, eq(surveyKeys.surveyId, surveys.id))
      .where(where)
      .get();
    return row ?? null;
  }

  return {
    async get(id: SurveyId): Promise<StoredSurvey | null> {
      return (await db.select().from(surveys).where(eq(surveys.id, id)).get()) ?? null;
    },
    /** The survey with its consultation, policy, version and authority, in one read. */
    setting: (id: SurveyId): Promise<SurveySetting | null> => settings(eq(surveys.id, id)),

    /** Newest first, with how many responses each has (withdrawn ones are not counted). */
    async list(policy: PolicyId, consultation?: ConsultationId): Promise<ListedSurvey[]> {
      const counted = sql<number>`(select count(*) from ${surveyResponses} where ${surveyResponses.surveyId} = ${surveys.id} and not ${surveyResponses.withdrawn})`;
      return db
        .select({
          survey: surveys,
          responses: counted,
          consultation: {
            state: consultations.state,
            opensAt: consultations.opensAt,
            closesAt: consultations.closesAt,
          },
        })
        .from(surveys)
        .innerJoin(consultations, eq(consultations.id, surveys.consultationId))
        .where(and(eq(surveys.policyId, policy), consultation && eq(surveys.consultationId, consultation)))
        .orderBy(desc(surveys.createdAt), desc(surveys.id))
        .limit(LIST_LIMIT);
    },
    /** Of a consultation, those that were opened; for its page on the portal, in the order of opening. */
    async listOpened(consultation: ConsultationId): Promise<StoredSurvey[]> {
      return db
        .select()
        .from(surveys)
        .where(and(eq(surveys.consultationId, consultation), ne(surveys.state, "draft")))
        .orderBy(surveys.opensAt, surveys.id)
        .limit(LIST_LIMIT);
    },

    async create(survey: NewSurvey, by: By & { readonly actor: AccountId }): Promise<void> {
      const { title, rule, wave, consultationId, previousId } = survey;
      const payload = { title, rule, wave, consultationId, ...(previousId !== null && { previousId }) };
      await record(survey, by, "survey.created", payload, [
        db.insert(surveys).values({ ...survey, state: "draft", updatedAt: by.at }),
      ]);
    },

    /**
     * Optimistic on the revision of `before` (`isLostGuard`). Once there is a response the
     * trigger `surveys_locked` refuses what was promised to respondents (`isLocked`). [SV17]
     */
    async change(before: StoredSurvey, changes: SurveyChanges, by: By): Promise<void> {
      const newForm = FORM_KEYS.some((key) => changes[key] !== undefined);
      const keys = Object.keys(changes)
        .filter((key) => key !== "quotes")
        .sort();
      const moved = { ...(changes.rule && { rule: { from: before.rule, to: changes.rule } }) };
      const window = (["opensAt", "closesAt"] as const).flatMap((key) =>
        changes[key] === undefined ? [] : [[key, { from: before[key], to: changes[key] }] as const],
      );
      await record(before, by, "survey.changed", { keys, ...moved, ...Object.fromEntries(window) }, [
        db
          .update(surveys)
          .set({
            ...changes,
            ...(newForm && { form: sql`${surveys.form} + 1` }),
            revision: before.revision + 1,
            updatedAt: by.at,
          })
          .where(rowOf(before)),
        guardChanged(db),
      ]);
    },

    /** Opens a draft and lays down the key of its marks. [SV23] */
    async open(survey: StoredSurvey, key: Uint8Array, by: By): Promise<void> {
      const { id, rule, opensAt, closesAt, definition } = survey;
      const payload = { rule, opensAt, closesAt, questions: questionsOf(definition).length };
      await record(survey, by, "survey.opened", payload, [
        db
          .update(surveys)
          .set({ state: "opened", revision: survey.revision + 1, updatedAt: by.at })
          .where(rowOf({ ...survey, state: "draft" })),
        guardChanged(db),
        // Codes may be printed before: then the key is there already.
        db.insert(surveyKeys).values({ surveyId: id, key }).onConflictDoNothing(),
      ]);
    },

    /** A draft that nobody has seen, with the codes and invitations that were made for it. */
    async remove(survey: StoredSurvey, by: By): Promise<void> {
      const { id, title } = survey;
      await record(survey, by, "survey.removed", { title }, [
        ...[surveyCodes, surveyRoster, surveyKeys].map((table) =>
          db.delete(table).where(and(eq(table.surveyId, id), draftIs(survey))),
        ),
        db.delete(surveys).where(rowOf({ ...survey, state: "draft" })),
        guardChanged(db),
      ]);
    },

    /** Opened surveys whose window, or whose consultation, has ended, and closed ones whose closing was cut off. [SV26] */
    async dueToClose(now: EpochMs): Promise<SurveyId[]> {
      const over = or(
        lte(surveys.closesAt, now),
        and(eq(consultations.state, "announced"), lte(consultations.closesAt, now)),
        eq(consultations.state, "cancelled"),
      );
      const rows = await db
        .select({ id: surveys.id })
        .from(surveys)
        .innerJoin(consultations, eq(consultations.id, surveys.consultationId))
        .where(
          or(
            and(eq(surveys.state, "opened"), over),
            and(eq(surveys.state, "closed"), isNull(surveys.finalCounts)),
          ),
        );
      return rows.map(({ id }) => id);
    },
    /** Whether any survey stands opened, or did after `since`: then the write-ahead log is emptied. [SV24] */
    async anyOpenSince(since: EpochMs): Promise<boolean> {
      const rows = await db
        .select({ id: surveys.id })
        .from(surveys)
        .where(or(eq(surveys.state, "opened"), gt(surveys.closedAt, since)))
        .limit(1);
      return rows.length > 0;
    },
    /** First half of closing: from here on no answer comes in. True when this call closed it. */
    async stopTaking(id: SurveyId, at: EpochMs): Promise<boolean> {
      const rows = await db
        .update(surveys)
        .set({ state: "closed", closedAt: at, updatedAt: at, revision: sql`${surveys.revision} + 1` })
        .where(and(eq(surveys.id, id), eq(surveys.state, "opened")))
        .returning({ id: surveys.id });
      return rows.length > 0;
    },
    /**
     * Second half: `forget` (marks, key, what could single somebody out) together with the one
     * event. Fails on its guard when it was finished before (`isLostGuard`).
     */
    async finishClosing(
      survey: StoredSurvey,
      counts: FinalCounts,
      forget: readonly DbStatement[],
      by: By,
    ): Promise<void> {
      await record(survey, by, "survey.closed", { ...counts }, [
        guard(db, sql`exists (select 1 from ${surveys} where id = ${survey.id} and final_counts is null)`),
        ...forget,
        db.update(surveys).set({ finalCounts: counts }).where(eq(surveys.id, survey.id)),
      ]);
    },
  };

  function draftIs({ id, revision }: StoredSurvey): SQL {
    return sql`exists (select 1 from ${surveys} where id = ${id} and revision = ${revision} and state = 'draft')`;
  }
}
