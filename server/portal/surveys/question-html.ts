/** One question as plain form controls: every target 48 px high, all words in labels, errors tied to their controls. */
import type { InputIssue } from "../../../domain/errors.ts";
import type { Locale } from "../../../domain/locale.ts";
import type { Option, Question, QuotedClause, Scale } from "../../../domain/surveys/survey.ts";
import { stepsOf as scaleSteps } from "../../../domain/surveys/tally.ts";
import { wordIssue } from "../../http/issues.intl.ts";
import { html, type Html } from "../html.ts";
import type { FilledForm } from "./survey-form.ts";
import { surveyTexts } from "./survey.intl.ts";

export interface AskedQuestion {
  readonly locale: Locale;
  readonly question: Question;
  readonly fields: FilledForm["fields"];
  readonly issues: readonly InputIssue[];
  readonly quotes: readonly QuotedClause[];
  /** Where the whole text is: `/naskah/<policy>/v/<number>`. */
  readonly textPath: string;
}

/** Longer ones are folded at first, so that the question stays in sight on a phone. */
const SHORT_QUOTE = 320;

export function renderQuestion(asked: AskedQuestion): Html {
  const { question, locale, issues } = asked;
  const t = surveyTexts[locale];
  const id = `j.${question.id}`;
  const own = issues.find(({ path }) => path === question.id);
  const described = [question.help && `${id}-help`, own && `${id}-error`].filter(Boolean).join(" ");
  const words = html`${question.words}${question.required ? "" : html` <span class="hint">(${t.optional})</span>`}`;
  const inner = html`${question.help ? html`<p class="hint" id="${id}-help">${question.help}</p>` : ""}
  ${own ? html`<p class="error" id="${id}-error">${wordIssue(own.message, locale)}</p>` : ""}
  ${renderControls(asked)}`;
  if (question.type === "text") {
    return html`<div class="survey-question" data-jenis="text">
      <h2 class="survey-words"><label for="${id}">${words}</label></h2>
      ${inner}
    </div>`;
  }
  return html`<fieldset
    class="survey-question"
    data-jenis="${question.type}"
    ${described ? html`aria-describedby="${described}"` : ""}
  >
    <legend class="survey-words">${words}</legend>
    ${inner}
  </fieldset>`;
}

/** The clauses that it is about, as they stand in the version; foldable. */
export function renderQuotes({ question, quotes, locale, textPath }: AskedQuestion): Html {
  const t = surveyTexts[locale];
  const about = question.targets.flatMap(({ cid }) => quotes.find((quote) => quote.cid === cid) ?? []);
  return html`${about.map(
    ({ cid, citation, text }) =>
      html`<details class="survey-quote" ${text.length <= SHORT_QUOTE ? html`open` : ""}>
        <summary>${t.clause}: ${citation}</summary>
        <div class="survey-clause" lang="id">${text.split("\n").map((line) => html`<p>${line}</p>`)}</div>
        <p><a href="${textPath}#${cid}" target="_blank" rel="noopener">${t.inFull}</a></p>
      </details>`,
  )}`;
}

function renderControls(asked: AskedQuestion): Html {
  const { question, fields, locale } = asked;
  const t = surveyTexts[locale];
  const name = `j.${question.id}`;
  const chosen = fields.get(name) ?? [];
  switch (question.type) {
    case "scale":
      return renderScale(name, question.scale, chosen[0] ?? "", locale);
    case "single":
      return renderChoices("radio", name, question.options, chosen);
    case "multiple":
      return html`<p class="hint">${question.max === undefined ? t.chooseAny : t.chooseUpTo(question.max)}</p>
        ${renderChoices("checkbox", name, question.options, chosen)}`;
    case "ranking":
      return renderRanking(asked, question.options);
    case "matrix":
      return html`${question.rows.map((row) => renderRow(asked, row, question.scale))}`;
    case "text": {
      const max = new Intl.NumberFormat(locale === "id" ? "id-ID" : "en-GB").format(question.maxLength);
      const own = asked.issues.some(({ path }) => path === question.id);
      return html`<p class="hint" id="${name}-hint">${t.textHint(max)}</p>
        <textarea
          id="${name}"
          name="${name}"
          rows="6"
          dir="auto"
          aria-describedby="${name}-hint${own ? ` ${name}-error` : ""}"
          ${own ? html`aria-invalid="true"` : ""}
          data-panjang="${question.maxLength}"
        >
${keptText(chosen[0] ?? "")}</textarea>`;
    }
  }
}

/** A parser drops one line break right after the tag: one that is put there keeps those that were typed. */
const keptText = (text: string): string => `\n${text}`;

function renderChoices(
  type: "radio" | "checkbox",
  name: string,
  options: readonly Option[],
  chosen: readonly string[],
): Html {
  return html`<div class="survey-choices">
    ${options.map(
      ({ id, words }) =>
        html`<label class="survey-choice"
          ><input
            type="${type}"
            name="${name}"
            value="${id}"
            ${chosen.includes(id) ? html`checked` : ""}
          /><span>${words}</span></label
        >`,
    )}
  </div>`;
}

/** With words for every step a list; else numbers side by side between the words of the ends. */
function renderScale(name: string, scale: Scale, chosen: string, locale: Locale): Html {
  const t = surveyTexts[locale];
  const steps = scaleSteps(scale);
  if (scale.steps) {
    return renderChoices(
      "radio",
      name,
      steps.map(({ key, words }) => ({ id: key, words })),
      [chosen],
    );
  }
  const { from, to, low, high } = scale;
  return html`${low || high ? html`<p class="hint">${t.scaleHint(from, low, to, high)}</p>` : ""}
    <div class="survey-scale">
      ${steps.map(
        ({ key, words }) =>
          html`<label class="survey-step"
            ><input type="radio" name="${name}" value="${key}" ${chosen === key ? html`checked` : ""} /><span
              >${key}${words ? html`<span class="visually-hidden"> ${words}</span>` : ""}</span
            ></label
          >`,
      )}
    </div>`;
}

function renderRow({ question, fields, issues, locale }: AskedQuestion, row: Option, scale: Scale): Html {
  const name = `j.${question.id}.${row.id}`;
  const issue = issues.find(({ path }) => path === `${question.id}.${row.id}`);
  return html`<fieldset class="survey-row" ${issue ? html`aria-describedby="${name}-error"` : ""}>
    <legend>${row.words}</legend>
    ${issue ? html`<p class="error" id="${name}-error">${wordIssue(issue.message, locale)}</p>` : ""}
    ${renderScale(name, scale, fields.get(name)?.[0] ?? "", locale)}
  </fieldset>`;
}

function renderRanking({ question, fields, locale }: AskedQuestion, options: readonly Option[]): Html {
  const t = surveyTexts[locale];
  return html`<p class="hint">${t.rankHint}</p>
    <ul class="survey-ranking">
      ${options.map(({ id, words }) => {
        const name = `j.${question.id}.${id}`;
        const place = fields.get(name)?.[0] ?? "";
        return html`<li>
          <label for="${name}">${words}</label>
          <select id="${name}" name="${name}" aria-label="${t.rankOf}: ${words}">
            <option value="">–</option>
            ${options.map(
              (_, at) =>
                html`<option value="${at + 1}" ${place === String(at + 1) ? html`selected` : ""}>
                  ${at + 1}
                </option>`,
            )}
          </select>
        </li>`;
      })}
    </ul>`;
}

/** What was answered, as it is read before sending. */
export function answerWords(question: Question, fields: FilledForm["fields"]): readonly string[] {
  const name = `j.${question.id}`;
  const chosen = (fields.get(name) ?? []).filter((each) => each !== "");
  const step = (scale: Scale, value: string) => {
    const words = scaleSteps(scale).find(({ key }) => key === value)?.words ?? "";
    return words ? `${value} (${words})` : value;
  };
  switch (question.type) {
    case "scale":
      return chosen.map((value) => step(question.scale, value));
    case "single":
    case "multiple":
      return question.options.flatMap(({ id, words }) => (chosen.includes(id) ? [words] : []));
    case "ranking": {
      const placed = question.options.flatMap(({ id, words }) => {
        const place = fields.get(`${name}.${id}`)?.[0] ?? "";
        return place === "" ? [] : [{ place: Number(place), words }];
      });
      return placed.toSorted((a, b) => a.place - b.place).map(({ place, words }) => `${place}. ${words}`);
    }
    case "matrix":
      return question.rows.flatMap(({ id, words }) => {
        const value = fields.get(`${name}.${id}`)?.[0] ?? "";
        return value === "" ? [] : [`${words}: ${step(question.scale, value)}`];
      });
    case "text":
      return chosen;
  }
}
