/** What the matching of two texts compares: the place of each clause, its words, and those of all that stand below it. */
import { clauseText, type Clause } from "../clauses/clause.ts";
import { deriveNumbering } from "../clauses/labels.ts";
import { deriveTree, NO_PARENT } from "../clauses/tree.ts";
import { bagOf, type WordBag } from "./likeness.ts";

export interface Placed {
  readonly at: number;
  readonly clause: Clause;
  /** Labels from the Pasal down; clauses without labels by their order under their parent. */
  readonly path: string;
  /** Own words. */
  readonly words: string;
  /** Own words and those of the whole subtree: a Pasal has no others. */
  readonly whole: string;
  readonly bag: WordBag;
  readonly parent: number;
  readonly children: readonly number[];
}

const INVISIBLE = /[\u00AD\u200B-\u200F\u2060]/g;

const wordsOf = (clause: Clause): string => {
  const text = clause.value ? clause.value.rows.flat().join(" ") : clauseText(clause);
  return text.normalize("NFC").replace(INVISIBLE, "").replace(/\s+/g, " ").trim().toLowerCase();
};

/** O(n) times the depth of the tree. */
export function placeClauses(clauses: readonly Clause[]): Placed[] {
  const tree = deriveTree(clauses);
  const { labels } = deriveNumbering(clauses, tree);
  const words = clauses.map(wordsOf);
  const children: number[][] = clauses.map(() => []);
  for (const [at, above] of tree.parent.entries()) if (above !== NO_PARENT) children[above]?.push(at);
  const paths: string[] = [];
  const unlabelled = new Map<string, number>();
  return clauses.map((clause, at) => {
    const above = tree.parent[at] ?? NO_PARENT;
    // Bab and Bagian are not in the path of a Pasal: its number runs through the whole text.
    const base = clause.kind === "pasal" || above === NO_PARENT ? "" : (paths[above] ?? "");
    let own = labels[at] ?? "";
    if (own === "" || clause.quoted) {
      const key = `${base} ${clause.kind} ${own}`;
      const count = (unlabelled.get(key) ?? 0) + 1;
      unlabelled.set(key, count);
      own = `${own}${clause.kind}#${count}`;
    }
    const path = `${base}${base === "" ? "" : " "}${clause.kind}:${own}`;
    paths.push(path);
    const whole = isHeading(clause)
      ? (words[at] ?? "")
      : words
          .slice(at, tree.end[at] ?? at + 1)
          .filter((each) => each !== "")
          .join(" ");
    return {
      at,
      clause,
      path,
      words: words[at] ?? "",
      whole,
      bag: bagOf(whole),
      parent: above,
      children: children[at] ?? [],
    };
  });
}

/** A Bab is known by its title: its Pasal may be moved to another one. */
export const isHeading = ({ kind }: Clause): boolean =>
  kind === "buku" || kind === "bab" || kind === "bagian" || kind === "paragraf";

/** Whether two clauses may be one: of one kind, both or neither quoted. */
export const kindOf = ({ kind, quoted }: Clause): string => (quoted ? `${kind}*` : kind);
