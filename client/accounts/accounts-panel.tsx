import { createSignal, For, onCleanup, Show, type JSX } from "solid-js";
import type { AccountLink, AccountView } from "../../domain/accounts/accounts.contract.ts";
import { createPages } from "../api/create-pages.ts";
import { createRemote } from "../api/create-remote.ts";
import { createIdempotencyKey } from "../api/http.ts";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { TextField } from "../ui/field.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { StatusMark } from "../ui/status-mark.tsx";
import { showToast } from "../ui/toasts.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { MoreButton } from "../ui/more-button.tsx";
import {
  createResetLink,
  listAccounts,
  listAuthorities,
  listInvitations,
  listUnits,
  patchAccount,
} from "./account-api.ts";
import { AccountDialog } from "./account-dialog.tsx";
import { accountTexts } from "./accounts.intl.ts";
import { Invitations } from "./invitations.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { useSession } from "./session.tsx";

type Act = "invite" | { readonly kind: "edit" | "reset" | "disable"; readonly account: AccountView };

const SEARCH_PAUSE_MS = 250;

function Row(props: {
  account: AccountView;
  unit: string | undefined;
  /** One's own account cannot be deactivated by oneself. */
  own: boolean;
  onAct: (kind: "edit" | "reset" | "disable" | "enable") => void;
}): JSX.Element {
  const t = textsOf(accountTexts);
  const name = () => props.account.name;
  return (
    <tr>
      <th scope="row">
        {name()}
        <span class="small quiet block">{props.account.email}</span>
      </th>
      <td data-label={t().accountRole}>
        {t().role[props.account.role]}
        <Show when={props.account.head}> · {t().head}</Show>
      </td>
      <td data-label={t().unit}>{props.unit ?? t().noUnit}</td>
      <td data-label={t().state}>
        <Show
          when={props.account.disabled}
          fallback={
            <Show
              when={props.account.invited}
              fallback={
                <StatusMark shape="filled" tone="good">
                  {t().active}
                </StatusMark>
              }
            >
              <StatusMark shape="dashed" tone="neutral">
                {t().invited}
              </StatusMark>
            </Show>
          }
        >
          <StatusMark shape="crossed" tone="bad">
            {t().disabled}
          </StatusMark>
        </Show>
      </td>
      <td class="actions">
        <Button
          look="plain"
          size="small"
          aria-label={t().editName(name())}
          onClick={() => props.onAct("edit")}
        >
          {t().edit}
        </Button>
        <Button
          look="plain"
          size="small"
          aria-label={t().resetLinkOf(name())}
          onClick={() => props.onAct("reset")}
        >
          {t().resetLink}
        </Button>
        <Show when={!props.own}>
          <Button
            look="plain"
            size="small"
            aria-label={props.account.disabled ? t().enableOf(name()) : t().disableOf(name())}
            onClick={() => props.onAct(props.account.disabled ? "enable" : "disable")}
          >
            {props.account.disabled ? t().enable : t().disable}
          </Button>
        </Show>
      </td>
    </tr>
  );
}

export function AccountsPanel(): JSX.Element {
  const t = textsOf(accountTexts);
  const ui = textsOf(uiTexts);
  const session = useSession();
  const [typed, setTyped] = createSignal("");
  const [search, setSearch] = createSignal("");
  const [act, setAct] = createSignal<Act>();
  const [link, setLink] = createSignal<AccountLink>();
  const pages = createPages(search, (q, cursor, signal) => listAccounts(q, cursor, signal));
  const units = createRemote(
    () => true,
    (_, signal) => listUnits(signal),
  );
  const authorities = createRemote(
    () => true,
    (_, signal) => listAuthorities(signal),
  );
  const invitations = createRemote(
    () => true,
    (_, signal) => listInvitations(signal),
  );
  /** Of one's own government, or of the only one. */
  const timeZone = () => {
    const all = authorities.data()?.items ?? [];
    const unit = units.data()?.items.find(({ id }) => id === session.account().unitId);
    return (all.find(({ id }) => id === unit?.authorityId) ?? all[0])?.timeZone;
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  const unitName = (account: AccountView) =>
    units.data()?.items.find((unit) => unit.id === account.unitId)?.name;
  const close = () => setAct(undefined);
  const done = (text: string) => {
    close();
    showToast(text);
    pages.first.reload();
  };

  async function enable(account: AccountView): Promise<void> {
    try {
      await patchAccount(account, { disabled: false });
      done(t().accountEnabled(account.name));
    } catch (reason) {
      showToast(reason instanceof Error && reason.message ? reason.message : ui().errorTitle);
    }
  }

  const acting = (kind: "edit" | "reset" | "disable") => {
    const now = act();
    return typeof now === "object" && now.kind === kind ? now.account : undefined;
  };

  return (
    <>
      <div class="page-head">
        <div class="search">
          <TextField
            label={t().searchAccounts}
            type="search"
            maxLength={100}
            value={typed()}
            onInput={(text) => {
              setTyped(text);
              clearTimeout(timer);
              timer = setTimeout(() => setSearch(text.trim()), SEARCH_PAUSE_MS);
            }}
          />
        </div>
        <Button look="primary" onClick={() => setAct("invite")}>
          {t().invite}
        </Button>
      </div>
      <Loaded remote={pages.first}>
        {() => (
          <Show
            when={pages.items().length > 0}
            fallback={<EmptyState title={t().noAccountsTitle} text={t().noAccountsText} />}
          >
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">{t().name}</th>
                  <th scope="col">{t().accountRole}</th>
                  <th scope="col">{t().unit}</th>
                  <th scope="col">{t().state}</th>
                  <th scope="col">
                    <span class="visually-hidden">{t().actions}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                <For each={pages.items()}>
                  {(account) => (
                    <Row
                      account={account}
                      unit={unitName(account)}
                      own={account.id === session.account().id}
                      onAct={(kind) => {
                        if (kind === "enable") void enable(account);
                        else setAct({ kind, account });
                      }}
                    />
                  )}
                </For>
              </tbody>
            </table>
            <MoreButton pages={pages} />
          </Show>
        )}
      </Loaded>

      <Invitations
        items={invitations.data()?.items ?? []}
        timeZone={timeZone()}
        onLink={(made) => {
          setLink(made);
          invitations.reload();
        }}
      />

      <Show when={act() === "invite" || acting("edit")}>
        <AccountDialog
          account={acting("edit")}
          units={units.data()?.items ?? []}
          authorities={authorities.data()?.items ?? []}
          onClose={close}
          onInvited={(made) => {
            close();
            setLink(made);
            invitations.reload();
          }}
          onChanged={(account) => done(t().accountSaved(account.name))}
        />
      </Show>
      <Show when={acting("reset")} keyed>
        {(account) => (
          <Confirm
            open
            onClose={close}
            title={t().resetTitle(account.name)}
            description={t().resetText}
            action={t().resetAction}
            onConfirm={async () => {
              setLink(await createResetLink(account, createIdempotencyKey()));
            }}
          />
        )}
      </Show>
      <Show when={acting("disable")} keyed>
        {(account) => (
          <Confirm
            open
            onClose={close}
            title={t().disableTitle(account.name)}
            description={t().disableText}
            action={t().disable}
            danger
            onConfirm={async () => {
              await patchAccount(account, { disabled: true });
              done(t().accountDisabled(account.name));
            }}
          />
        )}
      </Show>
      <LinkDialog link={link()} timeZone={timeZone()} onClose={() => setLink(undefined)} />
    </>
  );
}
