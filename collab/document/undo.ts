/**
 * Undo that takes back one's own changes and never another's words.
 *
 * Yjs takes back the insertion of an element by deleting it with all that
 * stands in it, and the insertion of words that a split or a join had copied by
 * deleting the copy, even where the original can no longer come back because
 * its clause was moved or removed meanwhile. In both cases what would be lost stays.
 */
import {
  ContentAny,
  ContentString,
  ContentType,
  createID,
  getItem,
  getItemCleanStart,
  getState,
  isDeleted,
  Item,
  iterateDeletedStructs,
  UndoManager,
  XmlElement,
} from "yjs";
import type { AbstractType, Transaction } from "yjs";
import { CLAUSE_ATTRIBUTES } from "./wire.ts";

type StackItem = UndoManager["undoStack"][number];

export interface Undo {
  readonly manager: UndoManager;
  undo(): boolean;
  redo(): boolean;
}

/** An undo manager for everything below `root` that was written under `origin`. */
export function createUndoManager(root: XmlElement, origin: object, captureTimeout = 500): Undo {
  let stack: readonly StackItem[] = [];
  let left: () => number = () => 0;
  let lost: { readonly step: StackItem; readonly words: readonly string[] } | undefined;

  // The manager pops before it asks: the step under way is the one just above what is left.
  const underWay = () => stack[left()];

  /** Words that this step had deleted and that could not be brought back. */
  const lostWords = (step: StackItem): readonly string[] => {
    if (lost?.step !== step) lost = { step, words: unrestored(manager, step) };
    return lost.words;
  };
  const staysAsText = (item: Item): boolean => {
    if (!(item.content instanceof ContentString)) return false;
    if (item.id.client !== manager.doc.clientID) return true;
    const step = underWay();
    if (step === undefined) return false;
    const { str } = item.content;
    return lostWords(step).some((words) => words.includes(str) || str.includes(words));
  };
  const keepsText = (type: AbstractType<unknown>): boolean => {
    const step = underWay();
    const ofThisStep = (item: Item) => step !== undefined && isDeleted(step.insertions, item.id);
    return visibleText(type, (item) => !ofThisStep(item) || staysAsText(item));
  };
  // Deleting an attribute's present value leaves none; what it had before was put back already where that was possible.
  const mayDeleteAttribute = (item: Item, key: string): boolean => {
    const element = item.parent as AbstractType<unknown>;
    if (element._map.get(key) !== item) return true;
    // When the element goes, they go with it.
    if (key === CLAUSE_ATTRIBUTES.cid || key === CLAUSE_ATTRIBUTES.kind) return false;
    const step = underWay();
    if (step === undefined) return true;
    if (item.left !== null && isDeleted(step.deletions, item.left.id)) return false;
    const madeInStep = element._item !== null && isDeleted(step.insertions, element._item.id);
    return !(madeInStep && keepsText(element));
  };
  const mayDelete = (item: Item): boolean => {
    // Children come before their element, so whatever text is left in it now is there to stay.
    if (item.content instanceof ContentType) return !visibleText(item.content.type, () => true);
    return item.parentSub === null ? !staysAsText(item) : mayDeleteAttribute(item, item.parentSub);
  };

  const manager = new UndoManager(root, {
    trackedOrigins: new Set([origin]),
    captureTimeout,
    deleteFilter: mayDelete,
  });
  return {
    manager,
    undo: () => {
      stack = [...manager.undoStack];
      left = () => manager.undoStack.length;
      return takeStep(manager, "undo");
    },
    redo: () => {
      stack = [...manager.redoStack];
      left = () => manager.redoStack.length;
      return takeStep(manager, "redo");
    },
  };
}

/** Undoes or redoes one step, completed, in one transaction. Returns whether there was one. */
function takeStep(manager: UndoManager, way: "undo" | "redo"): boolean {
  const flag = way === "undo" ? "undoing" : "redoing";
  let step: StackItem | null = null;
  try {
    manager.doc.transact((transaction) => {
      for (const next of manager[`${way}Stack`].slice(-STEPS_CUT)) cutOut(transaction, next);
      step = manager[way]();
      if (step !== null) restoreAttributes(transaction, step);
      mendOrigins(transaction);
      // The manager files the transaction by this flag when it ends, after it has itself put it back.
      manager[flag] = true;
    }, manager);
  } finally {
    manager[flag] = false;
  }
  return step !== null;
}

// A step that finds nothing left to do is skipped; hardly ever so many in a row.
const STEPS_CUT = 20;

/**
 * Words that were brought back melt into one item with what stands beside them, and
 * Yjs then takes the whole item back, others' words included. Cuts out what is this step's own.
 */
function cutOut(transaction: Transaction, step: StackItem): void {
  const { store } = transaction.doc;
  iterateDeletedStructs(transaction, step.insertions, (struct) => {
    let at: Item | undefined = struct instanceof Item ? struct : undefined;
    while (at !== undefined && at.redone !== null) {
      const { client, clock } = at.redone;
      const next = getItemCleanStart(transaction, at.redone);
      const end = clock + at.length;
      if (next instanceof Item && next.id.clock + next.length > end && end < getState(store, client))
        getItemCleanStart(transaction, createID(client, end));
      at = next instanceof Item ? next : undefined;
    }
  });
}

/**
 * Where words to bring back had been cut into pieces, Yjs may name as their right
 * neighbour what stands left of them. Each copy of the document would then put them
 * elsewhere, for ever. Before anybody hears of them they get the neighbours they have here.
 */
function mendOrigins(transaction: Transaction): void {
  const { doc, beforeState } = transaction;
  const client = doc.clientID;
  const start = beforeState.get(client) ?? 0;
  const structs = doc.store.clients.get(client) ?? [];
  for (let index = structs.length - 1; index >= 0; index--) {
    const item = structs[index];
    if (item === undefined || item.id.clock < start) return;
    if (!(item instanceof Item) || item.parentSub !== null || standsBefore(item, item.rightOrigin)) continue;
    // What was written after this item cannot be its neighbour: nobody could place it.
    const isEarlier = ({ id }: Item) => id.client !== client || id.clock < item.id.clock;
    let { left, right } = item;
    while (left !== null && !isEarlier(left)) left = left.left;
    while (right !== null && !isEarlier(right)) right = right.right;
    item.origin = left === null ? null : left.lastId;
    item.rightOrigin = right === null ? null : right.id;
  }
}

/** Whether what has `id` stands to the right of `item`; null is the end. */
function standsBefore(item: Item, id: Item["rightOrigin"]): boolean {
  if (id === null) return true;
  for (let at = item.right; at !== null; at = at.right) {
    const { client, clock } = at.id;
    if (client === id.client && clock <= id.clock && id.clock < clock + at.length) return true;
  }
  return false;
}

/**
 * Yjs does not bring back an attribute that another person had changed at the
 * same moment: a clause could return without its cid. It gets what it had when
 * it was removed.
 */
function restoreAttributes(transaction: Transaction, step: StackItem): void {
  const back: [XmlElement, AbstractType<unknown>][] = [];
  iterateDeletedStructs(transaction, step.deletions, (struct) => {
    if (!(struct instanceof Item) || struct.redone === null || !(struct.content instanceof ContentType))
      return;
    const item = getItem(transaction.doc.store, struct.redone);
    if (!(item instanceof Item) || item.deleted || !(item.content instanceof ContentType)) return;
    if (item.content.type instanceof XmlElement) back.push([item.content.type, struct.content.type]);
  });
  for (const [element, removed] of back) {
    for (const [key, last] of removed._map) {
      const value = element._map.has(key) ? undefined : valueAtRemoval(last, step);
      if (value !== undefined) element.setAttribute(key, value as string);
    }
  }
}

function valueAtRemoval(last: Item, step: StackItem): unknown {
  for (let item: Item | null = last; item !== null; item = item.left) {
    if (item.content instanceof ContentAny && isDeleted(step.deletions, item.id))
      return item.content.arr.at(-1);
  }
  return undefined;
}

function unrestored(manager: UndoManager, step: StackItem): string[] {
  const words: string[] = [];
  const transaction = manager.doc._transaction;
  if (transaction === null) return words;
  iterateDeletedStructs(transaction, step.deletions, (struct) => {
    if (!(struct instanceof Item) || !(struct.content instanceof ContentString)) return;
    if (!isDeleted(step.insertions, struct.id) && !isBack(manager, struct)) words.push(struct.content.str);
  });
  return words;
}

/** Whether a deleted item is visible again, through however many undos. */
function isBack(manager: UndoManager, item: Item): boolean {
  let at = item;
  while (at.redone !== null) {
    const next = getItem(manager.doc.store, at.redone);
    if (!(next instanceof Item)) return false;
    at = next;
  }
  return !at.deleted;
}

/** Whether text for which `counts` holds is visible in `type`. Elements without text are nobody's words. */
function visibleText(type: AbstractType<unknown>, counts: (item: Item) => boolean): boolean {
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue;
    if (item.content instanceof ContentType ? visibleText(item.content.type, counts) : counts(item))
      return true;
  }
  return false;
}
