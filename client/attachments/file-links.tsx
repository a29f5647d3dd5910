/** Files of an input, to download; where it is still drafted, to take off. */
import { For, Show, type JSX } from "solid-js";
import type { AttachmentView } from "../../domain/attachments/attachment.ts";
import { Button } from "../ui/button.tsx";
import { formatNumber } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import "./attachments.css";
import { attachmentTexts } from "./attachments.intl.ts";

function sizeOf(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1024
    ? `${formatNumber(kilobytes, locale())} kB`
    : `${formatNumber(Math.round(kilobytes / 102.4) / 10, locale())} MB`;
}

export function FileLinks(props: {
  files: readonly AttachmentView[];
  hrefOf: (file: AttachmentView) => string;
  onRemove?: (file: AttachmentView) => void;
}): JSX.Element {
  const t = textsOf(attachmentTexts);
  return (
    <Show when={props.files.length > 0}>
      <ul class="file-list" aria-label={t().files}>
        <For each={props.files}>
          {(file) => (
            <li class="row">
              <a href={props.hrefOf(file)} target="_self" rel="external" download={file.name}>
                {file.name}
              </a>
              <span class="small quiet">{sizeOf(file.bytes)}</span>
              <Show when={props.onRemove}>
                {(remove) => (
                  <Button
                    look="plain"
                    size="small"
                    aria-label={t().takeOff(file.name)}
                    onClick={() => remove()(file)}
                  >
                    {t().remove}
                  </Button>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
