/** Who may answer a survey, and who has: keys, marks, codes, invitations. Nothing here knows an answer. [PA2-PA11] */
import { and, count, eq, sql } from "drizzle-orm";
import type { SurveyId } from "../../domain/ids.ts";
import type { AuditTrail } from "../audit-trail.ts";
import type { Db, DbStatement } from "../database.ts";
import { guard } from "../guards.ts";
import { surveyCodes, surveyKeys, surveyParticipations, surveyRoster, surveys } from "../schema/surveys.ts";
import type { By } from "./directory.repo.ts";
import type { StoredSurvey } from "./survey.repo.ts";

export interface RosterEntry {
  /** Random. */
  readonly id: string;
  readonly name: string;
  /** SHA-256 of the secret in the invitation's address. */
  readonly tokenHash: string;
}

export type SurveyParticipationRepo = ReturnType<typeof createSurveyParticipationRepo>;

/** D1 takes at most 100 parameters a statement; a code takes three, an invitation four. */
const ROWS_PER_STATEMENT = 24;

export function createSurveyParticipationRepo(db: Db, trail: AuditTrail) {
  /** Codes and invitations are made until the survey closes. */
  const notClosed = (id: SurveyId): DbStatement =>
    guard(db, sql`exists (select 1 from ${surveys} where id = ${id} and state <> 'closed')`);

  return {
    /** Null before opening and after closing. */
    async key(id: SurveyId): Promise<Uint8Array | null> {
      const row = await db
        .select({ key: surveyKeys.key })
        .from(surveyKeys)
        .where(eq(surveyKeys.surveyId, id))
        .get();
      return row?.key ?? null;
    },
    /** The survey's key; `fresh` becomes it where there is none yet. Fails on its guard once closed. */
    async ensureKey(id: SurveyId, fresh: Uint8Array): Promise<Uint8Array> {
      await db.batch([
        notClosed(id),
        db.insert(surveyKeys).values({ surveyId: id, key: fresh }).onConflictDoNothing(),
      ]);
      const key = await this.key(id);
      if (!key) throw new Error(`survey ${id} lost its key`);
      return key;
    },
    async hasMark(id: SurveyId, mark: Uint8Array): Promise<boolean> {
      const row = await db
        .select({ surveyId: surveyParticipations.surveyId })
        .from(surveyParticipations)
        .where(and(eq(surveyParticipations.surveyId, id), eq(surveyParticipations.mark, mark)))
        .get();
      return row !== undefined;
    },
    async codeState(id: SurveyId, mark: Uint8Array): Promise<"unknown" | "unused" | "used"> {
      const row = await db
        .select({ used: surveyCodes.used })
        .from(surveyCodes)
        .where(and(eq(surveyCodes.surveyId, id), eq(surveyCodes.mark, mark)))
        .get();
      return row === undefined ? "unknown" : row.used ? "used" : "unused";
    },
    async codeCounts(id: SurveyId): Promise<{ readonly made: number; readonly used: number }> {
      const row = await db
        .select({ made: count(), used: sql<number>`coalesce(sum(${surveyCodes.used}), 0)` })
        .from(surveyCodes)
        .where(eq(surveyCodes.surveyId, id))
        .get();
      return { made: row?.made ?? 0, used: row?.used ?? 0 };
    },
    /** One event says how many. Fails on its guard once the survey is closed. */
    async addCodes(survey: StoredSurvey, marks: readonly Uint8Array[], by: By): Promise<void> {
      const { id, policyId } = survey;
      const rows = marks.map((mark) => ({ surveyId: id, mark }));
      await trail.withEvent(policyId, () => ({
        ...by,
        action: "survey.codes-made",
        subject: { kind: "survey", id },
        payload: { count: marks.length },
        statements: [notClosed(id), ...chunks(rows).map((some) => db.insert(surveyCodes).values(some))],
      }));
    },
    async rosterCount(id: SurveyId): Promise<number> {
      const row = await db
        .select({ invited: count() })
        .from(surveyRoster)
        .where(eq(surveyRoster.surveyId, id))
        .get();
      return row?.invited ?? 0;
    },
    async invitationOf(id: SurveyId, tokenHash: string): Promise<{ readonly id: string } | null> {
      const row = await db
        .select({ id: surveyRoster.id })
        .from(surveyRoster)
        .where(and(eq(surveyRoster.tokenHash, tokenHash), eq(surveyRoster.surveyId, id)))
        .get();
      return row ?? null;
    },
    async invite(survey: StoredSurvey, entries: readonly RosterEntry[], by: By): Promise<void> {
      const { id, policyId } = survey;
      const rows = entries.map((entry) => ({ ...entry, surveyId: id }));
      await trail.withEvent(policyId, () => ({
        ...by,
        action: "survey.invited",
        subject: { kind: "survey", id },
        payload: { count: entries.length },
        statements: [notClosed(id), ...chunks(rows).map((some) => db.insert(surveyRoster).values(some))],
      }));
    },
    /** Keeps the marks of one response; a mark that is there already makes the batch fail. */
    markStatements(id: SurveyId, marks: readonly Uint8Array[]): DbStatement[] {
      return marks.map((mark) => db.insert(surveyParticipations).values({ surveyId: id, mark }));
    },
    /** Uses up a code. A guard has to follow: the second of two changes no row. */
    useCodeStatement(id: SurveyId, mark: Uint8Array): DbStatement {
      return db
        .update(surveyCodes)
        .set({ used: true })
        .where(and(eq(surveyCodes.surveyId, id), eq(surveyCodes.mark, mark), eq(surveyCodes.used, false)));
    },
    /** The key and everything that was made with it. `secure_delete` overwrites it in the file. [SV26] */
    forgetStatements(id: SurveyId): DbStatement[] {
      return [surveyKeys, surveyParticipations, surveyCodes, surveyRoster].map((table) =>
        db.delete(table).where(eq(table.surveyId, id)),
      );
    },
  };
}

function chunks<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_PER_STATEMENT) }, (_, at) =>
    rows.slice(at * ROWS_PER_STATEMENT, (at + 1) * ROWS_PER_STATEMENT),
  );
}
