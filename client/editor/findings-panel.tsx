/** References that no longer say what they point to, and those that point nowhere. */
import { createMemo, For, Show, type JSX } from "solid-js";
import { citationOf, derive } from "../../domain/clauses/citation.ts";
import type { Cid } from "../../domain/ids.ts";
import type { ReferenceState } from "../../domain/references/reference-states.ts";
import { Button } from "../ui/button.tsx";
import { textsOf } from "../ui/locale.ts";
import { StatusMark } from "../ui/status-mark.tsx";
import { showToast } from "../ui/toasts.tsx";
import { useEditor } from "./editor-context.tsx";
import { editorTexts } from "./editor.intl.ts";
import { jumpToClause } from "./jump-to-clause.ts";

/** Corrects and says so, with the way back. */
export function useCorrection(): (which: readonly ReferenceState[]) => void {
  const t = textsOf(editorTexts);
  const { session } = useEditor();
  return (which) => {
    const corrected = session.correctReferences(which);
    if (corrected > 0) showToast(t().corrected(corrected), () => session.undo());
  };
}

/** Name of the clause that refers, from the text as it stands when the findings change. */
export function useCitations(): (cid: Cid) => string {
  const t = textsOf(editorTexts);
  const { session, findings } = useEditor();
  const derived = createMemo(() => (findings().length > 0 ? derive(session.clauses()) : undefined));
  return (cid) => {
    const known = derived();
    const index = known?.indexOf.get(cid);
    if (!known || index === undefined) return "";
    return citationOf(known, index) || t().kind[known.clauses[index]?.kind ?? "isi"];
  };
}

export function FindingItem(props: {
  finding: ReferenceState;
  place: string;
  onCorrect?: ((finding: ReferenceState) => void) | undefined;
  onJump?: (() => void) | undefined;
}): JSX.Element {
  const t = textsOf(editorTexts);
  const { session } = useEditor();
  const words = () => props.finding.words.trim();
  const present = () => props.finding.presentWords ?? "";
  return (
    <li class="finding">
      <div class="finding-head">
        <Show
          when={props.finding.state === "shifted"}
          fallback={
            <StatusMark shape="crossed" tone="bad">
              {t().broken}
            </StatusMark>
          }
        >
          <StatusMark shape="half" tone="warn">
            {t().shifted}
          </StatusMark>
        </Show>
        <button
          type="button"
          class="button plain small"
          onClick={() => {
            props.onJump?.();
            queueMicrotask(() => jumpToClause(session, props.finding.cid, true));
          }}
        >
          {props.place}
        </button>
      </div>
      <Show
        when={props.finding.state === "shifted"}
        fallback={
          <p>
            {t().brokenText(words())} <span class="quiet">{t().brokenHelp}</span>
          </p>
        }
      >
        <p>{t().shiftedText(words(), present())}</p>
        <Show when={props.onCorrect}>
          {(correct) => (
            <Button
              size="small"
              aria-label={t().correctOne(words(), present())}
              onClick={() => correct()(props.finding)}
            >
              {t().correct}
            </Button>
          )}
        </Show>
      </Show>
    </li>
  );
}

export function FindingsPanel(props: { onJump?: (() => void) | undefined }): JSX.Element {
  const t = textsOf(editorTexts);
  const { findings, caret, editable } = useEditor();
  const correct = useCorrection();
  const placeOf = useCitations();
  const shifted = createMemo(() => findings().filter(({ state }) => state === "shifted"));
  const caretCid = createMemo(() => caret()?.cid);
  const here = createMemo(() => findings().filter(({ cid }) => cid === caretCid()));
  const elsewhere = createMemo(() => findings().filter(({ cid }) => cid !== caretCid()));

  const list = (items: () => readonly ReferenceState[]) => (
    <ul class="findings">
      <For each={items()}>
        {(finding) => (
          <FindingItem
            finding={finding}
            place={placeOf(finding.cid)}
            onCorrect={editable() ? (which) => correct([which]) : undefined}
            onJump={props.onJump}
          />
        )}
      </For>
    </ul>
  );

  return (
    <Show
      when={findings().length > 0}
      fallback={
        <div class="panel-empty">
          <p>
            <strong>{t().findingsNone}</strong>
          </p>
          <p class="quiet small">{t().findingsNoneText}</p>
        </div>
      }
    >
      <Show when={editable() && shifted().length > 1}>
        <Button onClick={() => correct(shifted())}>{t().correctAll(shifted().length)}</Button>
      </Show>
      <Show when={here().length > 0}>
        <section>
          <h2 class="panel-heading">{t().findingsHere(caret()?.citation ?? "")}</h2>
          {list(here)}
        </section>
      </Show>
      <Show when={elsewhere().length > 0}>
        <section>
          <h2 class="panel-heading">{here().length > 0 ? t().findingsElsewhere : t().findingsAll}</h2>
          {list(elsewhere)}
        </section>
      </Show>
    </Show>
  );
}
