/** What one row changed: the items it brought and those it took away, clause by clause. */
import * as Y from "yjs";
import { parseTableValue } from "../document/states.ts";
import { CLAUSE_ATTRIBUTES, ELEMENTS } from "../document/wire.ts";
import { clauseElementOf, isClauseElement, lettersOf } from "../document/clause-items.ts";
import { IdRanges } from "./id-ranges.ts";

export interface RowChanges {
  readonly inserted: readonly Y.Item[];
  readonly deleted: readonly Y.Item[];
  /** Letters and line breaks among them. */
  readonly addedIds: IdRanges;
  readonly removedIds: IdRanges;
  /** Clause elements that this row brought, and that it took away. */
  readonly born: ReadonlySet<Y.XmlElement>;
  readonly gone: ReadonlySet<Y.XmlElement>;
  /** All that the row says is deleted, also what was so already. */
  readonly named: ReturnType<typeof Y.decodeUpdate>["ds"];
}

/** Applies an update to a document that keeps everything, and says what that changed. */
export function applyRow(doc: Y.Doc, update: Uint8Array): RowChanges {
  const inserted: Y.Item[] = [];
  const deleted: Y.Item[] = [];
  const note = (transaction: Y.Transaction) => {
    for (const [client, end] of transaction.afterState) {
      const start = transaction.beforeState.get(client) ?? 0;
      const structs = doc.store.clients.get(client);
      if (end === start || structs === undefined) continue;
      for (let index = Y.findIndexSS(structs, start); index < structs.length; index++) {
        const struct = structs[index];
        if (struct instanceof Y.Item) inserted.push(struct);
      }
    }
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
      if (struct instanceof Y.Item) deleted.push(struct);
    });
  };
  doc.on("afterTransaction", note);
  try {
    Y.applyUpdate(doc, update);
  } finally {
    doc.off("afterTransaction", note);
  }
  return changesOf(inserted, deleted, Y.decodeUpdate(update).ds);
}

function changesOf(
  inserted: readonly Y.Item[],
  deleted: readonly Y.Item[],
  named: RowChanges["named"],
): RowChanges {
  const addedIds = new IdRanges();
  const removedIds = new IdRanges();
  const born = new Set<Y.XmlElement>();
  const gone = new Set<Y.XmlElement>();
  for (const item of inserted) {
    const element = ownElement(item);
    if (element !== null && !item.deleted) born.add(element);
    if (isLetters(item)) addedIds.add(item.id.client, item.id.clock, item.length);
  }
  const fresh = new Set(inserted);
  for (const item of deleted) {
    const element = ownElement(item);
    if (element !== null && !fresh.has(item)) gone.add(element);
    if (isLetters(item)) removedIds.add(item.id.client, item.id.clock, item.length);
  }
  return { inserted, deleted, addedIds, removedIds, born, gone, named };
}

function ownElement(item: Y.Item): Y.XmlElement | null {
  const type = item.content instanceof Y.ContentType ? item.content.type : null;
  return isClauseElement(type) ? type : null;
}

/** Words, or a line break. */
export function isLetters(item: Y.Item): boolean {
  if (item.content instanceof Y.ContentString) return true;
  const type = item.content instanceof Y.ContentType ? item.content.type : null;
  return type instanceof Y.XmlElement && type.nodeName === ELEMENTS.linebreak;
}

/** The clauses that any item of the row lies in. */
export function touchedElements({ inserted, deleted }: RowChanges): Set<Y.XmlElement> {
  const touched = new Set<Y.XmlElement>();
  for (const item of [...inserted, ...deleted]) {
    const element = clauseElementOf(item);
    if (element !== null) touched.add(element);
  }
  return touched;
}

/**
 * The words that a row took out of a clause, and those it put in; `late` are words that it took as well, but
 * somebody had before: two who split, join or remove at once both carry them away. What others wrote there is in
 * none: who splits or joins without having seen it leaves it where it is.
 */
export function wordsMoved(
  element: Y.XmlElement,
  { addedIds, removedIds, named }: RowChanges,
): { taken: string; late: string; put: string } {
  let taken = "";
  let late = "";
  let put = "";
  for (const { client, clock, text, dead } of lettersOf(element)) {
    if (addedIds.has(client, clock)) put += dead ? "" : text;
    else if (removedIds.has(client, clock)) taken += text;
    else if (dead && Y.isDeleted(named, Y.createID(client, clock))) late += text;
  }
  return { taken: taken.toWellFormed(), late: late.toWellFormed(), put: put.toWellFormed() };
}

/** The cells of a table's JSON, line by line; "" for what is none. */
export function cellsOf(json: unknown): string {
  const value = typeof json === "string" ? parseTableValue(json) : undefined;
  return value?.rows.map((row) => row.join("\t")).join("\n") ?? "";
}

/** Keys under which an attribute says something of the clause's form. */
export const FORM_ATTRIBUTES: ReadonlySet<string> = new Set([
  CLAUSE_ATTRIBUTES.kind,
  CLAUSE_ATTRIBUTES.level,
  CLAUSE_ATTRIBUTES.number,
  CLAUSE_ATTRIBUTES.quoted,
  CLAUSE_ATTRIBUTES.explains,
]);
