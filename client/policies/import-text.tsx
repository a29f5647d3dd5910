/** The box into which a regulation is pasted, dropped or read from a file, with what was recognised below it. */
import { createEffect, createSignal, on, onCleanup, Show, type JSX } from "solid-js";
import type { DocumentType } from "../../domain/clauses/clause.ts";
import { Field } from "../ui/field.tsx";
import { formatNumber } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { ImportPreview } from "./import-preview.tsx";
import { readImportBytes, readImportText, type ImportSource } from "./import-source.ts";
import { importTexts } from "./import.intl.ts";
import { parseInWorker } from "./parse-in-worker.ts";
import type { ParseSummary } from "./parse-summary.ts";

const PARSE_PAUSE_MS = 400;
/** How many lines stay visible above the one that is shown. */
const LINES_ABOVE = 4;

/** Offset in UTF-16 units of the beginning of a line (from 1), and of its end. */
function lineRange(text: string, line: number): { start: number; end: number } {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const next = text.indexOf("\n", start);
    if (next < 0) break;
    start = next + 1;
  }
  const end = text.indexOf("\n", start);
  return { start, end: end < 0 ? text.length : end };
}

export function ImportText(props: {
  documentType: DocumentType;
  onUseType: (type: DocumentType) => void;
  /** What was checked, after every change; undefined while the box is empty. */
  onSource: (source: ImportSource | undefined) => void;
  onSummary: (summary: ParseSummary | undefined) => void;
  /** Said when one tries to send without a text. */
  missing: boolean;
}): JSX.Element {
  const t = textsOf(importTexts);
  const [source, setSource] = createSignal<ImportSource>();
  const [summary, setSummary] = createSignal<ParseSummary>();
  const [reading, setReading] = createSignal(false);
  const [failed, setFailed] = createSignal(false);
  const [fileName, setFileName] = createSignal<string>();
  const [over, setOver] = createSignal(false);
  const [box, setBox] = createSignal<HTMLTextAreaElement>();

  const take = (next: ImportSource | undefined, name?: string) => {
    setFileName(name);
    setSource(next);
    props.onSource(next);
  };
  const number = (value: number) => formatNumber(value, locale());
  const error = () => {
    const now = source();
    if (now && !now.ok) return t().refusal[now.refusal];
    return props.missing && !now ? t().refusal.empty : undefined;
  };
  const lines = () => {
    const now = source();
    return now?.ok ? number(now.lineCount) : "";
  };

  createEffect(
    on(source, (now) => {
      setSummary(undefined);
      props.onSummary(undefined);
      setFailed(false);
      setReading(false);
      if (!now?.ok) return;
      const controller = new AbortController();
      setReading(true);
      const timer = setTimeout(() => {
        parseInWorker(now.text, controller.signal).then(
          (result) => {
            setReading(false);
            setSummary(result);
            props.onSummary(result);
          },
          () => {
            setReading(false);
            setFailed(true);
          },
        );
      }, PARSE_PAUSE_MS);
      onCleanup(() => {
        clearTimeout(timer);
        controller.abort();
      });
    }),
  );

  async function readFile(file: File): Promise<void> {
    const next = readImportBytes(new Uint8Array(await file.arrayBuffer()));
    const area = box();
    if (area) area.value = next.ok ? next.text : "";
    take(next, file.name);
  }

  function drop(event: DragEvent): void {
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void readFile(file);
  }

  function goToLine(line: number): void {
    const area = box();
    if (!area) return;
    const { start, end } = lineRange(area.value, line);
    area.focus();
    area.setSelectionRange(start, end);
    // Browsers do not scroll to a selection; lines are of equal height because the box does not wrap.
    const lineHeight = Number.parseFloat(getComputedStyle(area).lineHeight);
    area.scrollTop = Math.max(0, (line - LINES_ABOVE) * lineHeight);
    area.scrollIntoView({ block: "center" });
  }

  return (
    <div class="stack">
      <Field label={t().paste} hint={t().pasteHint} error={error()}>
        {(attributes) => (
          <textarea
            {...attributes}
            ref={setBox}
            class="input import-box"
            classList={{ over: over() }}
            rows={12}
            wrap="off"
            spellcheck={false}
            lang="id"
            onInput={(event) => {
              const { value } = event.currentTarget;
              take(value === "" ? undefined : readImportText(value));
            }}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={drop}
          />
        )}
      </Field>
      <div class="row">
        <label class="button file-button">
          <input
            class="visually-hidden"
            type="file"
            accept=".txt,text/plain"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              event.currentTarget.value = "";
              if (file) void readFile(file);
            }}
          />
          {t().chooseFile}
        </label>
        <p class="small quiet" role="status">
          <Show when={source()?.ok && fileName()}>{(name) => t().fileRead(name(), lines())}</Show>
        </p>
      </div>
      <Show when={reading()}>
        <div role="status">
          <p class="small">{t().reading(lines())}</p>
          <progress class="progress" aria-label={t().reading(lines())} />
        </div>
      </Show>
      <Show when={failed()}>
        <p class="notice warn" role="status">
          {t().parseFailed}
        </p>
      </Show>
      <Show when={summary()}>
        {(found) => (
          <ImportPreview
            summary={found()}
            documentType={props.documentType}
            onUseType={props.onUseType}
            onGoToLine={goToLine}
          />
        )}
      </Show>
    </div>
  );
}
