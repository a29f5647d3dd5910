/**
 * The slash menu: "/" at the start of a clause (or Ctrl+/ anywhere) offers what
 * may be put here. What is typed after the slash narrows it; the words are taken
 * away when one is chosen.
 */
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
} from "lexical";
import { $clauseOf, $offsetIn, $selectText } from "../../collab/document/operations.ts";
import { insertableShapes, shapesInPlace, type Shape } from "../../domain/clauses/editing.ts";
import type { SlashMenuState } from "./editor-session.ts";
import { makeSubject, type Observable } from "./observable.ts";
import type { StructureKeeper } from "./structure.ts";
import { $insertAfterUnit } from "./insert-unit.ts";
import { $becomeShape } from "./reshaping.ts";

export interface SlashMenuOptions {
  readonly structure: StructureKeeper;
  /** Words that find a shape, such as its name in the reader's language. */
  nameOf(shape: Shape): string;
  beforeStep(): void;
}

export interface SlashMenu {
  readonly state: Observable<SlashMenuState | null>;
  choose(index: number): void;
  close(): void;
  dispose(): void;
}

export function registerSlashMenu(editor: LexicalEditor, options: SlashMenuOptions): SlashMenu {
  const { structure, nameOf, beforeStep } = options;
  const state = makeSubject<SlashMenuState | null>(null);
  // Opened by Ctrl+/: there is no slash in the text, and the choice goes after the clause.
  let byKey = false;
  /** Where it was opened by key: it closes when the caret goes elsewhere or something is typed. */
  let openedAt: string | null = null;
  // Closed by Escape: stays closed until the slash is gone.
  let dismissed = false;

  const close = () => {
    byKey = false;
    openedAt = null;
    state.set(null);
  };
  const read = () => {
    if (!editor.isEditable()) return close();
    const found = editor.read(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
      const clause = $clauseOf(selection.anchor.getNode());
      if (clause === null) return null;
      const text = clause.getTextContent().slice(0, $offsetIn(clause, selection.anchor));
      const slash = /^\/([\p{L}\p{N} -]{0,20})$/u.exec(text);
      if (!slash) dismissed = false;
      if (byKey) {
        const place = `${clause.getKey()} ${clause.getTextContent()}`;
        openedAt ??= place;
        return openedAt === place ? { query: "", index: structure.indexOfKey(clause.getKey()) } : null;
      }
      if (!slash || dismissed) return null;
      return { query: slash[1] ?? "", index: structure.indexOfKey(clause.getKey()) };
    });
    const at = found && caretRect();
    if (!found || !at) return close();
    const needle = found.query.trim().toLowerCase();
    const offersOf = byKey ? insertableShapes : shapesInPlace;
    const items = offersOf(structure.clauses, found.index, structure.derived().tree).filter((shape) =>
      nameOf(shape).toLowerCase().includes(needle),
    );
    if (items.length === 0) return state.set(null);
    const active = Math.min(state.get()?.active ?? 0, items.length - 1);
    state.set({ query: found.query, items, active, at });
  };
  const choose = (index: number) => {
    const menu = state.get();
    const shape = menu?.items[index];
    if (!menu || !shape) return;
    const typed = !byKey;
    close();
    beforeStep();
    editor.update(() => {
      const selection = $getSelection();
      const clause = $isRangeSelection(selection) ? $clauseOf(selection.anchor.getNode()) : null;
      if (clause === null) return;
      if (!typed) {
        $insertAfterUnit(clause, shape);
        return;
      }
      // The words that called the menu go; the clause becomes what was chosen.
      $selectText(clause, 0, clause, menu.query.length + 1).removeText();
      $becomeShape(clause, shape);
    });
    editor.focus();
  };
  const move = (by: number) => (event: KeyboardEvent) => {
    const menu = state.get();
    if (menu === null) return false;
    event.preventDefault();
    const active = (menu.active + by + menu.items.length) % menu.items.length;
    state.set({ ...menu, active });
    return true;
  };
  const pick = (event: KeyboardEvent | null) => {
    const menu = state.get();
    if (menu === null) return false;
    event?.preventDefault();
    choose(menu.active);
    return true;
  };

  const critical = COMMAND_PRIORITY_CRITICAL;
  const stops = [
    editor.registerUpdateListener(read),
    editor.registerCommand(KEY_ARROW_DOWN_COMMAND, move(1), critical),
    editor.registerCommand(KEY_ARROW_UP_COMMAND, move(-1), critical),
    editor.registerCommand(KEY_ENTER_COMMAND, pick, critical),
    editor.registerCommand(KEY_TAB_COMMAND, pick, critical),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      () => {
        if (state.get() === null) return false;
        dismissed = true;
        close();
        return true;
      },
      critical,
    ),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (event.key !== "/" || !(event.ctrlKey || event.metaKey)) return false;
        event.preventDefault();
        byKey = true;
        read();
        return true;
      },
      critical,
    ),
  ];
  return { state, choose, close, dispose: () => stops.forEach((stop) => stop()) };
}

/** Where the caret stands in the viewport; in an empty clause its box stands in. */
function caretRect(): SlashMenuState["at"] | null {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const host = range.startContainer;
  const element = host instanceof Element ? host : host.parentElement;
  const rect = range.getClientRects()[0] ?? element?.getBoundingClientRect();
  return rect ? { left: rect.left, top: rect.top, bottom: Math.min(rect.bottom, rect.top + 32) } : null;
}
