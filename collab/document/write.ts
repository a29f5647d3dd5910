/**
 * Writes documents straight in Yjs, without Lexical, in the form that the
 * editor binding writes: binding to the result shows it and writes nothing
 * back. Every transaction names its origin.
 */
import { Doc, encodeStateAsUpdate, XmlElement } from "yjs";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { Cid } from "../../domain/ids.ts";
import { staleClauses } from "./errors.ts";
import { rootOf } from "./read.ts";
import type { ClauseOrigins } from "./read.ts";
import { tableValueJson } from "./states.ts";
import { createTexts, updateTexts } from "./texts.ts";
import { CLAUSE_ATTRIBUTES, ELEMENTS, MERGED_PREFIX } from "./wire.ts";

/** The origin of the first state. */
export const CREATE_ORIGIN = { name: "create" };

/** A new document with these clauses. `origins` brings the notes of splits and joins back with a restored version. */
export function createDocument(clauses: readonly Clause[], origins: readonly ClauseOrigins[] = []): Doc {
  const doc = new Doc();
  const notes = new Map(origins.map((origin) => [origin.cid, origin]));
  doc.transact(() => {
    rootOf(doc).insert(
      0,
      clauses.map((clause) => createClauseElement(clause, notes.get(clause.cid))),
    );
  }, CREATE_ORIGIN);
  return doc;
}

/** The first state of a document as one Yjs update (encoding V1). */
export function createDocumentUpdate(
  clauses: readonly Clause[],
  origins: readonly ClauseOrigins[] = [],
): Uint8Array {
  const doc = createDocument(clauses, origins);
  const update = encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/** A clause as an element that stands in no document yet. */
export function createClauseElement(clause: Clause, origins?: ClauseOrigins): XmlElement {
  const element = new XmlElement(ELEMENTS.clause);
  for (const [key, value] of Object.entries(attributesOf(clause))) {
    if (value !== undefined) setAttribute(element, key, value);
  }
  if (origins?.from !== undefined) setAttribute(element, CLAUSE_ATTRIBUTES.from, origins.from);
  for (const cid of origins?.merged ?? []) setAttribute(element, MERGED_PREFIX + cid, true);
  element.insert(0, createTexts(clause.runs));
  return element;
}

function attributesOf(clause: Clause): Record<string, unknown> {
  const { cid, kind, level, number, quoted, explains, value } = CLAUSE_ATTRIBUTES;
  return {
    [cid]: clause.cid,
    [kind]: clause.kind,
    [level]: clause.level === 0 ? undefined : clause.level,
    [number]: clause.number,
    [quoted]: clause.quoted,
    [explains]: clause.explains,
    [value]: clause.value && tableValueJson(clause.value),
  };
}

// Yjs types attributes of an element as text; on the wire they may be any JSON value.
function setAttribute(element: XmlElement, key: string, value: unknown): void {
  element.setAttribute(key, value as string);
}

const cidOf = (element: unknown): unknown =>
  element instanceof XmlElement ? element.getAttribute(CLAUSE_ATTRIBUTES.cid) : undefined;

/**
 * Makes the document hold exactly `clauses` by small edits: elements of kept
 * clauses stay where their order allows, their texts are edited in place. With
 * `origins` (a version is restored) the notes of splits and joins become those;
 * else notes on kept clauses stay. A clause that is there is in no other.
 */
export function replaceContent(
  doc: Doc,
  clauses: readonly Clause[],
  origin: object,
  origins?: readonly ClauseOrigins[],
): void {
  const notes = origins && new Map(origins.map((each) => [each.cid, each]));
  const kept = new Set(clauses.map(({ cid }) => cid));
  doc.transact(() => {
    const root = rootOf(doc);
    const present = root.toArray().filter((child): child is XmlElement => child instanceof XmlElement);
    const position = new Map<unknown, number>();
    present.forEach((element, index) => {
      const cid = cidOf(element);
      if (!position.has(cid)) position.set(cid, index);
    });
    const staying = longestRising(clauses.map((clause) => position.get(clause.cid) ?? -1));
    // A clause that changes its place is copied before its old element goes, with its notes and comment keys.
    const copies = new Map<Cid, XmlElement>();
    for (const { cid } of clauses) {
      const index = position.get(cid);
      if (index !== undefined && !staying.has(index)) copies.set(cid, (present[index] as XmlElement).clone());
    }
    for (let index = present.length - 1; index >= 0; index--) if (!staying.has(index)) root.delete(index, 1);
    clauses.forEach((clause, index) => {
      const at = position.get(clause.cid);
      if (at === undefined || !staying.has(at)) {
        root.insert(index, [copies.get(clause.cid) ?? createClauseElement(clause)]);
      }
      const element = root.get(index) as XmlElement;
      updateClause(element, clause);
      if (notes) updateNotes(element, notes.get(clause.cid));
      removeNotesOf(element, kept);
    });
  }, origin);
}

function updateNotes(element: XmlElement, note: ClauseOrigins | undefined): void {
  const wanted = new Set((note?.merged ?? []).map((cid) => MERGED_PREFIX + cid));
  for (const key of mergedKeys(element)) if (!wanted.delete(key)) element.removeAttribute(key);
  for (const key of wanted) setAttribute(element, key, true);
  const present: unknown = element.getAttribute(CLAUSE_ATTRIBUTES.from);
  if (note?.from === undefined) {
    if (present !== undefined) element.removeAttribute(CLAUSE_ATTRIBUTES.from);
  } else if (present !== note.from) setAttribute(element, CLAUSE_ATTRIBUTES.from, note.from);
}

/** Notes of having taken in a clause that stands on its own again would speak of words that are not there. */
function removeNotesOf(element: XmlElement, cids: ReadonlySet<Cid>): void {
  for (const key of mergedKeys(element))
    if (cids.has(key.slice(MERGED_PREFIX.length) as Cid)) element.removeAttribute(key);
}

const mergedKeys = (element: XmlElement): string[] =>
  Object.keys(element.getAttributes()).filter((key) => key.startsWith(MERGED_PREFIX));

function updateClause(element: XmlElement, clause: Clause): void {
  for (const [key, value] of Object.entries(attributesOf(clause))) {
    const present: unknown = element.getAttribute(key);
    if (value === undefined) {
      if (present !== undefined) element.removeAttribute(key);
    } else if (present !== value) setAttribute(element, key, value);
  }
  updateTexts(element, clause.runs);
}

/** The members of a longest rising subsequence of `values`, -1 left out. */
function longestRising(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  values.forEach((value, index) => {
    previous.push(-1);
    if (value < 0) return;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[index] = tails[low - 1] as number;
    tails[low] = index;
  });
  const rising = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] as number)
    rising.add(values[index] as number);
  return rising;
}

/** A run of clauses and the clause before which it goes; null is the end. */
export interface ClauseMove {
  readonly cids: readonly Cid[];
  readonly before: Cid | null;
}

/**
 * Moves a run of neighbouring clauses in one transaction; cids, looks, notes
 * and comment keys go with them. Returns the move that undoes it. Throws
 * `stale` when a clause is gone or the run is no longer one.
 */
export function moveClauses(doc: Doc, { cids, before }: ClauseMove, origin: object): ClauseMove {
  const root = rootOf(doc);
  const elements = root.toArray();
  const present = elements.map(cidOf);
  const start = present.indexOf(cids[0]);
  if (start < 0) throw staleClauses(`Clause ${cids[0] ?? "(none)"} is not in the document.`);
  cids.forEach((cid, offset) => {
    if (present[start + offset] !== cid) throw staleClauses(`Clause ${cid} is gone or stands elsewhere.`);
  });
  const target = before === null ? elements.length : present.indexOf(before);
  if (target < 0) throw staleClauses(`Clause ${before} is not in the document.`);
  const end = start + cids.length;
  if (target > start && target < end) throw staleClauses(`Clause ${before} is itself moved.`);
  const inverse = { cids, before: (present[end] as Cid | undefined) ?? null };
  if (target === start || target === end) return inverse;
  doc.transact(() => {
    const copies = elements.slice(start, end).map((element) => (element as XmlElement).clone());
    root.delete(start, cids.length);
    root.insert(target > start ? target - cids.length : target, copies);
  }, origin);
  return inverse;
}
