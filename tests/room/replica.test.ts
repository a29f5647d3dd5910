import { expect, it } from "vitest";
import * as Y from "yjs";
import { createDocumentUpdate, replaceContent } from "../../collab/document/write.ts";
import type { LoadedDocument } from "../../collab/log/update-log.ts";
import { encodeState } from "../../collab/room/encoded-state.ts";
import { ORIGIN, Replica } from "../../collab/room/replica.ts";
import { clausesOf } from "./support.ts";

const NOTHING = new Uint8Array([0]);

/** As the log gives a document whose snapshot holds everything. */
function stored(doc: Y.Doc): LoadedDocument {
  const { bytes, ...shape } = encodeState(doc);
  const snapshotShape = { ...shape, texts: null };
  return { epoch: 1, snapshot: bytes, snapshotSeq: 1, snapshotShape, tail: [], clientOwners: new Map() };
}

function documentOf(...texts: readonly string[]): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, createDocumentUpdate(clausesOf(...texts)));
  return doc;
}

it("[RM43] what an answer weighs is known also of a document that grew since it was loaded", () => {
  const replica = new Replica(stored(documentOf("Satu")));
  const much = clausesOf(...Array.from({ length: 1_000 }, (_, index) => `Klausul ${index} `.repeat(10)));
  replica.transact(ORIGIN.command, (doc) => replaceContent(doc, much, { name: ORIGIN.command }));
  const weight = Y.encodeStateAsUpdate(replica.doc).length;
  expect(replica.answerBytes(NOTHING)).toBeGreaterThan(0.5 * weight);
  expect(replica.answerBytes(NOTHING)).toBeLessThan(2 * weight);
});

it("[RM55] deletions that are here too are known without opening the document; others are not", () => {
  const doc = documentOf("Satu dua tiga", "Empat lima");
  const text = (index: number) =>
    ((doc.get("root-v2", Y.XmlElement) as Y.XmlElement).get(index) as Y.XmlElement).get(0) as Y.XmlText;
  const told = () => Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc));
  text(0).delete(0, 2);
  const earlier = told();
  text(0).delete(2, 3);
  text(1).delete(1, 1);
  const replica = new Replica(stored(doc));
  expect(replica.isKnown(new Uint8Array([0, 0]))).toBe(true);
  expect(replica.isKnown(earlier)).toBe(true);
  expect(replica.isKnown(told())).toBe(true);
  text(0).delete(0, 1);
  expect(replica.isKnown(told())).toBe(false);
  expect(replica.isKnown(new Uint8Array([0, 1, 7]))).toBe(false);
  expect(replica.awake).toBe(false);
});
