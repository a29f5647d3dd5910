/** What would be sent, or was, to whom; without a mail server it is delivered by hand from here. */
import { createSignal, For, Show, type JSX } from "solid-js";
import {
  OUTBOX_STATES,
  type OutboxMailView,
  type OutboxView,
} from "../../domain/notifications/notifications.contract.ts";
import { createPages } from "../api/create-pages.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { deviceZone, formatDateTime } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { MoreButton } from "../ui/more-button.tsx";
import { listOutbox, markDelivered, retryMail, type OutboxState } from "./notification-api.ts";
import "./notifications.css";
import { outboxTexts } from "./outbox.intl.ts";

export function OutboxPanel(): JSX.Element {
  const t = textsOf(outboxTexts);
  const ui = textsOf(uiTexts);
  const [state, setState] = createSignal<OutboxState>("waiting");
  const pages = createPages(state, listOutbox);
  const view = () => pages.first.data() as OutboxView | undefined;

  const act = (doing: Promise<unknown>, done: string) => {
    doing
      .then(() => showToast(done))
      // Refused means that it happened already: the list then says so.
      .catch((error: unknown) => showToast(error instanceof Error ? error.message : ui().offlineDetail))
      .finally(() => pages.first.reload());
  };

  return (
    <>
      <p class="lead quiet">{t().lead}</p>
      <Show when={view()?.delivers === false}>
        <p class="notice warn">{t().byHand}</p>
      </Show>
      <div class="segmented" role="group" aria-label={t().states}>
        <For each={OUTBOX_STATES}>
          {(each) => (
            <button type="button" aria-pressed={state() === each} onClick={() => setState(each)}>
              {t().state[each]} {view()?.counts[each] ?? ""}
            </button>
          )}
        </For>
      </div>
      <Loaded remote={pages.first}>
        {() => (
          <Show
            when={pages.items().length > 0}
            fallback={<EmptyState title={t().empty[state()].title} text={t().empty[state()].text} />}
          >
            <ul class="mail-list">
              <For each={pages.items()}>
                {(mail) => (
                  <MailRow
                    mail={mail}
                    onDelivered={() => act(markDelivered(mail.id), t().markedDelivered(mail.to))}
                    onRetry={() => act(retryMail(mail.id), t().retried)}
                  />
                )}
              </For>
            </ul>
            <MoreButton pages={pages} />
          </Show>
        )}
      </Loaded>
    </>
  );
}

const linkIn = (text: string): string | undefined => /https?:\/\/\S+/.exec(text)?.[0];

function MailRow(props: { mail: OutboxMailView; onDelivered: () => void; onRetry: () => void }): JSX.Element {
  const t = textsOf(outboxTexts);
  const when = (at: number) => formatDateTime(at, locale(), deviceZone());
  const failed = () => props.mail.sentAt === undefined && props.mail.nextAttemptAt === undefined;
  return (
    <li class="stack-small">
      <div>
        <strong>{props.mail.subject}</strong>
        <p class="small quiet">
          {t().to} {props.mail.to} · {when(props.mail.createdAt)}
        </p>
        <Show when={props.mail.sentAt}>
          {(at) => (
            <p class="small">
              {props.mail.deliveredBy === undefined
                ? t().sentAt(when(at()))
                : t().deliveredBy(props.mail.deliveredBy, when(at()))}
            </p>
          )}
        </Show>
        <Show when={props.mail.sentAt === undefined && props.mail.lastError}>
          {(error) => (
            <p class="small">
              {t().attempts(props.mail.attempts, error())}
              <Show when={props.mail.nextAttemptAt}>{(at) => <> {t().nextAttempt(when(at()))}.</>}</Show>
            </p>
          )}
        </Show>
      </div>
      <details>
        <summary>{t().show}</summary>
        <pre class="mail-text">{props.mail.text}</pre>
        <div class="row">
          <CopyButton text={props.mail.text} label={props.mail.to} shown={t().copyText} />
        </div>
      </details>
      <Show when={props.mail.sentAt === undefined}>
        <div class="row">
          <Show when={linkIn(props.mail.text)}>
            {(link) => <CopyButton text={link()} label={props.mail.to} shown={t().copyLink} />}
          </Show>
          <Button size="small" onClick={() => props.onDelivered()}>
            {t().delivered}
          </Button>
          <Show when={failed()}>
            <Button size="small" onClick={() => props.onRetry()}>
              {t().retry}
            </Button>
          </Show>
        </div>
      </Show>
    </li>
  );
}
