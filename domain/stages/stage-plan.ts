/** Which stages texts of a type pass, what each keeps, how long it may take. Rules: `RULES.md`. */
import { limitEndsOn } from "../calendar-days.ts";
import { STAGES, type Stage } from "../policies/policy.ts";

export const LIMIT_UNITS = ["calendar", "working", "months"] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

/** A rule of a stage, with a time limit where it sets one. */
export interface StageRule {
  readonly text: string;
  readonly limit?: { readonly amount: number; readonly unit: LimitUnit } | undefined;
  /** Article or other origin; absent: a custom to be confirmed. [ST3] */
  readonly source?: string | undefined;
}

export interface PlannedStage {
  readonly stage: Stage;
  /** Who acts. */
  readonly who: string;
  /** Names of what it leaves behind. */
  readonly artefacts: readonly string[];
  readonly rules: readonly StageRule[];
}

export type StagePlan = readonly PlannedStage[];

/** Bounds; texts in UTF-16 units. */
export const PLAN_LIMITS = {
  who: 200,
  artefacts: 30,
  name: 160,
  rules: 20,
  rule: 500,
  source: 200,
  amount: 365,
  note: 2_000,
  url: 2_000,
} as const;

export type PlanFlaw = "order" | "twice" | "no-drafting";

const indexOf = (stage: Stage): number => STAGES.indexOf(stage);

/** What is wrong with the choice of stages; null when nothing is. [ST2] */
export function flawOf(plan: StagePlan): PlanFlaw | null {
  const stages = plan.map(({ stage }) => stage);
  if (new Set(stages).size < stages.length) return "twice";
  if (stages.some((stage, at) => at > 0 && indexOf(stage) < indexOf(stages[at - 1] ?? stage))) return "order";
  return stages.includes("drafting") ? null : "no-drafting";
}

/** The stages of a plan with `current` among them, for choosing from. [ST7] */
export function stagesOf(plan: StagePlan, current: Stage): Stage[] {
  const planned = new Set(plan.map(({ stage }) => stage));
  return STAGES.filter((stage) => stage === current || planned.has(stage));
}

/** The last day of a limit that runs from the day after `from`. [ST4] */
export function ruleEndsOn(from: string, { amount, unit }: NonNullable<StageRule["limit"]>): string {
  if (unit !== "months") return limitEndsOn(from, amount, unit);
  const [year = 0, month = 1, day = 1] = from.split("-").map(Number);
  // The last day of the month where it has no such day.
  const last = new Date(Date.UTC(year, month - 1 + amount + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + amount, Math.min(day, last))).toISOString().slice(0, 10);
}
