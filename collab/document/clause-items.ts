/**
 * The items of a clause element as they lie in Yjs, tombstones included: what
 * stood in a clause at some time is still there when the document keeps all (`gc: false`).
 */
import * as Y from "yjs";
import { isCid, type Cid } from "../../domain/ids.ts";
import { CLAUSE_ATTRIBUTES, ELEMENTS, ROOT_NAME } from "./wire.ts";

/** A document that forgets nothing. */
export const wholeDocument = (): Y.Doc => new Y.Doc({ gc: false });

export const rootElement = (doc: Y.Doc): Y.XmlElement => doc.get(ROOT_NAME, Y.XmlElement) as Y.XmlElement;

export function isClauseElement(type: unknown): type is Y.XmlElement {
  return type instanceof Y.XmlElement && type.nodeName === ELEMENTS.clause;
}

/** The clause element that an item stands in, or is; null for what is in none. */
export function clauseElementOf(item: Y.Item): Y.XmlElement | null {
  const own = item.content instanceof Y.ContentType ? item.content.type : null;
  if (isClauseElement(own)) return own;
  let at: unknown = item.parent;
  for (let depth = 0; depth < 8 && at instanceof Y.AbstractType; depth++) {
    if (isClauseElement(at)) return at;
    at = at._item?.parent ?? null;
  }
  return null;
}

/** The last value of an attribute, also when the element is gone. */
export function lastAttribute(element: Y.XmlElement, key: string): unknown {
  const item = element._map.get(key);
  return item?.content instanceof Y.ContentAny ? item.content.arr.at(-1) : undefined;
}

export function cidOf(element: Y.XmlElement): Cid | null {
  const cid = lastAttribute(element, CLAUSE_ATTRIBUTES.cid);
  return isCid(cid) ? cid : null;
}

/** One character of a clause's text, or a line break (`\n`), with its id. */
export interface Letter {
  readonly client: number;
  readonly clock: number;
  readonly text: string;
  /** Whether it is gone now. */
  readonly dead: boolean;
}

/** Every letter that ever stood in a clause, in order. */
export function* lettersOf(element: Y.XmlElement): Generator<Letter> {
  for (let child = element._start; child !== null; child = child.right) {
    if (!(child.content instanceof Y.ContentType)) continue;
    const { type } = child.content;
    if (type instanceof Y.XmlText) yield* lettersOfText(type, child.deleted);
    else if (type instanceof Y.XmlElement && type.nodeName === ELEMENTS.linebreak) {
      yield { client: child.id.client, clock: child.id.clock, text: "\n", dead: child.deleted };
    }
  }
}

function* lettersOfText(text: Y.XmlText, gone: boolean): Generator<Letter> {
  for (let item = text._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue;
    const { client, clock } = item.id;
    const { str } = item.content;
    const dead = gone || item.deleted;
    for (let at = 0; at < str.length; at++) {
      yield { client, clock: clock + at, text: str[at] as string, dead };
    }
  }
}

/** The letters of a clause as text: all that ever stood in it, and those that can be read now. */
export function wordingsOf(element: Y.XmlElement): { readonly whole: string; readonly readable: string } {
  let whole = "";
  let readable = "";
  const take = (text: string, dead: boolean) => {
    whole += text;
    if (!dead) readable += text;
  };
  for (let child = element._start; child !== null; child = child.right) {
    const type = child.content instanceof Y.ContentType ? child.content.type : null;
    if (type instanceof Y.XmlText) {
      for (let item = type._start; item !== null; item = item.right) {
        if (item.content instanceof Y.ContentString) take(item.content.str, child.deleted || item.deleted);
      }
    } else if (type instanceof Y.XmlElement && type.nodeName === ELEMENTS.linebreak)
      take("\n", child.deleted);
  }
  return { whole, readable };
}
