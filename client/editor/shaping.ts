/** Commands of the toolbar that give the clause under the caret another shape or put one after it. */
import { $getSelection, $isRangeSelection, type LexicalEditor } from "lexical";
import type { ClauseNode } from "../../collab/document/nodes.ts";
import { $clauseOf } from "../../collab/document/operations.ts";
import { indented, outdented, type Shape } from "../../domain/clauses/editing.ts";
import type { Cid } from "../../domain/ids.ts";
import type { EditorSession } from "./editor-session.ts";
import type { StructureKeeper } from "./structure.ts";
import { $insertAfterUnit } from "./insert-unit.ts";
import { $becomeShape } from "./reshaping.ts";

export function makeShaping(
  editor: LexicalEditor,
  structure: StructureKeeper,
  beforeStep: () => void,
  editTable: (cid: Cid) => void,
): Pick<EditorSession, "indent" | "outdent" | "setShape" | "insertAfter"> {
  const atCaret = (act: (clause: ClauseNode) => void) => {
    if (!editor.isEditable()) return;
    beforeStep();
    editor.update(
      () => {
        const selection = $getSelection();
        const clause = $isRangeSelection(selection) ? $clauseOf(selection.anchor.getNode()) : null;
        if (clause !== null) act(clause);
      },
      { discrete: true },
    );
    beforeStep();
    editor.focus();
  };
  const decided = (decide: typeof indented) => () =>
    atCaret((clause) => {
      const shape = decide(structure.clauses, structure.indexOfKey(clause.getKey()));
      if (shape) $becomeShape(clause, shape);
    });
  return {
    indent: decided(indented),
    outdent: decided(outdented),
    setShape: (shape: Shape) => atCaret((clause) => $becomeShape(clause, shape)),
    insertAfter: (shape: Shape) => {
      atCaret((clause) => $insertAfterUnit(clause, shape));
      if (shape.kind !== "tabel") return;
      // A table is nothing without its cells.
      const cid = editor.read(() => {
        const selection = $getSelection();
        return $isRangeSelection(selection)
          ? ($clauseOf(selection.anchor.getNode())?.getCid() ?? null)
          : null;
      });
      if (cid !== null) editTable(cid);
    },
  };
}
