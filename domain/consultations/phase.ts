/** Where a consultation stands at an instant. */
import type { EpochMs } from "../ids.ts";
import type { Consultation, IdentityRule } from "./consultation.ts";

export const CONSULTATION_PHASES = ["draft", "upcoming", "open", "closed", "cancelled"] as const;
export type ConsultationPhase = (typeof CONSULTATION_PHASES)[number];

type Window = Pick<Consultation, "state" | "opensAt" | "closesAt">;

/** The window is half-open, so that nothing is received at the closing instant. [CO1] */
export function phaseOf({ state, opensAt, closesAt }: Window, now: EpochMs): ConsultationPhase {
  if (state !== "announced") return state;
  if (now < opensAt) return "upcoming";
  return now < closesAt ? "open" : "closed";
}

/** The rule under which clauses may be commented on at `now`; null: not now, or not at all. [CO1] */
export function openCommentRule(
  consultation: Window & Pick<Consultation, "comments">,
  now: EpochMs,
): IdentityRule | null {
  return phaseOf(consultation, now) === "open" ? consultation.comments : null;
}
