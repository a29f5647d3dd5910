/** Where a round stands, derived from its steps. Rules RV2, RV4, RV15. */
import { dayOf, limitEndsOn } from "../calendar-days.ts";
import type { EpochMs } from "../ids.ts";
import type { Review, ReviewState, ReviewStep } from "./review.ts";

/** `waiting`: the former number is not approved yet. `dropped`: the round ended before anybody decided. */
export type StepState = "waiting" | "open" | "approved" | "returned" | "dropped";

type Steps = Pick<Review, "steps">;
type Round = Pick<Review, "steps" | "state" | "submittedAt">;

/** The state that follows from the steps alone; a withdrawal is the only thing they do not know. [RV4] */
export function stateFromSteps({ steps }: Steps): Exclude<ReviewState, "withdrawn"> {
  if (steps.some(({ decision }) => decision?.kind === "returned")) return "returned";
  return steps.every(({ decision }) => decision?.kind === "approved") ? "approved" : "open";
}

/** Whether all steps of lower numbers are approved. [RV2] */
export const isReached = ({ steps }: Steps, position: number): boolean =>
  steps.every((each) => each.position >= position || each.decision?.kind === "approved");

export function stepState(round: Steps & Pick<Review, "state">, step: ReviewStep): StepState {
  if (step.decision) return step.decision.kind;
  if (round.state !== "open") return "dropped";
  return isReached(round, step.position) ? "open" : "waiting";
}

/** The steps whose turn it is. */
export const openSteps = (round: Steps & Pick<Review, "state">): readonly ReviewStep[] =>
  round.steps.filter((step) => stepState(round, step) === "open");

/** When the step's turn came; null while it has not. */
export function openedAt(round: Round, { position }: ReviewStep): EpochMs | null {
  if (!isReached(round, position)) return null;
  const before = round.steps.filter((each) => each.position < position);
  return Math.max(round.submittedAt, ...before.map(({ decision }) => decision?.at ?? 0));
}

/** The last day of the step, `YYYY-MM-DD` in the authority's zone; null without a deadline, or before its days began to run. [RV15] */
export function dueOn(round: Round, step: ReviewStep, timeZone: string): string | null {
  if (!step.deadline) return null;
  if ("on" in step.deadline) return step.deadline.on;
  const opened = openedAt(round, step);
  const { days, unit } = step.deadline;
  return opened === null ? null : limitEndsOn(dayOf(opened, timeZone), days, unit);
}
