/** Headings of the body: BUKU, BAB, Bagian, Paragraf, Pasal, whole or damaged. [PR5, PR7] */
import type { ClauseKind } from "../clauses/clause.ts";
import { KINDS } from "../clauses/kinds.ts";
import { parseOrdinal, parseOrdinalWords, type OrdinalForm } from "../clauses/numerals.ts";
import { mendDigits } from "./read-label.ts";

export type HeadingKind = Extract<ClauseKind, "buku" | "bab" | "bagian" | "paragraf" | "pasal">;

export interface PrintedHeading {
  readonly kind: HeadingKind;
  /** The heading in the source, without its title: `BAB IV`, `Pasal l20`. */
  readonly label: string;
  /** What it was read as: `IV`, `120`; empty where the number is not filled in. */
  readonly ordinal: string;
  readonly whole: number;
  readonly suffix: string;
  /** A Pasal counted in Roman numerals: the frame of an amending act. */
  readonly roman: boolean;
  readonly rest: string;
  readonly damaged: boolean;
  readonly placeholder: boolean;
  /** A full stop ends it: `Pasal 5.` may as well be the end of a sentence. */
  readonly stopped: boolean;
}

const WORD =
  /^(["“”„'‘«]?)(BUKU|Buku|BAB|Bab|BAGIAN|Bagian|Bag[rlt][ai]n|PARAGRAF|Paragraf|PASAL|Pasal|Pasa[I1!])(?![a-z])\s*/;
const KIND_OF: Readonly<Record<string, HeadingKind>> = {
  BUKU: "buku",
  BAB: "bab",
  BAG: "bagian",
  PAR: "paragraf",
  PAS: "pasal",
};
const DOTS = /^(?:\.\s?){2,6}|^…+/;

export function readHeading(text: string): PrintedHeading | null {
  const word = WORD.exec(text);
  if (!word) return null;
  const name = word[2] ?? "";
  const kind = KIND_OF[name.toUpperCase().slice(0, 3)] ?? KIND_OF[name.toUpperCase()];
  if (!kind) return null;
  const after = text.slice(word[0].length);
  const broken = /[I1!]$/.test(name) || /^Bag[^i]|^Bagi[^a]/.test(name);
  const dots = DOTS.exec(after)?.[0];
  if (dots !== undefined) {
    const rest = after.slice(dots.length).trim();
    const label = (word[0] + dots).trimEnd();
    return {
      kind,
      label,
      ordinal: "",
      whole: 0,
      suffix: "",
      roman: false,
      rest,
      damaged: false,
      placeholder: true,
      stopped: false,
    };
  }
  const found = kind === "bagian" || kind === "buku" ? readOrdinalWords(after) : readNumber(after, kind);
  if (!found) return null;
  const dot = /^\s?\.(?=\s*$|\s+\p{Lu}{2})/u.exec(after.slice(found.length))?.[0] ?? "";
  const rest = after.slice(found.length + dot.length);
  // "Pasal 5," goes on with a sentence; so does "Pasal 5." but for a heading, which ends there.
  if (/^[.,;:)]/.test(rest.trimStart())) return null;
  const form: OrdinalForm = KINDS[kind].label?.ordinal ?? "arabic";
  const ordinal = parseOrdinal(found.ordinal, form);
  if (!ordinal) return null;
  return {
    kind,
    label: word[0] + after.slice(0, found.length) + dot,
    ordinal: found.ordinal,
    ...ordinal,
    roman: kind === "pasal" && !/^\d/.test(found.ordinal),
    rest: rest.trim(),
    damaged: broken || found.damaged,
    placeholder: false,
    stopped: dot !== "",
  };
}

interface Found {
  readonly ordinal: string;
  readonly length: number;
  readonly damaged: boolean;
}

const TOKEN = /^[^\s.,;:()]+/;

function readNumber(text: string, kind: HeadingKind): Found | null {
  const token = TOKEN.exec(text)?.[0];
  if (token === undefined || token.length > 9) return null;
  const whole = { ordinal: token, length: token.length, damaged: false };
  if (kind === "bab") {
    if (/^[IVXLCDM]+[A-Z]?$/.test(token) && parseOrdinal(token, "roman")) return whole;
    const mended = token.replace(/[l1|!]/g, "I");
    if (/^[IVXLCDM]+$/.test(mended) && parseOrdinal(mended, "roman"))
      return { ...whole, ordinal: mended, damaged: true };
    return /^\d{1,2}[A-Z]?$/.test(token) ? whole : null;
  }
  if (/^\d{1,4}[A-Z]{0,2}$/.test(token) && !/\d[OIQS]$/.test(token)) return whole;
  if (kind === "pasal" && /^[IVX]{1,6}$/.test(token) && parseOrdinal(token, "arabic")) return whole;
  // One letter after digits may be the mark of an insertion; every other letter is a digit of a scan.
  const mended = mendDigits(token);
  if (/^\d{1,4}[A-H]?$/.test(mended)) return { ...whole, ordinal: mended, damaged: true };
  const words = kind === "paragraf" ? readOrdinalWords(text) : null;
  return words ?? null;
}

/** One, two or three words that make an ordinal; the longest that is one. */
function readOrdinalWords(text: string): Found | null {
  const words = /^\S+(?:\s+\S+){0,3}/.exec(text)?.[0] ?? "";
  const ends: number[] = [];
  for (const gap of words.matchAll(/\s+|$/g)) ends.push(gap.index);
  for (const end of ends.toReversed()) {
    const candidate = words.slice(0, end);
    if (/^(?:[Kk][Ee]|PERTAMA|Pertama)/.test(candidate) && parseOrdinalWords(candidate) !== null) {
      return { ordinal: candidate, length: end, damaged: false };
    }
  }
  const token = /^([IVX]{1,5}|\d{1,2})(?=\s|$)/.exec(text)?.[0];
  if (token !== undefined) return { ordinal: token, length: token.length, damaged: false };
  const insertion = /^(\S+)\s([A-Z])(?=\s|$)/.exec(text);
  if (insertion && parseOrdinal(insertion[0], "words"))
    return { ordinal: insertion[0], length: insertion[0].length, damaged: false };
  // "Ketqjuh": the word of a scan; the count gives the number.
  return null;
}
