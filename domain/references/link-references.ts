/** Turning words into references, at import, paste and typing (RULES.md RF8, RF13, RF15). */
import { derive, type Derived } from "../clauses/citation.ts";
import { clauseText, type Clause, type Run } from "../clauses/clause.ts";
import { mergeRuns, runWith } from "../clauses/normalise.ts";
import { isCid, type Cid } from "../ids.ts";
import { findReferences } from "./find-references.ts";
import { resolveReference } from "./resolve-reference.ts";

/** The clauses with `ref` on all words that resolve; words that carry one already are left alone. */
export function linkReferences(clauses: readonly Clause[]): Clause[] {
  const derived = derive(clauses);
  return clauses.map((clause, index) => {
    const runs = linkedRuns(derived, index);
    return runs === null ? clause : { ...clause, runs };
  });
}

/** The runs of one clause with its references linked, but for the words in `left`; null if nothing changes. */
export function linkedRuns(
  derived: Derived,
  index: number,
  left: ReadonlySet<string> = new Set(),
): Run[] | null {
  const clause = derived.clauses[index];
  if (!clause) return null;
  const links = findReferences(clauseText(clause)).flatMap((found) => {
    if (left.has(found.words)) return [];
    const target = resolveReference(derived, index, found);
    return isCid(target) ? [{ start: found.start, end: found.end, target }] : [];
  });
  const free = links.filter((link) => !overlapsReference(clause.runs, link));
  return free.length === 0 ? null : withLinks(clause.runs, free);
}

/** Words that look like a reference and carry none: an edit beside them does not bind them. [RF15] */
export function looseWords(clause: Clause): string[] {
  return findReferences(clauseText(clause))
    .filter((found) => !overlapsReference(clause.runs, found))
    .map(({ words }) => words);
}

function overlapsReference(runs: readonly Run[], { start, end }: { start: number; end: number }): boolean {
  let at = 0;
  for (const run of runs) {
    const next = at + run.text.length;
    if (run.ref !== undefined && at < end && next > start) return true;
    at = next;
  }
  return false;
}

function withLinks(
  runs: readonly Run[],
  links: readonly { start: number; end: number; target: Cid }[],
): Run[] {
  const linked: Run[] = [];
  let offset = 0;
  for (const run of runs) {
    const end = offset + run.text.length;
    let at = offset;
    for (const link of links) {
      if (link.end <= at || link.start >= end) continue;
      const from = Math.max(link.start, at);
      const to = Math.min(link.end, end);
      linked.push(runWith(run.text.slice(at - offset, from - offset), run));
      linked.push(runWith(run.text.slice(from - offset, to - offset), { ...run, ref: link.target }));
      at = to;
    }
    linked.push(runWith(run.text.slice(at - offset), run));
    offset = end;
  }
  return mergeRuns(linked);
}

/** References of a copy: those to clauses that were copied along point at the copies. [RF13] */
export function remapReferences(runs: readonly Run[], copies: ReadonlyMap<Cid, Cid>): Run[] {
  return mergeRuns(
    runs.map((run) => {
      const copy = run.ref === undefined ? undefined : copies.get(run.ref);
      return copy === undefined ? run : runWith(run.text, { ...run, ref: copy });
    }),
  );
}
