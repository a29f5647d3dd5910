/** Writing of this person on this device that can never be sent any more: to take along, or to let go. */
import { createEffect, createMemo, createSignal, For, onCleanup, Show, type JSX } from "solid-js";
import { Doc, applyUpdate } from "yjs";
import { readDocument } from "../../collab/document/read.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { downloadFile, fileDate } from "./download.ts";
import { useEditor } from "./editor-context.tsx";
import { unsentTexts } from "./unsent.intl.ts";
import { deleteLocalCopy, leftoverCopies, type LeftoverCopy } from "./copies-on-device.ts";
import type { CopyName } from "./local-copy.ts";
import { unsentFile } from "./unsent-file.ts";
import { isAllThere, unsentWords, unsentWordsFile } from "./unsent-words.ts";

/** The copy to read, with all its changes; those alone where it cannot be read as clauses any more. */
function fileOf({ name, state }: LeftoverCopy, words: { heading: string; changesHeading: string }): Blob {
  const clauses = clausesOf(state);
  return unsentFile({ ...words, policyId: name.policyId, epoch: name.epoch, clauses, update: state });
}

/** Empty for a copy that cannot be read as clauses any more. */
function clausesOf(state: Uint8Array): readonly Clause[] {
  const doc = new Doc();
  try {
    applyUpdate(doc, state);
    return readDocument(doc).clauses;
  } catch {
    return [];
  } finally {
    doc.destroy();
  }
}

export function LeftoverCopies(props: { present: CopyName; mayWrite: boolean }): JSX.Element {
  const u = textsOf(unsentTexts);
  const { policy } = usePolicy();
  const { session, saved } = useEditor();
  /** What the copy has beyond the text is known once the text is here. */
  const loaded = createMemo<boolean>((yes) => yes || saved().state === "saved", false);
  const [copies, setCopies] = createSignal<readonly LeftoverCopy[]>([]);
  const [deleting, setDeleting] = createSignal<LeftoverCopy>();
  let gone = false;
  onCleanup(() => (gone = true));
  leftoverCopies(props.present, props.mayWrite).then(
    (found) => {
      if (!gone) setCopies(found);
    },
    // A browser that cannot list them has none to show.
    () => undefined,
  );

  /** Words were erased since: of such a copy only what is not in the text travels on. */
  const isBeforeErasure = ({ name }: LeftoverCopy) => name.epoch < (policy().erasedEpoch ?? 0);
  const letGo = async (copy: LeftoverCopy, told: string) => {
    await deleteLocalCopy(copy.name);
    setCopies((all) => all.filter((each) => each !== copy));
    showToast(told);
  };
  const looked = new Set<LeftoverCopy>();
  createEffect(() => {
    if (!loaded()) return;
    for (const copy of copies()) {
      if (looked.has(copy)) continue;
      looked.add(copy);
      if (!isAllThere(clausesOf(copy.state), session.clauses(), isBeforeErasure(copy))) continue;
      // Where it cannot be deleted it stays in the list.
      letGo(copy, u().leftoverNotMissing).catch(() => undefined);
    }
  });
  const download = (copy: LeftoverCopy) => {
    const fileName = `${u().leftoverFile}-${copy.name.epoch}-${fileDate()}`;
    if (isBeforeErasure(copy)) {
      const found = unsentWords(clausesOf(copy.state), session.clauses());
      const file = unsentWordsFile(u().unsentWordsHeading(fileDate()), u().unsentSomewhere, found);
      return downloadFile(file, fileName, "txt");
    }
    const words = { heading: u().unsentFileHeading(fileDate()), changesHeading: u().unsentFileChanges };
    downloadFile(fileOf(copy, words), fileName, "txt");
  };

  /** What goes by itself is not shown for a moment before. */
  const shown = () => copies().filter((copy) => loaded() || !isBeforeErasure(copy));
  return (
    <Show when={shown().length > 0}>
      <section class="notice warn editor-notice" aria-label={u().leftoverTitle}>
        <p>
          <strong>{u().leftoverTitle}</strong>
        </p>
        <p>{u().leftoverText}</p>
        <ul class="leftovers">
          <For each={shown()}>
            {(copy) => (
              <li class="row">
                <span>
                  {copy.name.epoch === props.present.epoch
                    ? u().leftoverHere(copy.unsent)
                    : u().leftoverItem(copy.name.epoch, copy.unsent)}
                  <Show when={isBeforeErasure(copy)}>. {u().leftoverErased}</Show>
                </span>
                <Button size="small" onClick={() => download(copy)}>
                  {u().leftoverDownload}
                </Button>
                <Button size="small" look="danger" onClick={() => setDeleting(copy)}>
                  {u().leftoverDelete}
                </Button>
              </li>
            )}
          </For>
        </ul>
        <Show when={deleting()}>
          {(copy) => (
            <Confirm
              open
              danger
              onClose={() => setDeleting(undefined)}
              title={u().leftoverDeleteTitle}
              description={u().leftoverDeleteText(copy().unsent)}
              action={u().leftoverDelete}
              onConfirm={() => letGo(copy(), u().leftoverDeleted)}
            />
          )}
        </Show>
      </section>
    </Show>
  );
}
