import { html } from "./html.ts";
import type { Locale } from "../../domain/locale.ts";
import { renderField } from "./field.ts";
import type { Html } from "./layout.ts";
import { portalTexts } from "./portal.intl.ts";

export interface LinkPage {
  readonly locale: Locale;
  readonly kind: "invitation" | "reset";
  /** Whoever opens it has never had a password: they are welcomed, not reminded. */
  readonly first: boolean;
  readonly email: string;
  readonly name?: string;
  readonly errors?: { readonly name?: string; readonly password?: string; readonly again?: string };
}

/**
 * The form behind a link: name (invitation only) and password, twice. It posts to its own address.
 * The server alone checks: what a browser says of a short password it says in its own language.
 */
export function renderLinkForm({ locale, kind, first, email, name = "", errors = {} }: LinkPage): Html {
  const t = portalTexts[locale];
  const invitation = kind === "invitation";
  const passwordField = renderField({
    name: "password",
    label: first ? t.password : t.newPassword,
    type: "password",
    autocomplete: "new-password",
    hint: t.passwordHint,
    error: errors.password,
    focus: errors.again === undefined && (!invitation || errors.password !== undefined),
  });
  const againField = renderField({
    name: "again",
    label: t.passwordAgain,
    type: "password",
    autocomplete: "new-password",
    error: errors.again,
    focus: errors.again !== undefined,
  });
  return html`<h1>${first ? t.invitationTitle : t.resetTitle}</h1>
    <p>${first ? t.invitationLead : t.resetLead} <strong>${email}</strong></p>
    <form method="post" class="card" novalidate>
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
              focus: errors.password === undefined && errors.again === undefined,
            })
          : ""
      }
      ${passwordField} ${againField}
      <button type="submit" class="button primary">${invitation ? t.invitationSubmit : t.resetSubmit}</button>
    </form>`;
}

export function renderLinkDone(locale: Locale): Html {
  const t = portalTexts[locale];
  return html`<h1>${t.linkDoneTitle}</h1>
    <p>${t.linkDone}</p>
    <p><a class="button primary" href="/masuk">${t.signIn}</a></p>`;
}
