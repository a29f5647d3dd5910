/** Until when one can take part, or since when not any more. */
import { phaseOf } from "../../domain/consultations/phase.ts";
import type { EpochMs } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import type { PublicConsultation } from "../../db/repos/portal.repo.ts";
import { consultationTexts } from "./consultation.intl.ts";
import { formatEnd, formatMoment } from "./format.ts";
import { html, type Html } from "./html.ts";

/** Until when, or since when: one line. */
export function windowLine(
  { consultation, authority }: PublicConsultation,
  locale: Locale,
  now: EpochMs,
): string {
  const t = consultationTexts[locale];
  const zone = authority.timeZone;
  const phase = phaseOf(consultation, now);
  if (phase === "upcoming") return t.from(formatMoment(consultation.opensAt, locale, zone));
  if (phase === "open") return t.until(formatEnd(consultation.closesAt, locale, zone));
  return phase === "closed" ? t.since(formatEnd(consultation.closesAt, locale, zone)) : t.phase.cancelled;
}

/** The mark of where it stands, and until when. */
export function renderWindow(shown: PublicConsultation, locale: Locale, now: EpochMs): Html {
  const phase = phaseOf(shown.consultation, now);
  return html`<p class="window" data-phase="${phase}">
    <span class="dot" aria-hidden="true"></span>${windowLine(shown, locale, now)}
  </p>`;
}
