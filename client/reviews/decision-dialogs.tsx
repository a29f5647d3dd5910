/** Approving and returning: each repeats what it does, keeps what was typed, and says who was faster. */
import { createSignal, Show, type JSX } from "solid-js";
import { REVIEW_LIMITS } from "../../domain/reviews/review.ts";
import type { ReviewView, StepView } from "../../domain/reviews/reviews.contract.ts";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { TextField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { Modal } from "../ui/modal.tsx";
import { showToast } from "../ui/toasts.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { decideTexts } from "./decide.intl.ts";
import { decideStep } from "./review-api.ts";

const SHORT_HASH = 12;

export interface DecisionProps {
  readonly review: ReviewView;
  readonly step: StepView;
  readonly which: "approve" | "return";
  readonly open: boolean;
  readonly onClose: () => void;
  /** Told of the round as it is after the decision, or to read it anew. */
  readonly onDone: (review?: ReviewView) => void;
}

export function DecisionDialog(props: DecisionProps): JSX.Element {
  const t = textsOf(decideTexts);
  const ui = textsOf(uiTexts);
  const [words, setWords] = createSignal("");
  const [missing, setMissing] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const [busy, setBusy] = createSignal(false);
  const number = () => props.review.version.number;
  const approving = () => props.which === "approve";

  // What was typed stays: closing the dialog is no decision to throw it away.
  const close = () => {
    const failed = error() !== undefined;
    setError(undefined);
    props.onClose();
    if (failed) props.onDone();
  };

  async function decide(): Promise<void> {
    const reason = words().trim();
    setMissing(!approving() && reason === "");
    if (missing()) return;
    setBusy(true);
    setError(undefined);
    try {
      const body = { hash: props.review.hash, decision: props.which, ...(reason && { reason }) };
      const after = await decideStep(props.review, props.step.id, body);
      showToast(approving() ? t().approved(number()) : t().givenBack(number()));
      setWords("");
      props.onClose();
      props.onDone(after);
    } catch (failure) {
      setError(() => failure);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Modal
      open={props.open}
      onClose={close}
      title={approving() ? t().approveTitle(number()) : t().giveBackTitle(number())}
      description={
        approving() ? t().approveText(number(), props.review.hash.slice(0, SHORT_HASH)) : t().giveBackText
      }
      actions={
        <>
          <Button onClick={close}>{ui().cancel}</Button>
          <Button look={approving() ? "primary" : "danger"} busy={busy()} onClick={() => void decide()}>
            {approving() ? t().approve : t().giveBack}
          </Button>
        </>
      }
    >
      <TextField
        label={approving() ? t().approveNote : t().giveBackReason}
        hint={approving() ? undefined : t().giveBackHint}
        optional={approving()}
        rows={approving() ? 2 : 5}
        maxLength={REVIEW_LIMITS.reason}
        value={words()}
        error={missing() ? t().reasonMissing : undefined}
        onInput={setWords}
      />
      <Show when={error()}>{(failure) => <ErrorNotice error={failure()} />}</Show>
    </Modal>
  );
}
