/** Kop, judul and pembukaan, up to the words of Menetapkan (L2 2-59). [PR9] */
import type { ClauseKind, DocumentType } from "../clauses/clause.ts";
import { acceptBody } from "./body.ts";
import { acceptItem, takeText } from "./flow.ts";
import { acceptLetterHead } from "./letter.ts";
import type { Piece } from "./pieces.ts";
import { append, current, flushPrefix, open, openWith, warn, type Reading } from "./reading.ts";
import { endsParagraph, hasEnded, isCapitals, isOffice, isOfficeLine } from "./sentence.ts";

const TYPES: readonly (readonly [RegExp, DocumentType])[] = [
  [/^(?:RANCANGAN\s+)?(?:PERATURAN\s+DAERAH|QANUN|PERDASUS|PERDASI)\b/i, "perda"],
  [/^(?:RANCANGAN\s+)?PERATURAN\s+(?:BUPATI|WALI\s?KOTA|GUBERNUR|KEPALA\s+DAERAH)\b/i, "perkada"],
  [/^(?:RANCANGAN\s+)?KEPUTUSAN\b/i, "keputusan"],
  [/^(?:RANCANGAN\s+)?INSTRUKSI\b/i, "instruksi"],
  [/^(?:RANCANGAN\s+)?SURAT\s+EDARAN\b/i, "se"],
  [/^(?:RANCANGAN\s+)?(?:UNDANG[-–\s]UNDANG|PERATURAN\s+(?:PEMERINTAH|PRESIDEN))\b/i, "uu"],
  [/^(?:RANCANGAN\s+)?PERATURAN\b/i, "perkada"],
];

/** The type that the words of a title name, or null. */
export function typeOfTitle(text: string): DocumentType | null {
  return TYPES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Index of the piece where the title begins, or -1: a type followed soon by NOMOR or TENTANG. */
export function findTitle(pieces: readonly Piece[]): number {
  for (const [index, piece] of pieces.slice(0, 80).entries()) {
    if (!piece.lineStart || piece.text.length > 900) continue;
    // A letter names its addressees before its title.
    if ((isPreambleStart(piece.text) && !/^Kepada\b/.test(piece.text)) || BODY_START.test(piece.text))
      return -1;
    if (typeOfTitle(piece.text) === null || !isTitleCase(piece.text)) continue;
    const words = pieces
      .slice(index, index + 12)
      .map(({ text }) => text)
      .join("\n");
    if (!/\b(?:NOMOR|TENTANG)\b/i.test(words)) continue;
    // RANCANGAN may stand on a line of its own.
    return pieces[index - 1]?.text === "RANCANGAN" ? index - 1 : index;
  }
  return -1;
}

const isTitleCase = (text: string): boolean => isCapitals(text) || text.length < 90;
const BODY_START = /^(?:BAB\s+[IVX]+|Pasal\s+(?:\d+|I))\b\s*$/;
/** Qanun open with words of their own, each on its line. */
const RAHMAT =
  /^(?:DENGAN\s+RAHMAT\s+TUHAN\s+YANG\s+MAHA\s+ESA|BISMILLAH\w*(?:\s+\w+){0,2}$|DENGAN\s+NAMA\s+ALLAH\b.{0,50}|(?:ATAS|DENGAN)\s+(?:BERKAT\s+)?RAHMAT\s+ALLAH\b.{0,30})/i;
const CONSENT = /^Dengan\s+Persetujuan(?=\s+(?:Bersama|Dewan)\b)(?:\s+Bersama)?/i;
const DECISION =
  /^(?:(?:M\s?E\s?M\s?U\s?T\s?U\s?S\s?K\s?A\s?N)|(?:M\s?E\s?N\s?G\s?I\s?N\s?S\s?T\s?R\s?U\s?K\s?S\s?I\s?K\s?A\s?N))\s*:?|^(?:Memutuskan|Menginstruksikan)\s*:?$/;
const PREFIX =
  /^(Menimbang|Mengingat|Memperhatikan|Menetapkan|Kepada|Untuk|MENIMBANG|MENGINGAT|MEMPERHATIKAN|MENETAPKAN)\b\s*:?/;
const isPreambleStart = (text: string): boolean =>
  RAHMAT.test(text) || PREFIX.test(text) || DECISION.test(text);

export function readKop(reading: Reading, piece: Piece, titleAt: number): void {
  const isTitle = reading.at === titleAt;
  if (reading.at < titleAt && reading.documentType === "se" && acceptLetterHead(reading, piece)) return;
  if (!isTitle && (reading.at < titleAt || (titleAt < 0 && !startsRegulation(reading, piece)))) {
    if (current(reading)) append(reading, piece, piece.text, "line");
    else openWith(reading, "kop", piece, piece.text);
    return;
  }
  if (!isTitle) {
    warn(reading, "missing-label", piece.line, "Judul");
    reading.region = "opening";
    readOpening(reading, piece);
    return;
  }
  flushPrefix(reading);
  reading.lists = [];
  reading.region = "judul";
  const twice = /^(.{5,120}?)\s+(\1\s+NOMOR\b[\s\S]*)$/.exec(piece.text);
  if (twice) openWith(reading, "kop", piece, twice[1] ?? "");
  openWith(reading, "judul", piece, twice?.[2] ?? piece.text);
}

/** Without a title the text begins at its first certain unit, or at once if nothing looks like a letterhead. */
function startsRegulation(reading: Reading, piece: Piece): boolean {
  if (isPreambleStart(piece.text) || BODY_START.test(piece.text)) return true;
  return !isCapitals(piece.text) && !/^SALINAN|^NOMOR/i.test(piece.text) && reading.at > 0
    ? false
    : !isCapitals(piece.text);
}

/** Takes a line of the title, or leaves it: tells the region that the piece belongs to when that is a letter's. */
export function readTitle(reading: Reading, piece: Piece): "letter" | undefined {
  const named =
    reading.out.head().length >= 600 || /\bTENTANG\b\s*\S/i.test(reading.out.head().replaceAll("\n", " "));
  const officeAt =
    isOfficeLine(piece.text) && named && (piece.text.endsWith(",") || (piece.lineStart && endsSoon(reading)));
  if (isPreambleStart(piece.text) || officeAt || (named && leavesTitle(reading, piece))) {
    if (reading.documentType === "se") {
      reading.region = "letter";
      reading.decided = true;
      return "letter";
    }
    reading.region = "opening";
    readOpening(reading, piece);
    return undefined;
  }
  append(reading, piece, piece.text, piece.lineStart ? "line" : "space");
  return undefined;
}

/** An office written over two lines ends with the comma of the second; one without a comma stands before Menimbang. */
function endsSoon(reading: Reading): boolean {
  const next = reading.pieces[reading.at + 1];
  return (
    next !== undefined && ((next.text.endsWith(",") && isCapitals(next.text)) || isPreambleStart(next.text))
  );
}

function leavesTitle(reading: Reading, piece: Piece): boolean {
  if (/^(?:BUKU|BAB|Bagian|Pasal|KESATU|PERTAMA)\b/.test(piece.text) && piece.lineStart) return true;
  if (reading.documentType === "se") return !isCapitals(piece.text) || /^[A-Z]\.\s/.test(piece.text);
  return false;
}

export function readOpening(reading: Reading, piece: Piece): void {
  const { text } = piece;
  const ended = hasEnded(reading.out.tail()) || piece.lineStart;
  const formula = ended ? (RAHMAT.exec(text) ?? CONSENT.exec(text)) : null;
  if (formula) {
    startFrasa(reading, piece, formula[0]);
    return;
  }
  const decision = DECISION.exec(text);
  if (decision && (piece.lineStart || ended)) {
    flushPrefix(reading);
    reading.decided = true;
    startFrasa(reading, piece, decision[0]);
    return;
  }
  if (readPrefix(reading, piece)) return;
  if (isColonOfPrefix(reading, piece)) return;
  if (reading.decided && acceptBody(reading, piece)) return;
  if (
    !reading.decided &&
    !reading.prefix &&
    reading.lists.length === 0 &&
    /^(?:BUKU|BAB|Bagian|Pasal)\b/.test(text)
  ) {
    if (acceptBody(reading, piece)) return;
  }
  const newest = current(reading);
  if (
    isOfficeLine(text) &&
    !reading.prefix &&
    (newest?.kind === "judul" || newest?.kind === "kop" || RAHMAT.test(reading.out.head()))
  ) {
    openWith(reading, "jabatan", piece, text);
    return;
  }
  if (acceptItem(reading, piece)) return;
  if (reading.prefix) {
    openWith(reading, reading.prefix.kind, piece, text);
    return;
  }
  if (newest?.kind === "frasa" && DECISION.test(reading.out.head())) {
    if (reading.lists.length === 0 && !reading.bodySeen && /\bTENTANG\b/.test(text)) {
      warn(reading, "missing-label", piece.line, "Menetapkan");
      openWith(reading, "menetapkan", piece, text);
      return;
    }
  }
  if (newest && (newest.kind === "frasa" || newest.kind === "kop") && piece.lineStart) {
    append(reading, piece, text, "line");
    return;
  }
  takeOpeningText(reading, piece);
}

/** Considerations without letters: each paragraph is one of them. */
function takeOpeningText(reading: Reading, piece: Piece): void {
  const newest = current(reading);
  const kinds: readonly ClauseKind[] = ["menimbang", "mengingat", "memperhatikan", "kepada"];
  const tail = reading.out.tail();
  const apart =
    piece.lineStart &&
    endsParagraph(tail) &&
    !tail.endsWith(":") &&
    (piece.blankBefore || reading.out.shape.lastEnd > 118);
  if (newest?.kind === "jabatan" && piece.lineStart && !isCapitals(piece.text))
    openWith(reading, "isi", piece, piece.text);
  else if (newest && kinds.includes(newest.kind) && apart && newest.label === "")
    openWith(reading, newest.kind, piece, piece.text);
  else takeText(reading, piece);
}

function startFrasa(reading: Reading, piece: Piece, words: string): void {
  reading.lists = [];
  openWith(reading, "frasa", piece, words);
  const rest = piece.text.slice(words.length).trim();
  if (rest === "") return;
  if (isOffice(rest)) openWith(reading, "jabatan", piece, rest);
  else append(reading, piece, rest);
}

const KIND_OF: Readonly<Record<string, ClauseKind>> = {
  MENIMBANG: "menimbang",
  MENGINGAT: "mengingat",
  MEMPERHATIKAN: "memperhatikan",
  MENETAPKAN: "menetapkan",
  KEPADA: "kepada",
  UNTUK: "untuk",
};

function readPrefix(reading: Reading, piece: Piece): boolean {
  const match = PREFIX.exec(piece.text);
  if (!match) return false;
  const name = (match[1] ?? "").toUpperCase();
  const kind = KIND_OF[name] ?? "isi";
  const colon = match[0].endsWith(":") || reading.pieces[reading.at + 1]?.text.startsWith(":") === true;
  const short = name === "KEPADA" || name === "UNTUK";
  const tail = reading.out.tail();
  // "Mengingat" inside a sentence has words before it; the heading of a list has a colon, or begins a line alone.
  if (short && !(piece.lineStart && colon && (reading.decided || reading.documentType === "instruksi")))
    return false;
  if (short) reading.decided = true;
  if (!colon && !(hasEnded(tail) || current(reading)?.kind !== reading.lists[0]?.kind) && !reading.prefix)
    return false;
  if (
    !piece.lineStart &&
    !colon &&
    !hasEnded(tail) &&
    !reading.prefix &&
    current(reading)?.kind !== "frasa" &&
    current(reading)?.kind !== "jabatan"
  ) {
    return false;
  }
  const words = match[0].trim();
  if (reading.prefix) {
    warn(reading, "prefix-order", piece.line, words);
    reading.prefix = { ...reading.prefix, text: `${reading.prefix.text} ${words}` };
  } else {
    reading.prefix = { text: words, piece, kind };
    reading.lists = [{ level: 0, kind, form: null, whole: 0, suffix: "", indent: piece.indent, last: false }];
  }
  const rest = piece.text.slice(match[0].length).trim();
  if (kind === "menetapkan") {
    if (words.toUpperCase().startsWith("MENETAPKAN") && !reading.prefix.text.startsWith("Mengingat")) {
      reading.lists = [];
      reading.decided = true;
      open(reading, "menetapkan", piece);
    }
  } else if (kind === "untuk") {
    reading.lists = rest === "" ? [] : reading.lists;
    if (rest === "" && startsDiktum(reading)) open(reading, "untuk", piece);
  }
  if (rest !== "") readOpening(reading, { ...piece, text: rest, lineStart: true, blankBefore: false });
  return true;
}

const startsDiktum = (reading: Reading): boolean =>
  /^(?:KE[A-Z]+|PERTAMA)\b/.test(reading.pieces[reading.at + 1]?.text ?? "");

/** The colon of "Menimbang" on a line of its own. */
function isColonOfPrefix(reading: Reading, piece: Piece): boolean {
  if (!reading.prefix || !piece.text.startsWith(":")) return false;
  reading.prefix = { ...reading.prefix, text: `${reading.prefix.text} :` };
  const rest = piece.text.slice(1).trim();
  if (rest !== "") readOpening(reading, { ...piece, text: rest });
  return true;
}
