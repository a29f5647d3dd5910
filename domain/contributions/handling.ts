/** What may be done with an input, and what it becomes (RULES.md CT10 to CT13). */
import type { Contribution, ContributionState } from "./contribution.ts";

/** Acts on an input; who may do them is the access table's. */
export const ACTS = ["triage", "assign", "answer", "correct", "publish", "reopen", "withdraw"] as const;
export type Act = (typeof ACTS)[number];

export const OPEN_STATES: readonly ContributionState[] = ["received", "triaged", "considered"];
export const isOpen = (state: ContributionState): boolean => OPEN_STATES.includes(state);
export const isAnswered = (state: ContributionState): boolean =>
  state === "answered" || state === "published";

/** Its words are shown once somebody has looked at them. [CT12] */
export const isSorted = (state: ContributionState): boolean => state !== "received" && state !== "withdrawn";

type Moderated = Pick<Contribution, "state" | "visibility" | "redactedText" | "redactedProposedText">;

/** Whether the public would read, after sorting anew, what somebody took out or held back before. [CT20] */
export function showsMore(before: Moderated, after: Omit<Moderated, "state">): boolean {
  if (!isSorted(before.state) || after.visibility !== "public") return false;
  const isCutOtherwise = (field: "redactedText" | "redactedProposedText") =>
    before[field] !== null && before[field] !== after[field];
  return (
    before.visibility === "team" || isCutOtherwise("redactedText") || isCutOtherwise("redactedProposedText")
  );
}

type Step = ContributionState | null;

/**
 * The state after an act; null where the act is refused. `assigned`: somebody
 * was given it to answer (for `assign`: is given it now).
 */
export function stateAfter(state: ContributionState, act: Act, assigned: boolean): Step {
  if (state === "withdrawn") return null;
  switch (act) {
    case "triage":
      if (state !== "received") return state;
      return assigned ? "considered" : "triaged";
    case "assign":
      return state === "triaged" && assigned ? "considered" : state;
    case "answer":
      return state === "triaged" || state === "considered" ? "answered" : null;
    case "correct":
      return isAnswered(state) ? state : null;
    case "publish":
      return state === "answered" ? "published" : null;
    case "reopen":
      return isAnswered(state) ? "considered" : null;
    case "withdraw":
      return "withdrawn";
  }
}
