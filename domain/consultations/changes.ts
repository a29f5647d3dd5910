/** What may be announced, and what may be changed until when. Pure; the repository guards the same in SQL. */
import type { InputIssue } from "../errors.ts";
import type { EpochMs } from "../ids.ts";
import type { Consultation, ConsultationGroup } from "./consultation.ts";
import { phaseOf } from "./phase.ts";

/** Bounds; texts in UTF-16 units. */
export const CONSULTATION_LIMITS = {
  title: 200,
  summary: 600,
  whatHappens: 2_000,
  legalBasis: 500,
  contact: 300,
  endReason: 1_000,
  retentionMonths: 120,
  groups: 50,
  target: 10_000_000,
  windowMs: 366 * 86_400_000,
} as const;

export const CHANGEABLE = [
  "title",
  "summary",
  "whatHappens",
  "legalBasis",
  "retentionMonths",
  "contact",
  "versionId",
  "opensAt",
  "closesAt",
  "comments",
  "submissions",
  "groups",
] as const;
export type ChangeableField = (typeof CHANGEABLE)[number];
export type ConsultationChanges = { readonly [K in ChangeableField]?: Consultation[K] | undefined };

/** What has come in so far, withdrawn or not. */
export interface ReceivedInput {
  readonly any: boolean;
  readonly comments: boolean;
  readonly submissions: boolean;
  /** Groups that an input names. */
  readonly groups: readonly string[];
}

const issue = (path: string, message: string): InputIssue => ({ path, message });

/** Whether the window is one at all. [CO3] */
export function windowIssues({
  opensAt,
  closesAt,
}: Pick<Consultation, "opensAt" | "closesAt">): InputIssue[] {
  if (opensAt >= closesAt) return [issue("closesAt", "opens-before-closes")];
  return closesAt - opensAt > CONSULTATION_LIMITS.windowMs ? [issue("closesAt", "window-too-long")] : [];
}

const REQUIRED = ["title", "summary", "whatHappens", "legalBasis", "contact"] as const;

/**
 * What is still missing before it may become public at `now`; none: it may.
 * `instruments`: how many surveys and workshops it has. [CO3, CO4]
 */
export function announceIssues(
  consultation: Consultation,
  instruments: number,
  now: EpochMs,
): readonly InputIssue[] {
  const { closesAt, comments, submissions, groups } = consultation;
  const empty = REQUIRED.filter((field) => consultation[field].trim() === "");
  const issues = empty.map((field) => issue(field, "missing"));
  issues.push(...windowIssues(consultation));
  if (closesAt <= now) issues.push(issue("closesAt", "already-past"));
  if (groups.length === 0) issues.push(issue("groups", "no-group"));
  if (comments === null && !submissions && instruments === 0)
    issues.push(issue("comments", "no-way-to-take-part"));
  return issues;
}

const sameGroups = (a: readonly ConsultationGroup[], b: readonly ConsultationGroup[]): boolean => {
  const key = (groups: readonly ConsultationGroup[]) =>
    groups
      .map(({ groupId, target }) => `${groupId}=${target ?? ""}`)
      .toSorted()
      .join();
  return key(a) === key(b);
};

/** Those of `changes` that differ from what is. */
export function realChanges(before: Consultation, changes: ConsultationChanges): ConsultationChanges {
  const differs = (field: ChangeableField): boolean => {
    const to = changes[field];
    if (to === undefined) return false;
    return field === "groups" ? !sameGroups(before.groups, changes.groups ?? []) : to !== before[field];
  };
  const entries = CHANGEABLE.filter(differs).map((field) => [field, changes[field]] as const);
  return Object.fromEntries(entries) as ConsultationChanges;
}

const WHEN_CLOSED: readonly ChangeableField[] = ["title", "summary", "whatHappens", "contact"];
const UNTIL_FIRST_INPUT: readonly ChangeableField[] = ["versionId", "legalBasis", "retentionMonths"];

/** Why each of `changes` may not be made at `now`; none: all may. Pass `realChanges`. [CO3, CO6, CO7] */
export function changeIssues(
  before: Consultation,
  changes: ConsultationChanges,
  received: ReceivedInput,
  now: EpochMs,
): readonly InputIssue[] {
  const phase = phaseOf(before, now);
  const fields = Object.keys(changes) as ChangeableField[];
  if (phase === "cancelled") return fields.map((field) => issue(field, "cancelled"));
  const issues: InputIssue[] = [];
  for (const field of fields) {
    const reason =
      phase === "closed" && !WHEN_CLOSED.includes(field)
        ? "closed"
        : lockedByInput(field, before, changes, received);
    if (reason) issues.push(issue(field, reason));
  }
  if (issues.length === 0 && (changes.opensAt !== undefined || changes.closesAt !== undefined))
    issues.push(...movedWindowIssues(before, changes, now));
  return issues;
}

function lockedByInput(
  field: ChangeableField,
  before: Consultation,
  changes: ConsultationChanges,
  received: ReceivedInput,
): string | null {
  if (UNTIL_FIRST_INPUT.includes(field) && received.any) return "locked-by-input";
  if (field === "comments" && received.comments) return "locked-by-comment";
  if (field === "submissions" && received.submissions) return "locked-by-submission";
  if (field === "groups" && removedGroups(before, changes).some((id) => received.groups.includes(id)))
    return "group-has-input";
  return null;
}

/** Groups that `changes` would take away. */
export function removedGroups(before: Consultation, changes: ConsultationChanges): readonly string[] {
  const kept = changes.groups;
  if (!kept) return [];
  return before.groups
    .map(({ groupId }) => groupId)
    .filter((id) => !kept.some(({ groupId }) => groupId === id));
}

function movedWindowIssues(before: Consultation, changes: ConsultationChanges, now: EpochMs): InputIssue[] {
  const phase = phaseOf(before, now);
  const { opensAt = before.opensAt, closesAt = before.closesAt } = changes;
  const issues = windowIssues({ opensAt, closesAt });
  if (phase === "open" && changes.opensAt !== undefined) issues.push(issue("opensAt", "already-open"));
  if (phase === "open" && closesAt < before.closesAt) issues.push(issue("closesAt", "only-later"));
  if (phase === "upcoming" && opensAt < now) issues.push(issue("opensAt", "already-past"));
  return issues;
}
