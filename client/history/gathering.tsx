/** Says that a long past is still being read, and asks again by itself. */
import { createEffect, onCleanup, Show, type JSX } from "solid-js";
import type { HistoryView } from "../../domain/history/history.contract.ts";
import { Button } from "../ui/button.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { historyTexts } from "./history.intl.ts";

const AGAIN_MS = 3_000;

export function Gathering(props: {
  progress: HistoryView["progress"] | undefined;
  onAgain: () => void;
}): JSX.Element {
  const t = textsOf(historyTexts);
  const behind = () => {
    const { progress } = props;
    return progress !== undefined && progress.done < progress.of ? progress : undefined;
  };
  createEffect(() => {
    if (!behind()) return;
    const timer = setTimeout(() => props.onAgain(), AGAIN_MS);
    onCleanup(() => clearTimeout(timer));
  });
  const percent = (progress: HistoryView["progress"]) =>
    new Intl.NumberFormat(locale(), { style: "percent" }).format(progress.done / progress.of);
  return (
    <Show when={behind()}>
      {(progress) => (
        <div class="notice row" role="status">
          <p>{t().gathering(percent(progress()))}</p>
          <Button size="small" onClick={() => props.onAgain()}>
            {t().again}
          </Button>
        </div>
      )}
    </Show>
  );
}
