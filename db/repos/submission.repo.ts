/**
 * Drafting and sending submissions. Drafting leaves no event: the record of a
 * policy is read by others than the body. [SB2] Every write of a draft fails on
 * a guard (`isLostGuard`) once the window is over or the draft was sent.
 */
import { and, eq, ne, sql } from "drizzle-orm";
import type { Attachment } from "../../domain/attachments/attachment.ts";
import { ATTACHMENT_LIMITS } from "../../domain/attachments/attachment.ts";
import type { JsonValue } from "../../domain/audit/event.ts";
import type { AccountId, ContributionId, EpochMs, GroupId, VersionId } from "../../domain/ids.ts";
import { SUBMISSION_LIMITS, type ItemWords } from "../../domain/submissions/submission.ts";
import type { AuditTrail } from "../audit-trail.ts";
import type { Db, DbStatement } from "../database.ts";
import { guard, guardChanged } from "../guards.ts";
import { attachments } from "../schema/attachments.ts";
import { contributions } from "../schema/contributions.ts";
import {
  submissionComments,
  submissionItemAttachments,
  submissionItems,
  submissions,
  submissionSendingItems,
  submissionSendings,
} from "../schema/submissions.ts";
import type { AttachmentRepo } from "./attachment.repo.ts";
import type { ConsultationRepo } from "./consultation.repo.ts";
import { createSubmissionReads, type Submission, type SubmissionItem } from "./submission-reads.ts";

export interface ByMember {
  readonly actor: AccountId;
  readonly at: EpochMs;
}

export interface NewSending {
  readonly id: string;
  readonly number: number;
  readonly hash: string;
  readonly groupId: GroupId | null;
  /** The version of the consultation, which the items were written to. */
  readonly versionId: VersionId;
  readonly items: readonly { readonly itemId: string; readonly contributionId: ContributionId }[];
  /** Writes the contributions that are new. */
  readonly received: readonly DbStatement[];
  /** Those of the sending before that do not stand any more, each with the one in its place. [SB10] */
  readonly superseded: readonly { readonly id: ContributionId; readonly by: ContributionId | null }[];
  /** What tells people of it. */
  readonly told: readonly DbStatement[];
}

export type SubmissionRepo = ReturnType<typeof createSubmissionRepo>;

export function createSubmissionRepo(
  db: Db,
  trail: AuditTrail,
  consultations: Pick<ConsultationRepo, "takesInput">,
  files: AttachmentRepo,
) {
  /** The draft is open for changes, and counts this one. [SB4, SB8] */
  const touch = ({ id, consultationId }: Submission, versionId: VersionId, at: EpochMs): DbStatement[] => [
    consultations.takesInput({ id: consultationId, versionId }, at),
    db
      .update(submissions)
      .set({ revision: sql`${submissions.revision} + 1`, updatedAt: at })
      .where(and(eq(submissions.id, id), eq(submissions.state, "drafting"))),
    guardChanged(db),
  ];

  async function batch(statements: readonly DbStatement[]): Promise<void> {
    const [first, ...rest] = statements;
    if (first) await db.batch([first, ...rest]);
  }

  const atRevision = ({ id, revision }: SubmissionItem) =>
    and(eq(submissionItems.id, id), eq(submissionItems.revision, revision));

  return {
    ...createSubmissionReads(db),

    /** One per body and consultation: who comes second finds the first. [SB1] */
    async create(
      submission: Pick<Submission, "id" | "consultationId" | "policyId" | "versionId" | "unitId">,
      at: EpochMs,
    ): Promise<void> {
      const { consultationId, versionId } = submission;
      await batch([
        consultations.takesInput({ id: consultationId, versionId }, at),
        db
          .insert(submissions)
          .values({ ...submission, state: "drafting", createdAt: at, updatedAt: at })
          .onConflictDoNothing({ target: [submissions.consultationId, submissions.unitId] }),
      ]);
    },

    async addItem(
      submission: Submission,
      versionId: VersionId,
      item: ItemWords & { readonly id: string },
      by: ByMember,
    ): Promise<void> {
      const { id } = submission;
      await batch([
        ...touch(submission, versionId, by.at),
        guard(
          db,
          sql`(select count(*) from ${submissionItems} where ${submissionItems.submissionId} = ${id}) < ${SUBMISSION_LIMITS.items}`,
        ),
        db.insert(submissionItems).values({
          ...item,
          submissionId: id,
          createdAt: by.at,
          updatedBy: by.actor,
          updatedAt: by.at,
        }),
      ]);
    },
    /** Optimistic on the revision of `before`. [SB6] */
    async changeItem(
      submission: Submission,
      versionId: VersionId,
      before: SubmissionItem,
      words: ItemWords,
      by: ByMember,
    ): Promise<void> {
      await batch([
        ...touch(submission, versionId, by.at),
        db
          .update(submissionItems)
          .set({ ...words, revision: before.revision + 1, updatedBy: by.actor, updatedAt: by.at })
          .where(atRevision(before)),
        guardChanged(db),
      ]);
    },
    /** Takes an item off the draft, with its comments and links to files. */
    async removeItem(
      submission: Submission,
      versionId: VersionId,
      before: SubmissionItem,
      at: EpochMs,
    ): Promise<void> {
      const held = (await this.files(submission.id)).filter(({ itemId }) => itemId === before.id);
      await batch([
        ...touch(submission, versionId, at),
        db.delete(submissionComments).where(eq(submissionComments.itemId, before.id)),
        db.delete(submissionItemAttachments).where(eq(submissionItemAttachments.itemId, before.id)),
        db.delete(submissionItems).where(atRevision(before)),
        guardChanged(db),
        files.dropUnheldStatement(held.map(({ id }) => id)),
      ]);
    },

    async addComment(
      item: SubmissionItem,
      comment: { readonly id: string; readonly text: string },
      by: ByMember,
    ): Promise<void> {
      await batch([
        guard(
          db,
          sql`(select count(*) from ${submissionComments} where ${submissionComments.itemId} = ${item.id}) < ${SUBMISSION_LIMITS.comments}`,
        ),
        db.insert(submissionComments).values({ ...comment, itemId: item.id, author: by.actor, at: by.at }),
      ]);
    },
    /** `at` null opens it again; false when there is no such comment. */
    async settleComment(item: SubmissionItem, commentId: string, at: EpochMs | null): Promise<boolean> {
      const rows = await db
        .update(submissionComments)
        .set({ resolvedAt: at })
        .where(and(eq(submissionComments.id, commentId), eq(submissionComments.itemId, item.id)))
        .returning({ id: submissionComments.id });
      return rows.length === 1;
    },

    /** Also fails on its guard beyond the bounds of files. [AT3] */
    async attach(
      submission: Submission,
      versionId: VersionId,
      item: SubmissionItem,
      attachment: Attachment,
      by: ByMember,
    ): Promise<void> {
      const ofItem = sql`(select count(*) from ${submissionItemAttachments} where ${submissionItemAttachments.itemId} = ${item.id})`;
      const ofAll = sql`(select coalesce(sum(${attachments.bytes}), 0) from ${submissionItemAttachments} join ${attachments} on ${attachments.id} = ${submissionItemAttachments.attachmentId} join ${submissionItems} on ${submissionItems.id} = ${submissionItemAttachments.itemId} where ${submissionItems.submissionId} = ${submission.id})`;
      await batch([
        ...touch(submission, versionId, by.at),
        guard(db, sql`exists (select 1 from ${submissionItems} where ${submissionItems.id} = ${item.id})`),
        guard(db, sql`${ofItem} < ${ATTACHMENT_LIMITS.perItem}`),
        guard(db, sql`${ofAll} + ${attachment.bytes} <= ${ATTACHMENT_LIMITS.bytesPerSubmission}`),
        files.insertStatement(attachment, by),
        db.insert(submissionItemAttachments).values({ itemId: item.id, attachmentId: attachment.id }),
      ]);
    },
    async detach(
      submission: Submission,
      versionId: VersionId,
      item: SubmissionItem,
      attachmentId: string,
      at: EpochMs,
    ): Promise<void> {
      await batch([
        ...touch(submission, versionId, at),
        db
          .delete(submissionItemAttachments)
          .where(
            and(
              eq(submissionItemAttachments.itemId, item.id),
              eq(submissionItemAttachments.attachmentId, attachmentId),
            ),
          ),
        files.dropUnheldStatement([attachmentId]),
      ]);
    },

    /** Writes sending, contributions and event in one batch, if the draft is at the revision of `submission`. [SB8, SB9, SB10] */
    async send(submission: Submission, sending: NewSending, by: ByMember): Promise<void> {
      const { id, consultationId, policyId, unitId, revision } = submission;
      const { id: sendingId, number, hash, groupId, versionId, items, received, superseded, told } = sending;
      await trail.withEvent(policyId, () => ({
        at: by.at,
        actor: by.actor,
        action: "submission.sent",
        subject: { kind: "submission", id: sendingId },
        payload: submissionPayload({ consultationId, unitId, number, hash, items: items.length }),
        // Recomputed from the rows when the record is checked (`submission-payload.ts`).
        storePayload: false,
        statements: [
          consultations.takesInput({ id: consultationId, versionId }, by.at),
          db
            .update(submissions)
            .set({ state: "sent", versionId, revision: revision + 1, updatedAt: by.at })
            .where(
              and(
                eq(submissions.id, id),
                eq(submissions.revision, revision),
                eq(submissions.state, "drafting"),
              ),
            ),
          guardChanged(db),
          db.insert(submissionSendings).values({
            id: sendingId,
            submissionId: id,
            number,
            sentBy: by.actor,
            sentAt: by.at,
            groupId,
            hash,
          }),
          ...received,
          ...items.map(({ itemId, contributionId }, position) =>
            db.insert(submissionSendingItems).values({ sendingId, position, itemId, contributionId }),
          ),
          ...superseded.map((each) =>
            db
              .update(contributions)
              .set({
                state: "withdrawn",
                supersededBy: each.by,
                revision: sql`${contributions.revision} + 1`,
              })
              .where(and(eq(contributions.id, each.id), ne(contributions.state, "withdrawn"))),
          ),
          ...told,
        ],
      }));
    },
    /** What was sent may be worked on again; it stands until the correction is sent. [SB10] */
    async reopen(submission: Submission, versionId: VersionId, at: EpochMs): Promise<void> {
      const { id, consultationId, revision } = submission;
      await batch([
        consultations.takesInput({ id: consultationId, versionId }, at),
        db
          .update(submissions)
          .set({ state: "drafting", revision: revision + 1, updatedAt: at })
          .where(
            and(eq(submissions.id, id), eq(submissions.revision, revision), eq(submissions.state, "sent")),
          ),
        guardChanged(db),
      ]);
    },
  };
}

/** What the record says of a sending; `hash` is that of its content. */
export const submissionPayload = (of: {
  readonly consultationId: string;
  readonly unitId: string;
  readonly number: number;
  readonly hash: string;
  readonly items: number;
}): JsonValue => ({
  consultation: of.consultationId,
  unit: of.unitId,
  number: of.number,
  items: of.items,
  hash: of.hash,
});
