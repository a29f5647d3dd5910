/** The text of a consultation on its pages: clauses, links to the forms, numbers of inputs, outline. */
import { citationOf } from "../../domain/clauses/citation.ts";
import { loneTextOf } from "../../domain/comments/comment-place.ts";
import { commentableIndex } from "../../domain/clauses/commentable.ts";
import type { Cid, ConsultationId } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import type { PublicCounts } from "../../db/repos/portal.repo.ts";
import { renderClauses, type ClauseFrame } from "./clause-html.ts";
import { consultationTexts } from "./consultation.intl.ts";
import { html, type Html } from "./html.ts";
import { sectionAt, type TextSection } from "./text-sections.ts";
import type { PublicText } from "./version-texts.ts";

export interface TextPage {
  readonly locale: Locale;
  readonly id: ConsultationId;
  readonly text: PublicText;
  /** By index of the clause that offers comments. */
  readonly counts: ReadonlyMap<number, number>;
  /** Forms are offered now. */
  readonly takesComments: boolean;
}

/** Index of the clause whose form a comment on this clause comes through; null for one that the text does not have. */
export function placeOnPage({ derived }: Pick<PublicText, "derived">, cid: Cid): number | null {
  const { clauses, tree, indexOf } = derived;
  const index = indexOf.get(cid);
  if (index === undefined) return null;
  const place = commentableIndex(clauses, tree, index);
  // The one text of a Pasal stands for the Pasal: there is one link for both.
  return clauses[place]?.kind === "pasal" ? (loneTextOf(derived, place) ?? place) : place;
}

/** Inputs by the clause whose form they came through, or would have. Those on clauses that this text does not have are left out. */
export function countsByPlace(text: PublicText, { byClause }: PublicCounts): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const [cid, count] of byClause) {
    const place = placeOnPage(text, cid);
    if (place !== null) counts.set(place, (counts.get(place) ?? 0) + count);
  }
  return counts;
}

const formAddress = (id: ConsultationId, cid: Cid): string => `/konsultasi/${id}/masukan/${cid}`;
export const registerAddress = (id: ConsultationId, cid?: Cid): string =>
  `/konsultasi/${id}/register${cid ? `?ketentuan=${cid}` : ""}`;
export const sectionAddress = (id: ConsultationId, cid: Cid): string => `/konsultasi/${id}/naskah/${cid}`;

function renderLinks(page: TextPage, place: number): Html {
  const { locale, id, text, counts, takesComments } = page;
  const t = consultationTexts[locale];
  const clause = text.clauses[place];
  if (!clause) throw new Error(`no clause at ${place}`);
  const count = counts.get(place) ?? 0;
  if (!takesComments && count === 0) return html``;
  const whole = clause.kind === "pasal" ? `${t.wholePasal} ` : "";
  const citation = `${whole}${citationOf(text.derived, place)}`;
  // The whole Pasal is named for everyone to see; elsewhere the place says it, and the name is for those who hear it.
  const named = whole ? html` ${t.commentOn(citation)}` : html`<i> ${t.commentOn(citation)}</i>`;
  return html`<p class="clause-links">
    ${takesComments ? html`<a href="${formAddress(id, clause.cid)}">${t.comment}${named}</a>` : ""}
    ${
      count > 0
        ? html`<a class="count" href="${registerAddress(id, clause.cid)}"
            >${t.inputs(count)}<i> ${t.inputsOn(citation)}</i></a
          >`
        : ""
    }
  </p>`;
}

/** The clauses of a section with their links. A reference leads to the page on which its target stands. */
export function renderSection(page: TextPage, section: TextSection, base: number): Html {
  const { text, id } = page;
  const frame: ClauseFrame = {
    anchored: true,
    base,
    hrefOf(cid) {
      const index = text.derived.indexOf.get(cid);
      if (index === undefined) return null;
      if (section.start <= index && index < section.end) return `#${cid}`;
      const other = sectionAt(text.sections, index);
      return other ? `${sectionAddress(id, other.cid)}#${cid}` : null;
    },
  };
  const linksAfter = (at: number) =>
    (text.links.get(section.start + at) ?? []).map((place) => renderLinks(page, place));
  return html`<article class="gazette" lang="id">
    ${renderClauses(text.lines.slice(section.start, section.end), frame, linksAfter)}
  </article>`;
}

/** What a section is called in the outline: `BAB III`, `Pembukaan`. */
export function sectionName(section: TextSection, text: PublicText, locale: Locale): string {
  const t = consultationTexts[locale];
  const first = text.clauses[section.start];
  const elucidation = first?.kind.startsWith("penjelasan") === true;
  const name = section.label || (elucidation ? t.elucidation : section.start === 0 ? t.opening : t.body);
  return section.continued ? `${name} (${t.continued})` : name;
}

/** Links to the sections of a long text, each with its heading, its Pasal and the number of inputs. */
export function renderOutline(page: TextPage, current?: TextSection): Html {
  const { locale, id, text, counts } = page;
  const t = consultationTexts[locale];
  return html`<ol class="outline">
    ${text.sections.map((section) => {
      let count = 0;
      for (const [place, inputs] of counts)
        if (section.start <= place && place < section.end) count += inputs;
      const [first, last] = section.pasal ?? [];
      const entry = html`<span class="outline-name">${sectionName(section, text, locale)}</span>
        ${section.heading ? html`<span class="outline-heading" lang="id">${section.heading}</span>` : ""}
        <span class="outline-facts"
          >${first && last ? t.pasalRange(first, last) : ""}
          ${count > 0 ? html`<b>${t.inputs(count)}</b>` : ""}</span
        >`;
      return section === current
        ? html`<li><span aria-current="page">${entry}</span></li>`
        : html`<li><a href="${sectionAddress(id, section.cid)}">${entry}</a></li>`;
    })}
  </ol>`;
}
