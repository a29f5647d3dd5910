/** What a passage shows: what was added and removed with a few words around, of bounded length. */
import type { Passage } from "../../domain/history/passage.ts";
import { gatherMarks, joinMarks, markWords, type WordMark } from "../../domain/versions/word-marks.ts";

/** Characters of unchanged text on each side of a change. */
const AROUND = 40;
/** Characters of one addition or removal, and of all pieces of a passage together. */
const PIECE_MAX = 2_000;
const PASSAGE_MAX = 6_000;
const MORE = "…";

/** Empty when both are the same. */
export function piecesOf(before: string, after: string): Passage["pieces"] {
  if (before === after) return [];
  return shorten(markWords(before, after));
}

/**
 * Letters in the order of the clause, each with what became of it, as pieces: exact, since it is known who
 * wrote which. What was taken away and put back as it was is not told.
 */
export function piecesOfLetters(letters: readonly WordMark[]): Passage["pieces"] {
  const marks: WordMark[] = [];
  let removed = "";
  let added = "";
  const close = () => {
    marks.push(...markWords(removed.toWellFormed(), added.toWellFormed()));
    removed = "";
    added = "";
  };
  for (const { op, text } of letters) {
    if (op === "removed") removed += text;
    else if (op === "added") added += text;
    else {
      if (removed !== "" || added !== "") close();
      marks.push({ op, text });
    }
  }
  close();
  return shorten(joinMarks(marks).map(({ op, text }) => ({ op, text: text.toWellFormed() })));
}

/** Bounded, and empty when nothing changed. */
export function shorten(all: readonly WordMark[]): Passage["pieces"] {
  if (all.every(({ op }) => op === "same")) return [];
  const marks = gatherMarks(all);
  const pieces: WordMark[] = [];
  let length = 0;
  for (const [index, mark] of marks.entries()) {
    if (length > PASSAGE_MAX) {
      pieces.push({ op: "same", text: MORE });
      break;
    }
    const text =
      mark.op === "same" ? around(mark.text, index === 0, index === marks.length - 1) : cut(mark.text);
    length += text.length;
    if (text !== "") pieces.push({ op: mark.op, text });
  }
  return pieces;
}

function around(text: string, first: boolean, last: boolean): string {
  if (text.length <= (first || last ? AROUND : 2 * AROUND)) return text;
  // Whole words where there are spaces.
  const head = first ? "" : text.slice(0, AROUND).replace(/\S+$/u, "");
  const tail = last ? "" : text.slice(-AROUND).replace(/^\S+/u, "");
  return `${head}${MORE}${tail}`.toWellFormed();
}

const cut = (text: string): string =>
  text.length <= PIECE_MAX ? text : `${text.slice(0, PIECE_MAX)}${MORE}`.toWellFormed();
