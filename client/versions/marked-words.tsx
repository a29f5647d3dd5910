/** Words with what differs marked. */
import { For, Match, Switch, type JSX } from "solid-js";
import type { WordMark } from "../../domain/versions/word-marks.ts";
import { textsOf } from "../ui/locale.ts";
import { compareTexts } from "./compare.intl.ts";
import "./marked-words.css";

/** One side of a difference: what was taken out is struck, what was added underlined, each also said. `both` shows them in one line of words. */
export function MarkedWords(props: {
  marks: readonly WordMark[];
  side: "before" | "after" | "both";
}): JSX.Element {
  const t = textsOf(compareTexts);
  const hidden = () => ({ before: "added", after: "removed", both: undefined })[props.side];
  const shown = () => props.marks.filter((mark) => mark.op !== hidden());
  return (
    <For each={shown()}>
      {(mark) => (
        <Switch fallback={mark.text}>
          <Match when={mark.op === "removed"}>
            <del class="removed-words">
              <span class="visually-hidden">{t().deleted}: </span>
              {mark.text}
            </del>
          </Match>
          <Match when={mark.op === "added"}>
            <ins class="added-words">
              <span class="visually-hidden">{t().inserted}: </span>
              {mark.text}
            </ins>
          </Match>
        </Switch>
      )}
    </For>
  );
}
