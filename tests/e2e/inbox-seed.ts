/** Inputs put straight into the data folder of a running server, as a channel's own batch would. */
import { createAuditTrail } from "../../db/audit-trail.ts";
import type { Stance } from "../../domain/contributions/contribution.ts";
import { idFromBytes, type Cid, type ContributionId, type PolicyId } from "../../domain/ids.ts";
import { openCloudflareStore } from "../../server/cloudflare-store.node.ts";
import { openDataFolder } from "../../server/data-folder.node.ts";
import { createRepos } from "../../server/repos.ts";
import { clauseText } from "../../domain/clauses/clause.ts";

export interface SeededInput {
  readonly text: string;
  readonly stance?: Stance;
  readonly proposedText?: string;
  /** Words at which the clause begins that it is about; none: the draft as a whole. */
  readonly about?: string;
  readonly createdOn?: string;
}

/** Writes them to the newest version of the policy; returns their ids in order. */
export async function seedInputs(
  dataDir: string,
  policyId: string,
  inputs: readonly SeededInput[],
): Promise<ContributionId[]> {
  const onWorkers = process.env.HOST_UNDER_TEST === "workers";
  const data = onWorkers ? await openCloudflareStore("local", dataDir) : await openDataFolder(dataDir);
  const repos = createRepos(data.db, createAuditTrail({ db: data.db }));
  try {
    const version = await repos.versions.last(policyId as PolicyId);
    if (!version) throw new Error(`no version of ${policyId} to speak about`);
    const { clauses } = await repos.versions.text(version.id);
    const ids: ContributionId[] = [];
    for (const [at, input] of inputs.entries()) {
      const id = idFromBytes(crypto.getRandomValues(new Uint8Array(16))) as ContributionId;
      ids.push(id);
      const { about } = input;
      const clause =
        about === undefined ? undefined : clauses.find((each) => clauseText(each).startsWith(about));
      if (about !== undefined && !clause) throw new Error(`no clause begins with "${about}"`);
      const statements = repos.contributions.receiveStatements({
        id,
        policyId: policyId as PolicyId,
        consultationId: null,
        channel: "comment",
        sourceId: null,
        sourceItem: null,
        versionId: version.id,
        targets: clause ? [{ cid: clause.cid as Cid }] : [],
        groupId: null,
        unitId: null,
        author: { kind: "none" },
        text: input.text,
        stance: input.stance ?? null,
        proposedText: input.proposedText ?? null,
        createdOn: input.createdOn ?? `2026-11-${String(28 - at).padStart(2, "0")}`,
        receivedAt: null,
      });
      const [first, ...rest] = statements;
      if (first) await data.db.batch([first, ...rest]);
    }
    return ids;
  } finally {
    await data.close();
  }
}
