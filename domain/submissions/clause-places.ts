/** Where an item may point: each clause that offers comments, with its words and the smaller items inside it. [SB5] */
import { citationOf, derive } from "../clauses/citation.ts";
import { clauseText, type Clause } from "../clauses/clause.ts";
import { offersComment } from "../clauses/commentable.ts";
import { subtreeOf } from "../clauses/tree.ts";
import type { Cid } from "../ids.ts";

export interface PlaceInside {
  readonly cid: Cid;
  readonly label: string;
  readonly text: string;
}

export interface ClausePlace extends PlaceInside {
  /** Index of the clause in the text. */
  readonly index: number;
  /** Smaller items that fold into it, in order, without those that offer comments themselves. */
  readonly inside: readonly PlaceInside[];
}

const FIRST_WORDS = 40;

/** All places of a text, in its order. `text` is one line per clause of the subtree, those below with their label. */
export function clausePlaces(clauses: readonly Clause[]): ClausePlace[] {
  const derived = derive(clauses);
  const { tree, numbering } = derived;
  const labelOf = (index: number): string => numbering.labels[index] ?? "";
  const wordsUnder = (index: number): string => {
    const { start, end } = subtreeOf(tree, index);
    return clauses
      .slice(start, end)
      .map((each, offset) =>
        [offset === 0 ? "" : labelOf(start + offset), wordsOf(each)].filter((part) => part !== "").join(" "),
      )
      .filter((line) => line !== "")
      .join("\n");
  };
  return clauses.flatMap((clause, index) => {
    if (!offersComment(clauses, tree, index)) return [];
    const { start, end } = subtreeOf(tree, index);
    const inside: PlaceInside[] = [];
    for (let at = start + 1; at < end; at += 1) {
      const each = clauses[at];
      // A Pasal holds its ayat, but each of them is a place of its own.
      if (!each || holder(clauses, tree, at) !== index) continue;
      const text = wordsUnder(at);
      // A closing phrase has no number: it is called by its first words.
      const cited = each.kind === "isi" ? "" : citationOf(derived, at);
      const label = cited || labelOf(at) || `“${text.slice(0, FIRST_WORDS)}…”`;
      inside.push({ cid: each.cid, label, text });
    }
    const label = citationOf(derived, index) || labelOf(index);
    return [{ cid: clause.cid, index, label, text: wordsUnder(index), inside }];
  });
}

/** The nearest clause above (or itself) that offers comments. */
function holder(
  clauses: readonly Clause[],
  tree: Parameters<typeof offersComment>[1],
  index: number,
): number {
  let at = index;
  while (at >= 0 && !offersComment(clauses, tree, at)) at = tree.parent[at] ?? -1;
  return at;
}

const wordsOf = (clause: Clause): string =>
  clause.value ? clause.value.rows.map((row) => row.join(" · ")).join("\n") : clauseText(clause);

/** The words an item is about: null for the draft as a whole, undefined where the text has no such place. */
export function presentText(
  places: readonly ClausePlace[],
  { cid, itemCid }: { readonly cid: Cid | null; readonly itemCid: Cid | null },
): string | null | undefined {
  if (cid === null) return null;
  const place = places.find((each) => each.cid === cid);
  if (!place || itemCid === null) return place?.text;
  return place.inside.find((each) => each.cid === itemCid)?.text;
}
