/**
 * Lampiran (L2 192-197). What stands in one is often a sample, a form or a
 * table: headings are not read as units here, and what is not surely a list or
 * a table keeps its lines. [PR12]
 */
import { parseRoman } from "../clauses/numerals.ts";
import { acceptItem, isOrnament, takeText } from "./flow.ts";
import type { Piece } from "./pieces.ts";
import { current, flushPrefix, open, openWith, type Reading } from "./reading.ts";
import { hasEnded, isCapitals, isOffice, refersOn } from "./sentence.ts";

const HEAD = /^LAMPIRAN(?:\s+([IVX]{1,6}))?\s*(:|(?=\s|$))/;
/** Words that may stand on the head line after LAMPIRAN. */
const AFTER =
  /^(?::|(?:RANCANGAN\s+)?(?:PERATURAN|KEPUTUSAN|INSTRUKSI|UNDANG|SURAT\s+EDARAN|QANUN|PERDA|NOMOR|TENTANG)\b)/;

export function startAnnex(reading: Reading, piece: Piece): boolean {
  const match = HEAD.exec(piece.text);
  if (!match || refersOn(reading.out.tail())) return false;
  const rest = piece.text.slice(match[0].length).trim();
  const number = match[1];
  if (rest !== "" && !AFTER.test(match[2] === ":" ? ":" : rest)) return false;
  if (number === undefined && !piece.lineStart) return false;
  if (!hasEnded(reading.out.tail()) && !piece.blankBefore && !piece.lineStart && rest === "") return false;
  if (reading.region === "kop" || reading.region === "judul" || reading.region === "opening") return false;
  const before = reading.out.all.filter(({ kind, quoted }) => kind === "lampiran" && !quoted).length;
  if (number !== undefined && parseRoman(number) !== before + 1) return false;
  if (reading.region === "annex" && number === undefined) return false;
  flushPrefix(reading);
  reading.quoted = false;
  reading.region = "annex";
  reading.lists = [];
  open(reading, "lampiran", piece, { label: match[0], ordinal: number });
  reading.titleOpen = true;
  if (rest !== "") reading.out.append(piece, rest);
  return true;
}

export function readAnnex(reading: Reading, piece: Piece): void {
  if (startAnnex(reading, piece)) return;
  if (reading.titleOpen && continuesHead(reading, piece)) {
    reading.out.append(piece, piece.text, piece.lineStart ? "line" : "space");
    return;
  }
  const { text } = piece;
  const newest = current(reading);
  const wasHead = reading.titleOpen || newest?.kind === "lampiran";
  reading.titleOpen = false;
  if (newest?.kind === "penutup" && !piece.gapped) {
    if (isCapitals(text) || /^(?:Cap|ttd|NIP|Pembina|Penata)\b/i.test(text) || text.length < 30) {
      reading.out.append(piece, text, "line");
      return;
    }
  }
  const signs = piece.lineStart && isOffice(text) && signatureFollows(reading);
  if (signs || isOrnament(text)) {
    reading.lists = [];
    openWith(reading, "penutup", piece, text);
    return;
  }
  if (!piece.gapped && acceptItem(reading, piece)) return;
  if (piece.lineStart && (piece.gapped || isTabular(reading))) {
    const sameBlock = newest?.kind === "isi" && !piece.blankBefore && !wasHead;
    if (sameBlock) reading.out.append(piece, text, "line");
    else {
      reading.lists = [];
      openWith(reading, "isi", piece, text);
    }
    tabularOf.set(reading, reading.out.all.length);
    return;
  }
  const apart =
    piece.lineStart &&
    piece.blankBefore &&
    (newest?.kind !== "isi" || isCapitals(text) || hasEnded(reading.out.tail()));
  if (wasHead || (apart && isCapitals(text)) || newest?.kind === "penutup") {
    reading.lists = [];
    openWith(reading, "isi", piece, text);
    return;
  }
  takeText(reading, piece);
}

/** The newest block of lines with columns, by the number of clauses at its time: lines under it keep their breaks. */
const tabularOf = new WeakMap<Reading, number>();
const isTabular = (reading: Reading): boolean => tabularOf.get(reading) === reading.out.all.length;

const HEAD_LINE =
  /^(?:LAMPIRAN|(?:RANCANGAN\s+)?(?:PERATURAN|KEPUTUSAN|INSTRUKSI|UNDANG|SURAT\s+EDARAN|QANUN)|NOMOR|TANGGAL|TENTANG|TAHUN|:)/i;

/** The head names the act: type, number, TENTANG and name, up to the first empty line after the name. */
function continuesHead(reading: Reading, piece: Piece): boolean {
  if (!isCapitals(piece.text) && !HEAD_LINE.test(piece.text)) return false;
  const head = current(reading)?.text ?? "";
  if (HEAD_LINE.test(piece.text)) return !/\bTENTANG\b\s*\S/i.test(head.replaceAll("\n", " "));
  if (/\bTENTANG\s*$/i.test(head)) return true;
  return !piece.blankBefore && head !== "";
}

/** A name or a mark of signature stands within the next lines. */
function signatureFollows(reading: Reading): boolean {
  for (let at = reading.at + 1; at < reading.at + 5; at++) {
    if (/^(?:Cap|ttd|T\.?t\.?d\.?|tanda\s+tangan|NIP)\b/i.test(reading.pieces[at]?.text ?? "")) return true;
  }
  return false;
}
