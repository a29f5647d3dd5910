/** The form of a comment: the clause, what is kept, the fields; and what it says when it comes back. */
import type { CommentProblems, TypedComment } from "../../domain/comments/comment-form.ts";
import { citationOf } from "../../domain/clauses/citation.ts";
import { clauseText } from "../../domain/clauses/clause.ts";
import { subtreeOf } from "../../domain/clauses/tree.ts";
import type { PointedItem } from "../../domain/comments/comment-place.ts";
import type { IdentityRule } from "../../domain/consultations/consultation.ts";
import type { VersionId } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import type { PublicConsultation, PublicGroup } from "../../db/repos/portal.repo.ts";
import { renderClauses } from "./clause-html.ts";
import {
  kept,
  renderCode,
  renderGroup,
  renderItem,
  renderProblems,
  renderProposal,
  renderStance,
  renderWords,
} from "./comment-fields.ts";
import { commentTexts } from "./comment.intl.ts";
import { renderWindow } from "./window-line.ts";
import { html, type Html } from "./html.ts";
import type { PublicText } from "./version-texts.ts";

export interface CommentFormPage {
  readonly locale: Locale;
  readonly shown: PublicConsultation;
  readonly now: number;
  readonly text: PublicText;
  /** Index of the clause; null: the draft as a whole. */
  readonly place: number | null;
  readonly items: readonly PointedItem[];
  readonly groups: readonly PublicGroup[];
  readonly rule: IdentityRule;
  readonly typed: TypedComment;
  readonly code: string;
  readonly formId: string;
  /** That was read. */
  readonly versionId: VersionId;
  readonly problems?: CommentProblems;
  /** Why it came back, before the fields. */
  readonly refusal?: Html;
  /** Of the button, where it is not simply sent. */
  readonly sendWords?: string;
}

const LONG = 2_500;

function renderClauseWords({ locale, text, place }: CommentFormPage): Html {
  if (place === null) return html``;
  const t = commentTexts[locale];
  const { start, end } = subtreeOf(text.derived.tree, place);
  const lines = text.lines.slice(start, end);
  const words = html`<div class="gazette quote" lang="id">${renderClauses(lines, { base: 3 })}</div>`;
  const length = lines.reduce((sum, { clause }) => sum + clauseText(clause).length, 0);
  return html`<section aria-labelledby="bunyi">
    <h2 id="bunyi">${t.clause}</h2>
    ${
      length > LONG
        ? html`<details>
            <summary>${t.longClause}</summary>
            ${words}
          </details>`
        : words
    }
  </section>`;
}

/** What everyone is told before anything is collected (UU 27/2022 Pasal 20-22). */
function renderPrivacy({ locale, shown, rule }: CommentFormPage): Html {
  const t = commentTexts[locale];
  const { consultation, authority, unitName } = shown;
  const office = unitName ? `${unitName}, ${authority.name}` : authority.name;
  const facts: readonly (readonly [string, string])[] = [
    [t.purpose, t.purposeWords(office)],
    [t.kept, t.keptWords[rule]],
    [t.shownTo, t.shownToWords],
    [t.basis, consultation.legalBasis],
    [t.retention, t.retentionWords(consultation.retentionMonths)],
    [t.rights, t.rightsWords],
    [t.ask, consultation.contact],
  ];
  return html`<section class="privacy" aria-labelledby="privasi">
    <h2 id="privasi">${t.privacyTitle}</h2>
    <dl class="run-in">
      ${facts.map(
        ([name, words]) =>
          html`<div>
            <dt>${name}:</dt>
            <dd>${words}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

export function commentTitle({
  locale,
  text,
  place,
}: Pick<CommentFormPage, "locale" | "text" | "place">): string {
  const t = commentTexts[locale];
  return place === null ? t.generalTitle : t.titleOn(citationOf(text.derived, place));
}

export function renderCommentForm(page: CommentFormPage): Html {
  const { locale, shown, rule, formId, versionId, now } = page;
  const t = commentTexts[locale];
  const { id, title } = shown.consultation;
  return html`<div class="heading">
      <p class="kicker"><a href="/konsultasi/${id}">${title}</a></p>
      <h1>${commentTitle(page)}</h1>
      ${renderWindow(shown, locale, now)}
    </div>
    ${renderProblems(page)} ${renderClauseWords(page)} ${renderPrivacy(page)}
    <form method="post" class="comment-form" novalidate>
      <input type="hidden" name="kunci" value="${formId}" />
      <input type="hidden" name="versi" value="${versionId}" />
      <input type="hidden" name="aturan" value="${rule}" />
      ${renderCode(page)} ${renderGroup(page)} ${renderStance(page)} ${renderItem(page)} ${renderWords(page)}
      ${renderProposal(page)}
      <button type="submit" class="button primary">${page.sendWords ?? t.send}</button>
    </form>
    <p><a href="/konsultasi/${id}">${t.back}</a></p>`;
}

/** What cannot be sent any more, or not yet: the words stay to be copied. */
export function renderUnsent(
  page: Pick<CommentFormPage, "locale" | "shown" | "text" | "place" | "typed" | "now">,
  reason: Html,
): Html {
  const { locale, shown, typed, now } = page;
  const t = commentTexts[locale];
  const { id, title } = shown.consultation;
  const words = [typed.text, typed.proposedText].filter((each) => each !== "").join("\n\n");
  return html`<div class="heading">
      <p class="kicker"><a href="/konsultasi/${id}">${title}</a></p>
      <h1>${words === "" ? commentTitle(page) : t.refusedTitle}</h1>
      ${renderWindow(shown, locale, now)}
    </div>
    <div class="notice ${words === "" ? "" : "error"}" ${words === "" ? "" : html`role="alert"`}>
      ${reason}
    </div>
    ${
      words === ""
        ? ""
        : html`<div class="field">
            <label for="salinan">${t.whatYouTyped}</label>
            <p class="hint" id="salinan-hint">${t.copyHint}</p>
            <textarea id="salinan" rows="10" dir="auto" readonly aria-describedby="salinan-hint">
${kept(words)}</textarea>
          </div>`
    }
    <p><a href="/konsultasi/${id}">${t.back}</a></p>`;
}
