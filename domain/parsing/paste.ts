/**
 * A pasted fragment: the plain text that Word and PDF readers give. Structure
 * is recognised where it is certain; everything else becomes paragraphs. [PR16]
 */
import type { Clause, ClauseKind, ClauseLevel } from "../clauses/clause.ts";
import { clauseText } from "../clauses/clause.ts";
import { isItem } from "../clauses/kinds.ts";
import type { Cid } from "../ids.ts";
import { readBody } from "./body.ts";
import { cutIntoPieces } from "./pieces.ts";
import { createReading, type Reading } from "./reading.ts";
import { readItemLabel } from "./read-label.ts";
import { settleNumbers } from "./settle-numbers.ts";
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
  const reading = createReading(pieces, newCid, { hanging: false, width: 0 });
  reading.region = "body";
  reading.decided = true;
  reading.bodySeen = true;
  const base = isItem(kind) || kind === "isi" ? level : 0;
  openContext(reading, kind, base);
  for (const [at, piece] of pieces.entries()) {
    reading.at = at;
    readBody(reading, wrapped ? piece : { ...piece, blankBefore: piece.lineStart, end: 200 });
    // Nothing in a fragment is a closing or a Lampiran: what looks like one is text.
    if (reading.region !== "body") reading.region = "body";
  }
  const drafts = reading.out.all.filter((draft) => draft.text !== "" || draft.label !== "");
  const clauses = drafts.map((draft) => draftToClause(draft));
  settleNumbers(drafts, clauses);
  return drafts.map((draft) => withoutBullet(asPasted(draftToClause(draft))));
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

/** Kinds that a fragment may bring along; an end of a document in the middle of one is plain text. */
function asPasted(clause: Clause): Clause {
  const foreign =
    clause.kind === "penutup" ||
    clause.kind === "lampiran" ||
    clause.kind === "frasa" ||
    clause.kind === "tembusan";
  return foreign ? { cid: clause.cid, kind: "isi", level: 0, runs: clause.runs } : clause;
}

const BULLET = /^(?:[-–—•·▪●○◦*➢✓]|\uF0B7|\uF0A7)\s+/u;

function withoutBullet(clause: Clause): Clause {
  if (clause.kind !== "isi") return clause;
  const text = clauseText(clause);
  const bare = text.replace(BULLET, "");
  return bare === text ? clause : { ...clause, runs: bare === "" ? [] : [{ text: bare }] };
}
