/** One section of the page of tasks: its heading, what waits, or the sentence that nothing does. */
import { For, Show, type JSX } from "solid-js";
import { createRemote } from "../api/create-remote.ts";
import { Loaded } from "../ui/loaded.tsx";
import "./tasks.css";

export function WaitingSection<Item>(props: {
  /** Of the heading; unique on the page. */
  id: string;
  title: string;
  /** Said when nothing waits. */
  none: string;
  read: (signal: AbortSignal) => Promise<{ readonly items: readonly Item[] }>;
  children: (item: Item) => JSX.Element;
}): JSX.Element {
  const waiting = createRemote(
    () => true,
    (_, signal) => props.read(signal),
  );
  return (
    <section class="stack-small" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      <Loaded remote={waiting} lines={3}>
        {(data) => (
          <Show when={data().items.length > 0} fallback={<p class="quiet">{props.none}</p>}>
            <ul class="waiting-list">
              <For each={data().items}>{(item) => <li class="waiting-item">{props.children(item)}</li>}</For>
            </ul>
          </Show>
        )}
      </Loaded>
    </section>
  );
}
