/** The receipt: what was sent, how it stands, the answer, and the ways to withdraw it or leave an address. */
import { citationOf } from "../../domain/clauses/citation.ts";
import type { Cid } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import type { ReceiptView } from "../../db/repos/contribution-register.ts";
import { commentTexts } from "./comment.intl.ts";
import { formatDate } from "./format.ts";
import { html, type Html } from "./html.ts";
import { renderOutcome } from "./outcome-mark.ts";
import { receiptTexts } from "./receipt.intl.ts";
import type { ComparisonRow } from "../../domain/versions/compare.ts";
import { renderChange } from "./change-html.ts";
import type { PublicText } from "./version-texts.ts";

export interface ReceiptPage {
  readonly locale: Locale;
  readonly view: ReceiptView;
  /** With the origin. */
  readonly address: string;
  /** The version that the author read. */
  readonly text: PublicText;
  readonly timeZone: string;
  /** The version that holds the change, where there is one already. */
  readonly changedIn: {
    readonly number: number;
    readonly citation: string;
    readonly rows: readonly ComparisonRow[];
  } | null;
}

export const citationIn = (text: PublicText, cid: Cid): string => {
  const index = text.derived.indexOf.get(cid);
  return index === undefined ? "" : citationOf(text.derived, index);
};

function aboutWords({ locale, view, text }: ReceiptPage): string {
  const { targets } = view.contribution;
  if (targets.length === 0) return receiptTexts[locale].general;
  return targets.map(({ cid, itemCid }) => citationIn(text, itemCid ?? cid)).join(", ");
}

function renderSent(page: ReceiptPage): Html {
  const { locale, view, timeZone } = page;
  const t = receiptTexts[locale];
  const { contribution, consultation } = view;
  const { text, proposedText, stance, state, createdOn, moderationNote } = contribution;
  return html`<section aria-labelledby="terkirim">
    <h2 id="terkirim">${t.sent}</h2>
    <dl class="facts">
      <div>
        <dt>${t.state}</dt>
        <dd><strong>${t.states[state]}</strong></dd>
      </div>
      <div>
        <dt>${t.about}</dt>
        <dd lang="id">${aboutWords(page)}</dd>
      </div>
      ${
        consultation
          ? html`<div>
              <dt>${t.consultation}</dt>
              <dd><a href="/konsultasi/${consultation.id}">${consultation.title}</a></dd>
            </div>`
          : ""
      }
      <div>
        <dt>${t.day}</dt>
        <dd>${formatDate(createdOn, locale, timeZone)}</dd>
      </div>
      ${
        stance
          ? html`<div>
              <dt>${t.stance}</dt>
              <dd>${commentTexts[locale].stances[stance]}</dd>
            </div>`
          : ""
      }
      ${
        text
          ? html`<div>
              <dt>${t.words}</dt>
              <dd class="words" dir="auto">${text}</dd>
            </div>`
          : ""
      }
      ${
        proposedText
          ? html`<div>
              <dt>${t.proposal}</dt>
              <dd class="words" dir="auto">${proposedText}</dd>
            </div>`
          : ""
      }
      ${
        moderationNote
          ? html`<div>
              <dt>${t.publicNote}</dt>
              <dd class="words">${moderationNote}</dd>
            </div>`
          : ""
      }
    </dl>
  </section>`;
}

function renderAnswer({ locale, view, changedIn, text, timeZone }: ReceiptPage): Html {
  const t = receiptTexts[locale];
  const { answer, contribution } = view;
  if (!answer && contribution.state === "withdrawn") return html``;
  const change = answer?.change;
  return html`<section aria-labelledby="jawaban">
    <h2 id="jawaban">${t.answer}</h2>
    ${
      answer
        ? html`<p>${renderOutcome(answer.outcome, t.outcomes[answer.outcome])}</p>
            <p class="words" dir="auto">${answer.reason}</p>
            ${
              change
                ? html`<p>
                    ${
                      changedIn
                        ? t.changeIn(changedIn.citation, changedIn.number)
                        : t.changePromised(citationIn(text, change.cid))
                    }
                  </p>`
                : ""
            }
            ${changedIn ? renderChange(changedIn.rows, locale) : ""}
            <p class="hint">${t.answerOn(formatDate(answer.at, locale, timeZone))}</p>`
        : html`<p>${t.noAnswer}</p>`
    }
  </section>`;
}

export function renderReceipt(page: ReceiptPage): Html {
  const { locale, view, address } = page;
  const t = receiptTexts[locale];
  const { contribution, consultation, hasEmail, mayLeaveEmail } = view;
  const withdrawn = contribution.state === "withdrawn";
  const path = new URL(address).pathname;
  return html`<div class="heading">
      <p class="kicker">${t.title}</p>
      <h1>${withdrawn ? t.withdrawnTitle : t.thanks}</h1>
    </div>
    ${withdrawn ? html`<p>${t.withdrawn}</p>` : html`<p>${t.keep}</p>`}
    <p class="receipt-address" data-receipt="${path}" data-title="${consultation?.title ?? ""}">
      <span class="label">${t.address}</span> <a href="${path}"><code>${address}</code></a>
      <span class="hint">${t.addressHint}</span>
    </p>
    ${renderAnswer(page)} ${renderSent(page)}
    ${
      withdrawn
        ? ""
        : html`<div class="actions">
            ${mayLeaveEmail ? html`<a class="button" href="${path}/surel">${t.emailAdd}</a>` : ""}
            <a class="button" href="${path}/tarik">${t.withdraw}</a>
          </div>`
    }
    ${hasEmail ? html`<p class="hint">${t.emailKept}</p>` : ""}
    ${!mayLeaveEmail && !withdrawn ? html`<p class="hint">${t.emailNotHere}</p>` : ""}
    ${consultation ? html`<p><a href="/konsultasi/${consultation.id}#naskah">${t.more}</a></p>` : ""}`;
}

export function renderWithdraw({
  locale,
  address,
  view,
}: Pick<ReceiptPage, "locale" | "address" | "view">): Html {
  const t = receiptTexts[locale];
  const path = new URL(address).pathname;
  return html`<h1>${t.withdrawTitle}</h1>
    <p class="words said" dir="auto">${view.contribution.text}</p>
    <p>${t.withdrawWords}</p>
    <form method="post" class="actions">
      <button type="submit" class="button danger">${t.withdrawYes}</button>
      <a class="button" href="${path}">${t.withdrawNo}</a>
    </form>`;
}

export function renderEmailForm(
  { locale, address, view }: Pick<ReceiptPage, "locale" | "address" | "view">,
  typed: string,
  wrong: boolean,
): Html {
  const t = receiptTexts[locale];
  const path = new URL(address).pathname;
  const described = wrong ? "email-hint email-error" : "email-hint";
  return html`<h1>${t.emailAdd}</h1>
    <form method="post" class="card" novalidate>
      <div class="field">
        <label for="email">${t.email}</label>
        <p class="hint" id="email-hint">${t.emailHint}</p>
        ${wrong ? html`<p class="error" id="email-error" role="alert">${t.emailWrong}</p>` : ""}
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="email"
          maxlength="254"
          value="${typed}"
          autofocus
          aria-describedby="${described}"
          ${wrong ? html`aria-invalid="true"` : ""}
        />
      </div>
      <button type="submit" class="button primary">${t.emailSave}</button>
    </form>
    ${
      view.hasEmail
        ? html`<form method="post">
            <button type="submit" name="hapus" value="1" class="link-button">${t.emailRemove}</button>
          </form>`
        : ""
    }
    <p><a href="${path}">${t.withdrawNo}</a></p>`;
}

export function renderUnknownReceipt(locale: Locale): Html {
  const t = receiptTexts[locale];
  return html`<h1>${t.unknownTitle}</h1>
    <p>${t.unknown}</p>`;
}
