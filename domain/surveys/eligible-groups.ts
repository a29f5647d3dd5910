/** Which groups somebody may say they belong to. [SV18] */
import type { GroupId } from "../ids.ts";
import { SMALLEST_GROUP } from "./results.ts";
import type { SurveyGroup } from "./survey.ts";

/** Groups of fewer than five who may answer are not offered: an answer of one of them would be known by its group. */
export const offeredGroups = (groups: readonly SurveyGroup[]): readonly SurveyGroup[] =>
  groups.filter(({ eligible }) => eligible === null || eligible >= SMALLEST_GROUP);

/** What is kept of the group that was chosen; null is `lainnya`. */
export const keptGroup = (groups: readonly SurveyGroup[], chosen: string | null): GroupId | null =>
  offeredGroups(groups).find(({ groupId }) => groupId === chosen)?.groupId ?? null;
