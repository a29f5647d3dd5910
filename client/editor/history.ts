/**
 * Undo of one's own acts, text and moves alike. Words are taken back by the
 * binding's undo manager, a move by the command that undoes it; this keeps them
 * in one order.
 */
import {
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_HIGH,
  REDO_COMMAND,
  UNDO_COMMAND,
  type LexicalEditor,
} from "lexical";
import type { DocumentBinding } from "../../collab/document/binding.ts";
import type { Cid } from "../../domain/ids.ts";
import { makeSubject, type Observable } from "./observable.ts";

export interface Move {
  readonly cids: readonly Cid[];
  readonly before: Cid | null;
}

type Step = { readonly what: "words" } | { readonly what: "move"; readonly back: Move };

export interface EditorHistory {
  readonly state: Observable<{ readonly canUndo: boolean; readonly canRedo: boolean }>;
  /** Notes a move that was done, by the command that undoes it. */
  moved(back: Move): void;
  undo(): void;
  redo(): void;
  dispose(): void;
}

/**
 * `move` does a move and answers with its inverse, or with null when it is not
 * possible just now (the step then stays); it rejects when the text no longer
 * allows it, and the step is given up.
 */
export function registerHistory(
  editor: LexicalEditor,
  binding: Pick<DocumentBinding, "undoManager" | "undo" | "redo" | "stopCapturing">,
  move: (command: Move) => Promise<Move | null>,
  onFailure: (error: unknown) => void,
): EditorHistory {
  const steps: Record<"done" | "undone", Step[]> = { done: [], undone: [] };
  /** A step is under way: a move waits for the server meanwhile. */
  let stepping = false;
  /** The undo manager is at work: what it files is no new act. */
  let takingBack = false;
  const state = makeSubject(
    { canUndo: false, canRedo: false },
    (a, b) => a.canUndo === b.canUndo && a.canRedo === b.canRedo,
  );
  const { undoManager } = binding;

  const tell = () => {
    const [canUndo, canRedo] = [steps.done.length > 0, steps.undone.length > 0];
    state.set({ canUndo, canRedo });
    editor.dispatchCommand(CAN_UNDO_COMMAND, canUndo);
    editor.dispatchCommand(CAN_REDO_COMMAND, canRedo);
  };
  /** The manager may drop or merge steps of its own: no more steps of words than it has. */
  const reconcile = () => {
    steps.done = keepLast(steps.done, undoManager.undoStack.length);
    steps.undone = keepLast(steps.undone, undoManager.redoStack.length);
    tell();
  };
  const onAdded = ({ type }: { type: "undo" | "redo" }) => {
    if (takingBack || type !== "undo") return;
    steps.done.push({ what: "words" });
    steps.undone = [];
    tell();
  };
  /** Typing that the manager adds to its last step ends what could be redone as well. */
  const onUpdated = ({ type }: { type: "undo" | "redo" }) => {
    if (takingBack || type !== "undo" || steps.undone.length === 0) return;
    steps.undone = [];
    tell();
  };
  undoManager.on("stack-item-added", onAdded);
  undoManager.on("stack-item-updated", onUpdated);

  const words = (act: () => boolean): boolean => {
    takingBack = true;
    try {
      return act();
    } finally {
      takingBack = false;
      // What is typed next is a step of its own.
      binding.stopCapturing();
    }
  };
  const step = async (from: "done" | "undone", act: () => boolean) => {
    if (stepping || !editor.isEditable()) return;
    const to = from === "done" ? "undone" : "done";
    stepping = true;
    try {
      for (let last = steps[from].pop(); last !== undefined; last = steps[from].pop()) {
        if (last.what === "words") {
          // A step whose words are all gone by others' hands is passed over.
          if (!words(act)) continue;
          steps[to].push(last);
        } else {
          const newest = steps.done.at(-1);
          const back = await move(last.back);
          // Whoever wrote meanwhile has a newer step: nothing is left to redo.
          const overtaken = steps.done.at(-1) !== newest;
          if (back === null) steps[from].push(last);
          else if (to === "done" || !overtaken) steps[to].push({ what: "move", back });
        }
        break;
      }
    } catch (error) {
      onFailure(error);
    } finally {
      stepping = false;
      reconcile();
    }
  };
  /** Browsers ask the sheet for undo also when the focus is in a dialog and there is nothing to take back there. */
  const elsewhere = () => {
    const root = editor.getRootElement();
    return root !== null && !root.contains(document.activeElement);
  };
  const byKey = (act: () => void) => () => {
    if (!elsewhere()) act();
    return true;
  };
  const undo = () => void step("done", () => binding.undo());
  const redo = () => void step("undone", () => binding.redo());

  const stops = [
    editor.registerCommand(UNDO_COMMAND, byKey(undo), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(REDO_COMMAND, byKey(redo), COMMAND_PRIORITY_HIGH),
    () => undoManager.off("stack-item-added", onAdded),
    () => undoManager.off("stack-item-updated", onUpdated),
  ];
  return {
    state,
    moved: (back) => {
      binding.stopCapturing();
      steps.done.push({ what: "move", back });
      steps.undone = [];
      undoManager.clear(false, true);
      tell();
    },
    undo,
    redo,
    dispose: () => stops.forEach((stop) => stop()),
  };
}

/** Drops the oldest steps of words beyond `words`. */
function keepLast(steps: Step[], words: number): Step[] {
  let surplus = steps.filter(({ what }) => what === "words").length - words;
  return surplus <= 0 ? steps : steps.filter(({ what }) => what !== "words" || surplus-- <= 0);
}
