/** Reading submissions: drafts for their body, sendings for the body and the team. */
import { and, asc, count, desc, eq, isNull, sql } from "drizzle-orm";
import type { Attachment } from "../../domain/attachments/attachment.ts";
import type { Consultation } from "../../domain/consultations/consultation.ts";
import type { ContributionState } from "../../domain/contributions/contribution.ts";
import type { Outcome } from "../../domain/dispositions/disposition.ts";
import type {
  AccountId,
  Cid,
  ConsultationId,
  ContributionId,
  EpochMs,
  PolicyId,
  SubmissionId,
  UnitId,
} from "../../domain/ids.ts";
import type { Db } from "../database.ts";
import { accounts } from "../schema/accounts.ts";
import { attachments } from "../schema/attachments.ts";
import { authorities, units } from "../schema/authorities.ts";
import { consultations } from "../schema/consultations.ts";
import {
  contributions,
  contributionTargets,
  dispositionContributions,
  dispositions,
} from "../schema/contributions.ts";
import { policies } from "../schema/policies.ts";
import {
  submissionComments,
  submissionItemAttachments,
  submissionItems,
  submissions,
  submissionSendingItems,
  submissionSendings,
} from "../schema/submissions.ts";
import { attachmentFields } from "./attachment.repo.ts";

export type Submission = typeof submissions.$inferSelect;
export type SubmissionItem = typeof submissionItems.$inferSelect;
export type SubmissionSending = typeof submissionSendings.$inferSelect;

export interface SubmissionComment {
  readonly id: string;
  readonly itemId: string;
  readonly author: { readonly id: AccountId; readonly name: string };
  readonly text: string;
  readonly at: EpochMs;
  readonly resolvedAt: EpochMs | null;
}

export interface Call {
  readonly consultation: Pick<
    Consultation,
    "id" | "title" | "summary" | "opensAt" | "closesAt" | "state" | "submissions" | "versionId" | "policyId"
  >;
  readonly policyTitle: string;
  readonly authorityName: string;
  readonly timeZone: string;
}

/** An item as it was sent, with what became of it. */
export interface SentItemRow {
  readonly itemId: string;
  readonly contributionId: ContributionId;
  readonly cid: Cid | null;
  readonly itemCid: Cid | null;
  readonly stance: (typeof contributions.$inferSelect)["stance"];
  readonly text: string;
  readonly proposedText: string | null;
  readonly state: ContributionState;
  readonly supersededBy: ContributionId | null;
  readonly outcome: Outcome | null;
  readonly reason: string | null;
  readonly answeredAt: EpochMs | null;
  readonly changeCid: Cid | null;
}

export function createSubmissionReads(db: Db) {
  const calls = () =>
    db
      .select({
        consultation: {
          id: consultations.id,
          policyId: consultations.policyId,
          versionId: consultations.versionId,
          title: consultations.title,
          summary: consultations.summary,
          opensAt: consultations.opensAt,
          closesAt: consultations.closesAt,
          state: consultations.state,
          submissions: consultations.submissions,
        },
        policyTitle: policies.title,
        authorityName: authorities.name,
        timeZone: authorities.timeZone,
      })
      .from(consultations)
      .innerJoin(policies, eq(policies.id, consultations.policyId))
      .innerJoin(authorities, eq(authorities.id, policies.authorityId));

  return {
    /** Announced calls of the government that the body belongs to, the last to close first. [SB1] */
    async calls(body: UnitId, limit = 200): Promise<Call[]> {
      return calls()
        .innerJoin(units, eq(units.authorityId, authorities.id))
        .where(
          and(eq(units.id, body), eq(consultations.submissions, true), eq(consultations.state, "announced")),
        )
        .orderBy(desc(consultations.closesAt), asc(consultations.id))
        .limit(limit);
    },
    /** Null when the consultation is not, or is none of this body's government. */
    async call(body: UnitId, id: ConsultationId): Promise<Call | null> {
      const row = await calls()
        .innerJoin(units, eq(units.authorityId, authorities.id))
        .where(and(eq(units.id, body), eq(consultations.id, id)))
        .get();
      return row ?? null;
    },
    /** Null for a submission of another body, too. [SB2] */
    async get(body: UnitId, id: SubmissionId): Promise<Submission | null> {
      const row = await db
        .select()
        .from(submissions)
        .where(and(eq(submissions.id, id), eq(submissions.unitId, body)))
        .get();
      return row ?? null;
    },
    async ofConsultation(body: UnitId, id: ConsultationId): Promise<Submission | null> {
      const row = await db
        .select()
        .from(submissions)
        .where(and(eq(submissions.consultationId, id), eq(submissions.unitId, body)))
        .get();
      return row ?? null;
    },
    /** All of a body, with how many items their drafts hold. */
    async ofBody(body: UnitId): Promise<{ submission: Submission; items: number }[]> {
      return db
        .select({ submission: submissions, items: count(submissionItems.id) })
        .from(submissions)
        .leftJoin(submissionItems, eq(submissionItems.submissionId, submissions.id))
        .where(eq(submissions.unitId, body))
        .groupBy(submissions.id);
    },
    async items(id: SubmissionId): Promise<SubmissionItem[]> {
      return db
        .select()
        .from(submissionItems)
        .where(eq(submissionItems.submissionId, id))
        .orderBy(asc(submissionItems.createdAt), asc(submissionItems.id));
    },
    async item(id: SubmissionId, itemId: string): Promise<SubmissionItem | null> {
      const row = await db
        .select()
        .from(submissionItems)
        .where(and(eq(submissionItems.id, itemId), eq(submissionItems.submissionId, id)))
        .get();
      return row ?? null;
    },
    async comments(id: SubmissionId): Promise<SubmissionComment[]> {
      return db
        .select({
          id: submissionComments.id,
          itemId: submissionComments.itemId,
          author: { id: accounts.id, name: accounts.name },
          text: submissionComments.text,
          at: submissionComments.at,
          resolvedAt: submissionComments.resolvedAt,
        })
        .from(submissionComments)
        .innerJoin(submissionItems, eq(submissionItems.id, submissionComments.itemId))
        .innerJoin(accounts, eq(accounts.id, submissionComments.author))
        .where(eq(submissionItems.submissionId, id))
        .orderBy(asc(submissionComments.at), asc(submissionComments.id));
    },
    /** Files of the draft's items, in the order they were added. */
    async files(id: SubmissionId): Promise<(Attachment & { readonly itemId: string })[]> {
      return db
        .select({ itemId: submissionItemAttachments.itemId, ...attachmentFields })
        .from(submissionItemAttachments)
        .innerJoin(attachments, eq(attachments.id, submissionItemAttachments.attachmentId))
        .innerJoin(submissionItems, eq(submissionItems.id, submissionItemAttachments.itemId))
        .where(eq(submissionItems.submissionId, id))
        .orderBy(asc(attachments.uploadedAt), asc(attachments.id));
    },
    /** A file of the draft or of something that was sent from it. */
    async file(id: SubmissionId, attachmentId: string): Promise<Attachment | null> {
      const inDraft = sql`exists (select 1 from submission_item_attachments a join submission_items i on i.id = a.item_id where a.attachment_id = ${attachmentId} and i.submission_id = ${id})`;
      const inSending = sql`exists (select 1 from contribution_attachments a join submission_sending_items i on i.contribution_id = a.contribution_id join submission_sendings s on s.id = i.sending_id where a.attachment_id = ${attachmentId} and s.submission_id = ${id})`;
      const row = await db
        .select(attachmentFields)
        .from(attachments)
        .where(and(eq(attachments.id, attachmentId), sql`(${inDraft} or ${inSending})`))
        .get();
      return row ?? null;
    },
    /** First to last. */
    async sendings(id: SubmissionId): Promise<SubmissionSending[]> {
      return db
        .select()
        .from(submissionSendings)
        .where(eq(submissionSendings.submissionId, id))
        .orderBy(asc(submissionSendings.number));
    },
    /** What a sending consists of, with the present answer of each. */
    async sentItems(sendingId: string): Promise<SentItemRow[]> {
      return db
        .select({
          itemId: submissionSendingItems.itemId,
          contributionId: contributions.id,
          cid: contributionTargets.cid,
          itemCid: contributionTargets.itemCid,
          stance: contributions.stance,
          text: contributions.text,
          proposedText: contributions.proposedText,
          state: contributions.state,
          supersededBy: contributions.supersededBy,
          outcome: dispositions.outcome,
          reason: dispositions.reason,
          answeredAt: dispositions.at,
          changeCid: dispositions.changeCid,
        })
        .from(submissionSendingItems)
        .innerJoin(contributions, eq(contributions.id, submissionSendingItems.contributionId))
        .leftJoin(contributionTargets, eq(contributionTargets.contributionId, contributions.id))
        .leftJoin(
          dispositionContributions,
          and(
            eq(dispositionContributions.contributionId, contributions.id),
            eq(dispositionContributions.current, true),
          ),
        )
        .leftJoin(dispositions, eq(dispositions.id, dispositionContributions.dispositionId))
        .where(eq(submissionSendingItems.sendingId, sendingId))
        .orderBy(asc(submissionSendingItems.position));
    },
    /** What the team of a policy sees: sendings only, never that there is a draft. Newest first. [SB2, SB9] */
    async sentTo(policy: PolicyId): Promise<
      {
        sendingId: string;
        submissionId: SubmissionId;
        consultationId: ConsultationId;
        unitId: UnitId;
        body: string;
        number: number;
        sentAt: EpochMs;
        hash: string;
        items: number;
      }[]
    > {
      return db
        .select({
          sendingId: submissionSendings.id,
          submissionId: submissions.id,
          consultationId: submissions.consultationId,
          unitId: submissions.unitId,
          body: units.name,
          number: submissionSendings.number,
          sentAt: submissionSendings.sentAt,
          hash: submissionSendings.hash,
          items: count(submissionSendingItems.itemId),
        })
        .from(submissionSendings)
        .innerJoin(submissions, eq(submissions.id, submissionSendings.submissionId))
        .innerJoin(units, eq(units.id, submissions.unitId))
        .leftJoin(submissionSendingItems, eq(submissionSendingItems.sendingId, submissionSendings.id))
        .where(eq(submissions.policyId, policy))
        .groupBy(submissionSendings.id)
        .orderBy(desc(submissionSendings.sentAt), desc(submissionSendings.id));
    },
    /** Names of the bodies behind these sendings. */
    async bodiesOf(sendingIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const rows = await db
        .select({ id: submissionSendings.id, name: units.name })
        .from(submissionSendings)
        .innerJoin(submissions, eq(submissions.id, submissionSendings.submissionId))
        .innerJoin(units, eq(units.id, submissions.unitId))
        .where(sql`${submissionSendings.id} in (select value from json_each(${JSON.stringify(sendingIds)}))`);
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
    /** People who speak for a body; its heads only, where `heads`. */
    async people(body: UnitId, { heads }: { readonly heads: boolean }): Promise<AccountId[]> {
      const rows = await db
        .select({ id: accounts.id })
        .from(accounts)
        .where(
          and(
            eq(accounts.unitId, body),
            eq(accounts.role, "organisation"),
            eq(accounts.disabled, false),
            heads ? eq(accounts.head, true) : undefined,
          ),
        );
      return rows.map(({ id }) => id);
    },
    /** Comments not settled, by item. */
    async openComments(id: SubmissionId): Promise<ReadonlyMap<string, number>> {
      const rows = await db
        .select({ itemId: submissionComments.itemId, open: count() })
        .from(submissionComments)
        .innerJoin(submissionItems, eq(submissionItems.id, submissionComments.itemId))
        .where(and(eq(submissionItems.submissionId, id), isNull(submissionComments.resolvedAt)))
        .groupBy(submissionComments.itemId);
      return new Map(rows.map(({ itemId, open }) => [itemId, open]));
    },
  };
}
