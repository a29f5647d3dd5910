/**
 * Backspace at the start of a clause (RULES.md CL19, CL28): out a level, joined
 * to the clause before, removed when empty, or nothing.
 */
import { clauseText, type Clause } from "./clause.ts";
import { isItem, isStructural, KINDS } from "./kinds.ts";
import { containerOf, mayShareText, previousOfKind, sameShape, within } from "./shapes.ts";
import { outdentedSubtree, settledItems, type ShapeChange } from "./shifting.ts";
import { childrenOf, deriveTree, NO_PARENT, parentOf, type ClauseTree } from "./tree.ts";

/** Whether the text of `clauses[index]` may be appended to that of the clause before it. [CL19] */
export function joinsWithPrevious(
  clauses: readonly Clause[],
  index: number,
  tree: ClauseTree = deriveTree(clauses),
): boolean {
  const clause = clauses[index];
  const before = clauses[index - 1];
  if (!clause || !before || !mayShareText(before, clause)) return false;
  if (clause.kind === before.kind) return true;
  const flows =
    isItem(clause.kind) || clause.kind === "isi" || clause.kind === "ayat" || clause.kind === "butir";
  return flows ? sameNorm(clauses, tree, index) : repeatsOwnKind(clauses, tree, index);
}

/** Both neighbours stand in one Pasal, provision, annex or entry. */
function sameNorm(clauses: readonly Clause[], tree: ClauseTree, index: number): boolean {
  const before = normOf(clauses, tree, index - 1);
  return before !== NO_PARENT && before === normOf(clauses, tree, index);
}

function normOf(clauses: readonly Clause[], tree: ClauseTree, index: number): number {
  const pasal = within(clauses, tree, index, "pasal");
  if (pasal !== NO_PARENT) return pasal;
  const kind = clauses[index]?.kind;
  if (kind !== undefined && !isItem(kind) && kind !== "isi") return index;
  return containerOf(clauses, tree, index);
}

/** A diktum (menimbang, ...) after the list of the diktum before it may be taken into that list's end. */
function repeatsOwnKind(clauses: readonly Clause[], tree: ClauseTree, index: number): boolean {
  const kind = clauses[index]?.kind;
  if (kind === undefined || KINDS[kind].role !== "provision") return false;
  const norm = normOf(clauses, tree, index - 1);
  return clauses[norm]?.kind === kind;
}

/** A stretch of the list: `start` inclusive, `end` exclusive. */
export interface ClauseRange {
  readonly start: number;
  readonly end: number;
}

export type BackspaceAct =
  /** The clause and all that hangs on it take these shapes. */
  | { readonly do: "outdent"; readonly changes: readonly ShapeChange[] }
  /** First what hangs on the clause takes these shapes, then its words join the clause before. */
  | { readonly do: "join"; readonly changes: readonly ShapeChange[] }
  /** Without a word in them, these go as one. */
  | { readonly do: "remove"; readonly range: ClauseRange }
  | { readonly do: "nothing" };

const NOTHING: BackspaceAct = { do: "nothing" };

/**
 * Backspace at the start of a clause: an empty Pasal goes as one; the first
 * item of a list moves out a level; anything else is joined to the clause
 * before it where that is allowed; a text that has become an ayat turns back;
 * an empty clause goes, or the empty one before it; else nothing. [CL19, CL28]
 */
export function backspaceAtStart(
  clauses: readonly Clause[],
  index: number,
  tree: ClauseTree = deriveTree(clauses),
): BackspaceAct {
  const clause = clauses[index];
  const before = clauses[index - 1];
  if (!clause) return NOTHING;
  const own = removableAt(clauses, index, tree);
  // A lone ayat turns back to text first.
  if (own !== null && clauses[own.start]?.kind === "pasal" && clause.kind !== "ayat") {
    return { do: "remove", range: own };
  }
  if (!before) return own === null ? NOTHING : { do: "remove", range: own };
  const out = (): BackspaceAct | null => {
    const changes = outdentedSubtree(clauses, index, tree);
    return changes && { do: "outdent", changes };
  };
  const startsList = isItem(clause.kind) && !(isItem(before.kind) && before.level >= clause.level);
  if (startsList && !sameShape(before, clause)) return out() ?? NOTHING;
  if (joinsWithPrevious(clauses, index, tree)) {
    return { do: "join", changes: changesOfJoin(clauses, index, tree) };
  }
  if (isItem(clause.kind) || clause.kind === "isi" || clause.kind === "ayat") {
    const act = out();
    if (act) return act;
  }
  const range = own ?? (KINDS[before.kind].hasText ? removableAlone(clauses, index - 1, tree) : null);
  return range === null ? NOTHING : { do: "remove", range };
}

function changesOfJoin(clauses: readonly Clause[], index: number, tree: ClauseTree): ShapeChange[] {
  const end = tree.end[index] ?? index + 1;
  if (end === index + 1) return [];
  const left = clauses.toSpliced(index, 1);
  return settledItems(left, index, end - 1).map((change) => ({ ...change, index: change.index + 1 }));
}

/**
 * What goes when a clause without words is deleted: itself, or the whole Pasal
 * whose only body it is. Null where words would go, where what stands below
 * would lose its place, or where nothing would be left of the text. [CL28]
 */
export function removableAt(
  clauses: readonly Clause[],
  index: number,
  tree: ClauseTree = deriveTree(clauses),
): ClauseRange | null {
  const pasal = clauses[index]?.kind === "pasal" ? index : parentOf(tree, index);
  if (clauses[pasal]?.kind === "pasal") {
    const range = { start: pasal, end: tree.end[pasal] ?? pasal + 1 };
    const body = range.end - range.start - 1;
    const empty = body <= 1 && clauses.slice(range.start, range.end).every(isEmpty);
    if (pasal === index || body === 1) {
      return empty && range.end - range.start < clauses.length ? range : null;
    }
  }
  return removableAlone(clauses, index, tree);
}

/** One clause, whether or not its neighbours are empty. */
function removableAlone(clauses: readonly Clause[], index: number, tree: ClauseTree): ClauseRange | null {
  const clause = clauses[index];
  if (!clause || clause.kind === "pasal" || clauses.length === 1 || !isEmpty(clause)) return null;
  const above = parentOf(tree, index);
  if (clauses[above]?.kind === "pasal" && childrenOf(tree, above).length === 1) return null;
  const children = childrenOf(tree, index);
  const range = { start: index, end: index + 1 };
  if (children.length === 0) return range;
  // What stands under a heading goes to the one before it; a bagian without a bab has no place (L2 70).
  const loses = children.some((child) => {
    const kind = clauses[child]?.kind;
    return kind === undefined || !isStructural(kind) || (kind !== "pasal" && kind !== "bab");
  });
  const hasHeir = previousOfKind(clauses, tree, index, clause.kind) !== null;
  return isStructural(clause.kind) && (!loses || hasHeir) ? range : null;
}

const isEmpty = (clause: Clause): boolean =>
  clauseText(clause) === "" && !clause.value?.rows.some((row) => row.some((cell) => cell !== ""));
