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
    <A
      class="tool notification-link"
      classList={{ "only-wide": unread() === 0 }}
      href="/kerja/pemberitahuan"
      aria-label={`${t().title}, ${t().unread(unread())}`}
    >
      <span class="only-wide" aria-hidden="true">
        {t().title}
      </span>
      <Show when={unread() > 0}>
        <span class="count-pill only-wide" aria-hidden="true">
          {unread()}
        </span>
        <span class="count-pill only-narrow" aria-hidden="true">
          {t().news(unread())}
        </span>
      </Show>
    </A>
  );
}
