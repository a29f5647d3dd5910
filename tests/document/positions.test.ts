/** Where others say that they stand: their word, which may be anything. */
import { $getRoot, $getSelection, $isRangeSelection } from "lexical";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createRelativePositionFromTypeIndex, XmlElement, XmlText } from "yjs";
import type { ClauseNode } from "../../collab/document/nodes.ts";
import { $selectText } from "../../collab/document/operations.ts";
import { rootOf } from "../../collab/document/read.ts";
import { createDocumentUpdate } from "../../collab/document/write.ts";
import { clause, createPeer, type Peer } from "./support.ts";

let peer: Peer;
beforeEach(() => {
  peer = createPeer(createDocumentUpdate([clause(1, "satu\ndua"), clause(2, ""), clause(3, "tiga")]));
});
afterEach(() => peer.dispose());

/** As a state comes over the wire. */
const locate = (anchorPos: unknown, focusPos = anchorPos) =>
  peer.editor.read(() => peer.binding.$locate(JSON.parse(JSON.stringify({ anchorPos, focusPos }))));

test("a place in a text is found", () => {
  const text = (rootOf(peer.doc).get(2) as XmlElement).get(0) as XmlText;
  const located = locate(createRelativePositionFromTypeIndex(text, 2));
  const expected = peer.editor.read(() =>
    $getRoot().getChildAtIndex<ClauseNode>(2)?.getFirstChild()?.getKey(),
  );
  expect(located).toMatchObject({ anchorKey: expected, anchorOffset: 2, focusOffset: 2 });
});

test("what is no place is nowhere, and makes no root of its own", () => {
  const none = { type: null, tname: null, item: null, assoc: 0 };
  const forged = [
    {},
    [],
    "x",
    1,
    none,
    { ...none, tname: "other" },
    { ...none, item: {} },
    { ...none, item: { client: "1", clock: 0 } },
    { ...none, item: { client: 1, clock: 1.5 } },
    { ...none, type: { client: 1, clock: -1 } },
    { ...none, type: "x" },
    { item: { client: 7, clock: 0 } },
  ];
  for (const position of forged) expect(locate(position), JSON.stringify(position)).toBeUndefined();
  expect([...peer.doc.share.keys()]).toEqual([...createPeer().doc.share.keys()]);
});

test("whatever of the document is named as a place, nothing is thrown", () => {
  // Something struck, too.
  peer.edit(() => {
    const node = $getRoot().getChildAtIndex<ClauseNode>(2);
    if (node) $selectText(node, 1, node, 3);
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.removeText();
  });
  for (const [client, structs] of peer.doc.store.clients) {
    const end = structs.reduce((sum, { length }) => sum + length, 0);
    for (let clock = 0; clock <= end; clock++) {
      for (const assoc of [0, -1]) {
        const id = { client, clock };
        expect(() => locate({ type: id, tname: null, item: null, assoc })).not.toThrow();
        expect(() => locate({ type: null, tname: null, item: id, assoc })).not.toThrow();
      }
    }
  }
  expect(() => locate({ type: null, tname: "root-v2", item: null, assoc: 0 })).not.toThrow();
});
