/** How a clause is named in a sentence: `Pasal 7 ayat (1) huruf a angka 2`. */
import type { Cid } from "../ids.ts";
import type { Clause } from "./clause.ts";
import { KINDS } from "./kinds.ts";
import { deriveNumbering, type Numbering } from "./labels.ts";
import { deriveTree, NO_PARENT, parentOf, type ClauseTree } from "./tree.ts";

/** A list of clauses with what is derived from the whole of it; made once, asked often. */
export interface Derived {
  readonly clauses: readonly Clause[];
  readonly tree: ClauseTree;
  readonly numbering: Numbering;
  /** Index of each cid; of duplicates the first. */
  readonly indexOf: ReadonlyMap<Cid, number>;
}

/** O(n). */
export function derive(clauses: readonly Clause[]): Derived {
  const tree = deriveTree(clauses);
  const indexOf = new Map<Cid, number>();
  for (const [index, { cid }] of clauses.entries()) if (!indexOf.has(cid)) indexOf.set(cid, index);
  return { clauses, tree, numbering: deriveNumbering(clauses, tree), indexOf };
}

/**
 * The part of a citation that one clause gives, as written in a reference (L2
 * 80, 84): `Pasal 7`, `ayat (1)`, `huruf a`, `BAB IV`, `Lampiran II`. Empty
 * for kinds that are never cited.
 */
export function citationPart({ clauses, numbering }: Derived, index: number): string {
  const clause = clauses[index];
  const form = clause && KINDS[clause.kind].label;
  if (!clause || !form?.citedAs) return "";
  const ordinal = numbering.ordinals[index] ?? "";
  // A lone consideration has no letter: it is cited by its heading.
  if (ordinal === "") return form.citedAs.replace(/ (huruf|angka)$/, "");
  return clause.kind === "ayat" ? `${form.citedAs} (${ordinal})` : `${form.citedAs} ${ordinal}`;
}

/**
 * Full citation: from the Pasal (or diktum, lampiran) down `Pasal 7 ayat (1)
 * huruf a`, `Diktum KEDUA huruf b`; a heading with those above it `BAB II
 * Bagian Kesatu`; an entry of the Penjelasan `Penjelasan Pasal 7 ayat (1)`. A
 * text (`isi`) is cited as what it stands in. Empty where nothing can be cited.
 */
export function citationOf(derived: Derived, index: number): string {
  const { clauses, tree, indexOf } = derived;
  const parts: string[] = [];
  let pasalSeen = false;
  for (let at = index; at !== NO_PARENT; at = parentOf(tree, at)) {
    const clause = clauses[at];
    if (!clause) break;
    if (clause.kind === "penjelasan-pasal") {
      parts.unshift(elucidationCitation(derived, at, clause.explains && indexOf.get(clause.explains)));
      break;
    }
    const { rank, role, part } = KINDS[clause.kind];
    // The number of a Pasal runs through the whole text: the headings above it add nothing.
    const redundant = pasalSeen && role === "heading" && part === "body" && rank < 5;
    const words = redundant ? "" : citationPart(derived, at);
    if (words !== "") parts.unshift(words);
    if (clause.kind === "pasal") pasalSeen = true;
    // A quoted clause is cited by the words of the act it will stand in.
    if (clause.quoted && !clauses[parentOf(tree, at)]?.quoted) break;
  }
  return parts.join(" ");
}

function elucidationCitation(derived: Derived, at: number, target: number | undefined): string {
  const words =
    target === undefined || target >= at ? derived.numbering.labels[at] : citationOf(derived, target);
  return `Penjelasan ${words ?? ""}`.trim();
}
