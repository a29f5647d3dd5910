/** What may be announced and changed, and until when. */
import { describe, expect, test } from "vitest";
import {
  announceIssues,
  changeIssues,
  realChanges,
  type ConsultationChanges,
  type ReceivedInput,
} from "../../domain/consultations/changes.ts";
import type { Consultation } from "../../domain/consultations/consultation.ts";
import { openCommentRule, phaseOf } from "../../domain/consultations/phase.ts";
import { readShortCode, shortCodeFrom } from "../../domain/consultations/short-code.ts";
import type { GroupId } from "../../domain/ids.ts";
import { shownParticipation } from "../../domain/consultations/participation.ts";

const DAY = 86_400_000;
const OPENS = Date.UTC(2026, 10, 23);
const CLOSES = OPENS + 14 * DAY;
const GURU = "01GURU" as GroupId;
const BIDAN = "01BIDAN" as GroupId;

const announced = {
  id: "01C",
  policyId: "01P",
  versionId: "01V",
  shortCode: "7GH2KQ",
  title: "Jam pelatihan",
  summary: "Tentang jam pelatihan.",
  whatHappens: "Dijawab.",
  legalBasis: "UU 27/2022",
  retentionMonths: 12,
  contact: "BKPSDMD",
  opensAt: OPENS,
  closesAt: CLOSES,
  comments: "open",
  submissions: true,
  groups: [{ groupId: GURU, target: 40 }],
  state: "announced",
  announcedAt: OPENS - DAY,
  endReason: null,
  closingRecordedAt: null,
  createdBy: "01A",
  createdAt: OPENS - DAY,
  revision: 2,
} as unknown as Consultation;
const draft: Consultation = { ...announced, state: "draft", announcedAt: null };

const NOTHING: ReceivedInput = { any: false, comments: false, submissions: false, groups: [] };
const COMMENT: ReceivedInput = { any: true, comments: true, submissions: false, groups: [GURU] };

describe("phases", () => {
  test.each([
    [OPENS - 1, "upcoming", null],
    [OPENS, "open", "open"],
    [CLOSES - 1, "open", "open"],
    [CLOSES, "closed", null],
  ] as const)("[CO1] at %i: %s, comments %s", (now, phase, rule) => {
    expect(phaseOf(announced, now)).toBe(phase);
    expect(openCommentRule(announced, now)).toBe(rule);
    expect(phaseOf(draft, now)).toBe("draft");
    expect(openCommentRule(draft, now)).toBeNull();
    expect(phaseOf({ ...announced, state: "cancelled" }, now)).toBe("cancelled");
  });
});

describe("announcing", () => {
  const codes = (consultation: Consultation, instruments = 0, now = OPENS) =>
    announceIssues(consultation, instruments, now).map(({ path, message }) => `${path}:${message}`);

  test("[CO4] what is complete may be announced", () => {
    expect(codes(draft)).toEqual([]);
    expect(codes({ ...draft, comments: null, submissions: false }, 1)).toEqual([]);
  });

  test("[CO4] everything that is missing is said at once", () => {
    const bare = { ...draft, title: " ", summary: "", whatHappens: "", legalBasis: "", contact: "" };
    expect(codes({ ...bare, groups: [], comments: null, submissions: false })).toEqual([
      "title:missing",
      "summary:missing",
      "whatHappens:missing",
      "legalBasis:missing",
      "contact:missing",
      "groups:no-group",
      "comments:no-way-to-take-part",
    ]);
  });

  test("[CO3] a window that is over, backwards or longer than a year is refused; the boundaries are exact", () => {
    expect(codes(draft, 0, CLOSES - 1)).toEqual([]);
    expect(codes(draft, 0, CLOSES)).toEqual(["closesAt:already-past"]);
    expect(codes({ ...draft, opensAt: CLOSES })).toEqual(["closesAt:opens-before-closes"]);
    expect(codes({ ...draft, closesAt: OPENS + 366 * DAY })).toEqual([]);
    expect(codes({ ...draft, closesAt: OPENS + 366 * DAY + 1 })).toEqual(["closesAt:window-too-long"]);
  });
});

describe("changing", () => {
  const codes = (changes: ConsultationChanges, { from = announced, received = NOTHING, now = OPENS } = {}) =>
    changeIssues(from, realChanges(from, changes), received, now).map(
      ({ path, message }) => `${path}:${message}`,
    );
  const everything = {
    title: "Baru",
    summary: "Baru.",
    whatHappens: "Baru.",
    legalBasis: "Baru",
    retentionMonths: 24,
    contact: "Baru",
    versionId: "01W" as Consultation["versionId"],
    opensAt: OPENS + DAY,
    closesAt: CLOSES + DAY,
    comments: "named" as const,
    submissions: false,
    groups: [{ groupId: BIDAN, target: null }],
  };

  test("[CO6] a draft and an upcoming one change in everything", () => {
    expect(codes(everything, { from: draft })).toEqual([]);
    expect(codes(everything, { now: OPENS - 1 })).toEqual([]);
  });

  test("[CO6] what is sent as it was is no change", () => {
    expect(realChanges(announced, { ...announced, groups: [...announced.groups] })).toEqual({});
    expect(codes({ ...announced }, { received: COMMENT, now: CLOSES })).toEqual([]);
  });

  test("[CO6] once open, the opening stays and the end only moves to later", () => {
    expect(codes({ opensAt: OPENS + 1 })).toEqual(["opensAt:already-open"]);
    expect(codes({ closesAt: CLOSES - 1 })).toEqual(["closesAt:only-later"]);
    expect(codes({ closesAt: CLOSES + 1 }, { received: COMMENT })).toEqual([]);
    expect(codes({ closesAt: CLOSES + 1 }, { now: CLOSES - 1 })).toEqual([]);
    expect(codes({ closesAt: CLOSES + 1 }, { now: CLOSES })).toEqual(["closesAt:closed"]);
  });

  test("[CO6] before opening, no window is moved into the past", () => {
    const now = OPENS - 1000;
    expect(codes({ opensAt: now - 1 }, { now })).toEqual(["opensAt:already-past"]);
    expect(codes({ opensAt: now }, { now })).toEqual([]);
  });

  test("[CO6] closed, only texts and the contact change; cancelled, nothing", () => {
    const { title, summary, whatHappens, contact, ...fixed } = everything;
    expect(codes({ title, summary, whatHappens, contact }, { received: COMMENT, now: CLOSES })).toEqual([]);
    expect(codes(fixed, { now: CLOSES })).toEqual(
      [
        "legalBasis",
        "retentionMonths",
        "versionId",
        "opensAt",
        "closesAt",
        "comments",
        "submissions",
        "groups",
      ].map((field) => `${field}:closed`),
    );
    const cancelled = { ...announced, state: "cancelled" as const };
    expect(codes({ title }, { from: cancelled })).toEqual(["title:cancelled"]);
  });

  test("[CO7] the first input locks version, legal basis and retention; the first comment the rule", () => {
    const { versionId, legalBasis, retentionMonths, comments } = everything;
    const changes = { versionId, legalBasis, retentionMonths, comments };
    expect(codes(changes)).toEqual([]);
    expect(codes(changes, { received: { ...NOTHING, any: true } })).toEqual([
      "legalBasis:locked-by-input",
      "retentionMonths:locked-by-input",
      "versionId:locked-by-input",
    ]);
    expect(codes({ comments }, { received: COMMENT })).toEqual(["comments:locked-by-comment"]);
    expect(codes({ comments: null }, { received: COMMENT })).toEqual(["comments:locked-by-comment"]);
    expect(codes({ submissions: false }, { received: COMMENT })).toEqual([]);
    expect(codes({ submissions: false }, { received: { ...COMMENT, submissions: true } })).toEqual([
      "submissions:locked-by-submission",
    ]);
  });

  test("[CO7] a group that an input names stays; its target and further groups may change", () => {
    expect(codes({ groups: [{ groupId: BIDAN, target: 1 }] }, { received: COMMENT })).toEqual([
      "groups:group-has-input",
    ]);
    const more = [
      ...announced.groups.map(({ groupId }) => ({ groupId, target: 1 })),
      { groupId: BIDAN, target: 1 },
    ];
    expect(codes({ groups: more }, { received: COMMENT })).toEqual([]);
  });
});

describe("short codes", () => {
  test("[CO9] every byte gives a character, each with the same chance", () => {
    const seen = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      const code = shortCodeFrom(new Uint8Array(6).fill(byte));
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
      seen.set(code, (seen.get(code) ?? 0) + 1);
    }
    expect([...seen.values()]).toEqual(Array(32).fill(8));
    expect(() => shortCodeFrom(new Uint8Array(5))).toThrow(RangeError);
  });

  test.each([
    ["7gh-2kq", "7GH2KQ"],
    [" 7GH 2KQ ", "7GH2KQ"],
    ["iLOoab", "1100AB"],
    ["7GH2K", null],
    ["7GH2KQQ", null],
    ["7GH2KU", null],
    ["<svg/>", null],
  ])("[CO9] %s is read as %s", (typed, code) => {
    expect(readShortCode(typed)).toBe(code);
  });
});

describe("participation beside the results of a survey", () => {
  test("[CO13] groups fold as in the survey, also where it asked others than the consultation addresses", () => {
    // The survey's results show A and `lainnya` (B and D, 9): D by itself here would give B away.
    const counts = [
      { groupId: "A", count: 20 },
      { groupId: "B", count: 3 },
      { groupId: "D", count: 6 },
    ];
    expect(shownParticipation(counts, ["B", "D"], ["A", "B", "D"])).toEqual({
      total: 29,
      byGroup: [null, null],
      others: 29,
    });
    expect(shownParticipation(counts, ["A", "B"], ["A", "B", "D"])).toMatchObject({ byGroup: [20, null] });
    expect(shownParticipation(counts, ["B", "D"], null)).toMatchObject({ byGroup: [3, 6], others: 20 });
  });
});
