/** A published version: its text (by parts where it is long), its hash, whether it was approved. */
import type { Locale } from "../../domain/locale.ts";
import type { Authority } from "../../db/repos/directory.repo.ts";
import type { Version } from "../../db/repos/version.repo.ts";
import type { PolicyId } from "../../domain/ids.ts";
import { renderClauses } from "./clause-html.ts";
import { consultationTexts } from "./consultation.intl.ts";
import { formatDate } from "./format.ts";
import { html, type Html } from "./html.ts";
import { sectionAt, type TextSection } from "./text-sections.ts";
import { sectionName } from "./text-page.ts";
import { publishedTexts } from "./texts.intl.ts";
import type { PublicText } from "./version-texts.ts";

export interface VersionPage {
  readonly locale: Locale;
  readonly title: string;
  readonly authority: Authority;
  readonly version: Version;
  readonly text: PublicText;
  /** All that are public, newest first. */
  readonly versions: readonly Version[];
  readonly approvedAt: number | null;
  readonly consultations: readonly { readonly id: string; readonly title: string }[];
  /** The part that is shown; null: the contents of a long text. `all`: every part. */
  readonly part: TextSection | "all" | null;
}

export const versionAddress = (policy: PolicyId, number: number): string => `/naskah/${policy}/v/${number}`;

function renderPart(
  page: VersionPage,
  { start, end }: { readonly start: number; readonly end: number },
): Html {
  const { text, version } = page;
  const base = versionAddress(version.policyId, version.number);
  const frame = {
    anchored: true,
    base: text.sections.length > 1 && end - start < text.lines.length ? 3 : 2,
    hrefOf(cid: Parameters<typeof text.derived.indexOf.get>[0]): string | null {
      const index = text.derived.indexOf.get(cid);
      if (index === undefined) return null;
      if (start <= index && index < end) return `#${cid}`;
      const other = sectionAt(text.sections, index);
      return other ? `${base}/${other.cid}#${cid}` : null;
    },
  };
  return html`<article class="gazette" lang="id">
    ${renderClauses(text.lines.slice(start, end), frame)}
  </article>`;
}

function renderContents({ locale, text, version }: VersionPage): Html {
  const t = consultationTexts[locale];
  const base = versionAddress(version.policyId, version.number);
  return html`<p>${t.longText}</p>
    <ol class="outline">
      ${text.sections.map((section) => {
        const [first, last] = section.pasal ?? [];
        return html`<li>
          <a href="${base}/${section.cid}">
            <span class="outline-name">${sectionName(section, text, locale)}</span>
            ${section.heading ? html`<span class="outline-heading" lang="id">${section.heading}</span>` : ""}
            <span class="outline-facts">${first && last ? t.pasalRange(first, last) : ""}</span>
          </a>
        </li>`;
      })}
    </ol>`;
}

export function renderVersion(page: VersionPage): Html {
  const { locale, title, authority, version, text, versions, approvedAt, consultations, part } = page;
  const t = publishedTexts[locale];
  const zone = authority.timeZone;
  const base = versionAddress(version.policyId, version.number);
  const newest = versions[0];
  return html`<div class="heading">
      <p class="kicker">${authority.name}</p>
      <h1>${title}</h1>
      <p>${t.versionOf(version.number, version.label, formatDate(version.at, locale, zone))}</p>
      ${version.erasedAt === null ? "" : html`<p class="notice">${t.erased(formatDate(version.erasedAt, locale, zone))}</p>`}
      <p class="seal" data-approved="${approvedAt !== null}">
        ${approvedAt === null ? t.notApproved : t.approved(formatDate(approvedAt, locale, zone))}
      </p>
    </div>
    ${
      newest && newest.number > version.number
        ? html`<p class="notice">
            <a href="${versionAddress(version.policyId, newest.number)}">${t.newer(newest.number)}</a>
          </p>`
        : ""
    }
    ${
      part === "all"
        ? renderPart(page, { start: 0, end: text.lines.length })
        : part === null
          ? renderContents(page)
          : html`${
              text.sections.length > 1
                ? html`<h2>${sectionName(part, text, locale)} <span lang="id">${part.heading}</span></h2>`
                : ""
            }
            ${renderPart(page, part)}`
    }
    ${
      part !== null && text.sections.length > 1 && part !== "all"
        ? html`<p><a href="${base}">${consultationTexts[locale].contents}</a></p>`
        : ""
    }
    ${
      text.sections.length > 1 && part !== "all"
        ? html`<p><a href="${base}/lengkap">${t.all}</a> <span class="hint">(${t.allHint})</span></p>`
        : ""
    }
    <section aria-labelledby="sidik">
      <h2 id="sidik">${t.hash}</h2>
      <p><code>${version.hash}</code></p>
      <p class="hint">${t.hashHint}</p>
      <p><a href="/verifikasi/${version.hash}">${t.check}</a></p>
    </section>
    ${
      consultations.length > 0
        ? html`<section aria-labelledby="ditanyakan">
            <h2 id="ditanyakan">${t.asked}</h2>
            <ul class="plain">
              ${consultations.map(({ id, title: about }) => html`<li><a href="/konsultasi/${id}">${about}</a></li>`)}
            </ul>
          </section>`
        : ""
    }
    ${
      versions.length > 1
        ? html`<section aria-labelledby="versi">
            <h2 id="versi">${t.versions}</h2>
            <ul class="plain">
              ${versions.map(
                (each) =>
                  html`<li>
                    <a
                      href="${versionAddress(each.policyId, each.number)}"
                      ${each.number === version.number ? html`aria-current="page"` : ""}
                      >${t.versionOf(each.number, each.label, formatDate(each.at, locale, zone))}</a
                    >
                  </li>`,
              )}
            </ul>
          </section>`
        : ""
    }`;
}
