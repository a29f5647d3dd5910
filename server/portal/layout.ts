/** The frame of the portal's pages: server-rendered, complete without JavaScript. */
import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Locale } from "../../domain/locale.ts";
import { portalTexts } from "./portal.intl.ts";
import type { Theme } from "./theme.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Page {
  readonly locale: Locale;
  /** Undefined: as the device says. */
  readonly theme: Theme | undefined;
  readonly title: string;
  readonly styles: readonly string[];
  /** Where the language switch leads; only a path, never a query that holds a secret. */
  readonly path: string;
  readonly account: { readonly name: string } | null;
  readonly main: Html;
}

export function renderPage({ locale, theme, title, styles, path, account, main }: Page): Html {
  const t = portalTexts[locale];
  const other = locale === "id" ? "en" : "id";
  const heading = title === "Rembuk" ? title : `${title} · Rembuk`;
  const themed = theme ? html`lang="${locale}" data-theme="${theme}"` : html`lang="${locale}"`;
  return html`<!doctype html>
    <html ${themed}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${heading}</title>
        <meta name="description" content="${t.tagline}" />
        <meta property="og:title" content="${heading}" />
        <meta property="og:description" content="${t.tagline}" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${styles.map((style) => html`<link rel="stylesheet" href="${style}" />`)}
      </head>
      <body>
        <a class="skip-link" href="#isi">${t.skip}</a>
        <header class="site-header">
          <a class="brand" href="/">Rembuk</a>
          <nav class="site-nav" aria-label="${t.language}">
            <a href="${path}?bahasa=${other}" lang="${other}" hreflang="${other}">${t.otherLanguage}</a>
            ${
              account
                ? html`<span class="who">${t.signedInAs} ${account.name}</span>
                    <form method="post" action="/keluar">
                      <button type="submit" class="link-button">${t.signOut}</button>
                    </form>`
                : ""
            }
          </nav>
        </header>
        <main id="isi" tabindex="-1">${main}</main>
        <footer class="site-footer"><p>Rembuk · ${t.tagline}</p></footer>
      </body>
    </html>`;
}
