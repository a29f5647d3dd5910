/** Surat Edaran: the body of a letter, in parts A., B., C. with their headings. [PR14] */
import { parseRoman } from "../clauses/numerals.ts";
import { acceptClosing } from "./closing.ts";
import { acceptItem, takeText } from "./flow.ts";
import type { Piece } from "./pieces.ts";
import { append, current, open, openWith, type PartForm, type Reading } from "./reading.ts";
import { hasEnded, isOffice, startsUpper } from "./sentence.ts";

const ADDRESSEE = /^(?:Kepada(?:\s+Yth\.?)?|Yth\.?)\s*:?/;
const PART = /^([A-Z]|[IVX]{1,5})\.\s+(?=\S)/;
const HEADER = /^(?:Nomor|Sifat|Lampiran|Hal|Perihal|Tanggal|NOMOR|TENTANG)\b\s*:?/;
const DATE =
  /^(?:[A-Z][A-Za-z ]{2,30},\s*)?\d{0,2}\s*(?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Nopember|Desember)\s+\d{4}$/;

export function readLetter(reading: Reading, piece: Piece): void {
  const { text } = piece;
  if (acceptClosing(reading, piece)) return;
  if (piece.lineStart && !reading.bodySeen && ADDRESSEE.test(text)) {
    startAddressees(reading, piece);
    return;
  }
  if (acceptPart(reading, piece)) return;
  if (piece.lineStart && reading.bodySeen && isOffice(text) && hasEnded(reading.out.tail())) {
    reading.region = "closing";
    reading.lists = [];
    openWith(reading, "penutup", piece, text);
    return;
  }
  if (acceptItem(reading, piece)) return;
  const newest = current(reading);
  const header = piece.lineStart && !reading.bodySeen && (HEADER.test(text) || DATE.test(text));
  if (reading.prefix) openWith(reading, reading.prefix.kind, piece, text);
  else if (
    header ||
    newest?.kind === "judul" ||
    leavesAddressees(reading, piece) ||
    leavesPart(reading, piece)
  ) {
    reading.lists = [];
    openWith(reading, "isi", piece, text);
  } else if (newest?.kind === "kepada" && newest.label === "" && piece.lineStart)
    append(reading, piece, text, "line");
  else takeText(reading, piece);
}

/** Place and date, and the addressees, where they stand before the title of the letter. */
export function acceptLetterHead(reading: Reading, piece: Piece): boolean {
  const { text } = piece;
  if (piece.lineStart && ADDRESSEE.test(text)) {
    startAddressees(reading, piece);
    return true;
  }
  const addressees = reading.prefix !== null || current(reading)?.kind === "kepada";
  if (addressees && acceptItem(reading, piece)) return true;
  if (reading.prefix) openWith(reading, reading.prefix.kind, piece, text);
  else if (addressees) append(reading, piece, text, piece.lineStart ? "line" : "space");
  else if (piece.lineStart && DATE.test(text)) openWith(reading, "isi", piece, text);
  else return false;
  return true;
}

function startAddressees(reading: Reading, piece: Piece): void {
  const words = ADDRESSEE.exec(piece.text)?.[0] ?? "";
  const rest = piece.text.slice(words.length).trim();
  if (reading.prefix) reading.prefix = { ...reading.prefix, text: `${reading.prefix.text} ${words}` };
  else reading.prefix = { text: words, piece, kind: "kepada" };
  reading.lists = [
    { level: 0, kind: "kepada", form: null, whole: 0, suffix: "", indent: piece.indent, last: false },
  ];
  if (rest === "") return;
  const inner = { ...piece, text: rest, blankBefore: false };
  if (ADDRESSEE.test(rest)) startAddressees(reading, inner);
  else if (!acceptItem(reading, inner)) openWith(reading, "kepada", inner, rest);
}

/** After the addressees (and "di Tempat") the letter itself begins with a sentence. */
function leavesAddressees(reading: Reading, piece: Piece): boolean {
  const newest = current(reading);
  if (newest?.kind !== "kepada" || !piece.lineStart) return false;
  if (/^di(?:\s|$)/.test(piece.text) && piece.text.length < 40) return true;
  return piece.blankBefore && startsUpper(piece.text);
}

const leavesPart = (reading: Reading, piece: Piece): boolean =>
  current(reading)?.kind === "bagian-se" && piece.lineStart;

const HEADED = /^(\d{1,2})\.\s+(?=\S)/;

/** "A. Umum", "I. Umum", or "1. Latar Belakang" on a line of its own, in one form throughout. */
function acceptPart(reading: Reading, piece: Piece): boolean {
  if (!piece.lineStart || piece.text.length > 120) return false;
  const part = readPart(reading, piece);
  if (!part) return false;
  const { count } = reading.parts;
  if (part.value !== count + 1) return false;
  reading.parts = { count: part.value, form: part.form };
  reading.bodySeen = true;
  reading.lists = [];
  open(reading, "bagian-se", piece, { label: `${part.printed}.`, ordinal: part.printed });
  append(reading, piece, piece.text.slice(part.length));
  reading.out.seal();
  return true;
}

function readPart(
  reading: Reading,
  { text, lineEnd }: Piece,
): { printed: string; value: number | null; form: PartForm; length: number } | null {
  const { count, form: chosen } = reading.parts;
  const match = PART.exec(text) ?? HEADED.exec(text);
  if (!match || !startsUpper(text.slice(match[0].length))) return null;
  const printed = match[1] ?? "";
  const length = match[0].length;
  if (/^\d/.test(printed)) {
    // A numbered line is a heading only if it is no sentence.
    const listed = reading.prefix !== null || current(reading)?.kind === "kepada";
    const heading = !listed && lineEnd && text.length - length < 60 && !/[.;:,]$/.test(text);
    return heading && (count === 0 || chosen === "number")
      ? { printed, value: Number(printed), form: "number", length }
      : null;
  }
  const form = count === 0 ? (printed === "I" ? "roman" : "letter") : chosen;
  if (form === "number") return null;
  const value =
    form === "roman" ? parseRoman(printed) : printed.length === 1 ? printed.charCodeAt(0) - 64 : null;
  return { printed, value, form, length };
}
