/**
 * Keys that change the structure. What Enter, Tab and Backspace may do is
 * decided by domain/clauses/editing; here it is only carried out.
 */
import {
  $getSelection,
  $hasUpdateTag,
  $isRangeSelection,
  COLLABORATION_TAG,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  HISTORIC_TAG,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  REMOVE_TEXT_COMMAND,
  type LexicalEditor,
} from "lexical";
import { ClauseNode } from "../../collab/document/nodes.ts";
import {
  $clauseOf,
  $insertClauseAfter,
  $joinWithNext,
  $joinWithPrevious,
  $offsetIn,
  $readClauses,
  $removeSelection,
  $selectedClauses,
  $setShape,
  $splitClause,
} from "../../collab/document/operations.ts";
import {
  backspaceAtStart,
  indented,
  outdented,
  shapeAfterEnter,
  shapeOnEmptyEnter,
  type Shape,
} from "../../domain/clauses/editing.ts";
import { KINDS } from "../../domain/clauses/kinds.ts";
import { bodyShapeOf } from "../../domain/clauses/shapes.ts";
import type { Cid } from "../../domain/ids.ts";

export interface TypingOptions {
  /** Others' carets in these clauses may be lost by `act`: runs `go` at once, or after a person agreed. */
  guard(cids: readonly Cid[], act: "remove" | "join", go: () => void): void;
  /** Called before a change of structure, so that it is an undo step of its own. */
  beforeStep(): void;
}

export function registerTyping(editor: LexicalEditor, { guard, beforeStep }: TypingOptions): () => void {
  const high = COMMAND_PRIORITY_HIGH;

  /** Handles a deletion over several clauses or at the edge of one; false leaves it to Lexical. */
  const remove = (backward: boolean): boolean => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return false;
    const touched = $selectedClauses();
    if (touched.length > 1) {
      guard(cidsOf(touched.slice(1)), "remove", () => {
        beforeStep();
        editor.update(() => void $removeSelection());
      });
      return true;
    }
    const clause = touched[0];
    if (!clause || !selection.isCollapsed()) return false;
    const offset = $offsetIn(clause, selection.anchor);
    if (backward) return offset === 0 && backspace(clause);
    return offset === clause.getTextContentSize() && deleteForward(clause);
  };

  const backspace = (clause: ClauseNode): boolean => {
    const act = backspaceAtStart($readClauses(), clause.getIndexWithinParent());
    beforeStep();
    if (act.do === "outdent") $setShape(clause, act.shape);
    else if (act.do === "join") {
      guard(cidsOf([clause]), "join", () => editor.update(() => void $joinWithPrevious(clause.getLatest())));
    } else $removeEmptyBefore(clause);
    return true;
  };

  const deleteForward = (clause: ClauseNode): boolean => {
    const next = clause.getNextSibling();
    if (!(next instanceof ClauseNode)) return true;
    const act = backspaceAtStart($readClauses(), next.getIndexWithinParent());
    const empty = clause.getTextContentSize() === 0 && KINDS[clause.getKind()].hasText;
    if (act.do !== "join" && !empty) return true;
    beforeStep();
    if (act.do === "join") {
      guard(cidsOf([next]), "join", () => editor.update(() => void $joinWithNext(clause.getLatest())));
    } else {
      clause.remove();
      next.selectStart();
    }
    return true;
  };

  const enter = (): boolean => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return false;
    const split = () => {
      beforeStep();
      editor.update(() => {
        const now = $getSelection();
        if (!$isRangeSelection(now)) return;
        if (!now.isCollapsed()) $removeSelection();
        const clause = $clauseOf(now.anchor.getNode());
        if (clause === null) return;
        const clauses = $readClauses();
        const index = clause.getIndexWithinParent();
        const size = clause.getTextContentSize();
        if (size === 0 && KINDS[clause.getKind()].hasText) {
          const out = shapeOnEmptyEnter(clauses, index);
          if (out) return $becomeShape(clause, out);
        }
        const offset = $offsetIn(clause, now.anchor);
        const node = $splitClause(shapeAfterEnter(clauses, index, offset === size));
        if (node !== null) $withBody(node);
      });
    };
    const touched = $selectedClauses();
    if (touched.length > 1) guard(cidsOf(touched.slice(1)), "remove", split);
    else split();
    return true;
  };

  const shift = (deeper: boolean): boolean => {
    const clauses = $readClauses();
    const nodes = $selectedClauses();
    if (nodes.length === 0) return false;
    beforeStep();
    // From the last to the first going out, so that none is judged by a parent that has just left it.
    for (const node of deeper ? nodes : nodes.toReversed()) {
      const index = node.getIndexWithinParent();
      const shape = (deeper ? indented : outdented)(nodes.length > 1 ? $readClauses() : clauses, index);
      if (shape) $setShape(node, shape);
    }
    return true;
  };

  const stops = [
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, enter, high),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, remove, high),
    editor.registerCommand(DELETE_WORD_COMMAND, remove, high),
    editor.registerCommand(DELETE_LINE_COMMAND, remove, high),
    editor.registerCommand(REMOVE_TEXT_COMMAND, () => $selectedClauses().length > 1 && remove(true), high),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (payload) => {
        if ($selectedClauses().length < 2) return false;
        guard(cidsOf($selectedClauses().slice(1)), "remove", () => {
          beforeStep();
          editor.update(() => {
            $removeSelection();
            const selection = $getSelection();
            const text = typeof payload === "string" ? payload : (payload.data ?? "");
            if ($isRangeSelection(selection)) selection.insertText(text);
          });
        });
        return true;
      },
      high,
    ),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        if (!editor.isEditable()) return false;
        event.preventDefault();
        return shift(!event.shiftKey);
      },
      high,
    ),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      () => {
        // Tab belongs to the text while the caret is in it; Escape gives it back to the page.
        editor.blur();
        return true;
      },
      high,
    ),
    editor.registerNodeTransform(ClauseNode, (node) => {
      if ($hasUpdateTag(COLLABORATION_TAG) || $hasUpdateTag(HISTORIC_TAG) || editor.isComposing()) return;
      $moveWordsToBody(node);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

const cidsOf = (nodes: readonly ClauseNode[]): Cid[] =>
  nodes.map((node) => node.getCid()).filter((cid) => cid !== null);

/** Gives a clause another shape and, where that kind has no text of its own, the body it needs; the caret goes to the words. */
export function $becomeShape(clause: ClauseNode, shape: Shape): void {
  $setShape(clause, shape);
  $withBody(clause);
}

/** A clause without text of its own gets its body and the caret goes there. Returns the clause that holds the words. */
export function $withBody(clause: ClauseNode): ClauseNode {
  const body = bodyShapeOf(clause.getKind());
  if (body === null) {
    clause.selectStart();
    return clause;
  }
  const next = clause.getNextSibling();
  const hasBody =
    next instanceof ClauseNode &&
    KINDS[next.getKind()].hasText &&
    !KINDS[next.getKind()].isTitle &&
    KINDS[next.getKind()].part !== "closing";
  const holder = hasBody && clause.getTextContentSize() === 0 ? next : $insertClauseAfter(clause, body);
  holder.selectStart();
  return holder;
}

/** Words that came into a clause without text of its own (a `pasal`), however they came, go to its body. */
function $moveWordsToBody(node: ClauseNode): void {
  const body = bodyShapeOf(node.getKind());
  if (body === null || node.getChildrenSize() === 0 || node.getTextContentSize() === 0) return;
  const holder = $insertClauseAfter(node, body);
  holder.append(...node.getChildren());
  holder.selectEnd();
}

/** Backspace where nothing may be joined: an empty clause before goes, an empty clause itself goes. */
function $removeEmptyBefore(clause: ClauseNode): void {
  const previous = clause.getPreviousSibling();
  if (clause.getChildrenSize() === 0 && previous instanceof ClauseNode) {
    clause.remove();
    previous.selectEnd();
  } else if (
    previous instanceof ClauseNode &&
    previous.getChildrenSize() === 0 &&
    KINDS[previous.getKind()].hasText
  ) {
    previous.remove();
  }
}
