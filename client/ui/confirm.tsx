/** A question before what cannot be undone: it repeats the object and the consequence. */
import { createSignal, Show, type JSX } from "solid-js";
import { Button } from "./button.tsx";
import { ErrorNotice } from "./error-view.tsx";
import { textsOf } from "./locale.ts";
import { Modal } from "./modal.tsx";
import { uiTexts } from "./ui.intl.ts";

export function Confirm(props: {
  open: boolean;
  onClose: () => void;
  title: string;
  description: string;
  /** The verb on the button. */
  action: string;
  danger?: boolean;
  /** The dialog stays open with the reason when it rejects. */
  onConfirm: () => Promise<void>;
  children?: JSX.Element;
}): JSX.Element {
  const t = textsOf(uiTexts);
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();

  const close = () => {
    setError(undefined);
    props.onClose();
  };

  async function confirm(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      await props.onConfirm();
      close();
    } catch (reason) {
      setError(() => reason);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Modal
      open={props.open}
      onClose={close}
      title={props.title}
      description={props.description}
      actions={
        <>
          <Button onClick={close}>{t().cancel}</Button>
          <Button
            look={props.danger ? "danger" : "primary"}
            busy={busy()}
            onClick={() => {
              void confirm();
            }}
          >
            {props.action}
          </Button>
        </>
      }
    >
      {props.children}
      <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
    </Modal>
  );
}
