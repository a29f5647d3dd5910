/** Places of a text, what is missing, what a correction changed: as pure rules. */
import { describe, expect, test } from "vitest";
import type { Cid, UnitId } from "../../domain/ids.ts";
import { clausePlaces, presentText } from "../../domain/submissions/clause-places.ts";
import {
  bodyOf,
  callPhase,
  checkSubmission,
  hinders,
  sameItem,
  sendingHash,
  type CheckedItem,
  type SentItem,
} from "../../domain/submissions/submission.ts";
import { cidOf, outline } from "../clauses/builders.ts";

const TEXT = outline(`
  menimbang | bahwa ASN perlu dilatih;
  bab | KETENTUAN UMUM
  pasal
  ayat | Setiap ASN dilatih:
  huruf1 | di kantor; dan
  huruf1 | secara daring.
  ayat | Pelatihan paling sedikit 20 jam.
  pasal
  isi | Peraturan ini mulai berlaku.
`);
const places = clausePlaces(TEXT);
const [AYAT_1, HURUF_A, AYAT_2] = [cidOf(3), cidOf(4), cidOf(6)];

describe("[SB5] places of a text", () => {
  test("are the clauses that offer comments, as they are cited, each with the items inside it", () => {
    expect(places.map(({ cid, label, inside }) => [cid, label, inside.map((each) => each.label)])).toEqual([
      [cidOf(0), "Menimbang", []],
      [cidOf(2), "Pasal 1", []],
      [AYAT_1, "Pasal 1 ayat (1)", ["Pasal 1 ayat (1) huruf a", "Pasal 1 ayat (1) huruf b"]],
      [AYAT_2, "Pasal 1 ayat (2)", []],
      [cidOf(7), "Pasal 2", []],
      [cidOf(8), "Pasal 2", []],
    ]);
  });

  test("have the words of their clause and of what is below it", () => {
    expect(presentText(places, { cid: AYAT_1, itemCid: null })).toBe(
      "Setiap ASN dilatih:\na. di kantor; dan\nb. secara daring.",
    );
    expect(presentText(places, { cid: AYAT_1, itemCid: HURUF_A })).toBe("di kantor; dan");
    expect(presentText(places, { cid: null, itemCid: null })).toBeNull();
  });

  test.each([
    ["a heading", cidOf(1), null],
    ["an item by itself", HURUF_A, null],
    ["an item of another clause", AYAT_2, HURUF_A],
    ["a clause that is not there", "01JZZZZZZZZZZZZZZZZZZZZZZZ" as Cid, null],
  ])("%s is none", (_, cid, itemCid) => {
    expect(presentText(places, { cid, itemCid })).toBeUndefined();
  });
});

describe("[SB1] [SB4] body and window", () => {
  const call = { state: "announced", submissions: true, opensAt: 100, closesAt: 200 } as const;
  test.each([
    [99, "upcoming"],
    [100, "open"],
    [199, "open"],
    [200, "closed"],
  ] as const)("at %i the call is %s", (now, phase) => {
    expect(callPhase(call, now)).toBe(phase);
  });
  test("a draft, a cancelled one and one that does not call bodies is none at all", () => {
    expect(callPhase({ ...call, state: "draft" }, 150)).toBeNull();
    expect(callPhase({ ...call, state: "cancelled" }, 150)).toBeNull();
    expect(callPhase({ ...call, submissions: false }, 150)).toBeNull();
  });
  test("only an organisation speaks for its unit", () => {
    const unitId = "u" as UnitId;
    expect(bodyOf({ role: "organisation", unitId })).toBe(unitId);
    expect(bodyOf({ role: "organisation", unitId: null })).toBeNull();
    for (const role of ["admin", "legal", "drafter", "leader", "facilitator", "respondent"] as const)
      expect(bodyOf({ role, unitId })).toBeNull();
  });
});

describe("[SB7] what is missing before sending", () => {
  const good: CheckedItem = {
    id: "i",
    cid: AYAT_2,
    itemCid: null,
    stance: "support",
    proposedText: "",
    grounds: "Cukup.",
    openComments: 0,
    presentText: "Pelatihan paling sedikit 20 jam.",
  };
  const problems = (...items: Partial<CheckedItem>[]) =>
    checkSubmission(items.map((item) => ({ ...good, ...item }))).map(({ problem }) => problem);

  test.each<[string, Partial<CheckedItem>, string[]]>([
    ["nothing", {}, []],
    ["a stance", { stance: null }, ["no-stance"]],
    ["grounds", { grounds: " \n " }, ["no-grounds"]],
    ["a wording for the change", { stance: "support-with-change" }, ["no-proposal"]],
    ["a wording that differs", { proposedText: "Pelatihan  paling sedikit 20 jam. " }, ["same-wording"]],
    ["an answer to a colleague", { openComments: 1 }, ["open-comments"]],
    ["the clause", { presentText: undefined }, ["clause-gone"]],
  ])("%s", (_, item, expected) => {
    expect(problems(item)).toEqual(expected);
  });

  test("an empty submission, and two objections to one clause", () => {
    expect(checkSubmission([])).toEqual([{ itemId: null, problem: "no-items" }]);
    expect(problems({ stance: "against" }, { stance: "question", id: "j" })).toEqual(["same-clause"]);
    expect(problems({ stance: "against" }, { stance: "against", itemCid: HURUF_A })).toEqual([]);
  });

  test("only what an answer could not do without hinders sending", () => {
    const all = [
      "no-items",
      "clause-gone",
      "no-stance",
      "no-grounds",
      "no-proposal",
      "same-clause",
      "open-comments",
      "same-wording",
    ] as const;
    expect(all.filter((problem) => hinders({ itemId: null, problem }))).toEqual([
      "no-items",
      "clause-gone",
      "no-stance",
      "no-grounds",
    ]);
  });
});

describe("[SB10] [SB11] what was sent", () => {
  const item: SentItem = {
    cid: AYAT_1,
    itemCid: null,
    stance: "against",
    proposedText: "x",
    grounds: "y",
    files: ["f"],
  };
  const changes: Partial<SentItem>[] = [
    { cid: AYAT_2 },
    { itemCid: HURUF_A },
    { stance: "support" },
    { proposedText: "z" },
    { grounds: "z" },
    { files: [] },
    { files: ["f", "g"] },
  ];

  test("is the same unless something that was said differs; space round it does not count", () => {
    expect(sameItem(item, { ...item, grounds: " y\n" })).toBe(true);
    for (const change of changes) expect(sameItem(item, { ...item, ...change })).toBe(false);
  });

  test("has a hash of body, items and their order", async () => {
    const body = "u" as UnitId;
    const hash = await sendingHash(body, [item]);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const others = await Promise.all([
      sendingHash("v" as UnitId, [item]),
      sendingHash(body, [item, item]),
      ...changes.map((change) => sendingHash(body, [{ ...item, ...change }])),
    ]);
    expect(new Set([hash, ...others]).size).toBe(others.length + 1);
  });
});
