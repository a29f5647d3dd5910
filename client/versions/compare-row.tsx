/** One changed clause: as it was beside as it is, with the words that differ marked. */
import { For, Show, type JSX } from "solid-js";
import type { ComparisonRow, RowSide } from "../../domain/versions/compare.ts";
import type { WordMark } from "../../domain/versions/word-marks.ts";
import { textsOf } from "../ui/locale.ts";
import { CompareFacts } from "./compare-facts.tsx";
import { compareTexts } from "./compare.intl.ts";
import { MarkedWords } from "./marked-words.tsx";

function Cells(props: { rows: readonly (readonly string[])[] }): JSX.Element {
  return (
    <div class="table-scroll">
      <table class="gazette-table">
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <For each={row}>{(cell) => <td>{cell}</td>}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

function Side(props: {
  side: RowSide | undefined;
  which: "before" | "after";
  marks: readonly WordMark[];
  nothing: string;
}): JSX.Element {
  const t = textsOf(compareTexts);
  // Marks of a clause that was split, or took another in, run over several clauses: each side must read as it stood.
  const hasMarks = () => {
    const own = props.marks.filter(({ op }) => op !== (props.which === "before" ? "added" : "removed"));
    return own.length > 0 && own.map(({ text }) => text).join("") === props.side?.text;
  };
  return (
    <div class="compare-side" data-which={props.which}>
      <p class="small quiet compare-which">{t()[props.which]}</p>
      <Show when={props.side} fallback={<p class="quiet">{props.nothing}</p>}>
        {(side) => (
          <div class="compare-text" lang="id">
            <Show when={side().label}>
              <span class="compare-label">{side().label} </span>
            </Show>
            <Show when={hasMarks()} fallback={side().text}>
              <MarkedWords marks={props.marks} side={props.which} />
            </Show>
            <Show when={side().value}>{(value) => <Cells rows={value().rows} />}</Show>
          </div>
        )}
      </Show>
    </div>
  );
}

/** Where the clause stands, as it is called now; one that is gone, as it was called. */
export const citationOfRow = (row: ComparisonRow): string =>
  row.after?.citation || row.after?.label || row.before?.citation || row.before?.label || "";

export function CompareRow(props: { row: ComparisonRow; id: string; current: boolean }): JSX.Element {
  const t = textsOf(compareTexts);
  return (
    <article
      class="compare-row"
      classList={{ current: props.current }}
      id={props.id}
      tabIndex={-1}
      aria-labelledby={`${props.id}-name`}
    >
      <header class="compare-row-head">
        <h2 id={`${props.id}-name`}>{citationOfRow(props.row) || t().clause}</h2>
        <CompareFacts row={props.row} />
      </header>
      <div class="compare-sides">
        <Side which="before" side={props.row.before} marks={props.row.marks} nothing={t().nothingBefore} />
        <Side which="after" side={props.row.after} marks={props.row.marks} nothing={t().nothingAfter} />
      </div>
    </article>
  );
}

/** What stayed the same: a count, and the words on request. */
export function UnchangedRows(props: { rows: readonly ComparisonRow[]; count: string }): JSX.Element {
  const t = textsOf(compareTexts);
  return (
    <details class="compare-unchanged">
      <summary>{t().unchangedFolded(props.count)}</summary>
      <For each={props.rows}>
        {(row) => (
          <p lang="id">
            <span class="compare-label">{row.after?.label} </span>
            {row.after?.text}
          </p>
        )}
      </For>
    </details>
  );
}
