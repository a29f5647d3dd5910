/** The fields of the form of a comment: each with its label, hint, and what is wrong with it. */
import { ANOTHER_GROUP, cleanWords, type CommentField } from "../../domain/comments/comment-form.ts";
import { clauseText } from "../../domain/clauses/clause.ts";
import { subtreeOf } from "../../domain/clauses/tree.ts";
import { CONTRIBUTION_LIMITS, STANCES } from "../../domain/contributions/contribution.ts";
import type { CommentFormPage } from "./comment-form-page.ts";
import { commentTexts } from "./comment.intl.ts";
import { formatNumber } from "./format.ts";
import { html, type Html } from "./html.ts";
import type { PublicText } from "./version-texts.ts";

/** Into a textarea: its first line end is not part of what it holds (HTML, "the textarea element"). */
export const kept = (words: string): string => `\n${words}`;

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

export function renderProblems(page: CommentFormPage): Html {
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

export function renderGroup(page: CommentFormPage): Html {
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

export function renderStance(page: CommentFormPage): Html {
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

export function renderItem(page: CommentFormPage): Html {
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

export function renderWords(page: CommentFormPage): Html {
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

export function renderProposal(page: CommentFormPage): Html {
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

export function renderCode(page: CommentFormPage): Html {
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
