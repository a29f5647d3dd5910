/** How many notifications are unread, asked again while the page is looked at. */
import { createSignal, onCleanup, onMount } from "solid-js";
import { readUnread } from "./notification-api.ts";

const PAUSE_MS = 60_000;
const [unread, setUnread] = createSignal(0);
export { unread, setUnread };

/** Keeps `unread` up to date as long as the owner lives; a hidden page asks nothing. */
export function createUnreadPolling(): void {
  onMount(() => {
    const controller = new AbortController();
    const ask = () => {
      if (document.visibilityState === "hidden") return;
      readUnread(controller.signal).then(
        (answer) => setUnread(answer.unread),
        // It is asked again in a minute; nobody is interrupted for a number.
        () => undefined,
      );
    };
    ask();
    const timer = setInterval(ask, PAUSE_MS);
    document.addEventListener("visibilitychange", ask);
    onCleanup(() => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
      controller.abort();
    });
  });
}
