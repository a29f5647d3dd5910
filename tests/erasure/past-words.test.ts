import { expect, test } from "vitest";
import * as Y from "yjs";
import { stateHolds } from "../../collab/document/past-words.ts";
import { tableValueJson } from "../../collab/document/states.ts";
import { CLAUSE_ATTRIBUTES, ROOT_NAME } from "../../collab/document/wire.ts";
import { createDocumentUpdate } from "../../collab/document/write.ts";
import { clause } from "../document/support.ts";

test("[ER4] words in a cell that was overwritten are found as they read, with quotation marks and over lines", () => {
  const doc = new Y.Doc({ gc: false });
  const table = (cell: string) => ({ head: 0, rows: [[cell]] });
  Y.applyUpdate(
    doc,
    createDocumentUpdate([clause(1, "satu"), clause(2, "", "tabel", 0, { value: table('PT "Maju\nJaya"') })]),
  );
  const element = doc.get(ROOT_NAME, Y.XmlElement) as Y.XmlElement;
  const json = tableValueJson(table("-"));
  (element.get(1) as Y.XmlElement).setAttribute(CLAUSE_ATTRIBUTES.value, json);
  const state = Y.encodeStateAsUpdate(doc);
  for (const words of ['PT "Maju Jaya"', "maju jaya"])
    expect(stateHolds(state, { words: [words], cids: [] }), words).toBe(true);
  expect(stateHolds(state, { words: ["rows"], cids: [] })).toBe(false);
});
