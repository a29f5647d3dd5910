/** The changed clauses as a leader reads them: one difference each, the most disputed first, the whole on request. */
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import type { ChangedClause } from "../../domain/reviews/changes.ts";
import { excerptMarks } from "../../domain/reviews/excerpt.ts";
import type { ObjectionView, ReviewBrief } from "../../domain/reviews/reviews.contract.ts";
import type { ComparisonRow } from "../../domain/versions/compare.ts";
import type { WordMark } from "../../domain/versions/word-marks.ts";
import { formatNumber } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { CompareFacts } from "../versions/compare-facts.tsx";
import { CompareRow } from "../versions/compare-row.tsx";
import "../versions/compare.css";
import { compareTexts } from "../versions/compare.intl.ts";
import { decideTexts } from "./decide.intl.ts";

/** As many as stand on the first screen and a half; the rest is one press away. */
export const FIRST_CHANGES = 3;

/** What differs in a row, shortened; a row without marks (moved, merged) shows the beginning of its words. */
function marksOf(row: ComparisonRow): readonly WordMark[] {
  const marks = excerptMarks(row.marks);
  if (marks.length > 0) return marks;
  const text = row.after?.text ?? row.before?.text ?? "";
  return [{ op: "same", text: text.length > 120 ? `${text.slice(0, 120).trimEnd()}…` : text }];
}

function Difference(props: { row: ComparisonRow }): JSX.Element {
  const t = textsOf(compareTexts);
  return (
    <span lang="id">
      <For each={marksOf(props.row)}>
        {(mark) =>
          mark.op === "same" ? (
            mark.text
          ) : mark.op === "removed" ? (
            <del>
              <span class="visually-hidden">{t().deleted}: </span>
              {mark.text}
            </del>
          ) : (
            <ins>
              <span class="visually-hidden">{t().inserted}: </span>
              {mark.text}
            </ins>
          )
        }
      </For>{" "}
    </span>
  );
}

/** Folded it is the head with what differs; unfolded, the clause as it was and as it is. */
function Change(props: { change: ChangedClause; objections: number; id: string }): JSX.Element {
  const t = textsOf(decideTexts);
  const words = textsOf(compareTexts);
  const [open, setOpen] = createSignal(false);
  return (
    <li class="brief-change">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span class="brief-change-head">
            <strong>{props.change.citation || words().clause}</strong>
            <Show when={props.change.rows[0]}>{(row) => <CompareFacts row={row()} />}</Show>
            <Show when={props.objections > 0}>
              <span class="small brief-disputed">
                {t().objectionsAbout(formatNumber(props.objections, locale()))}
              </span>
            </Show>
          </span>
          <Show when={!open()}>
            <span class="brief-difference">
              <For each={props.change.rows.slice(0, 2)}>{(row) => <Difference row={row} />}</For>
            </span>
          </Show>
        </summary>
        <Show when={open()}>
          <div class="compare">
            <For each={props.change.rows}>
              {(row, at) => <CompareRow row={row} id={`${props.id}-${at()}`} current={false} />}
            </For>
          </div>
        </Show>
      </details>
    </li>
  );
}

/** `children` stand in the line of what leads further. */
export function BriefChanges(props: { brief: ReviewBrief; children: JSX.Element }): JSX.Element {
  const t = textsOf(decideTexts);
  const [all, setAll] = createSignal(false);
  const number = (value: number) => formatNumber(value, locale());
  const disputes = createMemo(() => {
    const byCid = new Map<string, number>();
    const count = (objection: ObjectionView) => {
      for (const cid of objection.cids) byCid.set(cid, (byCid.get(cid) ?? 0) + 1);
    };
    for (const objection of props.brief.objections) count(objection);
    return ({ rows }: ChangedClause) => rows.reduce((sum, row) => sum + (byCid.get(row.cid) ?? 0), 0);
  });
  const ordered = createMemo(() =>
    props.brief.changes
      .map((change) => ({ change, objections: disputes()(change) }))
      // Stable: those equally disputed stay in the order of the text.
      .toSorted((a, b) => b.objections - a.objections),
  );
  const shown = () => (all() ? ordered() : ordered().slice(0, FIRST_CHANGES));
  const hidden = () => ordered().length - shown().length;

  return (
    <>
      <Show
        when={ordered().length > 0}
        fallback={<p>{props.brief.base ? t().changesNone : t().changesFirst}</p>}
      >
        <ol class="brief-changes">
          <For each={shown()}>
            {(each, at) => (
              <Change change={each.change} objections={each.objections} id={`perubahan-${at()}`} />
            )}
          </For>
        </ol>
      </Show>
      <p class="leader-links">
        <Show when={hidden() > 0}>
          <button type="button" class="brief-more" onClick={() => setAll(true)}>
            {t().changesMore(number(hidden()))}
          </button>
        </Show>
        {props.children}
      </p>
    </>
  );
}
