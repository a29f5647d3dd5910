/** Steps as they are put together on the page, the usual chains, and what is sent. Pure. */
import { isCalendarDay, type DayUnit } from "../../domain/calendar-days.ts";
import { REVIEW_LIMITS } from "../../domain/reviews/review.ts";
import type { AccountId, UnitId } from "../../domain/ids.ts";
import type { ReviewCandidates, SubmitReview } from "../../domain/reviews/reviews.contract.ts";

export type DueMode = "none" | "days" | "date";

export interface StepDraft {
  /** Of the row on the page. */
  readonly key: string;
  /** `account:<id>` or `office:<id>`; empty until somebody is chosen. */
  readonly to: string;
  /** Side by side with the step above it. */
  readonly beside: boolean;
  readonly due: DueMode;
  readonly days: string;
  readonly unit: DayUnit;
  readonly on: string;
}

let made = 0;
export function newStep(to = "", beside = false): StepDraft {
  made += 1;
  return { key: `langkah-${made}`, to, beside, due: "none", days: "3", unit: "working", on: "" };
}

export type StepFlaw = "to" | "days" | "on";

/** What keeps a step from being sent; null when nothing does. */
export function flawOf({ to, due, days, on }: StepDraft): StepFlaw | null {
  if (to === "") return "to";
  const counted = Number(days);
  if (due === "days" && !(Number.isInteger(counted) && counted >= 1 && counted <= REVIEW_LIMITS.days))
    return "days";
  return due === "date" && !isCalendarDay(on) ? "on" : null;
}

/** The number of each step: those side by side share one. The first is never beside anything. */
export function positionsOf(steps: readonly Pick<StepDraft, "beside">[]): number[] {
  let position = 0;
  return steps.map(({ beside }) => {
    if (position === 0 || !beside) position += 1;
    return position;
  });
}

type SentStep = SubmitReview["steps"][number];

/** What is sent. Steps without anybody are left as they are for the caller to refuse. */
export function stepsToSend(steps: readonly StepDraft[]): SentStep[] {
  const positions = positionsOf(steps);
  return steps.map(({ to, due, days, unit, on }, index): SentStep => {
    const [kind, id = ""] = to.split(":");
    return {
      position: positions[index] ?? 1,
      addressee:
        kind === "office"
          ? { kind: "office", unitId: id as UnitId }
          : { kind: "account", accountId: id as AccountId },
      ...(due === "days" && { deadline: { days: Number(days), unit } }),
      ...(due === "date" && { deadline: { on } }),
    };
  });
}

export type TemplateName = "legalThenHead" | "unitAndLegalThenHead" | "headOnly";

/**
 * The usual chains, made of who is there: the legal division by its unit (or
 * its person), the initiating unit, the head of the government (a leader of no
 * unit). Nobody is put in where it is not clear who; chains that lack a part are left out.
 */
export function chainTemplates(
  { people, offices }: ReviewCandidates,
  initiator: UnitId | undefined,
): ReadonlyMap<TemplateName, readonly StepDraft[]> {
  const free = people.filter(({ refused }) => refused === undefined);
  const lawyers = free.filter(({ role }) => role === "legal");
  const asked = new Set(offices.filter(({ deciders }) => deciders > 0).map(({ unitId }) => unitId));
  // The division of another government is no office of this one, though its people may be members.
  const division = lawyers.find(({ unit }) => unit !== undefined && asked.has(unit.id))?.unit;
  const legal = division ? `office:${division.id}` : lawyers[0] && `account:${lawyers[0].accountId}`;
  const heads = free.filter(({ role, unit }) => role === "leader" && unit === undefined);
  const head = heads.length === 1 && heads[0] ? `account:${heads[0].accountId}` : undefined;
  const own = offices.find(({ unitId, deciders }) => unitId === initiator && deciders > 0);
  const chains = new Map<TemplateName, readonly StepDraft[]>();
  if (legal && head) chains.set("legalThenHead", [newStep(legal), newStep(head)]);
  if (legal && head && own && legal !== `office:${own.unitId}`) {
    const first = newStep(`office:${own.unitId}`);
    chains.set("unitAndLegalThenHead", [first, newStep(legal, true), newStep(head)]);
  }
  if (head) chains.set("headOnly", [newStep(head)]);
  return chains;
}
