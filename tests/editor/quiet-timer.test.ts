import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeQuietTimer } from "../../client/editor/quiet-timer.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("comes once, after the last time it was put off", () => {
  const at: number[] = [];
  const start = performance.now();
  const timer = makeQuietTimer(() => at.push(performance.now() - start));
  for (let key = 0; key < 10; key++) {
    timer.putOff(600);
    vi.advanceTimersByTime(100);
  }
  vi.advanceTimersByTime(5_000);
  expect(at).toHaveLength(1);
  expect(at[0]).toBeGreaterThanOrEqual(1_500);
  expect(at[0]).toBeLessThan(1_510);
  timer.putOff(600);
  vi.advanceTimersByTime(700);
  expect(at).toHaveLength(2);
});

test("never comes after it was cancelled", () => {
  const work = vi.fn();
  const timer = makeQuietTimer(work);
  timer.putOff(100);
  timer.cancel();
  vi.advanceTimersByTime(1_000);
  expect(work).not.toHaveBeenCalled();
});
