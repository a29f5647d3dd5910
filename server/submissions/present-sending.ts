/** What a body sent, with what became of it. */
import type { SentItemRow } from "../../db/repos/submission-reads.ts";
import type { PolicyId } from "../../domain/ids.ts";
import type {
  SendingView,
  SentItemView,
  SentSubmissionView,
} from "../../domain/submissions/submissions.contract.ts";
import { presentAttachment, type Attachment } from "../../domain/attachments/attachment.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";
import type { OpenedDraft } from "./draft-access.ts";
import { presentSending } from "./present-submission.ts";

export function createPresentSendings({ repos }: Pick<Deps, "repos">) {
  return {
    async sending({ submission }: OpenedDraft, number: number): Promise<SendingView> {
      const sendings = await repos.submissions.sendings(submission.id);
      const sending = found(sendings.find((each) => each.number === number));
      const rows = await repos.submissions.sentItems(sending.id);
      const files = await repos.attachments.ofContributions(rows.map(({ contributionId }) => contributionId));
      const { groupId } = sending;
      const group = groupId && (await repos.consultations.groupNames([groupId])).get(groupId);
      return {
        ...presentSending(sending),
        stands: sending === sendings.at(-1),
        ...(group && { group }),
        items: rows.map((row) => presentItem(row, files.get(row.contributionId) ?? [])),
      };
    },
    /** For the team: bodies and numbers, no people, no drafts. [SB2, SB9] */
    async ofPolicy(policyId: PolicyId): Promise<SentSubmissionView[]> {
      const rows = await repos.submissions.sentTo(policyId);
      return rows.map(
        ({ sendingId, submissionId, consultationId, unitId, body, number, sentAt, hash, items }) => ({
          id: sendingId,
          submissionId,
          policyId,
          consultationId,
          body: { id: unitId, name: body },
          number,
          sentAt,
          hash,
          items,
          stands: !rows.some(
            (other) =>
              other.consultationId === consultationId && other.unitId === unitId && other.number > number,
          ),
        }),
      );
    },
  };
}

function presentItem(row: SentItemRow, files: readonly Attachment[]): SentItemView {
  const { contributionId, cid, itemCid, stance, text, proposedText, state, supersededBy } = row;
  const { outcome, reason, answeredAt, changeCid } = row;
  return {
    contributionId,
    cid,
    itemCid,
    stance,
    grounds: text,
    ...(proposedText !== null && { proposedText }),
    files: files.map(presentAttachment),
    state,
    ...(supersededBy !== null && { supersededBy }),
    ...(outcome !== null &&
      reason !== null &&
      answeredAt !== null && {
        answer: { outcome, reason, at: answeredAt, ...(changeCid !== null && { changeCid }) },
      }),
  };
}
