/** Rows of a comparison in groups for the page: each change alone, what stayed folded together. Pure. */
import type { ComparisonRow } from "../../domain/versions/compare.ts";

export type CompareGroup =
  | { readonly type: "change"; readonly row: ComparisonRow; /** From 1. */ readonly at: number }
  | { readonly type: "unchanged"; readonly rows: readonly ComparisonRow[] };

/** Keeps the order; neighbours that are unchanged become one group. */
export function groupRows(rows: readonly ComparisonRow[]): CompareGroup[] {
  const groups: CompareGroup[] = [];
  let folded: ComparisonRow[] = [];
  let at = 0;
  const close = () => {
    if (folded.length > 0) groups.push({ type: "unchanged", rows: folded });
    folded = [];
  };
  for (const row of rows) {
    if (row.unchanged) {
      folded.push(row);
      continue;
    }
    close();
    at += 1;
    groups.push({ type: "change", row, at });
  }
  close();
  return groups;
}
