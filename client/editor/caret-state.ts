/** What the page shows of the place of the caret, and the outline; after the frame of the text itself. */
import { $getSelection, $isRangeSelection, type LexicalEditor, type NodeKey } from "lexical";
import { $clauseOf } from "../../collab/document/operations.ts";
import { citationOf } from "../../domain/clauses/citation.ts";
import {
  indentedSubtree,
  insertableShapes,
  moveTargets,
  outdentedSubtree,
} from "../../domain/clauses/editing.ts";
import type { Cid } from "../../domain/ids.ts";
import { gazetteLines, outlineOf, type OutlineEntry } from "../../domain/clauses/gazette-lines.ts";
import type { CaretState } from "./editor-session.ts";
import type { FramePace } from "./frame-pace.ts";
import { makeSubject, type Observable } from "./observable.ts";
import { makeQuietTimer } from "./quiet-timer.ts";
import type { StructureKeeper } from "./structure.ts";

const REST_MS = 250;

export interface CaretPlace {
  readonly caret: Observable<CaretState | null>;
  readonly outline: Observable<readonly OutlineEntry[]>;
  dispose(): void;
}

export function registerCaretState(
  editor: LexicalEditor,
  structure: StructureKeeper,
  standIn: (cid: Cid) => void,
  pace: FramePace,
): CaretPlace {
  const outline = makeSubject<readonly OutlineEntry[]>([]);
  const caret = makeSubject<CaretState | null>(null, (a, b) => JSON.stringify(a) === JSON.stringify(b));

  /** The clause in which the caret stood when everything was looked at; null after a change of structure. */
  let lookedAt: NodeKey | null = null;
  const timer = makeQuietTimer(() => {
    lookedAt = null;
    read();
  });

  const read = () => {
    const found = editor.read(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return null;
      const key = $clauseOf(selection.focus.getNode())?.getKey();
      return key === undefined
        ? null
        : { key, bold: selection.hasFormat("bold"), italic: selection.hasFormat("italic") };
    });
    const known = caret.get();
    if (found && known && found.key === lookedAt) {
      const { bold, italic } = found;
      if (known.bold !== bold || known.italic !== italic) caret.set({ ...known, bold, italic });
      return;
    }
    const index = found ? structure.indexOfKey(found.key) : -1;
    const clause = structure.clauses[index];
    if (!found || !clause) return;
    lookedAt = found.key;
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
  let scheduled = false;
  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    pace.afterFrame(() => {
      scheduled = false;
      if (!over) read();
    });
  };
  let over = false;
  let order: readonly Cid[] = [];
  let outlineDue = false;
  const tellOutline = () => {
    if (!outlineDue || over) return;
    outlineDue = false;
    const { clauses, numbering } = structure.derived();
    const entries = outlineOf(gazetteLines(clauses, numbering.labels));
    const before = order;
    order = clauses.map(({ cid }) => cid);
    // An outline that reads as before is told all the same when a clause may now stand under another entry.
    if (!sameEntries(outline.get(), entries) || hasMoves(before, order)) outline.set(entries);
  };
  const stops = [
    structure.onChange(({ structural, headings }) => {
      if (structural) lookedAt = null;
      // What may be done here hardly depends on the words: looked at again when they rest.
      else timer.putOff(REST_MS);
      if ((!structural && !headings) || outlineDue) return;
      outlineDue = true;
      pace.afterFrame(tellOutline);
    }),
    editor.registerUpdateListener(schedule),
    () => {
      over = true;
      timer.cancel();
    },
  ];
  return { caret, outline, dispose: () => stops.forEach((stop) => stop()) };
}

function sameEntries(a: readonly OutlineEntry[], b: readonly OutlineEntry[]): boolean {
  return (
    a.length === b.length &&
    a.every((entry, index) => {
      const other = b[index];
      return (
        entry.cid === other?.cid &&
        entry.kind === other.kind &&
        entry.label === other.label &&
        entry.heading === other.heading
      );
    })
  );
}

/** Whether more happened to the order than that one run of clauses came or went. */
function hasMoves(before: readonly Cid[], after: readonly Cid[]): boolean {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return start + end < shorter;
}
