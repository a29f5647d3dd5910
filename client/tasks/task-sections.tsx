/**
 * What may wait for somebody. Each feature gives its section: how many wait
 * (for the count in the page frame) and the part of the page that lists them.
 */
import { lazy, type Component } from "solid-js";
import { listWaitingInputs } from "../contributions/contribution-api.ts";
import { listWaiting } from "../reviews/review-api.ts";

export interface TaskSection {
  readonly id: string;
  /** How many wait for the reader. */
  readonly count: (signal?: AbortSignal) => Promise<number>;
  /** Its own heading and empty state; reads its own data. */
  readonly Section: Component;
}

export const TASK_SECTIONS: readonly TaskSection[] = [
  {
    id: "reviews",
    count: async (signal) => (await listWaiting(signal)).items.length,
    Section: lazy(async () => ({
      default: (await import("../reviews/waiting-reviews.tsx")).WaitingReviews,
    })),
  },
  {
    id: "inputs",
    // Only what was given to the reader: what waits for a whole team is nobody's number.
    count: async (signal) => (await listWaitingInputs(signal)).items.reduce((sum, { mine }) => sum + mine, 0),
    Section: lazy(async () => ({
      default: (await import("../contributions/waiting-inputs.tsx")).WaitingInputs,
    })),
  },
];
