/** Batang tubuh: headings, ayat, diktum, and the frame of an amending act (L2 62-95, 233-236). [PR5, PR6, PR10] */
import { KINDS } from "../clauses/kinds.ts";
import { parseOrdinalWords, printWhole } from "../clauses/numerals.ts";
import { acceptClosing } from "./closing.ts";
import { acceptButir, markQuote } from "./amendment.ts";
import { acceptCatchword, acceptItem, isOrnament, takeText } from "./flow.ts";
import type { Piece } from "./pieces.ts";
import { readHeading, type PrintedHeading } from "./read-heading.ts";
import { readAyatLabel, readItemLabel, type PrintedLabel } from "./read-label.ts";
import {
  append,
  current,
  flushPrefix,
  freshCounters,
  open,
  openWith,
  warn,
  type Reading,
} from "./reading.ts";
import { hasEnded, isCapitals, refersOn, startsUpper } from "./sentence.ts";

export function readBody(reading: Reading, piece: Piece): void {
  if (acceptClosing(reading, piece)) return;
  if (acceptCatchword(reading, piece)) return;
  if (acceptBody(reading, piece)) return;
  takeBodyText(reading, piece);
}

/** Takes the piece if it opens a unit of the body; used by the opening too, for the first one. */
export function acceptBody(reading: Reading, piece: Piece): boolean {
  if (acceptHeading(reading, piece) || acceptDiktum(reading, piece)) return true;
  if (reading.region !== "body") return false;
  if (acceptButir(reading, piece)) return true;
  markQuote(reading, piece);
  if (acceptAyat(reading, piece)) return true;
  return !isTitleless(reading) && acceptItem(reading, piece);
}

/** A heading still waits for its title: a label here belongs to something lost. */
const isTitleless = (reading: Reading): boolean => reading.titleOpen && current(reading)?.text === "";

function takeBodyText(reading: Reading, piece: Piece): void {
  if (reading.titleOpen && continuesTitle(reading, piece)) {
    append(reading, piece, piece.text);
    return;
  }
  const beginsQuote = reading.quoted && current(reading)?.quoted === false;
  if (reading.titleOpen || beginsQuote || isOrnament(piece.text)) {
    if (reading.titleOpen) warn(reading, "unrecognised", piece.line, piece.text);
    openWith(reading, "isi", piece, piece.text);
    return;
  }
  takeText(reading, piece);
}

function continuesTitle(reading: Reading, piece: Piece): boolean {
  const heading = current(reading);
  if (!heading) return false;
  if (heading.text === "") return true;
  if (/[.;:]$/.test(piece.text) && !isCapitals(piece.text)) return false;
  return heading.kind === "bab" || heading.kind === "buku"
    ? isCapitals(piece.text) || !piece.lineStart
    : heading.text.length < 400;
}

function acceptHeading(reading: Reading, piece: Piece): boolean {
  const heading = readHeading(piece.text);
  if (!heading || refersOn(reading.out.tail())) return false;
  // What could end a sentence too is a heading only where it is due and the sentence before has ended.
  const loose = heading.stopped || /^["“”„'‘«]?Bab/.test(piece.text);
  if (loose && !(piece.lineStart && isFree(reading, piece) && isDue(reading, heading))) return false;
  const may =
    heading.kind === "pasal" ? mayBePasal(reading, piece, heading) : mayBeTitle(reading, piece, heading);
  if (!may) return false;
  takeHeading(reading, piece, heading);
  return true;
}

/** A unit may open here: after a sentence, after a title, or after an empty line. */
const isFree = (reading: Reading, piece: Piece): boolean =>
  hasEnded(reading.out.tail()) ||
  reading.titleOpen ||
  (piece.lineStart && piece.blankBefore) ||
  reading.region === "opening";

const isDue = (reading: Reading, { kind, whole, placeholder }: PrintedHeading): boolean =>
  placeholder || whole === reading.counters[kind] + 1 || reading.amending !== null;

function mayBeTitle(reading: Reading, piece: Piece, heading: PrintedHeading): boolean {
  const { kind, rest, whole, placeholder } = heading;
  if (rest !== "" && !startsUpper(rest)) return false;
  if (
    (kind === "bab" || kind === "buku") &&
    rest !== "" &&
    !/^["“(]?\p{Lu}{2}|^\.\.\./u.test(rest) &&
    !piece.lineStart
  )
    return false;
  const counted = reading.counters[kind];
  const due = whole === counted + 1 || whole === 1 || placeholder || reading.amending !== null;
  if (!piece.lineStart) return isFree(reading, piece) && due;
  return isFree(reading, piece) || (rest === "" && due);
}

function mayBePasal(reading: Reading, piece: Piece, heading: PrintedHeading): boolean {
  const { rest, whole, roman, suffix, placeholder } = heading;
  const free = isFree(reading, piece);
  if (roman) return isRomanPasal(reading, heading, free);
  const alone = rest === "" && (piece.lineStart ? piece.lineEnd || beforeAyat(reading) : beforeAyat(reading));
  const next =
    placeholder ||
    whole === reading.counters.pasal + 1 ||
    (suffix !== "" && whole === reading.counters.pasal);
  if (reading.amending) {
    const named = reading.amending.mentioned.has(heading.ordinal);
    if (piece.lineStart && alone) return free || named;
    return free && (named || alone) && (alone || opensText(rest));
  }
  if (piece.lineStart && alone) return next || (free && !placeholder);
  return free && next && (alone || reading.titleOpen || opensText(rest));
}

/** The piece after this one is the label of an ayat on the same line. */
function beforeAyat(reading: Reading): boolean {
  const next = reading.pieces[reading.at + 1];
  return next !== undefined && /^\(\s?[0-9lIO]/.test(next.text);
}

/** The words after "Pasal 5" begin a norm, and do not go on with a reference. */
const CITES = /^(?:(?:Undang-?\s?Undang|Peraturan)\b.{0,60}?\b(?:Nomor|Dasar)\b|(?:Ayat|Huruf)\s)/;
const opensText = (rest: string): boolean => startsUpper(rest) && !CITES.test(rest);

function isRomanPasal(reading: Reading, { whole, rest }: PrintedHeading, free: boolean): boolean {
  const counted = reading.amending?.roman ?? 0;
  if (reading.amending === null && reading.counters.pasal > 0) return false;
  if (whole !== counted + 1) return false;
  return free && (rest === "" || startsUpper(rest));
}

function takeHeading(reading: Reading, piece: Piece, heading: PrintedHeading): void {
  const { kind, rest, damaged, placeholder } = heading;
  flushPrefix(reading);
  enterBody(reading);
  checkTitle(reading);
  if (kind === "pasal" && heading.roman) {
    reading.quoted = false;
    reading.amending = { roman: heading.whole, butir: 0, mentioned: new Set(), butirText: "" };
  } else if (reading.amending && !reading.quoted) {
    reading.quoted = true;
    reading.counters = freshCounters();
  }
  const count = reading.counters;
  const wasTitle = reading.titleOpen || reading.out.all.at(-1)?.line === piece.line;
  const due = printWhole(count[kind] + 1, KINDS[kind].label?.ordinal ?? "arabic");
  if (damaged) warn(reading, "damaged-heading", piece.line, heading.label, heading.ordinal);
  if (placeholder) warn(reading, "placeholder-label", piece.line, heading.label, due);
  if (!piece.lineStart && wasTitle) warn(reading, "heading-inline", piece.line, heading.label);
  const mended = damaged && !(reading.quoted || heading.suffix !== "") && heading.whole === count[kind] + 1;
  count[kind] = placeholder ? count[kind] + 1 : heading.whole;
  if (kind === "buku") count.bab = 0;
  if (kind === "buku" || kind === "bab") count.bagian = 0;
  if (kind !== "pasal" && kind !== "paragraf") count.paragraf = 0;
  count.ayat = 0;
  reading.lists = [];
  open(reading, kind, piece, {
    label: heading.label,
    ordinal: mended || placeholder ? undefined : heading.ordinal,
  });
  reading.titleOpen = kind !== "pasal";
  if (rest === "") return;
  if (kind === "pasal") readBody(reading, { ...piece, text: rest, lineStart: false, blankBefore: false });
  else append(reading, piece, rest);
}

function enterBody(reading: Reading): void {
  reading.region = "body";
  reading.bodySeen = true;
  reading.decided = true;
}

/** A heading without a title, when the next unit already begins. */
function checkTitle(reading: Reading): void {
  const heading = current(reading);
  if (reading.titleOpen && heading?.text === "") warn(reading, "missing-title", heading.line, heading.label);
}

/** "(1)"; in a quotation also "“(1)"; directly under a Pasal also "1)", as some offices write it. */
function ayatLabelOf(reading: Reading, { text, lineStart }: Piece): PrintedLabel | null {
  const mark = reading.quoted ? (/^["“”„«]\s?(?=\()/.exec(text)?.[0] ?? "") : "";
  const label = readAyatLabel(text.slice(mark.length));
  if (label) return { ...label, label: mark + label.label };
  const item = lineStart ? readItemLabel(text) : null;
  if (item?.form !== "subangka" || item.suffix !== "" || item.glued || !startsUpper(item.rest)) return null;
  const { ayat, bare } = reading.counters;
  const begins = item.whole === 1 && current(reading)?.kind === "pasal";
  const goesOn = bare && item.whole === ayat + 1 && endsSentence(reading.out.tail());
  return begins || goesOn ? { ...item, form: "ayat", damaged: true } : null;
}

const endsSentence = (tail: string): boolean => /\.["”’]?$/.test(tail);

function acceptAyat(reading: Reading, piece: Piece): boolean {
  const label = ayatLabelOf(reading, piece);
  if (!label || (current(reading) && isTitleless(reading) && reading.counters.pasal === 0)) return false;
  const tail = reading.out.tail();
  const counted = reading.counters.ayat;
  const next =
    label.suffix === ""
      ? label.whole === counted + 1
      : label.whole === counted || label.whole === counted + 1;
  const ended = hasEnded(tail) || !/\p{L}{3}/u.test(tail);
  if (refersOn(tail)) return false;
  if (label.damaged) {
    if (!next || !ended || !/^[\^"“]?\p{L}/u.test(label.rest)) return false;
  } else if (next) {
    // "... dan wajib (4) Dalam hal": words were lost before the label, which a capital after it shows.
    if (!piece.lineStart && !ended) {
      if (!startsUpper(label.rest) || /[,(]$/.test(tail)) return false;
      warn(reading, "heading-inline", piece.line, label.label);
    }
    if (piece.lineStart && /^(?:huruf\s|dan\s|atau\s|sampai\s|,)/.test(label.rest)) return false;
  } else if (!ended || !piece.lineStart || !startsUpper(label.rest) || label.whole > counted + 9)
    return false;
  if (label.damaged) warn(reading, "damaged-label", piece.line, label.label, `(${label.ordinal})`);
  checkTitle(reading);
  reading.counters.ayat = label.whole;
  reading.counters.bare = !label.label.includes("(");
  reading.lists = [];
  open(reading, "ayat", piece, {
    label: label.label,
    ordinal: label.damaged && label.suffix === "" ? undefined : label.ordinal,
  });
  if (label.rest !== "") append(reading, piece, label.rest);
  return true;
}

const DIKTUM =
  /^((?:KE[A-Z]{3,}(?:\s(?:BELAS|PULUH(?:\s[A-Z]{3,})?))?|PERTAMA))\s*(:|\.(?=\s)|(?=\s{2})|\t|$)/;

/** KESATU, KEDUA... of a Keputusan or an Instruksi; a colon tells it from a mention. */
function acceptDiktum(reading: Reading, piece: Piece): boolean {
  if (!reading.decided || reading.counters.pasal > 0 || reading.amending || reading.region === "closing")
    return false;
  const match = DIKTUM.exec(piece.text);
  const words = match?.[1] ?? "";
  const whole = match ? parseOrdinalWords(words) : null;
  if (!match || whole === null || refersOn(reading.out.tail())) return false;
  const colon = match[2] === ":" || reading.pieces[reading.at + 1]?.text.startsWith(":") === true;
  const next = whole === reading.diktum + 1;
  if (!piece.lineStart && !hasEnded(reading.out.tail())) return false;
  if (!colon && !(next && hasEnded(reading.out.tail()))) return false;
  flushPrefix(reading);
  enterBody(reading);
  reading.diktum = whole;
  reading.lists = [];
  open(reading, "diktum", piece, { label: match[0], ordinal: words });
  const rest = piece.text.slice(match[0].length).trim();
  if (rest !== "") append(reading, piece, rest);
  return true;
}

/** The colon of a diktum, or of a prefix, on the next line belongs to the label. */
export function takesColon(reading: Reading, piece: Piece): string | null {
  const newest = current(reading);
  const waits = newest?.kind === "diktum" || newest?.kind === "menetapkan" || newest?.kind === "untuk";
  if (!newest || !waits || newest.text !== "" || !piece.text.startsWith(":")) return null;
  newest.label = `${newest.label} :`;
  return piece.text.slice(1).trim();
}
