/** A consultation that is over leaves one event with counts. */
import { isLostGuard } from "../../db/guards.ts";
import type { Deps } from "../deps.ts";

export async function recordDueClosings({ repos, now }: Pick<Deps, "repos" | "now">): Promise<void> {
  for (const due of await repos.consultations.dueClosings(now())) {
    try {
      await repos.consultations.recordClosing(due, now());
    } catch (error) {
      // Another process was faster, or the window was extended meanwhile.
      if (!isLostGuard(error)) throw error;
    }
  }
}
