/** What is erased, and how it is found. Pure. Rules: `RULES.md` (ER). */
import { clauseText, type Clause, type Run } from "../clauses/clause.ts";
import { normaliseRuns } from "../clauses/normalise.ts";
import type { Cid } from "../ids.ts";

/** Stands where words stood, in the live text and in versions. [ER3] */
export const ERASED_WORDS = "[dihapus]";
export const WORDS_MIN_LENGTH = 3;
export const WORDS_MAX_LENGTH = 500;
export const TERMS_MAX = 50;

export interface ErasureTerms {
  readonly words: readonly string[];
  readonly cids: readonly Cid[];
}

/** Where the words of the terms stand in a text, as half-open stretches in order, without overlap. */
export type WordFinder = (text: string) => readonly (readonly [start: number, end: number])[];

/** Finds the words in any case and with any space between them, composed or not. [ER1] */
export function createWordFinder(words: readonly string[]): WordFinder {
  const forms = words.flatMap((word) => [word.normalize("NFC"), word.normalize("NFD")]);
  const patterns = [...new Set(forms)]
    .toSorted((left, right) => right.length - left.length)
    .map((form) => form.trim().split(/\s+/u).map(escapePattern).join("\\s+"));
  if (patterns.length === 0) return () => [];
  const pattern = new RegExp(patterns.join("|"), "giu");
  return (text) =>
    Array.from(text.matchAll(pattern), (match) => [match.index, match.index + match[0].length] as const);
}

// With the flag `u` nothing but these may be escaped, not even a hyphen.
const escapePattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

export interface FoundInClause {
  readonly cid: Cid;
  /** How often words stand in it; 1 for a clause that goes as a whole. */
  readonly count: number;
}

/** A text with the terms erased, and where they stood. Equal clauses stay the same objects. [ER3] */
export function eraseFromClauses(
  clauses: readonly Clause[],
  terms: ErasureTerms,
): { readonly clauses: readonly Clause[]; readonly found: readonly FoundInClause[] } {
  const find = createWordFinder(terms.words);
  const whole = new Set(terms.cids);
  const found: FoundInClause[] = [];
  const erased = clauses.map((clause) => {
    const { cid } = clause;
    if (whole.has(cid)) {
      const blank = blankClause(clause);
      if (blank !== clause) found.push({ cid, count: 1 });
      return blank;
    }
    const inText = find(clauseText(clause));
    const value = eraseFromCells(clause.value, find);
    const count = inText.length + value.count;
    if (count === 0) return clause;
    found.push({ cid, count });
    const runs = inText.length === 0 ? clause.runs : normaliseRuns(eraseFromRuns(clause.runs, inText));
    return { ...clause, runs, ...(value.value !== undefined && { value: value.value }) };
  });
  return { clauses: erased, found };
}

/** Erases from any line: titles, labels, notes. */
export function eraseFromText(text: string, find: WordFinder): string {
  let erased = "";
  let from = 0;
  for (const [start, end] of find(text)) {
    erased += text.slice(from, start) + ERASED_WORDS;
    from = end;
  }
  return erased + text.slice(from);
}

const BLANK_TABLE = { head: 0, rows: [[ERASED_WORDS]] } as const;

function blankClause(clause: Clause): Clause {
  const { value, ...rest } = clause;
  const isBlank = clauseText(clause) === ERASED_WORDS || (clauseText(clause) === "" && value === undefined);
  if (isBlank && value === undefined) return clause;
  if (value !== undefined && value.rows.flat().join("") === ERASED_WORDS) return clause;
  const runs: readonly Run[] = value === undefined ? [{ text: ERASED_WORDS }] : [];
  return { ...rest, runs, ...(value !== undefined && { value: BLANK_TABLE }) };
}

function eraseFromCells(
  value: Clause["value"],
  find: WordFinder,
): { readonly value: Clause["value"]; readonly count: number } {
  if (value === undefined) return { value, count: 0 };
  let count = 0;
  const rows = value.rows.map((row) =>
    row.map((cell) => {
      count += find(cell).length;
      return eraseFromText(cell, find);
    }),
  );
  return { value: count === 0 ? value : { ...value, rows }, count };
}

/** Words may run over several runs: the mark takes the look of the first, and is no reference. */
function eraseFromRuns(runs: readonly Run[], stretches: readonly (readonly [number, number])[]): Run[] {
  const kept: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const end = at + run.text.length;
    let from = at;
    for (const [start, stop] of stretches) {
      if (stop <= at || start >= end) continue;
      if (start > from) kept.push({ ...run, text: run.text.slice(from - at, start - at) });
      const { ref: _ref, ...look } = run;
      if (start >= at) kept.push({ ...look, text: ERASED_WORDS });
      from = Math.min(stop, end);
    }
    if (from < end) kept.push({ ...run, text: run.text.slice(from - at) });
    at = end;
  }
  return kept;
}
