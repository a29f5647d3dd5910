/** A label that a person types instead of choosing: "(1) ", "a. ", "1) " (RULES.md CL42). */
import { derive } from "./citation.ts";
import { clauseText, type Clause, type ClauseKind } from "./clause.ts";
import { insertableShapes } from "./inserting.ts";
import type { Shape } from "./shapes.ts";
import { mayBecome, reshapedSubtree, withShapes } from "./shifting.ts";

/** The forms of L2 77-87; a letter and a digit may have a suffix. */
const FORMS: readonly (readonly [ClauseKind, RegExp])[] = [
  ["ayat", /^\(\d{1,3}[a-z]?\)$/],
  ["huruf", /^[a-z]{1,2}\d?\.$/],
  ["angka", /^\d{1,3}[a-z]?\.$/],
  ["subhuruf", /^[a-z]{1,2}\d?\)$/],
  ["subangka", /^\d{1,3}[a-z]?\)$/],
];

/**
 * What `clauses[index]` becomes where its whole text is a label and a space: the
 * shape that would print just this label there, which may be its own. Null where
 * the text is something else, or no lawful shape has that label. [CL42]
 */
export function shapeOfTypedLabel(clauses: readonly Clause[], index: number): Shape | null {
  const clause = clauses[index];
  const label = /^(\S{2,6})[ \u00a0]$/.exec(clause ? clauseText(clause) : "")?.[1];
  const form = FORMS.find(([, pattern]) => label !== undefined && pattern.test(label));
  if (!clause || !form) return null;
  const own: Shape = { kind: clause.kind, level: clause.level };
  if (derive(clauses).numbering.labels[index] === label) return own;
  // The label is no word: what may come in is what may come into the empty clause.
  const empty = clauses.with(index, { ...clause, runs: [] });
  const fitting = insertableShapes(empty, index).find((shape) => {
    if (shape.kind !== form[0] || !mayBecome(empty, index, shape)) return false;
    const changes = reshapedSubtree(empty, index, shape);
    return changes !== null && derive(withShapes(empty, changes)).numbering.labels[index] === label;
  });
  return fitting ?? null;
}
