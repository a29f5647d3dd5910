/** What a hall reads of a clause: how it is cited, and its words with those below it. [WS1] */
import { citationOf, derive } from "../clauses/citation.ts";
import { clauseText, type Clause } from "../clauses/clause.ts";
import { offersComment } from "../clauses/commentable.ts";
import { ancestorsOf, subtreeOf } from "../clauses/tree.ts";
import type { Cid } from "../ids.ts";

export interface ClauseWords {
  readonly cid: Cid;
  readonly label: string;
  /** The BAB it stands in, with its heading: `BAB III PENGEMBANGAN KOMPETENSI`; "" outside. */
  readonly section: string;
  /** One line per clause of its subtree; those below it with their label. */
  readonly text: string;
}

/** Every clause of the text that offers comments, in its order: what an agenda is chosen from. */
export function commentableWords(clauses: readonly Clause[]): readonly ClauseWords[] {
  const derived = derive(clauses);
  const { tree, numbering } = derived;
  return clauses.flatMap((clause, index) => {
    if (!offersComment(clauses, tree, index)) return [];
    const { start, end } = subtreeOf(tree, index);
    const lines = clauses.slice(start, end).map((each, offset) => {
      const label = offset === 0 ? "" : (numbering.labels[start + offset] ?? "");
      return [label, wordsOf(each)].filter((part) => part !== "").join(" ");
    });
    const label = citationOf(derived, index) || (numbering.labels[index] ?? "");
    const chapter = ancestorsOf(tree, index).find((above) => clauses[above]?.kind === "bab");
    const section =
      chapter === undefined
        ? ""
        : `${numbering.labels[chapter] ?? ""} ${wordsOf(clauses[chapter] as Clause)}`.trim();
    return [{ cid: clause.cid, label, section, text: lines.filter((line) => line !== "").join("\n") }];
  });
}

const wordsOf = (clause: Clause): string =>
  clause.value ? clause.value.rows.map((row) => row.join(" · ")).join("\n") : clauseText(clause);
