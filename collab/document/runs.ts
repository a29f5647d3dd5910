import type { Run } from "../../domain/clauses/clause.ts";

const isBreaks = (text: string): boolean => /^\n+$/.test(text);

/**
 * Appends `run`, joined to the last one when both look alike. A line break has
 * no look of its own: it takes that of the words before it, at the start that
 * of the words after it.
 */
export function pushRun(runs: Run[], run: Run): void {
  if (run.text === "") return;
  const last = runs.at(-1);
  const alike =
    last !== undefined && last.bold === run.bold && last.italic === run.italic && last.ref === run.ref;
  if (last === undefined) runs.push(run);
  else if (alike || isBreaks(run.text)) runs[runs.length - 1] = { ...last, text: last.text + run.text };
  else if (runs.length === 1 && isBreaks(last.text)) runs[0] = { ...run, text: last.text + run.text };
  else runs.push(run);
}

export function mergeRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) pushRun(merged, run);
  return merged;
}
