/** Calls of notifications and of the outbox, typed by their contract. */
import type { Digest } from "../../domain/notifications/notification.ts";
import type {
  MarkRead,
  NotificationSettings,
  NotificationView,
  OutboxView,
  UnreadView,
} from "../../domain/notifications/notifications.contract.ts";
import type { Page } from "../../domain/wire-text.ts";
import { get, queryString, request } from "../api/http.ts";

export const listNotifications = (cursor?: string, signal?: AbortSignal) =>
  get<Page<NotificationView>>(`/api/notifications${queryString({ cursor, limit: 50 })}`, signal);

export const readUnread = (signal?: AbortSignal) => get<UnreadView>("/api/notifications/unread", signal);

export const markRead = async (body: MarkRead) =>
  (await request<UnreadView>("/api/notifications/read", { method: "POST", body })).data;

export const readSettings = (signal?: AbortSignal) =>
  get<NotificationSettings>("/api/notifications/settings", signal);

export const saveDigest = async (digest: Digest) =>
  (await request<NotificationSettings>("/api/notifications/settings", { method: "PUT", body: { digest } }))
    .data;

export type OutboxState = "waiting" | "failed" | "sent";

export const listOutbox = (state: OutboxState, cursor?: string, signal?: AbortSignal) =>
  get<OutboxView>(`/api/outbox${queryString({ state, cursor, limit: 30 })}`, signal);

export const markDelivered = (id: string) =>
  request(`/api/outbox/${encodeURIComponent(id)}/delivered`, { method: "POST" });

export const retryMail = (id: string) =>
  request(`/api/outbox/${encodeURIComponent(id)}/retry`, { method: "POST" });
