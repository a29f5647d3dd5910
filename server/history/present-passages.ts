import type { ClauseNamed, HistoryView, PassageView } from "../../domain/history/history.contract.ts";
import type { Passage } from "../../domain/history/passage.ts";
import type { AccountId, Cid } from "../../domain/ids.ts";
import type { Deps } from "../deps.ts";
import type { HistoryOfDocument } from "../document-rooms.ts";

/** What leaves the server of passages, with the names of people and clauses. */
export function createPresentPassages({ repos }: Pick<Deps, "repos">) {
  return async function presentPassages(
    passages: readonly Passage[],
    writers: HistoryOfDocument["writers"],
    nameClause: (cid: Cid) => ClauseNamed,
  ): Promise<Pick<HistoryView, "items" | "people">> {
    const actors = passages.flatMap(({ actor }) => (actor === null ? [] : [actor]));
    const names = await repos.accounts.names([...actors, ...writers.map(({ actor }) => actor)]);
    const person = (id: AccountId) => ({ id, name: names.get(id) ?? "" });
    const items = passages.map(
      ({ id, since, at, actor, cause, act, cid, other, pieces, open }): PassageView => ({
        id,
        since,
        at,
        ...(actor !== null && { person: person(actor) }),
        cause,
        act,
        ...(cid !== null && { clause: nameClause(cid) }),
        ...(other !== null && { other: nameClause(other) }),
        pieces,
        ...(open && { open }),
      }),
    );
    return { items, people: writers.map(({ actor }) => person(actor)) };
  };
}
