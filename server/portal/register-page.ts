/** The public register: sums that add up, filters, inputs with their answers. */
import type { Outcome } from "../../domain/dispositions/disposition.ts";
import { OUTCOMES } from "../../domain/dispositions/disposition.ts";
import type { Cid } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import type { PublicInput } from "../../db/repos/contribution-register.ts";
import type { PublicConsultation } from "../../db/repos/portal.repo.ts";
import { consultationTexts } from "./consultation.intl.ts";
import { renderDocumentLinks } from "./document-links.ts";
import { renderSums, type Sums } from "./sums-html.ts";
import { renderWindow } from "./window-line.ts";
import { html, type Html } from "./html.ts";
import { renderInput, type InputNames } from "./input-html.ts";
import { receiptTexts } from "./receipt.intl.ts";
import { registerTexts } from "./register.intl.ts";

export interface RegisterPage {
  readonly locale: Locale;
  readonly shown: PublicConsultation;
  readonly now: number;
  readonly sums: Sums;
  /** Clauses that inputs name, in the order of the text. */
  readonly clauses: readonly { readonly cid: Cid; readonly citation: string }[];
  readonly chosen: { readonly cid: Cid | null; readonly outcome: Outcome | "none" | null };
  readonly inputs: readonly PublicInput[];
  readonly names: InputNames;
  /** Query of the next page; null on the last. */
  readonly next: string | null;
  readonly first: boolean;
}

function renderFilter({ locale, shown, clauses, chosen }: RegisterPage): Html {
  const t = registerTexts[locale];
  const path = `/konsultasi/${shown.consultation.id}/register`;
  const option = (value: string, words: string, selected: boolean) =>
    html`<option value="${value}" ${selected ? html`selected` : ""}>${words}</option>`;
  return html`<form method="get" action="${path}" class="filter" aria-label="${t.filter}">
    <div class="field">
      <label for="ketentuan">${t.clause}</label>
      <select id="ketentuan" name="ketentuan">
        ${option("", t.allClauses, chosen.cid === null)}
        ${clauses.map(({ cid, citation }) => option(cid, citation, chosen.cid === cid))}
      </select>
    </div>
    <div class="field">
      <label for="jawaban">${t.outcome}</label>
      <select id="jawaban" name="jawaban">
        ${option("", t.allOutcomes, chosen.outcome === null)}
        ${OUTCOMES.map((outcome) => option(outcome, receiptTexts[locale].outcomes[outcome], chosen.outcome === outcome))}
        ${option("none", t.noOutcome, chosen.outcome === "none")}
      </select>
    </div>
    <button type="submit" class="button">${t.show}</button>
    ${chosen.cid || chosen.outcome ? html`<a href="${path}">${t.clear}</a>` : ""}
  </form>`;
}

export function renderRegister(page: RegisterPage): Html {
  const { locale, shown, now, sums, inputs, names, next, first, chosen } = page;
  const t = registerTexts[locale];
  const { id, title } = shown.consultation;
  const path = `/konsultasi/${id}/register`;
  const filtered = chosen.cid !== null || chosen.outcome !== null;
  return html`<div class="heading">
      <p class="kicker"><a href="/konsultasi/${id}">${title}</a></p>
      <h1>${t.title}</h1>
      ${renderWindow(shown, locale, now)}
    </div>
    <p>${t.lead}</p>
    <section aria-labelledby="jumlah">
      <h2 id="jumlah">${t.sums}</h2>
      ${renderSums(locale, sums)}
      ${sums.states.published > 0 ? html`<p><a href="/konsultasi/${id}/tanggapan">${t.results}</a></p>` : ""}
    </section>
    <section aria-labelledby="daftar">
      <h2 id="daftar">${t.list}</h2>
      ${renderFilter(page)}
      ${
        inputs.length === 0
          ? html`<p class="empty">${filtered ? t.none : t.noneYet}</p>`
          : html`<ul class="inputs">
              ${inputs.map((input) => renderInput(input, names))}
            </ul>`
      }
      <p class="paging">
        ${first ? "" : html`<a href="${path}">${t.first}</a>`}
        ${next === null ? "" : html`<a rel="next" href="${path}?${next}">${t.next}</a>`}
      </p>
    </section>
    ${renderDocumentLinks(id, locale)}
    <p><a href="/konsultasi/${id}">${consultationTexts[locale].backToConsultation}</a></p>`;
}
