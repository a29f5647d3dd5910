/**
 * A label typed at the start of an empty clause, then a space, makes it what has
 * that label: domain/clauses/typed-labels decides, here it is carried out. It is
 * a step of its own, so undo gives back what was typed.
 */
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  COLLABORATION_TAG,
  HISTORIC_TAG,
  PASTE_TAG,
  type EditorState,
  type LexicalEditor,
} from "lexical";
import { $isClauseNode, type ClauseNode } from "../../collab/document/nodes.ts";
import { $clauseOf, $offsetIn, $readClauses, $selectText } from "../../collab/document/operations.ts";
import { shapeOfTypedLabel } from "../../domain/clauses/typed-labels.ts";
import { $becomeShape } from "./reshaping.ts";

/** No label is longer, with its space. */
const MAX_LENGTH = 7;

export function registerTypedLabels(editor: LexicalEditor, beforeStep: () => void): () => void {
  return editor.registerUpdateListener(({ editorState, prevEditorState, dirtyLeaves, tags }) => {
    if (dirtyLeaves.size === 0 || !editor.isEditable() || editor.isComposing()) return;
    if (tags.has(COLLABORATION_TAG) || tags.has(HISTORIC_TAG) || tags.has(PASTE_TAG)) return;
    const key = editorState.read(() => $clauseWithLabel(prevEditorState)?.getKey());
    if (key === undefined) return;
    beforeStep();
    editor.update(
      () => {
        const clause = $getNodeByKey(key);
        if (!$isClauseNode(clause)) return;
        const shape = shapeOfTypedLabel($readClauses(), clause.getIndexWithinParent());
        if (shape === null) return;
        const same = clause.getKind() === shape.kind && clause.getLevel() === shape.level;
        $selectText(clause, 0, clause, clause.getTextContentSize()).removeText();
        if (!same) $becomeShape(clause, shape);
      },
      { onUpdate: beforeStep },
    );
  });
}

/** The clause of the caret where a space was just typed behind a label; null elsewhere, at the cost of a glance. */
function $clauseWithLabel(before: EditorState): ClauseNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const clause = $clauseOf(selection.anchor.getNode());
  const size = clause?.getTextContentSize() ?? 0;
  if (clause === null || size > MAX_LENGTH || size !== $offsetIn(clause, selection.anchor)) return null;
  const text = clause.getTextContent();
  if (!/[.)][ \u00a0]$/.test(text)) return null;
  const known = before.read(() => $getNodeByKey(clause.getKey())?.getTextContent());
  if (known !== text.slice(0, -1)) return null;
  return shapeOfTypedLabel($readClauses(), clause.getIndexWithinParent()) === null ? null : clause;
}
