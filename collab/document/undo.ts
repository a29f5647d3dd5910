/**
 * Undo that takes back one's own changes and never another's words.
 *
 * Yjs takes back the insertion of an element by deleting it with all that
 * stands in it, and the insertion of words that a split or a join had copied by
 * deleting the copy, even where the original can no longer come back because
 * its clause was moved or removed meanwhile. In both cases what would be lost stays.
 */
import { ContentString, ContentType, isDeleted, Item, iterateDeletedStructs, UndoManager } from "yjs";
import type { AbstractType, XmlElement } from "yjs";
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
  const keepsText = (type: AbstractType<unknown>): boolean => visibleText(type, staysAsText);
  // An attribute that an element was made with goes only when the element goes.
  const belongsToCreation = (attribute: Item, element: AbstractType<unknown>): boolean => {
    const { cid, kind } = CLAUSE_ATTRIBUTES;
    if (attribute.left === null && (attribute.parentSub === cid || attribute.parentSub === kind)) return true;
    const step = underWay();
    return step !== undefined && element._item !== null && isDeleted(step.insertions, element._item.id);
  };
  const mayDelete = (item: Item): boolean => {
    // Children come before their element, so whatever text is left in it now is there to stay.
    if (item.content instanceof ContentType) return !visibleText(item.content.type, () => true);
    if (item.parentSub === null) return !staysAsText(item);
    const parent = item.parent as AbstractType<unknown>;
    return !(belongsToCreation(item, parent) && keepsText(parent));
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
      return manager.undo() !== null;
    },
    redo: () => {
      stack = [...manager.redoStack];
      left = () => manager.redoStack.length;
      return manager.redo() !== null;
    },
  };
}

function unrestored(manager: UndoManager, step: StackItem): string[] {
  const words: string[] = [];
  const transaction = manager.doc._transaction;
  if (transaction === null) return words;
  iterateDeletedStructs(transaction, step.deletions, (struct) => {
    if (!(struct instanceof Item) || !(struct.content instanceof ContentString)) return;
    if (struct.deleted && struct.redone === null && !isDeleted(step.insertions, struct.id))
      words.push(struct.content.str);
  });
  return words;
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
