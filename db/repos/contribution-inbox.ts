/** What the team reads of input: lists without words, words of one page, notes. */
import { and, asc, desc, eq, inArray, ne, or, sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Contribution, ContributionTarget } from "../../domain/contributions/contribution.ts";
import type { DispositionChange, Outcome } from "../../domain/dispositions/disposition.ts";
import type { AccountId, ConsultationId, ContributionId, DispositionId, PolicyId } from "../../domain/ids.ts";
import type { Db } from "../database.ts";
import { accounts } from "../schema/accounts.ts";
import { authorities } from "../schema/authorities.ts";
import { consultations } from "../schema/consultations.ts";
import {
  contributionNotes,
  contributions,
  contributionTargets,
  dispositionContributions,
  dispositions,
} from "../schema/contributions.ts";
import { policies, policyMembers } from "../schema/policies.ts";
import {
  idsIn,
  READABLE,
  readableGroup,
  readContributions,
  readTargets,
  toContribution,
} from "./contribution-rows.ts";
import { changeOf } from "./disposition-rows.ts";

/** An input without its words, with its current answer. */
export interface ListedContribution extends Pick<
  Contribution,
  | "id"
  | "channel"
  | "state"
  | "visibility"
  | "versionId"
  | "groupId"
  | "unitId"
  | "consultationId"
  | "sourceId"
  | "sourceItem"
  | "stance"
  | "assigneeId"
  | "supersededBy"
  | "createdOn"
  | "receivedAt"
  | "revision"
> {
  readonly authorId: AccountId | null;
  readonly targets: readonly ContributionTarget[];
  readonly answer: {
    readonly id: DispositionId;
    readonly outcome: Outcome;
    readonly change: DispositionChange | null;
  } | null;
}

export interface ContributionNote {
  readonly id: string;
  readonly author: AccountId;
  readonly text: string;
  readonly at: number;
}

export function createContributionInbox(db: Db) {
  const ofPolicy = (policy: PolicyId) => eq(contributions.policyId, policy);

  async function find(policy: PolicyId, ids: readonly ContributionId[]): Promise<Contribution[]> {
    const where = and(ofPolicy(policy), idsIn(contributions.id, ids));
    return where ? readContributions(db, where) : [];
  }

  return {
    /** Those of these ids that are the policy's. */
    find,
    /** Drafts with open input for which `account` writes, or of which some was assigned to them; the most first. [CT21] */
    async waitingFor(account: AccountId) {
      const open = sql<number>`count(*)`;
      return db
        .select({
          policyId: policies.id,
          title: policies.title,
          authorityName: authorities.name,
          open,
          mine: sql<number>`sum(coalesce(${contributions.assigneeId} = ${account}, 0))`,
        })
        .from(contributions)
        .innerJoin(policies, eq(policies.id, contributions.policyId))
        .innerJoin(authorities, eq(authorities.id, policies.authorityId))
        .leftJoin(
          policyMembers,
          and(
            eq(policyMembers.policyId, policies.id),
            eq(policyMembers.accountId, account),
            inArray(policyMembers.role, ["owner", "drafter"]),
          ),
        )
        .where(
          and(
            inArray(contributions.state, ["received", "triaged", "considered"]),
            or(sql`${policyMembers.accountId} is not null`, eq(contributions.assigneeId, account)),
          ),
        )
        .groupBy(policies.id)
        .orderBy(desc(open), asc(policies.id))
        .limit(100);
    },
    /** Every input that the policy ever received, in no order. */
    async listAll(policy: PolicyId): Promise<ListedContribution[]> {
      const [rows, targets] = await Promise.all([
        db
          .select({
            id: contributions.id,
            channel: contributions.channel,
            state: contributions.state,
            visibility: contributions.visibility,
            versionId: contributions.versionId,
            groupId: readableGroup,
            unitId: contributions.unitId,
            consultationId: contributions.consultationId,
            sourceId: contributions.sourceId,
            sourceItem: contributions.sourceItem,
            stance: contributions.stance,
            assigneeId: contributions.assigneeId,
            supersededBy: contributions.supersededBy,
            createdOn: contributions.createdOn,
            receivedAt: contributions.receivedAt,
            revision: contributions.revision,
            authorId: contributions.authorId,
            answerId: dispositions.id,
            outcome: dispositions.outcome,
            changeCid: dispositions.changeCid,
            changeVersionId: dispositions.changeVersionId,
            changeAfterVersion: dispositions.changeAfterVersion,
          })
          .from(contributions)
          .leftJoin(
            dispositionContributions,
            and(
              eq(dispositionContributions.contributionId, contributions.id),
              eq(dispositionContributions.current, true),
            ),
          )
          .leftJoin(dispositions, eq(dispositions.id, dispositionContributions.dispositionId))
          .where(ofPolicy(policy)),
        readTargets(
          db,
          sql`${contributionTargets.contributionId} in (select ${contributions.id} from ${contributions} where ${ofPolicy(policy)})`,
        ),
      ]);
      return rows.map(({ answerId, outcome, changeCid, changeVersionId, changeAfterVersion, ...row }) => ({
        ...row,
        targets: targets.get(row.id) ?? [],
        answer:
          answerId === null || outcome === null
            ? null
            : { id: answerId, outcome, change: changeOf({ changeCid, changeVersionId, changeAfterVersion }) },
      }));
    },
    async get(policy: PolicyId, id: ContributionId): Promise<Contribution | null> {
      return (await find(policy, [id]))[0] ?? null;
    },
    /** All of a policy, or of one of its consultations, with their words. For tables and reports. */
    async allWithWords(policy: PolicyId, consultation?: ConsultationId): Promise<Contribution[]> {
      const rows = await db
        .select(READABLE)
        .from(contributions)
        .where(
          and(
            ofPolicy(policy),
            consultation === undefined ? undefined : eq(contributions.consultationId, consultation),
          ),
        );
      const targets = await readTargets(
        db,
        sql`${contributionTargets.contributionId} in (select ${contributions.id} from ${contributions} where ${ofPolicy(policy)})`,
      );
      return rows.map((row) => toContribution(row, targets.get(row.id) ?? []));
    },
    /** Ids of those in whose words `q` occurs; capitals of the Latin alphabet do not count. Not LIKE: D1 refuses long patterns. */
    async search(policy: PolicyId, q: string): Promise<ReadonlySet<ContributionId>> {
      const occursIn = (words: AnySQLiteColumn) => sql`instr(lower(${words}), lower(${q})) > 0`;
      const rows = await db
        .select({ id: contributions.id })
        .from(contributions)
        .where(and(ofPolicy(policy), or(occursIn(contributions.text), occursIn(contributions.proposedText))));
      return new Set(rows.map(({ id }) => id));
    },
    async notes(id: ContributionId): Promise<ContributionNote[]> {
      return db
        .select({
          id: contributionNotes.id,
          author: contributionNotes.author,
          text: contributionNotes.text,
          at: contributionNotes.at,
        })
        .from(contributionNotes)
        .where(eq(contributionNotes.contributionId, id))
        .orderBy(asc(contributionNotes.at), asc(contributionNotes.id));
    },
    async noteCounts(ids: readonly ContributionId[]): Promise<ReadonlyMap<ContributionId, number>> {
      const rows = await db
        .select({ id: contributionNotes.contributionId, count: sql<number>`count(*)` })
        .from(contributionNotes)
        .where(idsIn(sql`${contributionNotes.contributionId}`, ids))
        .groupBy(contributionNotes.contributionId);
      return new Map(rows.map(({ id, count }) => [id, count]));
    },
    /** Fails on a foreign key when the input does not exist. */
    async addNote(contribution: ContributionId, note: ContributionNote): Promise<void> {
      await db.insert(contributionNotes).values({ ...note, contributionId: contribution });
    },
    async consultationTitles(policy: PolicyId): Promise<ReadonlyMap<ConsultationId, string>> {
      const rows = await db
        .select({ id: consultations.id, title: consultations.title })
        .from(consultations)
        .where(eq(consultations.policyId, policy))
        .orderBy(desc(consultations.opensAt));
      return new Map(rows.map(({ id, title }) => [id, title]));
    },
    /** Who may answer: owners and drafters of the policy, and the legal division. [AC17] */
    async answerers(policy: PolicyId, demo: boolean): Promise<{ id: AccountId; name: string }[]> {
      const isWriter = sql`exists (select 1 from ${policyMembers} where ${policyMembers.policyId} = ${policy} and ${policyMembers.accountId} = ${accounts.id} and ${policyMembers.role} in ('owner', 'drafter')) and ${accounts.role} not in ('respondent', 'organisation')`;
      return db
        .select({ id: accounts.id, name: accounts.name })
        .from(accounts)
        .where(
          and(
            eq(accounts.disabled, false),
            demo ? undefined : ne(accounts.demo, true),
            or(eq(accounts.role, "legal"), isWriter),
          ),
        )
        .orderBy(asc(accounts.name), asc(accounts.id));
    },
  };
}
