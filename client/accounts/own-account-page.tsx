import { For, Show, type JSX } from "solid-js";
import { LOCALES } from "../../domain/locale.ts";
import { DigestChoice } from "../notifications/digest-choice.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { usePlace } from "../ui/page-title.ts";
import { setTheme, theme, THEMES } from "../ui/theme.ts";
import { uiTexts } from "../ui/ui.intl.ts";
import { accountTexts } from "./accounts.intl.ts";
import "./accounts.css";
import { ChangePasswordForm } from "./change-password-form.tsx";
import { useSession } from "./session.tsx";
import { useSignOut } from "./sign-out.tsx";

export function OwnAccountPage(): JSX.Element {
  const t = textsOf(accountTexts);
  const ui = textsOf(uiTexts);
  const session = useSession();
  const { start, Question } = useSignOut();
  usePlace(() => [{ text: ui().policies, href: "/kerja" }, { text: t().ownTitle }]);

  return (
    <div class="page narrow">
      <header>
        <h1>{t().ownTitle}</h1>
        <p class="quiet">{t().ownLead}</p>
      </header>
      <dl class="facts">
        <dt>{t().signedInAs}</dt>
        <dd>
          <strong>{session.account().name}</strong>
          <span class="quiet"> · {session.account().email}</span>
        </dd>
        <dt>{t().accountRole}</dt>
        <dd>
          {t().role[session.account().role]}
          <Show when={session.account().head}> · {t().head}</Show>
        </dd>
      </dl>
      <fieldset class="stack-small">
        <legend>{ui().language}</legend>
        <p class="small quiet">{t().languageHint}</p>
        <For each={LOCALES}>
          {(each) => (
            <label class="choice" lang={each}>
              <input
                type="radio"
                name="locale"
                checked={locale() === each}
                onChange={() => session.saveLocale(each)}
              />
              {ui().languageName[each]}
            </label>
          )}
        </For>
      </fieldset>
      <fieldset class="stack-small">
        <legend>{ui().theme}</legend>
        <p class="small quiet">{t().themeHint}</p>
        <For each={THEMES}>
          {(each) => (
            <label class="choice">
              <input type="radio" name="theme" checked={theme() === each} onChange={() => setTheme(each)} />
              {ui().themeName[each]}
            </label>
          )}
        </For>
      </fieldset>
      <DigestChoice />
      <ChangePasswordForm />
      <form
        method="post"
        action="/keluar"
        class="stack-small"
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <p class="small quiet">{t().signOutHint}</p>
        <div>
          <button class="button" type="submit">
            {ui().signOut}
          </button>
        </div>
      </form>
      <Question />
    </div>
  );
}
