/** The change that followed an answer: what the clause said, what it says, and why. */
import type { Disposition } from "../../domain/dispositions/disposition.ts";
import type { Cid } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import type { ComparisonRow } from "../../domain/versions/compare.ts";
import type { PublicConsultation } from "../../db/repos/portal.repo.ts";
import { renderChange } from "./change-html.ts";
import { html, type Html } from "./html.ts";
import { renderOutcome } from "./outcome-mark.ts";
import { receiptTexts } from "./receipt.intl.ts";
import { registerTexts } from "./register.intl.ts";

export interface ChangePage {
  readonly locale: Locale;
  readonly shown: PublicConsultation;
  readonly title: string;
  readonly answer: Pick<Disposition, "outcome" | "reason">;
  /** Numbers of the versions. */
  readonly from: number;
  readonly to: number;
  readonly rows: readonly ComparisonRow[];
  readonly versionIsPublic: boolean;
  readonly cid: Cid;
}

export function renderChangePage(page: ChangePage): Html {
  const { locale, shown, title, answer, from, to, rows, versionIsPublic, cid } = page;
  const t = registerTexts[locale];
  const { id, title: about } = shown.consultation;
  return html`<div class="heading">
      <p class="kicker"><a href="/konsultasi/${id}">${about}</a></p>
      <h1>${title}</h1>
      <p>${t.changeLead(from, to)}</p>
    </div>
    ${renderChange(rows, locale)}
    <section aria-labelledby="mengapa">
      <h2 id="mengapa">${t.because}</h2>
      <p>${renderOutcome(answer.outcome, receiptTexts[locale].outcomes[answer.outcome])}</p>
      <p class="words" dir="auto">${answer.reason}</p>
    </section>
    <p>
      ${
        versionIsPublic
          ? html`<a href="/naskah/${shown.policy.id}/v/${to}/${cid}">${t.wholeVersion(to)}</a><br />`
          : ""
      }
      <a href="/konsultasi/${id}/tanggapan">${t.results}</a>
    </p>`;
}
