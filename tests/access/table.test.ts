import { describe, expect, test } from "vitest";
import {
  decideGeneral,
  decideOnPolicy,
  GENERAL_ACTIONS,
  mayBecome,
  POLICY_ACTIONS,
  type PolicyAction,
} from "../../domain/access/access.ts";
import { mayDecideOn } from "../../domain/access/separation.ts";
import { ACCOUNT_ROLES, type AccountRole } from "../../domain/accounts/account.ts";
import type { AccountId } from "../../domain/ids.ts";
import { POLICY_ROLES, STAGES, type PolicyRole, type Stage } from "../../domain/policies/policy.ts";

const CLOSED: readonly Stage[] = ["enactment", "promulgation", "reporting_up", "publication", "monitoring"];

/** Written from the rules, not from the code. */
function expectedOnPolicy(
  action: PolicyAction,
  role: AccountRole,
  relation: PolicyRole | null,
  stage: Stage,
): boolean {
  const at = (from: Stage) => STAGES.indexOf(stage) >= STAGES.indexOf(from);
  const byRole =
    role === "admin" ||
    role === "legal" ||
    (role === "leader" && at("internal_review")) ||
    (role === "facilitator" && at("public_consultation"));
  if (relation === null && !byRole) return false;
  if (action === "policy.read" || action === "document.open") return true;
  if (action === "policy.members") return relation === "owner" || role === "admin";
  if (action === "policy.change") return relation === "owner" || role === "legal";
  const outsider = role === "respondent" || role === "organisation";
  const writes = relation === "owner" || relation === "drafter";
  if (action === "policy.erase") return role === "legal" && !writes;
  const feature = action.split(".")[0] ?? "";
  if (action === "consultation.read" || action === "review.read" || action === "review.decide") return true;
  if (action === "review.submit") return relation === "owner" && !outsider;
  if (action === "contribution.read" || action.endsWith(".read"))
    return !outsider && !(role === "admin" && relation === null);
  if (action === "consultation.manage") return writes && !outsider;
  if (action === "contribution.answer") return (writes && !outsider) || role === "legal";
  if (action === "contribution.triage")
    return (writes && !outsider) || role === "legal" || role === "facilitator";
  if (feature === "survey" || feature === "workshop") return (writes && !outsider) || role === "facilitator";
  return writes && role !== "respondent" && role !== "organisation" && !CLOSED.includes(stage);
}

describe("the access table", () => {
  test("[AC6] [AC7] [AC8] [AC9] [AC10] [AC11] [AC16] [AC17] [AC19] [AC20] every role x relation x stage x action is decided as the rules say", () => {
    let allowed = 0;
    let denied = 0;
    for (const role of ACCOUNT_ROLES)
      for (const relation of [null, ...POLICY_ROLES])
        for (const stage of STAGES)
          for (const action of POLICY_ACTIONS) {
            const decision = decideOnPolicy(action, role, { relation, stage });
            const expected = expectedOnPolicy(action, role, relation, stage);
            expect(decision.allowed, `${role} ${relation} ${stage} ${action}`).toBe(expected);
            if (decision.allowed) allowed += 1;
            else denied += 1;
          }
    expect(allowed).toBeGreaterThan(500);
    expect(denied).toBeGreaterThan(500);
  });

  test("[AC12] an unknown policy and no right give the same answer", () => {
    for (const action of POLICY_ACTIONS) {
      const unknown = decideOnPolicy(action, "drafter", null);
      const noRight = decideOnPolicy(action, "drafter", { relation: null, stage: "drafting" });
      expect(unknown).toEqual(noRight);
      expect(unknown).toEqual({ allowed: false, reason: "no-policy" });
    }
  });

  test("[AC3] who is signed out may do nothing on a policy", () => {
    for (const action of POLICY_ACTIONS) {
      const standing = { relation: "owner", stage: "drafting" } as const;
      expect(decideOnPolicy(action, null, standing)).toEqual({ allowed: false, reason: "not-signed-in" });
    }
  });

  test("[AC2] [AC4] [AC5] [AC18] general actions", () => {
    const everyone = GENERAL_ACTIONS.filter((action) => decideGeneral(action, null).allowed);
    expect(everyone).toEqual([
      "page.public",
      "session.read",
      "session.sign-in",
      "session.sign-out",
      "link.redeem",
      "health.read",
      "api.describe",
      "workspace.open",
      "input.send",
      "receipt.read",
    ]);
    const who = (action: (typeof GENERAL_ACTIONS)[number]) =>
      ACCOUNT_ROLES.filter((role) => decideGeneral(action, role).allowed);
    expect(who("policy.create")).toEqual(["drafter", "legal"]);
    expect(who("account.administer")).toEqual(["admin"]);
    expect(who("directory.change")).toEqual(["admin"]);
    expect(who("directory.read")).toEqual([...ACCOUNT_ROLES]);
    expect(who("stage.configure")).toEqual(["admin", "legal"]);
    expect(who("submission.draft")).toEqual(["organisation"]);
    expect(who("outbox.administer")).toEqual(["admin"]);
  });

  test("[AC10] writing ends exactly at enactment, and says why", () => {
    const decide = (stage: Stage) => decideOnPolicy("policy.write", "drafter", { relation: "owner", stage });
    expect(decide("initialling")).toEqual({ allowed: true });
    expect(decide("enactment")).toEqual({ allowed: false, reason: "stage-closed" });
  });

  test("[AC15] a window is half-open", () => {
    const decide = (now: number) =>
      decideOnPolicy("policy.read", "drafter", {
        relation: "reader",
        stage: "drafting",
        window: { opensAt: 10, closesAt: 20, now },
      }).allowed;
    expect([9, 10, 19, 20].map(decide)).toEqual([false, true, true, false]);
  });

  test("[AC9] respondents and organisations never become owner or drafter", () => {
    for (const role of ["respondent", "organisation"] as const)
      expect(POLICY_ROLES.filter((each) => mayBecome(role, each))).toEqual(["reviewer", "reader"]);
    expect(POLICY_ROLES.filter((each) => mayBecome("admin", each))).toEqual([...POLICY_ROLES]);
  });

  test("[AC13] nobody decides on a version of which they are an author, or which they submitted", () => {
    const [ani, budi, citra] = ["ani", "budi", "citra"] as unknown as [AccountId, AccountId, AccountId];
    const version = { authors: [ani], submittedBy: budi };
    expect(mayDecideOn(ani, version)).toEqual({ allowed: false, reason: "author" });
    expect(mayDecideOn(budi, version)).toEqual({ allowed: false, reason: "submitter" });
    expect(mayDecideOn(citra, version)).toEqual({ allowed: true });
  });
});
