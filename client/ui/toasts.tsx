/** Short messages at the foot of the window, one act of undoing each; they wait while pointed at or focused. */
import { createSignal, For, onCleanup, Show, type JSX } from "solid-js";
import { textsOf } from "./locale.ts";
import { uiTexts } from "./ui.intl.ts";

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: () => void;
}

const SHOWN_MS = 8000;
const [toasts, setToasts] = createSignal<readonly Toast[]>([]);
let lastId = 0;

/** Shows `text`; with `undo`, a button that runs it once. */
export function showToast(text: string, undo?: () => void): void {
  lastId += 1;
  const toast: Toast = undo ? { id: lastId, text, undo } : { id: lastId, text };
  setToasts((all) => [...all.slice(-2), toast]);
}

const dismiss = (id: number) => setToasts((all) => all.filter((toast) => toast.id !== id));

function ToastItem(props: { toast: Toast }): JSX.Element {
  const t = textsOf(uiTexts);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const start = () => {
    clearTimeout(timer);
    timer = setTimeout(() => dismiss(props.toast.id), SHOWN_MS);
  };
  const stop = () => clearTimeout(timer);
  start();
  onCleanup(stop);

  return (
    <li class="toast" onMouseEnter={stop} onMouseLeave={start} onFocusIn={stop} onFocusOut={start}>
      <span>{props.toast.text}</span>
      <span class="row">
        <Show when={props.toast.undo}>
          {(undo) => (
            <button
              type="button"
              class="button plain small"
              onClick={() => {
                undo()();
                dismiss(props.toast.id);
              }}
            >
              {t().undo}
            </button>
          )}
        </Show>
        <button type="button" class="button plain small" onClick={() => dismiss(props.toast.id)}>
          {t().close}
        </button>
      </span>
    </li>
  );
}

export function Toasts(): JSX.Element {
  const t = textsOf(uiTexts);
  return (
    <section aria-label={t().notifications} aria-live="polite">
      <ul class="toasts">
        <For each={toasts()}>{(toast) => <ToastItem toast={toast} />}</For>
      </ul>
    </section>
  );
}
