/**
 * Whether the editor still shows the document. When nothing happened for some
 * seconds the clauses of the editor are compared with those of the Y.Doc; where
 * they differ the editor is built again from the document.
 */
import {
  $getSelection,
  $isRangeSelection,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
} from "lexical";
import type { Doc } from "yjs";
import type { DocumentBinding } from "../../collab/document/binding.ts";
import { digestPart } from "../../collab/document/digest.ts";
import {
  $clauseOf,
  $findClause,
  $offsetIn,
  $readClauses,
  $selectText,
} from "../../collab/document/operations.ts";
import { readDocument } from "../../collab/document/read.ts";
import { clauseText, type Clause } from "../../domain/clauses/clause.ts";
import type { Cid } from "../../domain/ids.ts";
import { makeQuietTimer } from "./quiet-timer.ts";

const IDLE_MS = 5_000;

export interface DigestCheck {
  /** Compares now; false when the editor had to be built again. */
  check(): boolean;
  /** How often the editor had to be built again. */
  differences(): number;
  dispose(): void;
}

/** `onDifference` is told whether building again helped; `afterwards`, when all was quiet, how often that was so far. */
export function registerDigestCheck(
  editor: LexicalEditor,
  doc: Doc,
  binding: Pick<DocumentBinding, "rebuild">,
  onDifference: (repaired: boolean) => void,
  afterwards: (differences: number) => void = () => {},
  idleMs = IDLE_MS,
): DigestCheck {
  let differences = 0;

  // What the digest compares, clause by clause: hashing both texts would cost more than reading them.
  const same = (): boolean => {
    const shown = editor.read($readClauses);
    const { clauses } = readDocument(doc);
    return shown.length === clauses.length && shown.every((clause, at) => readsAlike(clause, clauses[at]));
  };
  const check = (): boolean => {
    try {
      if (same()) return true;
      differences += 1;
      const caret = editor.read($caretPlace);
      binding.rebuild();
      if (caret !== null) editor.update(() => $returnTo(caret), { discrete: true, tag: quietTag(editor) });
      onDifference(same());
    } catch {
      // A document that cannot be read as clauses is repaired by the room, not here.
      return true;
    }
    return false;
  };
  const whenIdle = () => {
    if (editor.isComposing()) return wait();
    check();
    afterwards(differences);
  };
  const timer = makeQuietTimer(() => whenIdle());
  const wait = () => timer.putOff(idleMs);
  doc.on("update", wait);
  const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size > 0 || dirtyLeaves.size > 0) wait();
  });
  return {
    check,
    differences: () => differences,
    dispose: () => {
      timer.cancel();
      doc.off("update", wait);
      stop();
    },
  };
}

const readsAlike = (shown: Clause, stored: Clause | undefined): boolean =>
  stored !== undefined &&
  ((shown.cid === stored.cid &&
    shown.kind === stored.kind &&
    shown.level === stored.level &&
    clauseText(shown) === clauseText(stored)) ||
    digestPart(shown) === digestPart(stored));

interface Place {
  readonly cid: Cid;
  readonly offset: number;
}

function $caretPlace(): Place | null {
  const selection = $getSelection();
  const clause = $isRangeSelection(selection) ? $clauseOf(selection.focus.getNode()) : null;
  const cid = clause?.getCid() ?? null;
  if (clause === null || cid === null || !$isRangeSelection(selection)) return null;
  return { cid, offset: $offsetIn(clause, selection.focus) };
}

/** Nobody is taken out of another field, or to another place of the page, by what was put right. */
const quietTag = (editor: LexicalEditor): string =>
  editor.getRootElement()?.contains(document.activeElement) === true
    ? SKIP_SCROLL_INTO_VIEW_TAG
    : SKIP_DOM_SELECTION_TAG;

function $returnTo({ cid, offset }: Place): void {
  const clause = $findClause(cid);
  if (clause !== null) $selectText(clause, Math.min(offset, clause.getTextContentSize()));
}
