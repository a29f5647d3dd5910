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

interface Surrounding {
  readonly state: "draft" | "announced" | "cancelled";
  readonly opensAt: EpochMs;
  readonly closesAt: EpochMs;
}

/**
 * The survey as its consultation lets it be: it takes answers only inside that
 * one's window, not before it is announced, and never after it was cancelled.
 */
export function insideConsultation(survey: Timed, consultation: Surrounding): Timed {
  const opensAt = Math.max(survey.opensAt, consultation.opensAt);
  const closesAt = Math.min(survey.closesAt, consultation.closesAt);
  if (survey.state !== "opened") return { state: survey.state, opensAt, closesAt };
  if (consultation.state === "cancelled") return { state: "closed", opensAt, closesAt };
  // Opened in a draft: it waits, however long the consultation takes to be announced.
  const waits = consultation.state === "draft";
  return { state: "opened", opensAt: waits ? Infinity : opensAt, closesAt: waits ? Infinity : closesAt };
}
