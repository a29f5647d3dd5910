/** Where a clause stands, in the words of a reference (RULES.md RF6, RF9). */
import type { Derived } from "../clauses/citation.ts";
import type { ClauseKind } from "../clauses/clause.ts";
import { NO_PARENT, parentOf } from "../clauses/tree.ts";
import type { PartWord, ReferencePart } from "./find-references.ts";

/** The word that cites each kind; kinds without one are passed over. */
export const WORD_OF: Partial<Record<ClauseKind, PartWord>> = {
  buku: "buku",
  bab: "bab",
  bagian: "bagian",
  paragraf: "paragraf",
  pasal: "pasal",
  ayat: "ayat",
  huruf: "huruf",
  subhuruf: "huruf",
  angka: "angka",
  subangka: "angka",
  butir: "angka",
  diktum: "diktum",
  lampiran: "lampiran",
  menimbang: "huruf",
  mengingat: "angka",
  memperhatikan: "angka",
  kepada: "angka",
  untuk: "angka",
  "bagian-se": "huruf",
};

export interface PathPart extends ReferencePart {
  readonly index: number;
}

/**
 * The parts that cite `index`, outermost first. From a Pasal, diktum or
 * lampiran on; a heading with the headings above it. Texts are left out.
 */
export function pathOf({ clauses, tree, numbering }: Derived, index: number): PathPart[] {
  const path: PathPart[] = [];
  for (let at = index; at !== NO_PARENT; at = parentOf(tree, at)) {
    const clause = clauses[at];
    const word = clause && WORD_OF[clause.kind];
    if (word) path.unshift({ word, ordinal: numbering.ordinals[at] ?? "", index: at });
    if (word === "pasal" || word === "diktum" || word === "lampiran") break;
    if (clause?.quoted && !clauses[parentOf(tree, at)]?.quoted) break;
  }
  return path;
}

/** Whether two ordinals are written alike: `19A` = `19a`, `Kedua Belas` = `KEDUA BELAS`, PERTAMA = KESATU. */
export function sameOrdinal(a: string, b: string): boolean {
  return plainOrdinal(a) === plainOrdinal(b);
}

/** One spelling for all that are written alike. */
export const plainOrdinal = (ordinal: string): string =>
  ordinal
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(/^pertama$/, "kesatu");

export const sameParts = (a: readonly ReferencePart[], b: readonly ReferencePart[]): boolean =>
  a.length === b.length &&
  a.every((part, at) => part.word === b[at]?.word && sameOrdinal(part.ordinal, b[at].ordinal));

const PRINTED: Readonly<Record<PartWord, string>> = {
  buku: "Buku",
  bab: "BAB",
  bagian: "Bagian",
  paragraf: "Paragraf",
  pasal: "Pasal",
  ayat: "ayat",
  huruf: "huruf",
  angka: "angka",
  diktum: "Diktum",
  lampiran: "Lampiran",
};

/** Parts as words: `Pasal 8 ayat (2)`, Pasal with a capital, the rest small (L2 80, 84). */
export function wordsOf(parts: readonly ReferencePart[]): string {
  return parts
    .map(({ word, ordinal }) => {
      if (ordinal === "") return PRINTED[word];
      return word === "ayat" ? `ayat (${ordinal})` : `${PRINTED[word]} ${ordinal}`;
    })
    .join(" ");
}
