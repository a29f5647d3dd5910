/** Drafting: items, comments among colleagues, files. */
import type { SubmissionItem } from "../../db/repos/submission-reads.ts";
import { isLostGuard } from "../../db/guards.ts";
import { ATTACHMENT_LIMITS, attachmentFile } from "../../domain/attachments/attachment.ts";
import { DomainError } from "../../domain/errors.ts";
import { clausePlaces, presentText } from "../../domain/submissions/clause-places.ts";
import { SUBMISSION_LIMITS } from "../../domain/submissions/submission.ts";
import type { ItemWordsInput } from "../../domain/submissions/submissions.contract.ts";
import { createKeepAttachment } from "../attachments/keep-attachment.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";
import { assertDrafting, type OpenedDraft } from "./draft-access.ts";

export function createEditItems(deps: Pick<Deps, "repos" | "files" | "newId" | "now">) {
  const { repos, files, newId, now } = deps;
  const keepAttachment = createKeepAttachment(deps);

  const versionOf = ({ call }: OpenedDraft) => call.consultation.versionId;

  async function requireItem({ submission }: OpenedDraft, itemId: string): Promise<SubmissionItem> {
    return found(await repos.submissions.item(submission.id, itemId), "item-gone");
  }

  /** Points at something that the text under consultation has. [SB5] */
  async function assertPlace(draft: OpenedDraft, { cid, itemCid }: ItemWordsInput): Promise<void> {
    if (cid === null && itemCid === null) return;
    const { clauses } = await repos.versions.text(versionOf(draft));
    if (cid === null || presentText(clausePlaces(clauses), { cid, itemCid }) === undefined) {
      throw new DomainError("bad-input", "not-under-consultation", "not a place of the text", [
        { path: "cid", message: "invalid" },
      ]);
    }
  }

  /** Runs a write; what made its guard fail is looked up, so that the sentence says what happened. */
  async function guarded(
    draft: OpenedDraft,
    write: () => Promise<void>,
    explain: () => Promise<void>,
  ): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (!isLostGuard(error)) throw error;
      const { body, submission } = draft;
      const fresh = found(await repos.submissions.get(body, submission.id), "no-such-submission");
      assertDrafting({ ...draft, submission: fresh });
      await explain();
      throw new DomainError("conflict", "call-not-open", "the consultation changed meanwhile");
    }
  }

  /** [SB6] */
  async function sameItem(draft: OpenedDraft, itemId: string, revision: number): Promise<SubmissionItem> {
    const item = await repos.submissions.item(draft.submission.id, itemId);
    if (!item) throw new DomainError("gone", "item-gone", "item removed");
    if (item.revision === revision) return item;
    const who = (await repos.accounts.names([item.updatedBy])).get(item.updatedBy) ?? "";
    throw new DomainError("stale", "item-changed", "item changed", [], {
      who,
      at: item.updatedAt,
      zone: draft.call.timeZone,
    });
  }

  return {
    async add(draft: OpenedDraft, words: ItemWordsInput): Promise<string> {
      assertDrafting(draft);
      await assertPlace(draft, words);
      const id = newId();
      const by = { actor: draft.account.id, at: now() };
      await guarded(
        draft,
        () => repos.submissions.addItem(draft.submission, versionOf(draft), { id, ...words }, by),
        async () => {
          const { length } = await repos.submissions.items(draft.submission.id);
          if (length >= SUBMISSION_LIMITS.items)
            throw new DomainError("conflict", "too-many-items", "as many items as there may be");
        },
      );
      return id;
    },

    /** [SB6] */
    async change(draft: OpenedDraft, itemId: string, revision: number, words: ItemWordsInput): Promise<void> {
      assertDrafting(draft);
      const { submission } = draft;
      const before = await sameItem(draft, itemId, revision);
      await assertPlace(draft, words);
      const by = { actor: draft.account.id, at: now() };
      await guarded(
        draft,
        () => repos.submissions.changeItem(submission, versionOf(draft), before, words, by),
        async () => {
          await sameItem(draft, itemId, revision);
        },
      );
    },

    async remove(draft: OpenedDraft, itemId: string, revision: number): Promise<void> {
      assertDrafting(draft);
      const { submission } = draft;
      const before = await sameItem(draft, itemId, revision);
      const held = (await repos.submissions.files(submission.id)).filter((file) => file.itemId === itemId);
      await guarded(
        draft,
        () => repos.submissions.removeItem(submission, versionOf(draft), before, now()),
        async () => {
          await sameItem(draft, itemId, revision);
        },
      );
      for (const file of held)
        if (!(await repos.attachments.exists(file.id))) await files.remove(attachmentFile(file));
    },

    async comment(draft: OpenedDraft, itemId: string, text: string): Promise<void> {
      assertDrafting(draft);
      const item = await requireItem(draft, itemId);
      const by = { actor: draft.account.id, at: now() };
      await guarded(
        draft,
        () => repos.submissions.addComment(item, { id: newId(), text }, by),
        async () => {
          throw new DomainError("conflict", "too-many-comments", "as many comments as there may be");
        },
      );
    },
    async settle(draft: OpenedDraft, itemId: string, commentId: string, resolved: boolean): Promise<void> {
      assertDrafting(draft);
      const item = await requireItem(draft, itemId);
      const done = await repos.submissions.settleComment(item, commentId, resolved ? now() : null);
      if (!done) throw new DomainError("not-found", "not-found", "no such comment");
    },

    /** [AT3] */
    async attach(draft: OpenedDraft, itemId: string, name: string, bytes: Uint8Array): Promise<void> {
      assertDrafting(draft);
      const { submission } = draft;
      const item = await requireItem(draft, itemId);
      const by = { actor: draft.account.id, at: now() };
      async function assertRoom(): Promise<void> {
        const all = await repos.submissions.files(submission.id);
        if (all.filter((file) => file.itemId === itemId).length >= ATTACHMENT_LIMITS.perItem)
          throw new DomainError("conflict", "too-many-files", "as many files as an item may have");
        const held = all.reduce((sum, file) => sum + file.bytes, 0);
        if (held + bytes.byteLength > ATTACHMENT_LIMITS.bytesPerSubmission)
          throw new DomainError("too-large", "files-too-large", "as many bytes as a submission may have");
      }
      await assertRoom();
      await keepAttachment(bytes, name, (attachment) =>
        guarded(
          draft,
          () => repos.submissions.attach(submission, versionOf(draft), item, attachment, by),
          async () => {
            await requireItem(draft, itemId);
            await assertRoom();
          },
        ),
      );
    },
    async detach(draft: OpenedDraft, itemId: string, attachmentId: string): Promise<void> {
      assertDrafting(draft);
      const { submission } = draft;
      const item = await requireItem(draft, itemId);
      const file = (await repos.submissions.files(submission.id)).find(
        (each) => each.itemId === itemId && each.id === attachmentId,
      );
      if (!file) throw new DomainError("not-found", "not-found", "no such file");
      await guarded(
        draft,
        () => repos.submissions.detach(submission, versionOf(draft), item, attachmentId, now()),
        async () => undefined,
      );
      // What was sent with it keeps it. [AT9]
      if (!(await repos.attachments.exists(attachmentId))) await files.remove(attachmentFile(file));
    },
  };
}
