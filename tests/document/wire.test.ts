import { $getRoot, $createTextNode } from "lexical";
import { applyUpdate, Doc, encodeStateAsUpdate } from "yjs";
import { describe, expect, test } from "vitest";
import { readDocument, rootOf } from "../../collab/document/read.ts";
import { createDocumentUpdate } from "../../collab/document/write.ts";
import { $clauseNodes } from "../../collab/document/operations.ts";
import { $createClauseNode } from "../../collab/document/nodes.ts";
import { cidOf, clause, createPeer, textOf } from "./support.ts";

const SAMPLE = [
  clause(1, "PERATURAN WALI KOTA PALU\nTENTANG\nUJI", "judul"),
  clause(2, "", "pasal", 0, { number: "19A" }),
  clause(
    3,
    [
      { text: "Setiap " },
      { text: "orang", bold: true },
      { text: " wajib " },
      { text: "Pasal 2", ref: cidOf(2) },
    ],
    "ayat",
  ),
  clause(4, "butir\nkedua", "huruf", 2, { quoted: true }),
  clause(5, [{ text: "\nawal kosong", italic: true }], "isi", 1),
  clause(6, "", "tabel", 0, {
    value: {
      head: 1,
      rows: [
        ["a", "b"],
        ["c", "d"],
      ],
    },
  }),
  clause(7, "jelas", "penjelasan-pasal", 0, { explains: cidOf(2) }),
];

describe("the form on the wire", () => {
  test("what write.ts makes is read back exactly", () => {
    const doc = new Doc();
    applyUpdate(doc, createDocumentUpdate(SAMPLE, [{ cid: cidOf(3), from: cidOf(9), merged: [cidOf(8)] }]));
    expect(readDocument(doc)).toEqual({
      clauses: SAMPLE,
      origins: [{ cid: cidOf(3), from: cidOf(9), merged: [cidOf(8)] }],
    });
  });

  test("binding to what write.ts made shows it and writes nothing back", async () => {
    const peer = createPeer(createDocumentUpdate(SAMPLE));
    await Promise.resolve();
    expect(peer.clauses()).toEqual(SAMPLE);
    expect(peer.written).toEqual([]);
    peer.edit(() => {});
    expect(peer.written).toEqual([]);
    peer.dispose();
  });

  test("the binding writes only the names of wire.ts", () => {
    const peer = createPeer(createDocumentUpdate([clause(1, "awal", "pasal")]));
    peer.edit(() => {
      const node = $createClauseNode("huruf", 1);
      $getRoot().append(node);
      node.append(
        $createTextNode("tebal").toggleFormat("bold"),
        $createTextNode(" miring").toggleFormat("italic").toggleFormat("underline"),
      );
      node.setDirection("rtl");
      node.setIndent(3);
      $clauseNodes()[0]?.setFormat("center");
    });
    const [first, second] = rootOf(peer.doc).toArray() as never as {
      toString(): string;
      getAttributes(): object;
      toArray(): { toDelta(): unknown }[];
    }[];
    expect(first?.getAttributes()).toEqual({ s_cid: cidOf(1), s_kind: "pasal" });
    expect(second?.getAttributes()).toEqual({
      s_cid: expect.stringMatching(/^[0-7][0-9A-Z]{25}$/),
      s_kind: "huruf",
      s_level: 1,
    });
    expect(second?.toArray()[0]?.toDelta()).toEqual([
      { insert: "tebal", attributes: { p: { __format: 1 } } },
      { insert: " miring", attributes: { p: { __format: 2 }, i: 1 } },
    ]);
    expect(rootOf(peer.doc).getAttributes()).toEqual({});
    peer.dispose();
  });

  test("binding to a filled document shows it too", () => {
    const filled = createPeer(createDocumentUpdate(SAMPLE));
    const again = createPeer(encodeStateAsUpdate(filled.doc));
    again.binding.rebuild();
    expect(again.clauses()).toEqual(SAMPLE);
    expect(textOf(again.clauses())).toHaveLength(7);
    expect(again.written).toEqual([]);
    filled.dispose();
    again.dispose();
  });
});
