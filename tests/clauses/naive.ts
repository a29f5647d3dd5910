/**
 * A second, slow reading of RULES.md CL1 to CL9, written apart from the one in
 * domain/: it cuts the list into regions first, builds nested nodes by looking
 * backwards, and labels them by recursion. `explains` is not covered.
 */
import type { Clause, ClauseKind } from "../../domain/clauses/clause.ts";
import { parseOrdinal, printWhole, type OrdinalForm } from "../../domain/clauses/numerals.ts";

export interface Node {
  readonly index: number;
  readonly children: Node[];
}

const DEPTH: Partial<Record<ClauseKind, number>> = {
  buku: 1,
  bab: 2,
  bagian: 3,
  paragraf: 4,
  pasal: 5,
  "penjelasan-pasal": 5,
  ayat: 6,
  butir: 6,
};
const PROVISIONS: readonly ClauseKind[] = [
  "menimbang",
  "mengingat",
  "memperhatikan",
  "kepada",
  "untuk",
  "diktum",
  "bagian-se",
  "penjelasan-umum",
];
const ITEMS: readonly ClauseKind[] = ["huruf", "angka", "subhuruf", "subangka"];
const byLevel = (kind: ClauseKind): boolean => ITEMS.includes(kind) || kind === "isi";
const isEntry = (kind: ClauseKind): boolean => kind === "penjelasan-umum" || kind === "penjelasan-pasal";

/** Whether `upper` may hold `lower` when `lower` comes later in one region. */
function holds(upper: Clause, lower: Clause): boolean {
  const { kind } = upper;
  const placed = byLevel(lower.kind) || lower.kind === "tabel";
  if (PROVISIONS.includes(kind)) return placed;
  if (byLevel(kind)) return byLevel(lower.kind) && upper.level < lower.level;
  const depth = kind === "penjelasan-pasal" && upper.number?.startsWith("Ayat") ? 6 : DEPTH[kind];
  if (depth === undefined) return false;
  if (placed) return true;
  const below = lower.kind === "penjelasan-pasal" && lower.number?.startsWith("Ayat") ? 6 : DEPTH[lower.kind];
  return below !== undefined && depth < below;
}

/** One region: the indexes that belong to it, and the clause it hangs on. */
interface Region {
  readonly root: number;
  readonly members: number[];
  readonly block: number;
}

/** Cuts the list into regions, by scanning back from each clause for what opened its own. */
export function regionsOf(clauses: readonly Clause[]): Region[] {
  const regions: Region[] = [];
  let outer: Region = { root: -1, members: [], block: 0 };
  regions.push(outer);
  let at = 0;
  let blocks = 0;
  while (at < clauses.length) {
    if (!clauses[at]?.quoted) {
      outer = step(clauses, at, outer, -1, regions);
      at++;
      continue;
    }
    const base = lastOpen(clauses, outer);
    let inner: Region = { root: base, members: [], block: ++blocks };
    regions.push(inner);
    for (; at < clauses.length && clauses[at]?.quoted; at++) inner = step(clauses, at, inner, base, regions);
  }
  return regions;
}

function step(
  clauses: readonly Clause[],
  at: number,
  region: Region,
  base: number,
  regions: Region[],
): Region {
  const kind = clauses[at]?.kind ?? "isi";
  const inEntries = region.members.some((each) => isEntry(clauses[each]?.kind ?? "isi"));
  let own = region;
  if (kind === "lampiran") {
    own = { root: at, members: [], block: region.block };
    regions.push(own);
  } else if (isEntry(kind) && !inEntries) {
    own = { root: base, members: [], block: region.block };
    regions.push(own);
  }
  own.members.push(at);
  return own;
}

/** The innermost clause that could still take something at the end of a region. */
function lastOpen(clauses: readonly Clause[], region: Region): number {
  const last = region.members.at(-1);
  const clause = last === undefined ? undefined : clauses[last];
  if (last === undefined || !clause || last === region.root) return region.root;
  if (byLevel(clause.kind) || DEPTH[clause.kind] !== undefined || PROVISIONS.includes(clause.kind))
    return last;
  return clause.kind === "tabel" ? parentIn(clauses, region, last) : region.root;
}

/** Nearest clause before that holds this one and that nothing in between has closed. */
function parentIn(clauses: readonly Clause[], region: Region, index: number): number {
  const clause = clauses[index];
  if (!clause) return region.root;
  for (const before of region.members.filter((each) => each < index).toReversed()) {
    const upper = clauses[before];
    if (!upper || before === region.root) continue;
    const between = region.members.filter((each) => each > before && each < index);
    const closed = between.some((each) => {
      const middle = clauses[each];
      return middle !== undefined && !holds(upper, middle);
    });
    if (!closed && holds(upper, clause)) return before;
  }
  return region.root;
}

export function naiveTree(clauses: readonly Clause[]): Node[] {
  const nodes: Node[] = clauses.map((_, index) => ({ index, children: [] }));
  const parents = new Map<number, number>();
  for (const region of regionsOf(clauses)) {
    for (const member of region.members) {
      if (member !== region.root) parents.set(member, parentIn(clauses, region, member));
      else parents.set(member, region.block === 0 ? -1 : blockBase(clauses, region.block));
    }
  }
  const roots: Node[] = [];
  for (const node of nodes) (nodes[parents.get(node.index) ?? -1]?.children ?? roots).push(node);
  return roots;
}

function blockBase(clauses: readonly Clause[], block: number): number {
  return regionsOf(clauses).find((region) => region.block === block)?.root ?? -1;
}

export function parentsOf(roots: readonly Node[], size: number): number[] {
  const parents = Array.from({ length: size }, () => -1);
  const walk = (node: Node): void => {
    for (const child of node.children) {
      parents[child.index] = node.index;
      walk(child);
    }
  };
  for (const root of roots) walk(root);
  return parents;
}

const FORMS: Partial<Record<ClauseKind, [OrdinalForm, string, string, "region" | "parent" | "block"]>> = {
  menimbang: ["letter", "", ".", "region"],
  mengingat: ["arabic", "", ".", "region"],
  memperhatikan: ["arabic", "", ".", "region"],
  kepada: ["arabic", "", ".", "region"],
  untuk: ["arabic", "", ".", "region"],
  tembusan: ["arabic", "", ".", "region"],
  diktum: ["words-capitals", "", "", "region"],
  buku: ["words-capitals", "BUKU ", "", "region"],
  bab: ["roman", "BAB ", "", "parent"],
  bagian: ["words", "Bagian ", "", "parent"],
  paragraf: ["arabic", "Paragraf ", "", "parent"],
  pasal: ["arabic", "Pasal ", "", "region"],
  ayat: ["arabic", "(", ")", "parent"],
  huruf: ["letter", "", ".", "parent"],
  angka: ["arabic", "", ".", "parent"],
  subhuruf: ["letter", "", ")", "parent"],
  subangka: ["arabic", "", ")", "parent"],
  butir: ["arabic", "", ".", "parent"],
  "bagian-se": ["letter-capital", "", ".", "region"],
  "penjelasan-pasal": ["arabic", "Pasal ", "", "region"],
  lampiran: ["roman", "LAMPIRAN ", "", "block"],
};
const LONE: readonly ClauseKind[] = [
  "menimbang",
  "mengingat",
  "memperhatikan",
  "kepada",
  "untuk",
  "tembusan",
  "lampiran",
];

/** Each label from a fresh count of all clauses before it that share its counter. */
export function naiveLabels(clauses: readonly Clause[]): string[] {
  const parents = parentsOf(naiveTree(clauses), clauses.length);
  const regions = regionsOf(clauses);
  const regionOf = (index: number): Region | undefined =>
    regions.find(({ members }) => members.includes(index));
  const shares = (a: number, b: number): boolean => {
    const kind = clauses[a]?.kind;
    const scope = kind && FORMS[kind]?.[3];
    if (!kind || kind !== clauses[b]?.kind) return false;
    if (scope === "block") return regionOf(a)?.block === regionOf(b)?.block;
    return regionOf(a) === regionOf(b) && (scope === "region" || parents[a] === parents[b]);
  };
  const spelled = (clause: Clause): boolean =>
    clause.kind === "penjelasan-pasal" && /^(Ayat|Huruf|Angka)\s/.test(clause.number ?? "");
  return clauses.map((clause, index) => {
    const form = FORMS[clause.kind];
    if (!form) return "";
    if (spelled(clause)) return clause.number ?? "";
    const group = clauses.map((_, at) => at).filter((at) => shares(at, index));
    let count = 0;
    for (const at of group) {
      const each = clauses[at];
      if (!each || at > index || spelled(each)) continue;
      count =
        each.number === undefined ? count + 1 : (parseOrdinal(each.number, form[0])?.whole ?? count + 1);
    }
    if (clause.number !== undefined) return form[1] + clause.number + form[2];
    if (LONE.includes(clause.kind) && group.length === 1) return form[1].trim();
    return form[1] + printWhole(count, form[0]) + form[2];
  });
}
