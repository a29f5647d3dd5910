/** Puts the text and the others' cursors into an element of the page. */
import { $setSelection, type LexicalEditor } from "lexical";

export function mountSheet(
  editor: LexicalEditor,
  element: HTMLElement,
  setCursors: (container: HTMLElement | null) => void,
): () => void {
  const text = document.createElement("div");
  text.className = "sheet-text";
  text.contentEditable = String(editor.isEditable());
  text.lang = "id";
  text.spellcheck = false;
  text.setAttribute("role", "textbox");
  text.setAttribute("aria-multiline", "true");
  if (!editor.isEditable()) text.setAttribute("aria-readonly", "true");
  const label = element.getAttribute("aria-label");
  if (label !== null) text.setAttribute("aria-label", label);
  const cursors = document.createElement("div");
  cursors.className = "peer-cursors";
  cursors.setAttribute("aria-hidden", "true");
  element.replaceChildren(text, cursors);
  editor.setRootElement(text);
  // Until somebody clicks there is no caret: the first focus begins at the top.
  editor.update(() => $setSelection(null), { tag: "skip-dom-selection" });
  setCursors(cursors);
  const stop = editor.registerEditableListener((now) => {
    text.contentEditable = String(now);
    text.setAttribute("aria-readonly", String(!now));
  });
  return () => {
    stop();
    setCursors(null);
    editor.setRootElement(null);
    element.replaceChildren();
  };
}
