/** Steps as they are put together on the page. */
import { describe, expect, test } from "vitest";
import {
  chainTemplates,
  flawOf,
  newStep,
  positionsOf,
  stepsToSend,
} from "../../client/reviews/step-draft.ts";
import type { AccountRole } from "../../domain/accounts/account.ts";
import type { AccountId, UnitId } from "../../domain/ids.ts";
import type { ReviewCandidates } from "../../domain/reviews/reviews.contract.ts";
import { id } from "./builders.ts";

const who = (name: string, role: AccountRole, unit?: string, refused?: "author") => ({
  accountId: id<AccountId>(name),
  name,
  role,
  ...(unit !== undefined && { unit: { id: id<UnitId>(unit), name: unit } }),
  ...(refused && { refused }),
});
const office = (name: string, deciders: number) => ({ unitId: id<UnitId>(name), name, deciders });
const there: ReviewCandidates = {
  people: [who("mayor", "leader"), who("lawyer", "legal", "legal"), who("head", "leader", "bkpsdm")],
  offices: [office("legal", 1), office("bkpsdm", 1), office("health", 0)],
};

describe("steps on the page", () => {
  test("[RV2] steps side by side share a number, whichever the first one claims", () => {
    const beside = [true, false, true, true, false].map((each) => ({ beside: each }));
    expect(positionsOf(beside)).toEqual([1, 2, 2, 2, 3]);
  });

  test("what is sent: the number, the addressee, the deadline that was chosen", () => {
    const steps = [
      { ...newStep("office:legal"), due: "days" as const, days: "5", unit: "calendar" as const },
      { ...newStep("account:mayor", true), due: "date" as const, on: "2026-12-01" },
      newStep("account:head"),
    ];
    expect(stepsToSend(steps)).toEqual([
      {
        position: 1,
        addressee: { kind: "office", unitId: "legal" },
        deadline: { days: 5, unit: "calendar" },
      },
      { position: 1, addressee: { kind: "account", accountId: "mayor" }, deadline: { on: "2026-12-01" } },
      { position: 2, addressee: { kind: "account", accountId: "head" } },
    ]);
  });

  test("[RV15] what keeps a step from being sent is named", () => {
    const step = newStep("account:mayor");
    expect(flawOf(newStep())).toBe("to");
    expect(flawOf(step)).toBeNull();
    expect(["0", "", "1,5", "500"].map((days) => flawOf({ ...step, due: "days", days }))).toEqual(
      Array.from({ length: 4 }, () => "days"),
    );
    expect(["", "2026-02-30"].map((on) => flawOf({ ...step, due: "date", on }))).toEqual(["on", "on"]);
    expect(flawOf({ ...step, due: "date", on: "2026-12-01" })).toBeNull();
  });

  test("[RV8] usual orders are made of who may decide; a part that is missing or unclear leaves the order out", () => {
    const of = (candidates: ReviewCandidates, initiator?: string) =>
      Object.fromEntries(
        [...chainTemplates(candidates, initiator ? id<UnitId>(initiator) : undefined)].map(
          ([name, steps]) => [name, steps.map(({ to, beside }) => `${beside ? "+" : ""}${to}`)],
        ),
      );
    expect(of(there, "bkpsdm")).toEqual({
      legalThenHead: ["office:legal", "account:mayor"],
      unitAndLegalThenHead: ["office:bkpsdm", "+office:legal", "account:mayor"],
      headOnly: ["account:mayor"],
    });
    expect(Object.keys(of(there, "health"))).toEqual(["legalThenHead", "headOnly"]);
    // A lawyer of another government is asked by name: that division is no office here.
    expect(of({ ...there, offices: [] })["legalThenHead"]).toEqual(["account:lawyer", "account:mayor"]);
    const two = { ...there, people: [...there.people, who("deputy", "leader")] };
    expect(of(two)).toEqual({});
    const author = { ...there, people: [who("mayor", "leader", undefined, "author")] };
    expect(of(author)).toEqual({});
  });
});
