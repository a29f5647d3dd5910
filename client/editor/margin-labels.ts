/**
 * Labels beside the clauses, live for everyone: attributes that the style
 * sheet prints in the margin, never content. Only clauses whose marks changed
 * are touched.
 */
import type { LexicalEditor, NodeKey } from "lexical";
import { marginMarks, sameMarks, setMarginMarks, type MarginMarks } from "./margin-marks.ts";
import type { StructureKeeper } from "./structure.ts";

export function registerMarginLabels(editor: LexicalEditor, structure: StructureKeeper): () => void {
  let shown = new Map<NodeKey, MarginMarks>();
  const show = () => {
    const { clauses, keys } = structure;
    const next = new Map<NodeKey, MarginMarks>();
    for (const [index, marks] of marginMarks(clauses, structure.derived().numbering.labels).entries()) {
      const key = keys[index];
      if (key === undefined) continue;
      const before = shown.get(key);
      next.set(key, marks);
      if (before && sameMarks(before, marks)) continue;
      const element = editor.getElementByKey(key);
      if (element === null) next.delete(key);
      else setMarginMarks(element, marks, before);
    }
    shown = next;
  };
  const stops = [
    structure.onChange(({ structural }) => {
      if (structural) show();
    }),
    editor.registerRootListener((root) => {
      shown = new Map();
      if (root !== null) show();
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
