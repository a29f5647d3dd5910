/** Somebody's words cut to some lines; pressing shows all of them. Those who hear the page get all of them anyway. */
import type { JSX } from "solid-js";

export function ClampedWords(props: { lines: 1 | 2; children: JSX.Element }): JSX.Element {
  return (
    <details class="review-words clamped" data-lines={props.lines}>
      <summary>{props.children}</summary>
    </details>
  );
}
