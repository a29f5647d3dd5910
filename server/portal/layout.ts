/** The frame of the portal's pages: server-rendered, complete without JavaScript. */
import type { Locale } from "../../domain/locale.ts";
import { html, type Html } from "./html.ts";
import { portalTexts } from "./portal.intl.ts";
import type { Theme } from "./theme.ts";

export type { Html } from "./html.ts";

export interface Page {
  readonly locale: Locale;
  /** Undefined: as the device says. */
  readonly theme: Theme | undefined;
  readonly title: string;
  readonly styles: readonly string[];
  /** Addresses of modules; what they add is not needed. */
  readonly scripts?: readonly string[];
  /** Where the language switch leads; only a path, never one that is a secret. */
  readonly path: string;
  /** What the switch keeps, such as `?ketentuan=...`; nothing that is a secret. */
  readonly query?: URLSearchParams | undefined;
  /** Null: nobody signed in, or the page is the same for everyone. */
  readonly account: { readonly name: string } | null;
  /** One or two sentences for search engines and the previews of chat groups. */
  readonly description?: string | undefined;
  /** The page's one address, with origin; pages without are for nobody's index. */
  readonly canonical?: string | undefined;
  /** With origin; for previews. */
  readonly image?: string | undefined;
  readonly main: Html;
}

function switchAddress(path: string, query: URLSearchParams | undefined, locale: Locale): string {
  const kept = new URLSearchParams(query);
  kept.set("bahasa", locale);
  return `${path}?${kept.toString()}`;
}

function renderHead(page: Page): Html {
  const { locale, title, styles, scripts = [], canonical, image } = page;
  const t = portalTexts[locale];
  const heading = title === "Rembuk" ? title : `${title} · Rembuk`;
  const description = page.description ?? t.tagline;
  return html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${heading}</title>
    <meta name="description" content="${description}" />
    <meta property="og:site_name" content="Rembuk" />
    <meta property="og:type" content="website" />
    <meta property="og:locale" content="${locale === "id" ? "id_ID" : "en_GB"}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    ${
      canonical
        ? html`<link rel="canonical" href="${canonical}" /> <meta property="og:url" content="${canonical}" />`
        : html`<meta name="robots" content="noindex" />`
    }
    ${image ? html`<meta property="og:image" content="${image}" />` : ""}
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    ${styles.map((style) => html`<link rel="stylesheet" href="${style}" />`)}
    ${scripts.map((script) => html`<script type="module" src="${script}"></script>`)}`;
}

export function renderPage(page: Page): Html {
  const { locale, theme, path, query, account, main } = page;
  const t = portalTexts[locale];
  const other = locale === "id" ? "en" : "id";
  const themed = theme ? html`lang="${locale}" data-theme="${theme}"` : html`lang="${locale}"`;
  return html`<!doctype html>
    <html ${themed}>
      <head>
        ${renderHead(page)}
      </head>
      <body>
        <a class="skip-link" href="#isi">${t.skip}</a>
        <header class="site-header">
          <a class="brand" href="/">Rembuk</a>
          <nav class="site-nav" aria-label="${t.navigation}">
            <a href="${switchAddress(path, query, other)}" lang="${other}" hreflang="${other}"
              >${t.otherLanguage}</a
            >
            ${
              account
                ? html`<span class="who">${t.signedInAs} ${account.name}</span>
                    <form method="post" action="/keluar">
                      <button type="submit" class="link-button">${t.signOut}</button>
                    </form>`
                : html`<a href="/masuk">${t.signIn}</a>`
            }
          </nav>
        </header>
        <main id="isi" tabindex="-1">${main}</main>
        <footer class="site-footer">
          <p>Rembuk · ${t.tagline}</p>
          <p><a href="/verifikasi">${t.verify}</a></p>
        </footer>
      </body>
    </html>`;
}
