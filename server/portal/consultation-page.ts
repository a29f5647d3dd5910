/** The page of a consultation: what it is about, until when, who asks, how to take part, the text, what happens next. */
import { phaseOf } from "../../domain/consultations/phase.ts";
import type { EpochMs } from "../../domain/ids.ts";
import type {
  PublicConsultation,
  PublicGroup,
  PublicSurvey,
  PublicWorkshop,
} from "../../db/repos/portal.repo.ts";
import { consultationTexts } from "./consultation.intl.ts";
import { formatDate, formatEnd, formatList, formatMoment } from "./format.ts";
import { html, type Html } from "./html.ts";
import { renderSums, type Sums } from "./sums-html.ts";
import { renderWindow } from "./window-line.ts";
import { registerTexts } from "./register.intl.ts";
import { registerAddress, renderOutline, renderSection, type TextPage } from "./text-page.ts";

export interface ConsultationPage extends TextPage {
  readonly shown: PublicConsultation;
  readonly groups: readonly PublicGroup[];
  readonly surveys: readonly PublicSurvey[];
  readonly workshops: readonly PublicWorkshop[];
  /** All inputs, withdrawn ones left out. */
  readonly received: number;
  readonly sums: Sums;
  readonly now: EpochMs;
}

function renderNotices({ locale, shown, now }: ConsultationPage): Html {
  const t = consultationTexts[locale];
  const { consultation, authority } = shown;
  const phase = phaseOf(consultation, now);
  const reason = consultation.endReason;
  return html`${authority.demo ? html`<p class="notice">${t.demo}</p>` : ""}
  ${phase === "cancelled" && reason ? html`<p class="notice">${t.cancelled(reason)}</p>` : ""}
  ${phase === "closed" && reason ? html`<p class="notice">${t.closedEarly(reason)}</p>` : ""}`;
}

function renderFacts({ locale, shown, groups }: ConsultationPage): Html {
  const t = consultationTexts[locale];
  const { consultation, authority, unitName, version } = shown;
  const zone = authority.timeZone;
  const from = formatMoment(consultation.opensAt, locale, zone);
  const to = formatEnd(consultation.closesAt, locale, zone);
  const asks = unitName ? `${unitName}, ${authority.name}` : authority.name;
  const names = groups.map(({ name }) => name);
  return html`<dl class="facts">
    <div>
      <dt>${t.asks}</dt>
      <dd>${asks}</dd>
    </div>
    <div>
      <dt>${t.whom}</dt>
      <dd>${names.length > 0 ? formatList(names, locale) : t.everyone}</dd>
    </div>
    <div>
      <dt>${t.window}</dt>
      <dd>${t.windowWords(from, to)}</dd>
    </div>
    <div>
      <dt>${t.text}</dt>
      <dd>${t.textWords(version.number, version.label, formatDate(version.at, locale, zone))}</dd>
    </div>
  </dl>`;
}

/** One primary button: the survey that is open, else the text. */
function renderActions(page: ConsultationPage): Html {
  const { locale, shown, surveys, now, takesComments } = page;
  const t = consultationTexts[locale];
  const zone = shown.authority.timeZone;
  const open = surveys.filter(({ closed, opensAt, closesAt }) => !closed && opensAt <= now && now < closesAt);
  const words = takesComments ? t.readAndComment : t.readText;
  return html`<div class="actions">
    ${open.map(
      ({ id, title, closesAt }, index) =>
        html`<a class="button ${index === 0 ? "primary" : ""}" href="/survei/${id}"
          ><span>${t.answerSurvey(title)}</span
          ><small>${t.surveyUntil(formatEnd(closesAt, locale, zone))}</small></a
        >`,
    )}
    <a class="button ${open.length === 0 ? "primary" : ""}" href="#naskah">${words}</a>
  </div>`;
}

function renderWorkshops({ locale, shown, workshops, now }: ConsultationPage): Html {
  const t = consultationTexts[locale];
  const coming = workshops.filter(
    ({ state, endsAt }) => state === "live" || (state === "planned" && endsAt > now),
  );
  if (coming.length === 0) return html``;
  return html`<section aria-labelledby="lokakarya">
    <h2 id="lokakarya">${t.workshops}</h2>
    <ul class="plain">
      ${coming.map(
        ({ code, title, place, startsAt }) =>
          html`<li>
            <strong>${title}</strong
            ><br />${t.workshopAt(formatMoment(startsAt, locale, shown.authority.timeZone), place)} <br /><a
              href="/lokakarya/${code}"
              >${t.workshopPage}</a
            >
          </li>`,
      )}
    </ul>
  </section>`;
}

function renderText(page: ConsultationPage): Html {
  const { locale, id, text, takesComments, shown } = page;
  const t = consultationTexts[locale];
  const [only, ...more] = text.sections;
  const whole = only !== undefined && more.length === 0;
  return html`<section aria-labelledby="naskah" class="text">
    <h2 id="naskah" tabindex="-1">${t.outline}</h2>
    ${
      whole
        ? renderSection(page, only, 3)
        : html`<p>${t.longText}</p>
            ${renderOutline(page)}`
    }
    ${
      takesComments
        ? html`<p class="general">
            <a class="button" href="/konsultasi/${id}/masukan/umum">${t.general}</a>
            <span class="hint">${t.generalHint}</span>
          </p>`
        : ""
    }
    <p><a href="/naskah/${shown.policy.id}/v/${shown.version.number}">${t.wholeText}</a></p>
  </section>`;
}

/** Once answers are public, or nothing can be said any more: what was said, and what was done. */
function renderResults({ locale, id, shown, sums, now }: ConsultationPage): Html {
  const phase = phaseOf(shown.consultation, now);
  const { published } = sums.states;
  if (phase !== "closed" && phase !== "cancelled" && published === 0) return html``;
  const t = registerTexts[locale];
  return html`<section aria-labelledby="hasil">
    <h2 id="hasil">${t.results}</h2>
    ${renderSums(locale, sums)}
    <p>
      ${
        published > 0
          ? html`<a class="button ${phase === "open" ? "" : "primary"}" href="/konsultasi/${id}/tanggapan"
              >${t.readAnswers}</a
            >`
          : t.noResults
      }
    </p>
  </section>`;
}

export function renderConsultation(page: ConsultationPage): Html {
  const { locale, shown, received, id } = page;
  const t = consultationTexts[locale];
  const { consultation } = shown;
  const phase = phaseOf(consultation, page.now);
  const over = phase === "closed" || phase === "cancelled";
  return html`<div class="heading">
      <p class="kicker">${t.kicker}</p>
      <h1>${consultation.title}</h1>
      ${renderWindow(shown, locale, page.now)}
    </div>
    ${renderNotices(page)}
    <p class="lead words">${consultation.summary}</p>
    ${phaseOf(consultation, page.now) === "open" ? renderActions(page) : renderResults(page)}
    ${renderFacts(page)} ${renderWorkshops(page)} ${renderText(page)} ${over ? "" : renderResults(page)}
    <section aria-labelledby="selanjutnya">
      <h2 id="selanjutnya">${t.whatHappens}</h2>
      <p class="words">${consultation.whatHappens}</p>
      <p>
        ${t.receivedWords(received)}
        <a href="${registerAddress(id)}">${t.register}</a>
      </p>
    </section>
    ${
      consultation.submissions
        ? html`<section aria-labelledby="lembaga">
            <h2 id="lembaga">${t.submissions}</h2>
            <p>${t.submissionsWords}</p>
          </section>`
        : ""
    }
    <section aria-labelledby="tanya">
      <h2 id="tanya">${t.contact}</h2>
      <p class="words">${consultation.contact}</p>
      <p><a href="/konsultasi/${id}/poster">${t.poster}</a></p>
    </section>`;
}
