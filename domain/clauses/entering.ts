/** What Enter does (RULES.md CL15, CL16). */
import { clauseText, type Clause, type ClauseKind } from "./clause.ts";
import { isItem, KINDS } from "./kinds.ts";
import { containerOf, itemShapeBelow, listKindBelow, shape, type Shape } from "./shapes.ts";
import { deriveTree, NO_PARENT, parentOf, type ClauseTree } from "./tree.ts";

/** What follows a clause of each kind that neither repeats itself nor stands by level. */
const FOLLOWING: Partial<Record<ClauseKind, ClauseKind>> = {
  kop: "judul",
  judul: "frasa",
  jabatan: "menimbang",
  buku: "bab",
  bab: "pasal",
  bagian: "pasal",
  paragraf: "pasal",
  "bagian-se": "isi",
  "penjelasan-umum": "isi",
  lampiran: "isi",
  tabel: "isi",
};

/**
 * The clause that Enter creates after `clauses[index]`. In the middle of a text
 * (`atEnd` false) both halves keep the shape. [CL15]
 */
export function shapeAfterEnter(
  clauses: readonly Clause[],
  index: number,
  atEnd: boolean,
  tree: ClauseTree = deriveTree(clauses),
): Shape {
  const clause = clauses[index];
  if (!clause) return shape("isi");
  const own: Shape = { kind: clause.kind, level: clause.level };
  if (!atEnd && KINDS[clause.kind].hasText) return own;
  const next = clauses[index + 1];
  const nextIsChild = next !== undefined && parentOf(tree, index + 1) === index;
  if (clause.kind === "pasal") {
    return shape(nextIsChild && (next.kind === "ayat" || next.kind === "butir") ? next.kind : "isi");
  }
  if (clause.kind === "menetapkan") return shape(enactingKind(clauses));
  const following = FOLLOWING[clause.kind];
  if (following) return shape(following);
  // After the opening words of a list the next clause is an item of that list (L2 87).
  if (nextIsChild && isItem(next.kind)) return { kind: next.kind, level: next.level };
  if (holdsItems(clause.kind) && /:\s*$/.test(clauseText(clause)))
    return itemShapeBelow(clauses, tree, index) ?? own;
  return own;
}

function enactingKind(clauses: readonly Clause[]): ClauseKind {
  for (const kind of ["diktum", "bab"] as const) {
    if (clauses.some((clause) => clause.kind === kind)) return kind;
  }
  return "pasal";
}

/** Whether a list may hang on a clause of this kind. */
export const holdsItems = (kind: ClauseKind): boolean =>
  isItem(kind) || kind === "isi" || kind === "ayat" || kind === "butir" || KINDS[kind].role === "provision";

/** Enter in an empty clause: its shape one level out, or null if it stays. [CL16] */
export function shapeOnEmptyEnter(
  clauses: readonly Clause[],
  index: number,
  tree: ClauseTree = deriveTree(clauses),
): Shape | null {
  const clause = clauses[index];
  if (!clause) return null;
  if (isItem(clause.kind)) return itemOut(clauses, tree, index);
  switch (clause.kind) {
    case "isi": {
      if (clause.level > 1) return siblingShapeAt(clauses, tree, index, clause.level - 1);
      const container = clauses[containerOf(clauses, tree, index)]?.kind;
      if (container === undefined || container === "lampiran") return null;
      return container === "penjelasan-umum" ? shape("penjelasan-pasal") : shape(container);
    }
    case "ayat":
    case "butir":
      return shape("pasal");
    case "menimbang":
      return shape("mengingat");
    case "diktum":
      return shape("penutup");
    default:
      return null;
  }
}

/** Containers that stand one after another, so that an item can become the next of them. */
export const isRepeated = (kind: ClauseKind): boolean =>
  kind !== "bagian-se" && kind !== "pasal" && holdsItems(kind) && KINDS[kind].label !== null;

/** An item one level out: like its parent item, else the next of the norm it hangs on, else a text. */
export function itemOut(clauses: readonly Clause[], tree: ClauseTree, index: number): Shape {
  const level = clauses[index]?.level ?? 0;
  if (level > 1) return siblingShapeAt(clauses, tree, index, level - 1);
  const parent = clauses[parentOf(tree, index)];
  return parent && isRepeated(parent.kind) && !isItem(parent.kind) ? shape(parent.kind) : shape("isi");
}

/** The shape of items at `level` in the list that `index` stands in. */
export function siblingShapeAt(
  clauses: readonly Clause[],
  tree: ClauseTree,
  index: number,
  level: number,
): Shape {
  let at = parentOf(tree, index);
  for (; at !== NO_PARENT; at = parentOf(tree, at)) {
    const clause = clauses[at];
    if (!clause || (!isItem(clause.kind) && clause.kind !== "isi")) break;
    if (isItem(clause.kind) && clause.level === level) return { kind: clause.kind, level: clause.level };
    if (clause.level < level) break;
  }
  if (at === NO_PARENT) return shape("huruf", level);
  const present = itemShapeBelow(clauses, tree, at);
  return present?.level === level ? present : shape(listKindBelow(clauses, tree, at), level);
}
