/**
 * Running text and lists, the same in every region: a piece is the label of an
 * item, a new paragraph, or goes on with the newest clause. [PR3, PR6, PR8]
 */
import type { ClauseKind } from "../clauses/clause.ts";
import type { Piece } from "./pieces.ts";
import { readItemLabel, type ItemForm, type PrintedLabel } from "./read-label.ts";
import { append, current, open, openWith, warn, type ListEntry, type Reading } from "./reading.ts";
import { endsParagraph, hasEnded, opensList, refersOn, startsUpper } from "./sentence.ts";

/** A line longer than this is a whole paragraph, not a line of a page. */
const WRAP_COLUMNS = 118;
/** Pieces before and after that show how long the lines of this page are. */
const NEAR = 12;
const MAX_LEVEL = 4;
/** A label may jump so far and still belong to its list; farther it is a number in the text. */
const MAX_JUMP = 12;

/** Takes the piece as the label of a list item, if it is one in this place. */
export function acceptItem(reading: Reading, piece: Piece): boolean {
  return (
    acceptLabel(reading, piece, itemLabelOf(reading, piece.text)) ||
    acceptLabel(reading, piece, damagedFirst(reading, piece))
  );
}

/** In a quotation the mark may stand before the label: “b. ...”. */
function itemLabelOf(reading: Reading, text: string): PrintedLabel | null {
  const mark = reading.quoted ? (/^["“”„«]\s?(?=\w)/.exec(text)?.[0] ?? "") : "";
  const label = readItemLabel(text.slice(mark.length));
  return label && { ...label, label: mark + label.label };
}

function acceptLabel(reading: Reading, piece: Piece, label: PrintedLabel | null): boolean {
  if (!label || label.form === "ayat") return false;
  const tail = reading.out.tail();
  if (refersOn(tail) || isAbbreviation(label)) return false;
  const place = placeOf(reading, piece, label, hasEnded(tail) || isBare(tail));
  if (!place) return false;
  if (place.level > MAX_LEVEL) {
    warn(reading, "too-deep", piece.line, label.label);
    openWith(reading, "isi", piece, piece.text, { level: MAX_LEVEL });
    return true;
  }
  takeItem(reading, piece, label, place);
  return true;
}

/** Only marks so far, such as "(1) (21": a label may still follow. */
const isBare = (tail: string): boolean => !/\p{L}{2}/u.test(tail);

/** "c.q.", "a.n.": the first letter of an abbreviation, not a label. */
const isAbbreviation = (label: PrintedLabel): boolean => label.glued && /^\p{L}{1,2}\./u.test(label.rest);

/** "l." or "I." where the first number of a list is due. */
function damagedFirst(reading: Reading, piece: Piece): PrintedLabel | null {
  const match = /^([lI])([.)])\s/.exec(piece.text);
  if (!match || !piece.lineStart || !opensList(reading.out.tail())) return null;
  const [label] = match;
  return {
    form: match[2] === "." ? "angka" : "subangka",
    label: label.trim(),
    ordinal: "1",
    whole: 1,
    suffix: "",
    rest: piece.text.slice(label.length).trim(),
    damaged: true,
    glued: false,
  };
}

interface Place {
  readonly level: number;
  readonly kind: ClauseKind;
}

const follows = (entry: ListEntry, label: PrintedLabel): boolean =>
  label.suffix === ""
    ? label.whole === entry.whole + 1
    : label.whole === entry.whole || label.whole === entry.whole + 1;

function placeOf(reading: Reading, piece: Piece, label: PrintedLabel, ended: boolean): Place | null {
  const { lists } = reading;
  const form = label.form as ItemForm;
  const root = lists[0];
  if (root && root.form === null && root.level === 0) {
    if (label.whole === 1 || ended) return { level: 0, kind: root.kind };
    return null;
  }
  const same = lists.filter((entry) => entry.form === form);
  const next = same.filter((entry) => follows(entry, label));
  if (next.length > 0) {
    if (!piece.lineStart && !ended) return null;
    // A label glued to its word, or one in the middle of a sentence, must have a sentence end before it.
    if (label.glued && !ended && !piece.blankBefore) return null;
    const chosen = chooseEntry(reading, piece, next);
    return { level: chosen.level, kind: chosen.kind };
  }
  if (label.whole === 1 && label.suffix === "") return newList(reading, piece, label, ended, same);
  // What stands in a Lampiran is no norm: only lists that count without a gap are read there.
  if (!piece.lineStart || !ended || label.glued || reading.region === "annex") return null;
  const near = same.findLast((entry) => label.whole > entry.whole && label.whole <= entry.whole + MAX_JUMP);
  if (near) return { level: near.level, kind: near.kind };
  const repeated = same.findLast((entry) => label.whole === entry.whole && label.suffix === entry.suffix);
  if (repeated && startsUpperOrItem(label)) return { level: repeated.level, kind: repeated.kind };
  // The first label was lost or damaged: a list that begins at its second or third item.
  const opens = opensList(reading.out.tail()) || reading.out.tail() === "";
  if (same.length === 0 && opens && label.whole <= 3) return { level: nextLevel(reading), kind: form };
  return null;
}

const startsUpperOrItem = (label: PrintedLabel): boolean =>
  label.rest !== "" && /^[\p{L}(“"]/u.test(label.rest);

/** Of several lists that the label could go on with: the one at its column, else by how the item before ended. */
function chooseEntry(reading: Reading, piece: Piece, next: readonly ListEntry[]): ListEntry {
  const [outer] = next;
  const inner = next.at(-1);
  if (!outer || !inner) throw new Error("No list to choose from");
  if (next.length === 1) return outer;
  if (reading.hanging && piece.lineStart && !piece.blankBefore) {
    const atColumn = next.find((entry) => Math.abs(entry.indent - piece.indent) <= 1);
    if (atColumn) return atColumn;
  }
  return /\.["”]?$/.test(reading.out.tail()) ? outer : inner;
}

function nextLevel(reading: Reading): number {
  return (reading.lists.at(-1)?.level ?? levelOfText(reading)) + 1;
}

/** A list under a text stands one deeper than the text. */
function levelOfText(reading: Reading): number {
  const newest = current(reading);
  return newest?.kind === "isi" ? newest.level : 0;
}

function newList(
  reading: Reading,
  piece: Piece,
  label: PrintedLabel,
  ended: boolean,
  same: readonly ListEntry[],
): Place | null {
  const tail = reading.out.tail();
  const opens = opensList(tail) || tail === "";
  if (!piece.lineStart && !opens) return null;
  const above = reading.lists.at(-1);
  const deeper = reading.hanging && above !== undefined && piece.indent > above.indent + 1;
  if (piece.lineStart && !opens && !ended && !piece.blankBefore && !deeper) return null;
  if (label.glued && !opens) return null;
  const form = label.form as ItemForm;
  if (!opens) {
    const again = same.at(-1);
    if (again && again.level > 0) return { level: again.level, kind: again.kind };
  }
  return { level: nextLevel(reading), kind: form };
}

function takeItem(reading: Reading, piece: Piece, label: PrintedLabel, { level, kind }: Place): void {
  const last = /(?:dan|atau)["”]?$/.test(reading.out.tail());
  reading.lists = reading.lists.filter((entry) => entry.level < level);
  reading.lists.push({
    level,
    kind,
    form: label.form as ItemForm,
    whole: label.whole,
    suffix: label.suffix,
    indent: piece.indent,
    last,
  });
  if (label.damaged) warn(reading, "damaged-label", piece.line, label.label, label.ordinal);
  open(reading, kind, piece, {
    level,
    label: label.label,
    ordinal: label.damaged ? undefined : label.ordinal,
  });
  if (label.rest !== "") append(reading, piece, label.rest);
}

const BULLET = /^(?:[-–—•·▪●○◦*➢✓o]|\uF0B7)\s+\S/u;
const FORMULA = /^(?:[A-Za-z]{1,6}\s?[:=]\s\S|Keterangan\s?:)/;
const CATCHWORD = /(?:\s\.){3}$|\s…$/;
const ORNAMENT = /^(?=.*(?:oo|00|--|__|==|\*\*|~~))[o0\-_=*~\s–—]{4,}$/;

export const isOrnament = (text: string): boolean => ORNAMENT.test(text);

/** Takes the piece as text: a paragraph of its own, or more words of the newest clause. Never refuses. */
export function takeText(reading: Reading, piece: Piece): void {
  const newest = current(reading);
  if (!newest) {
    openWith(reading, "isi", piece, piece.text);
    return;
  }
  if (newest.kind === "pasal" || beginsParagraph(reading, piece)) {
    const level = newest.kind === "pasal" ? 0 : levelOf(reading, piece);
    reading.lists = reading.lists.filter(
      (entry) => entry.level === 0 || entry.level < level || isInside(entry, level),
    );
    openWith(reading, "isi", piece, piece.text, { level });
    return;
  }
  append(reading, piece, piece.text);
}

/** A second paragraph of an item leaves its list open; a closing phrase ends the lists below its own level. */
const isInside = (entry: ListEntry, level: number): boolean => entry.level === level;

/** Keeps a catchword as a text of its own, so that the label it repeats is not counted twice. */
export function acceptCatchword(reading: Reading, piece: Piece): boolean {
  if (!isCatchword(reading, piece)) return false;
  warn(reading, "catchword", piece.line, piece.text);
  openWith(reading, "isi", piece, piece.text, { level: reading.lists.at(-1)?.level ?? 0 });
  return true;
}

/** The first words of the next page, printed at the foot of this one ("c. persetujuan . . ."). */
function isCatchword(reading: Reading, piece: Piece): boolean {
  if (!piece.lineEnd || piece.text.length > 60 || !CATCHWORD.test(piece.text)) return false;
  const first = piece.text.split(/\s/, 2)[0] ?? "";
  return first.length > 1 && (reading.pieces[reading.at + 1]?.text.startsWith(first) ?? false);
}

function beginsParagraph(reading: Reading, piece: Piece): boolean {
  if (!piece.lineStart) return false;
  const tail = reading.out.tail();
  const { shape } = reading.out;
  if (tail === "") return false;
  if (piece.fresh) return true;
  if (BULLET.test(piece.text) && (hasEnded(tail) || BULLET.test(reading.out.head()))) return true;
  if (FORMULA.test(piece.text) && (opensList(tail) || isFormula(reading))) return true;
  if (closesList(reading, piece)) return true;
  if (!endsParagraph(tail)) return false;
  if (piece.blankBefore || shape.lastEnd > WRAP_COLUMNS) return true;
  if (piece.indent >= shape.lastIndent + 3 && shape.lines > 1) return true;
  if (opensList(tail)) return startsUpper(piece.text) && !hangsUnderLabel(reading, piece);
  return /[.]["”]?$/.test(tail) && startsUpper(piece.text) && hadRoom(reading, piece);
}

/** The first word would have stood on the line before, had its paragraph gone on: lines near here are longer. */
function hadRoom(reading: Reading, piece: Piece): boolean {
  const word = piece.text.split(/\s/, 1)[0] ?? "";
  const needed = reading.out.shape.lastEnd + 1 + word.length;
  for (let at = Math.max(0, reading.at - NEAR); at <= reading.at + NEAR; at++) {
    if (needed + 2 <= Math.min(reading.pieces[at]?.end ?? 0, WRAP_COLUMNS)) return true;
  }
  return false;
}

/** Stands where the words of the newest item go on: a colon at the end of its line opens nothing. */
function hangsUnderLabel(reading: Reading, piece: Piece): boolean {
  const label = current(reading)?.label ?? "";
  const column = reading.out.shape.indent + label.length + 1;
  return (
    reading.hanging && label !== "" && piece.indent > reading.out.shape.indent && piece.indent <= column + 5
  );
}

const isFormula = (reading: Reading): boolean =>
  FORMULA.test(reading.out.head()) || /=/.test(reading.out.head());

const CLOSING_VERB =
  /^(?:di(?:pidana|kenai|kenakan|cabut|nyatakan|atur|tetapkan|lakukan|berikan|jatuhi|laksanakan)\b|pidananya\b|tetap\b|sebagaimana\b|sepanjang\b)/;

/** A closing phrase goes on with the sentence before the list ("..., dicabut dan dinyatakan tidak berlaku."). */
function closesList(reading: Reading, piece: Piece): boolean {
  const item = reading.lists.findLast((entry) => entry.level > 0);
  if (!item || piece.blankBefore || !/[,;.]$/.test(reading.out.tail())) return false;
  const newest = current(reading);
  if (newest?.kind === "isi" || newest?.label === "") return false;
  if (reading.hanging) return piece.indent <= item.indent && /^\p{Ll}/u.test(piece.text);
  if (!item.last || !reading.out.tail().endsWith(",")) return false;
  return CLOSING_VERB.test(piece.text) || (reading.unwrapped && /^\p{Ll}/u.test(piece.text));
}

/** Depth of a new paragraph: by its column where columns tell, else under the provision itself. */
function levelOf(reading: Reading, piece: Piece): number {
  const items = reading.lists.filter((entry) => entry.level > 0);
  const newest = items.at(-1);
  const bullet = BULLET.test(piece.text) ? 1 : 0;
  const above = current(reading);
  if (bullet === 1 && above?.kind === "isi" && BULLET.test(reading.out.head())) return above.level;
  if (!newest) {
    const before = current(reading);
    if (bullet === 1)
      return BULLET.test(before?.text ?? "") ? (before?.level ?? 1) : levelOfText(reading) + 1;
    return 0;
  }
  if (reading.hanging) {
    const holder = items.findLast((entry) => entry.indent < piece.indent);
    return Math.min(MAX_LEVEL, (holder?.level ?? 0) + bullet);
  }
  if (opensList(reading.out.tail())) return Math.min(MAX_LEVEL, newest.level + bullet);
  return bullet === 1 ? newest.level : 0;
}
