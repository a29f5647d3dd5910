/** Changing the stage is undone by changing it back, so it asks nothing twice. */
import { createSignal, Show, type JSX } from "solid-js";
import { offeredStages } from "../../domain/policies/offered.ts";
import type { Stage } from "../../domain/policies/policy.ts";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { SelectField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { Modal } from "../ui/modal.tsx";
import { showToast } from "../ui/toasts.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { policyTexts } from "./policies.intl.ts";
import { patchPolicy } from "./policy-api.ts";
import { usePolicy } from "./policy-context.tsx";
import { policyWords } from "./policy-words.intl.ts";

export function StageDialog(props: { open: boolean; onClose: () => void }): JSX.Element {
  const t = textsOf(policyTexts);
  const ui = textsOf(uiTexts);
  const words = textsOf(policyWords);
  const { policy, etag, accept } = usePolicy();
  const [chosen, setChosen] = createSignal<Stage>();
  const [error, setError] = createSignal<unknown>();
  const [busy, setBusy] = createSignal(false);

  const close = () => {
    setChosen(undefined);
    setError(undefined);
    props.onClose();
  };

  const change = async (stage: Stage) => accept(await patchPolicy(policy().id, { stage }, etag()));

  async function save(): Promise<void> {
    const before = policy().stage;
    const stage = chosen() ?? before;
    if (stage === before) return close();
    setBusy(true);
    try {
      await change(stage);
      showToast(t().stageChanged(words().stage[stage]), () => {
        change(before).catch(setError);
      });
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
      title={t().changeStage}
      description={t().stageHint}
      actions={
        <>
          <Button onClick={close}>{ui().cancel}</Button>
          <Button look="primary" busy={busy()} onClick={() => void save()}>
            {ui().save}
          </Button>
        </>
      }
    >
      <SelectField
        label={t().stage}
        value={chosen() ?? policy().stage}
        choices={offeredStages(policy().documentType, policy().stage).map((stage) => ({
          value: stage,
          label: words().stage[stage],
        }))}
        onChange={(stage) => stage && setChosen(stage)}
      />
      <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
    </Modal>
  );
}
