/** A consultation that is over leaves one event with counts, and its writers are told. */
import { isLostGuard } from "../../db/guards.ts";
import type { Deps } from "../deps.ts";
import { createTellTeam } from "./tell-team.ts";

/**
 * Takes down the closing of each consultation whose window is over, once,
 * whoever runs it and however often. Until then nothing comes in either: the
 * window is over. Resolves with how many it took down. [CO11]
 */
export async function recordDueClosings({ repos, now }: Pick<Deps, "repos" | "now">): Promise<number> {
  const tellTeam = createTellTeam({ repos });
  const at = now();
  let recorded = 0;
  for (const due of await repos.consultations.dueClosings(at)) {
    try {
      const told = await tellTeam("consultation.closed", due, null, at);
      await repos.consultations.recordClosing(due, at, told);
      recorded += 1;
    } catch (error) {
      // Another process was faster, or the window was extended meanwhile.
      if (!isLostGuard(error)) throw error;
    }
  }
  return recorded;
}
