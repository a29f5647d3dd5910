/** What is shown for data from the server: nothing for 200 ms, then its outline, then it, or why not. */
import { createSignal, For, onCleanup, Show, type JSX } from "solid-js";
import type { Remote } from "../api/create-remote.ts";
import { ErrorNotice, ErrorView } from "./error-view.tsx";
import { textsOf } from "./locale.ts";
import { uiTexts } from "./ui.intl.ts";

const PATIENCE_MS = 200;

/** Grey lines in the place of what is coming; announced once, in words. */
export function Skeleton(props: { lines?: number }): JSX.Element {
  const t = textsOf(uiTexts);
  const [shown, setShown] = createSignal(false);
  const timer = setTimeout(() => setShown(true), PATIENCE_MS);
  onCleanup(() => clearTimeout(timer));
  return (
    <Show when={shown()}>
      <div class="skeleton" role="status">
        <p class="visually-hidden">{t().loading}</p>
        <For each={Array.from({ length: props.lines ?? 6 })}>{() => <span />}</For>
      </div>
    </Show>
  );
}

export function Loaded<T>(props: {
  remote: Remote<T>;
  lines?: number;
  /** Nothing else stands on the page: waiting and errors bring its frame with them. */
  wholePage?: boolean;
  /** What comes holds the page's heading: an error brings one instead. */
  withHeading?: boolean;
  children: (data: () => NonNullable<T>) => JSX.Element;
}): JSX.Element {
  return (
    <Show
      when={props.remote.data()}
      fallback={
        <div classList={{ page: props.wholePage ?? false }}>
          <Show when={props.remote.error()} fallback={<Skeleton lines={props.lines ?? 6} />}>
            {(error) => (
              <ErrorView
                error={error()}
                onRetry={props.remote.reload}
                wholePage={props.wholePage || props.withHeading}
              />
            )}
          </Show>
        </div>
      }
    >
      {(data) => (
        <>
          <Show when={props.remote.error()}>{(error) => <ErrorNotice error={error()} />}</Show>
          {props.children(data)}
        </>
      )}
    </Show>
  );
}
