/** Who wrote what in a text, by clause and by person. */
import { citationOf, derive } from "../../domain/clauses/citation.ts";
import { historyQuerySchema, type HistoryView } from "../../domain/history/history.contract.ts";
import type { Deps } from "../deps.ts";
import { decodeCursor, DEFAULT_PAGE_SIZE, encodeCursor } from "../http/cursor.ts";
import { requirePolicy, type Routes } from "../http/route.ts";
import { createPresentPassages } from "./present-passages.ts";

export function registerHistoryRoutes(routes: Routes, deps: Deps): void {
  const { rooms } = deps;
  const present = createPresentPassages(deps);

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
      const [page, live] = await Promise.all([
        rooms.history(id, { cid, person, from, to, before, limit: limit + 1 }),
        rooms.read(id),
      ]);
      const shown = page.passages.slice(0, limit);
      const derived = derive(live.clauses);
      const end = page.passages.length > limit ? shown.at(-1) : undefined;
      const view: HistoryView = {
        ...(await present(shown, page.writers, (clause) => {
          const index = derived.indexOf.get(clause);
          const gone = index === undefined;
          return { cid: clause, place: gone ? "" : citationOf(derived, index), gone };
        })),
        ...(end && { nextCursor: encodeCursor([end.seq, end.id]) }),
        progress: page.progress,
      };
      return c.json(view);
    },
  );
}
