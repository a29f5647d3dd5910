/** A headless editor with the keys that change the structure, for tests of what typing does to a text. */
import {
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
} from "lexical";
import { $insertAfterUnit } from "../../client/editor/insert-unit.ts";
import { $becomeShape } from "../../client/editor/reshaping.ts";
import { registerTyping } from "../../client/editor/typing.ts";
import { $clauseNodes, $selectText } from "../../collab/document/operations.ts";
import { createDocumentUpdate } from "../../collab/document/write.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { Shape } from "../../domain/clauses/editing.ts";
import { cidSeries, createPeer, type Peer } from "../document/support.ts";

export interface Keyboard extends Peer {
  /** Puts the caret into clause `index` (from 0) at an offset of its text; past the end is the end. */
  caret(index: number, offset?: number): void;
  /** Selects from the start of one clause to the end of another. */
  select(from: number, to: number): void;
  enter(): void;
  tab(): void;
  shiftTab(): void;
  backspace(): void;
  del(): void;
  /** The slash menu at clause `index`: a new clause after it, or an empty one becomes it. */
  insert(index: number, shape: Shape, instead?: boolean): void;
}

export function openKeyboard(clauses: readonly Clause[]): Keyboard {
  const peer = createPeer(createDocumentUpdate(clauses), { newCid: cidSeries(7) });
  const { editor } = peer;
  registerTyping(editor, {
    guard: (_cids, _act, go) => go(),
    beforeStep: () => peer.binding.stopCapturing(),
  });
  const settle = () => editor.update(() => {}, { discrete: true });
  const tab = (shiftKey: boolean) => {
    editor.dispatchCommand(KEY_TAB_COMMAND, {
      shiftKey,
      preventDefault: () => {},
    } as unknown as KeyboardEvent);
    settle();
  };
  const remove = (backward: boolean) => {
    editor.dispatchCommand(DELETE_CHARACTER_COMMAND, backward);
    settle();
  };
  return {
    ...peer,
    caret: (index, offset = 0) =>
      peer.edit(() => {
        const node = $clauseNodes()[index];
        if (node) $selectText(node, Math.min(offset, node.getTextContentSize()));
      }),
    select: (from, to) =>
      peer.edit(() => {
        const [first, last] = [$clauseNodes()[from], $clauseNodes()[to]];
        if (first && last) $selectText(first, 0, last, last.getTextContentSize());
      }),
    enter: () => {
      editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
      settle();
    },
    tab: () => tab(false),
    shiftTab: () => tab(true),
    backspace: () => remove(true),
    del: () => remove(false),
    insert: (index, shape, instead = false) => insert(editor, index, shape, instead),
  };
}

function insert(editor: LexicalEditor, index: number, shape: Shape, instead: boolean): void {
  editor.update(
    () => {
      const node = $clauseNodes()[index];
      if (!node) return;
      if (instead) $becomeShape(node, shape);
      else $insertAfterUnit(node, shape);
    },
    { discrete: true },
  );
}
