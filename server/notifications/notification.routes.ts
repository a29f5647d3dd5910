/** One's own notifications, how often they are mailed. */
import type { Notification } from "../../domain/notifications/notification.ts";
import { isDuty } from "../../domain/notifications/notification.ts";
import {
  markReadSchema,
  notificationQuerySchema,
  notificationSettingsSchema,
  type NotificationSettings,
  type NotificationView,
  type UnreadView,
} from "../../domain/notifications/notifications.contract.ts";
import type { Deps } from "../deps.ts";
import { decodeCursor, DEFAULT_PAGE_SIZE, encodeCursor, pageOf } from "../http/cursor.ts";
import { requireActor, type Routes } from "../http/route.ts";

export function registerNotificationRoutes(routes: Routes, { repos, now }: Deps): void {
  const action = "notification.read";

  routes.add(
    {
      method: "GET",
      path: "/api/notifications",
      action,
      summary: "List one's notifications, newest first",
      query: notificationQuerySchema,
    },
    async ({ c, query }) => {
      const [at, before] = query.cursor ? decodeCursor(query.cursor, /^(\d{1,15})~(\d{1,15})$/) : [];
      const limit = query.limit ?? DEFAULT_PAGE_SIZE;
      const { id } = requireActor(c).account;
      const last = before === undefined ? undefined : { at: Number(at), id: Number(before) };
      const rows = await repos.notifications.list(id, limit + 1, last);
      return c.json(pageOf(rows, limit, present, (row) => encodeCursor([row.at, row.id])));
    },
  );

  routes.add(
    {
      method: "GET",
      path: "/api/notifications/unread",
      action,
      summary: "How many of one's notifications are unread",
    },
    async ({ c }) => {
      const unread = await repos.notifications.countUnread(requireActor(c).account.id);
      return c.json({ unread } satisfies UnreadView);
    },
  );

  routes.add(
    {
      method: "POST",
      path: "/api/notifications/read",
      action,
      summary: "Mark notifications as read",
      body: markReadSchema,
    },
    async ({ c, body }) => {
      const { id } = requireActor(c).account;
      await repos.notifications.markRead(id, body, now());
      return c.json({ unread: await repos.notifications.countUnread(id) } satisfies UnreadView);
    },
  );

  routes.add(
    {
      method: "GET",
      path: "/api/notifications/settings",
      action,
      summary: "How often one is mailed news",
    },
    async ({ c }) => {
      const digest = await repos.notifications.digestOf(requireActor(c).account.id);
      return c.json({ digest } satisfies NotificationSettings);
    },
  );

  routes.add(
    {
      method: "PUT",
      path: "/api/notifications/settings",
      action,
      summary: "Choose how often one is mailed news",
      body: notificationSettingsSchema,
    },
    async ({ c, body }) => {
      await repos.notifications.setDigest(requireActor(c).account.id, body.digest, now());
      return c.json({ digest: body.digest } satisfies NotificationSettings);
    },
  );
}

function present(notification: Notification): NotificationView {
  const { id, kind, policyId, title, detail, link, count, at, readAt } = notification;
  return {
    id,
    kind,
    ...(isDuty(kind) && { duty: true }),
    ...(policyId !== null && { policyId }),
    title,
    ...(detail !== null && { detail }),
    link,
    count,
    at,
    ...(readAt !== null && { read: true }),
  };
}
