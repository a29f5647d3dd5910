/** Lets the record of sendings be checked against the inputs they consist of. */
import { asc, eq } from "drizzle-orm";
import { sendingHash, type SentItem } from "../../domain/submissions/submission.ts";
import type { Db } from "../database.ts";
import { contributions } from "../schema/contributions.ts";
import { submissions, submissionSendings } from "../schema/submissions.ts";
import type { PayloadReader } from "../verify-audit.ts";
import type { AttachmentRepo } from "./attachment.repo.ts";
import type { SentItemRow } from "./submission-reads.ts";
import { submissionPayload, type SubmissionRepo } from "./submission.repo.ts";

/** A sent item as its hash is taken. */
export const sentItemOf = (
  { cid, itemCid, stance, text, proposedText }: SentItemRow,
  files: readonly string[],
): SentItem => ({ cid, itemCid, stance, proposedText: proposedText ?? "", grounds: text, files });

/**
 * The hash is taken again over the stored contributions; where they speak of
 * another policy, consultation or body, `hash` says so, and so cannot match.
 */
export function createSubmissionPayloadReader(
  db: Db,
  repo: Pick<SubmissionRepo, "sentItems">,
  attachments: Pick<AttachmentRepo, "ofContributions">,
): PayloadReader {
  return {
    async payload({ action, subject, chain, actor, at }) {
      if (action !== "submission.sent") return undefined;
      const row = await db
        .select({ sending: submissionSendings, submission: submissions })
        .from(submissionSendings)
        .innerJoin(submissions, eq(submissions.id, submissionSendings.submissionId))
        .where(eq(submissionSendings.id, subject.id))
        .get();
      if (!row) return null;
      const { sending, submission } = row;
      const { consultationId, unitId, policyId } = submission;
      const items = await repo.sentItems(sending.id);
      const files = await attachments.ofContributions(items.map(({ contributionId }) => contributionId));
      const hash = await sendingHash(
        unitId,
        items.map((item) =>
          sentItemOf(
            item,
            (files.get(item.contributionId) ?? []).map(({ sha256 }) => sha256),
          ),
        ),
      );
      const owners = await db
        .select({ consultationId: contributions.consultationId, unitId: contributions.unitId })
        .from(contributions)
        .where(eq(contributions.sourceId, submission.id))
        .orderBy(asc(contributions.id));
      const ours = owners.every((each) => each.consultationId === consultationId && each.unitId === unitId);
      const flaws = [
        hash === sending.hash ? "" : "hash",
        ours ? "" : "contributions",
        policyId === chain ? "" : "policy",
        sending.sentBy === actor && sending.sentAt === at ? "" : "sender or time",
      ].filter((flaw) => flaw !== "");
      const told = flaws.length === 0 ? hash : `${hash} but not ${flaws.join(", ")}`;
      return submissionPayload({
        consultationId,
        unitId,
        number: sending.number,
        hash: told,
        items: items.length,
      });
    },
    async ids() {
      return (await db.select({ id: submissionSendings.id }).from(submissionSendings)).map(({ id }) => id);
    },
  };
}
