/** What the reader recognised in a pasted text, before anything is sent. */
import { createSignal, For, Show, type JSX } from "solid-js";
import { CLAUSE_KINDS, type DocumentType } from "../../domain/clauses/clause.ts";
import { parseWarningTexts } from "../../domain/parsing/parsing.intl.ts";
import { Button } from "../ui/button.tsx";
import { formatNumber } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { StatusMark } from "../ui/status-mark.tsx";
import { importTexts } from "./import.intl.ts";
import type { ParseSummary } from "./parse-summary.ts";
import { policyWords } from "./policy-words.intl.ts";

const FIRST_WARNINGS = 12;

function Warnings(props: { summary: ParseSummary; onGoToLine: (line: number) => void }): JSX.Element {
  const t = textsOf(importTexts);
  const [all, setAll] = createSignal(false);
  const number = (value: number) => formatNumber(value, locale());
  const shown = () => (all() ? props.summary.warnings : props.summary.warnings.slice(0, FIRST_WARNINGS));
  return (
    <Show
      when={props.summary.warnings.length > 0}
      fallback={
        <p>
          <StatusMark shape="filled" tone="good">
            {t().noWarnings}
          </StatusMark>
        </p>
      }
    >
      <div class="stack-small">
        <h3>{t().warnings(number(props.summary.warnings.length))}</h3>
        <p class="small quiet">{t().warningsLead}</p>
        <ul class="import-warnings">
          <For each={shown()}>
            {(warning) => (
              <li>
                <Button
                  look="plain"
                  size="small"
                  aria-label={t().goToLine(number(warning.line))}
                  onClick={() => props.onGoToLine(warning.line)}
                >
                  {t().line(number(warning.line))}
                </Button>
                <span>
                  {parseWarningTexts[locale()][warning.code](warning.found ?? "", warning.expected ?? "")}
                </span>
              </li>
            )}
          </For>
        </ul>
        <Show when={!all() && props.summary.warnings.length > FIRST_WARNINGS}>
          <div>
            <Button size="small" onClick={() => setAll(true)}>
              {t().showAllWarnings(number(props.summary.warnings.length))}
            </Button>
          </div>
        </Show>
      </div>
    </Show>
  );
}

export function ImportPreview(props: {
  summary: ParseSummary;
  documentType: DocumentType;
  onUseType: (type: DocumentType) => void;
  /** Asks to show a line of the text, from 1. */
  onGoToLine: (line: number) => void;
}): JSX.Element {
  const t = textsOf(importTexts);
  const words = textsOf(policyWords);
  const number = (value: number) => formatNumber(value, locale());
  const counts = () =>
    CLAUSE_KINDS.flatMap((kind) => {
      const count = props.summary.counts[kind];
      const word = t().counts[kind];
      return count && word ? [word(number(count))] : [];
    });
  const foundType = () => words().documentType[props.summary.documentType];

  return (
    <section class="import-preview stack" aria-label={t().preview}>
      <h2>{t().preview}</h2>
      <p class="import-title" lang="id">
        {props.summary.title || t().noTitle}
      </p>
      <ul class="import-counts numeric">
        <li>
          <strong>{t().found(number(props.summary.clauseCount))}</strong>
        </li>
        <For each={counts()}>{(count) => <li>{count}</li>}</For>
      </ul>
      <Show when={props.summary.documentType !== props.documentType}>
        <div class="notice row spread">
          <span>{t().documentTypeFound(foundType())}</span>
          <Button size="small" onClick={() => props.onUseType(props.summary.documentType)}>
            {t().useFoundType(foundType())}
          </Button>
        </div>
      </Show>
      <Show when={props.summary.headings.length > 0}>
        <details>
          <summary>
            {t().headings} ({number(props.summary.headings.length)})
          </summary>
          <ol class="import-headings" lang="id">
            <For each={props.summary.headings}>
              {(entry) => (
                <li>
                  <strong>{entry.label}</strong> {entry.heading}
                </li>
              )}
            </For>
          </ol>
        </details>
      </Show>
      <Warnings summary={props.summary} onGoToLine={props.onGoToLine} />
    </section>
  );
}
