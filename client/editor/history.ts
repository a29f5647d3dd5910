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

/** `move` does a move and answers with its inverse; it rejects when the text no longer allows it. */
export function registerHistory(
  editor: LexicalEditor,
  binding: DocumentBinding,
  move: (command: Move) => Promise<Move>,
  onFailure: (error: unknown) => void,
): EditorHistory {
  let done: Step[] = [];
  let undone: Step[] = [];
  let stepping = false;
  const state = makeSubject(
    { canUndo: false, canRedo: false },
    (a, b) => a.canUndo === b.canUndo && a.canRedo === b.canRedo,
  );
  const { undoManager } = binding;

  const tell = () => {
    state.set({ canUndo: done.length > 0, canRedo: undone.length > 0 });
    editor.dispatchCommand(CAN_UNDO_COMMAND, done.length > 0);
    editor.dispatchCommand(CAN_REDO_COMMAND, undone.length > 0);
  };
  /** The manager may drop or merge steps of its own: no more steps of words than it has. */
  const reconcile = () => {
    done = keepLast(done, undoManager.undoStack.length);
    undone = keepLast(undone, undoManager.redoStack.length);
    tell();
  };
  const onAdded = ({ type }: { type: "undo" | "redo" }) => {
    if (stepping || type !== "undo") return;
    done.push({ what: "words" });
    undone = [];
    tell();
  };
  undoManager.on("stack-item-added", onAdded);

  const step = async (from: Step[], to: Step[], words: () => boolean) => {
    if (stepping) return;
    stepping = true;
    try {
      for (let last = from.pop(); last !== undefined; last = from.pop()) {
        if (last.what === "words") {
          const changed = words();
          if (changed) to.push(last);
          // A step whose words are all gone by others' hands is passed over.
          if (changed) break;
        } else {
          to.push({ what: "move", back: await move(last.back) });
          break;
        }
      }
    } catch (error) {
      onFailure(error);
    } finally {
      stepping = false;
      reconcile();
    }
  };
  const undo = () => void step(done, undone, () => binding.undo());
  const redo = () => void step(undone, done, () => binding.redo());

  const stops = [
    editor.registerCommand(UNDO_COMMAND, () => (undo(), true), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(REDO_COMMAND, () => (redo(), true), COMMAND_PRIORITY_HIGH),
    () => undoManager.off("stack-item-added", onAdded),
  ];
  return {
    state,
    moved: (back) => {
      binding.stopCapturing();
      done.push({ what: "move", back });
      undone = [];
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
