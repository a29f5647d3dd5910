/** Fixed numbers that are not what counting gives at their place, as after an import (RULES.md CL50 to CL52). */
import type { Cid } from "../ids.ts";
import type { Derived } from "./citation.ts";
import { clauseText, type Clause } from "./clause.ts";
import { KINDS } from "./kinds.ts";
import { counterKeys, deriveNumbering } from "./labels.ts";
import { compareOrdinals, parseOrdinal, parseRoman, type Ordinal } from "./numerals.ts";

export interface NumberFinding {
  readonly cid: Cid;
  /** As printed: `Pasal 5`. */
  readonly label: string;
  /** As it would be printed once every finding is counted: `Pasal 3`. */
  readonly expected: string;
  readonly reason: "gap" | "repeated" | "out-of-order";
}

interface Count {
  /** Where the counter stands with the findings counted. */
  whole: number;
  /** The ordinal printed last. */
  last: Ordinal;
  readonly printed: Set<string>;
}

/** In reading order; empty where every number is the counted one or lawfully another. O(n). [CL50] */
export function numberFindings(derived: Derived): NumberFinding[] {
  const { clauses, tree, numbering } = derived;
  const key = counterKeys(clauses, tree);
  const counts = new Map<number, Count>();
  const reasons = new Map<number, NumberFinding["reason"]>();

  for (const [index, clause] of clauses.entries()) {
    const form = KINDS[clause.kind].label;
    // An entry of the elucidation is named after what it explains.
    if (form === null || clause.quoted || clause.kind === "penjelasan-pasal") continue;
    const count = counts.get(key(index)) ?? {
      whole: 0,
      last: { whole: 0, suffix: "" },
      printed: new Set<string>(),
    };
    counts.set(key(index), count);
    const printed = (numbering.ordinals[index] ?? "").toLowerCase();
    const ordinal = parseOrdinal(numbering.ordinals[index] ?? "", form.ordinal);
    const fixed = clause.number === undefined ? null : ordinal;
    if (fixed === null) {
      count.whole += 1;
    } else if (standsOutsideCount(clauses, index)) {
      count.whole = fixed.whole;
    } else if (!isInsertion(fixed, count)) {
      count.whole += 1;
      if (fixed.whole !== count.whole || fixed.suffix !== "") {
        reasons.set(
          index,
          count.printed.has(printed) ? "repeated" : fixed.whole < count.whole ? "out-of-order" : "gap",
        );
      }
    }
    if (ordinal !== null) count.last = ordinal;
    count.printed.add(printed);
  }
  if (reasons.size === 0) return [];

  const counted = clauses.map((clause, index) => (reasons.has(index) ? withoutNumber(clause) : clause));
  const { labels } = deriveNumbering(counted, tree);
  return [...reasons].map(([index, reason]) => ({
    cid: clauses[index]?.cid ?? ("" as Cid),
    label: numbering.labels[index] ?? "",
    expected: labels[index] ?? "",
    reason,
  }));
}

/** 19A after 19, 19B after 19A. [CL51] */
function isInsertion(fixed: Ordinal, { whole, last }: Count): boolean {
  if (fixed.suffix === "" || (fixed.whole !== whole && fixed.whole !== last.whole)) return false;
  return last.whole !== fixed.whole || compareOrdinals(last, fixed) < 0;
}

/** The Roman Pasal of an amending act, and what was deleted and keeps its number. [CL51] */
function standsOutsideCount(clauses: readonly Clause[], index: number): boolean {
  const clause = clauses[index];
  if (clause?.kind === "pasal" && parseRoman(clause.number ?? "") !== null) return true;
  const text = clause?.kind === "pasal" ? clauses[index + 1] : clause;
  return text !== undefined && /^\(?dihapus\)?\.?;?$/i.test(clauseText(text).trim());
}

function withoutNumber(clause: Clause): Clause {
  const { number: _number, ...counted } = clause;
  return counted;
}
