/**
 * Labels beside the clauses, live for everyone: an attribute that the style
 * sheet prints in the margin, never content. Only clauses whose label changed
 * are touched.
 */
import type { LexicalEditor, NodeKey } from "lexical";
import type { StructureKeeper } from "./structure.ts";

export function registerMarginLabels(editor: LexicalEditor, structure: StructureKeeper): () => void {
  let shown = new Map<NodeKey, string>();
  const show = () => {
    const { labels } = structure.derived().numbering;
    const next = new Map<NodeKey, string>();
    for (const [index, key] of structure.keys.entries()) {
      const label = labels[index] ?? "";
      next.set(key, label);
      if (shown.get(key) === label) continue;
      const element = editor.getElementByKey(key);
      if (element === null) next.delete(key);
      else if (label === "") delete element.dataset["label"];
      else element.dataset["label"] = label;
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
