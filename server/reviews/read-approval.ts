/** How the live text stands, computed whenever somebody asks. [RV17 to RV19] */
import { CONTENT_SCHEMA } from "../../domain/clauses/content.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import { standingOf } from "../../domain/reviews/approval.ts";
import type { ApprovalView } from "../../domain/reviews/reviews.contract.ts";
import type { Deps } from "../deps.ts";
import type { LiveHashes } from "./live-hash.ts";

export function createReadApproval({ repos, liveHashes }: Pick<Deps, "repos"> & { liveHashes: LiveHashes }) {
  return async function readApproval(policy: Policy): Promise<ApprovalView> {
    const rounds = await repos.reviews.rounds(policy.id);
    const schemas = [CONTENT_SCHEMA, ...rounds.map(({ contentSchema }) => contentSchema)];
    const hashes = await liveHashes(policy, schemas);
    const hashUnder = (schema: number) => hashes.get(schema) ?? "";
    const { status, round, ofThisText } = standingOf(rounds, hashUnder);
    if (!round) return { status, hash: hashUnder(CONTENT_SCHEMA) };
    const { id, state, versionNumber: number, hash, submittedAt, endedAt } = round;
    const label = (await repos.versions.get(policy.id, number))?.label ?? "";
    return {
      status,
      hash: hashUnder(round.contentSchema),
      review: { id, state, ofThisText, version: { number, label, hash }, at: endedAt ?? submittedAt },
    };
  };
}
