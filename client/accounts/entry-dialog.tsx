/** A name with one more line, belonging to an authority: what units and groups both are. */
import { createSignal, Show, type JSX } from "solid-js";
import type { AuthorityView } from "../../domain/accounts/accounts.contract.ts";
import type { AuthorityId } from "../../domain/ids.ts";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { Modal } from "../ui/modal.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { accountTexts } from "./accounts.intl.ts";

export interface EntryValues {
  readonly authorityId: AuthorityId;
  readonly name: string;
  /** Trimmed; "" when left empty. */
  readonly second: string;
}

/** Mounted while open. `initial` is what is changed; without it the authority can be chosen. */
export function EntryDialog(props: {
  title: string;
  secondLabel: string;
  secondRows?: number;
  secondMaxLength: number;
  /** At least one: without, there is `NoAuthority` in its place. */
  authorities: readonly AuthorityView[];
  initial?: EntryValues | undefined;
  onClose: () => void;
  onSave: (values: EntryValues) => Promise<void>;
}): JSX.Element {
  const t = textsOf(accountTexts);
  const ui = textsOf(uiTexts);
  const initial = props.initial;
  const [name, setName] = createSignal(initial?.name ?? "");
  const [second, setSecond] = createSignal(initial?.second ?? "");
  const [chosen, setChosen] = createSignal<string>();
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const formId = `entry-${crypto.randomUUID()}`;
  const authorityId = () =>
    initial?.authorityId ??
    (props.authorities.find((authority) => authority.id === chosen()) ?? props.authorities[0])?.id;

  async function save(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      const authority = authorityId();
      if (authority === undefined) throw new Error("an entry of no authority");
      await props.onSave({ authorityId: authority, name: name().trim(), second: second().trim() });
    } catch (reason) {
      setError(() => reason);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Modal
      open
      onClose={props.onClose}
      title={props.title}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{ui().cancel}</Button>
          <Button look="primary" type="submit" form={formId} busy={busy()}>
            {ui().save}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy()) void save();
        }}
      >
        <Show when={!initial && props.authorities.length > 1}>
          <SelectField
            label={t().authority}
            value={authorityId() ?? ""}
            choices={props.authorities.map((each) => ({ value: each.id as string, label: each.name }))}
            onChange={setChosen}
          />
        </Show>
        <TextField label={t().name} value={name()} onInput={setName} maxLength={200} />
        <TextField
          label={props.secondLabel}
          optional
          rows={props.secondRows}
          value={second()}
          onInput={setSecond}
          maxLength={props.secondMaxLength}
        />
      </form>
      <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
    </Modal>
  );
}
