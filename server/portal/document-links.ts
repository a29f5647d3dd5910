/** The public edition of the documents of a consultation: a page for printing and files. */
import type { Locale } from "../../domain/locale.ts";
import { html, type Html } from "./html.ts";
import { registerTexts } from "./register.intl.ts";

const NAMES = ["matriks-masukan", "laporan-konsultasi"] as const;
const FORMATS = [
  ["docx", "DOCX"],
  ["xlsx", "XLSX"],
] as const;

export function renderDocumentLinks(consultation: string, locale: Locale): Html {
  const t = registerTexts[locale];
  const base = `/konsultasi/${consultation}/dokumen`;
  return html`<section aria-labelledby="dokumen">
    <h2 id="dokumen">${t.documents}</h2>
    ${NAMES.map(
      (name) =>
        html`<p>
          ${t.document[name]}:
          <a href="${base}/${name}.html" aria-label="${t.document[name]}, ${t.openPage}">${t.openPage}</a
          >${FORMATS.map(
            ([format, words]) =>
              html`,
                <a href="${base}/${name}.${format}" aria-label="${t.document[name]}, ${words}" download
                  >${words}</a
                >`,
          )}
        </p>`,
    )}
  </section>`;
}
