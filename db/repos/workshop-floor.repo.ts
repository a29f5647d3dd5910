/** The floor of a workshop: who is there, what was said, how it was grouped, votes. Every write raises the revision. [WS21] */
import { and, asc, eq, ne, sql, type SQL } from "drizzle-orm";
import type {
  AccountId,
  Cid,
  ContributionId,
  EpochMs,
  GroupId,
  UnitId,
  WorkshopId,
} from "../../domain/ids.ts";
import {
  NO_VOTES,
  WORKSHOP_LIMITS,
  type Vote,
  type VoteCounts,
  type WorkshopState,
} from "../../domain/workshops/workshop.ts";
import type { Db, DbStatement } from "../database.ts";
import { guard, guardChanged } from "../guards.ts";
import { groups, units } from "../schema/authorities.ts";
import { contributions } from "../schema/contributions.ts";
import {
  workshopAgenda,
  workshopAttendees,
  workshopClusters,
  workshopEntries,
  workshopInvitations,
  workshopQuestions,
  workshops,
  workshopVotes,
} from "../schema/workshops.ts";
import type { ContributionRepo, NewContribution, NewReceipt } from "./contribution.repo.ts";
import { bumpStatement } from "./workshop.repo.ts";

export interface Attendee {
  readonly id: string;
  readonly workshopId: WorkshopId;
  /** Null: put down by the team, without a device. */
  readonly tokenHash: string | null;
  readonly name: string;
  readonly groupId: GroupId | null;
  readonly unitId: UnitId | null;
  readonly accountId: AccountId | null;
  readonly at: EpochMs;
}

export interface FloorEntry {
  readonly id: ContributionId;
  readonly clientId: string;
  readonly number: number;
  readonly cid: Cid | null;
  /** As they were given. */
  readonly words: string;
  /** As others may read them: without what was taken out since. */
  readonly shown: string;
  readonly groupId: GroupId | null;
  readonly table: string | null;
  readonly attendeeId: string | null;
  readonly clusterId: string | null;
  readonly hidden: boolean;
  readonly at: EpochMs;
}

export type NewEntry = Omit<FloorEntry, "id" | "number" | "words" | "shown" | "clusterId" | "hidden"> & {
  readonly recordedBy: AccountId | null;
};

export interface Cluster {
  readonly id: string;
  readonly cid: Cid | null;
  readonly heading: string;
}

export interface Question {
  readonly id: string;
  readonly cid: Cid | null;
  readonly words: string;
  readonly open: boolean;
}

export type WorkshopFloorRepo = ReturnType<typeof createWorkshopFloorRepo>;

export function createWorkshopFloorRepo(db: Db, inputs: Pick<ContributionRepo, "receiveStatements">) {
  const inState = (id: WorkshopId, states: readonly WorkshopState[]): DbStatement =>
    guard(
      db,
      sql`exists (select 1 from ${workshops} where id = ${id} and state in (select value from json_each(${JSON.stringify(states)})))`,
    );
  const onAgenda = (id: WorkshopId, cid: Cid | null): DbStatement[] =>
    cid === null
      ? []
      : [guard(db, sql`exists (select 1 from ${workshopAgenda} where workshop_id = ${id} and cid = ${cid})`)];
  const rowsWithin = (
    table: typeof workshopAttendees | typeof workshopEntries | typeof workshopQuestions,
    id: WorkshopId,
    max: number,
  ): DbStatement => guard(db, sql`(select count(*) from ${table} where workshop_id = ${id}) <= ${max}`);
  const among = (ids: readonly string[]): SQL => sql`(select value from json_each(${JSON.stringify(ids)}))`;
  const dropEmptyClusters = (id: WorkshopId): DbStatement =>
    db
      .delete(workshopClusters)
      .where(
        and(
          eq(workshopClusters.workshopId, id),
          sql`not exists (select 1 from ${workshopEntries} e where e.cluster_id = ${workshopClusters.id})`,
        ),
      );

  /** Within the quotas of the workshop and of the group. [WS3] */
  const withinQuotas = (id: WorkshopId, groupId: GroupId | null): DbStatement[] => [
    guard(
      db,
      sql`(select count(*) from ${workshopAttendees} where workshop_id = ${id}) <= coalesce((select quota from ${workshops} where id = ${id}), ${WORKSHOP_LIMITS.people})`,
    ),
    guard(
      db,
      sql`(select count(*) from ${workshopAttendees} where workshop_id = ${id} and group_id is ${groupId}) <= coalesce((select quota from ${workshopInvitations} where workshop_id = ${id} and group_id is ${groupId}), ${WORKSHOP_LIMITS.people})`,
    ),
  ];

  return {
    /**
     * Puts somebody down. `self`: by their own device, within the quotas. Fails on a guard
     * when it is full or closed, on `workshop_attendees.token_hash` when the device is here.
     */
    async addAttendee(attendee: Attendee, self: boolean): Promise<void> {
      const { workshopId, groupId } = attendee;
      await db.batch([
        db.insert(workshopAttendees).values(attendee),
        inState(workshopId, self ? ["planned", "live"] : ["planned", "live", "closed"]),
        rowsWithin(workshopAttendees, workshopId, WORKSHOP_LIMITS.people),
        ...(self ? withinQuotas(workshopId, groupId) : []),
        bumpStatement(db, workshopId),
      ]);
    },
    /** Takes back an attendance with its votes; fails on its guard for who has given input. */
    async removeAttendee(workshopId: WorkshopId, id: string): Promise<void> {
      await db.batch([
        db
          .delete(workshopVotes)
          .where(and(eq(workshopVotes.workshopId, workshopId), eq(workshopVotes.attendeeId, id))),
        db
          .delete(workshopAttendees)
          .where(
            and(
              eq(workshopAttendees.workshopId, workshopId),
              eq(workshopAttendees.id, id),
              sql`not exists (select 1 from ${workshopEntries} e where e.attendee_id = ${id})`,
            ),
          ),
        guardChanged(db),
        inState(workshopId, ["planned", "live", "closed"]),
        bumpStatement(db, workshopId),
      ]);
    },
    async attendeeByToken(workshopId: WorkshopId, tokenHash: string): Promise<Attendee | null> {
      const where = and(
        eq(workshopAttendees.tokenHash, tokenHash),
        eq(workshopAttendees.workshopId, workshopId),
      );
      return (await db.select().from(workshopAttendees).where(where).get()) ?? null;
    },
    async attendee(id: string): Promise<Attendee | null> {
      return (await db.select().from(workshopAttendees).where(eq(workshopAttendees.id, id)).get()) ?? null;
    },
    /** By name; the unit by its own. */
    async attendees(id: WorkshopId): Promise<(Attendee & { readonly unitName: string | null })[]> {
      const rows = await db
        .select({ attendee: workshopAttendees, unitName: units.name })
        .from(workshopAttendees)
        .leftJoin(units, eq(units.id, workshopAttendees.unitId))
        .where(eq(workshopAttendees.workshopId, id))
        .orderBy(asc(workshopAttendees.name), asc(workshopAttendees.id));
      return rows.map(({ attendee, unitName }) => ({ ...attendee, unitName }));
    },
    /** Names of the groups that were invited, attended or spoke. */
    async groupNames(id: WorkshopId): Promise<ReadonlyMap<GroupId, string>> {
      const rows = await db
        .select({ id: groups.id, name: groups.name })
        .from(groups)
        .where(
          sql`${groups.id} in (select group_id from ${workshopInvitations} where workshop_id = ${id} union select group_id from ${workshopAttendees} where workshop_id = ${id} union select group_id from ${workshopEntries} where workshop_id = ${id})`,
        )
        .orderBy(asc(groups.name));
      return new Map(rows.map((row) => [row.id, row.name]));
    },

    /** One input with its place in the workshop. Fails on `workshop_entries.client_id` when it is here already. [WS11] */
    async addEntry(
      entry: NewEntry,
      {
        input,
        receipt,
        also,
      }: {
        readonly input: NewContribution;
        readonly receipt?: NewReceipt | undefined;
        /** What else must hold in the same batch: that the consultation takes input. */
        readonly also: readonly DbStatement[];
      },
    ): Promise<void> {
      const { workshopId, table, ...rest } = { ...entry, workshopId: input.sourceId as WorkshopId };
      const next = sql<number>`(select coalesce(max(number), 0) + 1 from ${workshopEntries} where workshop_id = ${workshopId})`;
      const [first, ...others] = inputs.receiveStatements(input, receipt);
      if (!first) throw new Error("an input without statements");
      await db.batch([
        first,
        ...others,
        db
          .insert(workshopEntries)
          .values({ ...rest, tableLabel: table, contributionId: input.id, workshopId, number: next }),
        inState(workshopId, entry.attendeeId === null ? ["live", "closed"] : ["live"]),
        ...onAgenda(workshopId, entry.cid),
        rowsWithin(workshopEntries, workshopId, WORKSHOP_LIMITS.entries),
        ...also,
        bumpStatement(db, workshopId),
      ]);
    },
    async entryByClientId(clientId: string): Promise<(FloorEntry & { workshopId: WorkshopId }) | null> {
      const [row] = await entriesWhere(eq(workshopEntries.clientId, clientId));
      return row ?? null;
    },
    /** In the order of arrival; what was withdrawn is left out. */
    async entries(id: WorkshopId): Promise<FloorEntry[]> {
      return entriesWhere(and(eq(workshopEntries.workshopId, id), ne(contributions.state, "withdrawn")));
    },
    async entriesOf(attendeeId: string): Promise<FloorEntry[]> {
      return entriesWhere(
        and(eq(workshopEntries.attendeeId, attendeeId), ne(contributions.state, "withdrawn")),
      );
    },
    async setHidden(workshopId: WorkshopId, entryId: string, hidden: boolean): Promise<void> {
      await db.batch([
        db
          .update(workshopEntries)
          .set({ hidden })
          .where(
            and(
              eq(workshopEntries.workshopId, workshopId),
              eq(workshopEntries.contributionId, entryId as ContributionId),
            ),
          ),
        guardChanged(db),
        inState(workshopId, ["live", "closed"]),
        bumpStatement(db, workshopId),
      ]);
    },

    async clusters(id: WorkshopId): Promise<Cluster[]> {
      const { cid, heading } = workshopClusters;
      return db
        .select({ id: workshopClusters.id, cid, heading })
        .from(workshopClusters)
        .where(eq(workshopClusters.workshopId, id))
        .orderBy(asc(workshopClusters.at), asc(workshopClusters.id));
    },
    /** Makes a group of entries at one clause; fails on a guard unless all are. [WS14] */
    async addCluster(
      workshopId: WorkshopId,
      cluster: Cluster & { readonly at: EpochMs },
      entryIds: readonly string[],
    ): Promise<void> {
      await db.batch([
        db.insert(workshopClusters).values({ workshopId, ...cluster }),
        ...intoCluster(workshopId, cluster.id, entryIds),
      ]);
    },
    /** Into a group, or out of any (null); fails on a guard for entries of another clause. [WS14] */
    async groupEntries(
      workshopId: WorkshopId,
      clusterId: string | null,
      entryIds: readonly string[],
    ): Promise<void> {
      const [first, ...rest] = intoCluster(workshopId, clusterId, entryIds);
      if (first) await db.batch([first, ...rest]);
    },
    async renameCluster(workshopId: WorkshopId, id: string, heading: string): Promise<void> {
      await db.batch([
        db
          .update(workshopClusters)
          .set({ heading })
          .where(and(eq(workshopClusters.workshopId, workshopId), eq(workshopClusters.id, id))),
        guardChanged(db),
        inState(workshopId, ["live", "closed"]),
        bumpStatement(db, workshopId),
      ]);
    },
    async dissolveCluster(workshopId: WorkshopId, id: string): Promise<void> {
      await db.batch([
        db
          .update(workshopEntries)
          .set({ clusterId: null })
          .where(and(eq(workshopEntries.workshopId, workshopId), eq(workshopEntries.clusterId, id))),
        db
          .delete(workshopClusters)
          .where(and(eq(workshopClusters.workshopId, workshopId), eq(workshopClusters.id, id))),
        guardChanged(db),
        inState(workshopId, ["live", "closed"]),
        bumpStatement(db, workshopId),
      ]);
    },

    async questions(id: WorkshopId): Promise<Question[]> {
      const { cid, words, open } = workshopQuestions;
      return db
        .select({ id: workshopQuestions.id, cid, words, open })
        .from(workshopQuestions)
        .where(eq(workshopQuestions.workshopId, id))
        .orderBy(asc(workshopQuestions.at), asc(workshopQuestions.id));
    },
    async addQuestion(
      workshopId: WorkshopId,
      question: Omit<Question, "open"> & { readonly at: EpochMs },
    ): Promise<void> {
      await db.batch([
        db.insert(workshopQuestions).values({ workshopId, ...question }),
        inState(workshopId, ["live"]),
        ...onAgenda(workshopId, question.cid),
        rowsWithin(workshopQuestions, workshopId, WORKSHOP_LIMITS.questions),
        bumpStatement(db, workshopId),
      ]);
    },
    async setQuestionOpen(workshopId: WorkshopId, id: string, open: boolean): Promise<void> {
      await db.batch([
        db
          .update(workshopQuestions)
          .set({ open })
          .where(and(eq(workshopQuestions.workshopId, workshopId), eq(workshopQuestions.id, id))),
        guardChanged(db),
        inState(workshopId, ["live"]),
        bumpStatement(db, workshopId),
      ]);
    },

    /** One vote per person and subject; null takes it back. Fails on a guard where nothing can be voted on. [WS15] */
    async vote(
      workshopId: WorkshopId,
      subjectId: string,
      attendeeId: string,
      vote: Vote | null,
    ): Promise<void> {
      const mine = and(eq(workshopVotes.subjectId, subjectId), eq(workshopVotes.attendeeId, attendeeId));
      await db.batch([
        vote === null
          ? db.delete(workshopVotes).where(mine)
          : db
              .insert(workshopVotes)
              .values({ subjectId, attendeeId, workshopId, vote })
              .onConflictDoUpdate({
                target: [workshopVotes.subjectId, workshopVotes.attendeeId],
                set: { vote },
              }),
        inState(workshopId, ["live"]),
        guard(
          db,
          sql`exists (select 1 from ${workshopEntries} where contribution_id = ${subjectId} and workshop_id = ${workshopId} and hidden = 0) or exists (select 1 from ${workshopQuestions} where id = ${subjectId} and workshop_id = ${workshopId} and open = 1)`,
        ),
        bumpStatement(db, workshopId),
      ]);
    },
    /** By entry or question; those nobody voted on are absent. */
    async votes(id: WorkshopId): Promise<ReadonlyMap<string, VoteCounts>> {
      const rows = await db
        .select({
          subjectId: workshopVotes.subjectId,
          vote: workshopVotes.vote,
          n: sql<number>`count(*)`.mapWith(Number),
        })
        .from(workshopVotes)
        .where(eq(workshopVotes.workshopId, id))
        .groupBy(workshopVotes.subjectId, workshopVotes.vote);
      const counts = new Map<string, Record<Vote, number>>();
      for (const { subjectId, vote, n } of rows) {
        const known = counts.get(subjectId) ?? { ...NO_VOTES };
        known[vote] = n;
        counts.set(subjectId, known);
      }
      return counts;
    },
    async votesOf(attendeeId: string): Promise<ReadonlyMap<string, Vote>> {
      const rows = await db
        .select({ subjectId: workshopVotes.subjectId, vote: workshopVotes.vote })
        .from(workshopVotes)
        .where(eq(workshopVotes.attendeeId, attendeeId));
      return new Map(rows.map(({ subjectId, vote }) => [subjectId, vote]));
    },
  };

  async function entriesWhere(where: SQL | undefined) {
    const e = workshopEntries;
    return db
      .select({
        id: e.contributionId,
        workshopId: e.workshopId,
        clientId: e.clientId,
        number: e.number,
        cid: e.cid,
        words: contributions.text,
        shown: sql<string>`coalesce(${contributions.redactedText}, ${contributions.text})`,
        groupId: e.groupId,
        table: e.tableLabel,
        attendeeId: e.attendeeId,
        clusterId: e.clusterId,
        hidden: e.hidden,
        at: e.at,
      })
      .from(e)
      .innerJoin(contributions, eq(contributions.id, e.contributionId))
      .where(where)
      .orderBy(asc(e.number));
  }

  function intoCluster(
    workshopId: WorkshopId,
    clusterId: string | null,
    entryIds: readonly string[],
  ): DbStatement[] {
    const sameClause =
      clusterId === null
        ? sql`1`
        : sql`exists (select 1 from ${workshopClusters} c where c.id = ${clusterId} and c.workshop_id = ${workshopId} and c.cid is ${workshopEntries.cid})`;
    return [
      db
        .update(workshopEntries)
        .set({ clusterId })
        .where(
          and(
            eq(workshopEntries.workshopId, workshopId),
            sql`${workshopEntries.contributionId} in ${among(entryIds)}`,
            sameClause,
          ),
        ),
      guardChanged(db, new Set(entryIds).size),
      dropEmptyClusters(workshopId),
      inState(workshopId, ["live", "closed"]),
      bumpStatement(db, workshopId),
    ];
  }
}
