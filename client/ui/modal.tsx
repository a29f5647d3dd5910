/** A dialog over the page: focus goes in, stays in, and returns; Escape closes. */
import { Dialog } from "@kobalte/core/dialog";
import { Show, type JSX } from "solid-js";
import { createFocusReturn } from "./return-focus.ts";

export function Modal(props: {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: string | undefined;
  /** Buttons, the safe one first. */
  actions: JSX.Element;
  children?: JSX.Element;
}): JSX.Element {
  const returnFocus = createFocusReturn(() => props.open);
  return (
    <Dialog open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay class="scrim" />
        <div class="dialog-place">
          <Dialog.Content class="dialog" onCloseAutoFocus={returnFocus}>
            <Dialog.Title>{props.title}</Dialog.Title>
            <Show when={props.description}>
              <Dialog.Description>{props.description}</Dialog.Description>
            </Show>
            {props.children}
            <div class="actions">{props.actions}</div>
          </Dialog.Content>
        </div>
      </Dialog.Portal>
    </Dialog>
  );
}
