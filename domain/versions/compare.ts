/**
 * Comparison of two texts by clause, for display (RULES.md VS8 to VS12): rows
 * in reading order, what became of each clause as data, word-level marks.
 */
import { citationOf, derive, type Derived } from "../clauses/citation.ts";
import {
  clauseText,
  type Clause,
  type ClauseKind,
  type ClauseLevel,
  type TableValue,
} from "../clauses/clause.ts";
import { parentOf } from "../clauses/tree.ts";
import type { Cid } from "../ids.ts";
import { lineageBetween, type Lineage, type LineageFact, type Origins } from "./lineage.ts";
import { joinMarks, joinTexts, markParts, type WordMark } from "./word-marks.ts";

/** One text of the two. `origins` matter for the later one only. */
export interface ComparisonSide {
  readonly clauses: readonly Clause[];
  readonly origins?: Origins;
}

/** The clause as it stands in one of the texts. */
export interface RowSide {
  readonly kind: ClauseKind;
  readonly level: ClauseLevel;
  /** As printed; empty if none. */
  readonly label: string;
  /** `Pasal 7 ayat (1)`; empty where nothing can be cited. */
  readonly citation: string;
  readonly text: string;
  readonly value?: TableValue;
  readonly quoted?: true;
}

export interface ComparisonRow {
  readonly cid: Cid;
  readonly before?: RowSide;
  readonly after?: RowSide;
  readonly facts: readonly LineageFact[];
  /** For `split`: the source as it was called in the earlier text. For `merged`: the target as it is called now. */
  readonly relative?: { readonly cid: Cid; readonly citation: string };
  /** In both, with another label. Not a fact of lineage. */
  readonly renumbered: boolean;
  /** Moved only because the clause it stands in moved. */
  readonly movedWithParent: boolean;
  readonly marks: readonly WordMark[];
  /** Nothing to see: kept, same words, form, place and label. May be folded. */
  readonly unchanged: boolean;
}

export type ComparisonCount = Readonly<Record<LineageFact["fact"] | "renumbered" | "unchanged", number>>;

export interface Comparison {
  readonly rows: readonly ComparisonRow[];
  /** Number of rows with each fact. */
  readonly counts: ComparisonCount;
}

const has = (facts: readonly LineageFact[], fact: LineageFact["fact"]): boolean =>
  facts.some((each) => each.fact === fact);

/** Compares two texts of one policy, the earlier first. */
export function compareTexts(earlier: ComparisonSide, later: ComparisonSide): Comparison {
  const before = derive(earlier.clauses);
  const after = derive(later.clauses);
  const lineage = lineageBetween(earlier.clauses, later.clauses, later.origins);
  const marks = marksByCid(before, after, lineage);
  const rows = readingOrder(before, after, lineage).map((cid) =>
    rowOf(cid, before, after, lineage, marks.get(cid) ?? []),
  );
  return { rows, counts: countFacts(rows) };
}

/**
 * The later text's order; a clause that is gone stands after the clause it
 * followed in the earlier text, where that one still has its place.
 */
function readingOrder(before: Derived, after: Derived, lineage: Lineage): Cid[] {
  const goneAfter = new Map<Cid | null, Cid[]>();
  let anchor: Cid | null = null;
  for (const [index, { cid }] of before.clauses.entries()) {
    if (before.indexOf.get(cid) !== index) continue;
    if (!after.indexOf.has(cid)) goneAfter.set(anchor, [...(goneAfter.get(anchor) ?? []), cid]);
    else if (!has(lineage.get(cid) ?? [], "moved")) anchor = cid;
  }
  const order = [...(goneAfter.get(null) ?? [])];
  for (const [index, { cid }] of after.clauses.entries()) {
    if (after.indexOf.get(cid) === index) order.push(cid, ...(goneAfter.get(cid) ?? []));
  }
  return order;
}

function rowOf(
  cid: Cid,
  before: Derived,
  after: Derived,
  lineage: Lineage,
  marks: readonly WordMark[],
): ComparisonRow {
  const facts = lineage.get(cid) ?? [];
  const old = sideOf(before, cid);
  const now = sideOf(after, cid);
  const renumbered = old !== undefined && now !== undefined && old.label !== now.label;
  const relative = relativeOf(facts, before, after);
  return {
    cid,
    ...(old === undefined ? {} : { before: old }),
    ...(now === undefined ? {} : { after: now }),
    facts,
    ...(relative === undefined ? {} : { relative }),
    renumbered,
    movedWithParent: has(facts, "moved") && parentMovedToo(cid, before, after, lineage),
    marks,
    unchanged: facts.length === 1 && facts[0]?.fact === "kept" && !renumbered,
  };
}

function sideOf(text: Derived, cid: Cid): RowSide | undefined {
  const index = text.indexOf.get(cid);
  const clause = index === undefined ? undefined : text.clauses[index];
  if (index === undefined || !clause) return undefined;
  return {
    kind: clause.kind,
    level: clause.level,
    label: text.numbering.labels[index] ?? "",
    citation: citationOf(text, index),
    text: clauseText(clause),
    ...(clause.value === undefined ? {} : { value: clause.value }),
    ...(clause.quoted ? { quoted: true as const } : {}),
  };
}

function relativeOf(
  facts: readonly LineageFact[],
  before: Derived,
  after: Derived,
): ComparisonRow["relative"] {
  for (const fact of facts) {
    const [text, cid] =
      fact.fact === "split" ? [before, fact.from] : fact.fact === "merged" ? [after, fact.into] : [];
    if (!text || !cid) continue;
    const index = text.indexOf.get(cid);
    return { cid, citation: index === undefined ? "" : citationOf(text, index) };
  }
  return undefined;
}

/** Same parent in both texts, and that parent moved. */
function parentMovedToo(cid: Cid, before: Derived, after: Derived, lineage: Lineage): boolean {
  const parentCid = (text: Derived): Cid | undefined =>
    text.clauses[parentOf(text.tree, text.indexOf.get(cid) ?? -1)]?.cid;
  const parent = parentCid(after);
  return parent !== undefined && parent === parentCid(before) && has(lineage.get(parent) ?? [], "moved");
}

/**
 * Marks of every row. A clause that was split is marked together with its
 * parts, one that took others in against all their words: so only what was
 * really written or struck is marked.
 */
function marksByCid(before: Derived, after: Derived, lineage: Lineage): Map<Cid, WordMark[]> {
  const textIn = (text: Derived, cid: Cid): string => {
    const clause = text.clauses[text.indexOf.get(cid) ?? -1];
    return clause ? clauseText(clause) : "";
  };
  const parts = new Map<Cid, Cid[]>();
  const taken = new Map<Cid, Cid[]>();
  const put = (map: Map<Cid, Cid[]>, key: Cid, cid: Cid): unknown =>
    map.set(key, [...(map.get(key) ?? []), cid]);
  for (const [cid, facts] of lineage) {
    for (const fact of facts) {
      if (fact.fact === "split") put(parts, fact.from, cid);
      if (fact.fact === "merged") put(taken, fact.into, cid);
    }
  }
  const marks = new Map<Cid, WordMark[]>();
  for (const [cid, facts] of lineage) {
    const old = [cid, ...(taken.get(cid) ?? [])].map((each) => textIn(before, each));
    const family = parts.get(cid) ?? [];
    if (has(facts, "kept") || has(facts, "new")) markFamily(marks, old, [cid, ...family], after, textIn);
    else if (family.length > 0) markFamily(marks, old, family, after, textIn);
    else if (has(facts, "removed")) marks.set(cid, joinMarks([{ op: "removed", text: old.join("") }]));
  }
  return marks;
}

/** Marks of the clauses that share one old wording, in their order in the later text. */
function markFamily(
  marks: Map<Cid, WordMark[]>,
  old: readonly string[],
  cids: readonly Cid[],
  after: Derived,
  textIn: (text: Derived, cid: Cid) => string,
): void {
  const ordered = cids.toSorted((a, b) => (after.indexOf.get(a) ?? 0) - (after.indexOf.get(b) ?? 0));
  const cut = markParts(
    joinTexts(old),
    ordered.map((cid) => textIn(after, cid)),
  );
  for (const [at, cid] of ordered.entries()) marks.set(cid, cut[at] ?? []);
}

function countFacts(rows: readonly ComparisonRow[]): ComparisonCount {
  const counts = {
    kept: 0,
    words: 0,
    form: 0,
    moved: 0,
    split: 0,
    merged: 0,
    new: 0,
    removed: 0,
    renumbered: 0,
    unchanged: 0,
  };
  for (const row of rows) {
    for (const { fact } of row.facts) counts[fact]++;
    if (row.renumbered) counts.renumbered++;
    if (row.unchanged) counts.unchanged++;
  }
  return counts;
}
