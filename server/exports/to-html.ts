import type { DocBlock, DocCell, DocTable, DocumentModel } from "../../domain/exports/document.ts";
import { exportTexts } from "../../domain/exports/exports.intl.ts";
import { html, type Html } from "../portal/html.ts";

export interface DocumentPage {
  readonly model: DocumentModel;
  readonly styles: readonly string[];
  /** Where the reader came from. */
  readonly back: string;
  /** The same document as files. */
  readonly downloads: readonly { readonly href: string; readonly label: string }[];
}

/** The document as a page that is printed as it is: `client/portal/document.css`. */
export function toHtml({ model, styles, back, downloads }: DocumentPage): Html {
  const { locale, title, subtitle, facts, blocks, landscape } = model;
  const { page } = exportTexts[locale];
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title} · ${subtitle}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${styles.map((style) => html`<link rel="stylesheet" href="${style}" />`)}
      </head>
      <body class="${landscape ? "landscape" : "portrait"}">
        <nav class="tools" aria-label="${page.download}">
          <a href="${back}">${page.back}</a>
          ${downloads.map(({ href, label }) => html`<a href="${href}" download>${label}</a>`)}
          <span>${page.print}</span>
        </nav>
        <main>
          <header>
            <h1>${title}</h1>
            <p class="subtitle">${subtitle}</p>
            ${factsOf(facts)}
          </header>
          ${blocks.map((block, at) => blockOf(block, headingBefore(model, at)))}
        </main>
      </body>
    </html>`;
}

const factsOf = (items: DocumentModel["facts"]): Html =>
  html`<dl>
    ${items.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;

/** The last words above a block that name what follows. */
function headingBefore({ title, blocks }: DocumentModel, at: number): string {
  const above = blocks.slice(0, at).findLast(({ type }) => type === "heading");
  return above?.type === "heading" ? above.text : title;
}

function blockOf(block: DocBlock, heading: string): Html {
  switch (block.type) {
    case "heading":
      return html`<h2>${block.text}</h2>`;
    case "text":
      return html`${block.text.split("\n").map((line) => html`<p>${line}</p>`)}`;
    case "list":
      return html`<ul>
        ${block.items.map((item) => html`<li>${item}</li>`)}
      </ul>`;
    case "facts":
      return factsOf(block.items);
    case "table":
      return tableOf(block.table, heading);
  }
}

function tableOf({ caption, columns, rows, empty }: DocTable, heading: string): Html {
  const total = columns.reduce((sum, { width }) => sum + width, 0) || 1;
  // What the heading above says already is for those who do not see it.
  const hidden = caption === heading ? "unseen" : "";
  // A region that scrolls sideways on a phone takes the keyboard, so it has a name.
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table class="columns-${columns.length}">
      <caption class="${hidden}">
        ${caption}
      </caption>
      <colgroup>
        ${columns.map(({ width }) => html`<col width="${Math.round((width / total) * 100)}%" />`)}
      </colgroup>
      <thead>
        <tr>
          ${columns.map(({ title }) => html`<th scope="col">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${
          rows.length === 0
            ? html`<tr>
                <td colspan="${columns.length}">${empty}</td>
              </tr>`
            : rows.map(
                (row) =>
                  html`<tr>
                    ${row.map(cellOf)}
                  </tr>`,
              )
        }
      </tbody>
    </table>
  </div>`;
}

function cellOf(cell: DocCell): Html {
  if (typeof cell === "number") return html`<td class="number">${cell}</td>`;
  if (typeof cell === "string") return html`<td>${linesOf(cell)}</td>`;
  return html`<td>
    ${cell.map(({ text, mark, strong }) => {
      const words = linesOf(text);
      if (mark === "added") return html`<ins>${words}</ins>`;
      if (mark === "removed") return html`<del>${words}</del>`;
      return strong ? html`<strong>${words}</strong>` : words;
    })}
  </td>`;
}

const linesOf = (text: string): Html =>
  html`${text.split("\n").map((line, at) => (at === 0 ? line : html`<br />${line}`))}`;
