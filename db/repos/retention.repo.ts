/** Deleting what could point to a person when the retention of a consultation ends. [CO14] */
import { and, eq, inArray, isNull, lte, ne, sql } from "drizzle-orm";
import type { ConsultationId, EpochMs, PolicyId } from "../../domain/ids.ts";
import type { AuditTrail } from "../audit-trail.ts";
import type { Db } from "../database.ts";
import { guardChanged } from "../guards.ts";
import { consultations } from "../schema/consultations.ts";
import { contributions, receipts } from "../schema/contributions.ts";
import { authorities } from "../schema/authorities.ts";
import { policies } from "../schema/policies.ts";
import { surveyResponses, surveys } from "../schema/surveys.ts";
import { workshopAttendees, workshopInvitations, workshops } from "../schema/workshops.ts";

export interface Retained {
  readonly id: ConsultationId;
  readonly policyId: PolicyId;
  readonly closesAt: EpochMs;
  readonly retentionMonths: number;
  readonly timeZone: string;
}

export type RetentionRepo = ReturnType<typeof createRetentionRepo>;

export function createRetentionRepo(db: Db, trail: AuditTrail) {
  return {
    /** Those that are over and still hold something; the caller knows the calendar. Oldest first. */
    async held(now: EpochMs): Promise<Retained[]> {
      const { id, policyId, closesAt, retentionMonths } = consultations;
      return db
        .select({ id, policyId, closesAt, retentionMonths, timeZone: authorities.timeZone })
        .from(consultations)
        .innerJoin(policies, eq(policies.id, consultations.policyId))
        .innerJoin(authorities, eq(authorities.id, policies.authorityId))
        .where(
          and(
            ne(consultations.state, "draft"),
            lte(consultations.closesAt, now),
            isNull(consultations.retentionEndedAt),
          ),
        )
        .orderBy(consultations.closesAt)
        .limit(1_000);
    },

    /** In one batch with its event; `isLostGuard` when another process has done it. */
    async end({ id, policyId }: Retained, at: EpochMs): Promise<void> {
      const ofConsultation = eq(contributions.consultationId, id);
      const inputs = db.select({ id: contributions.id }).from(contributions).where(ofConsultation);
      const halls = db.select({ id: workshops.id }).from(workshops).where(eq(workshops.consultationId, id));
      const asked = db.select({ id: surveys.id }).from(surveys).where(eq(surveys.consultationId, id));
      await trail.withEvent(policyId, async () => {
        const counted = await db
          .select({
            receipts: sql<number>`(select count(*) from ${receipts} where ${receipts.contributionId} in ${inputs})`,
            authors: sql<number>`(select count(*) from ${contributions} where ${contributions.consultationId} = ${id} and ${contributions.authorId} is not null)`,
            attendees: sql<number>`(select count(*) from ${workshopAttendees} where ${workshopAttendees.workshopId} in ${halls})`,
          })
          .from(consultations)
          .where(eq(consultations.id, id))
          .get();
        return {
          at,
          actor: null,
          action: "consultation.retention-ended",
          subject: { kind: "consultation", id },
          payload: counted ?? {},
          statements: [
            db
              .update(consultations)
              .set({ retentionEndedAt: at })
              .where(and(eq(consultations.id, id), isNull(consultations.retentionEndedAt))),
            guardChanged(db),
            db.delete(receipts).where(inArray(receipts.contributionId, inputs)),
            db
              .update(contributions)
              .set({ authorKind: "none", authorId: null })
              .where(and(ofConsultation, ne(contributions.authorKind, "none"))),
            // The unit of a submission is the body that speaks, not where a person works.
            db
              .update(contributions)
              .set({ unitId: null })
              .where(and(ofConsultation, ne(contributions.channel, "submission"))),
            db
              .update(workshopAttendees)
              .set({ name: "", tokenHash: null, accountId: null, unitId: null })
              .where(inArray(workshopAttendees.workshopId, halls)),
            db
              .update(workshopInvitations)
              .set({ names: "" })
              .where(inArray(workshopInvitations.workshopId, halls)),
            db
              .update(surveyResponses)
              .set({ accountId: null })
              .where(inArray(surveyResponses.surveyId, asked)),
          ],
        };
      });
    },
  };
}
