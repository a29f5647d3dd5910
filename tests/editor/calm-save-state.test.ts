import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { calmSaveState } from "../../client/editor/calm-save-state.ts";
import type { SaveState } from "../../client/editor/editor-session.ts";
import { makeSubject } from "../../client/editor/observable.ts";

describe("the save mark while somebody types", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function start() {
    const saved = makeSubject<SaveState>({ state: "loading" });
    const { state, stop } = calmSaveState(saved);
    const shown: string[] = [];
    state.subscribe((next) => shown.push(next.state));
    return { saved, shown, stop };
  }

  test("the first time it is shown at once", () => {
    const { saved, shown } = start();
    saved.set({ state: "saving", pending: 1 });
    saved.set({ state: "saved" });
    expect(shown).toEqual(["loading", "saving", "saved"]);
  });

  test("it does not flicker with every key, and tells when it is over", () => {
    const { saved, shown } = start();
    saved.set({ state: "saved" });
    for (let key = 0; key < 5; key++) {
      saved.set({ state: "saving", pending: 1 });
      saved.set({ state: "saved" });
      vi.advanceTimersByTime(120);
    }
    expect(shown).toEqual(["loading", "saved", "saving"]);
    vi.advanceTimersByTime(400);
    expect(shown).toEqual(["loading", "saved", "saving", "saved"]);
  });

  test("it never says saved when it is not: what is worse is shown at once", () => {
    const { saved, shown } = start();
    saved.set({ state: "saved" });
    saved.set({ state: "saving", pending: 1 });
    saved.set({ state: "saved" });
    saved.set({ state: "offline", pending: 2 });
    vi.advanceTimersByTime(1_000);
    expect(shown.at(-1)).toBe("offline");
  });
});
