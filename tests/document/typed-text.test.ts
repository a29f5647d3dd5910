/** Words go the short way into the document, everything else the long one; both write the same. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { $getRoot, $getSelection, $isRangeSelection, $isTextNode } from "lexical";
import { XmlElement, XmlText, type Transaction } from "yjs";
import { digestClauses } from "../../collab/document/digest.ts";
import type { ClauseNode } from "../../collab/document/nodes.ts";
import { $selectText, $setRef } from "../../collab/document/operations.ts";
import { readDocument, rootOf } from "../../collab/document/read.ts";
import { createDocumentUpdate } from "../../collab/document/write.ts";
import { cidOf, clause, createPeer, type Peer } from "./support.ts";

let peer: Peer;
let changed: readonly unknown[];
beforeEach(() => {
  peer = createPeer(
    createDocumentUpdate([
      clause(1, "aaa bbb"),
      clause(2, [{ text: "satu " }, { text: "dua", bold: true }, { text: " tiga" }]),
      clause(3, ""),
    ]),
  );
  peer.doc.on("afterTransaction", (transaction: Transaction) => (changed = [...transaction.changed.keys()]));
});
afterEach(() => peer.dispose());

const textOf = (index: number): XmlText => {
  const element = rootOf(peer.doc).get(index);
  const text = element instanceof XmlElement ? element.get(0) : undefined;
  if (!(text instanceof XmlText)) throw new Error(`clause ${index} has no text`);
  return text;
};
const type = (index: number, from: number, to: number, words: string) =>
  peer.edit(() => {
    const node = $getRoot().getChildAtIndex<ClauseNode>(index);
    if (!node) return;
    const { anchor } = $selectText(node, from);
    const text = anchor.getNode();
    // As a browser types: into the text node at the caret.
    if ($isTextNode(text)) text.spliceText(anchor.offset, to - from, words, true);
    else $selectText(node, from, node, to).insertText(words);
  });
const inStep = () =>
  expect(digestClauses(readDocument(peer.doc).clauses)).toBe(digestClauses(peer.clauses()));

describe("a keystroke", () => {
  test("touches the text of its clause and nothing else", () => {
    type(0, 3, 3, "x");
    expect(textOf(0).toDelta()).toEqual([{ insert: "aaax bbb" }]);
    expect(changed).toEqual([textOf(0)]);
  });

  test("among equal letters is written where the caret stands", () => {
    const [first] = textOf(0)._start?.content.getContent() ?? [];
    type(0, 1, 1, "a");
    expect(first).toBe("a");
    // The new letter is the second: what was there first keeps its identity.
    const lengths: number[] = [];
    for (let item = textOf(0)._start; item !== null; item = item.right) lengths.push(item.length);
    expect(lengths).toEqual([1, 1, 6]);
  });

  test("that replaces one sign of two units by another with a unit in common leaves both whole", () => {
    type(0, 3, 4, "\u{1F600}");
    type(0, 3, 5, "\u{1F601}"); // the first unit stays
    expect(textOf(0).toString()).toBe("aaa\u{1F601}bbb");
    type(0, 3, 5, "\u{1FA01}"); // the second unit stays
    expect(textOf(0).toString()).toBe("aaa\u{1FA01}bbb");
    inStep();
  });

  test("inside bold words stays bold, beside them plain", () => {
    type(1, 6, 6, "x");
    type(1, 2, 2, "y");
    expect(readDocument(peer.doc).clauses[1]?.runs).toEqual([
      { text: "saytu " },
      { text: "dxua", bold: true },
      { text: " tiga" },
    ]);
    inStep();
  });

  test("replacing words of a reference takes its target along", () => {
    peer.edit(() => {
      const node = $getRoot().getChildAtIndex<ClauseNode>(0);
      if (node) $setRef(node, 0, 3, cidOf(2));
    });
    type(0, 1, 2, "xy");
    expect(readDocument(peer.doc).clauses[0]?.runs).toEqual([
      { text: "axya", ref: cidOf(2) },
      { text: " bbb" },
    ]);
    inStep();
  });

  test("in an empty clause, and taking the last letter away, need the long way and get it", () => {
    type(2, 0, 0, "a");
    type(2, 1, 1, "b");
    inStep();
    type(2, 0, 2, "");
    inStep();
    expect(readDocument(peer.doc).clauses[2]?.runs).toEqual([]);
  });

  test("bold for a part splits the text; typing afterwards goes on in each part", () => {
    peer.edit(() => {
      const node = $getRoot().getChildAtIndex<ClauseNode>(0);
      if (node) $selectText(node, 4, node, 7);
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.formatText("bold");
    });
    type(0, 5, 5, "c");
    type(0, 1, 1, "d");
    expect(readDocument(peer.doc).clauses[0]?.runs).toEqual([
      { text: "adaa " },
      { text: "bcbb", bold: true },
    ]);
    inStep();
  });

  test("is one step of undo with those before it", () => {
    type(0, 7, 7, "x");
    type(0, 8, 8, "y");
    expect(peer.binding.undo()).toBe(true);
    inStep();
    expect(readDocument(peer.doc).clauses[0]?.runs).toEqual([{ text: "aaa bbb" }]);
  });
});
