/** Files of inputs: what is known of them. The bytes are in the file store. */
import { and, asc, eq, sql } from "drizzle-orm";
import type { Attachment } from "../../domain/attachments/attachment.ts";
import type { AccountId, ContributionId, EpochMs, PolicyId } from "../../domain/ids.ts";
import type { Db, DbStatement } from "../database.ts";
import { attachments, contributionAttachments } from "../schema/attachments.ts";
import { contributions } from "../schema/contributions.ts";
import { submissionItemAttachments } from "../schema/submissions.ts";

/** What leaves of a row: never who uploaded it. */
export const attachmentFields = {
  id: attachments.id,
  sha256: attachments.sha256,
  name: attachments.name,
  kind: attachments.kind,
  bytes: attachments.bytes,
};

export type AttachmentRepo = ReturnType<typeof createAttachmentRepo>;

export function createAttachmentRepo(db: Db) {
  return {
    insertStatement(
      attachment: Attachment,
      by: { readonly actor: AccountId; readonly at: EpochMs },
    ): DbStatement {
      return db.insert(attachments).values({ ...attachment, uploadedBy: by.actor, uploadedAt: by.at });
    },
    /** For the batch that receives the input. */
    linkStatements(contributionId: ContributionId, ids: readonly string[]): DbStatement[] {
      return ids.map((attachmentId, position) =>
        db.insert(contributionAttachments).values({ contributionId, attachmentId, position }),
      );
    },
    /** Deletes those of `ids` that neither a draft nor a received input holds; at the end of its batch. [AT9] */
    dropUnheldStatement(ids: readonly string[]): DbStatement {
      return db
        .delete(attachments)
        .where(
          sql`${attachments.id} in (select value from json_each(${JSON.stringify(ids)})) and not exists (select 1 from ${submissionItemAttachments} where ${submissionItemAttachments.attachmentId} = ${attachments.id}) and not exists (select 1 from ${contributionAttachments} where ${contributionAttachments.attachmentId} = ${attachments.id})`,
        );
    },
    async exists(id: string): Promise<boolean> {
      const row = await db
        .select({ id: attachments.id })
        .from(attachments)
        .where(eq(attachments.id, id))
        .get();
      return row !== undefined;
    },
    /** Files of received inputs, each in its order; inputs without files are absent. */
    async ofContributions(
      ids: readonly ContributionId[],
    ): Promise<ReadonlyMap<ContributionId, readonly Attachment[]>> {
      const rows = await db
        .select({ contributionId: contributionAttachments.contributionId, ...attachmentFields })
        .from(contributionAttachments)
        .innerJoin(attachments, eq(attachments.id, contributionAttachments.attachmentId))
        .where(
          sql`${contributionAttachments.contributionId} in (select value from json_each(${JSON.stringify(ids)}))`,
        )
        .orderBy(asc(contributionAttachments.contributionId), asc(contributionAttachments.position));
      const files = new Map<ContributionId, Attachment[]>();
      for (const { contributionId, ...attachment } of rows) {
        const of = files.get(contributionId) ?? [];
        of.push(attachment);
        files.set(contributionId, of);
      }
      return files;
    },
    /** A file of an input of this policy; null where it is none. */
    async ofContribution(
      policy: PolicyId,
      contribution: ContributionId,
      id: string,
    ): Promise<Attachment | null> {
      const row = await db
        .select(attachmentFields)
        .from(contributionAttachments)
        .innerJoin(attachments, eq(attachments.id, contributionAttachments.attachmentId))
        .innerJoin(contributions, eq(contributions.id, contributionAttachments.contributionId))
        .where(
          and(eq(attachments.id, id), eq(contributions.id, contribution), eq(contributions.policyId, policy)),
        )
        .get();
      return row ?? null;
    },
  };
}
