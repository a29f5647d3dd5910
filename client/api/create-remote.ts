/**
 * Data that comes from the server, with its three states. Not Solid's
 * `createResource`: reading that one suspends the page around it, and the page
 * should stay where it is while a part of it waits. A newer source aborts the
 * older request, so that answers cannot overtake each other.
 */
import { createEffect, createSignal, on, onCleanup, type Accessor } from "solid-js";

export interface Remote<T> {
  /** The last data there was; stays while it is fetched anew. */
  readonly data: Accessor<T | undefined>;
  readonly error: Accessor<unknown>;
  readonly loading: Accessor<boolean>;
  readonly reload: () => void;
  /** Puts in what is known already, such as the answer of an edit. */
  readonly set: (data: T) => void;
}

/** Fetches when `source` changes; not at all while it is undefined. A new source keeps the old data until its own is here. */
export function createRemote<S, T>(
  source: Accessor<S | undefined>,
  fetcher: (source: S, signal: AbortSignal) => Promise<T>,
): Remote<T> {
  const [data, setData] = createSignal<T>();
  const [error, setError] = createSignal<unknown>();
  const [loading, setLoading] = createSignal(true);
  const [turn, setTurn] = createSignal(0);

  createEffect(
    on([source, turn], ([value]) => {
      if (value === undefined) return;
      const controller = new AbortController();
      onCleanup(() => controller.abort());
      setLoading(true);
      fetcher(value, controller.signal).then(
        (result) => {
          if (controller.signal.aborted) return;
          setData(() => result);
          setError(undefined);
          setLoading(false);
        },
        (reason: unknown) => {
          if (controller.signal.aborted) return;
          setError(() => reason);
          setLoading(false);
        },
      );
    }),
  );

  return {
    data,
    error,
    loading,
    reload: () => setTurn((n) => n + 1),
    set: (value) => {
      setData(() => value);
      setError(undefined);
    },
  };
}
