/** How many were answered, and how fast (RULES.md EX6). */
import { isAnswered } from "../contributions/handling.ts";
import type { ExportInput } from "./export-input.ts";

export interface AnswerFigures {
  readonly received: number;
  readonly withdrawn: number;
  readonly answered: number;
  readonly open: number;
  /** Percent of what was not withdrawn, one decimal; null where there is nothing to answer. */
  readonly shareAnswered: number | null;
  /** Days from input to answer; null where nothing was answered. */
  readonly medianDays: number | null;
}

const DAY_MS = 86_400_000;
const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);

/** Mean of the middle two where their number is even; null of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

export function answerFigures(inputs: readonly ExportInput[]): AnswerFigures {
  const withdrawn = inputs.filter(({ state }) => state === "withdrawn").length;
  const answered = inputs.filter(({ state, answer }) => isAnswered(state) && answer !== null);
  const due = inputs.length - withdrawn;
  const days = answered.flatMap(({ createdOn, answer }) =>
    answer ? [Math.max(0, dayNumber(answer.answeredOn) - dayNumber(createdOn))] : [],
  );
  return {
    received: inputs.length,
    withdrawn,
    answered: answered.length,
    open: due - answered.length,
    shareAnswered: due === 0 ? null : Math.round((answered.length / due) * 1000) / 10,
    medianDays: median(days),
  };
}
