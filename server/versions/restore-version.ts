import type { Version } from "../../db/repos/version.repo.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AccountId } from "../../domain/ids.ts";
import type { RestoredVersion } from "../../domain/versions/versions.contract.ts";
import type { Deps } from "../deps.ts";

/**
 * Makes the live text equal a version's, as new edits by `actor`: clauses come
 * back under their cids, and everything since stays in the history. Throws
 * `stale` or `conflict` when words are being erased: the version may still hold
 * what the text must not get back. [ER11]
 */
export function createRestoreVersion({ repos, rooms, trail, now }: RestoreDeps) {
  return async function restoreVersion(actor: AccountId, version: Version): Promise<RestoredVersion> {
    const { id, policyId, number, title } = version;
    // In this order: an erasure that begins after the look at the record changes the epoch before it ends.
    const { epoch } = await rooms.read(policyId);
    if (await repos.erasure.isUnderWay(policyId))
      throw new DomainError("conflict", "erasure-under-way", `words of ${policyId} are being erased`);
    const { clauses, origins } = await repos.versions.text(id);
    const { logSeq } = await rooms.replaceContent(policyId, clauses, actor, origins, epoch);
    const at = now();
    await trail.withEvent(policyId, () => ({
      at,
      actor,
      action: "version.restored",
      subject: { kind: "version", id },
      payload: { number, logSeq },
      statements: [repos.policies.titleStatement(policyId, title, at)],
    }));
    return { number, logSeq };
  };
}

type RestoreDeps = Pick<Deps, "repos" | "rooms" | "trail" | "now">;
