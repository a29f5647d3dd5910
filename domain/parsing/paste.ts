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
import { cutIntoPieces } from "./pieces.ts";
import type { Draft } from "./drafts.ts";
import { createReading, openWith, type Reading } from "./reading.ts";
import { readItemLabel } from "./read-label.ts";
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
  if (text.trim() === "") return [];
  const lines = readSourceLines(text);
  // Word gives one paragraph per line: no line goes on with the one before.
  const wrapped = looksWrapped(lines.map(({ text: words }) => words));
  const pieces = cutIntoPieces(lines, new Set());
  const reading = createReading(pieces, newCid, { hanging: false, unwrapped: !wrapped });
  reading.region = "body";
  reading.decided = true;
  reading.bodySeen = true;
  openContext(reading, kind, level);
  for (const [at, piece] of pieces.entries()) {
    reading.at = at;
    readBody(reading, wrapped ? piece : { ...piece, blankBefore: piece.lineStart, end: 200 });
    stayInBody(reading);
  }
  const base = isItem(kind) || kind === "isi" ? level : 0;
  let listSeen = false;
  return reading.out.all.flatMap((draft) => {
    listSeen ||= draft.kind !== "isi";
    const clause = asPasted(draft, listSeen ? 0 : base);
    return clauseText(clause) === "" && draft.label === "" ? [] : [withoutBullet(clause)];
  });
}

/** Nothing in a fragment is a closing or a Lampiran: what looks like one is text. */
function stayInBody(reading: Reading): void {
  reading.region = "body";
  const { prefix } = reading;
  if (!prefix) return;
  reading.prefix = null;
  openWith(reading, "isi", prefix.piece, prefix.text);
}

/** The list that the caret stands in is open: a label that follows goes on at its level. */
function openContext(reading: Reading, kind: ClauseKind, level: number): void {
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
function asPasted(draft: Draft, base: ClauseLevel): Clause {
  const clause = draftToClause(draft);
  if (FOREIGN.has(draft.kind)) {
    const text = `${draft.label} ${draft.text}`.trim();
    return { cid: draft.cid, kind: "isi", level: 0, runs: text === "" ? [] : [{ text }] };
  }
  const form = KINDS[draft.kind].label?.ordinal;
  const inserted = form && draft.ordinal !== undefined && parseOrdinal(draft.ordinal, form)?.suffix !== "";
  if (inserted) return { ...clause, number: draft.ordinal ?? "" };
  return clause.kind === "isi" && clause.level === 0 ? { ...clause, level: base } : clause;
}

const BULLET = /^(?:[-–—•·▪●○◦*➢✓]|\uF0B7|\uF0A7)\s+/u;

function withoutBullet(clause: Clause): Clause {
  if (clause.kind !== "isi") return clause;
  const text = clauseText(clause);
  const bare = text.replace(BULLET, "");
  return bare === text ? clause : { ...clause, runs: bare === "" ? [] : [{ text: bare }] };
}
