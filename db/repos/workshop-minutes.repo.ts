/** Minutes of workshops: the note-taker's paragraphs, publication, confirmations and corrections, the end. */
import { and, asc, count, eq, isNull, sql } from "drizzle-orm";
import type { AccountId, Cid, EpochMs, GroupId, WorkshopId } from "../../domain/ids.ts";
import { finalMinutesHash, type MinutesCorrection } from "../../domain/workshops/minutes.ts";
import { CORRECTION_MS, WORKSHOP_LIMITS, type Workshop } from "../../domain/workshops/workshop.ts";
import type { AuditTrail } from "../audit-trail.ts";
import type { Db, DbStatement } from "../database.ts";
import { guard, guardChanged } from "../guards.ts";
import { accounts } from "../schema/accounts.ts";
import {
  workshopAgenda,
  workshopAttendees,
  workshopConfirmations,
  workshopCorrections,
  workshopMinutesParts,
  workshopParagraphs,
  workshops,
  workshopVotes,
} from "../schema/workshops.ts";
import type { By } from "./directory.repo.ts";
import { PART_BYTES } from "./version.repo.ts";
import { bumpStatement } from "./workshop.repo.ts";

export interface Paragraph {
  readonly cid: Cid | null;
  readonly text: string;
}

export interface Correction {
  readonly id: string;
  readonly number: number;
  readonly attendeeId: string;
  readonly groupId: GroupId | null;
  readonly text: string;
  readonly at: EpochMs;
  readonly outcome: "accepted" | "refused" | null;
  readonly reason: string | null;
  readonly decidedByName: string | null;
}

export type WorkshopMinutesRepo = ReturnType<typeof createWorkshopMinutesRepo>;

export function createWorkshopMinutesRepo(db: Db, trail: AuditTrail) {
  /** While corrections are taken: also in SQL, so that the last moment is decided once. [WS18] */
  const withinWindow = (id: WorkshopId, at: EpochMs): DbStatement =>
    guard(
      db,
      sql`exists (select 1 from ${workshops} where id = ${id} and state = 'minutes-open' and minutes_at <= ${at} and ${at} < minutes_at + ${CORRECTION_MS})`,
    );

  async function confirmations(id: WorkshopId): Promise<number> {
    const row = await db
      .select({ n: count() })
      .from(workshopConfirmations)
      .where(eq(workshopConfirmations.workshopId, id))
      .get();
    return row?.n ?? 0;
  }

  async function corrections(id: WorkshopId): Promise<Correction[]> {
    const c = workshopCorrections;
    return db
      .select({
        id: c.id,
        number: c.number,
        attendeeId: c.attendeeId,
        groupId: workshopAttendees.groupId,
        text: c.text,
        at: c.at,
        outcome: c.outcome,
        reason: c.reason,
        decidedByName: accounts.name,
      })
      .from(c)
      .innerJoin(workshopAttendees, eq(workshopAttendees.id, c.attendeeId))
      .leftJoin(accounts, eq(accounts.id, c.decidedBy))
      .where(eq(c.workshopId, id))
      .orderBy(asc(c.number));
  }

  return {
    corrections,
    confirmations,
    async paragraphs(id: WorkshopId): Promise<Paragraph[]> {
      return db
        .select({ cid: workshopParagraphs.cid, text: workshopParagraphs.text })
        .from(workshopParagraphs)
        .where(eq(workshopParagraphs.workshopId, id))
        .orderBy(asc(workshopParagraphs.position));
    },
    /** Replaces them all. Optimistic on `draftRevision`, and on the minutes not being published. */
    async setParagraphs({ id, draftRevision }: Workshop, paragraphs: readonly Paragraph[]): Promise<void> {
      await db.batch([
        db
          .update(workshops)
          .set({ draftRevision: draftRevision + 1, revision: sql`${workshops.revision} + 1` })
          .where(
            and(
              eq(workshops.id, id),
              eq(workshops.draftRevision, draftRevision),
              sql`${workshops.state} in ('planned', 'live', 'closed')`,
            ),
          ),
        guardChanged(db),
        db.delete(workshopParagraphs).where(eq(workshopParagraphs.workshopId, id)),
        ...paragraphs.map((paragraph, position) =>
          db.insert(workshopParagraphs).values({ workshopId: id, position, ...paragraph }),
        ),
        guard(
          db,
          sql`not exists (select 1 from ${workshopParagraphs} p where p.workshop_id = ${id} and p.cid is not null and p.cid not in (select cid from ${workshopAgenda} where workshop_id = ${id}))`,
        ),
      ]);
    },
    /**
     * Freezes `document` (canonical JSON) as the minutes, and drops single votes.
     * Optimistic on the revision the document was made from. [WS16, WS17]
     */
    async publish(
      { id, policyId, revision }: Workshop,
      { document, hash }: { readonly document: string; readonly hash: string },
      by: By,
    ): Promise<void> {
      const bytes = new TextEncoder().encode(document);
      const parts = Array.from({ length: Math.ceil(bytes.byteLength / PART_BYTES) }, (_, part) =>
        db.insert(workshopMinutesParts).values({
          workshopId: id,
          part,
          bytes: bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES),
        }),
      );
      await trail.withEvent(policyId, () => ({
        ...by,
        action: "workshop.minutes-published",
        subject: { kind: "workshop", id },
        payload: { hash },
        // The frozen document is the truth: the reader takes its hash again.
        storePayload: false,
        statements: [
          db
            .update(workshops)
            .set({ state: "minutes-open", minutesAt: by.at, minutesHash: hash, revision: revision + 1 })
            .where(
              and(eq(workshops.id, id), eq(workshops.state, "closed"), eq(workshops.revision, revision)),
            ),
          guardChanged(db),
          ...parts,
          db.delete(workshopVotes).where(eq(workshopVotes.workshopId, id)),
        ],
      }));
    },
    /** The frozen minutes as stored; null before publication. */
    async document(id: WorkshopId): Promise<string | null> {
      const rows = await db
        .select({ bytes: workshopMinutesParts.bytes })
        .from(workshopMinutesParts)
        .where(eq(workshopMinutesParts.workshopId, id))
        .orderBy(asc(workshopMinutesParts.part));
      if (rows.length === 0) return null;
      const decoder = new TextDecoder();
      return rows.map(({ bytes }) => decoder.decode(bytes, { stream: true })).join("") + decoder.decode();
    },
    /** Confirming twice is confirming once. Fails on its guard outside the window. [WS18] */
    async confirm(id: WorkshopId, attendeeId: string, at: EpochMs): Promise<void> {
      await db.batch([
        db.insert(workshopConfirmations).values({ attendeeId, workshopId: id, at }).onConflictDoNothing(),
        withinWindow(id, at),
        bumpStatement(db, id),
      ]);
    },
    async hasConfirmed(attendeeId: string): Promise<boolean> {
      const row = await db
        .select({ at: workshopConfirmations.at })
        .from(workshopConfirmations)
        .where(eq(workshopConfirmations.attendeeId, attendeeId))
        .get();
      return row !== undefined;
    },
    /** Fails on a guard outside the window and above five each, on `workshop_corrections.id` when sent twice. [WS18] */
    async correct(
      id: WorkshopId,
      correction: {
        readonly id: string;
        readonly attendeeId: string;
        readonly text: string;
        readonly at: EpochMs;
      },
    ): Promise<void> {
      const { attendeeId, at } = correction;
      const next = sql<number>`(select coalesce(max(number), 0) + 1 from ${workshopCorrections} where workshop_id = ${id})`;
      await db.batch([
        db.insert(workshopCorrections).values({ ...correction, workshopId: id, number: next }),
        withinWindow(id, at),
        guard(
          db,
          sql`(select count(*) from ${workshopCorrections} where attendee_id = ${attendeeId}) <= ${WORKSHOP_LIMITS.corrections}`,
        ),
        bumpStatement(db, id),
      ]);
    },
    /** Fails on its guard when it was decided before, or is none of this workshop. */
    async decide(
      id: WorkshopId,
      correctionId: string,
      decision: { readonly outcome: "accepted" | "refused"; readonly reason: string | null },
      by: { readonly actor: AccountId; readonly at: EpochMs },
    ): Promise<void> {
      await db.batch([
        db
          .update(workshopCorrections)
          .set({ ...decision, decidedBy: by.actor, decidedAt: by.at })
          .where(
            and(
              eq(workshopCorrections.workshopId, id),
              eq(workshopCorrections.id, correctionId),
              isNull(workshopCorrections.outcome),
            ),
          ),
        guardChanged(db),
        guard(db, sql`exists (select 1 from ${workshops} where id = ${id} and state = 'minutes-open')`),
        bumpStatement(db, id),
      ]);
    },
    /** Workshops whose minutes only wait for being ended. [WS19] */
    async due(at: EpochMs): Promise<Workshop[]> {
      return db
        .select()
        .from(workshops)
        .where(
          and(
            eq(workshops.state, "minutes-open"),
            sql`${workshops.minutesAt} + ${CORRECTION_MS} <= ${at}`,
            sql`not exists (select 1 from ${workshopCorrections} c where c.workshop_id = ${workshops}.id and c.outcome is null)`,
          ),
        )
        .limit(100);
    },
    /**
     * Ends it: the event holds the hash of minutes, corrections and confirmations,
     * which the payload reader computes again. Optimistic on the revision; fails
     * on a guard while a correction is open or the window has not passed. [WS19]
     */
    async finalise({ id, policyId, revision, minutesHash }: Workshop, by: By): Promise<void> {
      if (minutesHash === null) throw new Error(`workshop ${id} has no minutes`);
      const decided = (await corrections(id)).map(asDecided);
      const confirmed = await confirmations(id);
      const hash = await finalMinutesHash(minutesHash, decided, confirmed);
      await trail.withEvent(policyId, () => ({
        ...by,
        action: "workshop.minutes-final",
        subject: { kind: "workshop", id },
        payload: { hash, minutes: minutesHash },
        storePayload: false,
        statements: [
          db
            .update(workshops)
            .set({ state: "final", finalAt: by.at, finalHash: hash, revision: revision + 1 })
            .where(
              and(
                eq(workshops.id, id),
                eq(workshops.state, "minutes-open"),
                eq(workshops.revision, revision),
                sql`${workshops.minutesAt} + ${CORRECTION_MS} <= ${by.at}`,
              ),
            ),
          guardChanged(db),
          guard(
            db,
            sql`not exists (select 1 from ${workshopCorrections} where workshop_id = ${id} and outcome is null)`,
          ),
        ],
      }));
    },
  };
}

/** A correction as the final hash takes it. Throws for one that was not decided. */
export function asDecided({ text, outcome, reason }: Correction): MinutesCorrection {
  if (outcome === null) throw new Error("a correction is undecided");
  return { text, outcome, reason };
}
