/** Which versions hold what is to be erased, and what is left of them. */
import { stateHolds } from "../../collab/document/past-words.ts";
import { createDocumentUpdate } from "../../collab/document/write.ts";
import type { ErasedVersion } from "../../db/repos/erasure.repo.ts";
import type { Version } from "../../db/repos/version.repo.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import {
  canonicalJson,
  contentOf,
  titleClauseOf,
  titleOf,
  type Content,
  type ContentInput,
} from "../../domain/clauses/content.ts";
import {
  createWordFinder,
  eraseFromClauses,
  eraseFromText,
  type ErasureTerms,
} from "../../domain/erasure/erasure.ts";
import type { PolicyId } from "../../domain/ids.ts";
import type { Deps } from "../deps.ts";

export interface VersionFound {
  readonly version: Version;
  /** How often words stand in what can be read of it. */
  readonly count: number;
  /** The clause of its title goes as a whole. */
  readonly losesTitle: boolean;
}

/** Whether the clause that gives a text its title goes as a whole. */
export const losesTitle = (clauses: readonly Clause[], { cids }: ErasureTerms): boolean => {
  const { cid } = titleClauseOf(clauses) ?? {};
  return cid !== undefined && cids.includes(cid);
};

const PAGE = 100;

export function createFindInVersions({ repos }: Pick<Deps, "repos">) {
  async function* versionsOf(policy: PolicyId, after: number): AsyncGenerator<Version> {
    for (let before: number | undefined; ;) {
      const page = await repos.versions.list(policy, PAGE, before);
      yield* page.filter(({ number }) => number > after);
      before = page.at(-1)?.number;
      if (page.length < PAGE || (before ?? 0) <= after) return;
    }
  }

  /** One after the other, newest first: a version may take megabytes. Only those with a number above `after`. */
  async function* find(policy: PolicyId, terms: ErasureTerms, after = 0): AsyncGenerator<VersionFound> {
    const inText = createWordFinder(terms.words);
    for await (const version of versionsOf(policy, after)) {
      const { clauses } = await repos.versions.text(version.id);
      const lines = [version.label, version.note ?? "", version.title];
      const inLines = lines.reduce((sum, line) => sum + inText(line).length, 0);
      const count = eraseFromClauses(clauses, terms).found.reduce((sum, each) => sum + each.count, inLines);
      if (count > 0 || stateHolds(await repos.versions.part(version.id, "state"), terms))
        yield { version, count, losesTitle: losesTitle(clauses, terms) };
    }
  }

  async function erased(
    { version, count, losesTitle }: VersionFound,
    terms: ErasureTerms,
  ): Promise<ErasedVersion> {
    const inText = createWordFinder(terms.words);
    const text = await repos.versions.text(version.id);
    const { schema, documentType, authorityId } = JSON.parse(
      await repos.versions.content(version.id),
    ) as Content;
    const { clauses } = eraseFromClauses(text.clauses, terms);
    const { origins } = text;
    return {
      version,
      lines: {
        label: eraseFromText(version.label, inText),
        note: version.note === null ? null : eraseFromText(version.note, inText),
        title: losesTitle ? titleOf(clauses) : eraseFromText(version.title, inText),
      },
      bulk: {
        content: canonicalJson(contentOf({ documentType, authorityId, clauses } as ContentInput, schema)),
        text: { clauses, origins },
        state: createDocumentUpdate(clauses, origins),
      },
      marked: count > 0,
    };
  }

  return { find, erased };
}
