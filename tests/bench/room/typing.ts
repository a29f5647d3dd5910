/** Keystrokes made before the measurement: real Yjs updates, each writer in a clause of their own. */
import * as Y from "yjs";
import { rootOf } from "../../../collab/document/read.ts";

export interface Typist {
  /** The Yjs client id, also of the cursor. */
  readonly client: number;
  /** One update for each keystroke, in order. */
  readonly updates: readonly Uint8Array[];
  /** The client's clock after each of them. */
  readonly ends: readonly number[];
}

export interface TypingOptions {
  readonly typists: number;
  /** Keystrokes of each. */
  readonly keys: number;
  /** What a keystroke writes; a letter unless told. */
  readonly text?: string;
  /** Their Yjs client ids; drawn unless told. */
  readonly clients?: readonly number[];
  /** The clause that the first typist writes in, counted among those that have text. */
  readonly from?: number;
}

const ORIGIN = { name: "typing" };

export function textsOf(doc: Y.Doc): Y.XmlText[] {
  return rootOf(doc)
    .toArray()
    .flatMap((clause) => (clause instanceof Y.XmlElement ? clause.toArray() : []))
    .filter((part): part is Y.XmlText => part instanceof Y.XmlText && part.length > 20);
}

/** Any client id that Yjs might draw. */
export const newClient = (): number => crypto.getRandomValues(new Uint32Array(1))[0] as number;

/** `state` is the document as one update; it is not changed. */
export function prepareTyping(state: Uint8Array, options: TypingOptions): Typist[] {
  const { typists, keys, text = "", clients, from = 0 } = options;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const texts = textsOf(doc);
  let last: Uint8Array = new Uint8Array();
  doc.on("update", (update) => (last = update));
  const prepared = Array.from({ length: typists }, (_, index) => {
    const place = texts[(from + index * 7) % texts.length];
    if (place === undefined) throw new Error("The document has no text to type in.");
    const client = clients?.[index] ?? newClient();
    const updates: Uint8Array[] = [];
    const ends: number[] = [];
    doc.clientID = client;
    for (let key = 0, at = 10; key < keys; key++) {
      const words = text === "" ? ("peraturan "[key % 10] ?? " ") : text;
      doc.transact(() => place.insert(at, words), ORIGIN);
      at += words.length;
      updates.push(last);
      ends.push(Y.getState(doc.store, client));
    }
    return { client, updates, ends };
  });
  doc.destroy();
  return prepared;
}

/** A caret after what was typed last, as Yjs writes a relative position. */
export const caretAt = (client: number, end: number): unknown => ({
  type: null,
  tname: null,
  item: { client, clock: end - 1 },
  assoc: 0,
});
