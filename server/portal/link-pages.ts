import { html } from "hono/html";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "../../domain/accounts/account.ts";
import type { Locale } from "../../domain/locale.ts";
import { renderField } from "./field.ts";
import type { Html } from "./layout.ts";
import { portalTexts } from "./portal.intl.ts";

export interface LinkPage {
  readonly locale: Locale;
  readonly kind: "invitation" | "reset";
  readonly email: string;
  readonly name?: string;
  readonly errors?: { readonly name?: string; readonly password?: string };
}

/** The form behind a link: name (invitation only) and password. It posts to its own address. */
export function renderLinkForm({ locale, kind, email, name = "", errors = {} }: LinkPage): Html {
  const t = portalTexts[locale];
  const invitation = kind === "invitation";
  const passwordField = renderField({
    name: "password",
    label: invitation ? t.password : t.newPassword,
    type: "password",
    autocomplete: "new-password",
    hint: t.passwordHint,
    error: errors.password,
    minLength: MIN_PASSWORD_LENGTH,
    maxLength: MAX_PASSWORD_LENGTH,
    focus: !invitation || errors.password !== undefined,
  });
  return html`<h1>${invitation ? t.invitationTitle : t.resetTitle}</h1>
    <p>${invitation ? t.invitationLead : t.resetLead} <strong>${email}</strong></p>
    <form method="post" class="card">
      <input type="hidden" name="username" value="${email}" autocomplete="username" />
      ${
        invitation
          ? renderField({
              name: "name",
              label: t.name,
              type: "text",
              autocomplete: "name",
              value: name,
              error: errors.name,
              maxLength: 120,
              focus: errors.password === undefined,
            })
          : ""
      }
      ${passwordField}
      <button type="submit" class="button primary">${invitation ? t.invitationSubmit : t.resetSubmit}</button>
    </form>`;
}

export function renderLinkDone(locale: Locale): Html {
  const t = portalTexts[locale];
  return html`<h1>${t.linkDoneTitle}</h1>
    <p>${t.linkDone}</p>
    <p><a class="button primary" href="/masuk">${t.signIn}</a></p>`;
}
