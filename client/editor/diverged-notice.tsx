/** The text was loaded anew because the one here was not the server's: what only this device had is offered. */
import { createEffect, createSignal, Show, type JSX } from "solid-js";
import { citationOf, derive } from "../../domain/clauses/citation.ts";
import { clauseText, type Clause } from "../../domain/clauses/clause.ts";
import { Button } from "../ui/button.tsx";
import { textsOf } from "../ui/locale.ts";
import { divergedTexts } from "./diverged.intl.ts";
import { downloadFile, fileDate } from "./download.ts";
import { useEditor } from "./editor-context.tsx";

export function DivergedNotice(props: { before: readonly Clause[] }): JSX.Element {
  const t = textsOf(divergedTexts);
  const { session, saved } = useEditor();
  const [closed, setClosed] = createSignal(false);
  /** Clauses that read otherwise here, once the text has come. Taken once: what is written from then on is no difference. */
  const [lost, setLost] = createSignal<readonly Clause[] | null>(null);
  const compare = () => {
    const now = new Map(session.clauses().map((clause) => [clause.cid, wordsOf(clause)]));
    setLost(
      props.before.filter((clause) => wordsOf(clause) !== "" && wordsOf(clause) !== now.get(clause.cid)),
    );
  };
  createEffect(() => {
    // The editor shows what came only once the code that took it in has ended.
    if (lost() === null && saved().state === "saved") queueMicrotask(compare);
  });

  const download = () => {
    const derived = derive(props.before);
    const lines = (lost() ?? []).map((clause) => {
      const place = citationOf(derived, derived.indexOf.get(clause.cid) ?? -1);
      return `${place || t().somewhere}:\n${wordsOf(clause)}`;
    });
    const file = new Blob([[t().fileHeading(fileDate()), ...lines].join("\n\n"), "\n"], {
      type: "text/plain;charset=utf-8",
    });
    downloadFile(file, `${t().fileName}-${fileDate()}`, "txt");
  };

  return (
    <Show when={!closed() && lost()}>
      {(clauses) => (
        <section class="notice warn editor-notice" role="status">
          <p>
            <strong>{t().title}</strong>
          </p>
          <p>{clauses().length > 0 ? t().differs(clauses().length) : t().same}</p>
          <div class="row">
            <Show when={clauses().length > 0}>
              <Button onClick={download}>{t().download}</Button>
            </Show>
            <Button look="plain" onClick={() => setClosed(true)}>
              {t().close}
            </Button>
          </div>
        </section>
      )}
    </Show>
  );
}

const wordsOf = (clause: Clause): string =>
  clause.value?.rows.map((row) => row.join("\t")).join("\n") ?? clauseText(clause);
