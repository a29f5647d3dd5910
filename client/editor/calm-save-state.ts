/**
 * How the work stands, as calm as a person can read it. While somebody types,
 * each key is saved before the next one comes: "saved" is shown once it stayed
 * so for a moment. Everything else is shown at once, so the mark never claims
 * more than is true.
 */
import type { SaveState } from "./editor-session.ts";
import { makeSubject, type Observable } from "./observable.ts";

const CALM_MS = 400;

/** Follows `saved` until `stop`. */
export function calmSaveState(saved: Observable<SaveState>): {
  readonly state: Observable<SaveState>;
  stop(): void;
} {
  const state = makeSubject(saved.get(), (a, b) => JSON.stringify(a) === JSON.stringify(b));
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Opening is not typing: the first time is shown at once too.
  let opened = false;
  const unsubscribe = saved.subscribe((next) => {
    clearTimeout(timer);
    if (opened && next.state === "saved" && state.get().state === "saving") {
      timer = setTimeout(() => state.set(next), CALM_MS);
    } else state.set(next);
    opened ||= next.state === "saved";
  });
  return {
    state,
    stop: () => {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
