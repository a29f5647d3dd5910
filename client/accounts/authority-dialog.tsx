/** Adding a government: few fields, from which the names in its texts follow. */
import { createMemo, createSignal, Show, type JSX } from "solid-js";
import type { AuthorityView } from "../../domain/accounts/accounts.contract.ts";
import {
  describeGovernment,
  GOVERNMENT_KINDS,
  timeZoneOfProvince,
  type GovernmentKind,
} from "../../domain/accounts/regional-government.ts";
import { createIdempotencyKey } from "../api/http.ts";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { Modal } from "../ui/modal.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { createAuthority } from "./account-api.ts";
import { authorityTexts } from "./authority.intl.ts";
import { ZoneField } from "./zone-field.tsx";

/** Mounted while open. */
export function AuthorityDialog(props: {
  onClose: () => void;
  onAdded: (authority: AuthorityView) => void;
}): JSX.Element {
  const t = textsOf(authorityTexts);
  const ui = textsOf(uiTexts);
  const [kind, setKind] = createSignal<GovernmentKind>("kota");
  const [place, setPlace] = createSignal("");
  const [province, setProvince] = createSignal("");
  const [chosenZone, setChosenZone] = createSignal<string>();
  const [tried, setTried] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const formId = `authority-${crypto.randomUUID()}`;

  let form: HTMLFormElement | undefined;
  const missing = (text: string) => text.trim() === "";
  const lies = () => kind() !== "provinsi";
  const timeZone = () => chosenZone() ?? timeZoneOfProvince(lies() ? province() : place());
  const described = createMemo(() =>
    describeGovernment({ kind: kind(), place: place(), province: province(), timeZone: timeZone() }),
  );
  // A key stands for one body: what was changed after a refusal is a new intention.
  const key = createMemo(() => {
    described();
    return createIdempotencyKey();
  });

  async function add(): Promise<void> {
    setTried(true);
    if (missing(place()) || (lies() && missing(province()))) {
      form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      props.onAdded(await createAuthority(described(), key()));
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
      title={t().add}
      description={t().addText}
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
        ref={(element) => (form = element)}
        class="stack"
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy()) void add();
        }}
      >
        <SelectField
          label={t().kind}
          value={kind()}
          choices={GOVERNMENT_KINDS.map((each) => ({ value: each, label: t().kinds[each] }))}
          onChange={(value) => value && setKind(value)}
        />
        <TextField
          label={t().place}
          hint={t().placeHint[kind()]}
          error={tried() && missing(place()) ? t().placeMissing : undefined}
          value={place()}
          onInput={setPlace}
          maxLength={100}
        />
        <Show when={lies()}>
          <TextField
            label={t().province}
            hint={t().provinceHint}
            error={tried() && missing(province()) ? t().provinceMissing : undefined}
            value={province()}
            onInput={setProvince}
            maxLength={100}
          />
        </Show>
        <ZoneField value={timeZone()} onChange={setChosenZone} />
        <Show when={!missing(place())}>
          <p class="small quiet">{t().preview(described().name, described().office)}</p>
        </Show>
      </form>
      <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
    </Modal>
  );
}
