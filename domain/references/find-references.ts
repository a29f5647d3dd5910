/**
 * Finds references in the words of a clause (RULES.md RF1 to RF5). Tolerant in
 * case and spacing, strict in form: `Pasal 5 ayat (2) huruf b`, lists and
 * ranges. Whether the words name something that exists is not asked here.
 */

/** The words a part of a reference may have. */
export type PartWord =
  | "buku"
  | "bab"
  | "bagian"
  | "paragraf"
  | "pasal"
  | "ayat"
  | "huruf"
  | "angka"
  | "diktum"
  | "lampiran";

/** One part: `ayat (2)` is `ayat` and `2`. The ordinal of a lone `Lampiran` is empty. */
export interface ReferencePart {
  readonly word: PartWord;
  readonly ordinal: string;
}

export interface FoundReference {
  /** Offsets in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly words: string;
  /** As written, outermost first. */
  readonly written: readonly ReferencePart[];
  /** With what it takes over from the reference before it in a list: `Pasal 7 ayat (1) dan ayat (2)`. */
  readonly parts: readonly ReferencePart[];
  /** Follows another in the same list or range. */
  readonly continues: boolean;
  /** Names a part of another act. */
  readonly external: boolean;
}

const PART =
  /(?:(pasal)\s+(\d{1,4}[A-Z]{0,2}|[IVX]{1,5})(?![\p{L}\p{N}])|(ayat)\s*\(\s*(\d{1,3}[a-z]?)\s*\)|(huruf)\s+([a-z]{1,2}\d?)(?![\p{L}\p{N}])\)?|(angka)\s+(\d{1,3}[a-z]?)(?![\p{L}\p{N}]|[.,]\d)\)?|(bab)\s+([IVXLC]{1,7}[A-Z]?)(?![\p{L}\p{N}])|(buku|bagian)\s+(ke(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)(?:\s+(?:belas|puluh)(?:\s+(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan))?)?|pertama)(?![\p{L}\p{N}])|(paragraf)\s+(\d{1,3}[A-Z]?)(?![\p{L}\p{N}])|(diktum)\s+(ke[a-z]+(?:\s+(?:belas|puluh)(?:\s+[a-z]+)?)?|pertama)(?![\p{L}\p{N}])|(lampiran)(?:\s+([IVX]{1,5})(?![\p{L}\p{N}]))?(?![\p{L}\p{N}]))/iuy;

/** Words that may begin a reference, to know where to try. */
const START =
  /(?<![\p{L}\p{N}])(?:pasal|ayat|huruf|angka|bab|buku|bagian|paragraf|diktum|lampiran)(?![\p{L}])/giu;

/** What stands between two members of a list or the ends of a range. */
const CONNECTOR =
  /\s*(?:,\s*(?:dan\s*\/\s*atau|dan|atau|serta|sampai\s+dengan|kecuali)?|dan\s*\/\s*atau|dan|atau|serta|sampai\s+dengan|s\.d\.)\s+/iuy;

/** `ayat (1) dan (2)`: the word is not repeated. */
const BARE_AYAT = /\(\s*(\d{1,3}[a-z]?)\s*\)/uy;

/** Words after which a bare huruf, angka or Lampiran refers to something. */
const CUE = /(?:dalam|pada|dimaksud|ketentuan|kecuali|tersebut|huruf|angka|,|dan|atau|selain)\s+$/iu;

/** An act's kind after the reference: `Pasal 5 Undang-Undang Nomor ...`. */
const ACT =
  /^\s*,?\s*(?:(?:dalam|dari|pada)\s+)?(?:Undang\s*-\s*Undang|Peraturan\s+(?:Pemerintah|Presiden|Menteri|Daerah|Gubernur|Bupati|Wali\s*[Kk]ota|Badan|Kepala|Lembaga|Mahkamah|Bersama|Perundang)|Keputusan|Ketetapan|Instruksi|Qanun|Kitab|Perppu|KUH(?:P|AP|Perdata)\b|UUD?\b|PP\b|Perpres\b)/u;

/** The act at hand: `Peraturan Wali Kota ini`, up to five words before `ini`. */
const THIS_ACT = /^\s*,?\s*(?:(?:dalam|dari|pada)\s+)?(?:\p{L}[\p{L}-]*\s+){1,5}?ini(?![\p{L}])/u;

/** The act's number right before: `Peraturan Pemerintah Nomor 11 Tahun 2017 Pasal 203`. */
const ACT_BEFORE = /(?:Nomor|No\.?)\s+\S+\s+Tahun\s+\d{4}\s*,?\s*$/iu;

const RANK: Readonly<Record<PartWord, number>> = {
  lampiran: 0,
  buku: 1,
  bab: 2,
  bagian: 3,
  paragraf: 4,
  diktum: 5,
  pasal: 5,
  ayat: 6,
  huruf: 7,
  angka: 7,
};

/** All references in reading order; they do not overlap. */
export function findReferences(text: string): FoundReference[] {
  const found: FoundReference[] = [];
  let at = 0;
  START.lastIndex = 0;
  for (let hint = START.exec(text); hint; hint = START.exec(text)) {
    if (hint.index < at) continue;
    const chain = readChain(text, hint.index);
    if (chain.length === 0) continue;
    found.push(...chain);
    at = chain.at(-1)?.end ?? at;
    START.lastIndex = at;
  }
  return found;
}

/** One list or range of references from `start` on; empty if there is none. */
function readChain(text: string, start: number): FoundReference[] {
  const chain: { start: number; end: number; written: ReferencePart[]; parts: ReferencePart[] }[] = [];
  let at = start;
  for (;;) {
    const last = chain.at(-1);
    const read = readParts(text, at) ?? (last && readBareAyat(text, at, last.written));
    if (!read) break;
    if (!last && !startsReference(text, start, read.written)) return [];
    chain.push({ start: at, ...read, parts: inherit(last?.parts, read.written) });
    CONNECTOR.lastIndex = read.end;
    const connector = CONNECTOR.exec(text);
    if (!connector) break;
    at = read.end + connector[0].length;
  }
  const end = chain.at(-1)?.end ?? start;
  const external = isExternal(text, start, end);
  return chain.map((each, order) => ({
    start: each.start,
    end: each.end,
    words: text.slice(each.start, each.end),
    written: each.written,
    parts: each.parts,
    continues: order > 0,
    external,
  }));
}

function readParts(text: string, start: number): { end: number; written: ReferencePart[] } | null {
  const written: ReferencePart[] = [];
  let end = start;
  for (let at = start; ;) {
    PART.lastIndex = at;
    const match = PART.exec(text);
    if (!match) break;
    const part = partOf(match);
    const last = written.at(-1);
    if (!part || (last && !fitsUnder(last, part))) break;
    written.push(part);
    end = at + match[0].length;
    const space = /\s+/y;
    space.lastIndex = end;
    const gap = space.exec(text);
    if (!gap) break;
    at = end + gap[0].length;
  }
  return written.length === 0 ? null : { end, written };
}

function partOf(match: RegExpExecArray): ReferencePart | null {
  for (let group = 1; group < match.length; group += 2) {
    const word = match[group]?.toLowerCase();
    if (word === undefined) continue;
    const ordinal = (match[group + 1] ?? "").replace(
      /\s+/g,
      word === "diktum" || word === "bagian" ? " " : "",
    );
    const known = (Object.keys(RANK) as PartWord[]).find((each) => each === word);
    // The pattern ignores case; list letters and Roman numerals do not.
    if (word === "huruf" && ordinal !== ordinal.toLowerCase()) return null;
    if ((word === "bab" || word === "lampiran") && ordinal !== ordinal.toUpperCase()) return null;
    if (word === "lampiran" && !match[group]?.startsWith("L")) return null;
    if (word === "pasal" && /[a-z]/.test(ordinal)) return null;
    return known ? { word: known, ordinal } : null;
  }
  return null;
}

/** `huruf` and `angka` may follow each other either way; all else goes down. */
function fitsUnder(above: ReferencePart, below: ReferencePart): boolean {
  if (RANK[above.word] === 7 && RANK[below.word] === 7) return above.word !== below.word;
  return RANK[above.word] < RANK[below.word];
}

function readBareAyat(
  text: string,
  at: number,
  before: readonly ReferencePart[],
): { end: number; written: ReferencePart[] } | null {
  if (before.at(-1)?.word !== "ayat") return null;
  BARE_AYAT.lastIndex = at;
  const match = BARE_AYAT.exec(text);
  return match ? { end: at + match[0].length, written: [{ word: "ayat", ordinal: match[1] ?? "" }] } : null;
}

/** What stands above the first written part is taken over from the reference before. */
function inherit(
  before: readonly ReferencePart[] | undefined,
  written: readonly ReferencePart[],
): ReferencePart[] {
  const first = written[0];
  if (!before || !first) return [...written];
  const same = before.findIndex((part) => part.word === first.word);
  const above =
    same === -1 ? before.filter((part) => RANK[part.word] < RANK[first.word]) : before.slice(0, same);
  // A Pasal stands by its number alone; headings pass only to headings.
  return first.word === "pasal" || first.word === "diktum" ? [...written] : [...above, ...written];
}

/** A bare huruf, angka, Lampiran or heading needs a word before it that makes it a reference. */
function startsReference(text: string, start: number, written: readonly ReferencePart[]): boolean {
  const first = written[0]?.word;
  if (first === "pasal" || first === "ayat" || first === "diktum") return true;
  return CUE.test(text.slice(Math.max(0, start - 24), start));
}

function isExternal(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 120);
  if (ACT.test(after)) return !THIS_ACT.test(after);
  return ACT_BEFORE.test(text.slice(Math.max(0, start - 60), start));
}
