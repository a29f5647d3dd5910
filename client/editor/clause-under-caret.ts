/**
 * The clause that what is said about the caret's place belongs to: its nearest
 * ancestor that offers comments. Looked up when the caret has rested in another
 * clause, never while one types in the same.
 */
import { createEffect, createSignal, on, onCleanup, type Accessor } from "solid-js";
import { citationOf, derive } from "../../domain/clauses/citation.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import { commentableIndex } from "../../domain/clauses/commentable.ts";
import type { Cid } from "../../domain/ids.ts";

const REST_MS = 300;

export interface ClausePlace {
  readonly cid: Cid;
  /** "Pasal 7 ayat (1)"; empty where it has no label. */
  readonly citation: string;
}

/** Where what is said about `cid` belongs; null if the text has no such clause. */
export function placeOf(clauses: readonly Clause[], cid: Cid): ClausePlace | null {
  const derived = derive(clauses);
  const index = derived.indexOf.get(cid);
  if (index === undefined) return null;
  const at = commentableIndex(clauses, derived.tree, index);
  const clause = clauses[at];
  return clause ? { cid: clause.cid, citation: citationOf(derived, at) } : null;
}

export function createClauseUnderCaret(
  caretCid: Accessor<Cid | null>,
  clauses: () => readonly Clause[],
): Accessor<ClausePlace | null> {
  const [place, setPlace] = createSignal<ClausePlace | null>(null, {
    equals: (a, b) => a?.cid === b?.cid && a?.citation === b?.citation,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  createEffect(
    on(caretCid, (cid) => {
      clearTimeout(timer);
      if (cid !== null) timer = setTimeout(() => setPlace(placeOf(clauses(), cid)), REST_MS);
    }),
  );
  return place;
}
