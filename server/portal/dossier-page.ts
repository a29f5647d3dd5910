/** Everything public about one clause: its words now, its way through the versions, what was said and answered. */
import type { Locale } from "../../domain/locale.ts";
import type { Cid, PolicyId } from "../../domain/ids.ts";
import type { PublicInput } from "../../db/repos/contribution-register.ts";
import type { Version } from "../../db/repos/version.repo.ts";
import type { GazetteLine } from "../../domain/clauses/gazette-lines.ts";
import { renderClauses } from "./clause-html.ts";
import { renderClauseFigures, type ClauseFigures } from "./figures-html.ts";
import { formatDate } from "./format.ts";
import { html, type Html } from "./html.ts";
import { renderInput, type InputNames } from "./input-html.ts";
import { publishedTexts } from "./texts.intl.ts";
import { versionAddress } from "./version-page.ts";

export type ClauseFate = "first" | "came" | "same" | "changed" | "moved" | "gone";

export interface DossierPage {
  readonly locale: Locale;
  readonly policyId: PolicyId;
  readonly policyTitle: string;
  readonly timeZone: string;
  readonly cid: Cid;
  readonly citation: string;
  /** The version whose words are shown: the newest public one, or the last that had the clause. */
  readonly version: Version;
  /** The newest public one where it does not have the clause any more. */
  readonly goneIn: Version | null;
  readonly lines: readonly GazetteLine[];
  /** Newest first. */
  readonly history: readonly { readonly version: Version; readonly fate: ClauseFate }[];
  readonly inputs: readonly PublicInput[];
  readonly cut: boolean;
  readonly names: InputNames;
  readonly figures: readonly ClauseFigures[];
  /** Where one may comment on it now. */
  readonly forms: readonly { readonly href: string; readonly title: string }[];
}

function renderHistory({ locale, policyId, cid, history, timeZone }: DossierPage): Html {
  const t = publishedTexts[locale];
  const words: Readonly<Record<ClauseFate, string>> = {
    first: t.firstPublic,
    came: t.came,
    same: t.same,
    changed: t.changed,
    moved: t.moved,
    gone: t.gone,
  };
  return html`<section aria-labelledby="riwayat">
    <h2 id="riwayat">${t.history}</h2>
    <ol class="plain history" reversed>
      ${history.map(
        ({ version, fate }) =>
          html`<li data-fate="${fate}">
            <a href="${versionAddress(policyId, version.number)}${fate === "gone" ? "" : `/${cid}`}"
              >${t.version(version.number)}</a
            >
            <span class="hint">${formatDate(version.at, locale, timeZone)}</span> · ${words[fate]}
          </li>`,
      )}
    </ol>
  </section>`;
}

export function renderDossier(page: DossierPage): Html {
  const { locale, policyTitle, citation, version, goneIn, lines, inputs, cut, names, forms } = page;
  const t = publishedTexts[locale];
  return html`<div class="heading">
      <p class="kicker">${policyTitle}</p>
      <h1 lang="${goneIn ? locale : "id"}">${goneIn ? t.goneTitle(citation) : citation}</h1>
      <p>${goneIn ? t.goneWords(goneIn.number) : t.dossierLead(version.number)}</p>
    </div>
    <section aria-labelledby="bunyi">
      <h2 id="bunyi">${goneIn ? t.lastWords : t.words}</h2>
      <div class="gazette quote" lang="id">${renderClauses(lines, { base: 3 })}</div>
      <p><a href="${versionAddress(page.policyId, version.number)}/${page.cid}">${t.inText}</a></p>
    </section>
    ${
      forms.length > 0
        ? html`<div class="actions">
            ${forms.map(
              ({ href, title }) =>
                html`<a class="button primary" href="${href}"
                  ><span>${t.commentNow}</span>${forms.length > 1 ? html`<small>${title}</small>` : ""}</a
                >`,
            )}
          </div>`
        : ""
    }
    ${renderHistory(page)} ${renderClauseFigures(page.figures, locale)}
    <section aria-labelledby="masukan">
      <h2 id="masukan">${t.said}</h2>
      ${
        inputs.length === 0
          ? html`<p class="empty">${t.nothingSaid}</p>`
          : html`<p>${cut ? t.more(inputs.length) : t.saidCount(inputs.length)}</p>
              <ul class="inputs">
                ${inputs.map((input) => renderInput(input, names))}
              </ul>`
      }
    </section>`;
}
