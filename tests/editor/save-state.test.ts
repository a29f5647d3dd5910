/** "Tersimpan" tells the truth: what a person reads against what the room has stored. */
import { afterEach, describe, expect, test } from "vitest";
import { encodeStateAsUpdate } from "yjs";
import type { Office } from "./support.ts";
import { isOffline, isSaved, openOffice } from "./support.ts";
import { BOB } from "../room/support.ts";
import { clauseText } from "../../domain/clauses/clause.ts";

let office: Office;
afterEach(() => office.dispose());

const stored = async (): Promise<string[]> =>
  (await office.server.rooms.read(office.policy)).clauses.map(clauseText);

describe("the state of the work", () => {
  test("opening says loading until it is known to be saved, never offline", async () => {
    office = await openOffice("satu");
    const desk = office.open();
    await desk.until(isSaved);
    expect(new Set(desk.told.map(({ state }) => state))).toEqual(new Set(["loading", "saved"]));
  });

  test("opening without a network says offline", async () => {
    office = await openOffice("satu");
    await office.stopServer();
    const desk = office.open();
    expect(await desk.until(isOffline)).toEqual({ state: "offline", pending: 0 });
  });

  test("a keystroke is saving until the room has stored it", async () => {
    office = await openOffice("satu");
    const desk = office.open();
    await desk.until(isSaved);
    desk.type(" dua");
    expect(desk.saved()).toEqual({ state: "saving", pending: 1 });
    await desk.until(isSaved);
    expect(await stored()).toEqual(["satu dua"]);
  });

  test("what is typed without a network is counted, and saved once it is back", async () => {
    office = await openOffice("satu");
    const desk = office.open();
    await desk.until(isSaved);
    await office.stopServer();
    await desk.until(isOffline);
    for (const word of [" dua", " tiga", " empat"]) desk.type(word);
    expect(desk.saved()).toEqual({ state: "offline", pending: 3 });
    await office.restart(10);
    await desk.until(isSaved);
    expect(await stored()).toEqual(["satu dua tiga empat"]);
  });

  test("what was under way when the socket broke stays counted", async () => {
    office = await openOffice("satu");
    const desk = office.open();
    await desk.until(isSaved);
    desk.type(" dua");
    desk.connection.provider.disconnect();
    expect(desk.saved()).toEqual({ state: "offline", pending: 1 });
    desk.connection.connect();
    await desk.until(isSaved);
    expect(await stored()).toEqual(["satu dua"]);
  });

  test("typing into a socket on its way out is counted", async () => {
    office = await openOffice("satu");
    const desk = office.open();
    await desk.until(isSaved);
    desk.connection.provider.ws?.close();
    desk.type(" dua");
    expect(desk.saved()).toEqual({ state: "saving", pending: 1 });
    await desk.until(isOffline);
    await desk.until(isSaved);
    expect(await stored()).toEqual(["satu dua"]);
  });

  test("reloading with unsent work: counted from the start, saved when the room has it", async () => {
    office = await openOffice("satu");
    const before = office.open();
    await before.until(isSaved);
    before.connection.provider.disconnect();
    before.type(" dua");
    before.type(" tiga");
    const copy = encodeStateAsUpdate(before.doc);
    const after = office.open({ state: copy, connect: false, more: { unsentBefore: 2 } });
    expect(after.connection.pending()).toBe(2);
    after.connection.connect();
    expect(after.connection.pending()).toBe(2);
    await after.until(isSaved);
    expect(after.connection.pending()).toBe(0);
    expect(await stored()).toEqual(["satu dua tiga"]);
  });

  test("an edit that the room refuses for a gap is not called saved before the whole is stored", async () => {
    office = await openOffice("satu");
    const desk = office.open();
    await desk.until(isSaved);
    desk.connection.provider.disconnect();
    desk.type(" dua");
    // Typed in the moment after the socket opened: it goes out before the step 2 that it builds on.
    desk.connection.provider.on("status", ({ status }) => {
      if (status === "connected") queueMicrotask(() => desk.type(" tiga"));
    });
    desk.connection.connect();
    await desk.until(isSaved);
    expect(await stored()).toEqual(["satu dua tiga"]);
  });

  test("a reader is told saved, and their work is never counted", async () => {
    office = await openOffice("satu");
    const desk = office.open({ account: BOB, reader: true });
    await desk.until(isSaved);
    expect(desk.clauses().map(clauseText)).toEqual(["satu"]);
    expect(desk.connection.pending()).toBe(0);
  });

  test("a reader who writes is refused, and what they wrote stays counted", async () => {
    office = await openOffice("satu");
    const desk = office.open({ account: BOB, reader: true });
    await desk.until(isSaved);
    desk.type(" tidak boleh");
    const state = await desk.until(({ state: now }) => now === "refused");
    expect(state).toEqual({ state: "refused", code: 4403, pending: 1 });
    expect(await stored()).toEqual(["satu"]);
  });

  test("another epoch is refused with what is unsent", async () => {
    office = await openOffice("satu");
    const desk = office.open({ more: { epoch: 7, unsentBefore: 3 } });
    expect(await desk.until(({ state }) => state === "refused")).toEqual({
      state: "refused",
      code: 4409,
      pending: 3,
    });
  });

  test("an edit larger than a frame may be is saved all the same", async () => {
    office = await openOffice("satu");
    const desk = office.open();
    await desk.until(isSaved);
    desk.type("x".repeat(1_400_000));
    await desk.until(isSaved);
    expect((await stored())[0]).toHaveLength(1_400_004);
  });

  test("leaving says goodbye to the others", async () => {
    office = await openOffice("satu");
    const [first, second] = [office.open(), office.open({ account: BOB })];
    await Promise.all([first.until(isSaved), second.until(isSaved)]);
    second.awareness.setLocalState({ user: { name: "B" } });
    await expect.poll(() => first.awareness.getStates().has(second.doc.clientID)).toBe(true);
    second.connection.dispose();
    await expect.poll(() => first.awareness.getStates().has(second.doc.clientID)).toBe(false);
  });
});
