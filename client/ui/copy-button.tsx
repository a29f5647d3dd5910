import type { JSX } from "solid-js";
import { Button } from "./button.tsx";
import { textsOf } from "./locale.ts";
import { showToast } from "./toasts.tsx";
import { uiTexts } from "./ui.intl.ts";

/** Copies `text`; `label` says of what, for those who hear it. */
export function CopyButton(props: { text: string; label: string }): JSX.Element {
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
      aria-label={`${t().copy}: ${props.label}`}
      onClick={() => {
        void copy();
      }}
    >
      {t().copy}
    </Button>
  );
}
