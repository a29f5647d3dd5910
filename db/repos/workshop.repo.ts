/** Workshops: plan and steps. What happens in the hall is in `workshop-floor.repo.ts`, minutes in `workshop-minutes.repo.ts`. */
import { and, asc, count, desc, eq, sql } from "drizzle-orm";
import type { JsonValue } from "../../domain/audit/event.ts";
import { SHORT_CODE_LENGTH, shortCodeFrom } from "../../domain/consultations/short-code.ts";
import type { AccountId, Cid, GroupId, PolicyId, WorkshopId } from "../../domain/ids.ts";
import {
  stateAfter,
  stateBefore,
  type AgendaItem,
  type Invitation,
  type Workshop,
} from "../../domain/workshops/workshop.ts";
import type { AuditTrail } from "../audit-trail.ts";
import { isConstraintViolation } from "../constraint-violation.ts";
import type { Db, DbStatement } from "../database.ts";
import { guard, guardChanged } from "../guards.ts";
import { groups } from "../schema/authorities.ts";
import { consultations } from "../schema/consultations.ts";
import { versions } from "../schema/policies.ts";
import {
  workshopAgenda,
  workshopAttendees,
  workshopClusters,
  workshopCorrections,
  workshopEntries,
  workshopInvitations,
  workshopQuestions,
  workshops,
} from "../schema/workshops.ts";
import type { By } from "./directory.repo.ts";
import { createShortLinkRepo } from "./short-link.repo.ts";

export type NewWorkshop = Pick<Workshop, "id" | "policyId" | "consultationId" | "createdBy" | "createdAt">;
/** What may be changed before and while it is live. */
export type WorkshopPlan = Pick<
  Workshop,
  "versionId" | "title" | "place" | "startsAt" | "endsAt" | "quota"
> & {
  readonly agenda: readonly AgendaItem[];
  readonly invitations: readonly Invitation[];
};

export interface ListedWorkshop {
  readonly workshop: Workshop;
  readonly consultationTitle: string;
  readonly invited: number;
  readonly attended: number;
  readonly entries: number;
  readonly undecided: number;
}

export type WorkshopRepo = ReturnType<typeof createWorkshopRepo>;

/** Raises what is polled; part of every batch that changes what a page shows. [WS21] */
export const bumpStatement = (db: Db, id: WorkshopId): DbStatement =>
  db
    .update(workshops)
    .set({ revision: sql`${workshops.revision} + 1` })
    .where(eq(workshops.id, id));

const EVENT: Readonly<Record<"start" | "close" | "reopen", string>> = {
  start: "workshop.started",
  close: "workshop.closed",
  reopen: "workshop.reopened",
};

/** Lost attempts at a join code. */
const MAX_ATTEMPTS = 20;

export function createWorkshopRepo(
  db: Db,
  trail: AuditTrail,
  randomBytes: (length: number) => Uint8Array = (length) => crypto.getRandomValues(new Uint8Array(length)),
) {
  const links = createShortLinkRepo(db);

  function planStatements(id: WorkshopId, { agenda, invitations }: WorkshopPlan): DbStatement[] {
    return [
      ...agenda.map((item, position) =>
        db.insert(workshopAgenda).values({ workshopId: id, position, ...item }),
      ),
      ...invitations.map((invitation, position) =>
        db.insert(workshopInvitations).values({ workshopId: id, position, ...invitation }),
      ),
    ];
  }

  /** How many rows of a table the outer workshop has. */
  const rowsOf = (table: typeof workshopAttendees | typeof workshopEntries) =>
    sql<number>`(select count(*) from ${table} where workshop_id = ${workshops.id})`.mapWith(Number);

  return {
    async get(policyId: PolicyId, id: WorkshopId): Promise<Workshop | null> {
      const where = and(eq(workshops.policyId, policyId), eq(workshops.id, id));
      return (await db.select().from(workshops).where(where).get()) ?? null;
    },
    async byCode(code: string): Promise<Workshop | null> {
      return (await db.select().from(workshops).where(eq(workshops.code, code)).get()) ?? null;
    },
    async agenda(id: WorkshopId): Promise<AgendaItem[]> {
      return db
        .select({ cid: workshopAgenda.cid, minutes: workshopAgenda.minutes })
        .from(workshopAgenda)
        .where(eq(workshopAgenda.workshopId, id))
        .orderBy(asc(workshopAgenda.position));
    },
    /** In their order, with the names of the groups. */
    async invitations(id: WorkshopId): Promise<(Invitation & { readonly name: string })[]> {
      const { groupId, invited, quota, names } = workshopInvitations;
      return db
        .select({ groupId, name: groups.name, invited, quota, names })
        .from(workshopInvitations)
        .innerJoin(groups, eq(groups.id, workshopInvitations.groupId))
        .where(eq(workshopInvitations.workshopId, id))
        .orderBy(asc(workshopInvitations.position));
    },
    /** Latest day first. */
    async list(policyId: PolicyId): Promise<ListedWorkshop[]> {
      return db
        .select({
          workshop: workshops,
          consultationTitle: consultations.title,
          invited:
            sql<number>`(select coalesce(sum(invited), 0) from ${workshopInvitations} where workshop_id = ${workshops.id})`.mapWith(
              Number,
            ),
          attended: rowsOf(workshopAttendees),
          entries: rowsOf(workshopEntries),
          undecided:
            sql<number>`(select count(*) from ${workshopCorrections} where workshop_id = ${workshops.id} and outcome is null)`.mapWith(
              Number,
            ),
        })
        .from(workshops)
        .innerJoin(consultations, eq(consultations.id, workshops.consultationId))
        .where(eq(workshops.policyId, policyId))
        .orderBy(desc(workshops.startsAt), desc(workshops.id));
    },
    /** Of one version, for pages that hold its id. */
    async version(id: Workshop["versionId"]) {
      const { number, label, hash, title } = versions;
      const fields = { number, label, hash, title };
      return (await db.select(fields).from(versions).where(eq(versions.id, id)).get()) ?? null;
    },
    /** How many of `ids` are groups of the authority that the policy belongs to. */
    async groupsKnown(authorityId: string, ids: readonly GroupId[]): Promise<number> {
      const row = await db
        .select({ known: count() })
        .from(groups)
        .where(
          and(
            sql`${groups.authorityId} = ${authorityId}`,
            sql`${groups.id} in (select value from json_each(${JSON.stringify(ids)}))`,
          ),
        )
        .get();
      return row?.known ?? 0;
    },
    /** Plans a workshop, with a join code of its own. [WS4] */
    async create(workshop: NewWorkshop, plan: WorkshopPlan, by: By): Promise<void> {
      const { id, policyId, consultationId } = workshop;
      const { agenda: _, invitations: __, ...settings } = plan;
      for (let attempt = 1; ; attempt += 1) {
        const code = shortCodeFrom(randomBytes(SHORT_CODE_LENGTH));
        try {
          await trail.withEvent(policyId, () => ({
            ...by,
            action: "workshop.created",
            subject: { kind: "workshop", id },
            payload: { consultationId, versionId: plan.versionId, code },
            statements: [
              links.addStatement({ code, kind: "workshop", subjectId: id }, by.at),
              db.insert(workshops).values({ ...workshop, ...settings, code }),
              ...planStatements(id, plan),
            ],
          }));
          return;
        } catch (error) {
          if (attempt >= MAX_ATTEMPTS || !isConstraintViolation(error, "short_links.code")) throw error;
        }
      }
    },
    /**
     * Replaces plan, agenda and invitations. Optimistic on `settingsRevision`,
     * and on nothing standing at a clause that is no longer on the agenda.
     */
    async change(before: Workshop, plan: WorkshopPlan): Promise<void> {
      const { id, settingsRevision } = before;
      const { agenda: _, invitations: __, ...settings } = plan;
      const strays = [workshopEntries, workshopClusters, workshopQuestions].map((table) =>
        guard(
          db,
          sql`not exists (select 1 from ${table} s where s.workshop_id = ${id} and s.cid is not null and s.cid not in (select cid from ${workshopAgenda} where workshop_id = ${id}))`,
        ),
      );
      await db.batch([
        db
          .update(workshops)
          .set({
            ...settings,
            settingsRevision: settingsRevision + 1,
            revision: sql`${workshops.revision} + 1`,
            currentCid: sql`case when ${workshops.currentCid} in (select value from json_each(${JSON.stringify(plan.agenda.map(({ cid }) => cid))})) then ${workshops.currentCid} end`,
          })
          .where(
            and(
              eq(workshops.id, id),
              eq(workshops.settingsRevision, settingsRevision),
              sql`${workshops.state} in ('planned', 'live')`,
            ),
          ),
        guardChanged(db),
        db.delete(workshopAgenda).where(eq(workshopAgenda.workshopId, id)),
        db.delete(workshopInvitations).where(eq(workshopInvitations.workshopId, id)),
        ...planStatements(id, plan),
        ...strays,
      ]);
    },
    /** Clauses at which something was said, asked or grouped. [WS6] */
    async cidsInUse(id: WorkshopId): Promise<ReadonlySet<Cid>> {
      const lists = await Promise.all(
        [workshopEntries, workshopClusters, workshopQuestions].map((table) =>
          db.selectDistinct({ cid: table.cid }).from(table).where(eq(table.workshopId, id)),
        ),
      );
      return new Set(lists.flat().flatMap(({ cid }) => (cid === null ? [] : [cid])));
    },
    /** Takes a step with its event; fails on its guard when the state is another by now. [WS5] */
    async step(
      { id, policyId }: Pick<Workshop, "id" | "policyId">,
      step: "start" | "close" | "reopen",
      by: By & { readonly actor: AccountId },
      /** What else must hold in the same batch. */
      also: readonly DbStatement[] = [],
    ): Promise<void> {
      const state = stateAfter(stateBefore(step), step);
      if (state === null) throw new Error(`no state after ${step}`);
      const { at } = by;
      const firstItem = sql`(select cid from ${workshopAgenda} where workshop_id = ${id} order by position limit 1)`;
      const times = {
        start: { startedAt: at, currentCid: firstItem },
        close: { closedAt: at },
        reopen: { closedAt: null },
      }[step];
      const payload: JsonValue = {};
      await trail.withEvent(policyId, () => ({
        ...by,
        action: EVENT[step],
        subject: { kind: "workshop", id },
        payload,
        statements: [
          db
            .update(workshops)
            .set({ state, ...times, revision: sql`${workshops.revision} + 1` })
            .where(and(eq(workshops.id, id), eq(workshops.state, stateBefore(step)))),
          guardChanged(db),
          ...also,
        ],
      }));
    },
    /** Moves the hall to a clause of the agenda; fails on its guard when it is none, or nothing is live. */
    async setCurrent(id: WorkshopId, cid: Cid | null): Promise<void> {
      const onAgenda = sql`(${cid} is null or exists (select 1 from ${workshopAgenda} where workshop_id = ${id} and cid = ${cid}))`;
      await db.batch([
        db
          .update(workshops)
          .set({ currentCid: cid, revision: sql`${workshops.revision} + 1` })
          .where(and(eq(workshops.id, id), eq(workshops.state, "live"), onAgenda)),
        guardChanged(db),
      ]);
    },
  };
}
