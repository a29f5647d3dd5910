/** Who wrote what in a text, by clause and by person. */
import { historyQuerySchema, type HistoryView } from "../../domain/history/history.contract.ts";
import type { Deps } from "../deps.ts";
import { decodeCursor, DEFAULT_PAGE_SIZE, encodeCursor } from "../http/cursor.ts";
import { requirePolicy, type Routes } from "../http/route.ts";
import { createClauseNames } from "./clause-names.ts";
import { createPresentPassages } from "./present-passages.ts";

export function registerHistoryRoutes(routes: Routes, deps: Deps): void {
  const { rooms } = deps;
  const present = createPresentPassages(deps);
  const clauseNames = createClauseNames(deps);

  routes.add(
    {
      method: "GET",
      path: "/api/policies/:policyId/history",
      action: "history.read",
      summary: "Who wrote what, newest first, by clause, person and time",
      query: historyQuerySchema,
    },
    async ({ c, query }) => {
      const { id } = requirePolicy(c).policy;
      const { cursor, limit = DEFAULT_PAGE_SIZE, cid, person, from, to } = query;
      const [seq, last] = cursor ? decodeCursor(cursor, /^(\d{1,15})~(\d{1,15})$/) : [];
      const before = seq === undefined ? undefined : { seq: Number(seq), id: Number(last) };
      const page = await rooms.history(id, { cid, person, from, to, before, limit: limit + 1 });
      const shown = page.passages.slice(0, limit);
      // What was written while the page was gathered is named, too.
      const nameClause = await clauseNames(id, Math.max(page.progress.of, shown[0]?.seq ?? 0));
      const end = page.passages.length > limit ? shown.at(-1) : undefined;
      const view: HistoryView = {
        ...(await present(shown, page.writers, nameClause)),
        ...(end && { nextCursor: encodeCursor([end.seq, end.id]) }),
        progress: page.progress,
      };
      return c.json(view);
    },
  );
}
