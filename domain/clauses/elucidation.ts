/**
 * An entry of the Penjelasan (`penjelasan-pasal`) is named after what it
 * explains: `Pasal 12`, below it `Ayat (1)`, below that `Huruf a` (L2 181-190).
 */
import type { Cid } from "../ids.ts";
import type { Clause, ClauseKind, ClauseLevel } from "./clause.ts";

/** Kind and level of every explained clause. */
export type Explained = ReadonlyMap<
  Cid,
  { readonly kind: ClauseKind; readonly level: ClauseLevel; readonly index: number }
>;

/** The clauses that some entry explains. O(n). */
export function explainedKinds(clauses: readonly Clause[]): Explained {
  const wanted = new Set<Cid>();
  for (const { explains } of clauses) if (explains !== undefined) wanted.add(explains);
  const found = new Map<Cid, { kind: ClauseKind; level: ClauseLevel; index: number }>();
  if (wanted.size === 0) return found;
  for (const [index, { cid, kind, level }] of clauses.entries()) {
    if (wanted.has(cid) && !found.has(cid)) found.set(cid, { kind, level, index });
  }
  return found;
}

/** The word and form that an entry prints before the ordinal of what it explains. */
export const EXPLAINED_LABELS: Partial<Record<ClauseKind, readonly [before: string, after: string]>> = {
  buku: ["BUKU ", ""],
  bab: ["BAB ", ""],
  bagian: ["Bagian ", ""],
  paragraf: ["Paragraf ", ""],
  pasal: ["Pasal ", ""],
  ayat: ["Ayat (", ")"],
  huruf: ["Huruf ", ""],
  angka: ["Angka ", ""],
  subhuruf: ["Huruf ", ")"],
  subangka: ["Angka ", ")"],
  butir: ["Angka ", ""],
  diktum: ["Diktum ", ""],
  lampiran: ["Lampiran ", ""],
};

/** A `number` that brings its own word (`Ayat (1)`, `Huruf a`, `Angka 1`): an entry whose target is not known by cid. */
export function spelledNumber(number: string): "Ayat" | "Huruf" | "Angka" | null {
  const word = /^(Ayat|Huruf|Angka)\s/.exec(number)?.[1];
  return word === "Ayat" || word === "Huruf" || word === "Angka" ? word : null;
}

/** Depth of an entry: on a Pasal 5, on an ayat or item below it. Always above items and texts. */
export function penjelasanRank(clause: Clause, explained: Explained): number {
  const target = clause.explains === undefined ? undefined : explained.get(clause.explains);
  if (target) {
    if (target.kind === "ayat" || target.kind === "butir") return 6;
    return target.level > 0 ? 6 + target.level / 2 : 5;
  }
  const word = clause.number === undefined ? null : spelledNumber(clause.number);
  if (word === "Ayat") return 6;
  if (word === "Huruf") return 6.5;
  return word === "Angka" ? 7 : 5;
}
