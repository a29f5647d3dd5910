/**
 * Which stretch of whose writing stands in which plain text: all one has to
 * know of a document to judge typing. A text is plain when it stands in a
 * clause of the root and holds characters only; Yjs changes nothing in it
 * beyond what an update says. Spans take a few bytes where items take hundreds.
 */
import * as Y from "yjs";

/** Spans of one client in order of clock, as three columns. */
interface Spans {
  readonly starts: number[];
  readonly ends: number[];
  readonly texts: number[];
}

export class TextIndex {
  readonly #clients = new Map<number, Spans>();

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

  /** The number of the text in which `id` stands, or null. */
  textAt({ client, clock }: Y.ID): number | null {
    const spans = this.#clients.get(client);
    const at = spans === undefined ? -1 : spanAt(spans, clock);
    return at < 0 ? null : ((spans as Spans).texts[at] as number);
  }

  /** Whether all of a stretch stands in plain texts. */
  covers(client: number, clock: number, length: number): boolean {
    const spans = this.#clients.get(client);
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
    let spans = this.#clients.get(client);
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
