/**
 * What must hold after every *local* change, whoever made it (a command of
 * ours, Lexical's own key handling, a paste). Changes of others and undo
 * arrive already in order and skip transforms; rewriting them here would make
 * every client rewrite once.
 */
import {
  $createTextNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $getState,
  $hasUpdateTag,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  $setState,
  COLLABORATION_TAG,
  HISTORIC_TAG,
  LineBreakNode,
  ParagraphNode,
  RootNode,
  TabNode,
  TextNode,
} from "lexical";
import type { ElementNode, LexicalEditor, LexicalNode } from "lexical";
import type { Cid } from "../../domain/ids.ts";
import { withoutControls } from "./characters.ts";
import { $createClauseNode, $isClauseNode, ClauseNode } from "./nodes.ts";
import { $cloneLeaf } from "./leaves.ts";
import { cidState, fromState, kindState, mergedCids, mergedState, stateKeys } from "./states.ts";
import { FORMAT_BOLD, FORMAT_ITALIC } from "./wire.ts";

const KEPT_FORMATS = FORMAT_BOLD | FORMAT_ITALIC;

/** Registers all transforms; returns the disposer. */
export function registerTransforms(editor: LexicalEditor, newCid: () => Cid): () => void {
  // Clauses touched in the update under way whose cid must be checked against all others.
  const touched = new Set<string>();
  // Of them those that nobody else can have: they were made here.
  const fresh = new Set<Cid>();
  const local = <Node extends LexicalNode>(transform: (node: Node) => void) => {
    return (node: Node) => {
      if (!$hasUpdateTag(COLLABORATION_TAG) && !$hasUpdateTag(HISTORIC_TAG)) transform(node);
    };
  };
  const disposers = [
    editor.registerNodeTransform(
      TextNode,
      local((node) => {
        $plainText(node);
        $freshWhenMoved(editor, node);
      }),
    ),
    editor.registerNodeTransform(
      LineBreakNode,
      local((node) => $freshWhenMoved(editor, node)),
    ),
    editor.registerNodeTransform(
      TabNode,
      local((node) => {
        node.replace($createTextNode(" ").setFormat(node.getFormat() & KEPT_FORMATS));
      }),
    ),
    editor.registerNodeTransform(
      ParagraphNode,
      local((node) => $replaceParagraph(editor, node)),
    ),
    editor.registerNodeTransform(
      ClauseNode,
      local((node) => {
        touched.add(node.getKey());
        if ($getState(node, kindState) === null) $setState(node, kindState, "isi");
        if ($getState(node, cidState) === null) {
          const cid = newCid();
          fresh.add(cid);
          $setState(node, cidState, cid);
        }
      }),
    ),
    editor.registerNodeTransform(
      RootNode,
      local(() => {
        $keepOneClause(editor);
        // A split or a paste may have left two clauses with one cid; typing never touches a clause itself.
        if (touched.size > 0) $renewCopies(editor, touched, fresh, newCid);
        touched.clear();
      }),
    ),
  ];
  return () => {
    for (const dispose of disposers) dispose();
  };
}

function $plainText(node: TextNode): void {
  const format = node.getFormat();
  if ((format & ~KEPT_FORMATS) !== 0) node.setFormat(format & KEPT_FORMATS);
  if (node.getStyle() !== "") node.setStyle("");
  if (node.getMode() !== "normal") node.setMode("normal");
  const text = node.getTextContent();
  // Line breaks are nodes.
  const plain = withoutControls(text);
  if (plain !== text) node.setTextContent(plain);
}

/**
 * A text that moved into another clause becomes a fresh one: moved nodes plus
 * undo leave duplicate clauses. When its old clause is gone, the new one took it in.
 */
function $freshWhenMoved(editor: LexicalEditor, node: TextNode | LineBreakNode): void {
  const before = editor.getEditorState()._nodeMap.get(node.getKey());
  if (before === undefined || before.__parent === null || before.__parent === node.getParent()?.getKey())
    return;
  const target = node.getParent();
  $replaceLeaf(node);
  const source = editor.getEditorState()._nodeMap.get(before.__parent);
  if (!$isClauseNode(target) || !(source instanceof ClauseNode)) return;
  const live = $getNodeByKey(before.__parent);
  if (live === null || !live.isAttached()) $noteMerged(target, source);
}

/** Writes into `target` that it took `source` in, with all that `source` had taken in before. */
export function $noteMerged(target: ClauseNode, source: ClauseNode): void {
  const cid = source.__state?.getValue(cidState) ?? null;
  const own = target.getCid();
  const taken = source.__state === undefined ? [] : mergedCids(Object.keys(sourceState(source)));
  for (const one of cid === null ? taken : [cid, ...taken]) {
    if (one !== own) $setState(target, mergedState(one), true);
  }
}

// The removed clause may be read from the state before this update, where only direct reads work.
function sourceState(source: ClauseNode): Record<string, unknown> {
  const keys = source.isAttached() ? stateKeys(source) : Object.keys(source.__state?.toJSON()["$"] ?? {});
  return Object.fromEntries(keys.map((key) => [key, true]));
}

/** Puts a copy with its own key in the place of `node`, and the selection with it. */
function $replaceLeaf(node: TextNode | LineBreakNode): void {
  const key = node.getKey();
  const copy = $cloneLeaf(node);
  const selection = $getSelection();
  const points = $isRangeSelection(selection)
    ? [selection.anchor, selection.focus]
        .filter((point) => point.key === key)
        .map((point) => [point, point.offset] as const)
    : [];
  node.insertBefore(copy);
  for (const [point, offset] of points) {
    if ($isTextNode(copy)) point.set(copy.getKey(), offset, "text");
  }
  node.remove();
}

/** Lexical falls back to paragraphs; here they become clauses. */
function $replaceParagraph(editor: LexicalEditor, node: ParagraphNode): void {
  const root = $getRoot();
  if (!hadClauses(editor) && node.isEmpty() && root.getChildrenSize() === 1) {
    // The library fills an empty root by itself. A client never makes the first content: the server does.
    node.remove();
    return;
  }
  const clause = $createClauseNode();
  clause.append(...node.getChildren().filter((child) => $isTextNode(child) || $isLineBreakNode(child)));
  node.replace(clause);
}

const hadClauses = (editor: LexicalEditor) =>
  (editor.getEditorState()._nodeMap.get("root") as ElementNode | undefined)?.__size !== 0;

function $keepOneClause(editor: LexicalEditor): void {
  const root = $getRoot();
  if (root.getChildrenSize() > 0 || !hadClauses(editor)) return;
  const clause = $createClauseNode();
  root.append(clause);
  clause.select();
}

/** Of clauses with one cid, the one that had it before this update keeps it, else the first; the others get new ones. */
function $renewCopies(
  editor: LexicalEditor,
  touched: ReadonlySet<string>,
  fresh: Set<Cid>,
  newCid: () => Cid,
): void {
  const before = editor.getEditorState()._nodeMap;
  const cidBefore = (key: string): Cid | null => before.get(key)?.__state?.getValue(cidState) ?? null;
  const suspects = new Set<Cid>();
  for (const key of touched) {
    const node = $getNodeByKey(key);
    if (!$isClauseNode(node) || !node.isAttached()) continue;
    const cid = node.getCid();
    // Only a clause that came to its cid in this update can share it; one that was just made did not get another's.
    if (cid !== null && cid !== cidBefore(key) && !fresh.has(cid)) suspects.add(cid);
  }
  fresh.clear();
  if (suspects.size === 0) return;
  const holders = new Map<Cid, ClauseNode[]>();
  for (const node of $getRoot().getChildren()) {
    const cid = $isClauseNode(node) ? node.getCid() : null;
    if (cid === null || !suspects.has(cid)) continue;
    const list = holders.get(cid);
    if (list === undefined) holders.set(cid, [node as ClauseNode]);
    else list.push(node as ClauseNode);
  }
  for (const [cid, nodes] of holders) {
    if (nodes.length < 2) continue;
    const owner = nodes.find((node) => cidBefore(node.getKey()) === cid) ?? nodes[0];
    for (const node of nodes) {
      if (node === owner) continue;
      $setState(node, cidState, newCid());
      if ($getState(node, fromState) === null) $setState(node, fromState, cid);
    }
  }
}
