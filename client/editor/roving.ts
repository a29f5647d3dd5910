/** Roving focus (ARIA practices, toolbar): one of many controls is in the order of Tab, arrows move among them. */

export interface Roving {
  attach(container: HTMLElement): void;
  refresh(): void;
  onKeyDown(event: KeyboardEvent): void;
  onFocusIn(event: FocusEvent): void;
}

/** Over the elements that match `selector` and are not disabled. */
export function makeRoving(selector: string): Roving {
  let container: HTMLElement | undefined;
  let current: HTMLElement | undefined;
  const reachable = () => [
    ...(container?.querySelectorAll<HTMLElement>(`${selector}:not([disabled])`) ?? []),
  ];
  const refresh = () => {
    const all = reachable();
    if (!current || !all.includes(current)) current = all[0];
    for (const each of all) each.tabIndex = each === current ? 0 : -1;
  };
  const stepOf = (key: string, at: number, last: number): number | undefined => {
    if (key === "ArrowRight") return at === last ? 0 : at + 1;
    if (key === "ArrowLeft") return at === 0 ? last : at - 1;
    if (key === "Home") return 0;
    if (key === "End") return last;
    return undefined;
  };
  return {
    attach: (element) => {
      container = element;
      queueMicrotask(refresh);
    },
    refresh: () => queueMicrotask(refresh),
    onKeyDown: (event) => {
      const all = reachable();
      const at = all.indexOf(event.target as HTMLElement);
      const next = at < 0 ? undefined : stepOf(event.key, at, all.length - 1);
      if (next === undefined) return;
      event.preventDefault();
      all[next]?.focus();
    },
    onFocusIn: (event) => {
      const found = reachable().find((each) => each === event.target);
      if (!found) return;
      current = found;
      refresh();
    },
  };
}
