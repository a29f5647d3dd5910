/** Participation by group as it may be shown. [CO12, CO13] */
import { groupsByThemselves } from "../surveys/suppression.ts";

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

/** The counts of one instrument for `groupIds`; `hideSmall` for surveys. Groups that are not listed are among the others. */
export function shownParticipation(
  counts: readonly GroupTally[],
  groupIds: readonly string[],
  hideSmall: boolean,
): ShownParticipation {
  const countOf = (groupId: string) => counts.find((each) => each.groupId === groupId)?.count ?? 0;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const sized = groupIds.map((key) => ({ key, n: countOf(key) }));
  const listed = sized.reduce((sum, { n }) => sum + n, 0);
  // Where nobody answered there is nobody to be found.
  const own = hideSmall && total > 0 ? groupsByThemselves(sized, total - listed) : new Set(groupIds);
  const byGroup = sized.map(({ key, n }) => (own.has(key) ? n : null));
  return { total, byGroup, others: total - byGroup.reduce<number>((sum, n) => sum + (n ?? 0), 0) };
}
