import type { ClauseHeat } from "../../domain/contributions/contributions.contract.ts";
import { isOpen } from "../../domain/contributions/handling.ts";
import { heatByClause } from "../../domain/contributions/heat.ts";
import type { PolicyId } from "../../domain/ids.ts";
import { offersComment } from "../../domain/clauses/commentable.ts";
import { isListedClause, type LoadInbox } from "./load-inbox.ts";

/** Figures of the outline: how much was said on each clause of the live text, how contested it is. [CT19] */
export function createReadHeat(loadInbox: LoadInbox) {
  return async function readHeat(policy: PolicyId): Promise<ClauseHeat> {
    const { live, inputs } = await loadInbox(policy);
    const entries = inputs.map(({ entry }) => entry);
    const figures = heatByClause(entries, (cid) => {
      const index = live.indexOf.get(cid);
      return index !== undefined && offersComment(live.clauses, live.tree, index);
    });
    const heard = entries.filter(({ state }) => state !== "withdrawn");
    return {
      figures: live.clauses.flatMap(({ cid }, index) => {
        const figure = figures.get(cid);
        return figure && live.indexOf.get(cid) === index && isListedClause(live, index)
          ? [{ cid, ...figure }]
          : [];
      }),
      general: heard.filter(({ standing }) => standing === "general").length,
      gone: heard.filter(({ standing, place }) => standing !== "general" && !Number.isFinite(place)).length,
      received: heard.length,
      open: heard.filter(({ state }) => isOpen(state)).length,
    };
  };
}
