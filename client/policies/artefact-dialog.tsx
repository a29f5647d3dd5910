/** Keeping a document of a stage: a version of the text, an address, a note. */
import { createSignal, Show, type JSX } from "solid-js";
import type { Stage } from "../../domain/policies/policy.ts";
import { PLAN_LIMITS } from "../../domain/stages/stage-plan.ts";
import type { PathView } from "../../domain/stages/stages.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { createIdempotencyKey } from "../api/http.ts";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { Modal } from "../ui/modal.tsx";
import { showToast } from "../ui/toasts.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { listVersions } from "../versions/version-api.ts";
import { policyWords } from "./policy-words.intl.ts";
import { keepArtefact } from "./stage-api.ts";
import { stageTexts } from "./stage.intl.ts";

export function ArtefactDialog(props: {
  policyId: string;
  stage: Stage;
  /** One of the planned names, where one was pressed. */
  name: string;
  onClose: () => void;
  onKept: (path: PathView) => void;
}): JSX.Element {
  const t = textsOf(stageTexts);
  const ui = textsOf(uiTexts);
  const words = textsOf(policyWords);
  const key = createIdempotencyKey();
  // Read once: the dialog is made anew for each name.
  // eslint-disable-next-line solid/reactivity
  const [name, setName] = createSignal(props.name);
  const [version, setVersion] = createSignal("");
  const [url, setUrl] = createSignal("");
  const [note, setNote] = createSignal("");
  const [checked, setChecked] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const [busy, setBusy] = createSignal(false);
  const versions = createRemote(
    () => props.policyId,
    (policyId, signal) => listVersions(policyId, undefined, signal),
  );
  const empty = () => version() === "" && url().trim() === "" && note().trim() === "";

  async function keep(): Promise<void> {
    setChecked(true);
    if (name().trim() === "" || empty()) return;
    setBusy(true);
    setError(undefined);
    try {
      const body = {
        stage: props.stage,
        name: name().trim(),
        ...(version() !== "" && { versionNumber: Number(version()) }),
        ...(url().trim() !== "" && { url: url().trim() }),
        ...(note().trim() !== "" && { note: note().trim() }),
      };
      const path = await keepArtefact(props.policyId, body, key);
      showToast(t().kept(body.name));
      props.onKept(path);
      props.onClose();
    } catch (failure) {
      setError(() => failure);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Modal
      open
      onClose={props.onClose}
      title={t().keepTitle(words().stage[props.stage])}
      description={t().keepText}
      actions={
        <>
          <Button onClick={props.onClose}>{ui().cancel}</Button>
          <Button look="primary" busy={busy()} onClick={() => void keep()}>
            {t().keep}
          </Button>
        </>
      }
    >
      <TextField
        label={t().name}
        hint={t().nameHint}
        maxLength={PLAN_LIMITS.name}
        value={name()}
        error={checked() && name().trim() === "" ? t().nameMissing : undefined}
        onInput={setName}
      />
      <SelectField
        label={t().version}
        value={version()}
        placeholder={t().noVersion}
        choices={(versions.data()?.items ?? []).map((each) => ({
          value: String(each.number),
          label: `${each.number}: ${each.label}`,
        }))}
        onChange={setVersion}
      />
      <TextField label={t().url} optional maxLength={PLAN_LIMITS.url} value={url()} onInput={setUrl} />
      <TextField
        label={t().note}
        optional
        rows={3}
        maxLength={PLAN_LIMITS.note}
        value={note()}
        error={checked() && empty() ? t().nothing : undefined}
        onInput={setNote}
      />
      <Show when={error()}>{(failure) => <ErrorNotice error={failure()} />}</Show>
    </Modal>
  );
}
