/** Time as an argument, so that tests turn the clock by hand. */
import type { EpochMs } from "../../domain/ids.ts";

export interface RoomClock {
  now(): EpochMs;
  /** Runs `task` once after `ms`; the answer cancels it. */
  after(ms: number, task: () => void): () => void;
}

export const systemClock: RoomClock = {
  now: () => Date.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/**
 * What is put off may go wrong like what is received, but there nobody would catch it and the process would end:
 * such a task calls `fail` instead, and so does what runs on the clock that this returns.
 */
export function guardTasks(
  clock: RoomClock,
  fail: (error: unknown) => void,
): { readonly guard: (task: () => void) => () => void; readonly clock: RoomClock } {
  const guard = (task: () => void) => () => {
    try {
      task();
    } catch (error) {
      fail(error);
    }
  };
  return { guard, clock: { now: () => clock.now(), after: (ms, task) => clock.after(ms, guard(task)) } };
}
