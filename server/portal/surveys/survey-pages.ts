/** Pages of a survey: the promise first, one question a step, a look at all answers before sending, thanks. */
import type { SurveySetting } from "../../../db/repos/survey.repo.ts";
import type { InputIssue } from "../../../domain/errors.ts";
import type { GroupId } from "../../../domain/ids.ts";
import type { Locale } from "../../../domain/locale.ts";
import { shortTitle } from "../../../domain/policies/short-title.ts";
import { offeredGroups } from "../../../domain/surveys/eligible-groups.ts";
import { questionsOf, type Question } from "../../../domain/surveys/survey.ts";
import { wordIssue } from "../../http/issues.intl.ts";
import { formatEnd } from "../format.ts";
import { html, type Html } from "../html.ts";
import { answerWords, renderQuestion, renderQuotes } from "./question-html.ts";
import { fieldNames, FIRST_STEP, LAST_STEP, stepsOf, type FilledForm } from "./survey-form.ts";
import { surveyTexts } from "./survey.intl.ts";

export interface SurveyPage {
  readonly locale: Locale;
  readonly setting: SurveySetting;
  readonly groupNames: ReadonlyMap<GroupId, string>;
  readonly filled: FilledForm;
  /** One-use id of the form. */
  readonly formId: string;
  /** Where it posts to. */
  readonly path: string;
  readonly preview: boolean;
  /** Name under which the answers are kept, if the rule keeps it. */
  readonly keptName: string | null;
}

/** Something that has to be said above the form. */
export interface Told {
  readonly words: string;
  readonly more?: Html;
  readonly kind: "error" | "info";
}

const QUIET: readonly InputIssue[] = [];

export function renderHeading(
  { setting, locale }: Pick<SurveyPage, "setting" | "locale">,
  small = false,
): Html {
  const { survey, consultation } = setting;
  const t = surveyTexts[locale];
  return html`<div class="survey-heading">
    <p class="kicker">
      ${t.kicker} · <a href="/konsultasi/${survey.consultationId}">${consultation.title}</a>
    </p>
    <h1 class="${small ? "survey-title-small" : ""}" lang="id">${survey.title}</h1>
  </div>`;
}

const renderTold = (told: Told | null): Html =>
  told === null
    ? html``
    : html`<div
        class="notice ${told.kind === "error" ? "error" : ""}"
        role="${told.kind === "error" ? "alert" : "status"}"
      >
        <p>${told.words}</p>
        ${told.more ?? ""}
      </div>`;

/** The form with one step in sight; every other answer travels along. */
export function renderStep(
  page: SurveyPage,
  step: string,
  told: Told | null,
  issues: readonly InputIssue[] = QUIET,
): Html {
  const { setting, filled, locale, preview } = page;
  const question = questionsOf(setting.survey.definition).find(({ id }) => id === step);
  const isFirst = step === FIRST_STEP;
  const t = surveyTexts[locale];
  return html`${preview ? html`<p class="notice">${t.preview}</p>` : ""} ${renderHeading(page, !isFirst)}
    ${renderTold(told)}
    <form
      method="post"
      action="${page.path}"
      class="survey-form"
      novalidate
      data-survei="${setting.survey.id}"
      data-bentuk="${setting.survey.form}"
    >
      ${renderHidden(page, step, question)}
      <div class="survey-steps">${renderBody(page, step, question, issues, false)}</div>
      <p class="survey-saved" role="status" data-keadaan></p>
      ${isFirst && !preview && filled.fields.size === 0 ? renderOtherSteps(page) : ""}
    </form>`;
}

/** What the form carries besides the step in sight. */
function renderHidden(page: SurveyPage, step: string, shown: Question | undefined): Html {
  const { filled, setting, formId } = page;
  const { survey } = setting;
  const visible = new Set([
    ...(shown ? fieldNames(shown) : []),
    ...(step === FIRST_STEP ? ["kelompok", "kode"] : []),
    ...(step === LAST_STEP && survey.rule === "code" ? ["kode"] : []),
  ]);
  const known = new Set(questionsOf(survey.definition).flatMap(fieldNames));
  const carried: (readonly [string, string])[] = [
    ["kunci", formId],
    ["aturan", survey.rule],
    ["bentuk", String(survey.form)],
    ["pada", step],
    ["kelompok", filled.group],
    ["kode", filled.code],
    ...[...filled.fields].flatMap(([name, values]) =>
      known.has(name) ? values.map((value) => [name, value] as const) : [],
    ),
  ];
  return html`${carried.map(([name, value]) =>
    visible.has(name) ? "" : html`<input type="hidden" name="${name}" value="${value}" />`,
  )}`;
}

/** For the script: every other step, inert until it is taken up. */
function renderOtherSteps(page: SurveyPage): Html {
  const t = surveyTexts[page.locale];
  const { definition } = page.setting.survey;
  const words = {
    progress: t.progress("{0}", "{1}"),
    saved: t.savedHere,
    resumed: t.resumed,
    startOver: t.startOver,
    waiting: t.waiting,
    sending: t.sending,
    missing: wordIssue("survey-answer-missing", page.locale),
    ranking: wordIssue("survey-answer-ranking", page.locale),
    unanswered: t.unanswered,
    change: t.change,
  };
  return html`<template data-langkah-lain data-kata="${JSON.stringify(words)}">
    ${questionsOf(definition).map((question) => renderBody(page, question.id, question, QUIET, true))}
    ${renderBody(page, LAST_STEP, undefined, QUIET, true)}
  </template>`;
}

function renderBody(
  page: SurveyPage,
  step: string,
  question: Question | undefined,
  issues: readonly InputIssue[],
  forScript: boolean,
): Html {
  if (step === FIRST_STEP) return renderStart(page);
  if (!question) return renderReviewBody(page, forScript, { maySend: true, sendAgain: false });
  const { locale, setting, filled } = page;
  const { survey, version } = setting;
  const t = surveyTexts[locale];
  const steps = stepsOf(survey.definition, filled);
  const section = survey.definition.sections.find(({ questions }) => questions.includes(question));
  const asked = {
    locale,
    question,
    fields: filled.fields,
    issues,
    quotes: survey.quotes,
    textPath: `/naskah/${survey.policyId}/v/${version.number}`,
  };
  return html`<div
    class="survey-step-body"
    data-langkah="${question.id}"
    data-wajib="${question.required ? "1" : "0"}"
    data-syarat="${question.showIf ? JSON.stringify(question.showIf) : ""}"
    ${forScript ? html`hidden` : ""}
  >
    <p class="survey-progress" data-kemajuan>
      ${forScript ? "" : t.progress(steps.indexOf(question.id), steps.length - 2)}
    </p>
    ${section?.title ? html`<p class="survey-section" lang="id">${section.title}</p>` : ""}
    ${section?.note && section.questions[0] === question ? html`<p class="hint">${section.note}</p>` : ""}
    ${renderQuotes(asked)} ${renderQuestion(asked)}
    <div class="survey-actions">
      <button type="submit" name="ke" value="lanjut" class="button primary">${t.next}</button>
      <button type="submit" name="ke" value="kembali" class="button">${t.back}</button>
    </div>
  </div>`;
}

function renderStart(page: SurveyPage): Html {
  const { locale, setting } = page;
  const { survey, policyTitle, authority } = setting;
  const t = surveyTexts[locale];
  const closes = Math.min(survey.closesAt, setting.consultation.closesAt);
  return html`<div class="survey-step-body" data-langkah="${FIRST_STEP}">
    ${survey.intro.split(/\n+/).map((line) => (line.trim() ? html`<p class="lead" lang="id">${line}</p>` : ""))}
    <p class="hint">${t.about(aboutWhat(policyTitle))}</p>
    <p>
      ${t.questions(questionsOf(survey.definition).length)} ·
      ${t.until(formatEnd(closes, locale, authority.timeZone))}
    </p>
    ${renderPromise(page)} ${renderPrivacy(page)} ${renderCode(page)} ${renderGroups(page)}
    <div class="survey-actions">
      <button type="submit" name="ke" value="lanjut" class="button primary">${t.start}</button>
    </div>
  </div>`;
}

/** What the draft is about, without the capitals that the law prints titles in. */
const aboutWhat = (title: string): string => shortTitle(title).subject || title;

/** On the first and the last step. [SV19] */
export function renderPromise({ locale, setting, keptName }: SurveyPage): Html {
  const t = surveyTexts[locale];
  const { rule, definition } = setting.survey;
  const hasTexts = questionsOf(definition).some(({ type }) => type === "text");
  return html`<section class="survey-promise" aria-labelledby="janji">
    <h2 id="janji">${t.promiseTitle}</h2>
    <p>${t.promise[rule]}${keptName === null ? "" : ` ${t.namedAs(keptName)}`}</p>
    <p>${t.small}</p>
    ${hasTexts ? html`<p>${t.textsAre}</p>` : ""}
  </section>`;
}

/** UU 27/2022 Pasal 20 to 22: before anything is collected. */
function renderPrivacy({ locale, setting }: SurveyPage): Html {
  const t = surveyTexts[locale];
  const { consultation, authority } = setting;
  const facts: readonly (readonly [string, string])[] = [
    [t.purpose, t.purposeWords(authority.name)],
    [t.whatHappens, consultation.whatHappens],
    [t.basis, consultation.legalBasis],
    [t.retention, t.retentionWords(consultation.retentionMonths)],
    [t.rights, t.rightsWords],
    [t.contact, consultation.contact],
  ];
  return html`<section class="survey-privacy" aria-labelledby="privasi">
    <h2 id="privasi">${t.privacyTitle}</h2>
    <dl>
      ${facts.map(
        ([name, words]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${words}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function renderCode({ locale, setting, filled }: SurveyPage): Html {
  if (setting.survey.rule !== "code") return html``;
  const t = surveyTexts[locale];
  return html`<div class="field">
    <label for="kode">${t.code}</label>
    <p class="hint" id="kode-hint">${t.codeHint}</p>
    <input
      id="kode"
      name="kode"
      type="text"
      value="${filled.code}"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      maxlength="40"
      aria-describedby="kode-hint"
    />
  </div>`;
}

function renderGroups({ locale, setting, filled, groupNames }: SurveyPage): Html {
  const offered = offeredGroups(setting.survey.groups);
  if (offered.length === 0) return html``;
  const t = surveyTexts[locale];
  const option = (value: string, words: string) =>
    html`<option value="${value}" ${filled.group === value ? html`selected` : ""}>${words}</option>`;
  return html`<div class="field">
    <label for="kelompok">${t.group}</label>
    <p class="hint" id="kelompok-hint">${t.groupHint}</p>
    <select id="kelompok" name="kelompok" aria-describedby="kelompok-hint">
      ${option("", t.groupNone)}
      ${offered.map(({ groupId }) => option(groupId, groupNames.get(groupId) ?? ""))}
      ${option("lain", t.groupOther)}
    </select>
  </div>`;
}

export interface ReviewOptions {
  readonly maySend: boolean;
  readonly sendAgain: boolean;
}

/** Everything that was answered, and the promise again, before it is sent. */
export function renderReview(page: SurveyPage, told: Told | null, options: ReviewOptions): Html {
  const { setting, path, preview, locale } = page;
  return html`${preview ? html`<p class="notice">${surveyTexts[locale].preview}</p>` : ""}
    ${renderHeading(page, true)} ${renderTold(told)}
    <form
      method="post"
      action="${path}"
      class="survey-form"
      novalidate
      data-survei="${setting.survey.id}"
      data-bentuk="${setting.survey.form}"
    >
      ${renderHidden(page, LAST_STEP, undefined)}
      <div class="survey-steps">${renderReviewBody(page, false, options)}</div>
    </form>`;
}

function renderReviewBody(page: SurveyPage, forScript: boolean, { maySend, sendAgain }: ReviewOptions): Html {
  const { locale } = page;
  const t = surveyTexts[locale];
  return html`<div class="survey-step-body" data-langkah="${LAST_STEP}" ${forScript ? html`hidden` : ""}>
    <h2>${maySend ? t.reviewTitle : t.yourAnswers}</h2>
    ${maySend ? html`<p>${t.reviewLead}</p>` : ""}
    <dl class="survey-review" data-ringkasan>${forScript ? "" : renderAnswers(page, maySend)}</dl>
    ${
      maySend
        ? html`${renderPromise(page)} ${forScript ? "" : renderCode(page)}
            <div class="survey-actions">
              <button type="submit" name="ke" value="kirim" class="button primary">
                ${sendAgain ? t.sendAgain : t.send}
              </button>
              <button type="submit" name="ke" value="kembali" class="button">${t.back}</button>
            </div>`
        : ""
    }
  </div>`;
}

/** Rows of what was answered; also shown to somebody who has answered under their name. */
export function renderAnswers(
  { setting, filled, locale, groupNames }: Pick<SurveyPage, "setting" | "filled" | "locale" | "groupNames">,
  mayChange: boolean,
): Html {
  const t = surveyTexts[locale];
  const { definition, groups } = setting.survey;
  const asked = stepsOf(definition, filled);
  const row = (words: string, answer: readonly string[], step: string) =>
    html`<div>
      <dt lang="id">${words}</dt>
      <dd>
        ${
          answer.length === 0
            ? html`<p class="hint">${t.unanswered}</p>`
            : answer.map((line) => html`<p dir="auto" class="survey-answer">${line}</p>`)
        }
      </dd>
      ${
        mayChange
          ? html`<dd>
              <button type="submit" name="ke" value="${step}" class="link-button">
                ${t.change}<span class="visually-hidden">: ${words}</span>
              </button>
            </dd>`
          : ""
      }
    </div>`;
  const group = groupNames.get(filled.group as GroupId);
  return html`${offeredGroups(groups).length > 0 ? row(t.yourGroup, [group ?? t.groupOther], FIRST_STEP) : ""}
  ${questionsOf(definition).map((question) =>
    asked.includes(question.id) ? row(question.words, answerWords(question, filled.fields), question.id) : "",
  )}`;
}
