/**
 * Marks of one side of a clause, then or now. Those of a row tell one wording
 * from another; of a clause that was split or took another in, they run over
 * several clauses. Each side must still read exactly as it stood.
 */
import type { TargetRow } from "../../domain/contributions/contributions.contract.ts";
import { joinTexts, markWords, type WordMark } from "../../domain/versions/word-marks.ts";

export type SideName = "before" | "after";

const hiddenOn = { before: "added", after: "removed" } as const;

/** The words that a side shows of some marks. */
const wordsOf = (marks: readonly WordMark[], side: SideName): string =>
  marks
    .filter(({ op }) => op !== hiddenOn[side])
    .map(({ text }) => text)
    .join("");

/** Marks whose words on `side` are the row's own; the rest of what the input is about says what is gone or came. */
export function sideMarks(row: TargetRow, side: SideName, rows: readonly TargetRow[]): readonly WordMark[] {
  const own = row[side];
  if (!own) return [];
  if (wordsOf(row.marks, side) === own.text) return row.marks;
  const other = side === "before" ? "after" : "before";
  const around = joinTexts(rows.flatMap((each) => (each[other] ? [each[other].text] : [])));
  const marks = side === "before" ? markWords(own.text, around) : markWords(around, own.text);
  return marks.filter(({ op }) => op !== hiddenOn[side]);
}
