/** Adding files to an item and taking them off. */
import { createSignal, Show, type JSX } from "solid-js";
import { ATTACHMENT_FACTS, ATTACHMENT_LIMITS } from "../../domain/attachments/attachment.ts";
import type { ItemView } from "../../domain/submissions/submissions.contract.ts";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { FileLinks } from "../attachments/file-links.tsx";
import { textsOf } from "../ui/locale.ts";
import { addFile, fileHref, removeFile } from "./submission-api.ts";
import { submissionTexts } from "./submissions.intl.ts";

const ACCEPTED = Object.values(ATTACHMENT_FACTS)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(",");

export function ItemFiles(props: {
  submissionId: string;
  item: ItemView;
  onChange: (item: ItemView) => void;
}): JSX.Element {
  const t = textsOf(submissionTexts);
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const [tooLarge, setTooLarge] = createSignal(false);
  const [input, setInput] = createSignal<HTMLInputElement>();

  async function change(write: () => Promise<ItemView>): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      props.onChange(await write());
    } catch (reason) {
      setError(() => reason);
    } finally {
      setBusy(false);
    }
  }

  async function upload(list: FileList | null): Promise<void> {
    setTooLarge(false);
    // One after the other: each answer is the item as it then is.
    for (const file of list ?? []) {
      if (file.size > ATTACHMENT_LIMITS.bytes) setTooLarge(true);
      else await change(() => addFile(props.submissionId, props.item.id, file));
    }
    // The same file can be chosen again, when it was refused and mended.
    const chooser = input();
    if (chooser) chooser.value = "";
  }

  return (
    <div class="field">
      <span class="field-name">{t().files}</span>
      <p class="hint">{t().filesHint}</p>
      <FileLinks
        files={props.item.files}
        hrefOf={(file) => fileHref(props.submissionId, file.id)}
        onRemove={(file) => {
          void change(() => removeFile(props.submissionId, props.item.id, file.id));
        }}
      />
      <Show when={props.item.files.length < ATTACHMENT_LIMITS.perItem}>
        <div>
          <input
            ref={setInput}
            class="visually-hidden"
            type="file"
            multiple
            accept={ACCEPTED}
            tabIndex={-1}
            aria-hidden="true"
            onChange={(event) => {
              void upload(event.currentTarget.files);
            }}
          />
          <Button size="small" busy={busy()} onClick={() => input()?.click()}>
            {busy() ? t().adding : t().addFile}
          </Button>
        </div>
      </Show>
      <Show when={tooLarge()}>
        <p class="error" role="alert">
          {t().fileTooLarge}
        </p>
      </Show>
      <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
    </div>
  );
}
