/** What a leader must know before deciding, computed from the version, its base and the inputs. [RV21, RV22] */
import type { Version } from "../../db/repos/version.repo.ts";
import type { Objection } from "../../db/repos/review-input.repo.ts";
import { citationOf, derive } from "../../domain/clauses/citation.ts";
import type { Cid } from "../../domain/ids.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import { standingApprovals } from "../../domain/reviews/approval.ts";
import { changesForLeader } from "../../domain/reviews/changes.ts";
import { rankObjections } from "../../domain/reviews/objections.ts";
import type { Review } from "../../domain/reviews/review.ts";
import type { ObjectionView, ReviewBrief } from "../../domain/reviews/reviews.contract.ts";
import { compareTexts } from "../../domain/versions/compare.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";
import type { LiveHashes } from "./live-hash.ts";

/** Read at most; the page shows the first few and folds the rest. */
const MAX_OBJECTIONS = 50;

export function createReadBrief({ repos, liveHashes }: Pick<Deps, "repos"> & { liveHashes: LiveHashes }) {
  async function baseOf(
    policy: Policy,
    review: Review,
  ): Promise<{ version: Version; approved: boolean } | null> {
    const rounds = await repos.reviews.rounds(policy.id);
    const approved = standingApprovals(rounds)
      .map(({ versionNumber }) => versionNumber)
      .filter((number) => number < review.versionNumber);
    const number = approved.length > 0 ? Math.max(...approved) : 1;
    if (number >= review.versionNumber) return null;
    const version = await repos.versions.get(policy.id, number);
    return version && { version, approved: approved.length > 0 };
  }

  /** `mayReadInput`: whether the asker may read what people said; without it there are figures only. */
  return async function readBrief(
    policy: Policy,
    review: Review,
    mayReadInput: boolean,
  ): Promise<ReviewBrief> {
    const version = found(await repos.versions.get(policy.id, review.versionNumber), "unknown-version");
    const text = await repos.versions.text(version.id);
    const base = await baseOf(policy, review);
    const { rows, counts } = base
      ? compareTexts(
          { clauses: (await repos.versions.text(base.version.id)).clauses },
          {
            clauses: text.clauses,
            origins: new Map(text.origins.map(({ cid, ...origin }) => [cid, origin])),
          },
        )
      : { rows: [], counts: { unchanged: text.clauses.length } };
    const { changes, renumbered } = changesForLeader(rows);
    const [input, objections, live] = await Promise.all([
      repos.reviewInput.counts(policy.id),
      mayReadInput ? repos.reviewInput.objections(policy.id, MAX_OBJECTIONS) : [],
      liveHashes(policy, [review.contentSchema]),
    ]);
    const changed = new Set<Cid>(changes.flatMap((change) => change.rows.map(({ cid }) => cid)));
    const derived = derive(text.clauses);
    const citation = (cid: Cid): string => {
      const index = derived.indexOf.get(cid);
      return index === undefined ? "" : citationOf(derived, index);
    };
    return {
      ...(base && {
        base: { number: base.version.number, label: base.version.label, approved: base.approved },
      }),
      changes,
      renumbered,
      unchanged: counts.unchanged,
      inputs: { ...input, open: input.received - input.answered },
      objections: rankObjections(objections, changed).map((each) => presentObjection(each, citation)),
      textChangedSince: live.get(review.contentSchema) !== review.hash,
    };
  };
}

function presentObjection(objection: Objection, citation: (cid: Cid) => string): ObjectionView {
  const { proposedText, groupName, answer, cids, ...rest } = objection;
  return {
    ...rest,
    cids,
    citations: [...new Set(cids.map(citation))].filter((words) => words !== ""),
    ...(proposedText !== null && { proposedText }),
    ...(groupName !== null && { groupName }),
    ...(answer && { answer }),
  };
}
