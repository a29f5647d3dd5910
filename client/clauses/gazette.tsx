/** A regulation set as a gazette page: labels hang in the margin, headings are centred as the law has them. */
import { createMemo, For, Match, Show, Switch, type JSX } from "solid-js";
import { clauseText } from "../../domain/clauses/clause.ts";
import { KINDS } from "../../domain/clauses/kinds.ts";
import type { Cid } from "../../domain/ids.ts";
import { ClauseRuns } from "./clause-runs.tsx";
import type { GazetteLine } from "../../domain/clauses/gazette-lines.ts";
import "./gazette.css";

function Cells(props: { line: GazetteLine }): JSX.Element {
  const value = () => props.line.clause.value;
  return (
    <Show when={value()}>
      {(table) => (
        <div class="table-scroll" tabIndex={0} role="group">
          <table class="gazette-table">
            <thead>
              <For each={table().rows.slice(0, table().head)}>
                {(row) => (
                  <tr>
                    <For each={row}>{(cell) => <th scope="col">{cell}</th>}</For>
                  </tr>
                )}
              </For>
            </thead>
            <tbody>
              <For each={table().rows.slice(table().head)}>
                {(row) => (
                  <tr>
                    <For each={row}>{(cell) => <td>{cell}</td>}</For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      )}
    </Show>
  );
}

/** One clause, as in the text, without what round it decides its numbering. */
export function GazetteClause(props: {
  line: GazetteLine;
  /** Instead of the words of the clause, such as with the marks of a comparison. */
  words?: JSX.Element | undefined;
  has?: ((cid: Cid) => boolean) | undefined;
  /** The page is a preview or a comparison: clauses are no targets of links. */
  anonymous?: boolean | undefined;
}): JSX.Element {
  const clause = () => props.line.clause;
  const words = () => props.words ?? <ClauseRuns runs={clause().runs} has={props.has} />;
  const isHeading = () => props.line.headingLevel !== undefined;
  const id = () => (props.anonymous ? undefined : clause().cid);
  const level = () => {
    if (KINDS[clause().kind].role === "item") return String(Math.max(clause().level, 1));
    return clause().level ? String(clause().level) : undefined;
  };
  return (
    <Switch
      fallback={
        <div
          class="clause"
          id={id()}
          data-kind={clause().kind}
          data-level={level()}
          data-quoted={clause().quoted ? "" : undefined}
        >
          <Show when={props.line.prefix}>
            <span class="clause-prefix">{props.line.prefix}</span>
          </Show>
          <Show when={props.line.label}>
            <span class="clause-label">{props.line.label}</span>
          </Show>
          <span class="clause-text">{words()}</span>
        </div>
      }
    >
      <Match when={clause().kind === "tabel"}>
        <div class="clause" id={id()} data-kind="tabel">
          <Cells line={props.line} />
        </div>
      </Match>
      <Match when={isHeading()}>
        <div
          class="clause"
          id={id()}
          data-kind={clause().kind}
          data-quoted={clause().quoted ? "" : undefined}
          role={props.anonymous ? undefined : "heading"}
          aria-level={props.anonymous ? undefined : props.line.headingLevel}
        >
          <Show when={props.line.prefix}>
            <span class="clause-prefix">{props.line.prefix}</span>
          </Show>
          <span class="clause-label">{props.line.label}</span>
          <Show when={props.words !== undefined || clauseText(clause())}>
            <span class="clause-text">{words()}</span>
          </Show>
        </div>
      </Match>
    </Switch>
  );
}

export function Gazette(props: { lines: readonly GazetteLine[] }): JSX.Element {
  const cids = createMemo(() => new Set(props.lines.map((line) => line.clause.cid)));
  return (
    <article class="gazette" lang="id">
      <For each={props.lines}>{(line) => <GazetteClause line={line} has={(cid) => cids().has(cid)} />}</For>
    </article>
  );
}
