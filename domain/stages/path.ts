/** The way of a policy through its stages, read from its record. Rules ST5 to ST7, ST9. */
import { dayOf } from "../calendar-days.ts";
import type { AccountId, EpochMs } from "../ids.ts";
import { STAGES, type Stage } from "../policies/policy.ts";
import { ruleEndsOn, type PlannedStage, type StagePlan } from "./stage-plan.ts";

/** A change of the stage, as the record has it. */
export interface StageChange {
  readonly from: Stage;
  readonly to: Stage;
  readonly at: EpochMs;
  readonly by: AccountId | null;
}

export interface Visit {
  readonly stage: Stage;
  readonly enteredAt: EpochMs;
  /** Who moved it here. */
  readonly by: AccountId | null;
  /** Null for the stage where it stands. */
  readonly leftAt: EpochMs | null;
}

export type PathState = "passed" | "current" | "ahead" | "skipped";

export interface PathStage {
  readonly planned: PlannedStage;
  /** Whether the plan has it; the current stage is shown also where it has not. [ST7] */
  readonly inPlan: boolean;
  readonly state: PathState;
  /** Oldest first. */
  readonly visits: readonly Visit[];
  /** Last day of each rule's limit, by its place among the rules; only of the current stage. [ST4] */
  readonly dueOn: readonly (string | null)[];
}

export interface Path {
  readonly stages: readonly PathStage[];
  readonly next: Stage | null;
}

const indexOf = (stage: Stage): number => STAGES.indexOf(stage);

/** Visits in order; `createdAt` begins the first, at the stage that the first change left, or the present one. [ST5] */
export function visitsOf(
  changes: readonly StageChange[],
  created: { readonly at: EpochMs; readonly by: AccountId | null },
  current: Stage,
): Visit[] {
  const entries = [
    { stage: changes[0]?.from ?? current, ...created },
    ...changes.map(({ to, at, by }) => ({ stage: to, at, by })),
  ];
  return entries.map(({ stage, at, by }, place) => ({
    stage,
    enteredAt: at,
    by,
    leftAt: entries[place + 1]?.at ?? null,
  }));
}

/** The planned stages with what became of them. [ST6, ST7] */
export function pathOf(plan: StagePlan, visits: readonly Visit[], current: Stage, timeZone: string): Path {
  const listed = plan.some(({ stage }) => stage === current)
    ? plan
    : [...plan, { stage: current, who: "", artefacts: [], rules: [] }].toSorted(
        (a, b) => indexOf(a.stage) - indexOf(b.stage),
      );
  const stages = listed.map((planned): PathStage => {
    const own = visits.filter(({ stage }) => stage === planned.stage);
    const entered = own.at(-1)?.enteredAt;
    const due = (limit: PlannedStage["rules"][number]["limit"]): string | null =>
      limit && planned.stage === current && entered !== undefined
        ? ruleEndsOn(dayOf(entered, timeZone), limit)
        : null;
    return {
      planned,
      inPlan: plan.includes(planned),
      state: stateOf(planned.stage, current, own.length > 0),
      visits: own,
      dueOn: planned.rules.map(({ limit }) => due(limit)),
    };
  });
  const next = plan.find(({ stage }) => indexOf(stage) > indexOf(current));
  return { stages, next: next?.stage ?? null };
}

function stateOf(stage: Stage, current: Stage, visited: boolean): PathState {
  if (stage === current) return "current";
  if (indexOf(stage) > indexOf(current)) return "ahead";
  return visited ? "passed" : "skipped";
}

/** Planned names under which nothing is kept, compared without case and outer space. [ST9] */
export function missingArtefacts({ artefacts }: PlannedStage, kept: readonly string[]): string[] {
  const present = new Set(kept.map((name) => name.trim().toLocaleLowerCase("id")));
  return artefacts.filter((name) => !present.has(name.trim().toLocaleLowerCase("id")));
}
