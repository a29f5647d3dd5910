/** Which entries are selected for grouping, and moving among them by keys. */
import { createSignal, type Accessor } from "solid-js";

export interface EntrySelection {
  readonly ids: Accessor<ReadonlySet<string>>;
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  readonly add: (ids: readonly string[]) => void;
  readonly clear: () => void;
}

export function createEntrySelection(): EntrySelection {
  const [ids, setIds] = createSignal<ReadonlySet<string>>(new Set());
  return {
    ids,
    has: (id) => ids().has(id),
    toggle: (id) =>
      setIds((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    add: (more) => setIds((before) => new Set([...before, ...more])),
    clear: () => setIds(new Set<string>()),
  };
}

/** Moves the focus to the entry before (-1) or after (1) the one that has it. */
export function stepFocus(list: HTMLElement, by: 1 | -1): void {
  const items = [...list.querySelectorAll<HTMLElement>("[data-entry]")];
  const at = items.findIndex((item) => item.contains(document.activeElement));
  items[Math.min(items.length - 1, Math.max(0, at + by))]?.focus();
}
