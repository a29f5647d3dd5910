/** Writing of this person on this device that can never be sent any more: to take along, or to let go. */
import { createSignal, For, onCleanup, Show, type JSX } from "solid-js";
import { Doc, applyUpdate } from "yjs";
import { readDocument } from "../../collab/document/read.ts";
import { clauseText } from "../../domain/clauses/clause.ts";
import { deriveLabels } from "../../domain/clauses/labels.ts";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { downloadFile, fileDate } from "./download.ts";
import { editorTexts } from "./editor.intl.ts";
import { deleteLocalCopy, leftoverCopies, type LeftoverCopy } from "./copies-on-device.ts";
import type { CopyName } from "./local-copy.ts";

/** The copy as plain text, a line per clause; as its bytes where it cannot be read as clauses any more. */
function fileOf(copy: LeftoverCopy): { content: Blob; ending: "json" | "txt" } {
  const doc = new Doc();
  try {
    applyUpdate(doc, copy.state);
    const { clauses } = readDocument(doc);
    const labels = deriveLabels(clauses);
    const lines = clauses.map((clause, index) =>
      [labels[index], clauseText(clause)].filter(Boolean).join(" "),
    );
    return { content: new Blob([lines.join("\n\n"), "\n"], { type: "text/plain" }), ending: "txt" };
  } catch {
    const kept = JSON.stringify({ ...copy.name, update: [...copy.state] });
    return { content: new Blob([kept], { type: "application/json" }), ending: "json" };
  } finally {
    doc.destroy();
  }
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
    const { content, ending } = fileOf(copy);
    downloadFile(content, `${t().leftoverFile}-${copy.name.epoch}-${fileDate()}`, ending);
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
