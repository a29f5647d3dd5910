/** A sheet of A4 for a notice board: the question, the QR code, the short address. */
import { raw } from "hono/html";
import type { Locale } from "../../domain/locale.ts";
import type { PublicConsultation } from "../../db/repos/portal.repo.ts";
import { windowLine } from "./window-line.ts";
import { html, type Html } from "./html.ts";
import { qrSvg } from "./qr.ts";
import { publishedTexts } from "./texts.intl.ts";

export interface PosterPage {
  readonly locale: Locale;
  readonly shown: PublicConsultation;
  readonly now: number;
  /** Of the short link, with the origin. */
  readonly address: string;
}

export function renderPoster({ locale, shown, now, address }: PosterPage): Html {
  const t = publishedTexts[locale];
  const { consultation, authority, unitName } = shown;
  return html`<p class="hint no-print">
      ${t.print} <a href="/konsultasi/${consultation.id}">${consultation.title}</a>
    </p>
    <article class="poster">
      <p class="poster-office">${unitName ? html`${unitName}<br />` : ""}${authority.name}</p>
      <p class="poster-ask">${t.posterAsk}</p>
      <h1>${consultation.title}</h1>
      <p class="poster-summary">${consultation.summary}</p>
      <div class="poster-code">
        <div class="poster-qr">${raw(qrSvg(address))}</div>
        <p>
          ${t.posterHow}<br />${t.posterType}<br /><strong class="poster-link"
            >${address.replace(/^https?:\/\//, "")}</strong
          >
        </p>
      </div>
      <p class="poster-until">${windowLine(shown, locale, now)}</p>
    </article>`;
}
