/** How a text stands: never stored, always by comparing hashes. Rules RV17 to RV20. */
import type { ReviewState } from "./review.ts";

export const APPROVAL_STATUSES = [
  "approved",
  "changed-since-approval",
  "in-review",
  "returned",
  "never",
] as const;
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number];

/** What is needed of a round. */
export interface RoundOfText {
  readonly hash: string;
  readonly contentSchema: number;
  readonly state: ReviewState;
}

export interface Standing<Round> {
  readonly status: ApprovalStatus;
  /** The round that says so: of this very text, else the open or newest one; null for `never`. */
  readonly round: Round | null;
  /** Whether the round is of this very text. */
  readonly ofThisText: boolean;
}

const OF_THIS_TEXT = { open: "in-review", approved: "approved", returned: "returned" } as const;
const OF_ANOTHER = { open: "in-review", approved: "changed-since-approval", returned: "returned" } as const;

/**
 * How a text stands whose hash under a canonical form is `hashUnder(schema)`.
 * `rounds` are all of the policy, newest first. [RV17, RV18]
 */
export function standingOf<Round extends RoundOfText>(
  rounds: readonly Round[],
  hashUnder: (contentSchema: number) => string,
): Standing<Round> {
  const counting = rounds.filter((round) => round.state !== "withdrawn");
  const own = counting.find((round) => round.hash === hashUnder(round.contentSchema));
  const round = own ?? counting.find(({ state }) => state === "open") ?? counting[0];
  if (!round || round.state === "withdrawn") return { status: "never", round: null, ofThisText: false };
  const status = (own ? OF_THIS_TEXT : OF_ANOTHER)[round.state];
  return { status, round, ofThisText: own !== undefined };
}

/** The rounds by which a version counts as approved: of each hash the newest one, where it says so. [RV20] */
export function standingApprovals<Round extends RoundOfText>(rounds: readonly Round[]): Round[] {
  const seen = new Set<string>();
  return rounds.filter((round) => {
    if (round.state === "withdrawn" || seen.has(round.hash)) return false;
    seen.add(round.hash);
    return round.state === "approved";
  });
}

/** How each version stands by its hash, as far as it was submitted; `rounds` newest first. [RV17] */
export function versionStandings(
  rounds: readonly Pick<RoundOfText, "hash" | "state">[],
): ReadonlyMap<string, ApprovalStatus> {
  const standings = new Map<string, ApprovalStatus>();
  for (const { hash, state } of rounds) {
    if (state !== "withdrawn" && !standings.has(hash)) standings.set(hash, OF_THIS_TEXT[state]);
  }
  return standings;
}
