/** Tools for the clause under the caret: one stop of Tab, arrows go through them. */
import { createEffect, createMemo, For, on, onCleanup, onMount, type JSX } from "solid-js";
import { sameShape, shape, type Shape } from "../../domain/clauses/shapes.ts";
import { textsOf } from "../ui/locale.ts";
import { useEditor } from "./editor-context.tsx";
import { Icon } from "./editor-icons.tsx";
import { editorTexts } from "./editor.intl.ts";
import { shapeTexts } from "./shape.intl.ts";
import { makeRoving } from "./roving.ts";
import { watchScrollEdges } from "./scroll-edges.ts";
import { ShapeMenu } from "./shape-menu.tsx";
import { tableTexts } from "./table.intl.ts";
import { ToolButton, type Tool } from "./tool-button.tsx";

export function EditorToolbar(props: { onHelp: () => void }): JSX.Element {
  const t = textsOf(editorTexts);
  const shapes = textsOf(shapeTexts);
  const table = textsOf(tableTexts);
  const { session, caret, history, editable } = useEditor();
  const off = (may: boolean | undefined): boolean => !editable() || !may;

  const current = (): Shape | undefined => {
    const here = caret();
    return here ? shape(here.kind, here.level) : undefined;
  };
  const insertable = createMemo(() => caret()?.insertable ?? []);
  const changeable = createMemo(() => {
    const here = current();
    if (!here) return [];
    const others = insertable().filter((each) => each.kind !== "tabel" && !sameShape(each, here));
    return [here, ...others];
  });
  const currentWord = () => {
    const here = caret();
    return here ? shapes().kind[here.kind] : t().noShape;
  };

  const looks: Tool[] = [
    {
      get word() {
        return t().bold;
      },
      keys: "Ctrl+B",
      look: "bold",
      get pressed() {
        return caret()?.bold ?? false;
      },
      get disabled() {
        return off(caret() !== null);
      },
      act: () => session.toggleBold(),
    },
    {
      get word() {
        return t().italic;
      },
      keys: "Ctrl+I",
      look: "italic",
      get pressed() {
        return caret()?.italic ?? false;
      },
      get disabled() {
        return off(caret() !== null);
      },
      act: () => session.toggleItalic(),
    },
  ];
  const places: Tool[] = [
    {
      get word() {
        return t().outdent;
      },
      get name() {
        return t().outdentLong;
      },
      keys: "Shift+Tab",
      icon: "outdent",
      get disabled() {
        return off(caret()?.canOutdent);
      },
      act: () => session.outdent(),
    },
    {
      get word() {
        return t().indent;
      },
      get name() {
        return t().indentLong;
      },
      keys: "Tab",
      icon: "indent",
      get disabled() {
        return off(caret()?.canIndent);
      },
      act: () => session.indent(),
    },
    {
      get word() {
        return t().moveUp;
      },
      get name() {
        return t().moveUpLong;
      },
      keys: "Alt+↑",
      icon: "up",
      get disabled() {
        return off(caret()?.canMoveUp);
      },
      act: () => void session.moveUnit("up"),
    },
    {
      get word() {
        return t().moveDown;
      },
      get name() {
        return t().moveDownLong;
      },
      keys: "Alt+↓",
      icon: "down",
      get disabled() {
        return off(caret()?.canMoveDown);
      },
      act: () => void session.moveUnit("down"),
    },
  ];
  const tables: Tool[] = [
    {
      get word() {
        return table().edit;
      },
      keys: "Enter",
      get disabled() {
        return off(caret()?.kind === "tabel");
      },
      act: () => {
        const cid = caret()?.cid;
        if (cid !== undefined) session.editTable(cid);
      },
    },
  ];
  const steps: Tool[] = [
    {
      get word() {
        return t().undo;
      },
      keys: "Ctrl+Z",
      icon: "undo",
      get disabled() {
        return off(history().canUndo);
      },
      act: () => session.undo(),
    },
    {
      get word() {
        return t().redo;
      },
      keys: "Ctrl+Shift+Z",
      icon: "redo",
      get disabled() {
        return off(history().canRedo);
      },
      act: () => session.redo(),
    },
    {
      get word() {
        return t().shortcuts;
      },
      keys: "?",
      act: () => props.onHelp(),
    },
  ];

  // A table has no words of its own to make bold: its tool stands where theirs do.
  const groups = createMemo(() => [caret()?.kind === "tabel" ? tables : looks, places, steps]);
  const roving = makeRoving("button");
  // Menus come and go as disabled: exactly one tool must stay reachable.
  createEffect(on([caret, editable, groups], () => roving.refresh()));
  let row!: HTMLDivElement;
  onMount(() => onCleanup(watchScrollEdges(row)));

  return (
    <div
      class="editor-toolbar"
      role="toolbar"
      aria-label={t().toolbar}
      aria-orientation="horizontal"
      ref={(element) => {
        row = element;
        roving.attach(element);
      }}
      onKeyDown={roving.onKeyDown}
      onFocusIn={roving.onFocusIn}
    >
      <div class="tool-group">
        <ShapeMenu
          class="tool-shape"
          word={<span class="name">{currentWord()}</span>}
          name={t().changeShape(currentWord())}
          heading={t().changeShapeHeading}
          shapes={changeable()}
          current={current()}
          disabled={off(caret() !== null)}
          onChoose={(chosen) => session.setShape(chosen)}
        />
        <ShapeMenu
          word={
            <>
              <Icon name="insert" />
              {t().insert}
            </>
          }
          heading={t().insertHeading}
          shapes={insertable()}
          disabled={off(insertable().length > 0)}
          onChoose={(chosen) => session.insertAfter(chosen)}
        />
      </div>
      <For each={groups()}>
        {(group) => (
          <div class="tool-group">
            <For each={group}>{(tool) => <ToolButton tool={tool} />}</For>
          </div>
        )}
      </For>
    </div>
  );
}
