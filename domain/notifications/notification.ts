/** What people are told of, and whether it waits for them. Rules: `RULES.md`. */
import type { AccountId, EpochMs, PolicyId } from "../ids.ts";

/** Something waits for this person: mailed at once, once. [NT4] */
export const DUTY_KINDS = [
  /** A step of a review is theirs to decide. */
  "review.waiting",
  /** An input was assigned to them. */
  "contribution.assigned",
  /** Minutes wait for their confirmation or correction. */
  "minutes.confirm",
  /** The draft of their body waits for its head to send it. */
  "submission.ready",
] as const;

/** News for the digest. [NT4] */
export const NEWS_KINDS = [
  "review.decided",
  "review.returned",
  "review.approved",
  "approval.overtaken",
  "contribution.answered",
  "contribution.moderated",
  "consultation.opened",
  "consultation.closed",
  "survey.closed",
  "workshop.invited",
  "submission.sent",
  "submission.answered",
  "member.added",
  "version.frozen",
] as const;

export const NOTIFICATION_KINDS = [...DUTY_KINDS, ...NEWS_KINDS] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

export const isDuty = (kind: NotificationKind): boolean =>
  (DUTY_KINDS as readonly NotificationKind[]).includes(kind);

/** How often news are mailed. [NT5] */
export const DIGESTS = ["daily", "weekly", "off"] as const;
export type Digest = (typeof DIGESTS)[number];

export interface Notification {
  readonly id: number;
  readonly accountId: AccountId;
  readonly kind: NotificationKind;
  readonly policyId: PolicyId | null;
  readonly subject: { readonly kind: string; readonly id: string };
  /** Of the draft or consultation, as it was when they were told. */
  readonly title: string;
  /** A line that says which: the step, the clause, the body. */
  readonly detail: string | null;
  /** Path on this server. */
  readonly link: string;
  /** How often it happened that day, from 1. [NT3] */
  readonly count: number;
  readonly at: EpochMs;
  readonly readAt: EpochMs | null;
}

/** What the words of a notification are made of. */
export type Told = Pick<Notification, "kind" | "title" | "detail" | "count">;

/** The key under which a second notification is the first one again. [NT3] */
export const dedupeKey = (
  kind: NotificationKind,
  subject: Notification["subject"],
  /** Day in the authority's zone, `YYYY-MM-DD`. */
  on: string,
): string => `${kind}:${subject.kind}:${subject.id}:${on}`;

export const NOTIFICATION_LIMITS = { title: 300, detail: 200, link: 300 } as const;

/** Cut to `max` UTF-16 units without halving a character, an ellipsis at the end of what was cut. */
export function shorten(text: string, max: number): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (line.length <= max) return line;
  return `${line.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
