import { describe, expect, test } from "vitest";
import { isCalendarDay, limitEndsOn } from "../../domain/calendar-days.ts";
import type { Cid } from "../../domain/ids.ts";
import {
  standingApprovals,
  standingOf,
  versionStandings,
  type RoundOfText,
} from "../../domain/reviews/approval.ts";
import { changesForLeader } from "../../domain/reviews/changes.ts";
import { rankObjections } from "../../domain/reviews/objections.ts";
import { dueOn, openedAt, openSteps, stateFromSteps, stepState } from "../../domain/reviews/steps.ts";
import { compareTexts } from "../../domain/versions/compare.ts";
import { decided, round, step } from "./builders.ts";

const a = "a".repeat(64);
const b = "b".repeat(64);
const c = "c".repeat(64);

describe("where a round stands", () => {
  const first = step("s1", 1, "x");
  const second = step("s2", 1, "y");
  const third = step("s3", 2, "z");

  test("[RV2] steps of a number run side by side; the next number opens when all of it are approved", () => {
    const states = (...steps: Parameters<typeof round>[0]) => {
      const review = round(steps);
      return review.steps.map((each) => stepState(review, each));
    };
    expect(states(first, second, third)).toEqual(["open", "open", "waiting"]);
    expect(states({ ...first, ...decided("approved", "x") }, second, third)).toEqual([
      "approved",
      "open",
      "waiting",
    ]);
    expect(
      states({ ...first, ...decided("approved", "x") }, { ...second, ...decided("approved", "y") }, third),
    ).toEqual(["approved", "approved", "open"]);
    expect(openSteps(round([first, second, third])).map((each) => each.id)).toEqual(["s1", "s2"]);
  });

  test("[RV4] one return ends the round, whatever else is open; all approved end it", () => {
    const returned = round([{ ...first, ...decided("returned", "x") }, second, third]);
    expect(returned.state).toBe("returned");
    expect(returned.steps.map((each) => stepState(returned, each))).toEqual([
      "returned",
      "dropped",
      "dropped",
    ]);
    expect(stateFromSteps({ steps: [{ ...first, ...decided("approved", "x") }] })).toBe("approved");
    expect(stateFromSteps({ steps: [first] })).toBe("open");
    const withdrawn = round([first], { state: "withdrawn" });
    expect(stepState(withdrawn, first)).toBe("dropped");
  });

  test("[RV15] days of a step count from the day after it opened, in the zone of the authority", () => {
    // 22 November 2026, 23.30 UTC: in Makassar it is the 23rd.
    const submittedAt = Date.UTC(2026, 10, 22, 23, 30);
    const days = step("s1", 1, "x", { deadline: { days: 3, unit: "calendar" } });
    expect(dueOn(round([days], { submittedAt }), days, "Asia/Makassar")).toBe("2026-11-26");
    expect(dueOn(round([days], { submittedAt }), days, "UTC")).toBe("2026-11-25");
    const fixed = step("s1", 1, "x", { deadline: { on: "2026-12-01" } });
    expect(dueOn(round([fixed]), fixed, "Asia/Makassar")).toBe("2026-12-01");
    expect(dueOn(round([first]), first, "Asia/Makassar")).toBeNull();
  });

  test("[RV15] the days of a later step begin when the last of the former number was approved", () => {
    const later = step("s3", 2, "z", { deadline: { days: 2, unit: "working" } });
    const waiting = round([{ ...first, ...decided("approved", "x", 5) }, second, later]);
    expect([openedAt(waiting, later), dueOn(waiting, later, "UTC")]).toEqual([null, null]);
    const friday = Date.UTC(2026, 10, 27, 8);
    const open = round([
      { ...first, ...decided("approved", "x", 5) },
      { ...second, ...decided("approved", "y", friday) },
      later,
    ]);
    expect(openedAt(open, later)).toBe(friday);
    expect(dueOn(open, later, "UTC")).toBe("2026-12-01");
  });

  test("[RV15] working days pass over Saturday and Sunday; months and leap years are the calendar's", () => {
    expect(limitEndsOn("2026-11-26", 1, "working")).toBe("2026-11-27");
    expect(limitEndsOn("2026-11-27", 1, "working")).toBe("2026-11-30");
    expect(limitEndsOn("2026-11-28", 1, "working")).toBe("2026-11-30");
    expect(limitEndsOn("2026-11-27", 5, "working")).toBe("2026-12-04");
    expect(limitEndsOn("2028-02-28", 1, "calendar")).toBe("2028-02-29");
    expect(limitEndsOn("2026-12-31", 1, "calendar")).toBe("2027-01-01");
    expect(["2026-02-29", "2026-13-01", "2026-1-1", "x"].map(isCalendarDay)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(isCalendarDay("2028-02-29")).toBe(true);
  });
});

describe("how a text stands", () => {
  const of = (hash: string, state: RoundOfText["state"], contentSchema = 1) => ({
    hash,
    state,
    contentSchema,
  });
  const live = (hash: string) => () => hash;
  const status = (rounds: readonly RoundOfText[], hash: string) => standingOf(rounds, live(hash)).status;

  test("[RV17] the newest round of this very text says how it stands; a withdrawn one says nothing", () => {
    expect(status([of(a, "approved")], a)).toBe("approved");
    expect(status([of(a, "open"), of(a, "returned")], a)).toBe("in-review");
    expect(status([of(a, "returned"), of(a, "approved")], a)).toBe("returned");
    expect(status([of(a, "withdrawn"), of(a, "approved")], a)).toBe("approved");
    expect(status([of(b, "open"), of(a, "approved")], a)).toBe("approved");
  });

  test("[RV18] a text that no round is about", () => {
    expect(status([], a)).toBe("never");
    expect(status([of(b, "withdrawn")], a)).toBe("never");
    expect(status([of(b, "approved")], a)).toBe("changed-since-approval");
    expect(status([of(b, "returned"), of(c, "approved")], a)).toBe("returned");
    expect(status([of(b, "open"), of(c, "approved")], a)).toBe("in-review");
    expect(standingOf([of(b, "approved")], live(a)).ofThisText).toBe(false);
  });

  test("[RV17] a text is compared under the canonical form of the version, not under today's", () => {
    const hashes: Record<number, string> = { 1: a, 2: b };
    const hashUnder = (schema: number) => hashes[schema] ?? "";
    expect(standingOf([of(a, "approved", 1)], hashUnder).status).toBe("approved");
    expect(standingOf([of(a, "approved", 2)], hashUnder).status).toBe("changed-since-approval");
  });

  test("[RV17] versions are marked by the newest round of their hash", () => {
    const rounds = [
      of(a, "withdrawn"),
      of(a, "returned"),
      of(b, "open"),
      of(a, "approved"),
      of(c, "withdrawn"),
    ];
    expect([...versionStandings(rounds)]).toEqual([
      [a, "returned"],
      [b, "in-review"],
    ]);
  });

  test("[RV20] an approval stands while the newest round of its hash says so", () => {
    const rounds = [
      of(a, "returned"),
      of(b, "approved"),
      of(a, "approved"),
      of(c, "withdrawn"),
      of(c, "approved"),
    ];
    expect(standingApprovals(rounds).map(({ hash }) => hash)).toEqual([b, c]);
  });
});

describe("what a leader reads", () => {
  const cid = (number: number) => `01JC00000000000000000000${String(number).padStart(2, "0")}` as Cid;
  const clause = (number: number, kind: "pasal" | "isi" | "ayat", text: string) => ({
    cid: cid(number),
    kind,
    level: 0 as const,
    runs: text === "" ? [] : [{ text }],
  });

  test("[RV21] a new Pasal with its text is one change; what is only renumbered is counted apart", () => {
    const before = [
      clause(1, "pasal", ""),
      clause(2, "isi", "Setiap ASN wajib belajar."),
      clause(3, "pasal", ""),
      clause(4, "isi", "Tetap."),
    ];
    const after = [
      clause(1, "pasal", ""),
      clause(2, "isi", "Setiap ASN dapat belajar."),
      clause(5, "pasal", ""),
      clause(6, "isi", "Baru."),
      clause(3, "pasal", ""),
      clause(4, "isi", "Tetap."),
    ];
    const { rows } = compareTexts({ clauses: before }, { clauses: after });
    const { changes, renumbered } = changesForLeader(rows);
    expect(changes.map(({ citation, rows: each }) => [citation, each.map((row) => row.cid)])).toEqual([
      ["Pasal 1", [cid(2)]],
      ["Pasal 2", [cid(6)]],
    ]);
    expect(renumbered).toBe(1);
  });

  test("[RV22] open and rejected objections first, then those about a changed clause, then the newest", () => {
    const objection = (name: string, outcome: "rejected" | "accepted" | null, day: string, at: number) => ({
      name,
      cids: [cid(at)],
      createdOn: `2026-11-${day}`,
      answer: outcome && { outcome },
    });
    const ranked = rankObjections(
      [
        objection("accepted, changed, new", "accepted", "20", 1),
        objection("open, unchanged, old", null, "01", 2),
        objection("rejected, changed, old", "rejected", "02", 1),
        objection("open, unchanged, new", null, "09", 2),
        objection("open, changed", null, "03", 1),
      ],
      new Set([cid(1)]),
    );
    expect(ranked.map(({ name }) => name)).toEqual([
      "open, changed",
      "rejected, changed, old",
      "open, unchanged, new",
      "open, unchanged, old",
      "accepted, changed, new",
    ]);
  });
});
