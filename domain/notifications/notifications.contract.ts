/** Wire of notifications and of the outbox. */
import * as v from "valibot";
import type { EpochMs, PolicyId } from "../ids.ts";
import { pageQueryEntries, type Page } from "../wire-text.ts";
import { DIGESTS, type Digest, type NotificationKind } from "./notification.ts";

/** GET /api/notifications (items): one's own, newest first. */
export interface NotificationView {
  readonly id: number;
  readonly kind: NotificationKind;
  /** Waits for the reader, and is not only news. */
  readonly duty?: true;
  readonly policyId?: PolicyId;
  readonly title: string;
  readonly detail?: string;
  /** Path on this server. */
  readonly link: string;
  readonly count: number;
  readonly at: EpochMs;
  readonly read?: true;
}

export const notificationQuerySchema = v.strictObject(pageQueryEntries);

/** GET /api/notifications/unread */
export interface UnreadView {
  readonly unread: number;
}

const notificationId = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** POST /api/notifications/read -> UnreadView: those named, or all up to one. */
export const markReadSchema = v.union([
  v.strictObject({ ids: v.pipe(v.array(notificationId), v.minLength(1), v.maxLength(200)) }),
  v.strictObject({ upTo: notificationId }),
]);
export type MarkRead = v.InferOutput<typeof markReadSchema>;

/** GET and PUT /api/notifications/settings */
export const notificationSettingsSchema = v.strictObject({ digest: v.picklist(DIGESTS) });
export interface NotificationSettings {
  readonly digest: Digest;
}

/** GET /api/outbox */
export interface OutboxView extends Page<OutboxMailView> {
  /** Whether a mail server is set up; without one mails are delivered by hand. */
  readonly delivers: boolean;
  readonly counts: { readonly waiting: number; readonly failed: number; readonly sent: number };
}

export interface OutboxMailView {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly createdAt: EpochMs;
  readonly sentAt?: EpochMs;
  /** Name of who delivered it by hand. */
  readonly deliveredBy?: string;
  readonly attempts: number;
  readonly lastError?: string;
  readonly nextAttemptAt?: EpochMs;
}

export const OUTBOX_STATES = ["waiting", "failed", "sent"] as const;
export const outboxQuerySchema = v.strictObject({
  ...pageQueryEntries,
  state: v.optional(v.picklist(OUTBOX_STATES)),
});
