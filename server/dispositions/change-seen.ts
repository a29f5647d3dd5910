import type { Version } from "../../db/repos/version.repo.ts";
import type { Cid, PolicyId, VersionId } from "../../domain/ids.ts";
import type { TextStandings } from "../contributions/text-standings.ts";
import type { Deps } from "../deps.ts";

/** Whether a change that an answer promises is to be seen in the version it is bound to. [DP5] */
export function createChangeSeen({ repos }: Pick<Deps, "repos">, texts: TextStandings) {
  return {
    /** All versions of a policy, newest first. */
    async versions(policy: PolicyId): Promise<Version[]> {
      return repos.versions.list(policy, 10_000);
    },
    /** `cid`, or what is under it, does not read in `bound` as it did in the version that the author read. */
    async isSeen(policy: PolicyId, read: VersionId, bound: VersionId, cid: Cid): Promise<boolean> {
      if (read === bound) return false;
      const [earlier, later] = await Promise.all([texts.version(policy, read), texts.version(policy, bound)]);
      if (!earlier.indexOf.has(cid)) return later.indexOf.has(cid);
      const { lineage, of } = await texts.between(earlier, later);
      const { state, splitInto } = of({ cid });
      const onlyKept = (lineage.get(cid) ?? []).every(({ fact }) => fact === "kept");
      return state !== "attached" || splitInto !== undefined || !onlyKept;
    },
  };
}

export type ChangeSeen = ReturnType<typeof createChangeSeen>;
