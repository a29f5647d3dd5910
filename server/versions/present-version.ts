import type { Version } from "../../db/repos/version.repo.ts";
import type { AccountId } from "../../domain/ids.ts";
import type { VersionView } from "../../domain/versions/versions.contract.ts";
import type { Deps } from "../deps.ts";

/** What leaves the server of versions, with the names of people. */
export function createPresentVersions({ repos }: Pick<Deps, "repos">) {
  return async function presentVersions(versions: readonly Version[]): Promise<VersionView[]> {
    const names = await repos.accounts.names(versions.flatMap(({ author, authors }) => [author, ...authors]));
    const person = (id: AccountId) => ({ id, name: names.get(id) ?? "" });
    return versions.map(
      ({ id, policyId, number, label, note, author, authors, at, hash, epoch, logSeq, erasedAt }) => ({
        id,
        policyId,
        number,
        label,
        ...(note !== null && { note }),
        author: person(author),
        authors: authors.map(person),
        at,
        hash,
        epoch,
        logSeq,
        ...(erasedAt !== null && { erasedAt }),
      }),
    );
  };
}
