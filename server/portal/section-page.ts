/** One part of a long text, with its neighbours. */
import { consultationTexts } from "./consultation.intl.ts";
import type { ConsultationPage } from "./consultation-page.ts";
import { renderWindow } from "./window-line.ts";
import { html, type Html } from "./html.ts";
import type { PublicPage } from "./public-pages.ts";
import type { TextSection } from "./text-sections.ts";
import { renderOutline, renderSection, sectionAddress, sectionName } from "./text-page.ts";

function renderNeighbours({ locale, id, text }: ConsultationPage, section: TextSection): Html {
  const t = consultationTexts[locale];
  const at = text.sections.indexOf(section);
  const [before, after] = [text.sections[at - 1], text.sections[at + 1]];
  const link = (to: TextSection, words: string, rel: string) =>
    html`<a rel="${rel}" href="${sectionAddress(id, to.cid)}"
      ><small>${words}</small> ${sectionName(to, text, locale)}</a
    >`;
  return html`<nav class="neighbours" aria-label="${t.contents}">
    ${before ? link(before, t.previous, "prev") : html`<span></span>`}
    ${after ? link(after, t.next, "next") : ""}
  </nav>`;
}

export function renderSectionPage(page: ConsultationPage, section: TextSection): PublicPage {
  const { locale, id, text, shown, now } = page;
  const t = consultationTexts[locale];
  const name = sectionName(section, text, locale);
  const { title } = shown.consultation;
  const main = html`<div class="heading">
      <p class="kicker"><a href="/konsultasi/${id}">${title}</a></p>
      <h1>${name}${section.heading ? html` <span lang="id">${section.heading}</span>` : ""}</h1>
      ${renderWindow(shown, locale, now)}
    </div>
    ${renderSection(page, section, 2)} ${renderNeighbours(page, section)}
    <details class="contents">
      <summary>${t.contents}</summary>
      ${renderOutline(page, section)}
    </details>
    <p><a href="/konsultasi/${id}">${t.backToConsultation}</a></p>`;
  return {
    title: `${name} · ${title}`,
    description: shown.consultation.summary,
    canonicalPath: sectionAddress(id, section.cid),
    main,
  };
}
