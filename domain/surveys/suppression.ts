/**
 * What may be shown beside the total. Groups that are published next to a total
 * publish what is left of it, too: every rule here therefore looks at the rest
 * as if it stood in the table. [SV31-SV36]
 */
import { SMALLEST_GROUP } from "./results.ts";

/** 1 to 4: so few that a figure of them is a figure of somebody. */
export const isTooFew = (n: number): boolean => 0 < n && n < SMALLEST_GROUP;

export interface Sized {
  readonly key: string;
  readonly n: number;
}

/**
 * Which of several sets that make up a total may be shown beside it. Hidden are
 * those of 1 to 4, and, while the hidden ones together are fewer than five, the
 * smallest of the others: what is left of the total is never the figure of 1 to
 * 4 people. Empty sets say nothing and are shown. Ties go by the order given.
 */
export function shownBesideTotal(sets: readonly Sized[]): ReadonlySet<string> {
  const shown = sets.filter(({ n }) => !isTooFew(n));
  let rest = sum(sets) - sum(shown);
  while (isTooFew(rest)) {
    const smallest = shown.reduce<Sized | null>(
      (found, each) => (each.n > 0 && (found === null || each.n < found.n) ? each : found),
      null,
    );
    // Fewer than five in all: there is no total to stand beside.
    if (smallest === null) return new Set();
    shown.splice(shown.indexOf(smallest), 1);
    rest += smallest.n;
  }
  return new Set(shown.map(({ key }) => key));
}

/**
 * The groups of a survey that stand by themselves, once for all its questions;
 * the others are `lainnya`. Empty groups are folded as well, and which of the
 * folded ones was small is not said: otherwise the rule itself would tell.
 */
export function groupsByThemselves(groups: readonly Sized[], ungrouped: number): ReadonlySet<string> {
  const others = { key: "", n: ungrouped };
  const folded = groups.filter(({ n }) => n < SMALLEST_GROUP);
  const rest = { key: "", n: sum(folded) + others.n };
  const whole = groups.filter(({ n }) => n >= SMALLEST_GROUP);
  const shown = shownBesideTotal([...whole, rest]);
  return new Set(whole.flatMap(({ key }) => (shown.has(key) ? [key] : [])));
}

/** One set with how often each answer was given in it. */
export interface Row {
  readonly key: string;
  readonly n: number;
  readonly counts: readonly number[];
}

/**
 * Which of the shown sets may also show how their answers are distributed: those
 * in which no answer was given by 1 to 4, as long as that holds for what is left
 * of the total, too. `rows` are all sets, `shown` the keys of those that appear.
 */
export function distributionsShown(rows: readonly Row[], shown: ReadonlySet<string>): ReadonlySet<string> {
  const isSafe = ({ counts }: Pick<Row, "counts">) => !counts.some(isTooFew);
  const visible = rows.filter((row) => shown.has(row.key) && isSafe(row));
  const rest = () => {
    const hidden = rows.filter((row) => !visible.includes(row));
    return {
      counts: (rows[0]?.counts ?? []).map((_, at) => hidden.reduce((n, row) => n + (row.counts[at] ?? 0), 0)),
    };
  };
  while (visible.some(({ n }) => n > 0) && !isSafe(rest())) {
    const smallest = visible.reduce<Row | null>(
      (found, row) => (row.n > 0 && (found === null || row.n < found.n) ? row : found),
      null,
    );
    if (smallest) visible.splice(visible.indexOf(smallest), 1);
  }
  return new Set(visible.map(({ key }) => key));
}

const sum = (sets: readonly Sized[]): number => sets.reduce((total, { n }) => total + n, 0);
