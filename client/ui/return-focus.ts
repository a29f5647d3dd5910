import { createComputed, on } from "solid-js";

/**
 * For `onCloseAutoFocus` of a dialog that is opened by a signal and not by a
 * trigger of its own: gives the focus back to what had it when `open` became
 * true. Where closing led somewhere else already, it stays there.
 */
export function createFocusReturn(open: () => boolean): (event: Event) => void {
  let opener: Element | null = null;
  createComputed(
    on(open, (now) => {
      if (now) opener = document.activeElement;
    }),
  );
  return (event) => {
    event.preventDefault();
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
  };
}
