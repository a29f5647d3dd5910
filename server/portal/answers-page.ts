/** "What you said, what we did": published answers by clause, like inputs together. */
import type { Cid } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import type { PublicAnswer, PublicInput } from "../../db/repos/contribution-register.ts";
import type { PublicConsultation } from "../../db/repos/portal.repo.ts";
import { consultationTexts } from "./consultation.intl.ts";
import { renderWindow } from "./window-line.ts";
import { html, type Html } from "./html.ts";
import { renderAnswer, renderWords, type InputNames } from "./input-html.ts";
import { renderSums, type Sums } from "./sums-html.ts";
import { registerTexts } from "./register.intl.ts";

export interface Answered {
  readonly answer: PublicAnswer;
  readonly inputs: readonly PublicInput[];
}

export interface AnsweredClause {
  /** Null: the draft as a whole. */
  readonly cid: Cid | null;
  readonly citation: string;
  readonly answers: readonly Answered[];
}

export interface AnswersPage {
  readonly locale: Locale;
  readonly shown: PublicConsultation;
  readonly now: number;
  readonly sums: Sums;
  readonly clauses: readonly AnsweredClause[];
  readonly names: InputNames;
}

/** How many of like inputs are quoted, and how much of each. */
const QUOTED = 2;
const QUOTED_LENGTH = 280;

function renderAnswered({ answer, inputs }: Answered, page: AnswersPage): Html {
  const { names, locale } = page;
  const t = registerTexts[locale];
  const quoted = inputs.filter(({ text }) => text !== null).slice(0, QUOTED);
  const rest = inputs.length - quoted.length;
  const [first] = inputs;
  if (!first) return html``;
  return html`<li class="input">
    <p><strong>${t.saidBy(inputs.length)}</strong></p>
    ${quoted.map((input) => renderWords(input, names, QUOTED_LENGTH))}
    ${rest > 0 && quoted.length > 0 ? html`<p class="hint">${t.alsoSaid(rest)}</p>` : ""}
    <p class="label">${t.weSay}</p>
    ${renderAnswer(answer, first, names)}
  </li>`;
}

export function renderAnswers(page: AnswersPage): Html {
  const { locale, shown, now, sums, clauses } = page;
  const t = registerTexts[locale];
  const { id, title } = shown.consultation;
  return html`<div class="heading">
      <p class="kicker"><a href="/konsultasi/${id}">${title}</a></p>
      <h1>${t.results}</h1>
      ${renderWindow(shown, locale, now)}
    </div>
    <p>${t.resultsLead}</p>
    ${renderSums(locale, sums)} ${clauses.length === 0 ? html`<p class="empty">${t.noResults}</p>` : ""}
    ${clauses.map(
      ({ cid, citation, answers }) =>
        html`<section aria-labelledby="k-${cid ?? "umum"}">
          <h2 id="k-${cid ?? "umum"}" lang="${cid ? "id" : locale}">
            ${cid ? html`<a href="/ketentuan/${shown.policy.id}/${cid}">${citation}</a>` : t.general}
          </h2>
          <ul class="inputs">
            ${answers.map((answered) => renderAnswered(answered, page))}
          </ul>
        </section>`,
    )}
    <p>
      <a href="/konsultasi/${id}/register">${consultationTexts[locale].register}</a><br />
      <a href="/konsultasi/${id}">${consultationTexts[locale].backToConsultation}</a>
    </p>`;
}
