/** Data that is asked for again and again; the browser revalidates it by its entity tag, so that most answers are 304. */
import { createEffect, createSignal, on, onCleanup, type Accessor } from "solid-js";
import { isApiError } from "../api/api-error.ts";
import { request } from "../api/http.ts";

export const POLL_MS = 2000;

export interface Polled<T> {
  readonly data: Accessor<T | undefined>;
  /** What keeps the first answer from coming; later ones leave the data as it is. */
  readonly error: Accessor<unknown>;
  readonly loading: Accessor<boolean>;
  /** Whether the last try did not reach the server. */
  readonly offline: Accessor<boolean>;
  /** Asks now. */
  readonly refresh: () => void;
  /** The same, under the name that `Loaded` knows. */
  readonly reload: () => void;
  readonly set: (data: T) => void;
}

/** Polls `path` every two seconds while the page is seen. */
export function createPolled<T>(path: Accessor<string>, everyMs = POLL_MS): Polled<T> {
  const [data, setData] = createSignal<T>();
  const [error, setError] = createSignal<unknown>();
  const [offline, setOffline] = createSignal(false);
  let ask = () => {};

  createEffect(
    on(path, (address) => {
      const controller = new AbortController();
      let timer: ReturnType<typeof setTimeout> | undefined;
      let asking = false;
      let again = false;
      let tag: string | null = null;

      async function once(): Promise<void> {
        try {
          const answer = await request<T>(address, { signal: controller.signal });
          setOffline(false);
          setError(undefined);
          if (answer.etag === null || answer.etag !== tag) setData(() => answer.data);
          tag = answer.etag;
        } catch (reason) {
          if (controller.signal.aborted) return;
          setOffline(isApiError(reason, "offline"));
          setError(() => reason);
        }
      }
      async function round(): Promise<void> {
        clearTimeout(timer);
        // Somebody changed something while an answer was under way: it may be older than the change.
        again ||= asking;
        if (asking) return;
        asking = true;
        if (document.visibilityState === "visible") await once();
        asking = false;
        if (controller.signal.aborted) return;
        timer = setTimeout(() => void round(), again ? 0 : everyMs);
        again = false;
      }
      ask = () => void round();
      ask();
      document.addEventListener("visibilitychange", ask);
      window.addEventListener("online", ask);
      onCleanup(() => {
        controller.abort();
        clearTimeout(timer);
        document.removeEventListener("visibilitychange", ask);
        window.removeEventListener("online", ask);
      });
    }),
  );

  return {
    data,
    error: () => (data() === undefined ? error() : undefined),
    loading: () => data() === undefined && error() === undefined,
    offline,
    refresh: () => ask(),
    reload: () => ask(),
    set: (value) => setData(() => value),
  };
}
