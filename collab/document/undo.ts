/**
 * Undo of one's own changes only. Yjs takes back the insertion of an element
 * by deleting it with all that stands in it; where others have written into a
 * clause that one made, their words must stay, and so must the clause around them.
 */
import { ContentType, isDeleted, UndoManager } from "yjs";
import type { AbstractType, Item, XmlElement } from "yjs";
import { CLAUSE_ATTRIBUTES } from "./wire.ts";

type StackItem = UndoManager["undoStack"][number];

export interface Undo {
  readonly manager: UndoManager;
  undo(): boolean;
  redo(): boolean;
}

/** An undo manager for everything below `root` that was written under `origin`, with a filter for others' words. */
export function createUndoManager(root: XmlElement, origin: object, captureTimeout = 500): Undo {
  let stack: readonly StackItem[] = [];
  let left: () => number = () => 0;

  const mayDelete = (item: Item): boolean => {
    const own = manager.doc.clientID;
    // Children come before their element, so whatever is left in it now is not of this step.
    if (item.content instanceof ContentType) return !hasForeignText(item.content.type, own);
    if (item.parentSub === null) return true;
    const parent = item.parent as AbstractType<unknown>;
    return !(belongsToCreation(item, parent) && hasForeignText(parent, own));
  };
  // An attribute that an element was made with goes only when the element goes.
  const belongsToCreation = (attribute: Item, element: AbstractType<unknown>): boolean => {
    const { cid, kind } = CLAUSE_ATTRIBUTES;
    if (attribute.left === null && (attribute.parentSub === cid || attribute.parentSub === kind)) return true;
    // The manager pops before it asks: the step under way is the one just above what is left.
    const step = stack[left()];
    return step !== undefined && element._item !== null && isDeleted(step.insertions, element._item.id);
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

/** Whether visible text of another client stands in `type`. Elements without text are nobody's words. */
function hasForeignText(type: AbstractType<unknown>, own: number): boolean {
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue;
    if (
      item.content instanceof ContentType ? hasForeignText(item.content.type, own) : item.id.client !== own
    ) {
      return true;
    }
  }
  return false;
}
