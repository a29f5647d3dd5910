/**
 * Whether what an update brings is what a document may hold: the permanent
 * list of `../document/wire.ts`, and nothing else. An unknown node type would
 * stop every editor that meets it. [RM16]
 */
import * as Y from "yjs";
import { isUlid } from "../../domain/ids.ts";
import {
  CLAUSE_ATTRIBUTES,
  COMMENT_PREFIX,
  ELEMENTS,
  MERGED_PREFIX,
  ROOT_NAME,
  TEXT_ATTRIBUTES,
} from "../document/wire.ts";
import { hasRefusedCharacter } from "../document/characters.ts";
import { isClauseKind, isClauseLevel, isClauseNumber, parseTableValue } from "../document/states.ts";
import { structAt, type Sections, type Struct } from "./guard-causality.ts";
import { TABLE_MAX_LENGTH } from "./protocol.ts";

/** Where an item stands: in which kind of type, and under which key of it. */
interface Place {
  readonly holder: "root" | "clause" | "text" | "linebreak" | "gone";
  readonly key: string | null;
}

const GONE: Place = { holder: "gone", key: null };

/** Why one of `structs` (in integration order) may not enter, or null. The reason names the place, never the text. */
export function refusedContent(structs: readonly Struct[], sections: Sections, doc: Y.Doc): string | null {
  const places = new Map<Struct, Place | null>();
  const lookUp = (id: Y.ID): Struct | undefined => {
    const section = sections.get(id.client);
    if (section !== undefined && id.clock >= section.known) return structAt(section, id.clock);
    const held = doc.store.clients.get(id.client);
    return held?.[Y.findIndexSS(held, id.clock)] as Struct | undefined;
  };
  const placeOf = (struct: Struct | undefined): Place | null => {
    if (!(struct instanceof Y.Item)) return GONE;
    const found = places.get(struct);
    if (found !== undefined) return found;
    return struct.parent instanceof Y.AbstractType
      ? placeIn(struct.parent, struct.parentSub, doc)
      : decide(struct, lookUp, placeOf);
  };
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    const place = decide(struct, lookUp, placeOf);
    places.set(struct, place);
    const reason = place === null ? "it stands in no known place" : refusalOf(struct, place);
    if (reason !== null) return reason;
  }
  return null;
}

function decide(
  item: Y.Item,
  lookUp: (id: Y.ID) => Struct | undefined,
  placeOf: (struct: Struct | undefined) => Place | null,
): Place | null {
  const parent: unknown = item.parent;
  if (typeof parent === "string")
    return parent === ROOT_NAME ? { holder: "root", key: item.parentSub } : null;
  if (parent instanceof Y.ID) {
    const holder = lookUp(parent);
    if (!(holder instanceof Y.Item) || holder.content instanceof Y.ContentDeleted) return GONE;
    if (!(holder.content instanceof Y.ContentType)) return null;
    return { holder: holderOf(holder.content.type), key: item.parentSub };
  }
  if (item.origin !== null) return placeOf(lookUp(item.origin));
  return item.rightOrigin === null ? null : placeOf(lookUp(item.rightOrigin));
}

function placeIn(parent: Y.AbstractType<unknown>, key: string | null, doc: Y.Doc): Place | null {
  if (parent._item === null) return doc.share.get(ROOT_NAME) === parent ? { holder: "root", key } : null;
  return { holder: holderOf(parent), key };
}

function holderOf(type: Y.AbstractType<unknown>): Place["holder"] {
  if (type instanceof Y.XmlText) return "text";
  if (type instanceof Y.XmlElement) {
    if (type.nodeName === ELEMENTS.clause) return "clause";
    if (type.nodeName === ELEMENTS.linebreak) return "linebreak";
  }
  return "gone"; // such a type never entered: only what this guard refuses would stand in it
}

function refusalOf(item: Y.Item, place: Place): string | null {
  const { content } = item;
  if (place.key !== null) return refusedAttribute(place, content);
  if (content instanceof Y.ContentDeleted) return null;
  if (content instanceof Y.ContentType) {
    const type = content.type;
    if (type instanceof Y.XmlText)
      return fits(place, "clause") ? null : `a text may not stand in ${place.holder}`;
    if (type instanceof Y.XmlElement) {
      if (type.nodeName === ELEMENTS.clause)
        return fits(place, "root") ? null : "a clause stands only in the root";
      if (type.nodeName === ELEMENTS.linebreak)
        return fits(place, "clause") ? null : "a line break out of place";
    }
    return "an element of a type that this document does not have";
  }
  if (content instanceof Y.ContentString) {
    if (hasRefusedCharacter(content.str)) return "a control character";
    return fits(place, "text") ? null : "characters outside a text";
  }
  if (content instanceof Y.ContentFormat) {
    return fits(place, "text") ? refusedFormat(content.key, content.value) : "a format outside a text";
  }
  // An attribute of a clause that was deleted meanwhile: its key went with the clause, and Yjs will drop the value too.
  if (content instanceof Y.ContentAny && place.holder === "gone" && content.arr.every(isPlain)) return null;
  return "a kind of content that this document does not have";
}

const fits = (place: Place, holder: Place["holder"]): boolean =>
  place.holder === holder || place.holder === "gone";

function refusedAttribute(place: Place, content: Y.Item["content"]): string | null {
  if (!fits(place, "clause")) return `an attribute on ${place.holder}`;
  const key = place.key as string;
  const check = attributeCheck(key);
  if (check === undefined) return "an attribute that this document does not have";
  if (content instanceof Y.ContentDeleted) return null;
  if (!(content instanceof Y.ContentAny)) return `attribute ${key}: not a plain value`;
  return content.arr.every((value) => check(value)) ? null : `attribute ${key}: not a value it may have`;
}

const isPlain: Check = (value) => typeof value !== "object" || value === null;

type Check = (value: unknown) => boolean;

const absent: Check = (value) => value === null || value === undefined;
const optional =
  (check: Check): Check =>
  (value) =>
    absent(value) || check(value);
const isTrue: Check = (value) => value === true;

const ATTRIBUTE_CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  [CLAUSE_ATTRIBUTES.cid, isUlid],
  [CLAUSE_ATTRIBUTES.kind, isClauseKind],
  [CLAUSE_ATTRIBUTES.level, optional(isClauseLevel)],
  [CLAUSE_ATTRIBUTES.number, optional((value) => isClauseNumber(value) && isSound(value))],
  [CLAUSE_ATTRIBUTES.quoted, optional(isTrue)],
  [CLAUSE_ATTRIBUTES.explains, optional(isUlid)],
  [CLAUSE_ATTRIBUTES.value, optional((value) => typeof value === "string" && isTable(value))],
  [CLAUSE_ATTRIBUTES.from, optional(isUlid)],
]);

function isTable(value: string): boolean {
  if (value.length > TABLE_MAX_LENGTH || !value.isWellFormed()) return false;
  return parseTableValue(value)?.rows.every((row) => row.every(isSound)) ?? false;
}

const isSound = (text: string): boolean => text.isWellFormed() && !hasRefusedCharacter(text);

function attributeCheck(key: string): Check | undefined {
  if (key.startsWith(MERGED_PREFIX))
    return isUlid(key.slice(MERGED_PREFIX.length)) ? optional(isTrue) : undefined;
  return ATTRIBUTE_CHECKS.get(key);
}

/** `null` ends a format. */
function refusedFormat(key: string, value: unknown): string | null {
  if (value === null) return isFormatKey(key) ? null : "a format that this document does not have";
  switch (key) {
    case TEXT_ATTRIBUTES.properties:
      return isFormatObject(value) ? null : `format ${key}: not a value it may have`;
    case TEXT_ATTRIBUTES.index:
      return Number.isSafeInteger(value) && (value as number) >= 0
        ? null
        : `format ${key}: not a value it may have`;
    case TEXT_ATTRIBUTES.ref:
      return isUlid(value) ? null : `format ${key}: not a value it may have`;
    default:
      if (!isFormatKey(key)) return "a format that this document does not have";
      return isTrue(value) ? null : "a comment mark: not a value it may have";
  }
}

function isFormatKey(key: string): boolean {
  if (key.startsWith(COMMENT_PREFIX)) return isUlid(key.slice(COMMENT_PREFIX.length));
  return key === TEXT_ATTRIBUTES.properties || key === TEXT_ATTRIBUTES.index || key === TEXT_ATTRIBUTES.ref;
}

function isFormatObject(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([key, bits]) =>
      key === "__format" && Number.isInteger(bits) && (bits as number) >= 0 && (bits as number) < 2 ** 16,
  );
}
