/** What one was told, newest first. Following a link marks it as read. */
import { A } from "@solidjs/router";
import { For, Show, type JSX } from "solid-js";
import type { NotificationView } from "../../domain/notifications/notifications.contract.ts";
import { tell } from "../../domain/notifications/notification.intl.ts";
import { createPages } from "../api/create-pages.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { deviceZone, formatDateTime } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { usePlace } from "../ui/page-title.ts";
import { StatusMark } from "../ui/status-mark.tsx";
import { showToast } from "../ui/toasts.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { MoreButton } from "../ui/more-button.tsx";
import { listNotifications, markRead } from "./notification-api.ts";
import "./notifications.css";
import { notificationTexts } from "./notifications.intl.ts";
import { setUnread, unread } from "./unread.ts";

export function NotificationsPage(): JSX.Element {
  const t = textsOf(notificationTexts);
  const ui = textsOf(uiTexts);
  usePlace(() => [{ text: ui().policies, href: "/kerja" }, { text: t().title }]);
  const pages = createPages(
    () => true,
    (_, cursor, signal) => listNotifications(cursor, signal),
  );

  async function markAll(): Promise<void> {
    // What comes in while this is read stays unread.
    const upTo = Math.max(...pages.items().map(({ id }) => id));
    setUnread((await markRead({ upTo })).unread);
    showToast(t().markedAll);
    pages.first.reload();
  }

  const follow = (item: NotificationView) => {
    if (item.read) return;
    // Not waited for: the page it leads to is what was asked for.
    markRead({ ids: [item.id] }).then(
      (answer) => setUnread(answer.unread),
      () => undefined,
    );
  };

  return (
    <div class="page narrow">
      <header class="page-head">
        <div>
          <h1>{t().title}</h1>
          <p class="lead">{t().lead}</p>
        </div>
        <Show when={unread() > 0}>
          <Button
            onClick={() => {
              markAll().catch(() => showToast(ui().offlineDetail));
            }}
          >
            {t().markAll}
          </Button>
        </Show>
      </header>
      <Loaded remote={pages.first}>
        {() => (
          <Show
            when={pages.items().length > 0}
            fallback={<EmptyState title={t().emptyTitle} text={t().emptyText} />}
          >
            <ul class="notification-list">
              <For each={pages.items()}>{(item) => <Row item={item} onFollow={() => follow(item)} />}</For>
            </ul>
            <MoreButton pages={pages} />
          </Show>
        )}
      </Loaded>
      <p class="small">
        <A href="/kerja/akun#surel">{t().settingsLink}</A>
      </p>
    </div>
  );
}

/** Pages of the portal are not the workspace's router's: a plain link loads them. */
const isWorkspace = (link: string): boolean => link === "/kerja" || link.startsWith("/kerja/");

function Row(props: { item: NotificationView; onFollow: () => void }): JSX.Element {
  const t = textsOf(notificationTexts);
  const sentence = () =>
    tell({ detail: null, ...props.item, kind: props.item.kind, count: props.item.count }, locale());
  return (
    <li classList={{ unread: !props.item.read }}>
      <p>
        <a
          href={props.item.link}
          onClick={() => props.onFollow()}
          {...(!isWorkspace(props.item.link) && { target: "_self", rel: "external" })}
        >
          {sentence()}
        </a>
      </p>
      <p class="row small quiet">
        <Show when={!props.item.read}>
          <StatusMark shape="filled" tone="accent">
            {t().isNew}
          </StatusMark>
        </Show>
        <Show when={props.item.duty}>
          <StatusMark shape="half" tone="warn">
            {t().waits}
          </StatusMark>
        </Show>
        <time dateTime={new Date(props.item.at).toISOString()}>
          {formatDateTime(props.item.at, locale(), deviceZone())}
        </time>
        <Show when={props.item.count > 1}>
          <span>{t().times(props.item.count)}</span>
        </Show>
      </p>
    </li>
  );
}
