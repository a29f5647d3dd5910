/** The names of clauses in the history of a text, over HTTP and from a text that was read before. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { HistoryView } from "../../domain/history/history.contract.ts";
import type { Cid, PolicyId } from "../../domain/ids.ts";
import { createClauseNames } from "../../server/history/clause-names.ts";
import type { DocumentRooms } from "../../server/document-rooms.ts";
import { cidOf } from "../document/support.ts";
import { openTestApp, type Person, type TestApp } from "../support/test-app.ts";

const pasal = (number: number): Clause[] => [
  { cid: cidOf(2 * number), kind: "pasal", level: 0, runs: [] },
  { cid: cidOf(2 * number + 1), kind: "isi", level: 0, runs: [{ text: `Isi ${number}.` }] },
];

describe("a text that does not move", () => {
  const policy = "01P00000000000000000009001" as PolicyId;

  /** Rooms with one text, counting how often it is read. */
  function textOf(...clauses: readonly Clause[]) {
    let reads = 0;
    const text = { clauses, logSeq: 1, readable: true };
    const read: DocumentRooms["read"] = async () => {
      reads += 1;
      if (!text.readable) throw new Error("not now");
      return { epoch: 1, origins: [], clauses: text.clauses, logSeq: text.logSeq };
    };
    return {
      names: createClauseNames({ rooms: { read } as DocumentRooms }),
      text,
      reads: () => reads,
    };
  }

  test("is read once for all pages of its history, and again when it moved", async () => {
    const { names, text, reads } = textOf(...pasal(1), ...pasal(2));
    for (let page = 0; page < 3; page += 1) {
      const nameOf = await names(policy, 1);
      expect(nameOf(cidOf(5))).toEqual({ cid: cidOf(5), place: "Pasal 2", gone: false });
    }
    expect(reads()).toBe(1);
    text.clauses = pasal(2);
    text.logSeq = 2;
    const nameOf = await names(policy, 2);
    expect(nameOf(cidOf(5)).place).toBe("Pasal 1");
    expect(nameOf(cidOf(2))).toEqual({ cid: cidOf(2), place: "", gone: true });
    expect(reads()).toBe(2);
  });

  test("that could not be read is read when it is asked for again", async () => {
    const { names, text } = textOf(...pasal(1));
    text.readable = false;
    await expect(names(policy, 1)).rejects.toThrow("not now");
    text.readable = true;
    expect((await names(policy, 1))(cidOf(3)).place).toBe("Pasal 1");
  });
});

describe("the history over HTTP", () => {
  let t: TestApp;
  let ani: Person;
  beforeAll(async () => {
    t = await openTestApp();
    ani = await t.addAccount("drafter");
  });
  afterAll(() => t.close());

  test("[HI3] [HI9] names clauses as the text numbers them now, and says which are gone", async () => {
    const id = await t.addPolicy(ani.id);
    const write = (clauses: readonly Clause[]) => t.deps.rooms.replaceContent(id, clauses, ani.id);
    const placeOf = async (cid: Cid) => {
      const response = await t.send("GET", `/api/policies/${id}/history?cid=${cid}`, { as: ani });
      const { items } = (await response.json()) as HistoryView;
      return items.find(({ clause }) => clause?.cid === cid)?.clause;
    };
    await write([...pasal(1), ...pasal(2)]);
    const cid = cidOf(5);
    expect(await placeOf(cid)).toEqual({ cid, place: "Pasal 2", gone: false });
    await write(pasal(2));
    expect(await placeOf(cid)).toEqual({ cid, place: "Pasal 1", gone: false });
    await write(pasal(1));
    expect(await placeOf(cid)).toEqual({ cid, place: "", gone: true });
  });
});
