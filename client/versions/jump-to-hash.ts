import { onMount } from "solid-js";

/** The address named a clause before the text was here: goes there once it is. */
export function jumpToHash(): void {
  onMount(() => {
    const id = location.hash.slice(1);
    if (!id) return;
    // Setting it again makes the browser find the target, for `:target` as well as for scrolling.
    location.replace(`#${id}`);
  });
}
