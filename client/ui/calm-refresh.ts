import { onCleanup } from "solid-js";

const REFRESH_MS = 60_000;

/** Calls `act` each minute while the page is looked at, and when one comes back to it; until the owner is disposed. */
export function useCalmRefresh(act: () => unknown): void {
  const look = () => document.visibilityState === "visible" && act();
  const timer = setInterval(look, REFRESH_MS);
  document.addEventListener("visibilitychange", look);
  onCleanup(() => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  });
}
