/**
 * A clause (ketentuan) is any unit of the text with an id of its own. A
 * document is one flat list of clauses; the tree and every label are derived
 * (`tree.ts`, `labels.ts`). See `RULES.md`.
 */
import type { Cid } from "../ids.ts";

/** Kinds in order of appearance. The law's own units keep their Indonesian names (domain words: UU 12/2011 Lampiran II). */
export const CLAUSE_KINDS = [
  "kop",
  "judul",
  "frasa",
  "jabatan",
  "menimbang",
  "mengingat",
  "memperhatikan",
  "kepada",
  "untuk",
  "menetapkan",
  "diktum",
  "buku",
  "bab",
  "bagian",
  "paragraf",
  "pasal",
  "ayat",
  "huruf",
  "angka",
  "subhuruf",
  "subangka",
  "isi",
  "butir",
  "bagian-se",
  "penutup",
  "penjelasan-umum",
  "penjelasan-pasal",
  "lampiran",
  "tabel",
  "tembusan",
] as const;

export type ClauseKind = (typeof CLAUSE_KINDS)[number];

/** How deep a list item or `isi` stands under its parent; 0 for every other kind. */
export type ClauseLevel = 0 | 1 | 2 | 3 | 4;

/** A stretch of text with one look. Neighbours with equal marks are merged; a line break is `\n`. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  /** The cid of the deepest target that these words refer to. */
  readonly ref?: Cid;
}

/** Cells of a `tabel`: rows of plain text, the first `head` of them a header. */
export interface TableValue {
  readonly head: number;
  readonly rows: readonly (readonly string[])[];
}

export interface Clause {
  readonly cid: Cid;
  readonly kind: ClauseKind;
  readonly level: ClauseLevel;
  readonly runs: readonly Run[];
  /** The ordinal as printed without word or brackets (`19A`, `1a`, `XIIA`), only where it must not be counted. */
  readonly number?: string;
  /** Stands inside the quoted text of an amendment. */
  readonly quoted?: true;
  /** For `penjelasan-pasal`: the clause it explains. */
  readonly explains?: Cid;
  readonly value?: TableValue;
}

/** The text of a clause without marks. */
export function clauseText(clause: { readonly runs: readonly Run[] }): string {
  let text = "";
  for (const run of clause.runs) text += run.text;
  return text;
}

export const DOCUMENT_TYPES = ["perda", "perkada", "keputusan", "instruksi", "se", "uu"] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];
