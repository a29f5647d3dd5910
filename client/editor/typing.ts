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
  $clauseNodes,
  $clauseOf,
  $joinWithPrevious,
  $offsetIn,
  $readClauses,
  $removeSelection,
  $selectedClauses,
  $splitClause,
} from "../../collab/document/operations.ts";
import {
  backspaceAtStart,
  removableAt,
  shapeAfterEnter,
  shapeOnEmptyEnter,
  shiftedClauses,
} from "../../domain/clauses/editing.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import { KINDS } from "../../domain/clauses/kinds.ts";
import type { Cid } from "../../domain/ids.ts";
import { $becomeShape, $moveWordsToBody, $setShapes, $withBody } from "./reshaping.ts";

export interface TypingOptions {
  /** Others' carets in these clauses may be lost by `act`: runs `go` at once, or after a person agreed. */
  guard(cids: readonly Cid[], act: "remove" | "join", go: () => void): void;
  /** Called before a change of structure, so that it is an undo step of its own. */
  beforeStep(): void;
  /** The clauses inside an update; those of the structure keeper cost least. */
  $clauses?(): Clause[];
}

export function registerTyping(
  editor: LexicalEditor,
  { guard, beforeStep, $clauses = $readClauses }: TypingOptions,
): () => void {
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

  /**
   * Removes clauses without words, unless somebody stands in one and the person
   * then decides otherwise. What was filled or removed meanwhile is left alone.
   */
  const removeRange = (nodes: readonly ClauseNode[], caret: () => void) =>
    guard(cidsOf(nodes), "remove", () =>
      editor.update(() => {
        caret();
        for (const node of nodes) if (node.isAttached() && node.getTextContentSize() === 0) node.remove();
      }),
    );

  /** Joins a clause with the one before; decided anew when it happens, for the text may have changed since. */
  const join = (clause: ClauseNode) => {
    beforeStep();
    guard(cidsOf([clause]), "join", () =>
      editor.update(() => {
        if (!clause.isAttached()) return;
        const act = backspaceAtStart($clauses(), clause.getIndexWithinParent());
        if (act.do !== "join") return;
        $setShapes(act.changes);
        $joinWithPrevious(clause.getLatest());
      }),
    );
  };

  const backspace = (clause: ClauseNode): boolean => {
    const nodes = $clauseNodes();
    const act = backspaceAtStart($clauses(), clause.getIndexWithinParent());
    if (act.do === "nothing") return true;
    beforeStep();
    if (act.do === "outdent") $setShapes(act.changes);
    else if (act.do === "join") join(clause);
    else {
      const { start, end } = act.range;
      const gone = nodes.slice(start, end);
      const [before, after] = [nodes[start - 1], nodes[end]];
      removeRange(gone, () => {
        if (!gone.some((node) => node.is(clause))) return;
        if (before?.isAttached()) before.getLatest().selectEnd();
        else if (after?.isAttached()) after.getLatest().selectStart();
      });
    }
    return true;
  };

  const deleteForward = (clause: ClauseNode): boolean => {
    const next = clause.getNextSibling();
    if (!(next instanceof ClauseNode)) return true;
    const [clauses, nodes] = [$clauses(), $clauseNodes()];
    const index = clause.getIndexWithinParent();
    const own = removableAt(clauses, index);
    if (backspaceAtStart(clauses, index + 1).do === "join") {
      join(next);
      return true;
    }
    const range = own ?? removableAt(clauses, index + 1);
    if (range === null) return true;
    beforeStep();
    removeRange(nodes.slice(range.start, range.end), () => {
      if (own === null) return;
      const [before, after] = [nodes[range.start - 1], nodes[range.end]];
      if (after?.isAttached()) after.getLatest().selectStart();
      else if (before?.isAttached()) before.getLatest().selectEnd();
    });
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
        const clauses = $clauses();
        const index = clause.getIndexWithinParent();
        const size = clause.getTextContentSize();
        if (size === 0 && KINDS[clause.getKind()].hasText) {
          const out = shapeOnEmptyEnter(clauses, index);
          if (out) return $becomeShape(clause, out, $clauses);
        }
        const offset = $offsetIn(clause, now.anchor);
        const node = $splitClause(shapeAfterEnter(clauses, index, offset === size));
        if (node !== null) $withBody(node, $clauses);
      });
    };
    const touched = $selectedClauses();
    if (touched.length > 1) guard(cidsOf(touched.slice(1)), "remove", split);
    else split();
    return true;
  };

  const shift = (deeper: boolean): boolean => {
    const nodes = $selectedClauses();
    if (nodes.length === 0) return false;
    beforeStep();
    const indexes = nodes.map((node) => node.getIndexWithinParent());
    $setShapes(shiftedClauses($clauses(), indexes, deeper));
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
      $moveWordsToBody(node, $clauses);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

const cidsOf = (nodes: readonly ClauseNode[]): Cid[] =>
  nodes.map((node) => node.getCid()).filter((cid) => cid !== null);
