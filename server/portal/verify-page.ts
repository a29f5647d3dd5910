/** Whether a text is genuine: which version has this hash, and who approved it. */
import type { Locale } from "../../domain/locale.ts";
import type { Authority } from "../../db/repos/directory.repo.ts";
import type { Version } from "../../db/repos/version.repo.ts";
import { formatDate, formatMoment } from "./format.ts";
import { html, type Html } from "./html.ts";
import { publishedTexts } from "./texts.intl.ts";
import { versionAddress } from "./version-page.ts";

export interface KnownText {
  readonly version: Version;
  readonly title: string;
  readonly authority: Authority;
  readonly isPublic: boolean;
  readonly standing: "approved" | "in-review" | "returned" | "never";
  /** Who approved it, in order. */
  readonly approvals: readonly { readonly name: string; readonly at: number }[];
}

export function renderVerifyForm(locale: Locale, typed: string, wrong: boolean): Html {
  const t = publishedTexts[locale];
  return html`<form method="get" action="/verifikasi" class="card">
    <div class="field">
      <label for="sidik">${t.verifyField}</label>
      <p class="hint" id="sidik-hint">${t.verifyHint}</p>
      ${wrong ? html`<p class="error" id="sidik-error" role="alert">${t.verifyWrong}</p>` : ""}
      <input
        id="sidik"
        name="sidik"
        type="text"
        value="${typed}"
        autocomplete="off"
        spellcheck="false"
        maxlength="200"
        aria-describedby="${wrong ? "sidik-hint sidik-error" : "sidik-hint"}"
        ${wrong ? html`aria-invalid="true"` : ""}
      />
    </div>
    <button type="submit" class="button primary">${t.verifyButton}</button>
  </form>`;
}

function renderKnown(
  { version, title, authority, isPublic, standing, approvals }: KnownText,
  locale: Locale,
): Html {
  const t = publishedTexts[locale];
  const zone = authority.timeZone;
  const said = { "in-review": t.inReview, returned: t.returned, never: t.neverSubmitted };
  return html`<dl class="facts">
      <div>
        <dt>${t.of}</dt>
        <dd lang="id">${title}</dd>
      </div>
      <div>
        <dt>${t.authority}</dt>
        <dd>${authority.name}</dd>
      </div>
      <div>
        <dt>${t.version(version.number)}</dt>
        <dd>${version.label}</dd>
      </div>
      <div>
        <dt>${t.frozenAt}</dt>
        <dd>${formatMoment(version.at, locale, zone)}</dd>
        ${version.erasedAt === null ? "" : html`<dd>${t.erased(formatDate(version.erasedAt, locale, zone))}</dd>`}
      </div>
      <div>
        <dt>${t.approvedBy}</dt>
        <dd>
          ${
            standing === "approved"
              ? html`<ol class="plain">
                  ${approvals.map(
                    ({ name, at }) => html`<li>${t.approvedOn(name, formatDate(at, locale, zone))}</li>`,
                  )}
                </ol>`
              : said[standing]
          }
        </dd>
      </div>
    </dl>
    <p>
      ${
        isPublic
          ? html`<a href="${versionAddress(version.policyId, version.number)}">${t.readIt}</a>`
          : t.notPublic
      }
    </p>`;
}

export function renderVerification(locale: Locale, hash: string, known: readonly KnownText[]): Html {
  const t = publishedTexts[locale];
  const [intro, ...reasons] = t.unknownWords;
  return html`<div class="heading">
      <h1>${known.length > 0 ? t.known : t.unknown}</h1>
      <p><code>${hash}</code></p>
    </div>
    ${
      known.length > 0
        ? html`<p>${t.knownWords}</p>
            ${known.map((each) => renderKnown(each, locale))}`
        : html`<p>${intro}</p>
            <ul class="points">
              ${reasons.map((reason) => html`<li>${reason}</li>`)}
            </ul>
            <p>${t.howTo}</p>`
    }
    <p><a href="/verifikasi">${t.verifyTitle}</a></p>`;
}
