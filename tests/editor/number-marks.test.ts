/** Numbers out of place in a live text: found, counted again, and taken back by one undo. */
import { encodeStateAsUpdate, type Doc } from "yjs";
import { expect, test } from "vitest";
import { registerNumberMarks } from "../../client/editor/number-marks.ts";
import { registerStructure } from "../../client/editor/structure.ts";
import { createDocument } from "../../collab/document/write.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import { clause, createPeer } from "../document/support.ts";

const text: Clause[] = [
  clause(1, "", "pasal", 0),
  clause(2, "Satu.", "ayat", 0),
  { ...clause(3, "Tiga.", "ayat", 0), number: "3" },
  { ...clause(4, "", "pasal", 0), number: "5" },
  clause(5, "Lima.", "isi", 0),
];

function open() {
  const peer = createPeer(encodeStateAsUpdate(createDocument(text) as Doc));
  const structure = registerStructure(peer.editor);
  const marks = registerNumberMarks(peer.editor, peer.binding, structure, () => false);
  const labels = () => structure.derived().numbering.labels;
  return { peer, structure, marks, labels };
}

test("[CL50] all are counted again in one step, and one undo brings the numbers back", () => {
  const { peer, marks, labels } = open();
  const before = labels();
  expect(before).toEqual(["Pasal 1", "(1)", "(3)", "Pasal 5", ""]);
  const cids = [text[2], text[3]].map((each) => (each as Clause).cid);
  expect(marks.renumber(cids)).toBe(2);
  expect(labels()).toEqual(["Pasal 1", "(1)", "(2)", "Pasal 2", ""]);
  expect(marks.findings.get()).toEqual([]);
  peer.binding.undo();
  expect(labels()).toEqual(before);
  peer.binding.redo();
  expect(labels()).toEqual(["Pasal 1", "(1)", "(2)", "Pasal 2", ""]);
  marks.dispose();
});

test("[CL50] a clause that is counted already, or gone, is left alone", () => {
  const { marks, labels } = open();
  const before = labels();
  expect(marks.renumber([(text[0] as Clause).cid, clause(99, "", "isi", 0).cid])).toBe(0);
  expect(labels()).toEqual(before);
  expect(marks.findings.get()?.map(({ label, expected }) => [label, expected])).toEqual([
    ["(3)", "(2)"],
    ["Pasal 5", "Pasal 2"],
  ]);
  marks.dispose();
});
