import type { VersionId } from "../../domain/ids.ts";
import { commentableWords, type ClauseWords } from "../../domain/workshops/clause-words.ts";
import type { Deps } from "../deps.ts";

export type ReadClauseWords = (version: VersionId) => Promise<readonly ClauseWords[]>;

/** A version never changes, so that what a hall polls is derived once. */
const KEPT_VERSIONS = 8;

/** Clauses of a version that offer comments, with their words; the last few versions asked for are kept. */
export function createReadClauseWords({ repos }: Pick<Deps, "repos">): ReadClauseWords {
  const kept = new Map<VersionId, Promise<readonly ClauseWords[]>>();
  return (version) => {
    const known = kept.get(version);
    if (known) return known;
    const words = repos.versions.text(version).then(({ clauses }) => commentableWords(clauses));
    kept.set(version, words);
    words.catch(() => kept.delete(version));
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT_VERSIONS) break;
      kept.delete(oldest);
    }
    return words;
  };
}
