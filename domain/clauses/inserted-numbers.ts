/**
 * Numbers that a new clause needs where it may not be counted (RULES.md CL29,
 * CL30): the Roman Pasal of an amending act, and in the quoted text of an
 * amendment what follows an insertion such as Pasal 19A.
 */
import type { Clause } from "./clause.ts";
import { KINDS } from "./kinds.ts";
import { deriveNumbering } from "./labels.ts";
import { parseOrdinal, parseRoman, toRoman, type OrdinalForm } from "./numerals.ts";
import { deriveTree, parentOf, type ClauseTree } from "./tree.ts";

export interface NumberChange {
  /** Index in the list, from 0. */
  readonly index: number;
  readonly number: string;
}

/**
 * What must be numbered, or numbered anew, once `clauses[index]` is new among
 * its siblings: itself, and those after it that give way. Empty where counting
 * is right.
 */
export function numbersAfterInsert(
  clauses: readonly Clause[],
  index: number,
  tree: ClauseTree = deriveTree(clauses),
): NumberChange[] {
  const clause = clauses[index];
  const form = clause && KINDS[clause.kind].label;
  if (!clause || !form || clause.number !== undefined) return [];
  if (!clause.quoted) return clause.kind === "pasal" ? romanPasals(clauses, tree, index) : [];
  return afterInsertion(clauses, tree, index, form.ordinal);
}

/** I, II, III through the body of an amending act; empty where its Pasal are counted in digits. [CL29] */
function romanPasals(clauses: readonly Clause[], tree: ClauseTree, index: number): NumberChange[] {
  const isRoman = ({ number }: Clause): boolean => number !== undefined && parseRoman(number) !== null;
  const pasals = [...clauses.entries()].filter(
    ([at, { kind, quoted }]) => kind === "pasal" && !quoted && tree.region[at] === tree.region[index],
  );
  if (!pasals.some(([, pasal]) => isRoman(pasal))) return [];
  const changes: NumberChange[] = [];
  let counted = 0;
  for (const [at, pasal] of pasals) {
    // One with a number of another form was set on purpose and stands outside the count.
    if (pasal.number !== undefined && !isRoman(pasal)) continue;
    const number = toRoman(++counted);
    if (pasal.number !== number) changes.push({ index: at, number });
  }
  return changes;
}

/** 19B after 19A, and 19C for the 19B that stood there. [CL30] */
function afterInsertion(
  clauses: readonly Clause[],
  tree: ClauseTree,
  index: number,
  form: OrdinalForm,
): NumberChange[] {
  const siblings = countedTogether(clauses, tree, index);
  const place = siblings.indexOf(index);
  const first = newNumber(clauses, siblings, place, form);
  if (first === null) return [];
  const changes = [{ index, number: first }];
  let taken = first;
  for (const at of siblings.slice(place + 1)) {
    if (clauses[at]?.number?.toLowerCase() !== taken.toLowerCase()) break;
    taken = nextInserted(taken, form) ?? taken;
    changes.push({ index: at, number: taken });
  }
  return changes;
}

function newNumber(
  clauses: readonly Clause[],
  siblings: readonly number[],
  place: number,
  form: OrdinalForm,
): string | null {
  const before = clauses[siblings[place - 1] ?? -1]?.number;
  const next = before === undefined ? null : nextInserted(before, form);
  if (next !== null) return next;
  // Put before an insertion (Enter at the start of its words): it takes that number, the insertion gives way.
  const after = clauses[siblings[place + 1] ?? -1]?.number;
  const whole = after === undefined ? null : parseOrdinal(after, form);
  if (after === undefined || whole === null || whole.suffix === "") return null;
  const previous = siblings[place - 1];
  if (previous === undefined) return after;
  const printed = deriveNumbering(clauses).ordinals[previous] ?? "";
  return parseOrdinal(printed, form)?.whole === whole.whole ? after : null;
}

/** The clauses that share a counter with `index` (CL6), in order. */
function countedTogether(clauses: readonly Clause[], tree: ClauseTree, index: number): number[] {
  const clause = clauses[index];
  const byRegion = clause && KINDS[clause.kind].label?.scope !== "parent";
  const together: number[] = [];
  for (const [at, each] of clauses.entries()) {
    if (each.kind !== clause?.kind || tree.region[at] !== tree.region[index]) continue;
    if (byRegion || parentOf(tree, at) === parentOf(tree, index)) together.push(at);
  }
  return together;
}

/** 19B for 19A, 1b for 1a, a2 for a1, 19AA for 19Z; null for a number that is no insertion. */
function nextInserted(number: string, form: OrdinalForm): string | null {
  const suffix = parseOrdinal(number, form)?.suffix ?? "";
  if (suffix === "") return null;
  return number.slice(0, number.length - suffix.length) + nextSuffix(suffix);
}

function nextSuffix(suffix: string): string {
  if (/^\d+$/.test(suffix)) return String(Number(suffix) + 1);
  const last = suffix.slice(-1);
  if (last.toLowerCase() === "z") return (last === "Z" ? "A" : "a").repeat(suffix.length + 1);
  return suffix.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + 1);
}
