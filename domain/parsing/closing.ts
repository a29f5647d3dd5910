/** Penutup: order to promulgate, place and date, signatures, gazette line, copies (L2 160-173). [PR11] */
import type { Piece } from "./pieces.ts";
import { startAnnex } from "./annex.ts";
import { startElucidation } from "./elucidation.ts";
import { acceptItem, isOrnament } from "./flow.ts";
import { append, current, open, openWith, type Reading } from "./reading.ts";
import { endsParagraph, hasEnded, isCapitals, isOffice, isOfficeLine } from "./sentence.ts";

const ORDER = /^Agar\s+(?:setiap\s+orang|semua\s+orang|supaya)/i;
const PLACE = /^(?:Ditetapkan|Disahkan|Diundangkan|Dikeluarkan|Ditandatangani)\s+di\b/i;
const GAZETTE = /^(?:(?:TAMBAHAN\s+)?(?:LEMBARAN|BERITA)\s+(?:DAERAH|NEGARA)\b|NOREG\b|NOMOR\s+REGISTRASI\b)/;
const CERTIFIED = /^(?:Salinan|Turunan)\s+(?:ini\s+)?sesuai\b/i;
const COPIES = /^(?:Tembusan|TEMBUSAN)\b/;
const COPY_SENTENCE = /^(?:Salinan|SALINAN|Tembusan)\b.{0,80}\b(?:disampaikan|kepada|Kepada)\b/;

/** Takes the first piece of the closing, of the Penjelasan or of a Lampiran, wherever the body ends. */
export function acceptClosing(reading: Reading, piece: Piece): boolean {
  if (startAnnex(reading, piece) || startElucidation(reading, piece)) return true;
  const { text } = piece;
  const free = hasEnded(reading.out.tail()) || (piece.lineStart && (piece.blankBefore || ORDER.test(text)));
  if (!free && !(piece.lineStart && PLACE.test(text))) return false;
  const isCopies = piece.lineStart && (COPIES.test(text) || COPY_SENTENCE.test(text));
  const isOrder = ORDER.test(text) && ordersPromulgation(reading);
  const isGazette = GAZETTE.test(text) && isCapitals(text) && piece.lineStart && piece.blankBefore;
  if (!isOrder && !PLACE.test(text) && !isCopies && !isGazette) return false;
  reading.region = "closing";
  reading.quoted = false;
  reading.lists = [];
  reading.titleOpen = false;
  startPart(reading, piece);
  return true;
}

/** A norm may begin with the same words; the order says "memerintahkan". */
function ordersPromulgation(reading: Reading): boolean {
  let words = "";
  for (let at = reading.at; at < reading.at + 12 && words.length < 250; at++) {
    words += ` ${reading.pieces[at]?.text ?? ""}`;
  }
  return /\bmemerintahkan\b/i.test(words.slice(0, 300));
}

export function readClosing(reading: Reading, piece: Piece): void {
  if (startAnnex(reading, piece) || startElucidation(reading, piece)) return;
  const { text } = piece;
  if (isPartStart(reading, piece)) {
    startPart(reading, piece);
    return;
  }
  if (reading.lists.length > 0 && acceptItem(reading, piece)) return;
  const newest = current(reading);
  if (newest?.kind === "tembusan" && piece.lineStart && endsParagraph(reading.out.tail())) {
    reading.lists = [];
    openWith(reading, "penutup", piece, text);
    return;
  }
  const sentence =
    newest?.kind === "tembusan" ||
    (newest !== undefined && (ORDER.test(reading.out.head()) || COPY_SENTENCE.test(reading.out.head())));
  if (
    newest?.kind === "penutup" &&
    sentence &&
    piece.lineStart &&
    endsParagraph(reading.out.tail()) &&
    piece.blankBefore
  ) {
    openWith(reading, "penutup", piece, text);
    return;
  }
  append(reading, piece, text, piece.lineStart && !sentence ? "line" : "space");
}

function isPartStart(reading: Reading, piece: Piece): boolean {
  const { text } = piece;
  if (PLACE.test(text) || ORDER.test(text)) return true;
  const copies = COPIES.test(text) || COPY_SENTENCE.test(text);
  if (!piece.lineStart)
    return (
      GAZETTE.test(text) ||
      (isOffice(text.split(",", 1)[0] ?? "") && !GAZETTE.test(reading.out.tail()) && startsSignature(reading))
    );
  if (copies || isOrnament(text)) return true;
  if (CERTIFIED.test(text)) return true;
  if (GAZETTE.test(text)) return !reading.out.tail().endsWith(",");
  // The name of an office opens a signature after the date; inside one it goes on with it.
  return isOfficeLine(text) && startsSignature(reading);
}

function startsSignature(reading: Reading): boolean {
  const before = reading.out.head();
  return PLACE.test(before) || ORDER.test(before) || reading.out.all.at(-1)?.kind !== "penutup";
}

function startPart(reading: Reading, piece: Piece): void {
  const { text } = piece;
  reading.lists = [];
  const sentence = COPY_SENTENCE.test(text);
  if (sentence) openWith(reading, "penutup", piece, text);
  const copies = /^(Tembusan|TEMBUSAN)\b\s*:?/.exec(text);
  if (sentence || copies) {
    reading.lists = [
      { level: 0, kind: "tembusan", form: null, whole: 0, suffix: "", indent: piece.indent, last: false },
    ];
  }
  if (!sentence && copies) {
    reading.prefix = { text: copies[0].trim(), piece, kind: "tembusan" };
    const rest = text.slice(copies[0].length).trim();
    if (rest !== "") {
      const inner = { ...piece, text: rest, blankBefore: false };
      if (!acceptItem(reading, inner)) openWith(reading, "tembusan", inner, rest);
    }
    return;
  }
  if (!sentence) {
    open(reading, "penutup", piece);
    append(reading, piece, text);
  }
}
