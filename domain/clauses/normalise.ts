/**
 * The one form of a clause's runs (RULES.md CL22): equal neighbours merged, no
 * empty run, no lone surrogate, NFC over the joined text. A border that would
 * stand inside a character (before a combining mark) moves to its start, so
 * that a mark never changes how the character before it is composed.
 */
import type { Clause, Run, TableValue } from "./clause.ts";
import { hasLevel } from "./kinds.ts";

/** Characters that join the one before: marks, and the Hangul vowels and finals that NFC composes. */
const JOINS_BEFORE = /[\p{M}\u1160-\u11ff\ud7b0-\ud7ff]/u;

export type Marks = Pick<Run, "bold" | "italic" | "ref">;

export const sameMarks = (a: Marks, b: Marks): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.ref === b.ref;

/** A run of `text` with the marks of `marks`, without keys that are not set. */
export function runWith(text: string, marks: Marks): Run {
  return {
    text,
    ...(marks.bold ? { bold: true as const } : {}),
    ...(marks.italic ? { italic: true as const } : {}),
    ...(marks.ref === undefined ? {} : { ref: marks.ref }),
  };
}

/** Merges neighbours with equal marks and drops empty runs; the text is untouched. */
export function mergeRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    if (run.text === "") continue;
    const last = merged.at(-1);
    if (last && sameMarks(last, run)) merged[merged.length - 1] = runWith(last.text + run.text, last);
    else merged.push(runWith(run.text, run));
  }
  return merged;
}

/** Normal form of runs. Idempotent; the joined text is the NFC of the joined text before. */
export function normaliseRuns(runs: readonly Run[]): Run[] {
  const merged = mergeRuns(runs);
  // Surrogates are repaired on the joined text: a pair cut by a border is whole there.
  const text = merged
    .map((run) => run.text)
    .join("")
    .toWellFormed();
  let offset = 0;
  let start = 0;
  const result: Run[] = [];
  for (const [index, run] of merged.entries()) {
    offset += run.text.length;
    const end = index === merged.length - 1 ? text.length : characterStart(text, offset);
    if (end > start) result.push(runWith(text.slice(start, end).normalize("NFC"), run));
    start = Math.max(start, end);
  }
  return mergeRuns(result);
}

/** The start of the character that `offset` stands in; `offset` itself between two characters. */
function characterStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xdc00 && unit <= 0xdfff) at--;
    else if (JOINS_BEFORE.test(String.fromCodePoint(text.codePointAt(at) ?? 0))) at--;
    else break;
  }
  return at;
}

/** A string in the form we keep: well-formed and NFC. */
export const normaliseText = (text: string): string => text.toWellFormed().normalize("NFC");

/** Normal form of a clause: its runs, its table, and level 0 where the kind has none. */
export function normaliseClause(clause: Clause): Clause {
  return {
    cid: clause.cid,
    kind: clause.kind,
    level: hasLevel(clause.kind) ? clause.level : 0,
    runs: normaliseRuns(clause.runs),
    ...(clause.number === undefined ? {} : { number: normaliseText(clause.number) }),
    ...(clause.quoted ? { quoted: true as const } : {}),
    ...(clause.explains === undefined ? {} : { explains: clause.explains }),
    ...(clause.value === undefined ? {} : { value: normaliseTable(clause.value) }),
  };
}

export function normaliseTable(value: TableValue): TableValue {
  return { head: value.head, rows: value.rows.map((row) => row.map(normaliseText)) };
}
