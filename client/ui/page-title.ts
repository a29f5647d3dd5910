/** The name of the page: in the window's title, and in the place at the top. */
import { createEffect, createSignal, onCleanup } from "solid-js";

export interface Crumb {
  readonly text: string;
  /** Absent for the page itself. */
  readonly href?: string;
}

const [crumbs, setCrumbs] = createSignal<readonly Crumb[]>([]);
export { crumbs };

/** Says where this page is, from the outside in; the last one is the page itself. */
export function usePlace(place: () => readonly Crumb[]): void {
  createEffect(() => {
    const here = place();
    setCrumbs(here);
    const words = here.map((crumb) => crumb.text).toReversed();
    document.title = [...words, "Rembuk"].join(" · ");
  });
  onCleanup(() => setCrumbs([]));
}
