/** What a key need not wait for waits for it: order, counting and closing. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { makeTraffic, type Traffic } from "../../client/editor/traffic.ts";
import { clauseText } from "../../domain/clauses/clause.ts";
import { BOB } from "../room/support.ts";
import { makeHandPace, type HandPace } from "./hand-pace.ts";
import { isSaved, openOffice, type Office } from "./support.ts";

describe("traffic", () => {
  let pace: HandPace;
  let traffic: Traffic;
  let log: string[];
  let settled: boolean;
  beforeEach(() => {
    pace = makeHandPace();
    log = [];
    settled = true;
    traffic = makeTraffic(
      pace,
      () => settled,
      (read) => {
        log.push("(");
        read();
        log.push(")");
      },
    );
  });
  const send = (name: string) => traffic.send(() => void log.push(name), true);
  /** As a socket hands a message to its listeners. */
  const receive = (name: string, isShown = true, handle = () => void log.push(name)) => {
    const target = new EventTarget();
    target.addEventListener("message", (event) => traffic.receive(event, isShown, handle));
    target.addEventListener("message", handle);
    target.dispatchEvent(new Event("message"));
  };

  test("without a key frames leave at once", () => {
    send("a");
    expect([log, traffic.changes]).toEqual([["a"], 0]);
  });

  test("a key goes first; then all frames leave in their order", () => {
    pace.key();
    send("a");
    send("b");
    expect([log, traffic.changes]).toEqual([[], 2]);
    pace.paint();
    expect([log, traffic.changes]).toEqual([["a", "b"], 0]);
  });

  test("nothing overtakes what waits", () => {
    pace.key();
    send("a");
    settled = false;
    send("b");
    pace.paint();
    expect(log).toEqual(["a", "b"]);
  });

  test("messages wait for a key and are read in one lot", () => {
    pace.key();
    receive("a");
    receive("b");
    expect(log).toEqual([]);
    pace.paint();
    expect(log).toEqual(["(", "a", "b", ")"]);
  });

  test("the first message of a frame passes, the others of that frame come together", () => {
    for (const name of ["a", "b", "c"]) receive(name);
    expect(log).toEqual(["a"]);
    pace.paint();
    expect(log).toEqual(["a", "(", "b", "c", ")"]);
    pace.paint();
    receive("d");
    expect(log.at(-1)).toBe("d");
  });

  test("what nobody sees passes, and asks for no frame", () => {
    for (const name of ["a", "b"]) receive(name, false);
    expect(log).toEqual(["a", "b"]);
    pace.key();
    receive("c", false);
    expect(log).toEqual(["a", "b"]);
  });

  test("opening waits for nothing", () => {
    settled = false;
    pace.key();
    for (const name of ["a", "b"]) receive(name);
    expect(log).toEqual(["a", "b"]);
  });

  test("very many messages are read in several lots", () => {
    pace.key();
    for (let at = 0; at < 120; at++) receive("m");
    pace.paint();
    expect(log.filter((each) => each === "(")).toHaveLength(3);
    expect(log.filter((each) => each === "m")).toHaveLength(120);
  });

  test("a message that fails keeps no other from being read", () => {
    const reported: unknown[] = [];
    vi.stubGlobal("reportError", (error: unknown) => reported.push(error));
    pace.key();
    const fault = new Error("unreadable");
    receive("broken", true, () => {
      throw fault;
    });
    for (let at = 0; at < 60; at++) receive("m");
    expect(() => pace.paint()).not.toThrow();
    expect(reported).toEqual([fault]);
    expect(log.filter((each) => each === "m")).toHaveLength(60);
    vi.unstubAllGlobals();
  });

  test("what was dropped never leaves", () => {
    pace.key();
    send("a");
    traffic.drop();
    pace.paint();
    expect([log, traffic.changes]).toEqual([[], 0]);
  });
});

describe("a connection that is paced", () => {
  let office: Office;
  afterEach(() => office.dispose());
  const stored = async () => (await office.server.rooms.read(office.policy)).clauses.map(clauseText);

  test("a letter that waits for its frame is counted, and saved after it", async () => {
    office = await openOffice("satu");
    const pace = makeHandPace(false);
    const desk = office.open({ more: { pace } });
    await desk.until(isSaved);
    pace.key();
    desk.type(" dua");
    expect(desk.connection.pending()).toBe(1);
    expect(await stored()).toEqual(["satu"]);
    pace.paint();
    expect(desk.saved()).toEqual({ state: "saving", pending: 1 });
    await desk.until(isSaved);
    expect(await stored()).toEqual(["satu dua"]);
  });

  test("a letter whose connection broke before its frame goes with the next one", async () => {
    office = await openOffice("satu");
    const pace = makeHandPace(false);
    const desk = office.open({ more: { pace } });
    await desk.until(isSaved);
    pace.key();
    desk.type(" dua");
    desk.connection.provider.disconnect();
    expect(desk.saved()).toEqual({ state: "offline", pending: 1 });
    pace.paint();
    desk.connection.connect();
    await desk.until(isSaved);
    expect(await stored()).toEqual(["satu dua"]);
  });

  test("others' presence is heard and not repeated", async () => {
    office = await openOffice("satu");
    const [desk, other] = [office.open(), office.open({ account: BOB })];
    await Promise.all([desk.until(isSaved), other.until(isSaved)]);
    let presences = 0;
    const { ws } = desk.connection.provider;
    if (ws === null) throw new Error("not connected");
    const leave = ws.send.bind(ws);
    ws.send = (data) => {
      if (new Uint8Array(data as Uint8Array)[0] === 1) presences += 1;
      leave(data);
    };
    const heard = new Promise<void>((resolve) => desk.awareness.once("change", () => resolve()));
    other.awareness.setLocalState({ user: { name: "x" }, cid: "somewhere" });
    await heard;
    expect(presences).toBe(0);
    desk.awareness.setLocalState({ user: { name: "y" } });
    expect(presences).toBe(1);
  });
});
