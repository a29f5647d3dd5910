/** A regulation as HTML for the portal, in the same classes as the workspace's gazette page. */
import { clauseText, type Clause, type Run } from "../../domain/clauses/clause.ts";
import type { GazetteLine } from "../../domain/clauses/gazette-lines.ts";
import { KINDS } from "../../domain/clauses/kinds.ts";
import type { Cid } from "../../domain/ids.ts";
import { html, type Html } from "./html.ts";

export interface ClauseFrame {
  /** Where a reference leads; null: it is not a link. */
  readonly hrefOf?: (cid: Cid) => string | null;
  /** Level of the first heading of these clauses, one below what stands over them. */
  readonly base?: number;
  /** The clauses are targets of links. */
  readonly anchored?: boolean;
}

function renderRun(run: Run, { hrefOf }: ClauseFrame): Html | string {
  const italic = run.italic ? html`<em>${run.text}</em>` : run.text;
  const marked = run.bold ? html`<strong>${italic}</strong>` : italic;
  const href = run.ref && hrefOf?.(run.ref);
  return href ? html`<a class="reference" href="${href}">${marked}</a>` : marked;
}

const renderRuns = (clause: Clause, frame: ClauseFrame): (Html | string)[] =>
  clause.runs.map((run) => renderRun(run, frame));

function renderTable({ value }: Clause): Html {
  const rows = value?.rows ?? [];
  const head = value?.head ?? 0;
  return html`<div class="table-scroll" tabindex="0" role="group">
    <table class="gazette-table">
      ${
        head > 0
          ? html`<thead>
              ${rows.slice(0, head).map(
                (row) =>
                  html`<tr>
                    ${row.map((cell) => html`<th scope="col">${cell}</th>`)}
                  </tr>`,
              )}
            </thead>`
          : ""
      }
      <tbody>
        ${rows.slice(head).map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Items stand at least one step in, as on paper. */
function levelOf({ kind, level }: Clause): number {
  return KINDS[kind].role === "item" ? Math.max(level, 1) : level;
}

/** Clauses in order; `after` gives what stands below one, by its place among them. Their headings leave out no level. */
export function renderClauses(
  lines: readonly GazetteLine[],
  frame: ClauseFrame,
  after?: (at: number) => readonly Html[],
): Html[] {
  const { base = 2 } = frame;
  const least = Math.min(...lines.map(({ headingLevel = 9 }) => headingLevel));
  let before = base - 1;
  return lines.flatMap((line, at) => {
    let shown = line;
    if (line.headingLevel !== undefined) {
      before = Math.min(line.headingLevel - least + base, before + 1, 6);
      shown = { ...line, headingLevel: before };
    }
    return [renderClause(shown, frame), ...(after?.(at) ?? [])];
  });
}

function renderClause(line: GazetteLine, frame: ClauseFrame): Html {
  const { clause, label, prefix, headingLevel } = line;
  const level = levelOf(clause);
  const id = frame.anchored ? html` id="${clause.cid}"` : "";
  const marks = html` data-kind="${clause.kind}"${level > 0 ? html` data-level="${level}"` : ""}${clause.quoted ? html` data-quoted` : ""}`;
  if (clause.kind === "tabel") return html`<div class="clause" ${id}${marks}>${renderTable(clause)}</div>`;
  const heading = headingLevel === undefined ? "" : html` role="heading" aria-level="${headingLevel}"`;
  const before = html`${prefix ? html`<span class="clause-prefix">${prefix}</span> ` : ""}${label ? html`<span class="clause-label">${label}</span> ` : ""}`;
  const hasWords = headingLevel === undefined || clauseText(clause) !== "";
  const body = hasWords ? html`<span class="clause-text">${renderRuns(clause, frame)}</span>` : "";
  return html`<div class="clause" ${id}${marks}${heading}>${before}${body}</div>`;
}
