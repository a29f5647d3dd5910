/** draft > opened > closed, and what the clock makes of it. [SV2, SV3] */
import type { EpochMs } from "../ids.ts";
import type { Survey, SurveyPhase } from "./survey.ts";

type Timed = Pick<Survey, "state" | "opensAt" | "closesAt">;

/**
 * Where a survey stands at `now`. The window is half-open, `opensAt <= now <
 * closesAt`, so two surveys that meet at one instant never both take the same
 * answer. Whoever closed it early closed it for good.
 */
export function phaseOf({ state, opensAt, closesAt }: Timed, now: EpochMs): SurveyPhase {
  if (state !== "opened") return state;
  if (now >= closesAt) return "closed";
  return now < opensAt ? "scheduled" : "open";
}

export const acceptsAnswers = (survey: Timed, now: EpochMs): boolean => phaseOf(survey, now) === "open";

/** Its window has ended, and what closing destroys is still there. [SV26] */
export const isDueToClose = ({ state, closesAt }: Timed, now: EpochMs): boolean =>
  state === "opened" && now >= closesAt;
