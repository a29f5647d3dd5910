/** The full matrix of the identity rules: rule x who x moment, for surveys and for comments. */
import { describe, expect, test } from "vitest";
import { IDENTITY_RULES, type IdentityRule } from "../../domain/consultations/consultation.ts";
import type { AccountId } from "../../domain/ids.ts";
import { codeFromBytes, formatCode, readCode } from "../../domain/participation/codes.ts";
import { createMarker } from "../../domain/participation/mark.ts";
import {
  decideParticipation,
  markedAs,
  RULE_TABLE,
  type Instrument,
  type Participant,
} from "../../domain/participation/participation.ts";

const NOBODY: Participant = { account: null, invitation: null, code: "none", device: null };
const account = "01J00000000000000000000001" as AccountId;
const PEOPLE = {
  stranger: NOBODY,
  "stranger with a device": { ...NOBODY, device: "D" },
  "signed in": { ...NOBODY, account },
  invited: { ...NOBODY, invitation: { id: "R" } },
  "invited and signed in": { ...NOBODY, account, invitation: { id: "R" } },
  "unknown invitation": { ...NOBODY, invitation: "unknown" },
  "unknown invitation, signed in": { ...NOBODY, account, invitation: "unknown" },
  "fresh code": { ...NOBODY, code: "unused" },
  "used code": { ...NOBODY, code: "used" },
  "unknown code": { ...NOBODY, code: "unknown" },
  "fresh code, signed in": { ...NOBODY, account, code: "unused" },
} as const satisfies Record<string, Participant>;
type Who = keyof typeof PEOPLE;

/** What each rule says to each of them while answers are taken, written by hand from the rules. */
const EXPECTED: Record<IdentityRule, Record<Who, string>> = {
  named: {
    stranger: "sign-in-needed",
    "stranger with a device": "sign-in-needed",
    "signed in": "yes",
    invited: "sign-in-needed",
    "invited and signed in": "yes",
    "unknown invitation": "sign-in-needed",
    "unknown invitation, signed in": "yes",
    "fresh code": "sign-in-needed",
    "used code": "sign-in-needed",
    "unknown code": "sign-in-needed",
    "fresh code, signed in": "yes",
  },
  anonymous: {
    stranger: "sign-in-needed",
    "stranger with a device": "sign-in-needed",
    "signed in": "yes",
    invited: "yes",
    "invited and signed in": "yes",
    "unknown invitation": "invitation-unknown",
    "unknown invitation, signed in": "invitation-unknown",
    "fresh code": "sign-in-needed",
    "used code": "sign-in-needed",
    "unknown code": "sign-in-needed",
    "fresh code, signed in": "yes",
  },
  code: {
    stranger: "code-needed",
    "stranger with a device": "code-needed",
    "signed in": "code-needed",
    invited: "code-needed",
    "invited and signed in": "code-needed",
    "unknown invitation": "code-needed",
    "unknown invitation, signed in": "code-needed",
    "fresh code": "yes",
    "used code": "code-used",
    "unknown code": "code-unknown",
    "fresh code, signed in": "yes",
  },
  open: {
    stranger: "yes",
    "stranger with a device": "yes",
    "signed in": "yes",
    invited: "yes",
    "invited and signed in": "yes",
    "unknown invitation": "yes",
    "unknown invitation, signed in": "yes",
    "fresh code": "yes",
    "used code": "yes",
    "unknown code": "yes",
    "fresh code, signed in": "yes",
  },
};

const MOMENTS = [
  ["draft", { state: "draft" }, 150, "not-yet-open"],
  ["an instant before opening", {}, 99, "not-yet-open"],
  ["at opening", {}, 100, null],
  ["an instant before closing", {}, 199, null],
  ["at closing", {}, 200, "closed"],
  ["after closing", {}, 201, "closed"],
  ["closed by hand", { state: "closed" }, 150, "closed"],
] as const;

const instrument = (rule: IdentityRule, more: Partial<Instrument> = {}): Instrument => ({
  kind: "survey",
  rule,
  state: "opened",
  opensAt: 100,
  closesAt: 200,
  ...more,
});
const said = (thing: Instrument, participant: Participant, more = {}) => {
  const decision = decideParticipation(thing, { participant, now: 150, hasAnswered: false, ...more });
  return decision.allowed ? "yes" : decision.reason;
};

describe.each(IDENTITY_RULES)("rule %s", (rule) => {
  for (const [who, participant] of Object.entries(PEOPLE) as [Who, Participant][]) {
    for (const [moment, state, now, window] of MOMENTS) {
      test(`[PA2-PA7] ${who}, ${moment}`, () => {
        // The window first: a closed survey tells nobody whether a code was right.
        const expected = window ?? EXPECTED[rule][who];
        expect(said(instrument(rule, state), participant, { now })).toBe(expected);
        const answered = expected === "yes" ? "already-answered" : expected;
        expect(said(instrument(rule, state), participant, { now, hasAnswered: true })).toBe(answered);
      });
    }
    test(`[PA6] ${who}: comments are not limited in number`, () => {
      const expected = EXPECTED[rule][who] === "code-used" ? "yes" : EXPECTED[rule][who];
      expect(said(instrument(rule, { kind: "comments" }), participant, { hasAnswered: true })).toBe(expected);
    });
    test.each(IDENTITY_RULES)(`[PA8] ${who}, form filled in under %s`, (ruleSeen) => {
      const expected = ruleSeen === rule ? EXPECTED[rule][who] : "rule-changed";
      expect(said(instrument(rule), participant, { ruleSeen })).toBe(expected);
    });
  }

  test("[PA2-PA5] what is kept: an account only under named, a mark that names it only under anonymous and open", () => {
    expect(RULE_TABLE[rule].keepsAccount).toBe(rule === "named");
    const marks = Object.values(PEOPLE).map((participant) => markedAs(rule, participant));
    const kinds = new Set(marks.map((mark) => mark?.split(":")[0] ?? "none"));
    const expected = {
      named: ["none"],
      code: ["none"],
      anonymous: ["account", "none", "roster"],
      open: ["device", "none"],
    };
    expect([...kinds].toSorted()).toEqual(expected[rule]);
  });
});

describe("marks and codes", () => {
  test("[PA3] an invitation goes before the account", () => {
    expect(markedAs("anonymous", PEOPLE["invited and signed in"])).toBe("roster:R");
  });

  test("[PA3] a mark is an HMAC: another key, another mark; the same, the same", async () => {
    const key = new Uint8Array(32).fill(7);
    const one = await (await createMarker(key)).mark("account:X");
    expect(one).toHaveLength(32);
    expect(await (await createMarker(key)).mark("account:X")).toEqual(one);
    expect(await (await createMarker(key)).mark("roster:X")).not.toEqual(one);
    expect(await (await createMarker(new Uint8Array(32).fill(8))).mark("account:X")).not.toEqual(one);
    await expect(createMarker(new Uint8Array(16))).rejects.toThrow(RangeError);
    // RFC 4231, test case 1 has a key of 20 bytes; this one is from openssl with 32 bytes 0x0b.
    const vector = await (await createMarker(new Uint8Array(32).fill(0x0b))).mark("Hi There");
    expect(Buffer.from(vector).toString("hex")).toBe(
      "198a607eb44bfbc69903a0f1cf2bbdc5ba0aa3f3d9ae3c1c7a3b1696a0b68cf7",
    );
  });

  test.each([
    ["7KQ2M-9XW4T", "7KQ2M9XW4T"],
    [" 7kq2m 9xw4t ", "7KQ2M9XW4T"],
    ["7KQ2M\u20139XW4T", "7KQ2M9XW4T"],
    ["OIL00-00000", "0110000000"],
    ["7KQ2M-9XW4", null],
    ["7KQ2M-9XW4TX", null],
    ["7KQ2M-9XW4U", null],
    ["", null],
    ["../../etc", null],
  ])("[PA4] %j is read as %s", (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });

  test("[PA4] codes use all of their alphabet and come back from print", () => {
    const codes = Array.from({ length: 64 }, (_, at) =>
      codeFromBytes(new Uint8Array(10).map((__, i) => at * 4 + i * 37)),
    );
    for (const code of codes) expect(readCode(formatCode(code))).toBe(code);
    expect(new Set(codes.join("")).size).toBe(32);
    expect(() => codeFromBytes(new Uint8Array(9))).toThrow(RangeError);
  });
});
