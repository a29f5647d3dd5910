/** What leaves the server of calls and drafts, only ever to the body. */
import type {
  Call,
  SubmissionComment,
  SubmissionItem,
  SubmissionSending,
} from "../../db/repos/submission-reads.ts";
import { presentAttachment, type Attachment } from "../../domain/attachments/attachment.ts";
import type { AccountId } from "../../domain/ids.ts";
import { callPhase, type CallPhase } from "../../domain/submissions/submission.ts";
import type {
  CallConsultation,
  CallView,
  ItemView,
  SendingHead,
  SubmissionView,
} from "../../domain/submissions/submissions.contract.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";
import type { OpenedDraft } from "./draft-access.ts";

const PHASE_ORDER: readonly CallPhase[] = ["open", "upcoming", "closed"];

export function createPresentSubmissions({ repos, now }: Pick<Deps, "repos" | "now">) {
  async function items(draft: Pick<OpenedDraft, "submission">): Promise<ItemView[]> {
    const { id } = draft.submission;
    const [rows, comments, files] = await Promise.all([
      repos.submissions.items(id),
      repos.submissions.comments(id),
      repos.submissions.files(id),
    ]);
    const names = await repos.accounts.names(rows.map(({ updatedBy }) => updatedBy));
    return rows.map((row) =>
      presentItem(
        row,
        names,
        comments.filter(({ itemId }) => itemId === row.id),
        files.filter(({ itemId }) => itemId === row.id),
      ),
    );
  }

  return {
    /** All calls for the body, open ones first. */
    async calls(body: NonNullable<OpenedDraft["body"]>): Promise<CallView[]> {
      const [calls, own] = await Promise.all([repos.submissions.calls(body), repos.submissions.ofBody(body)]);
      const at = now();
      const views = await Promise.all(
        calls.map(async (call) => {
          const { consultation } = call;
          const mine = own.find(({ submission }) => submission.consultationId === consultation.id);
          const view = presentCall(call, callPhase(consultation, at) ?? "closed");
          if (!mine) return { consultation: view };
          const { submission, items: count } = mine;
          const last = (await repos.submissions.sendings(submission.id)).at(-1);
          const sent = last && (await repos.submissions.sentItems(last.id));
          return {
            consultation: view,
            submission: {
              id: submission.id,
              state: submission.state,
              items: count,
              ...(last &&
                sent && {
                  sent: {
                    number: last.number,
                    sentAt: last.sentAt,
                    items: sent.length,
                    answered: sent.filter(({ outcome }) => outcome !== null).length,
                  },
                }),
            },
          };
        }),
      );
      const rank = ({ consultation: { phase } }: CallView) => PHASE_ORDER.indexOf(phase);
      return views.toSorted((a, b) => rank(a) - rank(b));
    },
    async submission(draft: OpenedDraft): Promise<SubmissionView> {
      const { submission, call, phase, account, body } = draft;
      const [unit, consultation, sendings] = await Promise.all([
        repos.directory.getUnit(body),
        repos.consultations.get(submission.consultationId),
        repos.submissions.sendings(submission.id),
      ]);
      const groups = found(consultation).groups.map(({ groupId }) => groupId);
      const names = await repos.consultations.groupNames(groups);
      return {
        id: submission.id,
        revision: submission.revision,
        state: submission.state,
        body: { id: body, name: found(unit).name },
        head: account.head,
        consultation: {
          ...presentCall(call, phase ?? "closed"),
          groups: groups.map((id) => ({ id, name: names.get(id) ?? "" })),
        },
        items: await items(draft),
        sendings: sendings.map(presentSending),
      };
    },
    async item(draft: Pick<OpenedDraft, "submission">, itemId: string): Promise<ItemView> {
      return found((await items(draft)).find(({ id }) => id === itemId));
    },
  };
}

export const presentSending = ({ number, sentAt, hash }: SubmissionSending): SendingHead => ({
  number,
  sentAt,
  hash,
});

function presentCall(call: Call, phase: CallPhase): CallConsultation {
  const { id, title, summary, opensAt, closesAt } = call.consultation;
  const { policyTitle, authorityName, timeZone } = call;
  return { id, title, summary, policyTitle, authorityName, timeZone, opensAt, closesAt, phase };
}

function presentItem(
  item: SubmissionItem,
  names: ReadonlyMap<AccountId, string>,
  comments: readonly SubmissionComment[],
  files: readonly Attachment[],
): ItemView {
  const { id, revision, cid, itemCid, stance, proposedText, grounds, updatedBy, updatedAt } = item;
  return {
    id,
    revision,
    cid,
    itemCid,
    stance,
    proposedText,
    grounds,
    updatedBy: { id: updatedBy, name: names.get(updatedBy) ?? "" },
    updatedAt,
    files: files.map(presentAttachment),
    comments: comments.map(({ id: commentId, author, text, at, resolvedAt }) => ({
      id: commentId,
      author,
      text,
      at,
      ...(resolvedAt !== null && { resolved: true }),
    })),
  };
}
