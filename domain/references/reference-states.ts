/** How every reference of a text stands (RULES.md RF9 to RF12, RF14, RF15). */
import type { Derived } from "../clauses/citation.ts";
import { derive } from "../clauses/citation.ts";
import { clauseText, type Clause, type Run } from "../clauses/clause.ts";
import { mergeRuns, runWith } from "../clauses/normalise.ts";
import { within } from "../clauses/shapes.ts";
import { NO_PARENT } from "../clauses/tree.ts";
import type { Cid } from "../ids.ts";
import { findReferences, type FoundReference, type ReferencePart } from "./find-references.ts";
import { pathOf, sameParts, wordsOf, type PathPart } from "./reference-path.ts";
import { resolveReference, speaksFrom } from "./resolve-reference.ts";

export interface ReferenceState {
  /** The clause that refers. */
  readonly cid: Cid;
  /** Index in its runs; for words without `ref`, of the run they begin in. */
  readonly runIndex: number;
  /** How many runs the words take: more than one where a part of them is bold or italic. */
  readonly runCount: number;
  /** Offset of the words in the text of the clause, UTF-16. */
  readonly start: number;
  readonly words: string;
  /** The clause referred to, or that unbound words would name; null where words that look like a reference name nothing. */
  readonly target: Cid | null;
  /** The clause that took the target in; a correction moves the reference there. Absent while the target is present. */
  readonly mergedInto?: Cid;
  /**
   * `shifted`: the target is there, the words no longer say its label. `broken`: no target.
   * `unbound`: words without `ref` that happen to name `target` now; only a person can tell whether they mean it.
   */
  readonly state: "ok" | "shifted" | "broken" | "unbound";
  /** The words that would say the target's label, in the same form; the words themselves if unbound; null if broken. */
  readonly presentWords: string | null;
}

/** Which clauses a clause took in, as the document notes it. */
export interface MergeNote {
  readonly cid: Cid;
  readonly merged?: readonly Cid[];
}

/** The clause that took in each one that was joined; of several the first. */
export function heirsOf(origins: Iterable<MergeNote>): Map<Cid, Cid> {
  const heirs = new Map<Cid, Cid>();
  for (const { cid, merged = [] } of origins) {
    for (const taken of merged) if (!heirs.has(taken)) heirs.set(taken, cid);
  }
  return heirs;
}

/**
 * All references of a text in reading order, and the words that look like one
 * but name nothing (domain R1) or were never bound [RF15]. With `origins`, a reference to a clause that was
 * joined into another is judged by that one. [RF14]
 */
export function referenceStates(
  clauses: readonly Clause[],
  known?: Derived,
  origins: Iterable<MergeNote> = [],
): ReferenceState[] {
  const derived = known ?? derive(clauses);
  const heirs = heirsOf(origins);
  return clauses.flatMap((_, index) => clauseReferenceStates(derived, index, heirs));
}

/** The clause that now stands for `cid`: itself, or who took it in, through joins in between. Null if none is present. */
function presentOne(derived: Derived, heirs: ReadonlyMap<Cid, Cid>, cid: Cid): Cid | null {
  const seen = new Set<Cid>();
  for (let at: Cid | undefined = cid; at !== undefined && !seen.has(at); at = heirs.get(at)) {
    if (derived.indexOf.has(at)) return at;
    seen.add(at);
  }
  return null;
}

/** By clause, which is another object when its words are others: numbers change more often than words. */
const foundByClause = new WeakMap<Clause, readonly FoundReference[]>();

function foundIn(clause: Clause): readonly FoundReference[] {
  const known = foundByClause.get(clause) ?? findReferences(clauseText(clause));
  foundByClause.set(clause, known);
  return known;
}

/** The same for one clause. */
export function clauseReferenceStates(
  derived: Derived,
  index: number,
  heirs: ReadonlyMap<Cid, Cid> = new Map(),
): ReferenceState[] {
  const clause = derived.clauses[index];
  if (!clause) return [];
  const found = foundIn(clause);
  const states: ReferenceState[] = [];
  const covered = new Set<FoundReference>();
  let before: { found: FoundReference; path: PathPart[] } | null = null;
  for (const reference of referencesIn(clause.runs)) {
    const { start, words, target: cid } = reference;
    const end = start + words.length;
    const inside = found.filter((each) => each.start < end && each.end > start);
    for (const each of inside) covered.add(each);
    const said = inside.length === 1 ? inside[0] : undefined;
    const standing = presentOne(derived, heirs, cid);
    const target = standing === null ? undefined : derived.indexOf.get(standing);
    const moved = standing !== null && standing !== cid && { mergedInto: standing };
    const common = { cid: clause.cid, ...reference, ...moved };
    if (target === undefined) {
      states.push({ ...common, state: "broken", presentWords: null });
      before = null;
      continue;
    }
    const path = pathOf(derived, target);
    const context = said?.continues && before && follows(found, before.found, said) ? before.path : null;
    const present = presentParts(
      path,
      said?.written ?? [],
      context ?? pathOf(derived, speaksFrom(derived, index)),
    );
    const same =
      said !== undefined &&
      said.words === words.trim() &&
      (sameParts(said.written, present) || resolveReference(derived, index, said) === standing);
    states.push({ ...common, state: same ? "ok" : "shifted", presentWords: same ? words : wordsOf(present) });
    before = said ? { found: said, path } : null;
  }
  // A Lampiran may hold forms and samples, whose words speak of nothing here.
  const sample = within(derived.clauses, derived.tree, index, "lampiran") !== NO_PARENT;
  for (const each of sample ? [] : found) {
    const named = covered.has(each) ? "external" : resolveReference(derived, index, each);
    if (named === "external") continue;
    states.push({
      cid: clause.cid,
      runIndex: runAt(clause.runs, each.start),
      runCount: runAt(clause.runs, each.end - 1) - runAt(clause.runs, each.start) + 1,
      start: each.start,
      words: each.words,
      ...(named === "broken"
        ? { target: null, state: "broken", presentWords: null }
        : { target: named, state: "unbound", presentWords: each.words }),
    });
  }
  return states.toSorted((a, b) => a.start - b.start);
}

/** The references among runs: neighbours with one `ref` are one reference, whatever their look. */
function referencesIn(
  runs: readonly Run[],
): { runIndex: number; runCount: number; start: number; words: string; target: Cid }[] {
  const references: { runIndex: number; runCount: number; start: number; words: string; target: Cid }[] = [];
  let start = 0;
  for (const [runIndex, { text, ref }] of runs.entries()) {
    const last = references.at(-1);
    if (ref !== undefined && last?.target === ref && last.runIndex + last.runCount === runIndex) {
      last.runCount++;
      last.words += text;
    } else if (ref !== undefined) {
      references.push({ runIndex, runCount: 1, start, words: text, target: ref });
    }
    start += text.length;
  }
  return references;
}

/** Whether `second` is the member right after `first` in one list. */
function follows(found: readonly FoundReference[], first: FoundReference, second: FoundReference): boolean {
  return found.indexOf(second) === found.indexOf(first) + 1;
}

/**
 * The parts that name the target in the form that was written: from the same
 * word on, or from further out where the place of the words no longer implies
 * what is left unsaid.
 */
function presentParts(
  path: readonly PathPart[],
  written: readonly ReferencePart[],
  context: readonly PathPart[],
): readonly ReferencePart[] {
  let implied = 0;
  while (implied < path.length - 1 && path[implied]?.index === context[implied]?.index) implied++;
  const first = written[0]?.word;
  // Counted from the end, since huruf and angka may come more than once in a path.
  const wanted =
    first === undefined
      ? 0
      : path[path.length - written.length]?.word === first
        ? path.length - written.length
        : path.findIndex((part) => part.word === first);
  const start = wanted === -1 ? implied : Math.min(wanted, implied);
  return path.slice(start).map(({ word, ordinal }) => ({ word, ordinal }));
}

function runAt(runs: readonly Run[], offset: number): number {
  let end = 0;
  for (const [index, run] of runs.entries()) {
    end += run.text.length;
    if (offset < end) return index;
  }
  return Math.max(0, runs.length - 1);
}

/**
 * The runs of a clause with the words of its shifted references corrected, and
 * those to a joined clause moved to the one that took it in.
 * `states` are those of this clause; others are ignored. [RF12, RF14]
 */
export function correctedRuns(clause: Clause, states: readonly ReferenceState[]): Run[] {
  const corrections = new Map<number, { text: string; ref?: Cid }>();
  for (const state of states) {
    if (state.cid !== clause.cid || state.state !== "shifted" || state.presentWords === null) continue;
    const [lead = ""] = /^\s*/.exec(state.words) ?? [];
    const [tail = ""] = /\s*$/.exec(state.words.slice(lead.length)) ?? [];
    const moved = state.mergedInto !== undefined && { ref: state.mergedInto };
    corrections.set(state.runIndex, { text: lead + state.presentWords + tail, ...moved });
    for (let more = 1; more < state.runCount; more++) corrections.set(state.runIndex + more, { text: "" });
  }
  return mergeRuns(
    clause.runs.map((run, index) => {
      const now = corrections.get(index);
      return now === undefined ? run : runWith(now.text, { ...run, ...(now.ref && { ref: now.ref }) });
    }),
  );
}

/** The clauses with every shifted reference corrected; those without one are the same objects. */
export function correctReferences(clauses: readonly Clause[], origins: Iterable<MergeNote> = []): Clause[] {
  const byClause = Map.groupBy(
    referenceStates(clauses, undefined, origins).filter(({ state }) => state === "shifted"),
    ({ cid }) => cid,
  );
  return clauses.map((clause) => {
    const states = byClause.get(clause.cid);
    return states ? { ...clause, runs: correctedRuns(clause, states) } : clause;
  });
}
