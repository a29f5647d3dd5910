/** Changing the stage is undone by changing it back, so it asks nothing twice. */
import { createSignal, Show, type JSX } from "solid-js";
import { offeredStages } from "../../domain/policies/offered.ts";
import { stagesOf } from "../../domain/stages/stage-plan.ts";
import type { Stage } from "../../domain/policies/policy.ts";
import { createRemote } from "../api/create-remote.ts";
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
import { readStagePlan } from "./stage-api.ts";
import { policyWords } from "./policy-words.intl.ts";

export function StageDialog(props: { open: boolean; onClose: () => void }): JSX.Element {
  const t = textsOf(policyTexts);
  const ui = textsOf(uiTexts);
  const words = textsOf(policyWords);
  const { policy, etag, accept } = usePolicy();
  const [chosen, setChosen] = createSignal<Stage>();
  const [error, setError] = createSignal<unknown>();
  const [busy, setBusy] = createSignal(false);

  const plan = createRemote(
    () =>
      props.open ? { authorityId: policy().authority.id, documentType: policy().documentType } : undefined,
    ({ authorityId, documentType }, signal) => readStagePlan(authorityId, documentType, signal),
  );
  // What the authority planned; until that is here, what the form passes.
  const offered = (): Stage[] => {
    const known = plan.data()?.data;
    return known?.documentType === policy().documentType
      ? stagesOf(known.plan, policy().stage)
      : offeredStages(policy().documentType, policy().stage);
  };

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
        choices={offered().map((stage) => ({
          value: stage,
          label: words().stage[stage],
        }))}
        onChange={(stage) => stage && setChosen(stage)}
      />
      <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
    </Modal>
  );
}
