/** A table of contents that jumps; folded on a phone, beside the text on a desk. */
import { For, Show, type JSX } from "solid-js";
import { textsOf } from "../ui/locale.ts";
import { clauseTexts } from "./clauses.intl.ts";
import type { OutlineEntry } from "../../domain/clauses/gazette-lines.ts";
import "./outline.css";

export function Outline(props: { entries: readonly OutlineEntry[] }): JSX.Element {
  const t = textsOf(clauseTexts);
  const list = () => (
    <ol class="outline-list" lang="id">
      <For each={props.entries}>
        {(entry) => (
          <li data-depth={entry.depth}>
            <a href={`#${entry.cid}`}>
              <span class="outline-label">{entry.label}</span>
              <Show when={entry.heading}> {entry.heading}</Show>
            </a>
          </li>
        )}
      </For>
    </ol>
  );
  return (
    <nav class="outline no-print" aria-label={t().contents}>
      <div class="outline-side">
        <h2 class="small quiet">{t().contents}</h2>
        {list()}
      </div>
      <details class="outline-folded">
        <summary>{t().contents}</summary>
        {list()}
      </details>
    </nav>
  );
}
