/** Before one is in the hall: the form for the code, and the attendance form. */
import type { Locale } from "../../../domain/locale.ts";
import { WORKSHOP_LIMITS } from "../../../domain/workshops/workshop.ts";
import { html, type Html } from "../html.ts";
import { workshopPortalTexts } from "./workshop-portal.intl.ts";

export function renderCodeForm(locale: Locale, typed = "", error?: string): Html {
  const t = workshopPortalTexts[locale];
  const described = error ? "kode-hint kode-error" : "kode-hint";
  return html`<h1>${t.joinTitle}</h1>
    <p class="lead">${t.joinLead}</p>
    <form method="get" action="/lokakarya" class="card">
      <div class="field">
        <label for="kode">${t.code}</label>
        <p class="hint" id="kode-hint">${t.codeHint}</p>
        ${error ? html`<p class="error" id="kode-error">${error}</p>` : ""}
        <input
          class="workshop-code-field"
          id="kode"
          name="kode"
          value="${typed}"
          maxlength="20"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          required
          autofocus
          aria-describedby="${described}"
          ${error ? html`aria-invalid="true"` : ""}
        />
      </div>
      <button type="submit" class="button primary">${t.join}</button>
    </form>`;
}

/** Chosen by who comes with none of the groups; nothing is chosen for anybody. */
export const OTHER_GROUP = "lain";

export interface CheckInForm {
  readonly locale: Locale;
  readonly code: string;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** Of who is signed in. */
  readonly account: { readonly name: string } | null;
  readonly privacy: {
    readonly legalBasis: string;
    readonly retentionMonths: number;
    readonly contact: string;
  };
  readonly values?: { readonly name: string; readonly group: string; readonly unit: string };
  readonly errors?: { readonly name?: string; readonly group?: string; readonly form?: string };
}

const option = (id: string, name: string, chosen: string): Html =>
  html`<option value="${id}" ${id === chosen ? html`selected` : ""}>${name}</option>`;

export function renderCheckIn(form: CheckInForm): Html {
  const { locale, code, groups, units, account, privacy, errors = {} } = form;
  const t = workshopPortalTexts[locale];
  const values = form.values ?? { name: account?.name ?? "", group: "", unit: "" };
  return html`<section class="stack" aria-labelledby="daftar-hadir">
    <h2 id="daftar-hadir">${t.checkInTitle}</h2>
    <p>${t.checkInLead}</p>
    ${errors.form ? html`<div class="notice error" role="alert">${errors.form}</div>` : ""}
    ${account ? html`<p class="notice">${t.signedIn(account.name)}</p>` : ""}
    <form method="post" action="/lokakarya/${code}/hadir" class="card" novalidate>
      <div class="field">
        <label for="nama">${t.name}</label>
        <p class="hint" id="nama-hint">${t.nameHint}</p>
        ${errors.name ? html`<p class="error" id="nama-error">${errors.name}</p>` : ""}
        <input
          id="nama"
          name="nama"
          value="${values.name}"
          maxlength="${WORKSHOP_LIMITS.name}"
          autocomplete="name"
          required
          aria-describedby="${errors.name ? "nama-hint nama-error" : "nama-hint"}"
          ${errors.name ? html`aria-invalid="true" autofocus` : ""}
        />
      </div>
      <div class="field">
        <label for="kelompok">${t.group}</label>
        ${errors.group ? html`<p class="error" id="kelompok-error">${errors.group}</p>` : ""}
        <select
          id="kelompok"
          name="kelompok"
          ${errors.group ? html`aria-invalid="true" aria-describedby="kelompok-error"` : ""}
        >
          ${option("", t.groupChoose, values.group)}
          ${groups.map(({ id, name }) => option(id, name, values.group))}
          ${option(OTHER_GROUP, t.groupNone, values.group)}
        </select>
      </div>
      ${
        units.length > 0
          ? html`<div class="field">
              <label for="unit">${t.unit} <span class="hint">(${t.optional})</span></label>
              <select id="unit" name="unit">
                ${option("", t.unitNone, values.unit)}
                ${units.map(({ id, name }) => option(id, name, values.unit))}
              </select>
            </div>`
          : ""
      }
      <details class="privacy">
        <summary>${t.privacyTitle}</summary>
        <ul>
          ${t
            .privacy(privacy.legalBasis, privacy.retentionMonths, privacy.contact)
            .map((line) => html`<li>${line}</li>`)}
        </ul>
      </details>
      <button type="submit" class="button primary">${t.checkIn}</button>
    </form>
  </section>`;
}
