/** The first page: what this is, and what people are asked about now, soon, and were before. */
import { phaseOf, type ConsultationPhase } from "../../domain/consultations/phase.ts";
import type { EpochMs } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import type { PublicConsultation } from "../../db/repos/portal.repo.ts";
import { renderWindow } from "./window-line.ts";
import { homeTexts } from "./home.intl.ts";
import { html, type Html } from "./html.ts";

export interface HomePage {
  readonly locale: Locale;
  readonly now: EpochMs;
  readonly consultations: readonly PublicConsultation[];
  readonly signedIn: boolean;
}

function renderOne(shown: PublicConsultation, { locale, now }: HomePage): Html {
  const { consultation, authority } = shown;
  return html`<li class="listed">
    <h3><a href="/konsultasi/${consultation.id}">${consultation.title}</a></h3>
    <p class="hint">${authority.name}</p>
    <p class="summary">${consultation.summary}</p>
    ${renderWindow(shown, locale, now)}
  </li>`;
}

export function renderHome(page: HomePage): Html {
  const { locale, now, consultations, signedIn } = page;
  const t = homeTexts[locale];
  const at = (phase: ConsultationPhase) =>
    consultations.filter(({ consultation }) => phaseOf(consultation, now) === phase);
  const section = (id: string, title: string, some: readonly PublicConsultation[]) =>
    some.length === 0
      ? html``
      : html`<section aria-labelledby="${id}">
          <h2 id="${id}">${title}</h2>
          <ul class="consultations">
            ${some.map((each) => renderOne(each, page))}
          </ul>
        </section>`;
  // The first to close stands first; of those to come the first to open.
  const open = at("open").toReversed();
  const upcoming = at("upcoming").toSorted((a, b) => a.consultation.opensAt - b.consultation.opensAt);
  return html`<div class="heading">
      <h1>${t.title}</h1>
      <p class="lead">${t.lead}</p>
    </div>
    ${open.length > 0 ? section("terbuka", t.open, open) : html`<p class="empty">${t.noneOpen}</p>`}
    ${section("akan-datang", t.upcoming, upcoming)} ${section("ditutup", t.closed, at("closed"))}
    ${signedIn ? html`<p><a class="button" href="/kerja">${t.workspace}</a></p>` : ""}
    <section
      id="masukan-saya"
      hidden
      data-title="${t.mine}"
      data-hint="${t.mineHint}"
      data-forget="${t.forget}"
    ></section>`;
}
