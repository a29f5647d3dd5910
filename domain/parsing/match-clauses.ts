/**
 * A revised file meets the clauses that are already there: each incoming
 * clause takes the cid of the one it most likely is. The result is shown for
 * review before anything is written. [PR15]
 *
 * In three rounds, each over what the one before left: the same place and the
 * same words; the same words anywhere; the same place and words that are alike.
 */
import type { Clause } from "../clauses/clause.ts";
import { clauseText } from "../clauses/clause.ts";
import { deriveNumbering } from "../clauses/labels.ts";
import { deriveTree, NO_PARENT } from "../clauses/tree.ts";
import type { Cid } from "../ids.ts";

export type MatchKind = "kept" | "changed" | "moved" | "new" | "removed";

export interface ClauseMatch {
  readonly match: MatchKind;
  /** The cid in the result; for `removed` the one that is gone. */
  readonly cid: Cid;
  /** Share of common words, 0 to 1. */
  readonly likeness: number;
  readonly before?: { readonly path: string; readonly text: string };
  readonly after?: { readonly path: string; readonly text: string };
}

export interface MatchedClauses {
  readonly clauses: Clause[];
  /** In the order of the incoming text, the removed ones last. */
  readonly changes: ClauseMatch[];
}

/** Words that a clause at the same place must share to be the same clause. */
const ENOUGH = 0.35;

interface Placed {
  readonly clause: Clause;
  readonly path: string;
  readonly words: string;
}

/** Cids of `existing` carried over to `incoming`, and what became of every clause. O(n). */
export function matchClauses(existing: readonly Clause[], incoming: readonly Clause[]): MatchedClauses {
  const old = place(existing);
  const fresh = place(incoming);
  const partner: (number | undefined)[] = Array.from({ length: fresh.length });
  const used = new Set<number>();
  const pair = (freshAt: number, oldAt: number): void => {
    partner[freshAt] = oldAt;
    used.add(oldAt);
  };

  matchBy(old, fresh, partner, used, pair, ({ path, words }) => `${path}\n${words}`);
  matchBy(old, fresh, partner, used, pair, ({ clause, words }) =>
    words.length < 12 ? "" : `${clause.kind}\n${words}`,
  );
  matchBy(old, fresh, partner, used, pair, ({ path }) => path, ENOUGH);

  const cidOf = new Map<Cid, Cid>();
  for (const [at, { clause }] of fresh.entries()) {
    const from = partner[at];
    cidOf.set(clause.cid, (from === undefined ? undefined : old[from]?.clause.cid) ?? clause.cid);
  }
  const changes: ClauseMatch[] = [];
  const clauses = fresh.map(({ clause, path, words }, at) => {
    const before = partner[at] === undefined ? undefined : old[partner[at]];
    const cid = cidOf.get(clause.cid) ?? clause.cid;
    const likeness = before ? likenessOf(before.words, words) : 0;
    const match = !before
      ? "new"
      : before.words !== words
        ? "changed"
        : before.path !== path
          ? "moved"
          : "kept";
    changes.push({
      match,
      cid,
      likeness,
      ...(before && { before: { path: before.path, text: clauseText(before.clause) } }),
      after: { path, text: clauseText(clause) },
    });
    return remap(clause, cid, cidOf);
  });
  for (const [at, { clause, path }] of old.entries()) {
    if (used.has(at)) continue;
    changes.push({
      match: "removed",
      cid: clause.cid,
      likeness: 0,
      before: { path, text: clauseText(clause) },
    });
  }
  return { clauses, changes };
}

function matchBy(
  old: readonly Placed[],
  fresh: readonly Placed[],
  partner: readonly (number | undefined)[],
  used: ReadonlySet<number>,
  pair: (freshAt: number, oldAt: number) => void,
  keyOf: (placed: Placed) => string,
  enough = 0,
): void {
  const waiting = new Map<string, number[]>();
  for (const [at, placed] of old.entries()) {
    const key = keyOf(placed);
    if (used.has(at) || key === "") continue;
    const same = waiting.get(key);
    if (same) same.push(at);
    else waiting.set(key, [at]);
  }
  for (const same of waiting.values()) same.reverse();
  for (const [at, placed] of fresh.entries()) {
    if (partner[at] !== undefined) continue;
    const same = waiting.get(keyOf(placed));
    const candidate = same?.at(-1);
    if (!same || candidate === undefined) continue;
    if (enough > 0 && likenessOf(old[candidate]?.words ?? "", placed.words) < enough) continue;
    same.pop();
    pair(at, candidate);
  }
}

/** Where each clause stands, by the labels from the top down; clauses without labels by their order under their parent. */
function place(clauses: readonly Clause[]): Placed[] {
  const tree = deriveTree(clauses);
  const { labels } = deriveNumbering(clauses, tree);
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
    return {
      clause,
      path,
      words: clauseText(clause).normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase(),
    };
  });
}

/** Share of common words of two texts (Sørensen and Dice over multisets), 0 to 1; two empty texts are alike. */
export function likenessOf(a: string, b: string): number {
  if (a === b) return 1;
  const left = a.split(" ").filter((word) => word !== "");
  const right = b.split(" ").filter((word) => word !== "");
  if (left.length === 0 || right.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count > 0) {
      counts.set(word, count - 1);
      common++;
    }
  }
  return (2 * common) / (left.length + right.length);
}

/** The clause under its cid, with references and explanations following theirs. */
function remap(clause: Clause, cid: Cid, cidOf: ReadonlyMap<Cid, Cid>): Clause {
  const runs = clause.runs.map((run) =>
    run.ref === undefined ? run : { ...run, ref: cidOf.get(run.ref) ?? run.ref },
  );
  return {
    ...clause,
    cid,
    runs,
    ...(clause.explains !== undefined && { explains: cidOf.get(clause.explains) ?? clause.explains }),
  };
}
