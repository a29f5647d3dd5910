/** Separation x role x relation x state of the step, every combination, against the rules written a second time. */
import { describe, expect, test } from "vitest";
import { ACCOUNT_ROLES, type AccountRole } from "../../domain/accounts/account.ts";
import type { AccountId, UnitId } from "../../domain/ids.ts";
import { POLICY_ROLES, type PolicyRole } from "../../domain/policies/policy.ts";
import {
  mayDecideStep,
  mayDecideVersion,
  mayDelegate,
  mayReceive,
  type Decider,
} from "../../domain/reviews/deciding.ts";
import type { Review } from "../../domain/reviews/review.ts";
import { decided, id, person, round, step } from "./builders.ts";

const RELATIONS: readonly (PolicyRole | null)[] = [null, ...POLICY_ROLES];
/** How the person stands to the text. */
const SEPARATIONS = ["neither", "author", "submitter", "both"] as const;
/** How the step is addressed to the person, or is not. */
const ADDRESSES = ["named", "office", "delegate", "passed-on", "stranger"] as const;
/** Where the round stands when they press. */
const STATES = ["open", "waiting", "decided", "returned", "withdrawn", "decided-another"] as const;

const ME = id<AccountId>("me");
const UNIT = id<UnitId>("unit");

interface Case {
  readonly role: AccountRole;
  readonly relation: PolicyRole | null;
  readonly separation: (typeof SEPARATIONS)[number];
  readonly address: (typeof ADDRESSES)[number];
  readonly state: (typeof STATES)[number];
  readonly enabled: boolean;
  readonly ofAuthority: boolean;
}

function* everyCase(): Generator<Case> {
  for (const role of ACCOUNT_ROLES)
    for (const relation of RELATIONS)
      for (const separation of SEPARATIONS)
        for (const address of ADDRESSES)
          for (const state of STATES)
            for (const enabled of [true, false])
              for (const ofAuthority of [true, false])
                yield { role, relation, separation, address, state, enabled, ofAuthority };
}

function roundOf({ separation, address, state }: Case): Review {
  const mine = step(
    "mine",
    2,
    address === "office" ? { unit: UNIT } : address === "named" || address === "passed-on" ? ME : "other",
    {
      ...(address === "delegate" && {
        delegation: { to: ME, by: id<AccountId>("other"), at: 1, note: null },
      }),
      ...(address === "passed-on" && {
        delegation: { to: id<AccountId>("deputy"), by: ME, at: 1, note: null },
      }),
      ...(state === "decided" && decided("approved", "somebody")),
    },
  );
  const before = step(
    "before",
    1,
    "former",
    state === "waiting" ? {} : decided("approved", state === "decided-another" ? ME : "former"),
  );
  const beside = step("beside", 2, "third", state === "returned" ? decided("returned", "third") : {});
  return round([before, mine, beside], {
    authors: [id<AccountId>("author"), ...(separation === "author" || separation === "both" ? [ME] : [])],
    submittedBy: separation === "submitter" || separation === "both" ? ME : id<AccountId>("submitter"),
    ...(state === "withdrawn" && {
      state: "withdrawn",
      withdrawal: { by: id<AccountId>("submitter"), at: 5, reason: "x" },
    }),
  });
}

const me = ({ role, relation, enabled, ofAuthority }: Case): Decider =>
  person(ME, { role, relation, enabled, ofAuthority, unitId: UNIT });

/** RV7, said again. */
function decides({ role, relation, ofAuthority }: Case): boolean {
  if (role === "respondent" || role === "organisation") return false;
  if (relation === "reviewer") return true;
  if (role !== "leader" && role !== "legal") return false;
  return ofAuthority || relation !== null;
}

/** RV2, RV4, RV6 to RV10, said again. */
function expectedToDecide(each: Case): boolean {
  const addressed =
    each.address === "named" || each.address === "delegate" || (each.address === "office" && decides(each));
  return addressed && each.state === "open" && each.enabled && decides(each) && each.separation === "neither";
}

describe("separation x role x relation x state of the step", () => {
  const cases = [...everyCase()];

  test("[RV2] [RV4] [RV6] [RV7] [RV9] [RV10] who may decide a step, in every combination", () => {
    let allowed = 0;
    for (const each of cases) {
      const review = roundOf(each);
      const mine = review.steps.find((one) => one.id === "mine");
      if (!mine) throw new Error("no step");
      const verdict = mayDecideStep(me(each), review, mine);
      expect(verdict.allowed, JSON.stringify(each)).toBe(expectedToDecide(each));
      if (verdict.allowed) allowed += 1;
    }
    expect(cases.length).toBe(16_800);
    // leader and legal: 5 relations, of which "none" only of one's own authority; admin, drafter, facilitator as reviewers.
    expect(allowed).toBe((2 * (4 * 2 + 1) + 3 * 2) * 3);
  });

  test("[RV6] admin is no exception, and no role or relation lets an author or a submitter decide", () => {
    for (const each of cases) {
      if (each.separation === "neither") continue;
      const review = roundOf(each);
      for (const one of review.steps)
        expect(mayDecideStep(me(each), review, one).allowed, JSON.stringify(each)).toBe(false);
      expect(mayDecideVersion(me(each), review).allowed).toBe(false);
    }
  });

  test("[RV10] who may pass a step on: who may decide it, before its turn, too; never twice", () => {
    for (const each of cases) {
      const review = roundOf(each);
      const mine = review.steps.find((one) => one.id === "mine");
      if (!mine) throw new Error("no step");
      const turn = each.state === "open" || each.state === "waiting";
      const own = each.address === "named" || (each.address === "office" && decides(each));
      const expected = own && turn && each.enabled && decides(each) && each.separation === "neither";
      expect(mayDelegate(me(each), review, mine).allowed, JSON.stringify(each)).toBe(expected);
    }
  });

  test("[RV8] [RV10] who may be addressed, and who may get a step: the same people, with reasons", () => {
    for (const each of cases) {
      if (each.state !== "open" || each.address !== "stranger") continue;
      const review = roundOf(each);
      const mine = review.steps.find((one) => one.id === "mine");
      if (!mine) throw new Error("no step");
      const addressing = mayDecideVersion(me(each), review);
      const expected = each.enabled && decides(each) && each.separation === "neither";
      expect(addressing.allowed, JSON.stringify(each)).toBe(expected);
      expect(mayReceive(me(each), review, mine, id<AccountId>("other"))).toEqual(addressing);
    }
  });

  test("[RV3] [RV9] [RV10] nobody gets a step from themselves, beside their own, or after deciding another", () => {
    const review = round([step("s1", 1, "x"), step("s2", 1, "y"), step("s3", 2, "z")]);
    const [first] = review.steps;
    if (!first) throw new Error("no step");
    const reason = (to: string, of = review) => {
      const verdict = mayReceive(person(to), of, first, id<AccountId>("x"));
      return verdict.allowed ? null : verdict.reason;
    };
    expect(reason("x")).toBe("to-oneself");
    expect(reason("y")).toBe("addressed-already");
    expect(reason("z")).toBeNull();
    const later = round([step("s1", 2, "x"), step("s0", 1, "w", decided("approved", "w"))]);
    expect(mayReceive(person("w"), later, later.steps[0] ?? first, id<AccountId>("x"))).toEqual({
      allowed: false,
      reason: "decided-another",
    });
  });

  test("[RV13] the reason tells what stands in the way: first whose step it is, then what was decided", () => {
    const review = round([step("s1", 1, "x", decided("returned", "x")), step("s2", 2, "y")]);
    const reason = (name: string, index: number) => {
      const verdict = mayDecideStep(person(name), review, review.steps[index] ?? step("", 1, ""));
      return verdict.allowed ? null : verdict.reason;
    };
    expect([reason("stranger", 0), reason("x", 0), reason("y", 1)]).toEqual([
      "not-addressed",
      "step-decided",
      "round-ended",
    ]);
  });
});
