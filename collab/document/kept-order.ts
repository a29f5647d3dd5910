/** Whether an update left the list of clauses as it was, for the price of what it touched. */
import { $isRootNode, type EditorState, type NodeKey } from "lexical";

export interface UpdateOfClauses {
  readonly prevEditorState: EditorState;
  readonly editorState: EditorState;
  readonly dirtyElements: ReadonlyMap<NodeKey, boolean>;
}

/**
 * Whether no clause came, went or moved. Lexical's children are a linked list:
 * whatever changes it changes an end of it or the neighbours of a node, and
 * every node that is written is dirty. (The root itself is copied with every
 * letter, for the text that it caches.)
 */
export function keepsOrder({ prevEditorState, editorState, dirtyElements }: UpdateOfClauses): boolean {
  const before = prevEditorState._nodeMap;
  const after = editorState._nodeMap;
  const [was, is] = [before.get("root"), after.get("root")];
  if (!$isRootNode(was) || !$isRootNode(is)) return false;
  if (was.__size !== is.__size || was.__first !== is.__first || was.__last !== is.__last) {
    return false;
  }
  for (const key of dirtyElements.keys()) {
    const [then, now] = [before.get(key), after.get(key)];
    if (then === now) continue;
    if (!then || !now || then.__prev !== now.__prev || then.__next !== now.__next) return false;
    if (then.__parent !== now.__parent) return false;
  }
  return true;
}
