/** What may be put after a clause: the offers of the slash menu (RULES.md CL20, CL41). */
import { textsToAyat } from "./ayat-of-texts.ts";
import { clauseText, type Clause, type ClauseKind } from "./clause.ts";
import { holdsItems, shapeAfterEnter } from "./entering.ts";
import { insertionIndex } from "./insertion-place.ts";
import { isItem, isStructural, ITEM_KINDS, KINDS } from "./kinds.ts";
import { containerOf, isLettered, itemShapeBelow, sameShape, shape, within, type Shape } from "./shapes.ts";
import { childrenOf, deriveTree, NO_PARENT, parentOf, type ClauseTree } from "./tree.ts";

const OPENING: readonly ClauseKind[] = [
  "frasa",
  "jabatan",
  "menimbang",
  "mengingat",
  "memperhatikan",
  "kepada",
  "untuk",
  "menetapkan",
];

/**
 * The shapes that may be inserted after `clauses[index]`, the likeliest first,
 * without repetition. A paragraf needs an open bagian, a bagian an open bab (L2
 * 70); an ayat needs a Pasal that holds no amendments; items go at most one
 * level deeper than where one stands and never below the fourth (L2 87h).
 */
export function insertableShapes(
  clauses: readonly Clause[],
  index: number,
  tree: ClauseTree = deriveTree(clauses),
): readonly Shape[] {
  const clause = clauses[index];
  if (!clause) return [shape("isi"), shape("pasal"), shape("bab"), shape("frasa")];
  const offers: Shape[] = [shapeAfterEnter(clauses, index, true, tree)];
  const has = (kind: ClauseKind): boolean => within(clauses, tree, index, kind) !== NO_PARENT;

  const isText = has("pasal") && pasalIsText(clauses, tree, index);
  if (isText && textsToAyat(clauses, index, tree).length > 0) {
    // In an empty text of a Pasal nothing is likelier.
    const awaited = clause.kind === "isi" && clause.level === 0 && clauseText(clause) === "";
    offers.splice(awaited ? 0 : 1, 0, shape("ayat"));
  } else if (has("pasal") && !isText) offers.push(shape(has("butir") ? "butir" : "ayat"));
  offers.push(...itemOffers(clauses, tree, index));
  if (takesText(clause.kind)) offers.push(shape("isi", isItem(clause.kind) ? clause.level - 1 : 0));
  if (takesText(clause.kind)) offers.push(shape("tabel"));

  const { part } = KINDS[clause.kind];
  const container = clauses[containerOf(clauses, tree, index)]?.kind;
  const place = part === "any" && container ? KINDS[container].part : part;
  if (place === "opening" || place === "any") offers.push(...OPENING.map((kind) => shape(kind)));
  if (place === "elucidation") offers.push(shape("penjelasan-pasal"));
  const inBody = place === "body" || place === "annex" || clause.kind === "menetapkan";
  if (inBody && clauses.some((each) => each.kind === "diktum")) offers.push(shape("diktum"));
  if (inBody && clauses.some((each) => each.kind === "bagian-se")) offers.push(shape("bagian-se"));
  if (inBody) {
    offers.push(shape("pasal"));
    if (has("bagian")) offers.push(shape("paragraf"));
    if (has("bab")) offers.push(shape("bagian"));
    offers.push(shape("bab"));
    if (has("buku")) offers.push(shape("buku"));
  }
  if (place === "body" || place === "closing") {
    offers.push(shape("penutup"), shape("tembusan"), shape("penjelasan-umum"), shape("lampiran"));
  }
  if (place === "elucidation" || place === "annex") offers.push(shape("lampiran"));
  return offers.filter(
    (offer, at) =>
      offers.findIndex((each) => sameShape(each, offer)) === at &&
      // Texts that become ayat keep their place.
      ((isText && offer.kind === "ayat") ||
        leavesPlace(clauses, tree, insertionIndex(clauses, index, offer, tree), offer)),
  );
}

/** The same for a clause whose words only call the menu ("/ay") and go when one is chosen: as if it were empty. */
export function shapesInPlace(
  clauses: readonly Clause[],
  index: number,
  tree: ClauseTree = deriveTree(clauses),
): readonly Shape[] {
  const clause = clauses[index];
  return insertableShapes(clause ? clauses.with(index, { ...clause, runs: [] }) : clauses, index, tree);
}

/** Whether what stands from `start` (from 0) on keeps a place when `offer` is put before it. */
export function leavesPlace(
  clauses: readonly Clause[],
  tree: ClauseTree,
  start: number,
  offer: Shape,
): boolean {
  const next = clauses[start];
  // Across the border of a quotation nothing hangs together.
  if (!next || tree.block[start] !== tree.block[start - 1]) return true;
  const { role, part, rank } = KINDS[offer.kind];
  // The closing comes after all norms.
  const container = clauses[containerOf(clauses, tree, start)]?.kind;
  const place = KINDS[next.kind].part === "any" && container ? KINDS[container].part : KINDS[next.kind].part;
  if (part === "closing" || part === "annex" || part === "elucidation") {
    if (place === "body") return false;
  }
  if (isItem(next.kind) || (next.kind === "isi" && next.level > 0)) {
    const holds = holdsItems(offer.kind) || offer.kind === "pasal";
    return holds && next.level <= offer.level + 1 && !clashes(offer, next);
  }
  const inNorm =
    next.kind === "isi" || next.kind === "tabel" || next.kind === "ayat" || next.kind === "butir";
  if (inNorm && offer.kind !== "pasal" && (isStructural(offer.kind) || role === "line")) return false;
  if (next.kind === "ayat" && role === "provision") return false;
  if (!isStructural(offer.kind)) return true;
  for (let at = start; at < clauses.length; at++) {
    const kind = clauses[at]?.kind ?? "isi";
    if (KINDS[kind].rank <= rank || kind === "bab" || kind === "bagian")
      return kind !== "bagian" || rank >= 2;
    if (kind === "paragraf") return rank >= 3;
  }
  return true;
}

/** Whether items from `next` on would not alternate with, or not be of the kind of, the list they come to stand in. */
function clashes(offer: Shape, next: Clause): boolean {
  if (!isItem(next.kind)) return false;
  // A closing phrase stands beside the item at its level: those after it would hang on the item further out.
  if (!isItem(offer.kind)) return offer.kind === "isi" && offer.level > 1;
  if (offer.level === next.level) return offer.kind !== next.kind;
  return offer.level + 1 === next.level && isLettered(offer.kind) === isLettered(next.kind);
}

/** Whether the body of the Pasal begins with plain text. */
function pasalIsText(clauses: readonly Clause[], tree: ClauseTree, index: number): boolean {
  const pasal = within(clauses, tree, index, "pasal");
  const first = childrenOf(tree, pasal)[0];
  return first !== undefined && clauses[first]?.kind === "isi";
}

const takesText = (kind: ClauseKind): boolean =>
  !isStructural(kind) || kind === "pasal" ? kind !== "kop" && kind !== "judul" : false;

/** Item shapes at the level of `index`, at each level above it, and one below it. */
function itemOffers(clauses: readonly Clause[], tree: ClauseTree, index: number): Shape[] {
  const clause = clauses[index];
  if (!clause) return [];
  const offers: Shape[] = [];
  if (holdsItems(clause.kind)) {
    const below = itemShapeBelow(clauses, tree, index);
    if (below) offers.push(below);
    // The first list of a norm may be lettered or numbered.
    const begins = !childrenOf(tree, index).some((child) => isItem(clauses[child]?.kind ?? "isi"));
    if (below?.level === 1 && begins) offers.push(...ITEM_KINDS.slice(0, 2).map((kind) => shape(kind, 1)));
  }
  for (let at = index; at !== NO_PARENT; at = parentOf(tree, at)) {
    const above = clauses[at];
    if (!above || (!isItem(above.kind) && above.kind !== "isi")) break;
    if (isItem(above.kind)) offers.push({ kind: above.kind, level: above.level });
  }
  return offers;
}
