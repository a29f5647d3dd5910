/**
 * Giving a clause other words, as an edit of the person who asks: only what
 * differs is touched, so that marks, references and the carets of others stay
 * where the words stay.
 */
import type { LexicalEditor } from "lexical";
import type { ClauseNode } from "../../collab/document/nodes.ts";
import { $findClause, $insertRuns, $removeSelection, $selectText } from "../../collab/document/operations.ts";
import type { Cid } from "../../domain/ids.ts";
import { markWords } from "../../domain/versions/word-marks.ts";

interface Edit {
  /** UTF-16 offsets in the words as they are. */
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** What to change in `before` to make it `after`, from the first to the last, apart from each other. */
export function editsBetween(before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let open: Edit | undefined;
  for (const { op, text } of markWords(before, after)) {
    if (op === "same") {
      if (open) edits.push(open);
      open = undefined;
      at += text.length;
      continue;
    }
    open ??= { from: at, to: at, words: "" };
    if (op === "added") open = { ...open, words: open.words + text };
    else {
      at += text.length;
      open = { ...open, to: at };
    }
  }
  if (open) edits.push(open);
  return edits;
}

/** Makes the words of the clause `words`; the caret ends behind the last of what was changed. */
export function $replaceWords(clause: ClauseNode, words: string): boolean {
  const edits = editsBetween(clause.getTextContent(), words);
  // From the last to the first, so that offsets stay true.
  for (const { from, to, words: added } of edits.toReversed()) {
    const selection = $selectText(clause, from, clause, to);
    // Words put in the place of others look as those did; a line break is no text.
    if (added !== "" && !added.includes("\n")) selection.insertText(added);
    else {
      if (from < to) $removeSelection();
      if (added !== "") $insertRuns([{ text: added }]);
    }
  }
  return edits.length > 0;
}

/** In one step of undo; false where the clause is gone, is a table, or reads so already. */
export function replaceWords(
  editor: LexicalEditor,
  beforeStep: () => void,
  cid: Cid,
  words: string,
): boolean {
  if (!editor.isEditable()) return false;
  let changed = false;
  beforeStep();
  editor.update(
    () => {
      const clause = $findClause(cid);
      if (clause === null || clause.getKind() === "tabel") return;
      changed = $replaceWords(clause, words);
    },
    { discrete: true },
  );
  beforeStep();
  return changed;
}
