/**
 * Which numbers must be kept because counting would not give them. A clause
 * whose printed number is the one that is due is counted; every other keeps
 * what is printed, and a warning tells where the law would not have it so. [PR7]
 */
import type { Clause } from "../clauses/clause.ts";
import { KINDS } from "../clauses/kinds.ts";
import { labelFromOrdinal } from "../clauses/labels.ts";
import { parseOrdinal, printWhole } from "../clauses/numerals.ts";
import { deriveTree } from "../clauses/tree.ts";
import type { Draft } from "./drafts.ts";
import type { ParseWarning } from "./warnings.ts";

/** Sets `number` on the drafts that need it. O(n). `clauses[i]` is made from `drafts[i]`, without its number. */
export function settleNumbers(drafts: readonly Draft[], clauses: readonly Clause[]): ParseWarning[] {
  const warnings: ParseWarning[] = [];
  const tree = deriveTree(clauses);
  const counters = new Map<string, { whole: number; seen: number }>();
  const lone = new Map<string, Draft[]>();

  for (const [index, draft] of drafts.entries()) {
    const form = KINDS[draft.kind].label;
    if (!form || draft.explains !== undefined || draft.number !== undefined) continue;
    const region = tree.region[index] ?? 0;
    const place =
      form.scope === "block"
        ? `block ${tree.block[index] ?? 0}`
        : `${region} ${form.scope === "parent" ? (tree.parent[index] ?? -1) : ""}`;
    const key = `${draft.kind} ${place}`;
    const counter = counters.get(key) ?? { whole: 0, seen: 0 };
    counters.set(key, counter);
    if (form.lone) lone.set(key, [...(lone.get(key) ?? []).slice(0, 1), draft]);
    const due = printWhole(counter.whole + 1, form.ordinal);
    counter.seen++;
    const printed = draft.ordinal;
    const value = printed === undefined ? null : parseOrdinal(printed, form.ordinal);
    if (printed === undefined) {
      counter.whole++;
      continue;
    }
    if (
      printed === due ||
      value === null ||
      (value.whole === counter.whole + 1 && value.suffix === "" && sameForm(printed, due))
    ) {
      if (value === null || printed !== due) keep(draft, printed, due);
      counter.whole++;
      continue;
    }
    keep(draft, printed, due);
    const roman = draft.kind === "pasal" && /^[IVX]/.test(printed);
    const free =
      (roman && value.whole === counter.whole + 1) ||
      value.suffix !== "" ||
      (draft.quoted && counter.seen === 1);
    if (!free) {
      warnings.push({
        line: draft.line,
        code: value.whole > counter.whole + 1 ? "label-gap" : "label-differs",
        found: draft.label,
        expected: labelFromOrdinal(draft.kind, due),
      });
    }
    counter.whole = value.whole;
  }
  for (const [only, second] of lone.values()) {
    if (only && !second && only.ordinal !== undefined) only.number = only.ordinal;
  }
  return warnings;
}

/** The words of an ordinal differ only in case, spacing or age ("Pertama"): the count prints today's form. */
const sameForm = (printed: string, due: string): boolean => {
  const bare = (text: string): string => text.toLowerCase().replace(/\s+/g, "");
  return bare(printed) === bare(due);
};

function keep(draft: Draft, printed: string, due: string): void {
  if (!sameForm(printed, due)) draft.number = printed;
}
