/** The text as it comes from outside: what is refused, and how it becomes lines. [PR1, PR2] */
import { DomainError } from "../errors.ts";

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

const refuse = (reason: string, detail: string, path: string): DomainError =>
  new DomainError("bad-input", reason, detail, [{ path, message: detail }]);

/**
 * Lines that have text, in order.
 *
 * @throws DomainError `bad-input` naming the place: empty, too long, too many lines, or not a text.
 */
export function readSourceLines(source: string): SourceLine[] {
  if (source.length > MAX_SOURCE_CHARS) {
    throw refuse(
      "text-too-long",
      `Teks terlalu panjang: ${source.length} karakter, paling banyak ${MAX_SOURCE_CHARS}.`,
      `char ${MAX_SOURCE_CHARS + 1}`,
    );
  }
  refuseBinary(source);
  const lines: SourceLine[] = [];
  let blank = false;
  let page = false;
  let number = 0;
  for (const raw of source.split(/\r\n|\n|\r|\u2028|\u2029/)) {
    number++;
    if (number > MAX_SOURCE_LINES) {
      throw refuse("text-too-many-lines", `Teks lebih dari ${MAX_SOURCE_LINES} baris.`, `line ${number}`);
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
  if (lines.length === 0) throw refuse("text-empty", "Teks kosong: tidak ada yang dapat dibaca.", "line 1");
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
  const nul = source.indexOf("\0");
  const place = (at: number): string => `line ${countLines(source, at)}`;
  if (nul >= 0) {
    throw refuse(
      "text-binary",
      `Bukan berkas teks: karakter NUL pada baris ${countLines(source, nul)}.`,
      place(nul),
    );
  }
  let found = 0;
  let first = -1;
  for (const match of source.matchAll(CONTROL)) {
    if (first < 0) first = match.index;
    found++;
  }
  if (found > 8 && found > source.length * MAX_CONTROL_SHARE) {
    throw refuse(
      "text-binary",
      `Bukan berkas teks: ${found} karakter kendali, mulai baris ${countLines(source, first)}.`,
      place(first),
    );
  }
}

function countLines(source: string, at: number): number {
  let lines = 1;
  for (let index = source.indexOf("\n"); index >= 0 && index < at; index = source.indexOf("\n", index + 1))
    lines++;
  return lines;
}
