/**
 * How clauses are named in the live text. What the names are made of is kept,
 * without the words, for as long as the text stays where it is: reading it opens
 * the document, and who looks at a history turns many pages of it.
 */
import { citationOf, derive, type Derived } from "../../domain/clauses/citation.ts";
import type { ClauseNamed } from "../../domain/history/history.contract.ts";
import type { Cid, PolicyId } from "../../domain/ids.ts";
import type { Deps } from "../deps.ts";
import { createRecent } from "../recent.ts";

const MAX_TEXTS = 16;

export function createClauseNames({ rooms }: Pick<Deps, "rooms">) {
  const texts = createRecent<Derived>(MAX_TEXTS);

  /** Names as of log position `logSeq`, or of a later one. */
  return async function clauseNames(policy: PolicyId, logSeq: number): Promise<(cid: Cid) => ClauseNamed> {
    const derived = await texts(`${policy}:${logSeq}`, async () =>
      withoutWords(derive((await rooms.read(policy)).clauses)),
    );
    return (cid) => {
      const index = derived.indexOf.get(cid);
      const gone = index === undefined;
      return { cid, place: gone ? "" : citationOf(derived, index), gone };
    };
  };
}

/** Names are made of kinds, numbers and what stands above; words that are erased later must not stay here. */
function withoutWords(derived: Derived): Derived {
  return {
    ...derived,
    clauses: derived.clauses.map(({ value: _value, ...clause }) => ({ ...clause, runs: [] })),
  };
}
