/** The quiet frame round every page: where one is, language, appearance, account. */
import { A, useLocation } from "@solidjs/router";
import { createEffect, createSignal, For, on, onCleanup, Show, type JSX } from "solid-js";
import { sessionEnded, setSessionEnded } from "../api/http.ts";
import { signInHref, useSession } from "../accounts/session.tsx";
import { NotificationLink } from "../notifications/notification-link.tsx";
import { TaskLink } from "../tasks/task-link.tsx";
import { SubmissionLink } from "../submissions/submission-link.tsx";
import { AccountMenu, ThemeMenu } from "./account-menu.tsx";
import { Button } from "./button.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { textsOf } from "./locale.ts";
import { Modal } from "./modal.tsx";
import { crumbs } from "./page-title.ts";
import mark from "./rembuk.svg";
import { Toasts } from "./toasts.tsx";
import { uiTexts } from "./ui.intl.ts";

/** Whether the browser says it has no network. */
function createOffline(): () => boolean {
  const [offline, setOffline] = createSignal(!navigator.onLine);
  const update = () => setOffline(!navigator.onLine);
  window.addEventListener("online", update);
  window.addEventListener("offline", update);
  onCleanup(() => {
    window.removeEventListener("online", update);
    window.removeEventListener("offline", update);
  });
  return offline;
}

function Place(): JSX.Element {
  const t = textsOf(uiTexts);
  return (
    <nav class="place" aria-label={t().place}>
      <ol>
        <For each={crumbs()}>
          {(crumb) => (
            <li>
              <Show when={crumb.href} fallback={<span aria-current="page">{crumb.text}</span>}>
                {(href) => <A href={href()}>{crumb.text}</A>}
              </Show>
            </li>
          )}
        </For>
      </ol>
    </nav>
  );
}

function SessionEnded(): JSX.Element {
  const t = textsOf(uiTexts);
  return (
    <Modal
      open={sessionEnded()}
      onClose={() => setSessionEnded(false)}
      title={t().sessionEndedTitle}
      description={t().sessionEndedBody}
      actions={
        <>
          <Button onClick={() => setSessionEnded(false)}>{t().close}</Button>
          <Button look="primary" onClick={() => location.assign(signInHref())}>
            {t().signIn}
          </Button>
        </>
      }
    />
  );
}

export function PageFrame(props: { children: JSX.Element }): JSX.Element {
  const t = textsOf(uiTexts);
  const session = useSession();
  const offline = createOffline();
  const location = useLocation();
  const [main, setMain] = createSignal<HTMLElement>();

  // A new page is announced from its beginning; the first one keeps the browser's own focus.
  createEffect(
    on(
      () => location.pathname,
      () => main()?.focus({ preventScroll: true }),
      { defer: true },
    ),
  );

  return (
    <>
      <a class="skip-link" href="#isi">
        {t().skip}
      </a>
      <header class="top-bar">
        <A class="brand" href="/kerja" end aria-label={t().home}>
          <img src={mark} alt="" width="24" height="24" />
          <span class="only-wide">Rembuk</span>
        </A>
        <Place />
        <div class="tools">
          <SubmissionLink />
          <TaskLink />
          <NotificationLink />
          <Show when={session.may().administer}>
            <A class="tool only-wide" href="/kerja/pengelolaan">
              {t().administration}
            </A>
          </Show>
          <LanguageSwitch onChange={session.saveLocale} />
          <span class="only-wide">
            <ThemeMenu />
          </span>
          <AccountMenu />
        </div>
      </header>
      <Show when={offline()}>
        <p class="banner" role="status">
          {t().offlineBanner}
        </p>
      </Show>
      <main id="isi" tabIndex={-1} ref={setMain}>
        {props.children}
      </main>
      <Toasts />
      <SessionEnded />
    </>
  );
}
