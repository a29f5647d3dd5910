import { createSignal, onCleanup, type Accessor } from "solid-js";

/** Whether a media query holds, as it changes. */
export function createMediaMatch(query: string): Accessor<boolean> {
  const list = matchMedia(query);
  const [matches, setMatches] = createSignal(list.matches);
  const update = () => setMatches(list.matches);
  list.addEventListener("change", update);
  onCleanup(() => list.removeEventListener("change", update));
  return matches;
}
