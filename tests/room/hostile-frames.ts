/** Frames that no client of ours writes, and updates that a document may not take. */
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { seededRandom } from "../support/seeded-random.ts";
import type { Target } from "./hostile-attacks.ts";
import { bytesOf, root, syncFrame } from "./support.ts";

/** An update that leaves out what it stands on. */
export const GAP = numbers(1, 1, 77, 5, 0, 3, 0);

export function numbers(...values: readonly number[]): Uint8Array {
  return bytesOf((encoder) => {
    for (const value of values) encoding.writeVarUint(encoder, value);
  });
}

export function presenceFrameBytes(body: Uint8Array): Uint8Array {
  return bytesOf((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, body);
  });
}

export function randomFrames(): Uint8Array[] {
  const random = seededRandom(20261122);
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
  return Array.from({ length: 24 }, (_, index) => {
    const body = bytes(8 + Math.floor(random() * 500));
    if (index % 3 === 0) return body;
    return index % 3 === 1 ? syncFrame(2, body) : syncFrame(1, body);
  });
}

export const ghosts = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    client: 1_000 + first + index,
    clock: 1,
    state: { user: { name: "hantu" } },
  }));

export const textAt = (doc: Y.Doc): Y.XmlText => (root(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;

/** What a client with this document would send for `edit`. */
export function editOf(target: Target, edit: (doc: Y.Doc) => void, clientId?: number): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, target.state);
  if (clientId !== undefined) doc.clientID = clientId;
  const before = Y.encodeStateVector(doc);
  doc.transact(() => edit(doc));
  return Y.encodeStateAsUpdate(doc, before);
}

export function manyClients(target: Target, count: number): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, target.state);
  const before = Y.encodeStateVector(doc);
  for (let index = 0; index < count; index++) {
    doc.clientID = 500_000 + index;
    textAt(doc).insert(0, "x");
  }
  return Y.encodeStateAsUpdate(doc, before);
}

export function deeplyNested(): Uint8Array {
  return bytesOf((encoder) => {
    for (const value of [1, 1, 77, 0]) encoding.writeVarUint(encoder, value);
    encoding.writeUint8(encoder, 8);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, "root-v2");
    encoding.writeVarUint(encoder, 1);
    for (let depth = 0; depth < 300_000; depth++) {
      encoding.writeUint8(encoder, 117);
      encoding.writeVarUint(encoder, 1);
    }
    encoding.writeUint8(encoder, 126);
    encoding.writeVarUint(encoder, 0);
  });
}

export function notesOf(name: string): Uint8Array {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("catatan")]);
  doc.getXmlFragment(name).insert(0, [paragraph]);
  doc.getMap("meta").set("title", "catatan");
  return Y.encodeStateAsUpdate(doc);
}

/** Lawful clauses, but of another document: they name no neighbour in this one. */
export function anotherPolicy(): Uint8Array {
  const doc = new Y.Doc();
  const clause = new Y.XmlElement("clause");
  clause.setAttribute("s_cid", "01ZZZZZZZZZZZZZZZZZZZZZZZZ");
  clause.setAttribute("s_kind", "ayat");
  clause.insert(0, [new Y.XmlText("dari naskah lain")]);
  root(doc).insert(0, [clause]);
  return Y.encodeStateAsUpdate(doc);
}
