/** What leaves of one's own presence: never more than the room accepts, and always the last. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Awareness } from "y-protocols/awareness";
import { Doc } from "yjs";
import { throttledAwareness } from "../../client/editor/presence.ts";
import { makeSoftLock } from "../../client/editor/soft-lock.ts";
import type { PersonPresent } from "../../client/editor/editor-session.ts";
import type { AccountId } from "../../domain/ids.ts";
import { cidOf } from "../document/support.ts";

let awareness: Awareness;
let sent: number[];
beforeEach(() => {
  vi.useFakeTimers();
  awareness = new Awareness(new Doc());
  awareness.setLocalState({});
  sent = [];
  awareness.on("update", () => sent.push(Date.now()));
});
afterEach(() => {
  awareness.destroy();
  vi.useRealTimers();
});

describe("one's own presence", () => {
  test("at most ten times in any second, the last state always", () => {
    const local = throttledAwareness(awareness);
    for (let at = 0; at < 300; at++) {
      local.setLocalStateField("at", at);
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(1_000);
    for (const first of sent)
      expect(sent.filter((at) => at >= first && at < first + 1_000).length).toBeLessThanOrEqual(10);
    expect(awareness.getLocalState()).toEqual({ at: 299 });
  });

  test("fields set in one moment are all there", () => {
    const local = throttledAwareness(awareness);
    local.setLocalStateField("a", 1);
    local.setLocalStateField("b", 2);
    local.setLocalStateField("c", 3);
    expect(local.getLocalState()).toEqual({ a: 1, b: 2, c: 3 });
    vi.advanceTimersByTime(200);
    expect(awareness.getLocalState()).toEqual({ a: 1, b: 2, c: 3 });
  });

  test("who left stays away", () => {
    const local = throttledAwareness(awareness);
    local.setLocalStateField("a", 1);
    local.setLocalStateField("a", 2);
    awareness.setLocalState(null);
    vi.advanceTimersByTime(1_000);
    expect(awareness.getLocalState()).toBeNull();
  });
});

describe("the question before others' words are lost", () => {
  const other: PersonPresent = {
    clientId: 2,
    accountId: "A" as AccountId,
    name: "Budi",
    colour: 1,
    self: false,
    cid: cidOf(2),
  };
  const start = () => {
    const lock = makeSoftLock(
      (cids) => (cids.includes(cidOf(2)) ? [other, { ...other, clientId: 3 }] : []),
      () => {},
    );
    return lock;
  };

  test("nobody there: at once; somebody: asked by name, once", () => {
    const lock = start();
    const done: string[] = [];
    lock.guard([cidOf(1)], "remove", () => done.push("1"));
    lock.guard([cidOf(2)], "remove", () => done.push("2"));
    expect(done).toEqual(["1"]);
    const question = lock.question.get();
    expect(question?.people).toEqual(["Budi"]);
    question?.answer(true);
    question?.answer(true);
    expect([done, lock.question.get()]).toEqual([["1", "2"], null]);
  });

  test("a second question answers the first with no", async () => {
    const lock = start();
    const first = lock.agreed([cidOf(2)], "move");
    const second = lock.agreed([cidOf(2)], "move");
    lock.question.get()?.answer(true);
    expect(await Promise.all([first, second])).toEqual([false, true]);
  });
});
