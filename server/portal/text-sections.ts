/**
 * Cutting a long text into pages: by BAB, and a BAB that is still too long by
 * Bagian, Paragraf, Pasal. Depends on the words alone, so the same version is
 * always cut at the same places.
 */
import { citationPart, type Derived } from "../../domain/clauses/citation.ts";
import { clauseText, type Clause } from "../../domain/clauses/clause.ts";
import { offersComment } from "../../domain/clauses/commentable.ts";
import { KINDS } from "../../domain/clauses/kinds.ts";
import { subtreeOf } from "../../domain/clauses/tree.ts";
import type { Cid } from "../../domain/ids.ts";

export interface TextSection {
  /** Of its first clause: the section's address. */
  readonly cid: Cid;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** `BAB III`, `Lampiran I`; empty for the opening, and for the body of a text without BAB. */
  readonly label: string;
  readonly heading: string;
  /** `Pasal 4` and `Pasal 9`: the first and last Pasal in it; absent without any. */
  readonly pasal?: readonly [first: string, last: string];
  /** The first clause is not where its BAB begins. */
  readonly continued: boolean;
}

/** Bytes of a page of this many that a person opens at once, before compression; about a third of it goes over the wire. */
const LIMIT = 76_000;
const PER_CLAUSE = 90;
const PER_LINK = 170;

const encoder = new TextEncoder();

/** About how many bytes a clause takes on a page. */
function weightOf(derived: Derived, index: number): number {
  const clause = derived.clauses[index];
  if (!clause) return 0;
  const words = encoder.encode(clauseText(clause)).length;
  const cells = clause.value ? encoder.encode(JSON.stringify(clause.value.rows)).length * 1.5 : 0;
  const link = offersComment(derived.clauses, derived.tree, index) ? PER_LINK : 0;
  return words + cells + link + PER_CLAUSE + clause.runs.length * 8;
}

const isElucidation = (clause: Clause | undefined): boolean =>
  clause !== undefined && KINDS[clause.kind].part === "elucidation";

/** Where a part begins that has a name in the outline. */
function opensPart({ clauses }: Derived, index: number): boolean {
  const clause = clauses[index];
  if (!clause || clause.quoted) return false;
  const before = clauses[index - 1];
  if (clause.kind === "lampiran" || clause.kind === "buku") return true;
  if (clause.kind === "bab") return before?.kind !== "buku";
  if (isElucidation(clause)) return !clauses.slice(0, index).some(isElucidation);
  return false;
}

/** Finer and finer places to cut a part that is too long. */
const FINER: readonly ((derived: Derived, index: number) => boolean)[] = [
  ({ clauses }, index) => clauses[index]?.kind === "bab",
  ({ clauses }, index) => clauses[index]?.kind === "bagian" && clauses[index].quoted !== true,
  ({ clauses }, index) => clauses[index]?.kind === "paragraf" && clauses[index].quoted !== true,
  ({ clauses }, index) => {
    const clause = clauses[index];
    return clause?.quoted !== true && (clause?.kind === "pasal" || clause?.kind === "penjelasan-pasal");
  },
  ({ clauses, tree }, index) => offersComment(clauses, tree, index),
  () => true,
];

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The sections of a text; one when it fits on a page whole. O(n) but for the finer cuts. */
export function textSections(derived: Derived): readonly TextSection[] {
  const { clauses } = derived;
  const weights = clauses.map((_, index) => weightOf(derived, index));
  const weigh = ({ start, end }: Range): number => {
    let sum = 0;
    for (let at = start; at < end; at += 1) sum += weights[at] ?? 0;
    return sum;
  };

  function cut(range: Range, level: number): Range[] {
    if (weigh(range) <= LIMIT) return [range];
    const finer = FINER[level];
    if (!finer) return [range];
    const starts = [range.start];
    for (let at = range.start + 1; at < range.end; at += 1) if (finer(derived, at)) starts.push(at);
    const pieces = starts.map((start, at) => ({ start, end: starts[at + 1] ?? range.end }));
    const small = pieces.flatMap((piece) => cut(piece, level + 1));
    return pack(small, weigh);
  }

  const whole = { start: 0, end: clauses.length };
  if (weigh(whole) <= LIMIT) return [described(derived, whole, true)];
  const starts = [0];
  for (const index of clauses.keys()) if (index > 0 && opensPart(derived, index)) starts.push(index);
  const parts = starts.map((start, at) => ({ start, end: starts[at + 1] ?? clauses.length }));
  return parts.flatMap((part) =>
    cut(part, 0).map((range) => described(derived, range, range.start === part.start)),
  );
}

/** Joins neighbours as long as they fit on one page. */
function pack(pieces: readonly Range[], weigh: (range: Range) => number): Range[] {
  const packed: Range[] = [];
  for (const piece of pieces) {
    const last = packed.at(-1);
    const joined = last && { start: last.start, end: piece.end };
    if (joined && weigh(joined) <= LIMIT) packed[packed.length - 1] = joined;
    else packed.push(piece);
  }
  return packed;
}

function described(derived: Derived, { start, end }: Range, first: boolean): TextSection {
  const { clauses, tree } = derived;
  const clause = clauses[start];
  if (!clause) throw new Error(`no clause at ${start}`);
  const pasal: number[] = [];
  for (let at = start; at < end; at += 1)
    if (clauses[at]?.kind === "pasal" && clauses[at]?.quoted !== true) pasal.push(at);
  const [from, to] = [pasal[0], pasal.at(-1)];
  const named = namedAbove(derived, start);
  // A range cut inside a BAB is named after the BAB it stands in.
  const heading = named === null ? "" : clauseText(clauses[named] as Clause).replaceAll("\n", " ");
  const continued = !first && (named === null || subtreeOf(tree, named).start !== start);
  return {
    cid: clause.cid,
    start,
    end,
    label: named === null ? "" : (derived.numbering.labels[named] ?? ""),
    heading,
    ...(from !== undefined &&
      to !== undefined && { pasal: [citationPart(derived, from), citationPart(derived, to)] as const }),
    continued,
  };
}

/** The heading that names what begins at `index`: itself, or the BAB, buku, lampiran or entry above it. */
function namedAbove({ clauses, tree }: Derived, index: number): number | null {
  const NAMES: readonly Clause["kind"][] = ["bab", "lampiran", "buku"];
  for (let at: number = index; at >= 0; at = tree.parent[at] ?? -1) {
    const kind = clauses[at]?.kind;
    if (kind !== undefined && NAMES.includes(kind)) return at;
  }
  return null;
}

/** The section in which the clause at `index` stands. */
export function sectionAt(sections: readonly TextSection[], index: number): TextSection | undefined {
  return sections.find(({ start, end }) => start <= index && index < end);
}
