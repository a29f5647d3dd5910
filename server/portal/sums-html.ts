/** How many inputs came, and what became of them: every one is counted in exactly one line. */
import type { ContributionState } from "../../domain/contributions/contribution.ts";
import { OUTCOMES, type Outcome } from "../../domain/dispositions/disposition.ts";
import type { Locale } from "../../domain/locale.ts";
import { formatNumber } from "./format.ts";
import { html, type Html } from "./html.ts";
import { renderOutcome } from "./outcome-mark.ts";
import { receiptTexts } from "./receipt.intl.ts";
import { registerTexts } from "./register.intl.ts";

export interface Sums {
  readonly states: Readonly<Record<ContributionState, number>>;
  readonly outcomes: Readonly<Record<Outcome, number>>;
}

/** In numbers that add up: every input is in exactly one of them. */
export function addUp({ states }: Sums) {
  const { received: unsorted, triaged, considered, answered, published, withdrawn } = states;
  const handling = triaged + considered + answered;
  return { received: unsorted + handling + published + withdrawn, published, handling, unsorted, withdrawn };
}

export function renderSums(locale: Locale, sums: Sums): Html {
  const t = registerTexts[locale];
  const outcomes = receiptTexts[locale].outcomes;
  const n = (value: number) => formatNumber(value, locale);
  const { received, published, handling, unsorted, withdrawn } = addUp(sums);
  const row = (words: Html | string, value: number, level: "total" | "part" | "detail") =>
    html`<tr class="${level}">
      <th scope="row">${words}</th>
      <td>${n(value)}</td>
    </tr>`;
  return html`<p>
      ${t.sumWords({
        received: n(received),
        published: n(published),
        handling: n(handling),
        unsorted: n(unsorted),
        withdrawn: n(withdrawn),
      })}
    </p>
    <table class="sums">
      <caption class="visually-hidden">
        ${t.sums}
      </caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">${t.sums}</th>
          <th scope="col">${t.number}</th>
        </tr>
      </thead>
      <tbody>
        ${row(t.received, received, "total")} ${row(t.published, published, "part")}
        ${OUTCOMES.filter((outcome) => sums.outcomes[outcome] > 0).map((outcome) =>
          row(renderOutcome(outcome, outcomes[outcome]), sums.outcomes[outcome], "detail"),
        )}
        ${row(t.handling, handling, "part")} ${row(t.unsorted, unsorted, "part")}
        ${row(t.withdrawn, withdrawn, "part")}
      </tbody>
    </table>`;
}
