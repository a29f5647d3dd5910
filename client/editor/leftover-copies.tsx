/** Writing of this person on this device that can never be sent any more: to take along, or to let go. */
import { createSignal, For, onCleanup, Show, type JSX } from "solid-js";
import { Doc, applyUpdate } from "yjs";
import { readDocument } from "../../collab/document/read.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { downloadFile, fileDate } from "./download.ts";
import { editorTexts } from "./editor.intl.ts";
import { deleteLocalCopy, leftoverCopies, type LeftoverCopy } from "./copies-on-device.ts";
import type { CopyName } from "./local-copy.ts";
import { unsentFile } from "./unsent-file.ts";

/** The copy to read, with all its changes; those alone where it cannot be read as clauses any more. */
function fileOf({ name, state }: LeftoverCopy, words: { heading: string; changesHeading: string }): Blob {
  const doc = new Doc();
  let clauses: readonly Clause[] = [];
  try {
    applyUpdate(doc, state);
    clauses = readDocument(doc).clauses;
  } catch {
    // What cannot be read is in the changes all the same.
  }
  doc.destroy();
  return unsentFile({ ...words, policyId: name.policyId, epoch: name.epoch, clauses, update: state });
}

export function LeftoverCopies(props: { present: CopyName; mayWrite: boolean }): JSX.Element {
  const t = textsOf(editorTexts);
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

  const download = (copy: LeftoverCopy) => {
    const words = { heading: t().unsentFileHeading(fileDate()), changesHeading: t().unsentFileChanges };
    downloadFile(fileOf(copy, words), `${t().leftoverFile}-${copy.name.epoch}-${fileDate()}`, "txt");
  };

  return (
    <Show when={copies().length > 0}>
      <section class="notice warn editor-notice" aria-label={t().leftoverTitle}>
        <p>
          <strong>{t().leftoverTitle}</strong>
        </p>
        <p>{t().leftoverText}</p>
        <ul class="leftovers">
          <For each={copies()}>
            {(copy) => (
              <li class="row">
                <span>
                  {copy.name.epoch === props.present.epoch
                    ? t().leftoverHere(copy.unsent)
                    : t().leftoverItem(copy.name.epoch, copy.unsent)}
                </span>
                <Button size="small" onClick={() => download(copy)}>
                  {t().leftoverDownload}
                </Button>
                <Button size="small" look="danger" onClick={() => setDeleting(copy)}>
                  {t().leftoverDelete}
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
              title={t().leftoverDeleteTitle}
              description={t().leftoverDeleteText(copy().unsent)}
              action={t().leftoverDelete}
              onConfirm={async () => {
                const unwanted = copy();
                await deleteLocalCopy(unwanted.name);
                setCopies((all) => all.filter((each) => each !== unwanted));
                showToast(t().leftoverDeleted);
              }}
            />
          )}
        </Show>
      </section>
    </Show>
  );
}
