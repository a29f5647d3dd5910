/**
 * A pasted fragment: the plain text that Word and PDF readers give. Structure
 * is recognised where it is certain; everything else becomes paragraphs. [PR16]
 */
import type { Clause, ClauseKind, ClauseLevel } from "../clauses/clause.ts";
import { clauseText } from "../clauses/clause.ts";
import { isItem, KINDS } from "../clauses/kinds.ts";
import { parseOrdinal } from "../clauses/numerals.ts";
import type { Cid } from "../ids.ts";
import { readBody } from "./body.ts";
import { cutIntoPieces, type Piece } from "./pieces.ts";
import type { Draft } from "./drafts.ts";
import { createReading, openWith, type Reading } from "./reading.ts";
import { readAyatLabel, readItemLabel } from "./read-label.ts";
import { startsUpper } from "./sentence.ts";
import { readSourceLines } from "./source-lines.ts";
import { draftToClause } from "./draft-to-clause.ts";

/** Where the text is pasted: kind and level of the clause that holds the caret. */
export interface PasteContext {
  readonly kind: ClauseKind;
  readonly level: ClauseLevel;
}

/**
 * Clauses for a pasted text, in order. Labels that were recognised are taken
 * out of the text, for they are counted; a bullet that opens a paragraph goes
 * as well. Empty text gives no clauses.
 *
 * @throws DomainError `bad-input` if the text is too long or not a text.
 */
export function parsePasted(
  text: string,
  { kind, level }: PasteContext,
  { newCid }: { readonly newCid: () => Cid },
): Clause[] {
  const source = withoutPrefix(text.replace(INVISIBLE, ""), kind);
  if (source.trim() === "") return [];
  const lines = readSourceLines(source);
  // Word gives one paragraph per line: no line goes on with the one before.
  const wrapped = looksWrapped(lines.map(({ text: words }) => words));
  const pieces = cutIntoPieces(lines, new Set());
  const longest = Math.max(...pieces.slice(0, 400).map(({ end }) => end));
  const reading = createReading(pieces, newCid, { hanging: false, unwrapped: !wrapped });
  reading.region = "body";
  reading.decided = true;
  reading.bodySeen = true;
  openContext(reading, kind, level);
  goOn(reading, pieces);
  for (const [at, piece] of pieces.entries()) {
    reading.at = at;
    readBody(reading, wrapped ? piece : asParagraph(piece, pieces[at - 1], longest));
    stayInBody(reading);
  }
  const base = isItem(kind) || kind === "isi" ? level : 0;
  let listSeen = false;
  return reading.out.all.flatMap((draft) => {
    listSeen ||= draft.kind !== "isi";
    const clause = asPasted(draft, listSeen ? 0 : base, kind);
    return clauseText(clause) === "" && draft.label === "" ? [] : [withoutBullet(clause)];
  });
}

/** Soft hyphens and marks without width, as web pages leave them. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const PREFIX: Readonly<Partial<Record<ClauseKind, RegExp>>> = {
  menimbang: /^\s*menimbang\s*:?/i,
  mengingat: /^\s*mengingat\s*:?/i,
  memperhatikan: /^\s*memperhatikan\s*:?/i,
};

/** "Menimbang :" pasted into Menimbang is the label that already stands there. */
function withoutPrefix(text: string, kind: ClauseKind): string {
  const prefix = PREFIX[kind];
  return prefix ? text.replace(prefix, "") : text;
}

/** A line of a word processor. Its neighbour ends a paragraph if it has columns, or room for one more word. */
function asParagraph(piece: Piece, before: Piece | undefined, longest: number): Piece {
  if (!piece.lineStart) return { ...piece, end: 200 };
  const word = piece.text.split(/\s/, 1)[0] ?? "";
  const room = before !== undefined && before.end + word.length + 3 <= longest;
  const columns = piece.gapped && before?.gapped === true;
  const capital = !/^\p{Ll}/u.test(piece.text);
  return { ...piece, blankBefore: true, end: 200, ...((columns || (room && capital)) && { fresh: true }) };
}

/** A fragment may begin in the middle of a list: its first label counts as the one that is due. */
function goOn(reading: Reading, pieces: readonly Piece[]): void {
  const [first] = pieces;
  if (!first) return;
  const ayat = readAyatLabel(first.text);
  if (ayat && !ayat.damaged && (ayat.rest === "" || startsUpper(ayat.rest)))
    reading.counters.ayat = ayat.whole - 1;
  const item = readItemLabel(first.text);
  if (!item || item.form === "ayat" || item.whole === 1 || item.suffix !== "") return;
  const sure = pieces.some(({ text, lineStart }) => {
    const other = lineStart ? readItemLabel(text) : null;
    return other?.form === item.form && other.whole === item.whole + 1;
  });
  const newest = reading.lists.at(-1);
  if (!sure || newest?.level === 0) return;
  const whole = item.whole - 1;
  if (newest?.form === item.form) newest.whole = whole;
  else {
    const level = (newest?.level ?? 0) + 1;
    reading.lists.push({
      level,
      kind: item.form,
      form: item.form,
      whole,
      suffix: "",
      indent: 0,
      last: false,
    });
  }
}

/** Nothing in a fragment is a closing or a Lampiran: what looks like one is text. */
function stayInBody(reading: Reading): void {
  reading.region = "body";
  const { prefix } = reading;
  if (!prefix) return;
  reading.prefix = null;
  openWith(reading, "isi", prefix.piece, prefix.text);
}

/** Provisions that are counted like items: a label pasted among them is one of them. */
const COUNTED: ReadonlySet<ClauseKind> = new Set([
  "menimbang",
  "mengingat",
  "memperhatikan",
  "kepada",
  "tembusan",
]);

/** The list that the caret stands in is open: a label that follows goes on at its level. */
function openContext(reading: Reading, kind: ClauseKind, level: number): void {
  if (COUNTED.has(kind))
    reading.lists.push({ level: 0, kind, form: null, whole: 0, suffix: "", indent: 0, last: false });
  if (!isItem(kind) || level === 0) return;
  for (let above = 1; above < level; above++) {
    reading.lists.push({
      level: above,
      kind: "huruf",
      form: null,
      whole: 0,
      suffix: "",
      indent: 0,
      last: false,
    });
  }
  reading.lists.push({ level, kind, form: kind, whole: 0, suffix: "", indent: 0, last: false });
}

/** Lines of one width that end inside sentences: text from a page, not from a word processor. */
function looksWrapped(lines: readonly string[]): boolean {
  let inside = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined) break;
    const goesOn =
      !/[.;:!?]["”’)]?$|(?:dan|atau)$/.test(line) && /^\p{Ll}/u.test(next) && !readItemLabel(next);
    if (goesOn) inside++;
  }
  return inside > 0;
}

const FOREIGN: ReadonlySet<ClauseKind> = new Set([
  "penutup",
  "lampiran",
  "frasa",
  "jabatan",
  "tembusan",
  "penjelasan-umum",
]);

/** The end of a document in the middle of a fragment is plain text, with its words of a label. Only insertions keep their number. */
function asPasted(draft: Draft, base: ClauseLevel, at: ClauseKind): Clause {
  const clause = draftToClause(draft);
  if (FOREIGN.has(draft.kind) && draft.kind !== at) {
    const text = `${draft.label} ${draft.text}`.trim();
    return { cid: draft.cid, kind: "isi", level: 0, runs: text === "" ? [] : [{ text }] };
  }
  const form = KINDS[draft.kind].label?.ordinal;
  const inserted = form && draft.ordinal !== undefined && parseOrdinal(draft.ordinal, form)?.suffix !== "";
  if (inserted) return { ...clause, number: draft.ordinal ?? "" };
  return clause.kind === "isi" && clause.level === 0 ? { ...clause, level: base } : clause;
}

const BULLET = /^(?:[-–—•·▪●○◦*➢✓o]|\uF0B7|\uF0A7)\s+/u;

function withoutBullet(clause: Clause): Clause {
  if (clause.kind !== "isi") return clause;
  const text = clauseText(clause);
  const bare = text.replace(BULLET, "");
  return bare === text ? clause : { ...clause, runs: bare === "" ? [] : [{ text: bare }] };
}
