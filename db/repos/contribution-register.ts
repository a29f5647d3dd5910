/**
 * What the public and the author read of input. Words leave only where somebody
 * looked at them and said `public`; answers only once they were published. The
 * holder of a receipt reads their own words and the answer at once. [CT11, CT12, CT17, DP8]
 */
import { and, desc, eq, lt, ne, or, sql, type SQL } from "drizzle-orm";
import type {
  Channel,
  Contribution,
  ContributionState,
  ContributionTarget,
  Stance,
} from "../../domain/contributions/contribution.ts";
import type { DispositionChange, Outcome } from "../../domain/dispositions/disposition.ts";
import type {
  AccountId,
  Cid,
  ConsultationId,
  ContributionId,
  DispositionId,
  EpochMs,
  GroupId,
  PolicyId,
  UnitId,
  VersionId,
} from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import type { Db } from "../database.ts";
import { consultations } from "../schema/consultations.ts";
import {
  contributions,
  contributionTargets,
  dispositionContributions,
  dispositions,
  receipts,
} from "../schema/contributions.ts";
import { idsIn, READABLE, readableGroup, readContributions, readTargets } from "./contribution-rows.ts";
import { changeOf } from "./disposition-rows.ts";

export interface PublicAnswer {
  readonly id: DispositionId;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly at: EpochMs;
  readonly change: DispositionChange | null;
}

/** One line of the public register. */
export interface PublicInput {
  readonly id: ContributionId;
  readonly policyId: PolicyId;
  readonly consultationId: ConsultationId | null;
  readonly channel: Channel;
  readonly versionId: VersionId;
  readonly targets: readonly ContributionTarget[];
  readonly groupId: GroupId | null;
  /** Only of a submission: the body that speaks. */
  readonly unitId: UnitId | null;
  readonly stance: Stance | null;
  /** Redacted where something was taken out; null where the input is not shown. */
  readonly text: string | null;
  readonly proposedText: string | null;
  /** Something was taken out of the words. */
  readonly redacted: boolean;
  /** Why something was taken out or is not shown. */
  readonly moderationNote: string | null;
  readonly createdOn: string;
  /** Once it was published. */
  readonly answer: PublicAnswer | null;
}

export interface RegisterFilter {
  /** About any of these clauses, or pointing at one of them as an item. */
  readonly cids?: readonly Cid[] | undefined;
  readonly groupId?: GroupId | undefined;
  readonly channel?: Channel | undefined;
  /** `none`: not answered in public yet. */
  readonly outcome?: Outcome | "none" | undefined;
}

export interface RegisterPage {
  readonly limit: number;
  /** Day and id of the last line of the page before. */
  readonly after?: { readonly createdOn: string; readonly id: string } | undefined;
}

/** What the holder of a receipt reads. */
export interface ReceiptView {
  readonly contribution: Contribution;
  readonly consultation: { readonly id: ConsultationId; readonly title: string } | null;
  readonly locale: Locale;
  /** The answer that holds, also before it is public. */
  readonly answer: PublicAnswer | null;
  readonly hasEmail: boolean;
  /** Not under `anonymous` or `code`, where only the day is kept. */
  readonly mayLeaveEmail: boolean;
}

/** Sorted by somebody, and not withdrawn. */
const SORTED = sql`${contributions.state} in ('triaged', 'considered', 'answered', 'published')`;

export function createContributionRegister(db: Db) {
  const current = and(
    eq(dispositionContributions.contributionId, contributions.id),
    eq(dispositionContributions.current, true),
  );

  async function publicInputs(
    where: SQL | undefined,
    { limit, after }: RegisterPage,
  ): Promise<PublicInput[]> {
    const rows = await db
      .select({ row: READABLE, answer: dispositions })
      .from(contributions)
      .leftJoin(dispositionContributions, current)
      .leftJoin(dispositions, eq(dispositions.id, dispositionContributions.dispositionId))
      .where(
        and(
          SORTED,
          where,
          after &&
            or(
              lt(contributions.createdOn, after.createdOn),
              and(
                eq(contributions.createdOn, after.createdOn),
                lt(contributions.id, after.id as ContributionId),
              ),
            ),
        ),
      )
      .orderBy(desc(contributions.createdOn), desc(contributions.id))
      .limit(limit);
    const targets = await readTargets(
      db,
      idsIn(
        sql`${contributionTargets.contributionId}`,
        rows.map(({ row }) => row.id),
      ),
    );
    return rows.map(({ row, answer }) => {
      const shown = row.visibility === "public";
      return {
        id: row.id,
        policyId: row.policyId,
        consultationId: row.consultationId,
        channel: row.channel,
        versionId: row.versionId,
        targets: (targets.get(row.id) ?? []).map(({ quote, ...target }) =>
          shown && quote !== undefined ? { ...target, quote } : target,
        ),
        groupId: row.groupId,
        unitId: row.channel === "submission" ? row.unitId : null,
        stance: shown ? row.stance : null,
        text: shown ? (row.redactedText ?? row.text) : null,
        proposedText: shown ? (row.redactedProposedText ?? row.proposedText) : null,
        redacted: shown && (row.redactedText !== null || row.redactedProposedText !== null),
        moderationNote: row.moderationNote,
        createdOn: row.createdOn,
        answer: answer && row.state === "published" ? toAnswer(answer) : null,
      };
    });
  }

  const targetsClauses = (cids: readonly Cid[]): SQL => {
    const list = JSON.stringify(cids);
    return sql`exists (select 1 from ${contributionTargets} where ${contributionTargets.contributionId} = ${contributions.id} and (${contributionTargets.cid} in (select value from json_each(${list})) or ${contributionTargets.itemCid} in (select value from json_each(${list}))))`;
  };

  function filterBy({ cids, groupId, channel, outcome }: RegisterFilter): SQL | undefined {
    return and(
      cids === undefined ? undefined : targetsClauses(cids),
      groupId === undefined ? undefined : eq(readableGroup, groupId),
      channel === undefined ? undefined : eq(contributions.channel, channel),
      outcome === undefined
        ? undefined
        : outcome === "none"
          ? ne(contributions.state, "published")
          : and(eq(contributions.state, "published"), eq(dispositions.outcome, outcome)),
    );
  }

  const bySecret = (secretHash: string) =>
    sql`${contributions.id} in (select ${receipts.contributionId} from ${receipts} where ${receipts.secretHash} = ${secretHash})`;

  /** Withdraws what `which` names, deleting its words. [CT16] */
  async function withdrawWhere(which: SQL): Promise<"withdrawn" | "already" | "unknown"> {
    const row = await db
      .select({ id: contributions.id, state: contributions.state })
      .from(contributions)
      .where(which)
      .get();
    if (!row) return "unknown";
    if (row.state === "withdrawn") return "already";
    const { id } = row;
    await db.batch([
      db
        .update(contributions)
        .set({
          state: "withdrawn",
          visibility: "team",
          text: "",
          proposedText: null,
          redactedText: null,
          redactedProposedText: null,
          stance: null,
          revision: sql`${contributions.revision} + 1`,
        })
        .where(eq(contributions.id, id)),
      db.update(contributionTargets).set({ quote: null }).where(eq(contributionTargets.contributionId, id)),
      db.update(receipts).set({ email: null }).where(eq(receipts.contributionId, id)),
    ]);
    return "withdrawn";
  }

  return {
    /** The register of a consultation, newest day first. Ask for one more than the page to know of the next. */
    async publicRegister(
      consultation: ConsultationId,
      filter: RegisterFilter,
      page: RegisterPage,
    ): Promise<PublicInput[]> {
      return publicInputs(and(eq(contributions.consultationId, consultation), filterBy(filter)), page);
    },
    /** What is public on clauses of a policy, in all its consultations: for the dossier of a clause. */
    async publicOnClauses(
      policy: PolicyId,
      cids: readonly Cid[],
      page: RegisterPage,
    ): Promise<PublicInput[]> {
      const onThem = sql`exists (select 1 from ${contributionTargets} where ${contributionTargets.contributionId} = ${contributions.id} and ${contributionTargets.cid} in (select value from json_each(${JSON.stringify(cids)})))`;
      return publicInputs(and(eq(contributions.policyId, policy), onThem), page);
    },
    /** Null for a secret that nobody was given. */
    async receiptView(secretHash: string): Promise<ReceiptView | null> {
      const [contribution] = await readContributions(db, bySecret(secretHash));
      if (!contribution) return null;
      const [receipt, consultation, answer] = await Promise.all([
        db.select().from(receipts).where(eq(receipts.secretHash, secretHash)).get(),
        contribution.consultationId === null
          ? undefined
          : db
              .select({ id: consultations.id, title: consultations.title })
              .from(consultations)
              .where(eq(consultations.id, contribution.consultationId))
              .get(),
        db
          .select({ answer: dispositions })
          .from(dispositions)
          .innerJoin(dispositionContributions, eq(dispositionContributions.dispositionId, dispositions.id))
          .where(
            and(
              eq(dispositionContributions.contributionId, contribution.id),
              eq(dispositionContributions.current, true),
            ),
          )
          .get(),
      ]);
      return {
        contribution,
        consultation: consultation ?? null,
        locale: receipt?.locale ?? "id",
        answer: answer ? toAnswer(answer.answer) : null,
        hasEmail: (receipt?.email ?? null) !== null,
        mayLeaveEmail: contribution.receivedAt !== null && contribution.state !== "withdrawn",
      };
    },
    /** Withdraws the input of a receipt, for good: its words are deleted. Twice is once. */
    async withdraw(secretHash: string): Promise<"withdrawn" | "already" | "unknown"> {
      return withdrawWhere(bySecret(secretHash));
    },
    /** The same by the account that gave it. */
    async withdrawOwn(author: AccountId, id: ContributionId): Promise<"withdrawn" | "already" | "unknown"> {
      const own = and(eq(contributions.id, id), eq(contributions.authorId, author));
      return own ? withdrawWhere(own) : "unknown";
    },
    /** What an account gave, newest day first, with its answer also before that is public. */
    async ofAuthor(author: AccountId, limit: number): Promise<Contribution[]> {
      const rows = await readContributions(db, eq(contributions.authorId, author));
      return rows.toSorted((a, b) => (a.createdOn < b.createdOn ? 1 : -1)).slice(0, limit);
    },
    /**
     * Where the answer is sent, too; null takes the address away. False where
     * there is no such receipt, or none may be left. [model: not under `anonymous` or `code`]
     */
    async setReceiptEmail(secretHash: string, email: string | null): Promise<boolean> {
      const rows = await db
        .update(receipts)
        .set({ email })
        .where(
          and(
            eq(receipts.secretHash, secretHash),
            sql`exists (select 1 from ${contributions} where ${contributions.id} = ${receipts.contributionId} and ${contributions.receivedAt} is not null and ${contributions.state} <> 'withdrawn')`,
          ),
        )
        .returning({ secretHash: receipts.secretHash });
      return rows.length === 1;
    },
    /** Addresses that were left on receipts of these inputs. */
    async receiptAddresses(
      ids: readonly ContributionId[],
    ): Promise<{ contributionId: ContributionId; email: string; locale: Locale }[]> {
      const rows = await db
        .select({
          contributionId: receipts.contributionId,
          email: receipts.email,
          locale: receipts.locale,
        })
        .from(receipts)
        .where(and(idsIn(sql`${receipts.contributionId}`, ids), sql`${receipts.email} is not null`));
      return rows.flatMap(({ email, ...row }) => (email === null ? [] : [{ ...row, email }]));
    },
    /** Inputs per clause of a consultation or of a version, at once when they come in; withdrawn ones left out. One on two clauses counts for both. */
    async countsByClause(
      of: { readonly consultationId: ConsultationId } | { readonly versionId: VersionId },
    ): Promise<ReadonlyMap<Cid, number>> {
      const where =
        "consultationId" in of
          ? eq(contributions.consultationId, of.consultationId)
          : eq(contributions.versionId, of.versionId);
      const rows = await db
        .select({ cid: contributionTargets.cid, count: sql<number>`count(distinct ${contributions.id})` })
        .from(contributionTargets)
        .innerJoin(contributions, eq(contributions.id, contributionTargets.contributionId))
        .where(and(where, ne(contributions.state, "withdrawn")))
        .groupBy(contributionTargets.cid);
      return new Map(rows.map(({ cid, count }) => [cid, count]));
    },
    /** Inputs of a consultation by state. Their sum is the number received. */
    async countsByState(consultation: ConsultationId): Promise<Readonly<Record<ContributionState, number>>> {
      const rows = await db
        .select({ state: contributions.state, count: sql<number>`count(*)` })
        .from(contributions)
        .where(eq(contributions.consultationId, consultation))
        .groupBy(contributions.state);
      const counts = { received: 0, triaged: 0, considered: 0, answered: 0, published: 0, withdrawn: 0 };
      for (const { state, count } of rows) counts[state] = count;
      return counts;
    },
    /** "What you said, what we did": published answers of a consultation with the inputs they answer, those that changed something first. */
    async whatWeDid(
      consultation: ConsultationId,
    ): Promise<{ readonly answer: PublicAnswer; readonly inputs: readonly PublicInput[] }[]> {
      const inputs = await publicInputs(
        and(eq(contributions.consultationId, consultation), eq(contributions.state, "published")),
        { limit: 2_000 },
      );
      const groups = Map.groupBy(inputs, ({ answer }) => answer?.id);
      return [...groups.values()]
        .flatMap((group) => {
          const answer = group[0]?.answer;
          return answer ? [{ answer, inputs: group }] : [];
        })
        .toSorted(
          (a, b) =>
            Number(b.answer.change !== null) - Number(a.answer.change !== null) || a.answer.at - b.answer.at,
        );
    },
  };
}

function toAnswer(row: typeof dispositions.$inferSelect): PublicAnswer {
  const { id, outcome, reason, at } = row;
  return { id, outcome, reason, at, change: changeOf(row) };
}
