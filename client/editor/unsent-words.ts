/**
 * Words of a copy that are not in the text that holds, when words were erased
 * from that text meanwhile: the rest of the copy must not travel on.
 */
import { citationOf, derive } from "../../domain/clauses/citation.ts";
import { clauseText, type Clause } from "../../domain/clauses/clause.ts";
import { ERASED_WORDS } from "../../domain/erasure/erasure.ts";
import { gatherMarks, markWords } from "../../domain/versions/word-marks.ts";

export interface UnsentWords {
  /** "Pasal 3 ayat (1)"; "" for a clause without a name. */
  readonly place: string;
  readonly words: readonly string[];
}

/**
 * What `copy` has and `live` has not, clause by clause. Where the live text says
 * that words were erased, what the copy has in their place is left out.
 */
export function unsentWords(copy: readonly Clause[], live: readonly Clause[]): readonly UnsentWords[] {
  const derived = derive(copy);
  const now = new Map(live.map((clause) => [clause.cid, wordsOf(clause)]));
  return copy.flatMap((clause, index) => {
    const words = addedWords(now.get(clause.cid) ?? "", wordsOf(clause));
    return words.length === 0 ? [] : [{ place: citationOf(derived, index), words }];
  });
}

function addedWords(live: string, copy: string): string[] {
  // One sign, so that the mark of an erasure is one word to the comparison.
  const marks = gatherMarks(markWords(live.replaceAll(ERASED_WORDS, SIGN), copy));
  return marks.flatMap(({ op, text }, index) => {
    if (op !== "added" || text.trim() === "") return [];
    const beside = [marks[index - 1], marks[index + 1]].filter((mark) => mark?.op === "removed");
    return beside.some((mark) => mark?.text.includes(SIGN)) ? [] : [text.trim()];
  });
}

const SIGN = "\uFFFC";

const wordsOf = (clause: Clause): string =>
  clause.value?.rows.map((row) => row.join("\t")).join("\n") ?? clauseText(clause);

/**
 * Whether all of a copy is in the text that holds: of one from before an erasure its words, since only those may be
 * taken along, else everything, with form and place.
 */
export function isAllThere(
  copy: readonly Clause[],
  live: readonly Clause[],
  beforeErasure: boolean,
): boolean {
  if (copy.length === 0) return false; // it cannot be read
  return beforeErasure ? unsentWords(copy, live).length === 0 : JSON.stringify(copy) === JSON.stringify(live);
}

/** As a file to take along. */
export function unsentWordsFile(heading: string, somewhere: string, found: readonly UnsentWords[]): Blob {
  const parts = found.map(({ place, words }) => `${place || somewhere}:\n${words.join("\n")}`);
  return new Blob([[heading, ...parts].join("\n\n"), "\n"], { type: "text/plain;charset=utf-8" });
}
