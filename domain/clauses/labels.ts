/**
 * Labels: what stands in the margin, derived by counting (RULES.md CL5 to
 * CL12). One pass over the list, O(n).
 */
import type { Clause, ClauseKind } from "./clause.ts";
import { EXPLAINED_LABELS, explainedKinds, spelledNumber } from "./elucidation.ts";
import { KINDS, type LabelForm } from "./kinds.ts";
import { parseOrdinal, printWhole } from "./numerals.ts";
import { deriveTree, NO_PARENT, type ClauseTree } from "./tree.ts";

export interface Numbering {
  /** The label as printed: `Pasal 12`, `(3)`, `a.`, `KESATU`; empty if the clause has none. */
  readonly labels: readonly string[];
  /** The ordinal without word or brackets: `12`, `3`, `a`, `19A`, `KESATU`; empty if none. */
  readonly ordinals: readonly string[];
}

/** The printed label of every clause, empty where it has none. */
export function deriveLabels(clauses: readonly Clause[]): string[] {
  return [...deriveNumbering(clauses).labels];
}

/** Labels and bare ordinals together, with the tree reused if the caller has it. */
export function deriveNumbering(clauses: readonly Clause[], known?: ClauseTree): Numbering {
  const explained = explainedKinds(clauses);
  const tree = known ?? deriveTree(clauses, explained);
  const key = counterKeys(clauses, tree);
  const lone = countLone(clauses, key);
  const counters = new Map<number, number>();
  const ordinals: string[] = [];
  const labels: string[] = [];

  for (const [index, clause] of clauses.entries()) {
    const form = KINDS[clause.kind].label;
    if (form === null) {
      ordinals.push("");
      labels.push("");
      continue;
    }
    const target = clause.explains === undefined ? undefined : explained.get(clause.explains);
    if (target && target.index < index) {
      const ordinal = ordinals[target.index] ?? "";
      // Only an entry on a Pasal stands in the count of entries; those on its ayat and huruf do not.
      if (target.kind === "pasal") counters.set(key(index), wholeOf(ordinal, form, counters.get(key(index))));
      ordinals.push(ordinal);
      labels.push(explainedLabel(target.kind, ordinal, labels[target.index] ?? ""));
      continue;
    }
    if (clause.number !== undefined && clause.kind === "penjelasan-pasal" && spelledNumber(clause.number)) {
      ordinals.push(clause.number);
      labels.push(clause.number);
      continue;
    }
    const counted = counters.get(key(index)) ?? 0;
    if (clause.number === undefined) {
      counters.set(key(index), counted + 1);
      const ordinal = form.lone && lone.get(key(index)) === 1 ? "" : printWhole(counted + 1, form.ordinal);
      ordinals.push(ordinal);
      labels.push(printLabel(form, ordinal));
    } else {
      counters.set(key(index), wholeOf(clause.number, form, counted));
      ordinals.push(clause.number);
      labels.push(printLabel(form, clause.number));
    }
  }
  return { labels, ordinals };
}

/** A label from its bare ordinal: `pasal` and `19A` give `Pasal 19A`. Empty for kinds without labels. */
export function labelFromOrdinal(kind: ClauseKind, ordinal: string): string {
  const form = KINDS[kind].label;
  return form === null ? "" : printLabel(form, ordinal);
}

function printLabel(form: LabelForm, ordinal: string): string {
  if (ordinal !== "") return form.before + ordinal + form.after;
  return form.lone === "bare" ? form.before.trimEnd() : "";
}

function explainedLabel(kind: ClauseKind, ordinal: string, label: string): string {
  const form = EXPLAINED_LABELS[kind];
  return form && ordinal !== "" ? form[0] + ordinal + form[1] : label;
}

/** Where the counter stands after a given number. One that cannot be read stands in for a counted one. */
function wholeOf(number: string, form: LabelForm, counted = 0): number {
  return parseOrdinal(number, form.ordinal)?.whole ?? counted + 1;
}

/** A number that names the counter of each clause: its kind with its region, parent or quoted block. */
export function counterKeys(clauses: readonly Clause[], tree: ClauseTree): (index: number) => number {
  const kindNumber = new Map(Object.keys(KINDS).map((kind, order) => [kind, order] as const));
  const span = clauses.length + 1;
  return (index) => {
    const kind = clauses[index]?.kind ?? "isi";
    const scope = KINDS[kind].label?.scope;
    const region = tree.region[index] ?? 0;
    const parent = scope === "parent" ? (tree.parent[index] ?? NO_PARENT) + 1 : 0;
    const place = scope === "block" ? (tree.block[index] ?? 0) : region * span + parent;
    return place * 64 + (kindNumber.get(kind) ?? 0);
  };
}

/** How many clauses share a counter, for the kinds whose lone clause is not numbered. */
function countLone(clauses: readonly Clause[], key: (index: number) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const [index, clause] of clauses.entries()) {
    if (KINDS[clause.kind].label?.lone) counts.set(key(index), (counts.get(key(index)) ?? 0) + 1);
  }
  return counts;
}

/**
 * Words printed before the first label of a run ("Menimbang", "Tembusan"),
 * empty elsewhere. They belong to the page, not to the label.
 */
export function labelPrefix(clauses: readonly Clause[], index: number): string {
  const clause = clauses[index];
  const prefix = clause && KINDS[clause.kind].prefix;
  if (!clause || prefix === undefined) return "";
  for (let at = index - 1; at >= 0; at--) {
    const before = clauses[at];
    if (before?.kind === clause.kind) return "";
    const role = before && KINDS[before.kind].role;
    // Items and texts belong to the provision above them; anything else ends the run.
    if (role !== "item" && role !== "text" && role !== "table") return prefix;
  }
  return prefix;
}
