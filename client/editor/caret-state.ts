/** What the page shows of the place of the caret, and the outline; a frame after the text itself. */
import { $getSelection, $isRangeSelection, type LexicalEditor } from "lexical";
import { $clauseOf } from "../../collab/document/operations.ts";
import { citationOf } from "../../domain/clauses/citation.ts";
import {
  indentedSubtree,
  insertableShapes,
  moveTargets,
  outdentedSubtree,
} from "../../domain/clauses/editing.ts";
import type { Cid } from "../../domain/ids.ts";
import { gazetteLines, outlineOf, type OutlineEntry } from "../clauses/gazette-lines.ts";
import type { CaretState } from "./editor-session.ts";
import { makeSubject, type Observable } from "./observable.ts";
import type { StructureKeeper } from "./structure.ts";

export interface CaretPlace {
  readonly caret: Observable<CaretState | null>;
  readonly outline: Observable<readonly OutlineEntry[]>;
  dispose(): void;
}

export function registerCaretState(
  editor: LexicalEditor,
  structure: StructureKeeper,
  standIn: (cid: Cid) => void,
): CaretPlace {
  const outline = makeSubject<readonly OutlineEntry[]>([]);
  const caret = makeSubject<CaretState | null>(null, (a, b) => JSON.stringify(a) === JSON.stringify(b));

  const read = () => {
    const found = editor.read(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return null;
      const key = $clauseOf(selection.focus.getNode())?.getKey();
      return key === undefined
        ? null
        : { key, bold: selection.hasFormat("bold"), italic: selection.hasFormat("italic") };
    });
    const index = found ? structure.indexOfKey(found.key) : -1;
    const clause = structure.clauses[index];
    if (!found || !clause) return;
    const derived = structure.derived();
    const { clauses, tree } = derived;
    const targets = moveTargets(clauses, index, tree);
    standIn(clause.cid);
    caret.set({
      cid: clause.cid,
      kind: clause.kind,
      level: clause.level,
      citation: citationOf(derived, index),
      bold: found.bold,
      italic: found.italic,
      canIndent: indentedSubtree(clauses, index, tree) !== null,
      canOutdent: outdentedSubtree(clauses, index, tree) !== null,
      canMoveUp: targets.up !== null,
      canMoveDown: targets.down !== null,
      insertable: insertableShapes(clauses, index, tree),
    });
  };
  let frame = 0;
  const schedule = () => {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      read();
    });
  };
  const stops = [
    structure.onChange(({ structural, headings }) => {
      if (!structural && !headings) return;
      const { clauses, numbering } = structure.derived();
      outline.set(outlineOf(gazetteLines(clauses, numbering.labels)));
    }),
    editor.registerUpdateListener(schedule),
    () => cancelAnimationFrame(frame),
  ];
  return { caret, outline, dispose: () => stops.forEach((stop) => stop()) };
}
