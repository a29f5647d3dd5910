/** Pages of a survey without a form: not now, not you, thank you. */
import type { SurveySetting } from "../../../db/repos/survey.repo.ts";
import type { SurveyResponse } from "../../../db/repos/survey-response.repo.ts";
import type { GroupId } from "../../../domain/ids.ts";
import type { Locale } from "../../../domain/locale.ts";
import type { ParticipationReason } from "../../../domain/participation/participation.ts";
import { questionsOf, type Answer } from "../../../domain/surveys/survey.ts";
import type { TextReceipt } from "../../surveys/answer-survey.ts";
import { formatMoment } from "../format.ts";
import { html, type Html } from "../html.ts";
import { EMPTY_FORM, type FilledForm } from "./survey-form.ts";
import { renderAnswers, renderHeading } from "./survey-pages.ts";
import { surveyTexts } from "./survey.intl.ts";

interface StatusPage {
  readonly locale: Locale;
  readonly setting: SurveySetting;
}

const back = ({ locale, setting }: StatusPage): Html =>
  html`<p>
    <a href="/konsultasi/${setting.survey.consultationId}">${surveyTexts[locale].toConsultation}</a>
  </p>`;

/** When it opens or closed, for the reasons that are about time. */
export function windowWords({ locale, setting }: StatusPage, reason: ParticipationReason): string {
  const { survey, consultation, authority } = setting;
  const t = surveyTexts[locale];
  const zone = authority.timeZone;
  if (reason === "not-yet-open") {
    const opensAt = Math.max(survey.opensAt, consultation.opensAt);
    return consultation.state === "announced" ? t.opensAt(formatMoment(opensAt, locale, zone)) : "";
  }
  if (reason !== "closed") return "";
  const closedAt = Math.min(survey.closedAt ?? survey.closesAt, survey.closesAt, consultation.closesAt);
  return t.closedAt(formatMoment(closedAt, locale, zone));
}

export function renderNotNow(page: StatusPage, reason: ParticipationReason): Html {
  const { locale, setting } = page;
  const t = surveyTexts[locale];
  const isSignIn = reason === "sign-in-needed";
  return html`${renderHeading(page)}
    <div class="notice" role="status" data-tanpa-formulir="${setting.survey.id}">
      <p>${t.reasons[reason]} ${windowWords(page, reason)}</p>
    </div>
    ${
      isSignIn
        ? html`<p>${t.promise[setting.survey.rule]}</p>
            <p>
              <a class="button primary" href="/masuk?lanjut=/survei/${setting.survey.id}">${t.signIn}</a>
            </p>`
        : ""
    }
    ${back(page)}`;
}

/** Under `named`: what was answered stands there for its author. */
export function renderOwnAnswers(
  page: StatusPage & { readonly groupNames: ReadonlyMap<GroupId, string> },
  response: SurveyResponse,
): Html {
  const t = surveyTexts[page.locale];
  const filled: FilledForm = {
    ...EMPTY_FORM,
    group: response.groupId ?? "",
    fields: fieldsOf(page.setting, response),
  };
  return html`${renderHeading(page)}
    <div class="notice" role="status"><p>${t.thanks}</p></div>
    <h2>${t.yourAnswers}</h2>
    <dl class="survey-review">${renderAnswers({ ...page, filled }, false)}</dl>
    ${back(page)}`;
}

function fieldsOf({ survey }: SurveySetting, { answers }: SurveyResponse): Map<string, string[]> {
  return new Map(
    questionsOf(survey.definition).flatMap(({ id, type }): (readonly [string, string[]])[] => {
      const answer: Answer | undefined = answers[id];
      if (answer === undefined) return [];
      const name = `j.${id}`;
      if (typeof answer === "number" || typeof answer === "string") return [[name, [String(answer)]]];
      if (!Array.isArray(answer)) {
        return Object.entries(answer).map(([row, step]) => [`${name}.${row}`, [String(step)]] as const);
      }
      const list = answer as readonly string[];
      if (type !== "ranking") return [[name, [...list]]];
      return list.map((option, at) => [`${name}.${option}`, [String(at + 1)]] as const);
    }),
  );
}

export function renderThanks(page: StatusPage, receipts: readonly TextReceipt[]): Html {
  const { locale, setting } = page;
  const t = surveyTexts[locale];
  return html`<div class="survey-thanks" data-diterima="${setting.survey.id}">
    <p class="kicker">${t.kicker} · <span lang="id">${setting.survey.title}</span></p>
    <h1 tabindex="-1">${t.thanksTitle}</h1>
    <p>${t.thanks} ${t.thanksRule[setting.survey.rule]}</p>
    ${
      receipts.length > 0
        ? html`<section aria-labelledby="tanda-terima">
            <h2 id="tanda-terima">${t.receiptsTitle}</h2>
            <p>${t.receiptsLead}</p>
            <ul>
              ${receipts.map(
                ({ words, secret }) =>
                  html`<li>
                    <a href="/tanda-terima/${secret}">${t.receipt}: <span lang="id">${words}</span></a>
                  </li>`,
              )}
            </ul>
          </section>`
        : ""
    }
    <h2>${t.whatHappens}</h2>
    <p lang="id">${setting.consultation.whatHappens}</p>
    ${back(page)}
  </div>`;
}
