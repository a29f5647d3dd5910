/** Passing a step on, once: to somebody who may decide. */
import { createSignal, Show, type JSX } from "solid-js";
import { REVIEW_LIMITS } from "../../domain/reviews/review.ts";
import type { ReviewView, StepView } from "../../domain/reviews/reviews.contract.ts";
import { useSession } from "../accounts/session.tsx";
import { createRemote } from "../api/create-remote.ts";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { Modal } from "../ui/modal.tsx";
import { showToast } from "../ui/toasts.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { decideTexts } from "./decide.intl.ts";
import { delegateStep, readCandidates } from "./review-api.ts";

export function DelegateDialog(props: {
  review: ReviewView;
  step: StepView;
  open: boolean;
  onClose: () => void;
  onDone: (review: ReviewView) => void;
}): JSX.Element {
  const t = textsOf(decideTexts);
  const ui = textsOf(uiTexts);
  const session = useSession();
  const [to, setTo] = createSignal("");
  const [note, setNote] = createSignal("");
  const [missing, setMissing] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const [busy, setBusy] = createSignal(false);
  const candidates = createRemote(
    () => (props.open ? props.review.version.number : undefined),
    (version, signal) => readCandidates(props.review.policyId, version, signal),
  );
  const choices = () =>
    (candidates.data()?.people ?? [])
      .filter(({ accountId, refused }) => refused === undefined && accountId !== session.account().id)
      .map(({ accountId, name, unit }) => ({
        value: accountId as string,
        label: unit ? `${name} (${unit.name})` : name,
      }));

  async function pass(): Promise<void> {
    const chosen = candidates.data()?.people.find(({ accountId }) => accountId === to());
    setMissing(!chosen);
    if (!chosen) return;
    setBusy(true);
    setError(undefined);
    try {
      const words = note().trim();
      const body = { to: chosen.accountId, ...(words && { note: words }) };
      const after = await delegateStep(props.review, props.step.id, body);
      showToast(t().delegated(chosen.name));
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
      onClose={props.onClose}
      title={t().delegateTitle}
      description={t().delegateText}
      actions={
        <>
          <Button onClick={props.onClose}>{ui().cancel}</Button>
          <Button look="primary" busy={busy()} onClick={() => void pass()}>
            {t().delegate}
          </Button>
        </>
      }
    >
      <Loaded remote={candidates} lines={2}>
        {() => (
          <SelectField
            label={t().delegateTo}
            value={to()}
            placeholder={t().choose}
            choices={choices()}
            error={missing() ? t().delegateMissing : undefined}
            onChange={setTo}
          />
        )}
      </Loaded>
      <TextField
        label={t().delegateNote}
        optional
        rows={2}
        maxLength={REVIEW_LIMITS.reason}
        value={note()}
        onInput={setNote}
      />
      <Show when={error()}>{(failure) => <ErrorNotice error={failure()} />}</Show>
    </Modal>
  );
}
