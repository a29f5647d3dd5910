/** From words to a clause (RULES.md RF6 to RF8). */
import type { Derived } from "../clauses/citation.ts";
import type { Clause, ClauseKind } from "../clauses/clause.ts";
import { KINDS } from "../clauses/kinds.ts";
import { within } from "../clauses/shapes.ts";
import { childrenOf, NO_PARENT, parentOf } from "../clauses/tree.ts";
import type { Cid } from "../ids.ts";
import type { FoundReference, PartWord, ReferencePart } from "./find-references.ts";
import { plainOrdinal, sameOrdinal, WORD_OF } from "./reference-path.ts";

export type Resolution = Cid | "external" | "broken";

/** Kinds whose words point outside: legal bases, the order of an amendment, letterhead and signature. */
const OUTWARD: ReadonlySet<ClauseKind> = new Set([
  "kop",
  "judul",
  "frasa",
  "jabatan",
  "mengingat",
  "memperhatikan",
  "kepada",
  "menetapkan",
  "butir",
  "penutup",
  "tembusan",
]);

/** Whether the references in a clause speak of this text at all. [RF7] */
export function refersInward(derived: Derived, index: number): boolean {
  const { clauses, tree } = derived;
  for (let at = index; at !== NO_PARENT; at = parentOf(tree, at)) {
    const clause = clauses[at];
    if (!clause || clause.quoted || OUTWARD.has(clause.kind)) return false;
    // The opening words of an amending Pasal I speak of the act that is amended, and so does what explains it.
    const explained = clause.explains === undefined ? undefined : derived.indexOf.get(clause.explains);
    const subject = explained !== undefined && explained < at ? explained : at;
    if (subject !== at && !refersInward(derived, subject)) return false;
    if (clause.kind === "pasal" && holdsAmendments(derived, at)) return false;
  }
  return true;
}

function holdsAmendments({ clauses, tree }: Derived, pasal: number): boolean {
  return childrenOf(tree, pasal).some((child) => clauses[child]?.kind === "butir" || clauses[child]?.quoted);
}

/**
 * The clause that a found reference names, read from where it stands: `ayat
 * (1)` in the same Pasal, `huruf a` in the same ayat. `external` for other
 * acts, `broken` for what names nothing here.
 */
export function resolveReference(derived: Derived, from: number, found: FoundReference): Resolution {
  if (found.external || !refersInward(derived, from)) return "external";
  // A consideration has no Pasal of its own text to speak of.
  const inRecital = within(derived.clauses, derived.tree, from, "menimbang") !== NO_PARENT;
  if (inRecital && found.parts[0]?.word !== "huruf") return "external";
  const index = resolveParts(derived, from, found.parts);
  return index === null ? "broken" : (derived.clauses[index]?.cid ?? "broken");
}

/** Index of the clause that the parts name, or null. */
export function resolveParts(derived: Derived, from: number, parts: readonly ReferencePart[]): number | null {
  let base: number | null = null;
  for (const part of parts) {
    base = base === null ? resolveFirst(derived, from, part) : below(derived, base, part);
    if (base === null) return null;
  }
  return base;
}

function resolveFirst(derived: Derived, from: number, part: ReferencePart): number | null {
  const { clauses, tree } = derived;
  switch (part.word) {
    case "pasal":
    case "diktum":
    case "lampiran":
    case "buku":
    case "bab":
      return inRegion(derived, from, part);
    case "bagian":
    case "paragraf": {
      const above = within(clauses, tree, from, part.word === "bagian" ? "bab" : "bagian");
      return above === NO_PARENT ? null : below(derived, above, part);
    }
    case "ayat": {
      const pasal = within(clauses, tree, speaksFrom(derived, from), "pasal");
      return pasal === NO_PARENT ? null : below(derived, pasal, part);
    }
    case "huruf":
    case "angka":
      return nearestItem(derived, from, part);
  }
}

/** Where a clause speaks from: an entry of the Penjelasan speaks from what it explains. */
export function speaksFrom({ clauses, tree, indexOf }: Derived, from: number): number {
  for (let at = from; at !== NO_PARENT; at = parentOf(tree, at)) {
    const explains = clauses[at]?.explains;
    if (explains !== undefined) return indexOf.get(explains) ?? from;
  }
  return from;
}

/** First match in the region of `from`, else in the body: a Lampiran or the Penjelasan speaks of the Pasal of the body. */
function inRegion(derived: Derived, from: number, part: ReferencePart): number | null {
  const { clauses, tree } = derived;
  const own = tree.region[from] ?? 0;
  let elsewhere: number | null = null;
  for (const index of placesOf(derived, part)) {
    if (tree.region[index] === own) return index;
    if (tree.region[index] === 0 || clauses[index]?.kind === "lampiran") elsewhere ??= index;
  }
  return elsewhere;
}

/** By numbering, which is made anew whenever order, kinds or numbers change: where each word with its ordinal stands. */
const placesByNumbering = new WeakMap<Derived["numbering"], Map<string, number[]>>();

/** All clauses of this text that a part could name, in order. A text of 7,500 clauses has thousands of references. */
function placesOf({ clauses, numbering }: Derived, part: ReferencePart): readonly number[] {
  let places = placesByNumbering.get(numbering);
  if (places === undefined) {
    places = new Map();
    for (const [index, clause] of clauses.entries()) {
      const word = WORD_OF[clause.kind];
      if (word === undefined || clause.quoted) continue;
      const key = `${word} ${plainOrdinal(numbering.ordinals[index] ?? "")}`;
      const list = places.get(key);
      if (list === undefined) places.set(key, [index]);
      else list.push(index);
    }
    placesByNumbering.set(numbering, places);
  }
  return places.get(`${part.word} ${plainOrdinal(part.ordinal)}`) ?? [];
}

/** The clause under `base` that a part names: the nearest level first. An ayat of another kind of parent is not seen. */
function below(derived: Derived, base: number, part: ReferencePart): number | null {
  const { clauses, tree } = derived;
  let level = childrenOf(tree, base).filter((child) => !hidden(clauses[child]));
  while (level.length > 0) {
    const match = level.find((child) => matches(derived, child, part));
    if (match !== undefined) return match;
    // Through texts and other lists, but never into an ayat, a Pasal or a heading that was not named.
    level = level
      .filter((child) => passable(clauses[child], part.word))
      .flatMap((child) => childrenOf(tree, child));
  }
  return null;
}

const hidden = (clause: Clause | undefined): boolean => clause?.quoted === true || clause?.kind === "butir";

function passable(clause: Clause | undefined, word: PartWord): boolean {
  if (!clause) return false;
  const { role } = KINDS[clause.kind];
  if (word === "huruf" || word === "angka") return role === "item" || role === "text";
  return false;
}

function matches({ clauses, numbering }: Derived, index: number, part: ReferencePart): boolean {
  const clause = clauses[index];
  return (
    clause !== undefined &&
    WORD_OF[clause.kind] === part.word &&
    sameOrdinal(numbering.ordinals[index] ?? "", part.ordinal)
  );
}

/** A bare `huruf a`: in the lists that one stands in, from the inside out, as far as the ayat or the norm. */
function nearestItem(derived: Derived, from: number, part: ReferencePart): number | null {
  const { clauses, tree } = derived;
  for (let at = speaksFrom(derived, from); at !== NO_PARENT; at = parentOf(tree, at)) {
    const clause = clauses[at];
    if (!clause) return null;
    const { role } = KINDS[clause.kind];
    const norm = role !== "item" && role !== "text";
    const match = below(derived, at, part);
    if (match !== null) return match;
    if (!norm) continue;
    if (role === "provision") return provisionItem(derived, at, part);
    return null;
  }
  return null;
}

/** Considerations name each other by letter; an instruction names those it is addressed to by number. */
function provisionItem(derived: Derived, at: number, part: ReferencePart): number | null {
  const kind = derived.clauses[at]?.kind;
  const among: ClauseKind | null =
    kind === "menimbang" ? "menimbang" : kind === "diktum" || kind === "untuk" ? "kepada" : null;
  if (among === null) return null;
  const index = derived.clauses.findIndex(
    (clause, each) => clause.kind === among && !clause.quoted && matches(derived, each, part),
  );
  return index === -1 ? null : index;
}
