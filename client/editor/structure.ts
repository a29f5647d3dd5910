/**
 * The clauses of the editor as the domain knows them, kept up to date so that a
 * keystroke costs one clause and not the document: a clause is read again when
 * it was touched; tree and numbers are derived again only when the order or a
 * shape changed.
 */
import { $getNodeByKey, $getRoot, type EditorState, type LexicalEditor, type NodeKey } from "lexical";
import { keepsOrder } from "../../collab/document/kept-order.ts";
import { $isClauseNode, type ClauseNode } from "../../collab/document/nodes.ts";
import { $clauseNodes, $readClause } from "../../collab/document/operations.ts";
import { derive, type Derived } from "../../domain/clauses/citation.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import { KINDS } from "../../domain/clauses/kinds.ts";
import type { Cid } from "../../domain/ids.ts";

export interface StructureChange {
  /** Order, shapes or numbers changed: labels and outline must be looked at. */
  readonly structural: boolean;
  /** Clauses whose text changed (all of them after a structural change that cannot say). */
  readonly texts: ReadonlySet<NodeKey>;
  /** The words of a heading changed. */
  readonly headings: boolean;
  /** The change came from this person, not from others or from undo. */
  readonly tags: ReadonlySet<string>;
}

export interface Structure {
  readonly clauses: readonly Clause[];
  /** Node key of each clause, parallel to `clauses`. */
  readonly keys: readonly NodeKey[];
  derived(): Derived;
  /** Inside an update: the clauses as it has made them so far, for the price of those it touched. */
  $clauses(): Clause[];
  indexOfKey(key: NodeKey): number;
  indexOfCid(cid: Cid): number;
  keyOfCid(cid: Cid): NodeKey | null;
}

export interface StructureKeeper extends Structure {
  onChange(listener: (change: StructureChange) => void): () => void;
  dispose(): void;
}

export function registerStructure(editor: LexicalEditor): StructureKeeper {
  let clauses: Clause[] = [];
  let keys: NodeKey[] = [];
  let indexByKey = new Map<NodeKey, number>();
  let known: Derived | null = null;
  // While `known` is older than a mere change of words, tree and numbers are still right.
  let staleWords = false;
  const listeners = new Set<(change: StructureChange) => void>();

  const readAll = (state: EditorState) => {
    const before = new Map(keys.map((key, index) => [key, clauses[index]]));
    clauses = [];
    keys = [];
    indexByKey = new Map();
    state.read(() => {
      for (let node = $getRoot().getFirstChild(); node !== null; node = node.getNextSibling()) {
        if (!$isClauseNode(node)) continue;
        const key = node.getKey();
        indexByKey.set(key, keys.length);
        keys.push(key);
        clauses.push((!dirty.has(key) && before.get(key)) || $readClause(node));
      }
    });
    known = null;
  };
  let dirty: ReadonlyMap<NodeKey, boolean> = new Map();

  const stop = editor.registerUpdateListener((update) => {
    const { editorState, dirtyElements, dirtyLeaves, tags } = update;
    if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
    dirty = dirtyElements;
    const texts = new Set<NodeKey>();
    let structural = false;
    let headings = false;
    if (keepsOrder(update) || editorState.read(() => $orderUnchanged(keys))) {
      editorState.read(() => {
        for (const key of dirtyElements.keys()) {
          const index = indexByKey.get(key);
          const node = index === undefined ? null : $getNodeByKey<ClauseNode>(key);
          if (index === undefined || node === null) continue;
          const before = clauses[index];
          const after = $readClause(node);
          clauses[index] = after;
          texts.add(key);
          if (!before || !sameShape(before, after)) structural = true;
          if (KINDS[after.kind].isTitle || after.kind === "penjelasan-pasal") headings = true;
        }
      });
      if (texts.size === 0) return;
      if (structural) known = null;
      else staleWords = true;
    } else {
      structural = true;
      headings = true;
      readAll(editorState);
      for (const key of dirtyElements.keys()) if (indexByKey.has(key)) texts.add(key);
    }
    for (const listener of listeners) listener({ structural, texts, headings, tags });
  });
  readAll(editor.getEditorState());

  return {
    get clauses() {
      return clauses;
    },
    get keys() {
      return keys;
    },
    $clauses: () => {
      const touched = editor._dirtyElements;
      return $clauseNodes().map((node) => {
        const key = node.getKey();
        const known = touched.has(key) ? undefined : clauses[indexByKey.get(key) ?? -1];
        return known ?? $readClause(node);
      });
    },
    derived: () => {
      if (known === null) known = derive([...clauses]);
      else if (staleWords) known = { ...known, clauses: [...clauses] };
      staleWords = false;
      return known;
    },
    indexOfKey: (key) => indexByKey.get(key) ?? -1,
    indexOfCid: (cid) => clauses.findIndex((clause) => clause.cid === cid),
    keyOfCid: (cid) => keys[clauses.findIndex((clause) => clause.cid === cid)] ?? null,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dispose: stop,
  };
}

/** Whether the list of clauses is as it was: no clause came, went or moved. */
function $orderUnchanged(keys: readonly NodeKey[]): boolean {
  const root = $getRoot();
  if (root.getChildrenSize() !== keys.length) return false;
  let index = 0;
  for (let node = root.getFirstChild(); node !== null; node = node.getNextSibling()) {
    if (node.getKey() !== keys[index]) return false;
    index += 1;
  }
  return true;
}

function sameShape(a: Clause, b: Clause): boolean {
  return (
    a.cid === b.cid &&
    a.kind === b.kind &&
    a.level === b.level &&
    a.number === b.number &&
    a.quoted === b.quoted &&
    a.explains === b.explains
  );
}
