/** The changes of a version as a leader reads them: one per citation. Rule RV21. */
import type { ComparisonRow } from "../versions/compare.ts";

export interface ChangedClause {
  /** As it is cited now; what is gone, as it was. Empty where nothing can be cited. */
  readonly citation: string;
  /** Never empty, in reading order. */
  readonly rows: readonly ComparisonRow[];
}

export interface LeaderChanges {
  readonly changes: readonly ChangedClause[];
  /** Rows that only got another number. */
  readonly renumbered: number;
}

const citationOf = (row: ComparisonRow): string => row.after?.citation || row.before?.citation || "";

/** Nothing but another label. */
const isOnlyRenumbered = ({ facts, renumbered }: ComparisonRow): boolean =>
  renumbered && facts.length === 1 && facts[0]?.fact === "kept";

/** Has no words of its own in either text, such as the heading of a Pasal. */
const isBare = ({ before, after }: ComparisonRow): boolean =>
  !before?.text && !after?.text && !before?.value && !after?.value;

/** Neighbours of one citation are one change; a bare row stands only where nothing else of its citation changed. [RV21] */
export function changesForLeader(rows: readonly ComparisonRow[]): LeaderChanges {
  const changes: { citation: string; rows: ComparisonRow[] }[] = [];
  let renumbered = 0;
  for (const row of rows) {
    if (row.unchanged) continue;
    if (isOnlyRenumbered(row)) {
      renumbered += 1;
      continue;
    }
    const citation = citationOf(row);
    const last = changes.at(-1);
    if (last && citation !== "" && last.citation === citation) last.rows.push(row);
    else changes.push({ citation, rows: [row] });
  }
  return {
    changes: changes.map((change) => {
      const worded = change.rows.filter((row) => !isBare(row));
      return worded.length > 0 ? { ...change, rows: worded } : change;
    }),
    renumbered,
  };
}
