/** Ending a round without a decision: it cannot be undone, so it repeats what happens. */
import { createSignal, Show, type JSX } from "solid-js";
import { REVIEW_LIMITS } from "../../domain/reviews/review.ts";
import type { ReviewView } from "../../domain/reviews/reviews.contract.ts";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { TextField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { Modal } from "../ui/modal.tsx";
import { showToast } from "../ui/toasts.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { decideTexts } from "./decide.intl.ts";
import { withdrawReview } from "./review-api.ts";
import { reviewTexts } from "./reviews.intl.ts";

export function WithdrawDialog(props: {
  review: ReviewView;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}): JSX.Element {
  const t = textsOf(reviewTexts);
  const d = textsOf(decideTexts);
  const ui = textsOf(uiTexts);
  const [reason, setReason] = createSignal("");
  const [missing, setMissing] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const [busy, setBusy] = createSignal(false);

  async function withdraw(): Promise<void> {
    setMissing(reason().trim() === "");
    if (missing()) return;
    setBusy(true);
    setError(undefined);
    try {
      await withdrawReview(props.review, { reason: reason().trim() });
      showToast(t().withdrawn);
      props.onClose();
      props.onDone();
    } catch (failure) {
      setError(() => failure);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Modal
      open={props.open}
      onClose={props.onClose}
      title={t().withdrawTitle(props.review.version.number)}
      description={t().withdrawText}
      actions={
        <>
          <Button onClick={props.onClose}>{ui().cancel}</Button>
          <Button look="danger" busy={busy()} onClick={() => void withdraw()}>
            {t().withdraw}
          </Button>
        </>
      }
    >
      <TextField
        label={t().withdrawReason}
        rows={3}
        maxLength={REVIEW_LIMITS.reason}
        value={reason()}
        error={missing() ? d().reasonMissing : undefined}
        onInput={setReason}
      />
      <Show when={error()}>{(failure) => <ErrorNotice error={failure()} />}</Show>
    </Modal>
  );
}
