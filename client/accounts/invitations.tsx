/** Who was invited and has not come yet; a lost or expired link is replaced by another. */
import { createSignal, For, Show, type JSX } from "solid-js";
import type { AccountLink, InvitationView } from "../../domain/accounts/accounts.contract.ts";
import { createIdempotencyKey } from "../api/http.ts";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { formatDateTime } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { StatusMark } from "../ui/status-mark.tsx";
import { createInvitation } from "./account-api.ts";
import { accountTexts } from "./accounts.intl.ts";

export function Invitations(props: {
  items: readonly InvitationView[];
  timeZone: string | undefined;
  onLink: (link: AccountLink) => void;
}): JSX.Element {
  const t = textsOf(accountTexts);
  const [error, setError] = createSignal<unknown>();

  async function renew({ email, role, head, unitId }: InvitationView): Promise<void> {
    setError(undefined);
    try {
      const body = { email, role, head: head ?? false, unitId: unitId ?? null };
      props.onLink(await createInvitation(body, createIdempotencyKey()));
    } catch (reason) {
      setError(() => reason);
    }
  }

  return (
    <Show when={props.items.length > 0}>
      <section class="stack-small">
        <h2>{t().invitationsTitle}</h2>
        <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t().email}</th>
              <th scope="col">{t().accountRole}</th>
              <th scope="col">{t().state}</th>
              <th scope="col">
                <span class="visually-hidden">{t().actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.items}>
              {(invitation) => (
                <tr>
                  <th scope="row">{invitation.email}</th>
                  <td data-label={t().accountRole}>{t().role[invitation.role]}</td>
                  <td data-label={t().state}>
                    <StatusMark shape="dashed" tone="neutral">
                      {t().invited}
                    </StatusMark>
                    <span class="small quiet block">
                      {(invitation.expiresAt > Date.now() ? t().linkUntil : t().linkExpired)(
                        formatDateTime(invitation.expiresAt, locale(), props.timeZone),
                      )}
                    </span>
                  </td>
                  <td class="actions">
                    <Button
                      look="plain"
                      size="small"
                      aria-label={t().newLinkOf(invitation.email)}
                      onClick={() => void renew(invitation)}
                    >
                      {t().newLink}
                    </Button>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </Show>
  );
}
