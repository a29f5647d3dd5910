/**
 * What may wait for somebody. Each feature gives its section: how many wait
 * (for the count in the page frame) and the part of the page that lists them.
 */
import { lazy, type Component } from "solid-js";
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
];
