/**
 * Connects an editor to a Y.Doc. The only file that knows the names of the
 * library's second binding, which is marked experimental.
 *
 * Bind first, then let content arrive (connect the provider, load the local
 * copy): doc, provider and binding are made together and disposed together.
 */
import {
  createBindingV2__EXPERIMENTAL,
  syncLexicalUpdateToYjsV2__EXPERIMENTAL,
  syncYjsChangesToLexicalV2__EXPERIMENTAL,
  syncYjsStateToLexicalV2__EXPERIMENTAL,
} from "@lexical/yjs";
import type { BindingV2, ExcludedProperties, Provider, UserState } from "@lexical/yjs";
import {
  $getNodeByKey,
  $isTextNode,
  COLLABORATION_TAG,
  HISTORIC_TAG,
  RootNode,
  SKIP_COLLAB_TAG,
  TextNode,
} from "lexical";
import type { LexicalEditor, NodeKey } from "lexical";
import type { Awareness } from "y-protocols/awareness";
import { UndoManager, XmlElement, XmlText } from "yjs";
import type { Doc, Transaction, YEvent } from "yjs";
import { onEditorFault } from "./extension.ts";
import { $locate, type LocatedSelection } from "./located-selection.ts";
import { $isClauseNode, ClauseNode } from "./nodes.ts";
import { changedTexts, $writeText } from "./typed-text.ts";
import { createUndoManager } from "./undo.ts";
import { ROOT_NAME } from "./wire.ts";

/** What the binding needs of presence. */
export type LocalAwareness = Pick<Awareness, "getLocalState" | "setLocalState" | "setLocalStateField">;

export interface BindOptions {
  readonly editor: LexicalEditor;
  /** Empty, or filled: then its content is shown at once. */
  readonly doc: Doc;
  /** Presence, or something that slows it down; without it no cursor is sent. */
  readonly awareness?: LocalAwareness;
  /**
   * Called when a change could not be carried over. The editor was rebuilt from
   * the document when `rebuilt`; else bind a fresh editor to a fresh copy.
   */
  readonly onFault?: (error: unknown, rebuilt: boolean) => void;
  /** Typing within this time is one step of undo. */
  readonly captureTimeoutMs?: number;
}

export interface DocumentBinding {
  readonly doc: Doc;
  /** The origin of every transaction this editor writes. */
  readonly origin: object;
  /** For its events and stack sizes; act through `undo`, `redo` and `stopCapturing`. */
  readonly undoManager: UndoManager;
  /** Takes back the last step of this editor; false when there was none. Call it outside of an update. */
  undo(): boolean;
  redo(): boolean;
  /** Ends the step of undo under way: on blur, paste and command. */
  stopCapturing(): void;
  /** Throws away what the editor shows and reads the document again. */
  rebuild(): void;
  /** Where the selection in an awareness state stands in this editor; undefined when it has none here. Inside a read. */
  $locate(state: unknown): LocatedSelection | undefined;
  dispose(): void;
}

// Only bold and italic reach the wire: everything else that Lexical keeps on nodes stays local.
const BLOCK_PROPERTIES = ["__dir", "__format", "__indent", "__style", "__textFormat", "__textStyle"];
const UNSYNCED: ExcludedProperties = new Map();
UNSYNCED.set(RootNode, new Set(BLOCK_PROPERTIES));
UNSYNCED.set(ClauseNode, new Set(BLOCK_PROPERTIES));
UNSYNCED.set(TextNode, new Set(["__style", "__mode", "__detail"]));

const NOTHING_DIRTY = new Map<NodeKey, boolean>();

export function bindDocument(options: BindOptions): DocumentBinding {
  const { editor, doc, awareness, onFault } = options;
  const binding = createBindingV2__EXPERIMENTAL(editor, ROOT_NAME, doc, new Map(), {
    excludedProperties: UNSYNCED,
    rootName: ROOT_NAME,
  });
  const provider = providerOf(awareness);
  const undo = createUndoManager(binding.root, binding, options.captureTimeoutMs);
  let fault: unknown;
  let rebuilding = false;

  const rebuild = () => {
    rebuilding = true;
    try {
      syncYjsStateToLexicalV2__EXPERIMENTAL(binding, provider);
    } finally {
      rebuilding = false;
    }
  };
  // What went wrong left the binding's map of nodes half-way: only a full reading repairs it.
  const recover = (error: unknown) => {
    if (rebuilding) {
      fault = error;
      return;
    }
    fault = undefined;
    try {
      rebuild();
    } catch (again) {
      fault = again;
    }
    onFault?.(error, fault === undefined);
    if (onFault === undefined) throw error;
  };

  const fromYjs = (events: YEvent<never>[], transaction: Transaction) => {
    if (transaction.origin === binding) return;
    try {
      const historic = transaction.origin instanceof UndoManager;
      syncYjsChangesToLexicalV2__EXPERIMENTAL(binding, provider, events as never, transaction, historic);
    } catch (error) {
      recover(error);
    }
  };
  if (binding.root.length > 0) rebuild();
  binding.root.observeDeep(fromYjs as never);
  const stopListening = editor.registerUpdateListener((update) => {
    if (update.tags.has(SKIP_COLLAB_TAG)) return;
    // Showing what others did never writes: every client would write the same, and a reader may not at all.
    if (update.tags.has(COLLABORATION_TAG) || update.tags.has(HISTORIC_TAG)) {
      for (const key of update.normalizedNodes) binding.mapping.deleteNode(key);
      update.editorState.read(() => mapTexts(binding, update.dirtyElements), { editor });
      return;
    }
    try {
      const texts = changedTexts(binding, update);
      doc.transact(() => {
        if (texts !== null && texts.size > 0) {
          update.editorState.read(() => texts.forEach((text) => $writeText(binding, text)), { editor });
        }
        // Words that are written already leave the library only the caret to tell of.
        syncLexicalUpdateToYjsV2__EXPERIMENTAL(
          binding,
          provider,
          update.prevEditorState,
          update.editorState,
          texts === null ? update.dirtyElements : NOTHING_DIRTY,
          update.dirtyLeaves,
          update.normalizedNodes,
          update.tags,
        );
        if (texts !== null) return;
        update.editorState.read(
          () => {
            seedTexts(binding, update.dirtyElements);
            mapTexts(binding, update.dirtyElements);
          },
          { editor },
        );
      }, binding);
    } catch (error) {
      recover(error);
    }
  });
  const stopFaults = onEditorFault(editor, recover);

  return {
    doc,
    origin: binding,
    undoManager: undo.manager,
    undo: () => undo.undo(),
    redo: () => undo.redo(),
    stopCapturing: () => undo.manager.stopCapturing(),
    rebuild,
    $locate: (state) => $locate(binding, state),
    dispose: () => {
      binding.root.unobserveDeep(fromYjs as never);
      stopListening();
      stopFaults();
      undo.manager.destroy();
    },
  };
}

/** The clauses among `dirty` with their elements. */
function* changedClauses(
  binding: BindingV2,
  dirty: ReadonlyMap<NodeKey, boolean>,
): Generator<[ClauseNode, XmlElement]> {
  for (const key of dirty.keys()) {
    const node = $getNodeByKey(key);
    const element = $isClauseNode(node) ? binding.mapping.getSharedType(node) : undefined;
    if ($isClauseNode(node) && element instanceof XmlElement) yield [node, element];
  }
}

/**
 * Gives every clause that was just written empty its text. Else two people who
 * type into it at once would each create one, and only the room could join them.
 */
function seedTexts(binding: BindingV2, dirty: ReadonlyMap<NodeKey, boolean>): void {
  for (const [, element] of changedClauses(binding, dirty)) {
    if (element.length === 0) element.insert(0, [new XmlText()]);
  }
}

/**
 * Lets each text stand for the nodes that show it. The library forgets this
 * where a clause was replaced by an equal one (the next remote change would then
 * fail to find the old nodes) and where Lexical melted two nodes into one.
 */
function mapTexts(binding: BindingV2, dirty: ReadonlyMap<NodeKey, boolean>): void {
  for (const [node, element] of changedClauses(binding, dirty)) {
    const groups = textGroups(node);
    const texts = element
      .toArray()
      .filter((child) => child instanceof XmlText && child.length > 0) as XmlText[];
    if (texts.length !== groups.length) continue;
    for (const [index, text] of texts.entries()) {
      const group = groups[index] as TextNode[];
      const mapped = binding.mapping.get(text);
      const same =
        mapped?.length === group.length && mapped.every((one, at) => one.getKey() === group[at]?.getKey());
      if (!same) binding.mapping.set(text, group);
    }
  }
}

/** The text nodes of a clause, line by line; lines without text left out. */
function textGroups(clause: ClauseNode): TextNode[][] {
  const groups: TextNode[][] = [];
  let open = false;
  for (const child of clause.getChildren()) {
    if (!$isTextNode(child)) open = false;
    else if (open) groups.at(-1)?.push(child);
    else {
      groups.push([child]);
      open = true;
    }
  }
  return groups;
}

// The library wants a whole provider but uses only its awareness. After each remote change it
// would draw the others' cursors by itself: it is told of nobody.
function providerOf(awareness: LocalAwareness | undefined): Provider {
  const nobody = new Map();
  const local = {
    getLocalState: () => awareness?.getLocalState() ?? null,
    getStates: () => nobody,
    setLocalState: (state: UserState | null) => awareness?.setLocalState(state),
    setLocalStateField: (field: string, value: unknown) => awareness?.setLocalStateField(field, value),
    on: () => {},
    off: () => {},
  };
  return {
    awareness: local,
    connect: () => {},
    disconnect: () => {},
    on: () => {},
    off: () => {},
  } as Provider;
}
