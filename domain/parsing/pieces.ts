/**
 * A piece is a line, or the part of a line that may open a clause of its own.
 * Lines are cut before everything that looks like a label or heading; whether
 * it is one is decided later, in its place. What is not is joined again. [PR3]
 */
import type { SourceLine } from "./source-lines.ts";

export interface Piece {
  readonly text: string;
  /** 1-based line of the source. */
  readonly line: number;
  /** First piece of its line. */
  readonly lineStart: boolean;
  /** Last piece of its line. */
  readonly lineEnd: boolean;
  readonly indent: number;
  /** Column after the last character of the line. */
  readonly end: number;
  readonly blankBefore: boolean;
  /** The line has a gap inside: a tab or three spaces, as between the columns of a table. */
  readonly gapped: boolean;
  /** Marks without width before the first character of the line: none may hide a label. */
  readonly lead?: string;
  /** A paragraph surely begins here, whatever stands before. */
  readonly fresh?: boolean;
}

const WORDS = [
  "BAB",
  "BUKU",
  "Bagian",
  "BAGIAN",
  "Bagran",
  "Paragraf",
  "PARAGRAF",
  "Pasa[lI1]",
  "(?<!DEMI )PASAL(?! DEMI)",
  "(?<!BAB )II?\\.",
  "Ayat",
  "Huruf",
  "Angka",
  "DENGAN RAHMAT",
  "D[Ee][Nn][Gg][Aa][Nn] P[Ee][Rr][Ss]",
  "Menimbang",
  "Mengingat",
  "Memperhatikan",
  "Menetapkan",
  "MEMUTUSKAN",
  "MENGINSTRUKSIKAN",
  "Agar setiap",
  "Ditetapkan di",
  "Disahkan di",
  "Diundangkan di",
  "(?<!TAMBAHAN )LEMBARAN",
  "(?<!TAMBAHAN )BERITA",
  "TAMBAHAN",
  "NOREG",
  "(?<!II?\\. )PENJELASAN",
  "LAMPIRAN",
  "(?<!WAKIL |P[jl][th]?\\. )PRESIDEN",
  "(?<!WAKIL |P[jl][th]?\\. )GUBERNUR",
  "(?<!WAKIL |P[jl][th]?\\. )BUPATI",
  "(?<!WAKIL |P[jl][th]?\\. )WALI ?KOTA",
  "(?<!P[jl][th]?\\. )MENTERI",
  "(?<!P[jl][th]?\\. )SEKRETARIS",
].join("|");

/** Before which words a line is cut: labels of items and ayat, and the words that open a unit. */
const CUT = new RegExp(
  String.raw`(?<=\s)(?:(?<![Aa]yat\s)\([0-9lIO]{1,3}[a-z]?[)1lI|]?(?=[\s^])|(?<![Aa]yat\s)\(\d{1,3}[a-z]?\)|(?:[a-z]{1,2}|\d{1,3}[a-z]?)[.)](?=\s)|(?:${WORDS}))`,
  "g",
);
/** Soft hyphens and marks without width, as web pages and Word leave them. */
const INVISIBLE = /^[\u00AD\u200B-\u200F\u2060]+/;
const GAP = /\S(?:\t| {3,})\s*\S/;

export function cutIntoPieces(lines: readonly SourceLine[], furniture: ReadonlySet<number>): Piece[] {
  const pieces: Piece[] = [];
  let annex = false;
  // Lines that hold nothing visible go before the next one.
  let carried = "";
  for (const [index, line] of lines.entries()) {
    if (furniture.has(index)) continue;
    // A page number between two lines of one sentence leaves a gap, like an empty line.
    const blankBefore = line.blankBefore || line.pageBefore || furniture.has(index - 1);
    const gapped = GAP.test(line.text);
    let from = 0;
    const own = pieces.length > 0 ? (INVISIBLE.exec(line.text)?.[0] ?? "") : "";
    const lead = carried + own;
    carried = "";
    if (own !== "" && own === line.text) {
      carried = lead;
      continue;
    }
    const start = own.length;
    from = start;
    const add = (to: number): void => {
      const text = line.text.slice(from, to).trim();
      if (text === "") return;
      const lineStart = from === start;
      pieces.push({
        text,
        line: line.number,
        lineStart,
        lineEnd: to === line.text.length,
        indent: line.indent,
        end: line.end,
        blankBefore: lineStart && blankBefore,
        gapped,
        ...(lineStart && lead !== "" && { lead }),
      });
      from = to;
    };
    annex ||= line.text.startsWith("LAMPIRAN");
    // The columns of a table are kept together.
    if (!(annex && gapped)) for (const match of line.text.matchAll(CUT)) add(match.index);
    add(line.text.length);
  }
  const last = pieces.at(-1);
  if (last && carried !== "") pieces[pieces.length - 1] = { ...last, text: last.text + carried };
  return pieces;
}
