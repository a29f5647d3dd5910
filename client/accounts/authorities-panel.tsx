import { createSignal, For, Show, type JSX } from "solid-js";
import { createStore } from "solid-js/store";
import type { AuthorityView } from "../../domain/accounts/accounts.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { TextField } from "../ui/field.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { listAuthorities, patchAuthority } from "./account-api.ts";
import { accountTexts } from "./accounts.intl.ts";
import { AuthorityDialog } from "./authority-dialog.tsx";
import { authorityTexts } from "./authority.intl.ts";
import { ZoneField } from "./zone-field.tsx";

function AuthorityForm(props: { authority: AuthorityView; onSaved: () => void }): JSX.Element {
  const t = textsOf(accountTexts);
  const ui = textsOf(uiTexts);
  const { id: _id, demo: _demo, revision: _revision, ...initial } = props.authority;
  const [values, setValues] = createStore(initial);
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();

  async function save(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      await patchAuthority(props.authority, { ...values });
      showToast(t().entrySaved(values.name));
      props.onSaved();
    } catch (reason) {
      setError(() => reason);
    } finally {
      setBusy(false);
    }
  }

  const hint = (field: keyof typeof values) =>
    field in t().authorityHints
      ? t().authorityHints[field as keyof ReturnType<typeof t>["authorityHints"]]
      : undefined;
  const line = (
    field: Exclude<keyof typeof values, "timeZone" | "letterhead">,
    maxLength: number,
    optional?: true,
  ) => (
    <TextField
      label={t().authorityFields[field]}
      hint={hint(field)}
      optional={optional}
      value={values[field]}
      maxLength={maxLength}
      onInput={(value) => setValues(field, value)}
    />
  );

  return (
    <form
      class="authority-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy()) void save();
      }}
    >
      <h2>{props.authority.name}</h2>
      {line("name", 200)}
      {line("region", 120)}
      {line("office", 200)}
      {line("spelling", 60)}
      {line("province", 120, true)}
      {line("gazette", 120)}
      <ZoneField value={values.timeZone} onChange={(value) => setValues("timeZone", value)} />
      <div class="wide">
        <TextField
          label={t().authorityFields.letterhead}
          optional
          rows={3}
          maxLength={500}
          value={values.letterhead}
          onInput={(value) => setValues("letterhead", value)}
        />
      </div>
      <div class="wide stack-small">
        <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
        <div>
          <Button type="submit" busy={busy()} aria-label={t().saveAuthority(props.authority.name)}>
            {ui().save}
          </Button>
        </div>
      </div>
    </form>
  );
}

export function AuthoritiesPanel(): JSX.Element {
  const t = textsOf(accountTexts);
  const own = textsOf(authorityTexts);
  const [adding, setAdding] = createSignal(false);
  const remote = createRemote(
    () => true,
    (_, signal) => listAuthorities(signal),
  );
  return (
    <>
      <div class="page-head">
        <p class="lead">{t().authoritiesLead}</p>
        <Button look="primary" onClick={() => setAdding(true)}>
          {own().add}
        </Button>
      </div>
      <Loaded remote={remote}>
        {(data) => (
          <Show
            when={data().items.length > 0}
            fallback={<EmptyState title={own().noneTitle} text={own().noneText} />}
          >
            <div class="stack">
              <For each={data().items}>
                {(authority) => <AuthorityForm authority={authority} onSaved={remote.reload} />}
              </For>
            </div>
          </Show>
        )}
      </Loaded>
      <Show when={adding()}>
        <AuthorityDialog
          onClose={() => setAdding(false)}
          onAdded={({ name }) => {
            setAdding(false);
            showToast(own().added(name));
            remote.reload();
          }}
        />
      </Show>
    </>
  );
}
