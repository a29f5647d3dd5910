/** What became of a clause between two versions: each unit as it was and as it is, with the words marked. */
import type { Comparison, ComparisonRow } from "../../domain/versions/compare.ts";
import type { WordMark } from "../../domain/versions/word-marks.ts";
import { subtreeOf } from "../../domain/clauses/tree.ts";
import type { Derived } from "../../domain/clauses/citation.ts";
import type { Cid } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import { html, type Html } from "./html.ts";
import { registerTexts } from "./register.intl.ts";

function renderMarks(marks: readonly WordMark[], side: "before" | "after", locale: Locale): Html {
  const t = registerTexts[locale];
  const hidden = side === "before" ? "added" : "removed";
  return html`${marks
    .filter(({ op }) => op !== hidden)
    .map(({ op, text }) => {
      if (op === "removed")
        return html`<del><span class="visually-hidden">${t.deleted}: </span>${text}</del>`;
      if (op === "added") return html`<ins><span class="visually-hidden">${t.inserted}: </span>${text}</ins>`;
      return html`${text}`;
    })}`;
}

/** Rows of a clause and of what stands under it, in either text. */
export function rowsUnder(
  comparison: Comparison,
  sides: readonly Pick<Derived, "clauses" | "tree" | "indexOf">[],
  cid: Cid,
): readonly ComparisonRow[] {
  const under = new Set<Cid>();
  for (const { clauses, tree, indexOf } of sides) {
    const index = indexOf.get(cid);
    if (index === undefined) continue;
    const { start, end } = subtreeOf(tree, index);
    for (const clause of clauses.slice(start, end)) under.add(clause.cid);
  }
  return comparison.rows.filter((row) => under.has(row.cid));
}

function renderRow({ before, after, marks, facts }: ComparisonRow, locale: Locale): Html {
  const t = registerTexts[locale];
  const words = (side: "before" | "after", text: string): Html =>
    marks.length > 0 ? renderMarks(marks, side, locale) : html`${text}`;
  const moved = facts.some(({ fact }) => fact === "moved");
  const fact = !before ? t.newClause : !after ? t.removedClause : moved ? t.movedClause : "";
  return html`<tr>
    <td data-side="${t.before}">
      ${before ? html`<span class="clause-label">${before.label}</span> ${words("before", before.text)}` : "–"}
    </td>
    <td data-side="${t.after}">
      ${after ? html`<span class="clause-label">${after.label}</span> ${words("after", after.text)}` : "–"}
      ${fact ? html` <span class="hint">(${fact})</span>` : ""}
    </td>
  </tr>`;
}

/** A table of what differs; a sentence where nothing does. */
export function renderChange(rows: readonly ComparisonRow[], locale: Locale): Html {
  const t = registerTexts[locale];
  const changed = rows.filter((row) => !row.unchanged);
  if (changed.length === 0) return html`<p>${t.unchanged}</p>`;
  return html`<table class="change" lang="id">
    <thead>
      <tr>
        <th scope="col" lang="${locale}">${t.before}</th>
        <th scope="col" lang="${locale}">${t.after}</th>
      </tr>
    </thead>
    <tbody>
      ${changed.map((row) => renderRow(row, locale))}
    </tbody>
  </table>`;
}
