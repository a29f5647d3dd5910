/** Penjelasan: I. UMUM, and entries that each explain one unit of the body (L2 174-191). [PR13] */
import type { Cid } from "../ids.ts";
import { startAnnex } from "./annex.ts";
import type { Draft } from "./drafts.ts";
import { acceptItem, isOrnament, takeText } from "./flow.ts";
import type { Piece } from "./pieces.ts";
import { readHeading } from "./read-heading.ts";
import { readAyatLabel } from "./read-label.ts";
import { append, current, flushPrefix, open, openWith, warn, type Reading } from "./reading.ts";
import { endsParagraph, hasEnded, isCapitals, refersOn } from "./sentence.ts";

const START = /^PENJELASAN(?:\s+ATAS\b|\s*$)/;
const GENERAL = /^(?:(?:I|A)\.?\s*)?(?:PENJELASAN\s+)?UMUM\b\.?/;
const ENTRIES = /^(?:(?:II|B)\.?\s*)?(?:PENJELASAN\s+)?PASAL\s+DEMI\s+PASAL\b\.?/;
const GAZETTE = /^(?:TAMBAHAN\s+)?(?:LEMBARAN|BERITA)\s+(?:DAERAH|NEGARA)\b/;

/** Where the reading of the Penjelasan stands. */
interface Progress {
  part: "head" | "general" | "entries";
  pasal: number;
  /** Path of the newest Pasal, ayat, huruf entry, as in `indexTargets`. */
  path: string[];
  readonly targets: ReadonlyMap<string, Cid>;
}

const progressOf = new WeakMap<Reading, Progress>();

export function startElucidation(reading: Reading, piece: Piece): boolean {
  if (!START.test(piece.text) || reading.region === "elucidation" || reading.region === "annex") return false;
  if (!piece.lineStart && !/^PENJELASAN\s+ATAS\s+\p{Lu}{4}/u.test(piece.text)) return false;
  if (
    piece.lineStart &&
    !/ATAS/.test(piece.text) &&
    !/^ATAS\b/.test(reading.pieces[reading.at + 1]?.text ?? "ATAS")
  )
    return false;
  flushPrefix(reading);
  reading.region = "elucidation";
  reading.quoted = false;
  reading.lists = [];
  progressOf.set(reading, { part: "head", pasal: 0, path: [], targets: indexTargets(reading.out.all) });
  openWith(reading, "frasa", piece, piece.text);
  return true;
}

export function readElucidation(reading: Reading, piece: Piece): void {
  const progress = progressOf.get(reading);
  if (!progress) throw new Error("Elucidation without a start");
  if (startAnnex(reading, piece)) return;
  const { text } = piece;
  const free = piece.lineStart || hasEnded(reading.out.tail()) || progress.part === "head";
  const heading = free && progress.part !== "entries" ? (ENTRIES.exec(text) ?? GENERAL.exec(text)) : null;
  if (heading && (ENTRIES.test(text) || progress.part === "head")) {
    startPart(reading, progress, piece, heading[0]);
    return;
  }
  if (GAZETTE.test(text) && isCapitals(text) && free) {
    reading.region = "closing";
    reading.lists = [];
    openWith(reading, "penutup", piece, text);
    return;
  }
  if (isOrnament(text) && piece.lineStart) {
    reading.lists = [];
    openWith(reading, "penutup", piece, text);
    return;
  }
  if (acceptEntry(reading, progress, piece)) return;
  if (progress.part === "head") append(reading, piece, text, piece.lineStart ? "line" : "space");
  else if (reading.prefix) openWith(reading, reading.prefix.kind, piece, text);
  else if (!acceptItem(reading, piece)) takeElucidationText(reading, progress, piece);
}

function startPart(reading: Reading, progress: Progress, piece: Piece, words: string): void {
  const entries = ENTRIES.test(piece.text);
  flushPrefix(reading);
  progress.part = entries ? "entries" : "general";
  reading.lists = [];
  reading.prefix = { text: words, piece, kind: entries ? "penjelasan-pasal" : "penjelasan-umum" };
  const rest = piece.text.slice(words.length).trim();
  if (rest !== "") readElucidation(reading, { ...piece, text: rest, lineStart: false, blankBefore: false });
}

/** Every paragraph of the general part can be commented on: each is a clause of its own. */
function takeElucidationText(reading: Reading, progress: Progress, piece: Piece): void {
  const newest = current(reading);
  const { shape } = reading.out;
  const tail = reading.out.tail();
  const noList = !reading.lists.some(({ level }) => level > 0);
  const whole = progress.part === "general" && piece.lineStart && endsParagraph(tail) && !tail.endsWith(":");
  const apart = piece.blankBefore || shape.lastEnd > 118 || piece.indent >= shape.lastIndent + 3;
  if (whole && noList && apart) openWith(reading, "penjelasan-umum", piece, piece.text);
  else if (newest?.kind === "penjelasan-pasal" && newest.text === "") append(reading, piece, piece.text);
  else takeText(reading, piece);
}

function acceptEntry(reading: Reading, progress: Progress, piece: Piece): boolean {
  return acceptPasalEntry(reading, progress, piece) || acceptPartEntry(reading, progress, piece);
}

function acceptPasalEntry(reading: Reading, progress: Progress, piece: Piece): boolean {
  const heading = readHeading(piece.text);
  if (!heading || heading.kind !== "pasal" || heading.placeholder || refersOn(reading.out.tail()))
    return false;
  const { rest, whole, roman, ordinal } = heading;
  const alone = rest === "" && piece.lineStart;
  const ended = hasEnded(reading.out.tail()) || reading.prefix !== null;
  const under = progress.path.length > 0 && progress.path[0]?.startsWith("PI") === true && !roman;
  const next = roman || under || whole > progress.pasal || heading.suffix !== "";
  if (progress.part !== "entries" && !alone) return false;
  const goesOn = rest === "" || /^(?:["“(]|Ayat|Huruf|Angka|Cukup|\p{Lu})/u.test(rest);
  const due = alone
    ? ended ||
      piece.blankBefore ||
      whole === progress.pasal + 1 ||
      // "Cukup jelas" without a full stop: a later Pasal of the body, alone on its line, is its entry.
      (whole > progress.pasal && progress.targets.has(`P${ordinal}`))
    : ended && goesOn && next && whole <= progress.pasal + 20;
  if (!due && !(under && alone)) return false;
  progress.part = "entries";
  if (!roman && !under) progress.pasal = whole;
  const frame = under ? progress.path.filter((step) => /^(?:PI|PX|PV|B)/.test(step)) : [];
  progress.path = [...frame, `P${ordinal}`];
  if (heading.damaged) warn(reading, "damaged-heading", piece.line, heading.label, ordinal);
  openEntry(reading, progress, piece, heading.label, ordinal);
  if (rest !== "") readElucidation(reading, { ...piece, text: rest, lineStart: false, blankBefore: false });
  return true;
}

const PART = /^(?:(Huruf)\s?([a-z]{1,2}\d?)|(Angka)\s?(\d{1,3}[a-z]?))(?=\s|$)/;

/** "Ayat (1)", "Huruf a", "Angka 1": below the newest entry on a Pasal. */
function acceptPartEntry(reading: Reading, progress: Progress, piece: Piece): boolean {
  if (progress.part !== "entries" || progress.path.length === 0) return false;
  const tail = reading.out.tail();
  if (refersOn(tail) || (!piece.lineStart && !hasEnded(tail))) return false;
  const ayat = /^Ayat\s?/.exec(piece.text);
  const label = ayat ? readAyatLabel(piece.text.slice(ayat[0].length)) : null;
  if (ayat && label) {
    const words = ayat[0] + label.label;
    if (label.damaged) warn(reading, "damaged-label", piece.line, words, `Ayat (${label.ordinal})`);
    step(progress, "A", label.ordinal);
    openEntry(reading, progress, piece, words, `Ayat (${label.ordinal})`);
    readRest(reading, piece, words);
    return true;
  }
  const part = PART.exec(piece.text);
  if (!part) return false;
  const [words, huruf, letter, , number] = part;
  if (!piece.lineStart && !hasEnded(tail)) return false;
  const ordinal = letter ?? number ?? "";
  const top = progress.path.at(-1) ?? "";
  if (huruf) step(progress, "H", ordinal);
  else if (/^P[IVX]/.test(top) || top.startsWith("B") || isFrame(progress)) step(progress, "B", ordinal);
  else step(progress, "N", ordinal);
  openEntry(reading, progress, piece, words, `${huruf ? "Huruf" : "Angka"} ${ordinal}`);
  readRest(reading, piece, words);
  return true;
}

/** In an amending act "Angka 2" closes the Pasal that the item before it quotes. */
const isFrame = (progress: Progress): boolean =>
  /^P[IVX]/.test(progress.path[0] ?? "") && progress.path[1]?.startsWith("B") === true;

const ORDER = ["P", "B", "Q", "A", "H", "N"];

function step(progress: Progress, kind: "A" | "H" | "N" | "B", ordinal: string): void {
  const rank = ORDER.indexOf(kind);
  const kept = progress.path.filter((each, index) => {
    const letter = each[0] ?? "";
    const own = letter === "P" && index > 0 ? ORDER.indexOf("Q") : ORDER.indexOf(letter);
    return own < rank;
  });
  progress.path = [...kept, `${kind}${ordinal}`];
}

function readRest(reading: Reading, piece: Piece, words: string): void {
  const rest = piece.text.slice(words.length).trim();
  if (rest !== "") readElucidation(reading, { ...piece, text: rest, lineStart: false, blankBefore: false });
}

function openEntry(reading: Reading, progress: Progress, piece: Piece, label: string, number: string): void {
  reading.lists = [];
  if (reading.prefix?.kind === "penjelasan-umum") flushPrefix(reading);
  const draft = open(reading, "penjelasan-pasal", piece, { label });
  const target = progress.targets.get(progress.path.join("/"));
  if (target) draft.explains = target;
  else {
    draft.number = number;
    warn(reading, "explains-nothing", piece.line, label);
  }
}

/** Cids of the body by path: `P12/A1/Ha/N2`; in an amending act `PI/B5/P19A/A1`. */
function indexTargets(drafts: readonly Draft[]): ReadonlyMap<string, Cid> {
  const targets = new Map<string, Cid>();
  let frame: string[] = [];
  let pasal = "";
  let ayat = "";
  let items: string[] = [];
  const set = (draft: Draft, ...path: string[]): void => {
    const key = path.filter((part) => part !== "").join("/");
    if (!targets.has(key)) targets.set(key, draft.cid);
  };
  let counted = 0;
  for (const draft of drafts) {
    const { kind, ordinal = "" } = draft;
    if (kind === "pasal") {
      const own = ordinal === "" ? String(counted + 1) : ordinal;
      counted = Number.parseInt(own, 10) || counted;
      if (/^[IVX]/.test(own)) frame = [];
      pasal = `P${own}`;
      ayat = "";
      items = [];
      if (/^[IVX]/.test(own)) {
        frame = [pasal];
        pasal = "";
        set(draft, ...frame);
      } else set(draft, ...(draft.quoted ? frame : []), pasal);
    } else if (kind === "butir") {
      frame = [frame[0] ?? "PI", `B${ordinal}`];
      pasal = "";
      ayat = "";
      items = [];
      set(draft, ...frame);
    } else if (kind === "ayat") {
      ayat = `A${ordinal}`;
      items = [];
      set(draft, ...frame, pasal, ayat);
    } else if (kind === "huruf" || kind === "angka" || kind === "subhuruf" || kind === "subangka") {
      const letter = kind === "huruf" || kind === "subhuruf" ? "H" : "N";
      items = [...items.slice(0, Math.max(0, draft.level - 1)), `${letter}${ordinal}`];
      set(draft, ...frame, pasal, ayat, ...items);
    }
  }
  return targets;
}
