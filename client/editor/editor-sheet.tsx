/** The sheet: where the session mounts the text. What the style sheet prints beside it comes from here as well. */
import { createEffect, createSignal, onCleanup, onMount, Show, type JSX } from "solid-js";
import type { ClauseKind } from "../../domain/clauses/clause.ts";
import { KINDS } from "../../domain/clauses/kinds.ts";
import { Skeleton } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { useEditor } from "./editor-context.tsx";
import { editorTexts } from "./editor.intl.ts";
import { adoptKindWords } from "./kind-words.ts";
import { shapeTexts, type HintName } from "./shape.intl.ts";

const HINT_BY_KIND: Partial<Record<ClauseKind, HintName>> = {
  menimbang: "consideration",
  mengingat: "basis",
  isi: "text",
  tabel: "table",
};

function hintOf(kind: ClauseKind): HintName {
  const own = HINT_BY_KIND[kind];
  if (own) return own;
  const { isTitle, role } = KINDS[kind];
  if (isTitle) return "title";
  if (role === "item") return "item";
  return role === "line" ? "line" : "norm";
}

export function EditorSheet(props: { ref: (element: HTMLElement) => void }): JSX.Element {
  const t = textsOf(editorTexts);
  const shapes = textsOf(shapeTexts);
  const { session, saved, caret, editable, outline } = useEditor();
  const [sheet, setSheet] = createSignal<HTMLDivElement>();

  onMount(() => {
    const place = sheet();
    if (!place) return;
    onCleanup(session.mount(place));
    const text = place.querySelector(".sheet-text");
    text?.setAttribute("aria-describedby", "naskah-cara");
    createEffect(() => text?.setAttribute("aria-label", editable() ? t().sheet : t().sheetReadOnly));
    createEffect(() => {
      const hints = shapes().hint;
      onCleanup(adoptKindWords((kind) => hints[hintOf(kind)]));
    });
    createEffect(() => {
      const cid = caret()?.cid;
      const clause = cid ? place.querySelector(`[data-cid="${cid}"]`) : null;
      clause?.setAttribute("data-active", "");
      onCleanup(() => clause?.removeAttribute("data-active"));
    });
    props.ref(place);
  });

  /** Moves the unit under the caret, as in the outline. */
  function onKeyDown(event: KeyboardEvent): void {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !editable()) return;
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    event.stopPropagation();
    void session.moveUnit(event.key === "ArrowUp" ? "up" : "down");
  }

  return (
    <section class="sheet-place" on:keydown={{ handleEvent: onKeyDown, capture: true }}>
      <p class="visually-hidden" id="naskah-cara">
        {editable() ? t().sheetHelp : ""}
      </p>
      <Show when={saved().state === "loading" && outline.length === 0}>
        <div class="sheet-loading">
          <Skeleton lines={10} />
        </div>
      </Show>
      <div class="sheet" aria-label={t().sheet} ref={setSheet} />
    </section>
  );
}
