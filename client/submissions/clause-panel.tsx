/** One clause: its words, and the items of the body about it. */
import { For, Show, type JSX } from "solid-js";
import type { ItemView } from "../../domain/submissions/submissions.contract.ts";
import { Button } from "../ui/button.tsx";
import { textsOf } from "../ui/locale.ts";
import { useDraft, type Place } from "./draft-context.tsx";
import { ItemCard } from "./item-card.tsx";
import { submissionTexts } from "./submissions.intl.ts";

export function ClausePanel(props: {
  place: Place;
  onAdd: () => void;
  onEdit: (item: ItemView) => void;
}): JSX.Element {
  const t = textsOf(submissionTexts);
  const { placeOf, itemsAt, editable } = useDraft();
  const clause = () => (props.place === "whole" ? undefined : placeOf(props.place));
  const items = () => itemsAt(props.place);
  return (
    <>
      <h2 lang={clause() ? "id" : undefined}>{clause()?.label ?? t().wholeDraft}</h2>
      <Show when={clause()?.text}>
        {(words) => (
          <blockquote class="clause-words" lang="id">
            {words()}
          </blockquote>
        )}
      </Show>
      <For each={items()} fallback={<p class="quiet">{t().noItemsHere}</p>}>
        {(item) => <ItemCard item={item} onEdit={() => props.onEdit(item)} />}
      </For>
      <Show when={editable()}>
        <div>
          <Button look={items().length === 0 ? "primary" : undefined} onClick={() => props.onAdd()}>
            {items().length === 0 ? t().addItem : t().addAnother}
          </Button>
        </div>
      </Show>
    </>
  );
}
