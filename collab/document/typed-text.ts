/**
 * The short way of a keystroke into the Y.Doc. The library compares all
 * clauses of the document with all elements of the root after every local
 * change; where only words inside of clauses changed, writing those words costs
 * one clause. It leaves the document and the map of nodes as the library would,
 * so the two ways can take turns.
 */
import type { BindingV2 } from "@lexical/yjs";
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  NODE_STATE_KEY,
  type NodeKey,
  type TextNode,
} from "lexical";
import { ContentFormat, ContentString, XmlText } from "yjs";
import { keepsOrder, type UpdateOfClauses } from "./kept-order.ts";
import { STATE_PREFIX, TEXT_ATTRIBUTES } from "./wire.ts";

export interface LocalUpdate extends UpdateOfClauses {
  readonly dirtyLeaves: ReadonlySet<NodeKey>;
  readonly normalizedNodes: ReadonlySet<NodeKey>;
}

/**
 * The texts that an update changed when it changed nothing else: no clause came,
 * went, moved or got another shape, no text or line break came or went. Null
 * when it did more. Costs what was touched, not the document.
 */
export function changedTexts(binding: BindingV2, update: LocalUpdate): ReadonlySet<XmlText> | null {
  if (update.normalizedNodes.size > 0 || !keepsOrder(update)) return null;
  const before = update.prevEditorState._nodeMap;
  const after = update.editorState._nodeMap;
  // Lexical copies a node before it changes it, its list of children included.
  for (const key of update.dirtyElements.keys()) {
    if (key !== "root" && before.get(key) !== after.get(key)) return null;
  }
  const texts = new Set<XmlText>();
  for (const key of update.dirtyLeaves) {
    const node = after.get(key);
    if (!$isTextNode(node) || node.getType() !== "text") return null;
    const text = binding.mapping.getSharedType(node);
    if (!(text instanceof XmlText)) return null;
    texts.add(text);
  }
  return texts;
}

/** Writes the nodes that show `text` into it. Inside a read of the new state and a transaction. */
export function $writeText(binding: BindingV2, text: XmlText): void {
  const nodes = (binding.mapping.get(text) ?? []).flatMap((node) => {
    const latest = $getNodeByKey(node.getKey());
    return $isTextNode(latest) ? [latest] : [];
  });
  binding.mapping.set(text, nodes);
  const { words, formats } = contentOf(text);
  const next = nodes.map((node) => node.getTextContent()).join("");
  const { index, remove, insert } = difference(words, next, $caretIn(nodes) ?? next.length);
  if (remove > 0) text.delete(index, remove);
  if (insert !== "") text.insert(index, insert);
  // One text without any formatting, as nearly all are: nothing to set and nothing to take away.
  const attributes = nodes.map((node, at) => attributesOf(node, at));
  if (formats.length === 0 && attributes.every((one) => Object.keys(one).length === 0)) return;
  const none = Object.fromEntries(formats.map((key) => [key, null]));
  text.applyDelta(
    nodes.map((node, at) => ({
      retain: node.getTextContentSize(),
      attributes: { ...none, ...attributes[at] },
    })),
  );
}

/** The visible characters, and the names of all formats that are set anywhere in it. */
function contentOf(text: XmlText): { readonly words: string; readonly formats: readonly string[] } {
  let words = "";
  const formats = new Set<string>();
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof ContentString) words += item.content.str;
    else if (item.content instanceof ContentFormat) formats.add(item.content.key);
  }
  return { words, formats: [...formats] };
}

function attributesOf(node: TextNode, index: number): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  const format = node.getFormat();
  if (format !== 0) attributes[TEXT_ATTRIBUTES.properties] = { __format: format };
  const state = node.exportJSON()[NODE_STATE_KEY] ?? {};
  for (const [key, value] of Object.entries(state)) {
    if (value != null) attributes[STATE_PREFIX + key] = value;
  }
  // Keeps Yjs from melting two nodes that look alike.
  if (index > 0) attributes[TEXT_ATTRIBUTES.index] = index;
  return attributes;
}

/** Where the caret stands in the text of `nodes` together; null elsewhere. */
function $caretIn(nodes: readonly TextNode[]): number | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  let before = 0;
  for (const node of nodes) {
    if (node.getKey() === selection.anchor.key) return before + selection.anchor.offset;
    before += node.getTextContentSize();
  }
  return null;
}

const HIGH_SURROGATE = /[\uD800-\uDBFF]/;
const LOW_SURROGATE = /[\uDC00-\uDFFF]/;

/** How `a` becomes `b` by one replacement; of several that fit, the one that ends at `caret` in `b`. UTF-16 units. */
function difference(a: string, b: string, caret: number) {
  const shorter = Math.min(a.length, b.length);
  const start = caret - Math.max(0, b.length - a.length);
  let left = 0;
  while (left < shorter && left < start && a[left] === b[left]) left += 1;
  let right = 0;
  while (left + right < shorter && a.at(-1 - right) === b.at(-1 - right)) right += 1;
  while (left + right < shorter && a[left] === b[left]) left += 1;
  // Half of a sign cannot stay: Yjs puts U+FFFD for what is parted.
  if (left > 0 && HIGH_SURROGATE.test(a[left - 1] as string)) left -= 1;
  if (right > 0 && LOW_SURROGATE.test(a.at(-right) as string)) right -= 1;
  return { index: left, remove: a.length - left - right, insert: b.slice(left, b.length - right) };
}
