import { isLostGuard } from "../../db/guards.ts";
import { retentionEndsAt } from "../../domain/consultations/retention.ts";
import type { Deps } from "../deps.ts";

/** Deletes what could point to a person where the promised time has come. A recurring duty. [CO14] */
export async function endDueRetention({
  repos,
  now,
  emptyLog,
}: Pick<Deps, "repos" | "now" | "emptyLog">): Promise<void> {
  const at = now();
  let ended = 0;
  for (const held of await repos.retention.held(at)) {
    if (retentionEndsAt(held.closesAt, held.retentionMonths, held.timeZone) > at) continue;
    try {
      await repos.retention.end(held, at);
      ended += 1;
    } catch (error) {
      if (!isLostGuard(error)) throw error;
    }
  }
  // What was deleted must not stay readable in the write-ahead log.
  if (ended > 0) await emptyLog?.();
}
