/** Inviting someone, or changing what an account is: the same fields. */
import { createSignal, Show, type JSX } from "solid-js";
import { ACCOUNT_ROLES, type AccountRole } from "../../domain/accounts/account.ts";
import type {
  AccountLink,
  AccountView,
  AuthorityView,
  UnitView,
} from "../../domain/accounts/accounts.contract.ts";
import { createIdempotencyKey } from "../api/http.ts";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { Modal } from "../ui/modal.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { createInvitation, patchAccount } from "./account-api.ts";
import { accountTexts } from "./accounts.intl.ts";

/** Mounted while open. Without `account` it invites. */
export function AccountDialog(props: {
  account?: AccountView | undefined;
  units: readonly UnitView[];
  authorities: readonly AuthorityView[];
  onClose: () => void;
  onInvited: (link: AccountLink) => void;
  onChanged: (account: AccountView) => void;
}): JSX.Element {
  const t = textsOf(accountTexts);
  const ui = textsOf(uiTexts);
  const known = props.account;
  const [name, setName] = createSignal(known?.name ?? "");
  const [email, setEmail] = createSignal(known?.email ?? "");
  const [role, setRole] = createSignal<AccountRole>(known?.role ?? "respondent");
  const [head, setHead] = createSignal(known?.head ?? false);
  const [unitId, setUnitId] = createSignal(known?.unitId ?? "");
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const key = createIdempotencyKey();
  const formId = `account-${key}`;

  async function save(): Promise<void> {
    setBusy(true);
    setError(undefined);
    const unit = props.units.find((each) => each.id === unitId());
    const common = {
      role: role(),
      head: role() === "organisation" && head(),
      unitId: unit?.id ?? null,
    };
    try {
      if (known) props.onChanged(await patchAccount(known, { ...common, name: name().trim() }));
      else props.onInvited(await createInvitation({ ...common, email: email().trim() }, key));
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
      title={known ? t().editTitle(known.name) : t().inviteTitle}
      description={known ? undefined : t().inviteText}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{ui().cancel}</Button>
          <Button look="primary" type="submit" form={formId} busy={busy()}>
            {known ? ui().save : t().inviteAction}
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
        <Show
          when={known}
          fallback={
            <TextField label={t().email} type="email" value={email()} onInput={setEmail} maxLength={254} />
          }
        >
          <TextField label={t().name} value={name()} onInput={setName} maxLength={120} />
        </Show>
        <SelectField
          label={t().accountRole}
          value={role()}
          choices={ACCOUNT_ROLES.toReversed().map((each) => ({ value: each, label: t().role[each] }))}
          onChange={(value) => value && setRole(value)}
        />
        <Show when={role() === "organisation"}>
          <label class="choice">
            <input type="checkbox" checked={head()} onChange={(e) => setHead(e.currentTarget.checked)} />
            <span>
              {t().head}
              <span class="small quiet block">{t().headHint}</span>
            </span>
          </label>
        </Show>
        <SelectField
          label={t().unit}
          optional
          value={unitId()}
          placeholder={t().noUnit}
          choices={props.units.map((unit) => ({
            value: unit.id as string,
            label: unit.name,
            group: props.authorities.find(({ id }) => id === unit.authorityId)?.name,
          }))}
          onChange={setUnitId}
        />
      </form>
      <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
    </Modal>
  );
}
