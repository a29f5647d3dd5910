/**
 * Which stretch of whose writing stands in which plain text: all one has to
 * know of a document to judge typing. A text is plain when it stands in a
 * clause of the root and holds characters only; Yjs changes nothing in it
 * beyond what an update says. Spans take a few bytes where items take hundreds.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

/** Spans of one client in order of clock, as three columns. */
interface Spans {
  readonly starts: number[];
  readonly ends: number[];
  readonly texts: number[];
}

export class TextIndex {
  readonly #clients = new Map<number, Spans>();
  /** What is not read yet. */
  #stored: Uint8Array | null = null;

  /** The index that `encode` gave, read when it is first needed; one that cannot be read knows of no text. */
  static from(stored: Uint8Array): TextIndex {
    const index = new TextIndex();
    index.#stored = stored;
    return index;
  }

  static of(doc: Y.Doc): TextIndex {
    const index = new TextIndex();
    const numbers = new Map<unknown, number | null>();
    for (const [client, structs] of doc.store.clients) {
      for (const struct of structs) {
        if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.XmlText)) continue;
        let text = numbers.get(struct.parent);
        if (text === undefined)
          numbers.set(struct.parent, (text = isPlain(struct.parent) ? numbers.size : null));
        if (text !== null) index.add(client, struct.id.clock, struct.length, text);
      }
    }
    return index;
  }

  /** Clients, each with its spans: gap before, length, text; all as varUint. */
  encode(): Uint8Array {
    if (this.#stored !== null) return this.#stored;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, this.#clients.size);
    for (const [client, { starts, ends, texts }] of this.#clients) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, starts.length);
      let last = 0;
      for (const [at, start] of starts.entries()) {
        const end = ends[at] as number;
        encoding.writeVarUint(encoder, start - last);
        encoding.writeVarUint(encoder, end - start);
        encoding.writeVarUint(encoder, texts[at] as number);
        last = end;
      }
    }
    return encoding.toUint8Array(encoder);
  }

  /** The number of the text in which `id` stands, or null. */
  textAt({ client, clock }: Y.ID): number | null {
    const spans = this.#spansOf(client);
    const at = spans === undefined ? -1 : spanAt(spans, clock);
    return at < 0 ? null : ((spans as Spans).texts[at] as number);
  }

  /** Whether all of a stretch stands in plain texts. */
  covers(client: number, clock: number, length: number): boolean {
    const spans = this.#spansOf(client);
    if (spans === undefined) return false;
    for (let from = clock; from < clock + length;) {
      const at = spanAt(spans, from);
      if (at < 0) return false;
      from = spans.ends[at] as number;
    }
    return true;
  }

  /** Notes a stretch that comes after all of this client that is noted. */
  add(client: number, clock: number, length: number, text: number): void {
    let spans = this.#spansOf(client);
    if (spans === undefined) this.#clients.set(client, (spans = { starts: [], ends: [], texts: [] }));
    const last = spans.ends.length - 1;
    if (last >= 0 && spans.ends[last] === clock && spans.texts[last] === text) {
      spans.ends[last] = clock + length;
      return;
    }
    spans.starts.push(clock);
    spans.ends.push(clock + length);
    spans.texts.push(text);
  }

  #spansOf(client: number): Spans | undefined {
    if (this.#stored !== null) this.#read(this.#stored);
    return this.#clients.get(client);
  }

  #read(stored: Uint8Array): void {
    this.#stored = null;
    try {
      this.#decode(stored);
    } catch {
      this.#clients.clear();
    }
  }

  #decode(stored: Uint8Array): void {
    const decoder = decoding.createDecoder(stored);
    const number = () => decoding.readVarUint(decoder);
    for (let clients = number(); clients > 0; clients--) {
      const spans: Spans = { starts: [], ends: [], texts: [] };
      this.#clients.set(number(), spans);
      let last = 0;
      for (let count = number(); count > 0; count--) {
        const start = last + number();
        last = start + number();
        spans.starts.push(start);
        spans.ends.push(last);
        spans.texts.push(number());
      }
    }
  }
}

/** Place of the span that holds `clock`, or -1, found by halving. */
function spanAt({ starts, ends }: Spans, clock: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (clock < (starts[middle] as number)) high = middle - 1;
    else if (clock >= (ends[middle] as number)) low = middle + 1;
    else return middle;
  }
  return -1;
}

function isPlain(text: Y.XmlText): boolean {
  const clause = text._item?.parent;
  if (text._item?.deleted !== false || !(clause instanceof Y.XmlElement)) return false;
  const root = clause._item?.parent;
  // Until somebody asks for it by its kind, Yjs has a root as a type without one.
  if (clause._item?.deleted !== false || !(root instanceof Y.AbstractType) || root._item !== null)
    return false;
  for (let item = text._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString) && !(item.content instanceof Y.ContentDeleted))
      return false;
  }
  return text._map.size === 0;
}
