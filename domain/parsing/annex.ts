/**
 * Lampiran (L2 192-197). What stands in one is often a sample, a form or a
 * table: headings are not read as units here, and what is not surely a list or
 * a table keeps its lines. [PR12]
 */
import { parseRoman } from "../clauses/numerals.ts";
import { acceptItem, isOrnament, takeText } from "./flow.ts";
import type { Draft } from "./drafts.ts";
import type { Piece } from "./pieces.ts";
import { append, current, flushPrefix, open, openWith, type Reading } from "./reading.ts";
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
  if (number !== undefined && parseRoman(number) !== reading.lampiran + 1) return false;
  if (reading.region === "annex" && number === undefined) return false;
  flushPrefix(reading);
  reading.quoted = false;
  reading.region = "annex";
  reading.lampiran++;
  reading.lists = [];
  open(reading, "lampiran", piece, { label: match[0], ordinal: number });
  reading.titleOpen = true;
  if (rest !== "") append(reading, piece, rest);
  return true;
}

export function readAnnex(reading: Reading, piece: Piece): void {
  if (startAnnex(reading, piece)) return;
  if (reading.titleOpen && continuesHead(reading, piece)) {
    append(reading, piece, piece.text, piece.lineStart ? "line" : "space");
    return;
  }
  const { text } = piece;
  const newest = current(reading);
  const wasHead = reading.titleOpen || newest?.kind === "lampiran";
  reading.titleOpen = false;
  if (newest?.kind === "penutup" && !piece.gapped) {
    if (isCapitals(text) || /^(?:Cap|ttd|NIP|Pembina|Penata)\b/i.test(text) || text.length < 30) {
      append(reading, piece, text, "line");
      return;
    }
  }
  const signs = piece.lineStart && isOffice(text) && signatureFollows(reading);
  if (signs || isOrnament(text)) {
    reading.lists = [];
    openWith(reading, "penutup", piece, text);
    return;
  }
  if (piece.lineStart && (piece.gapped || isTabular(reading))) {
    takeRow(reading, piece, wasHead);
    return;
  }
  if (acceptItem(reading, piece)) return;
  const heading = piece.lineStart && isAnnexHeading(text);
  if (
    heading ||
    wasHead ||
    newest?.kind === "penutup" ||
    (newest?.kind === "isi" && reading.out.tail() === "")
  ) {
    reading.lists = [];
    openWith(reading, "isi", piece, text);
    if (heading) reading.out.seal();
    return;
  }
  takeText(reading, piece);
}

const LETTERED = /^(?:[A-Z]|[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+\p{Lu}/u;

/** A line that heads what follows: in capitals, or lettered and short. */
function isAnnexHeading(text: string): boolean {
  if (text.length > 90 || /[.;,:]$/.test(text)) return false;
  return (
    (isCapitals(text) && /\p{L}{3}/u.test(text)) ||
    LETTERED.test(text) ||
    /^(?:BAB|Bagian|Paragraf|Pasal)\s\S+$/.test(text)
  );
}

/** The lines of a table keep their breaks in one text, until it is known whether they make a table. */
function takeRow(reading: Reading, piece: Piece, first: boolean): void {
  const newest = current(reading);
  const block = blocks.get(reading);
  if (newest && block?.draft === newest && !piece.blankBefore && !first) {
    append(reading, piece, piece.text, "line");
    block.lines.push(piece.text);
    return;
  }
  reading.lists = [];
  const draft = openWith(reading, "isi", piece, piece.text);
  const opened = { draft, lines: [piece.text] };
  blocks.set(reading, opened);
  const all = tables.get(reading);
  if (all) all.push(opened);
  else tables.set(reading, [opened]);
}

interface Block {
  readonly draft: Draft;
  readonly lines: string[];
}

const blocks = new WeakMap<Reading, Block>();
const tables = new WeakMap<Reading, Block[]>();

const isTabular = (reading: Reading): boolean => {
  const block = blocks.get(reading);
  return block !== undefined && block.draft === current(reading);
};

/**
 * Turns the blocks whose every line has the same two or more cells into
 * tables. Where a cell runs over several lines the columns are not sure, and
 * the lines stay a text: nothing may change its place.
 */
export function settleTables(reading: Reading): void {
  for (const { draft, lines } of tables.get(reading) ?? []) {
    const rows = lines.map((line) =>
      line.split(/\s*\t\s*| {2,}/).map((cell) => cell.replace(/\s+/g, " ").trim()),
    );
    const width = rows[0]?.length ?? 0;
    // Marks without width between two rows have no place in the cells.
    if (draft.text !== lines.map((line) => line.replace(/\s+/g, " ").trim()).join("\n")) continue;
    if (rows.length < 2 || width < 2 || rows.some((row) => row.length !== width || row.includes("")))
      continue;
    const head = /^no(?:mor)?\.?$/i.test(rows[0]?.[0] ?? "") ? 1 : 0;
    draft.kind = "tabel";
    draft.text = "";
    draft.value = { head, rows };
  }
}

const HEAD_LINE =
  /^(?:LAMPIRAN|(?:RANCANGAN\s+)?(?:PERATURAN|KEPUTUSAN|INSTRUKSI|UNDANG|SURAT\s+EDARAN|QANUN)|NOMOR|TANGGAL|TENTANG|TAHUN|:)/i;

/** The head names the act: type, number, TENTANG and name, up to the first empty line after the name. */
function continuesHead(reading: Reading, piece: Piece): boolean {
  if (!isCapitals(piece.text) && !HEAD_LINE.test(piece.text)) return false;
  const head = reading.out.head();
  if (HEAD_LINE.test(piece.text)) return !/\bTENTANG\b\s*\S/i.test(head.replaceAll("\n", " "));
  if (/\bTENTANG\s*$/i.test(head)) return true;
  return !piece.blankBefore && head !== "";
}

/** A name or a mark of signature stands within the next lines. */
function signatureFollows(reading: Reading): boolean {
  const here = reading.pieces[reading.at]?.text ?? "";
  const name = reading.pieces[reading.at + 1]?.text ?? "";
  if (here.endsWith(",") && isCapitals(name) && name.length < 50 && !HEAD.test(name)) return true;
  for (let at = reading.at + 1; at < reading.at + 5; at++) {
    if (/^(?:Cap|ttd|T\.?t\.?d\.?|tanda\s+tangan|NIP)\b/i.test(reading.pieces[at]?.text ?? "")) return true;
  }
  return false;
}
