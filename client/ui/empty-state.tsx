import { Show, type JSX } from "solid-js";

/** Says what will be here and how to start. */
export function EmptyState(props: {
  title: string;
  text: string;
  /** Nothing else on the page has a heading. */
  wholePage?: boolean;
  children?: JSX.Element;
}): JSX.Element {
  return (
    <section class="empty">
      <Show when={props.wholePage} fallback={<h2>{props.title}</h2>}>
        <h1>{props.title}</h1>
      </Show>
      <p class="quiet">{props.text}</p>
      <Show when={props.children}>
        <div class="row">{props.children}</div>
      </Show>
    </section>
  );
}
