/**
 * The outline: jumps, folds, moves units, shows where the caret and the others
 * are. One stop of Tab; arrows go through it (ARIA practices, tree view).
 */
import {
  createComputed,
  createEffect,
  createMemo,
  createSelector,
  createSignal,
  For,
  Index,
  on,
  Show,
  type JSX,
} from "solid-js";
import type { Cid } from "../../domain/ids.ts";
import { textsOf } from "../ui/locale.ts";
import { useDossier } from "./dossier-context.tsx";
import { dossierTexts } from "./dossier.intl.ts";
import { useEditor } from "./editor-context.tsx";
import { Icon } from "./editor-icons.tsx";
import type { OutlineEntry } from "./editor-session.ts";
import { editorTexts } from "./editor.intl.ts";
import { HeatLegend, HeatMark } from "./heat-mark.tsx";
import { foldable, inPortions, parentEntry, unfolded } from "./outline-folding.ts";
import { jumpToClause } from "./jump-to-clause.ts";
import { PersonMark } from "./person-mark.tsx";

const PORTION = 40;

const itemId = (cid: Cid) => `isi-${cid}`;

export function OutlineTree(props: { onJump?: (() => void) | undefined }): JSX.Element {
  const t = textsOf(editorTexts);
  const d = textsOf(dossierTexts);
  const editor = useEditor();
  const { session, currentEntry, peopleByEntry } = editor;
  const [folded, setFolded] = createSignal<ReadonlySet<Cid>>(new Set<Cid>());
  const [cursor, setCursor] = createSignal<Cid>();

  const [onlyOpen, setOnlyOpen] = createSignal(false);
  const { heat, figureOf } = useDossier();

  const withChildren = createMemo(() => foldable(editor.outline));
  const isOpen = (cid: Cid) => (figureOf(cid)?.open ?? 0) > 0;
  const visible = createMemo(() =>
    unfolded(editor.outline, folded()).filter(({ cid }) => !onlyOpen() || isOpen(cid)),
  );
  // The browser looks after each letter at all that it may leave unpainted: portions are few, entries many.
  const portions = createMemo(() => inPortions(visible(), PORTION));
  /** The entry that Tab reaches: where one last was, else where the caret is, else the first. */
  const stop = createMemo(() => {
    const seen = new Set(visible().map((entry) => entry.cid));
    const wanted = [cursor(), currentEntry() ?? undefined].find((cid) => cid !== undefined && seen.has(cid));
    return wanted ?? visible()[0]?.cid;
  });
  const isStop = createSelector(stop);
  const isCurrent = createSelector(currentEntry);

  createEffect(
    on(currentEntry, (cid) => {
      // Follows the caret while the person is not in the outline themselves.
      const item = cid && document.getElementById(itemId(cid));
      if (item && !item.closest(".outline-tree")?.contains(document.activeElement))
        item.scrollIntoView({ block: "nearest" });
    }),
  );

  const focusEntry = (cid: Cid | undefined) => {
    if (cid === undefined) return;
    setCursor(cid);
    document.getElementById(itemId(cid))?.focus();
  };
  const fold = (cid: Cid, away: boolean) =>
    setFolded((before) => {
      const next = new Set(before);
      if (away) next.add(cid);
      else next.delete(cid);
      return next;
    });
  const jump = (cid: Cid) => {
    setCursor(cid);
    // A drawer closes first: what it covers can then take the caret.
    props.onJump?.();
    queueMicrotask(() => jumpToClause(session, cid, true));
  };
  // What is put elsewhere, or into the next portion by what came above it, loses the focus with its element.
  let tree: HTMLElement | undefined;
  let hadFocus = false;
  createComputed(on(portions, () => (hadFocus = tree?.contains(document.activeElement) ?? false)));
  createEffect(
    on(portions, () => hadFocus && document.activeElement === document.body && focusEntry(stop())),
  );

  function onKeyDown(event: KeyboardEvent): void {
    const cid = stop();
    if (cid === undefined || event.ctrlKey || event.metaKey) return;
    const shown = visible();
    const at = shown.findIndex((entry) => entry.cid === cid);
    const isFolded = folded().has(cid);
    const acts: Record<string, () => void> = {
      ArrowDown: () => focusEntry(shown[at + 1]?.cid),
      ArrowUp: () => focusEntry(shown[at - 1]?.cid),
      Home: () => focusEntry(shown[0]?.cid),
      End: () => focusEntry(shown.at(-1)?.cid),
      ArrowRight: () =>
        isFolded ? fold(cid, false) : withChildren().has(cid) && focusEntry(shown[at + 1]?.cid),
      ArrowLeft: () =>
        withChildren().has(cid) && !isFolded ? fold(cid, true) : focusEntry(parentEntry(shown, at)?.cid),
      Enter: () => jump(cid),
      " ": () => jump(cid),
    };
    if (event.altKey) {
      if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
      event.preventDefault();
      if (editor.editable()) void session.moveUnit(event.key === "ArrowUp" ? "up" : "down", cid);
      return;
    }
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  const nameOf = (entry: OutlineEntry) => [entry.label, entry.heading].filter(Boolean).join(" ");

  return (
    <Show
      when={editor.outline.length > 0}
      fallback={<p class="quiet small outline-empty">{t().outlineEmpty}</p>}
    >
      <p class="visually-hidden" id="isi-cara">
        {t().outlineHelp}
      </p>
      <Show when={heat()?.received}>
        <div class="outline-filter">
          <label class="choice small">
            <input
              type="checkbox"
              checked={onlyOpen()}
              onChange={(event) => setOnlyOpen(event.currentTarget.checked)}
            />
            {d().onlyOpen}
          </label>
          <HeatLegend />
        </div>
      </Show>
      <Show when={onlyOpen() && visible().length === 0}>
        <p class="quiet small outline-empty" role="status">
          {d().nothingOpen}
        </p>
      </Show>
      <div
        ref={(element) => (tree = element)}
        class="outline-tree"
        role="tree"
        lang="id"
        aria-label={t().outline}
        aria-describedby="isi-cara"
        onKeyDown={onKeyDown}
      >
        <Index each={portions()}>
          {(portion) => (
            <div class="outline-portion" role="none" style={{ "--entries": String(portion().length) }}>
              <For each={portion()}>
                {(entry) => (
                  <div
                    class="outline-item"
                    role="treeitem"
                    id={itemId(entry.cid)}
                    tabIndex={isStop(entry.cid) ? 0 : -1}
                    data-depth={entry.depth}
                    aria-level={entry.depth + 1}
                    aria-selected={isCurrent(entry.cid)}
                    aria-current={isCurrent(entry.cid) ? "location" : undefined}
                    aria-expanded={withChildren().has(entry.cid) ? !folded().has(entry.cid) : undefined}
                    onFocus={() => setCursor(entry.cid)}
                    onClick={() => jump(entry.cid)}
                  >
                    <Show when={withChildren().has(entry.cid)} fallback={<span class="outline-fold" />}>
                      <span
                        class="outline-fold"
                        classList={{ open: !folded().has(entry.cid) }}
                        title={folded().has(entry.cid) ? t().unfold(entry.label) : t().fold(entry.label)}
                        onClick={(event) => {
                          event.stopPropagation();
                          fold(entry.cid, !folded().has(entry.cid));
                        }}
                      >
                        <Icon name="chevron" />
                      </span>
                    </Show>
                    <span class="outline-words" title={nameOf(entry)}>
                      <span class="outline-label">{entry.label}</span>
                      <Show when={entry.heading}> {entry.heading}</Show>
                    </span>
                    <Show when={figureOf(entry.cid)}>{(figure) => <HeatMark figure={figure()} />}</Show>
                    <Show when={peopleByEntry().get(entry.cid)}>
                      {(here) => (
                        <span class="outline-people">
                          <span class="visually-hidden">
                            {t().hereNow(
                              here()
                                .map((person) => person.name)
                                .join(", "),
                            )}
                          </span>
                          <For each={here().slice(0, 3)}>{(person) => <PersonMark person={person} />}</For>
                        </span>
                      )}
                    </Show>
                  </div>
                )}
              </For>
            </div>
          )}
        </Index>
      </div>
    </Show>
  );
}
