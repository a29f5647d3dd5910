/** Figures of closed survey questions about a clause: a sentence, then a table with a bar beside each number. */
import type { Locale } from "../../domain/locale.ts";
import type { QuestionResult } from "../../domain/surveys/results.ts";
import { formatNumber } from "./format.ts";
import { html, type Html } from "./html.ts";
import { publishedTexts } from "./texts.intl.ts";

export interface ClauseFigures {
  readonly surveyTitle: string;
  readonly question: QuestionResult;
}

function renderFigures({ surveyTitle, question }: ClauseFigures, locale: Locale): Html {
  const t = publishedTexts[locale];
  const { all, words, row, type } = question;
  // The steps of a scale are numbers, of which perhaps only the two ends have words.
  const numbered = type === "scale" || type === "matrix";
  const nameOf = (key: string, choice: string): string =>
    !numbered || choice === key ? choice || key : choice ? `${key} (${choice})` : key;
  if (!all) return html``;
  const { n, mean, counts } = all;
  const title = row ? `${words}: ${row.words}` : words;
  const lead =
    mean === undefined
      ? t.answered(formatNumber(n, locale))
      : t.meanOf(mean.rounded.toLocaleString(locale === "id" ? "id-ID" : "en-GB"), formatNumber(n, locale));
  const most = Math.max(1, ...(counts ?? []).map(({ count }) => count));
  return html`<li class="input">
    <p class="about">${title}</p>
    <p class="hint">${surveyTitle}</p>
    <p>${lead}</p>
    ${
      counts
        ? html`<table class="figures">
            <caption class="visually-hidden">
              ${title}
            </caption>
            <thead class="visually-hidden">
              <tr>
                <th scope="col">${t.choice}</th>
                <th scope="col">${t.howMany}</th>
              </tr>
            </thead>
            <tbody>
              ${counts.map(
                ({ key, words: choice, count }) =>
                  html`<tr>
                    <th scope="row">${nameOf(key, choice)}</th>
                    <td>
                      <progress max="${most}" value="${count}" aria-hidden="true"></progress>
                      ${formatNumber(count, locale)}
                    </td>
                  </tr>`,
              )}
            </tbody>
          </table>`
        : ""
    }
  </li>`;
}

export function renderClauseFigures(figures: readonly ClauseFigures[], locale: Locale): Html {
  const shown = figures.filter(({ question }) => question.all !== null);
  if (shown.length === 0) return html``;
  const t = publishedTexts[locale];
  return html`<section aria-labelledby="angka">
    <h2 id="angka">${t.figures}</h2>
    <ul class="inputs">
      ${shown.map((each) => renderFigures(each, locale))}
    </ul>
  </section>`;
}
