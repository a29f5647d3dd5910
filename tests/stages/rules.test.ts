import { describe, expect, test } from "vitest";
import { DOCUMENT_TYPES } from "../../domain/clauses/clause.ts";
import type { AccountId } from "../../domain/ids.ts";
import { offeredStages } from "../../domain/policies/offered.ts";
import { STAGES } from "../../domain/policies/policy.ts";
import { defaultPlan } from "../../domain/stages/default-stages.ts";
import { missingArtefacts, pathOf, visitsOf, type StageChange } from "../../domain/stages/path.ts";
import { flawOf, ruleEndsOn, stagesOf, type PlannedStage } from "../../domain/stages/stage-plan.ts";

const ani = "ani" as AccountId;
const planned = (stage: PlannedStage["stage"], more: Partial<PlannedStage> = {}): PlannedStage => ({
  stage,
  who: "",
  artefacts: [],
  rules: [],
  ...more,
});
const change = (from: StageChange["from"], to: StageChange["to"], at: number): StageChange => ({
  from,
  to,
  at,
  by: ani,
});

describe("plans of stages", () => {
  test("[ST1] [ST2] the defaults of every type are lawful plans with who acts and what is kept", () => {
    for (const type of DOCUMENT_TYPES) {
      const plan = defaultPlan(type);
      expect(flawOf(plan), type).toBeNull();
      expect(plan.map(({ stage }) => stage)).toEqual(offeredStages(type, "drafting"));
      for (const { stage, who, artefacts, rules } of plan) {
        expect(who, stage).not.toBe("");
        expect(artefacts.length, stage).toBeGreaterThan(0);
        expect(rules.length, stage).toBeGreaterThan(0);
      }
    }
    expect(defaultPlan("perkada").some(({ stage }) => stage === "council")).toBe(false);
    expect(defaultPlan("perda").find(({ stage }) => stage === "council")?.artefacts).toContain("DIM");
  });

  test("[ST3] what is not verified in the law has no source: fifteen days of facilitation are a custom", () => {
    const rules = defaultPlan("perkada").flatMap((each) => each.rules);
    const fifteen = rules.find(({ limit }) => limit?.amount === 15);
    expect(fifteen).toMatchObject({ limit: { unit: "calendar" } });
    expect(fifteen?.source).toBeUndefined();
    const reporting = rules.find(({ limit }) => limit?.amount === 7);
    expect(reporting?.source).toBe("UU 23/2014 Pasal 249");
  });

  test("[ST2] order, doubles and a plan without drafting are refused", () => {
    expect(flawOf([planned("drafting"), planned("enactment")])).toBeNull();
    expect(flawOf([planned("enactment"), planned("drafting")])).toBe("order");
    expect(flawOf([planned("drafting"), planned("drafting")])).toBe("twice");
    expect(flawOf([planned("planning")])).toBe("no-drafting");
  });

  test("[ST4] limits in calendar days, working days and months, from the day after", () => {
    expect(ruleEndsOn("2026-11-27", { amount: 15, unit: "calendar" })).toBe("2026-12-12");
    expect(ruleEndsOn("2026-11-27", { amount: 7, unit: "working" })).toBe("2026-12-08");
    expect(ruleEndsOn("2026-11-30", { amount: 3, unit: "months" })).toBe("2027-02-28");
    expect(ruleEndsOn("2026-12-31", { amount: 1, unit: "months" })).toBe("2027-01-31");
  });
});

describe("the path of a policy", () => {
  const plan = [
    planned("drafting", { artefacts: ["SK tim"] }),
    planned("internal_review"),
    planned("harmonisation"),
    planned("facilitation", {
      rules: [{ text: "Fasilitasi", limit: { amount: 15, unit: "calendar" } }, { text: "Tanpa batas" }],
    }),
    planned("enactment"),
  ];
  const created = { at: 0, by: ani };

  test("[ST5] going back is normal: every visit keeps its days", () => {
    const visits = visitsOf(
      [
        change("drafting", "internal_review", 10),
        change("internal_review", "drafting", 20),
        change("drafting", "internal_review", 30),
      ],
      created,
      "internal_review",
    );
    expect(visits.map(({ stage, enteredAt, leftAt }) => [stage, enteredAt, leftAt])).toEqual([
      ["drafting", 0, 10],
      ["internal_review", 10, 20],
      ["drafting", 20, 30],
      ["internal_review", 30, null],
    ]);
    const { stages } = pathOf(plan, visits, "internal_review", "UTC");
    expect(stages[0]?.visits).toHaveLength(2);
    expect(stages[1]?.visits.map(({ leftAt }) => leftAt)).toEqual([20, null]);
  });

  test("[ST6] [ST7] passed, current, ahead, skipped; next is the first planned one after", () => {
    const back = [change("drafting", "facilitation", 10), change("facilitation", "internal_review", 20)];
    const path = pathOf(plan, visitsOf(back, created, "internal_review"), "internal_review", "UTC");
    expect(path.stages.map(({ planned: each, state }) => [each.stage, state])).toEqual([
      ["drafting", "passed"],
      ["internal_review", "current"],
      ["harmonisation", "ahead"],
      ["facilitation", "ahead"],
      ["enactment", "ahead"],
    ]);
    expect(path.stages[3]?.visits).toHaveLength(1);
    expect(path.next).toBe("harmonisation");
    const jumped = pathOf(
      plan,
      visitsOf([change("drafting", "facilitation", 10)], created, "facilitation"),
      "facilitation",
      "UTC",
    );
    expect(jumped.stages.map(({ state }) => state)).toEqual([
      "passed",
      "skipped",
      "skipped",
      "current",
      "ahead",
    ]);
    expect(jumped.next).toBe("enactment");
    const last = pathOf(plan, visitsOf([], created, "enactment"), "enactment", "UTC");
    expect(last.next).toBeNull();
  });

  test("[ST7] a stage outside the plan is shown in its place", () => {
    const path = pathOf(plan, visitsOf([], created, "evaluation"), "evaluation", "UTC");
    expect(path.stages.map(({ planned: { stage }, inPlan }) => [stage, inPlan])[4]).toEqual([
      "evaluation",
      false,
    ]);
    expect(path.next).toBe("enactment");
    expect(stagesOf(plan, "evaluation")).toEqual(
      STAGES.filter((stage) => stage === "evaluation" || plan.some((each) => each.stage === stage)),
    );
  });

  test("[ST4] the days of a limit run from the last time the stage was entered, in the authority's zone", () => {
    const entered = Date.UTC(2026, 10, 22, 23);
    const visits = visitsOf([change("drafting", "facilitation", entered)], created, "facilitation");
    const due = (zone: string) => pathOf(plan, visits, "facilitation", zone).stages[3]?.dueOn;
    expect(due("Asia/Makassar")).toEqual(["2026-12-08", null]);
    expect(due("UTC")).toEqual(["2026-12-07", null]);
    const left = visitsOf(
      [change("drafting", "facilitation", 10), change("facilitation", "enactment", 20)],
      created,
      "enactment",
    );
    expect(pathOf(plan, left, "enactment", "UTC").stages[3]?.dueOn).toEqual([null, null]);
  });

  test("[ST9] missing is what is planned and not kept, whatever the case", () => {
    const stage = planned("drafting", { artefacts: ["SK tim", "Konsep awal", "Draf"] });
    expect(missingArtefacts(stage, ["sk TIM ", "Lain"])).toEqual(["Konsep awal", "Draf"]);
  });
});
