import type { JSX } from "solid-js";
import { Button } from "./button.tsx";
import { textsOf } from "./locale.ts";
import { showToast } from "./toasts.tsx";
import { uiTexts } from "./ui.intl.ts";

/** Copies `text`; `label` says of what, for those who hear it. `shown` where several stand together. */
export function CopyButton(props: { text: string; label: string; shown?: string }): JSX.Element {
  const t = textsOf(uiTexts);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(props.text);
      showToast(t().copied);
    } catch {
      // No permission, or a page on plain http: the text stays selectable.
      showToast(t().copyFailed);
    }
  }
  return (
    <Button
      look="plain"
      size="small"
      aria-label={`${props.shown ?? t().copy}: ${props.label}`}
      onClick={() => {
        void copy();
      }}
    >
      {props.shown ?? t().copy}
    </Button>
  );
}
