/** Participation by group as it may be shown. [CO12, CO13] */
import { groupsByThemselves, type Sized } from "../surveys/suppression.ts";

export interface GroupTally {
  /** Null: no group was named. */
  readonly groupId: string | null;
  readonly count: number;
}

export interface ShownParticipation {
  readonly total: number;
  /** Parallel to `groupIds`; null where it is hidden. */
  readonly byGroup: readonly (number | null)[];
  /** Who named no group, together with all that is hidden. */
  readonly others: number;
}

/**
 * The counts of one instrument for `groupIds`; groups that are not listed are among the others.
 * `foldedAs`, for surveys: the groups that its results are about. They fold the same way here,
 * whomever the consultation addresses: what stands in one table would be missing in the other.
 */
export function shownParticipation(
  counts: readonly GroupTally[],
  groupIds: readonly string[],
  foldedAs: readonly string[] | null,
): ShownParticipation {
  const countOf = (groupId: string) => counts.find((each) => each.groupId === groupId)?.count ?? 0;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const sizesOf = (ids: readonly string[]) => ids.map((key) => ({ key, n: countOf(key) }));
  // Where nobody answered there is nobody to be found.
  const own =
    foldedAs === null || total === 0 ? new Set(groupIds) : standingByThemselves(sizesOf(foldedAs), total);
  const byGroup = sizesOf(groupIds).map(({ key, n }) => (own.has(key) ? n : null));
  return { total, byGroup, others: total - byGroup.reduce<number>((sum, n) => sum + (n ?? 0), 0) };
}

/** Only the total: while answers come in, two readings of the groups would tell the one who came in between. [CO13] */
export function totalParticipation(
  counts: readonly GroupTally[],
  groupIds: readonly string[],
): ShownParticipation {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return { total, byGroup: groupIds.map(() => null), others: total };
}

function standingByThemselves(sized: readonly Sized[], total: number): ReadonlySet<string> {
  return groupsByThemselves(sized, total - sized.reduce((sum, { n }) => sum + n, 0));
}
