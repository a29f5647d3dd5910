/** How a document is set: which words stand before a clause, and what its outline holds. Pure. */
import { clauseText, type Clause } from "./clause.ts";
import { isItem, isStructural, KINDS } from "./kinds.ts";
import type { Cid } from "../ids.ts";

export interface GazetteLine {
  readonly clause: Clause;
  readonly label: string;
  /** "Menimbang" and its like, before the first of a run of the kind; "" elsewhere. */
  readonly prefix: string;
  /** Of a heading: how deep it stands on the page, from 2 (the page's own title is 1); absent for other clauses. */
  readonly headingLevel?: number;
}

const PASAL_RANK = KINDS.pasal.rank;

/** Pairs clauses with their labels and puts the prefix of a kind before the first of its run. */
export function gazetteLines(clauses: readonly Clause[], labels: readonly string[]): GazetteLine[] {
  let before: Clause["kind"] | undefined;
  const open: number[] = [];
  const levelOf = (kind: Clause["kind"]): number | undefined => {
    const { role, rank } = KINDS[kind];
    if (role !== "heading" || rank > PASAL_RANK) return undefined;
    while ((open.at(-1) ?? -1) >= rank) open.pop();
    open.push(rank);
    return 1 + open.length;
  };
  return clauses.map((clause, index) => {
    const prefix = clause.kind === before ? "" : (KINDS[clause.kind].prefix ?? "");
    // Items and continued text belong to the clause before them and do not end its run.
    if (!isItem(clause.kind) && clause.kind !== "isi" && clause.kind !== "tabel") before = clause.kind;
    const headingLevel = levelOf(clause.kind);
    const line = { clause, label: labels[index] ?? "", prefix };
    return headingLevel === undefined ? line : { ...line, headingLevel };
  });
}

export interface OutlineEntry {
  readonly cid: Cid;
  readonly kind: Clause["kind"];
  readonly label: string;
  readonly heading: string;
  /** 0 for buku and bab, deeper for what stands in them. */
  readonly depth: number;
}

const DEPTH: Partial<Record<Clause["kind"], number>> = {
  buku: 0,
  bab: 0,
  bagian: 1,
  paragraf: 2,
  pasal: 3,
  diktum: 0,
  lampiran: 0,
  "bagian-se": 0,
  "penjelasan-umum": 0,
};

/** The table of contents: structure, dicta, elucidation and annexes, in document order; quoted text left out. */
export function outlineOf(lines: readonly GazetteLine[]): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  for (const { clause, label, prefix } of lines) {
    const depth = DEPTH[clause.kind];
    if (depth === undefined || clause.quoted) continue;
    const titled = KINDS[clause.kind].isTitle === true;
    if (!isStructural(clause.kind) && !titled && !label && !prefix) continue;
    entries.push({
      cid: clause.cid,
      kind: clause.kind,
      label: label || prefix,
      heading: titled ? clauseText(clause).replaceAll("\n", " ") : "",
      depth,
    });
  }
  return entries;
}
