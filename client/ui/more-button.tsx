/** The next page of a list that grows, as long as there is one; what is there stays when it cannot be read. */
import { Show, type JSX } from "solid-js";
import type { Pages } from "../api/create-pages.ts";
import { Button } from "./button.tsx";
import { textsOf } from "./locale.ts";
import { showToast } from "./toasts.tsx";
import { uiTexts } from "./ui.intl.ts";

export function MoreButton(props: {
  pages: Pick<Pages<unknown>, "hasMore" | "loadingMore" | "loadMore">;
  size?: "small";
  /** Other words than "more". */
  children?: JSX.Element;
}): JSX.Element {
  const ui = textsOf(uiTexts);
  return (
    <Show when={props.pages.hasMore()}>
      <div>
        <Button
          {...(props.size && { size: props.size })}
          busy={props.pages.loadingMore()}
          onClick={() => {
            props.pages.loadMore().catch(() => showToast(ui().offlineDetail));
          }}
        >
          {props.children ?? ui().more}
        </Button>
      </div>
    </Show>
  );
}
