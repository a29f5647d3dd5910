/** Clauses of the demo by how they are cited. */
import { citationOf, derive } from "../../domain/clauses/citation.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { Cid } from "../../domain/ids.ts";

/** Finds the clause of "7 ayat (1)"; throws for one that is not in the text. */
export function createPlaces(clauses: readonly Clause[]): (place: string) => Cid {
  const derived = derive(clauses);
  const byCitation = new Map<string, Cid>();
  for (const [index, { cid }] of clauses.entries()) {
    const citation = citationOf(derived, index);
    // A text without a number is cited as what it stands in, which came before it.
    if (citation !== "" && !byCitation.has(citation)) byCitation.set(citation, cid);
  }
  return (place) => {
    const cid = byCitation.get(`Pasal ${place}`);
    if (cid === undefined) throw new Error(`the demo names Pasal ${place}, which is not in the text`);
    return cid;
  };
}
