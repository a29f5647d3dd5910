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
