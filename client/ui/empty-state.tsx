import { Show, type JSX } from "solid-js";

/** Says what will be here and how to start. */
export function EmptyState(props: { title: string; text: string; children?: JSX.Element }): JSX.Element {
  return (
    <section class="empty">
      <h2>{props.title}</h2>
      <p class="quiet">{props.text}</p>
      <Show when={props.children}>
        <div class="row">{props.children}</div>
      </Show>
    </section>
  );
}
