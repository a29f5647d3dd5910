/** A list that grows page by page, by the cursor of the page before. */
import { createEffect, createSignal, on, type Accessor } from "solid-js";
import type { Page } from "../../domain/wire-text.ts";
import { createRemote, type Remote } from "./create-remote.ts";

export interface Pages<Item> {
  readonly first: Remote<Page<Item>>;
  readonly items: Accessor<readonly Item[]>;
  readonly hasMore: Accessor<boolean>;
  readonly loadingMore: Accessor<boolean>;
  /** Rejects when the page cannot be read; what is there stays. */
  readonly loadMore: () => Promise<void>;
}

export function createPages<S, Item>(
  source: Accessor<S | undefined>,
  fetchPage: (source: S, cursor: string | undefined, signal?: AbortSignal) => Promise<Page<Item>>,
): Pages<Item> {
  const first = createRemote(source, (value, signal) => fetchPage(value, undefined, signal));
  const [later, setLater] = createSignal<readonly Page<Item>[]>([]);
  const [loadingMore, setLoadingMore] = createSignal(false);
  createEffect(on(first.data, () => setLater([])));

  const last = () => later().at(-1) ?? first.data();

  async function loadMore(): Promise<void> {
    const value = source();
    const start = first.data();
    const cursor = last()?.nextCursor;
    if (value === undefined || cursor === undefined || loadingMore()) return;
    setLoadingMore(true);
    try {
      const page = await fetchPage(value, cursor);
      // A new search may have begun meanwhile; its pages are not continued with this one.
      if (first.data() === start) setLater((pages) => [...pages, page]);
    } finally {
      setLoadingMore(false);
    }
  }

  return {
    first,
    items: () => [...(first.data()?.items ?? []), ...later().flatMap((page) => page.items)],
    hasMore: () => last()?.nextCursor !== undefined,
    loadingMore,
    loadMore,
  };
}
