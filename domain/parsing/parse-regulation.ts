/**
 * Reads the text of a regulation into clauses: from the grammar of UU 12/2011
 * Lampiran II, region by region, from the first line to the last, in one pass.
 * Nothing is repaired in silence and nothing is left out but page numbers and
 * running heads. Rules: `RULES.md`.
 */
import type { Clause, DocumentType } from "../clauses/clause.ts";
import type { Cid } from "../ids.ts";
import { checkQuotes } from "./amendment.ts";
import { readAnnex, settleTables } from "./annex.ts";
import { readBody, takesColon } from "./body.ts";
import { readClosing } from "./closing.ts";
import { draftToClause } from "./draft-to-clause.ts";
import { readElucidation } from "./elucidation.ts";
import { readLetter } from "./letter.ts";
import { findTitle, readKop, readOpening, readTitle, typeOfTitle } from "./opening.ts";
import { findPageFurniture } from "./page-furniture.ts";
import { cutIntoPieces, type Piece } from "./pieces.ts";
import { append, createReading, flushPrefix, warn, type Reading } from "./reading.ts";
import { readItemLabel, readAyatLabel } from "./read-label.ts";
import { settleNumbers } from "./settle-numbers.ts";
import { readSourceLines, type SourceLine } from "./source-lines.ts";
import type { ParseWarning } from "./warnings.ts";

/** A clause with what the source printed before it, and where. */
export type ParsedClause = Clause & { readonly label: string; readonly line: number };

export interface ParsedRegulation {
  readonly documentType: DocumentType;
  /** The judul in one line; empty if there is none. */
  readonly title: string;
  readonly clauses: ParsedClause[];
  readonly warnings: ParseWarning[];
}

/**
 * The clauses of a regulation's plain text. Runs carry no marks and no references.
 *
 * @throws DomainError `bad-input` if the text is empty, too long, or not a text; nothing else.
 */
export function parseRegulation(text: string, { newCid }: { readonly newCid: () => Cid }): ParsedRegulation {
  const lines = readSourceLines(text);
  const furniture = findPageFurniture(lines);
  const pieces = cutIntoPieces(lines, furniture);
  const reading = createReading(pieces, newCid, { hanging: hangs(lines), unwrapped: !isWrapped(lines) });
  for (const index of furniture) {
    const line = lines[index];
    if (line) reading.warnings.push({ line: line.number, code: "dropped", text: line.text });
  }
  const titleAt = findTitle(pieces);
  const type = titleAt < 0 ? null : typeOfTitle(titleWords(pieces, titleAt));
  if (type) reading.documentType = type;
  else warn(reading, "document-type", pieces[0]?.line ?? 1, reading.documentType);
  for (const [at, piece] of pieces.entries()) {
    reading.at = at;
    if (piece.lead !== undefined) keepLead(reading, piece.lead);
    readPiece(reading, piece, titleAt);
  }
  flushPrefix(reading);
  checkQuotes(reading);
  settleTables(reading);

  const drafts = reading.out.all;
  const numbered = settleNumbers(drafts, drafts.map(draftToClause));
  const title = drafts.find(({ kind }) => kind === "judul")?.text.replaceAll("\n", " ") ?? "";
  return {
    documentType: reading.documentType,
    title,
    clauses: drafts.map((draft) => ({ ...draftToClause(draft), label: draft.label, line: draft.line })),
    warnings: [...reading.warnings, ...numbered].toSorted((a, b) => a.line - b.line),
  };
}

function keepLead(reading: Reading, lead: string): void {
  if (reading.prefix) reading.prefix = { ...reading.prefix, text: reading.prefix.text + lead };
  else reading.out.keepInvisible(lead);
}

/** The first lines of the title, in one: the type may stand on the second. */
const titleWords = (pieces: readonly Piece[], at: number): string =>
  pieces
    .slice(at, at + 2)
    .map(({ text }) => text)
    .join(" ");

function readPiece(reading: Reading, piece: Piece, titleAt: number): void {
  const afterColon = takesColon(reading, piece);
  if (afterColon !== null) {
    if (afterColon !== "") append(reading, piece, afterColon);
    return;
  }
  switch (reading.region) {
    case "kop":
      return readKop(reading, piece, titleAt);
    case "judul":
      // The first line after the title of a letter already belongs to its body.
      return readTitle(reading, piece) === "letter" ? readLetter(reading, piece) : undefined;
    case "opening":
      return readOpening(reading, piece);
    case "body":
      return readBody(reading, piece);
    case "letter":
      return readLetter(reading, piece);
    case "closing":
      return readClosing(reading, piece);
    case "elucidation":
      return readElucidation(reading, piece);
    case "annex":
      return readAnnex(reading, piece);
  }
}

/** Whether sentences run over line ends. One word in lower case after a comma may be a closing phrase; this many are not. */
function isWrapped(lines: readonly SourceLine[]): boolean {
  let goesOn = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (
      next &&
      /[\p{L}\d]$/u.test(line.text) &&
      /^\p{Ll}{2}/u.test(next.text) &&
      !next.text.startsWith("pada tanggal")
    )
      goesOn++;
  }
  return goesOn > 1 + lines.length / 100;
}

/**
 * Whether columns mean something: continued lines stand deeper than their
 * label, and the first item of a list deeper than what opens it.
 */
function hangs(lines: readonly SourceLine[]): boolean {
  let deeper = 0;
  let level = 0;
  let above: { form: string; indent: number } | null = null;
  for (const [index, line] of lines.entries()) {
    const label = readItemLabel(line.text) ?? readAyatLabel(line.text);
    if (!label) continue;
    if (above && label.whole === 1 && label.form !== "ayat" && label.form !== above.form) {
      if (line.indent > above.indent) deeper += 2;
      else level++;
    }
    above = { form: label.form, indent: line.indent };
    const next = lines[index + 1];
    if (!next || next.blankBefore || (readItemLabel(next.text) ?? readAyatLabel(next.text))) continue;
    if (next.indent > line.indent) deeper++;
    else level++;
  }
  return deeper > level;
}
