/** What tells whether a consultation's pages have changed: one read for all who ask at once. */
import type { ConsultationId } from "../../domain/ids.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";
import { createLatest } from "./latest.ts";

export type StampOf = (id: ConsultationId) => Promise<string>;

/** Rejects with `not-found` for what is not public. */
export function createStamps({ repos, now }: Pick<Deps, "repos" | "now">): StampOf {
  const latest = createLatest((id: ConsultationId) => repos.portal.stamp(id));
  return async (id) => {
    const { stamp, instants } = found(await latest(id), "unknown-consultation");
    // What opens or closes by the clock changes the pages without a row being written.
    const at = now();
    return `${stamp}|${instants.filter((instant) => instant <= at).length}`;
  };
}
