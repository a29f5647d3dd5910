/** Sending: the draft, as its head saw it, becomes contributions of the body. [SB7 to SB11] */
import { sentItemOf } from "../../db/repos/submission-payload.ts";
import type { SentItemRow, SubmissionItem } from "../../db/repos/submission-reads.ts";
import type { DbStatement } from "../../db/database.ts";
import { isLostGuard } from "../../db/guards.ts";
import { DomainError } from "../../domain/errors.ts";
import type { ContributionId, GroupId } from "../../domain/ids.ts";
import { dayIn } from "../../domain/consultations/zone-time.ts";
import { clausePlaces, presentText } from "../../domain/submissions/clause-places.ts";
import { shortTitle } from "../../domain/policies/short-title.ts";
import {
  checkSubmission,
  hinders,
  sameItem,
  sendingHash,
  type SentItem,
} from "../../domain/submissions/submission.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";
import { assertDrafting, assertHead, assertOpen, type OpenedDraft } from "./draft-access.ts";

/** An item as it goes out: under the contribution it has already, or under a new one. */
interface Going {
  readonly itemId: string;
  readonly sent: SentItem;
  readonly files: readonly string[];
  readonly contributionId: ContributionId;
  readonly isNew: boolean;
}

export type SendDeps = Pick<Deps, "repos" | "newId" | "randomId" | "now">;

export function createSendSubmission({ repos, newId, randomId, now }: SendDeps) {
  /** What stands now, by item, with the files of each. */
  async function standing(draft: OpenedDraft) {
    const last = (await repos.submissions.sendings(draft.submission.id)).at(-1);
    const rows = last ? await repos.submissions.sentItems(last.id) : [];
    const files = await repos.attachments.ofContributions(rows.map(({ contributionId }) => contributionId));
    const sentOf = (row: SentItemRow) =>
      sentItemOf(
        row,
        (files.get(row.contributionId) ?? []).map(({ sha256 }) => sha256),
      );
    return { last, rows, sentOf };
  }

  /** The items in the order of the text, those about the whole first; throws when something is missing. */
  async function checked(draft: OpenedDraft): Promise<SubmissionItem[]> {
    const { id } = draft.submission;
    const [items, open, { clauses }] = await Promise.all([
      repos.submissions.items(id),
      repos.submissions.openComments(id),
      repos.versions.text(draft.call.consultation.versionId),
    ]);
    const places = clausePlaces(clauses);
    const findings = checkSubmission(
      items.map((item) => ({
        ...item,
        openComments: open.get(item.id) ?? 0,
        presentText: presentText(places, item),
      })),
    ).filter(hinders);
    if (findings.length > 0) {
      throw new DomainError(
        "bad-input",
        "submission-incomplete",
        "something is missing",
        findings.map(({ itemId, problem }) => ({
          path: itemId ? `items.${itemId}` : "items",
          message: problem,
        })),
      );
    }
    const order = new Map(places.map(({ cid, index }) => [cid, index]));
    const placeOf = (item: SubmissionItem) => (item.cid === null ? -1 : (order.get(item.cid) ?? 0));
    return items.toSorted((a, b) => placeOf(a) - placeOf(b));
  }

  async function prepare(draft: OpenedDraft, groupId: GroupId | null) {
    const { submission } = draft;
    const [items, files, { last, rows, sentOf }] = await Promise.all([
      checked(draft),
      repos.submissions.files(submission.id),
      standing(draft),
    ]);
    const sameGroup = last?.groupId === groupId;
    const going = items.map((item): Going => {
      const held = files.filter(({ itemId }) => itemId === item.id);
      const { cid, itemCid, stance } = item;
      const sent: SentItem = {
        cid,
        itemCid,
        stance,
        proposedText: item.proposedText.trim(),
        grounds: item.grounds.trim(),
        files: held.map(({ sha256 }) => sha256),
      };
      const former = rows.find(({ itemId }) => itemId === item.id);
      const kept = former && former.state !== "withdrawn" && sameGroup && sameItem(sentOf(former), sent);
      return {
        itemId: item.id,
        sent,
        files: held.map(({ id }) => id),
        contributionId: kept ? former.contributionId : (randomId() as ContributionId),
        isNew: !kept,
      };
    });
    const superseded = rows.flatMap(({ itemId, contributionId }) => {
      const present = going.find((each) => each.itemId === itemId);
      return present?.contributionId === contributionId
        ? []
        : [{ id: contributionId, by: present?.contributionId ?? null }];
    });
    if (last && superseded.length === 0 && going.every(({ isNew }) => !isNew)) {
      throw new DomainError("conflict", "submission-unchanged", "a correction without any change");
    }
    return { going, superseded, number: (last?.number ?? 0) + 1 };
  }

  function received(
    draft: OpenedDraft,
    going: readonly Going[],
    groupId: GroupId | null,
    at: number,
  ): DbStatement[] {
    const { submission, call, body } = draft;
    return going
      .filter(({ isNew }) => isNew)
      .flatMap(({ itemId, sent, files, contributionId }) => [
        ...repos.contributions.receiveStatements({
          id: contributionId,
          policyId: submission.policyId,
          consultationId: submission.consultationId,
          channel: "submission",
          sourceId: submission.id,
          sourceItem: itemId,
          versionId: call.consultation.versionId,
          targets:
            sent.cid === null
              ? []
              : [{ cid: sent.cid, ...(sent.itemCid !== null && { itemCid: sent.itemCid }) }],
          groupId,
          unitId: body,
          // The body speaks: nobody of its people is named. [SB9]
          author: { kind: "none" },
          text: sent.grounds,
          stance: sent.stance,
          proposedText: sent.proposedText === "" ? null : sent.proposedText,
          createdOn: dayIn(call.timeZone, at),
          receivedAt: at,
        }),
        ...repos.attachments.linkStatements(contributionId, files),
      ]);
  }

  /** Tells the team that a body spoke, by the body's name. [SB13] */
  async function told(draft: OpenedDraft, at: number): Promise<DbStatement[]> {
    const { submission, call, body } = draft;
    const { name } = found(await repos.directory.getUnit(body));
    return repos.notifications.statements({
      kind: "submission.sent",
      to: { writersOf: submission.policyId },
      actor: null,
      policyId: submission.policyId,
      subject: { kind: "submission", id: submission.id },
      title: shortTitle(call.policyTitle).subject || call.policyTitle,
      detail: name,
      link: `/kerja/rancangan/${submission.policyId}/masukan?sumber=${submission.id}`,
      at,
      on: dayIn(call.timeZone, at),
    });
  }

  return {
    /** Sends what the head saw at `revision`. Repeating it after it went through changes nothing. [SB8] */
    async send(draft: OpenedDraft, revision: number, groupId: GroupId | null): Promise<void> {
      assertHead(draft);
      const { submission, call, account, body } = draft;
      // The first of two equal requests went through: the second is told so by what it reads next.
      if (submission.state === "sent" && submission.revision === revision + 1) return;
      assertDrafting(draft);
      if (submission.revision !== revision) {
        throw new DomainError("stale", "submission-changed", "draft changed since it was read");
      }
      const { groups } = found(await repos.consultations.get(submission.consultationId));
      if (groupId !== null && !groups.some((group) => group.groupId === groupId)) {
        throw new DomainError("bad-input", "unknown-group", "not a group of the consultation", [
          { path: "groupId", message: "invalid" },
        ]);
      }
      const at = now();
      const { going, superseded, number } = await prepare(draft, groupId);
      try {
        await repos.submissions.send(
          submission,
          {
            id: newId(),
            number,
            hash: await sendingHash(
              body,
              going.map(({ sent }) => sent),
            ),
            groupId,
            versionId: call.consultation.versionId,
            items: going.map(({ itemId, contributionId }) => ({ itemId, contributionId })),
            received: received(draft, going, groupId, at),
            superseded,
            told: await told(draft, at),
          },
          { actor: account.id, at },
        );
      } catch (error) {
        if (!isLostGuard(error)) throw error;
        const fresh = found(await repos.submissions.get(body, submission.id));
        if (fresh.state === "sent") throw new DomainError("conflict", "submission-sent", "sent meanwhile");
        if (fresh.revision !== revision)
          throw new DomainError("stale", "submission-changed", "draft changed meanwhile");
        throw new DomainError("conflict", "call-not-open", "the consultation changed meanwhile");
      }
    },

    /** Begins a correction; what was sent stands until it is sent. [SB10] */
    async correct(draft: OpenedDraft): Promise<void> {
      assertHead(draft);
      assertOpen(draft);
      const { submission, call } = draft;
      if (submission.state === "drafting") return;
      try {
        await repos.submissions.reopen(submission, call.consultation.versionId, now());
      } catch (error) {
        if (!isLostGuard(error)) throw error;
        throw new DomainError("conflict", "call-not-open", "the consultation changed meanwhile");
      }
    },
  };
}
