/**
 * The editor of a document, without a framework: the same extension in the
 * browser and headless. It has no history (undo is the binding's) and no
 * initial content (the server makes the first).
 */
import { buildEditorFromExtensions } from "@lexical/extension";
import { configExtension, defineExtension, safeCast } from "lexical";
import type { AnyLexicalExtensionArgument, LexicalEditor, LexicalEditorWithDispose } from "lexical";
import { ulid } from "ulid";
import type { Cid } from "../../domain/ids.ts";
import { ClauseNode } from "./nodes.ts";
import { registerTransforms } from "./transforms.ts";

export interface DocumentConfig {
  /** Makes the id of a clause that was just created. */
  newCid: () => Cid;
}

type FaultListener = (error: Error) => void;
const faultListeners = new WeakMap<LexicalEditor, Set<FaultListener>>();

/**
 * Calls `listener` for every error inside an update of this editor; Lexical
 * has then put back the state before it. Returns the disposer.
 */
export function onEditorFault(editor: LexicalEditor, listener: FaultListener): () => void {
  const listeners = faultListeners.get(editor) ?? new Set();
  faultListeners.set(editor, listeners.add(listener));
  return () => listeners.delete(listener);
}

export const DocumentExtension = defineExtension({
  name: "rembuk/document",
  namespace: "rembuk",
  nodes: [ClauseNode],
  $initialEditorState: null,
  config: safeCast<DocumentConfig>({ newCid: () => ulid() as Cid }),
  register: (editor, config) => registerTransforms(editor, () => config.newCid()),
  onError: (error: Error, editor: LexicalEditor) => {
    const listeners = faultListeners.get(editor);
    if (listeners === undefined || listeners.size === 0) throw error;
    for (const listener of listeners) listener(error);
  },
});

/** An editor with `DocumentExtension` and whatever else is given; without a root element it never touches the DOM. */
export function createDocumentEditor(
  config: Partial<DocumentConfig> = {},
  ...more: AnyLexicalExtensionArgument[]
): LexicalEditorWithDispose {
  return buildEditorFromExtensions(configExtension(DocumentExtension, config), ...more);
}
