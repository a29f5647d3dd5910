/** The text as it comes from outside: what is refused, and how it becomes lines. [PR1, PR2] */
import { DomainError } from "../errors.ts";
import type { ParseRefusal } from "./warnings.ts";

/** A longer text than any act so far (UU 11/2020 has about 2.5 million characters). */
export const MAX_SOURCE_CHARS = 5_000_000;
export const MAX_SOURCE_LINES = 80_000;
/** A text file may hold a few stray control characters; more of them mean that it is not text. */
const MAX_CONTROL_SHARE = 0.005;

export interface SourceLine {
  /** 1-based. */
  readonly number: number;
  /** Without white space at both ends; inner white space as it is. */
  readonly text: string;
  /** Column of the first character, tabs counted to the next multiple of eight. */
  readonly indent: number;
  /** Column after the last character. */
  readonly end: number;
  /** Lines without text stand between this one and the one before. */
  readonly blankBefore: boolean;
  /** A form feed stands before this line. */
  readonly pageBefore: boolean;
}

/** `path` is the place in the text, `issue` a code such as `binary:3`; the sentences are in `parsing.intl.ts`. */
const refuse = (reason: ParseRefusal, path: string, issue: string): DomainError =>
  new DomainError("bad-input", reason, `${reason} at ${path}`, [{ path, message: issue }]);

/**
 * Lines that have text, in order.
 *
 * @throws DomainError `bad-input` naming the place: empty, too long, too many lines, or not a text.
 */
export function readSourceLines(source: string): SourceLine[] {
  if (source.length > MAX_SOURCE_CHARS) {
    throw refuse("text-too-long", `char ${MAX_SOURCE_CHARS + 1}`, `max_length:${MAX_SOURCE_CHARS}`);
  }
  refuseBinary(source);
  const lines: SourceLine[] = [];
  let blank = false;
  let page = false;
  let number = 0;
  for (const raw of source.split(/\r\n|\n|\r|\u2028|\u2029/)) {
    number++;
    if (number > MAX_SOURCE_LINES) {
      throw refuse("text-too-many-lines", `line ${number}`, `max_length:${MAX_SOURCE_LINES}`);
    }
    page ||= raw.includes("\f");
    const text = raw.trim();
    if (text === "") {
      blank = true;
      continue;
    }
    const { indent, end } = columnsOf(raw, text);
    lines.push({ number, text, indent, end, blankBefore: blank, pageBefore: page });
    blank = false;
    page = false;
  }
  if (lines.length === 0) throw refuse("empty-text", "line 1", "missing");
  return lines;
}

function columnsOf(raw: string, text: string): { indent: number; end: number } {
  let indent = 0;
  for (const char of raw) {
    if (char === "\t") indent += 8 - (indent % 8);
    else if (char === "\f" || char === "\uFEFF") continue;
    else if (char.trim() === "") indent++;
    else break;
  }
  return { indent, end: indent + text.length };
}

// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const CONTROL = /[\u0001-\u0008\u000E-\u001F\u007F\uFFFD]/g;

function refuseBinary(source: string): void {
  const refuseAt = (at: number): DomainError => {
    const line = countLines(source, at);
    return refuse("binary-text", `line ${line}`, `binary:${line}`);
  };
  const nul = source.indexOf("\0");
  if (nul >= 0) throw refuseAt(nul);
  let found = 0;
  let first = -1;
  for (const match of source.matchAll(CONTROL)) {
    if (first < 0) first = match.index;
    found++;
  }
  if (found > 8 && found > source.length * MAX_CONTROL_SHARE) throw refuseAt(first);
}

function countLines(source: string, at: number): number {
  let lines = 1;
  for (let index = source.indexOf("\n"); index >= 0 && index < at; index = source.indexOf("\n", index + 1))
    lines++;
  return lines;
}
