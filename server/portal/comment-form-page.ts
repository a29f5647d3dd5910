/** The form of a comment: the clause, what is kept, the fields; and what it says when it comes back. */
import {
  ANOTHER_GROUP,
  cleanWords,
  type CommentField,
  type CommentProblems,
  type TypedComment,
} from "../../domain/comments/comment-form.ts";
import { citationOf } from "../../domain/clauses/citation.ts";
import { clauseText } from "../../domain/clauses/clause.ts";
import { subtreeOf } from "../../domain/clauses/tree.ts";
import type { PointedItem } from "../../domain/comments/comment-place.ts";
import type { IdentityRule } from "../../domain/consultations/consultation.ts";
import { CONTRIBUTION_LIMITS, STANCES } from "../../domain/contributions/contribution.ts";
import type { VersionId } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import type { PublicConsultation, PublicGroup } from "../../db/repos/portal.repo.ts";
import { renderClause } from "./clause-html.ts";
import { commentTexts } from "./comment.intl.ts";
import { renderWindow } from "./consultation-page.ts";
import { formatNumber } from "./format.ts";
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

/** Into a textarea: its first line end is not part of what it holds (HTML, "the textarea element"). */
const kept = (words: string): string => `\n${words}`;

function renderClauseWords({ locale, text, place }: CommentFormPage): Html {
  if (place === null) return html``;
  const t = commentTexts[locale];
  const { start, end } = subtreeOf(text.derived.tree, place);
  const lines = text.lines.slice(start, end);
  const words = html`<div class="gazette quote" lang="id">
    ${lines.map((line) => renderClause(line, { deeper: 1 }))}
  </div>`;
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
    <dl class="facts">
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

/** Words of a problem with a field; undefined without one. */
function problemWords(page: CommentFormPage, field: CommentField): string | undefined {
  const { locale, problems, typed } = page;
  const problem = problems?.[field];
  if (!problem) return undefined;
  const t = commentTexts[locale];
  if (problem !== "too-long") return t.problems[field][problem];
  const limit = field === "proposedText" ? CONTRIBUTION_LIMITS.proposedText : CONTRIBUTION_LIMITS.text;
  return t.tooLong(formatNumber(cleanWords(typed[field]).length, locale), formatNumber(limit, locale));
}

/** Where each field's control has its id. */
const CONTROL: Readonly<Record<CommentField, string>> = {
  group: "kelompok",
  stance: "sikap-0",
  item: "butir",
  text: "masukan",
  proposedText: "usulan",
};

function renderProblems(page: CommentFormPage): Html {
  const t = commentTexts[page.locale];
  const fields = (Object.keys(CONTROL) as CommentField[]).filter((field) => problemWords(page, field));
  if (fields.length === 0) {
    return page.refusal
      ? html`<div class="notice error" role="alert" tabindex="-1" autofocus>${page.refusal}</div>`
      : html``;
  }
  return html`<div class="notice error" role="alert" tabindex="-1" autofocus>
    <p><strong>${t.problemsTitle}</strong></p>
    <p>${t.nothingLost}</p>
    <ul>
      ${fields.map((field) => html`<li><a href="#${CONTROL[field]}">${problemWords(page, field)}</a></li>`)}
    </ul>
  </div>`;
}

interface Labelled {
  readonly field: CommentField;
  readonly label: string;
  readonly hint?: string;
}

/** Label, hint and error of a field, and the attributes that tie them to its control. */
function labelled(page: CommentFormPage, { field, label, hint }: Labelled) {
  const id = CONTROL[field];
  const error = problemWords(page, field);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return {
    id,
    head: html`<label for="${id}">${label}</label>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : ""}
      ${error ? html`<p class="error" id="${id}-error">${error}</p>` : ""}`,
    ties: html`${described ? html`aria-describedby="${described}"` : ""}
    ${error ? html`aria-invalid="true"` : ""}`,
  };
}

function renderGroup(page: CommentFormPage): Html {
  const { locale, groups, typed } = page;
  if (groups.length === 0) return html``;
  const t = commentTexts[locale];
  const { id, head, ties } = labelled(page, { field: "group", label: t.group, hint: t.groupHint });
  const option = (value: string, words: string) =>
    html`<option value="${value}" ${typed.group === value ? html`selected` : ""}>${words}</option>`;
  return html`<div class="field">
    ${head}
    <select id="${id}" name="kelompok" required ${ties}>
      ${option("", t.choose)} ${groups.map(({ id: group, name }) => option(group, name))}
      ${option(ANOTHER_GROUP, t.anotherGroup)}
    </select>
  </div>`;
}

function renderStance(page: CommentFormPage): Html {
  const { locale, typed } = page;
  const t = commentTexts[locale];
  const error = problemWords(page, "stance");
  return html`<fieldset class="field" ${error ? html`aria-describedby="sikap-error"` : ""}>
    <legend>${t.stance}</legend>
    ${error ? html`<p class="error" id="sikap-error">${error}</p>` : ""}
    <div class="choices">
      ${STANCES.map(
        (stance, index) =>
          html`<label class="choice" for="sikap-${index}"
            ><input
              type="radio"
              id="sikap-${index}"
              name="sikap"
              value="${stance}"
              required
              ${typed.stance === stance ? html`checked` : ""}
            /><span>${t.stances[stance]}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}

function renderItem(page: CommentFormPage): Html {
  const { locale, items, typed } = page;
  if (items.length === 0) return html``;
  const t = commentTexts[locale];
  const label = `${t.item} (${t.optional})`;
  const { id, head, ties } = labelled(page, { field: "item", label });
  return html`<div class="field">
    ${head}
    <select id="${id}" name="butir" ${ties}>
      <option value="">${t.itemNone}</option>
      ${items.map(
        ({ cid, citation, text }) =>
          html`<option value="${cid}" ${typed.item === cid ? html`selected` : ""}>
            ${citation}: ${text.length > 60 ? `${text.slice(0, 58).trimEnd()}…` : text}
          </option>`,
      )}
    </select>
  </div>`;
}

function renderWords(page: CommentFormPage): Html {
  const { locale, typed } = page;
  const t = commentTexts[locale];
  const { id, head, ties } = labelled(page, { field: "text", label: t.text, hint: t.textHint });
  return html`<div class="field">
    ${head}
    <textarea
      id="${id}"
      name="masukan"
      rows="7"
      dir="auto"
      required
      data-limit="${CONTRIBUTION_LIMITS.text}"
      ${ties}
    >
${kept(typed.text)}</textarea>
  </div>`;
}

function renderProposal(page: CommentFormPage): Html {
  const { locale, text, place, typed } = page;
  const t = commentTexts[locale];
  const { id, head, ties } = labelled(page, {
    field: "proposedText",
    label: t.yourProposal,
    hint: t.proposalHint,
  });
  const original = place === null ? null : originalWords(text, place);
  return html`<details class="proposal" ${typed.proposedText ? html`open` : ""}>
    <summary>${t.proposal} <span class="hint">(${t.optional})</span></summary>
    <div class="beside">
      ${
        original
          ? html`<div class="field">
              <span class="label">${t.original}</span>
              <p class="original" lang="id">${original}</p>
            </div>`
          : ""
      }
      <div class="field">
        ${head}
        <textarea
          id="${id}"
          name="usulan"
          rows="7"
          dir="auto"
          data-limit="${CONTRIBUTION_LIMITS.proposedText}"
          ${ties}
        >
${kept(typed.proposedText)}</textarea>
      </div>
    </div>
  </details>`;
}

/** The words of a clause and what stands under it, a line each. */
function originalWords({ derived, lines }: PublicText, place: number): string {
  const { start, end } = subtreeOf(derived.tree, place);
  return lines
    .slice(start, end)
    .map(({ clause, label }) => `${label} ${clauseText(clause)}`.trim())
    .filter(Boolean)
    .join("\n");
}

function renderCode(page: CommentFormPage): Html {
  if (page.rule !== "code") return html``;
  const t = commentTexts[page.locale];
  return html`<div class="field">
    <label for="kode">${t.code}</label>
    <p class="hint" id="kode-hint">${t.codeHint}</p>
    <input
      id="kode"
      name="kode"
      type="text"
      value="${page.code}"
      autocomplete="off"
      autocapitalize="characters"
      maxlength="40"
      required
      aria-describedby="kode-hint"
    />
  </div>`;
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
