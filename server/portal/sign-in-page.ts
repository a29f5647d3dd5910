import { html } from "./html.ts";
import type { Locale } from "../../domain/locale.ts";
import { renderField } from "./field.ts";
import type { Html } from "./layout.ts";
import { portalTexts } from "./portal.intl.ts";

/** Known to everyone, in demo mode only. */
export const DEMO_PASSWORD = "rembuk-demo";

export interface SignInPage {
  readonly locale: Locale;
  /** A path of ours to go on to. */
  readonly next: string;
  readonly email?: string;
  readonly error?: string;
  readonly demoAccounts: readonly { readonly name: string; readonly email: string; readonly role: string }[];
}

export function renderSignIn({ locale, next, email = "", error, demoAccounts }: SignInPage): Html {
  const t = portalTexts[locale];
  return html`<h1>${t.signInTitle}</h1>
    ${error ? html`<div class="notice error" role="alert" id="masuk-error">${error}</div>` : ""}
    <form method="post" action="/masuk" class="card">
      <input type="hidden" name="lanjut" value="${next}" />
      ${renderField({
        name: "email",
        label: t.email,
        type: "email",
        autocomplete: "username",
        value: email,
        focus: email === "",
        maxLength: 254,
      })}
      ${renderField({
        name: "password",
        label: t.password,
        type: "password",
        autocomplete: "current-password",
        focus: email !== "",
      })}
      <button type="submit" class="button primary">${t.signIn}</button>
      <p class="hint">${t.forgotten}</p>
    </form>
    ${
      demoAccounts.length > 0
        ? html`<section class="demo" aria-labelledby="demo-title">
            <h2 id="demo-title">${t.demoTitle}</h2>
            <p>${t.demoNote}</p>
            <ul class="demo-accounts">
              ${demoAccounts.map(
                (account) =>
                  html`<li>
                    <form method="post" action="/masuk">
                      <input type="hidden" name="email" value="${account.email}" />
                      <input type="hidden" name="password" value="${DEMO_PASSWORD}" />
                      <input type="hidden" name="lanjut" value="${next}" />
                      <button type="submit" class="button">
                        <span class="visually-hidden">${t.enterAs} </span>${account.name}
                        <small>${t.roles[account.role]} · ${account.email}</small>
                      </button>
                    </form>
                  </li>`,
              )}
            </ul>
          </section>`
        : ""
    }`;
}
