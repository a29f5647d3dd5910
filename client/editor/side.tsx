/** A part beside the sheet: a column where there is room, a drawer over the page where there is not. */
import { Dialog } from "@kobalte/core/dialog";
import { Show, type JSX } from "solid-js";
import { Button } from "../ui/button.tsx";
import { textsOf } from "../ui/locale.ts";
import { createFocusReturn } from "../ui/return-focus.ts";
import { editorTexts } from "./editor.intl.ts";

export function Side(props: {
  at: "left" | "right";
  title: string;
  id: string;
  drawer: boolean;
  open: boolean;
  onClose: () => void;
  children: JSX.Element;
}): JSX.Element {
  const t = textsOf(editorTexts);
  const returnFocus = createFocusReturn(() => props.drawer && props.open);
  return (
    <Show
      when={props.drawer}
      fallback={
        <Show when={props.open}>
          <aside class={`editor-side ${props.at}`} id={props.id} aria-label={props.title}>
            {props.children}
          </aside>
        </Show>
      }
    >
      <Dialog open={props.open} onOpenChange={(open) => !open && props.onClose()}>
        <Dialog.Portal>
          <Dialog.Overlay class="scrim" />
          <Dialog.Content class={`editor-drawer ${props.at}`} id={props.id} onCloseAutoFocus={returnFocus}>
            <div class="drawer-head">
              <Dialog.Title>{props.title}</Dialog.Title>
              <Button look="plain" onClick={props.onClose}>
                {t().close}
              </Button>
            </div>
            <div class="drawer-body">{props.children}</div>
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog>
    </Show>
  );
}
