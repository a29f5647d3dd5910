/** The way to the notifications in the bar of every page, with how many are unread. */
import { A } from "@solidjs/router";
import { Show, type JSX } from "solid-js";
import { textsOf } from "../ui/locale.ts";
import "./notifications.css";
import { notificationTexts } from "./notifications.intl.ts";
import { createUnreadPolling, unread } from "./unread.ts";

export function NotificationLink(): JSX.Element {
  const t = textsOf(notificationTexts);
  createUnreadPolling();
  return (
    <A class="tool notification-link" classList={{ "only-wide": unread() === 0 }} href="/kerja/pemberitahuan">
      <span class="only-wide">{t().title}</span>
      <Show when={unread() > 0}>
        <span class="count-pill">
          {unread()}
          <span class="only-narrow"> {t().news}</span>
        </span>
        <span class="visually-hidden only-wide">{t().unreadWord}</span>
        <span class="visually-hidden only-narrow">{t().title}</span>
      </Show>
    </A>
  );
}
