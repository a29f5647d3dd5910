/** The rules of workshops, without a database. */
import { describe, expect, test } from "vitest";
import type { Cid, GroupId } from "../../domain/ids.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import { commentableWords } from "../../domain/workshops/clause-words.ts";
import {
  canonicalMinutes,
  composeMinutes,
  finalMinutesHash,
  type MinutesSource,
} from "../../domain/workshops/minutes.ts";
import {
  acceptsCorrections,
  checkInRefusal,
  CHECK_IN_BEFORE_MS,
  CORRECTION_MS,
  entryRefusal,
  mayBecomeFinal,
  stateAfter,
  tallyVotes,
  WORKSHOP_STATES,
  WORKSHOP_STEPS,
} from "../../domain/workshops/workshop.ts";
import { regulation } from "./hall.ts";

const AT = 1_000_000_000_000;

describe("states", () => {
  test("[WS5] each step has one state before it; only closed goes back", () => {
    const table = WORKSHOP_STATES.flatMap((state) =>
      WORKSHOP_STEPS.map((step) => [state, step, stateAfter(state, step)] as const),
    ).filter(([, , after]) => after !== null);
    expect(table).toEqual([
      ["planned", "start", "live"],
      ["live", "close", "closed"],
      ["closed", "reopen", "live"],
      ["closed", "publish", "minutes-open"],
      ["minutes-open", "finalise", "final"],
    ]);
  });

  test("[WS7] checking in opens 12 hours before, and ends with the workshop", () => {
    const startsAt = AT;
    const opensAt = AT - CHECK_IN_BEFORE_MS;
    expect(checkInRefusal({ state: "planned", startsAt }, opensAt - 1)).toBe("check-in-too-early");
    expect(checkInRefusal({ state: "planned", startsAt }, opensAt)).toBeNull();
    expect(checkInRefusal({ state: "live", startsAt }, opensAt - 1)).toBeNull();
    for (const state of ["closed", "minutes-open", "final"] as const)
      expect(checkInRefusal({ state, startsAt }, AT)).toBe("workshop-closed");
  });

  test("[WS9] [WS12] participants speak while it is live, the team until the minutes are out", () => {
    const table = WORKSHOP_STATES.map((state) => [
      entryRefusal(state, "participant"),
      entryRefusal(state, "team"),
    ]);
    expect(table).toEqual([
      ["workshop-not-started", "workshop-not-started"],
      [null, null],
      ["workshop-closed", null],
      ["minutes-published", "minutes-published"],
      ["minutes-published", "minutes-published"],
    ]);
  });

  test.each([
    ["before publication", AT - 1, false],
    ["at publication", AT, true],
    ["a millisecond before 72 hours", AT + CORRECTION_MS - 1, true],
    ["at 72 hours", AT + CORRECTION_MS, false],
    ["after", AT + CORRECTION_MS + 1, false],
  ])("[WS18] corrections %s", (_, now, accepted) => {
    expect(acceptsCorrections({ state: "minutes-open", minutesAt: AT }, now)).toBe(accepted);
    expect(acceptsCorrections({ state: "final", minutesAt: AT }, now)).toBe(false);
    expect(acceptsCorrections({ state: "closed", minutesAt: null }, now)).toBe(false);
  });

  test("[WS18] 72 hours are three days of 24, whatever the clocks do", () => {
    expect(CORRECTION_MS).toBe(3 * 24 * 60 * 60 * 1000);
  });

  test("[WS19] final needs the time to have passed and every correction decided", () => {
    const workshop = { state: "minutes-open", minutesAt: AT } as const;
    expect(mayBecomeFinal(workshop, AT + CORRECTION_MS - 1, 0)).toBe(false);
    expect(mayBecomeFinal(workshop, AT + CORRECTION_MS, 0)).toBe(true);
    expect(mayBecomeFinal(workshop, AT + CORRECTION_MS, 1)).toBe(false);
    expect(mayBecomeFinal({ ...workshop, state: "final" }, AT + CORRECTION_MS, 0)).toBe(false);
  });
});

test("[WS15] votes are counted by choice", () => {
  expect(tallyVotes(["agree", "disagree", "agree"])).toEqual({ agree: 2, neutral: 0, disagree: 1 });
});

test("[WS1] an agenda is chosen from the clauses that offer comments, with the words below them", () => {
  const words = commentableWords(regulation());
  expect(words.map(({ label }) => label)).toEqual([
    "Pasal 1",
    "Pasal 1 ayat (1)",
    "Pasal 1 ayat (2)",
    "Pasal 2",
    "Pasal 2",
  ]);
  expect(new Set(words.map(({ section }) => section))).toEqual(new Set(["BAB I KARIER"]));
  expect(words[2]?.text).toBe(
    "Jam pelajaran diperoleh melalui:\na. pelatihan klasikal; dan\nb. pelatihan daring.",
  );
});

describe("minutes", () => {
  const one = "01AAAAAAAAAAAAAAAAAAAAAAAA" as Cid;
  const two = "01BBBBBBBBBBBBBBBBBBBBBBBB" as Cid;
  const asn = "asn" as GroupId;
  const warga = "warga" as GroupId;
  const source: MinutesSource = {
    policyTitle: "Karier",
    title: "Lokakarya",
    place: "Aula",
    timeZone: "Asia/Makassar",
    startsAt: 1,
    endsAt: 2,
    startedAt: 1,
    closedAt: 2,
    version: { number: 3, label: "Draf 3", hash: "h" },
    agenda: [
      { cid: one, minutes: 30 },
      { cid: two, minutes: 45 },
    ],
    clauses: new Map([[one, { label: "Pasal 7 ayat (1)", text: "Setiap PNS" }]]),
    groupNames: new Map([
      [asn, "ASN"],
      [warga, "Masyarakat"],
    ]),
    invitations: [{ groupId: asn, invited: 60 }],
    attendees: [{ groupId: asn }, { groupId: asn }, { groupId: warga }, { groupId: null }],
    entries: [
      { id: "a", number: 1, cid: one, words: "hitung daring", groupId: asn, table: "3", clusterId: "c" },
      { id: "b", number: 2, cid: one, words: "lain", groupId: null, table: null, clusterId: null },
      { id: "d", number: 3, cid: one, words: "daring juga", groupId: asn, table: null, clusterId: "c" },
    ],
    clusters: [
      { id: "c", cid: one, heading: "Pelatihan daring" },
      { id: "empty", cid: two, heading: "Kosong" },
    ],
    questions: [{ id: "q", cid: two, words: "Cukup?" }],
    votes: new Map([["a", { agree: 7, neutral: 2, disagree: 1 }]]),
    paragraphs: [
      { cid: one, text: "Peserta sepakat." },
      { cid: null, text: "Dibuka oleh Kepala BKPSDM." },
    ],
  };

  test("[WS17] every entry stands once, by clause and group, with votes and paragraphs", () => {
    const document = composeMinutes(source);
    expect(document.sections.map(({ cid }) => cid)).toEqual([null, one, two]);
    const [general, first, second] = document.sections;
    expect(general?.paragraphs).toEqual(["Dibuka oleh Kepala BKPSDM."]);
    expect(first).toMatchObject({ label: "Pasal 7 ayat (1)", minutes: 30, paragraphs: ["Peserta sepakat."] });
    expect(
      first?.clusters.map(({ heading, entries }) => [heading, entries.map(({ number }) => number)]),
    ).toEqual([["Pelatihan daring", [1, 3]]]);
    expect(first?.entries).toEqual([{ number: 2, words: "lain" }]);
    expect(first?.clusters[0]?.entries[0]).toEqual({
      number: 1,
      words: "hitung daring",
      group: "ASN",
      table: "3",
      votes: { agree: 7, neutral: 2, disagree: 1 },
    });
    expect(second?.clusters).toEqual([]);
    expect(second?.questions).toEqual([{ words: "Cukup?", votes: { agree: 0, neutral: 0, disagree: 0 } }]);
  });

  test("[WS8] [WS17] attendance is numbers by group, against the invitation", () => {
    expect(composeMinutes(source).attendance).toEqual({
      total: 4,
      groups: [
        { name: "ASN", invited: 60, attended: 2 },
        { name: "Masyarakat", invited: 0, attended: 1 },
        { name: null, invited: 0, attended: 1 },
      ],
    });
  });

  test("[WS19] the final hash moves with the minutes, a correction, its decision, and a confirmation", async () => {
    const hash = await sha256Hex(canonicalMinutes(composeMinutes(source)));
    const correction = {
      text: "Bukan 20 tetapi 24.",
      outcome: "refused",
      reason: "Tidak tercatat.",
    } as const;
    const all = await Promise.all([
      finalMinutesHash(hash, [correction], 3),
      finalMinutesHash("0".repeat(64), [correction], 3),
      finalMinutesHash(hash, [], 3),
      finalMinutesHash(hash, [{ ...correction, outcome: "accepted" }], 3),
      finalMinutesHash(hash, [{ ...correction, reason: null }], 3),
      finalMinutesHash(hash, [correction], 4),
    ]);
    expect(new Set(all).size).toBe(all.length);
    expect(await finalMinutesHash(hash, [correction], 3)).toBe(all[0]);
  });
});
