/** The clauses of a text as matrices have them: what can be spoken on, each with what folds into it. */
import { citationOf, type Derived } from "../clauses/citation.ts";
import { clauseText } from "../clauses/clause.ts";
import { commentableIndex, offersComment } from "../clauses/commentable.ts";
import { KINDS } from "../clauses/kinds.ts";
import type { Cid } from "../ids.ts";

export interface SpokenClause {
  readonly cid: Cid;
  readonly citation: string;
  /** With the labels of its items, a line each; empty for a Pasal whose ayat stand for themselves. */
  readonly wording: string;
}

/** The clause that a target is listed under: itself or the norm that it folds into. Null where the text has it not. */
export function spokenFor({ clauses, tree, indexOf }: Derived, cid: Cid): Cid | null {
  const index = indexOf.get(cid);
  if (index === undefined) return null;
  const at = commentableIndex(clauses, tree, index);
  const above = clauses[tree.parent[at] ?? -1];
  // A text that stands alone under its Pasal is that Pasal.
  return clauses[at]?.kind === "isi" && above?.kind === "pasal" ? above.cid : (clauses[at]?.cid ?? null);
}

/** In the order of the text. A Pasal is there when it is spoken of itself (`named`) or has no ayat. */
export function spokenClauses(text: Derived, named: ReadonlySet<Cid>): SpokenClause[] {
  const { clauses, tree, numbering, indexOf } = text;
  const wordings = new Map<Cid, string[]>();
  for (const [index, clause] of clauses.entries()) {
    if (indexOf.get(clause.cid) !== index || KINDS[clause.kind].role === "table") continue;
    const root = spokenFor(text, clause.cid);
    const words = clauseText(clause);
    if (root === null || words === "") continue;
    const label = root === clause.cid ? "" : (numbering.labels[index] ?? "");
    wordings.set(root, [...(wordings.get(root) ?? []), label === "" ? words : `${label} ${words}`]);
  }
  return clauses.flatMap(({ cid, kind }, index) => {
    if (indexOf.get(cid) !== index) return [];
    const wording = wordings.get(cid);
    const offers = kind === "pasal" ? wording !== undefined : offersComment(clauses, tree, index);
    if (spokenFor(text, cid) !== cid || !(offers || named.has(cid))) return [];
    const citation = citationOf(text, index) || (clauses[index] ? clauseText(clauses[index]) : "");
    return [{ cid, citation, wording: (wording ?? []).join("\n") }];
  });
}
