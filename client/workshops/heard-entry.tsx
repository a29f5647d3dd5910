/** One entry in the list of what came in: its words first, then who, votes, and what can be done with it. */
import { Show, type JSX } from "solid-js";
import type { LiveEntry } from "../../domain/workshops/workshops.contract.ts";
import { Button } from "../ui/button.tsx";
import { textsOf } from "../ui/locale.ts";
import type { EntrySelection } from "./entry-selection.ts";
import { useHall } from "./hall-context.tsx";
import { workshopTexts } from "./workshops.intl.ts";

const SPOKEN_WORDS = 60;
/** What a drag carries; other pages' drags are not ours. */
export const DRAGGED_ENTRY = "application/x-rembuk-entry";

export function HeardEntry(props: {
  entry: LiveEntry;
  selection: EntrySelection;
  /** An entry was dropped on this one. */
  onDropEntry: (dragged: string) => void;
}): JSX.Element {
  const t = textsOf(workshopTexts);
  const hall = useHall();
  const manage = () => hall.workshop().mayManage && ["live", "closed"].includes(hall.live().state);
  const votes = () => {
    const { agree, neutral, disagree } = props.entry.votes;
    return agree + neutral + disagree === 0 ? null : t().votes(agree, neutral, disagree);
  };
  const facts = () =>
    [
      hall.groupName(props.entry.groupId),
      props.entry.table && `${t().table} ${props.entry.table}`,
      props.entry.from === "participant" ? t().byPhone : null,
      votes(),
    ].filter(Boolean);

  return (
    <li
      class="heard-entry"
      classList={{ hidden: props.entry.hidden, selected: props.selection.has(props.entry.id) }}
      data-entry={props.entry.id}
      tabIndex={-1}
      draggable={manage()}
      onDragStart={(event) => event.dataTransfer?.setData(DRAGGED_ENTRY, props.entry.id)}
      onDragOver={(event) => {
        if (event.dataTransfer?.types.includes(DRAGGED_ENTRY)) event.preventDefault();
      }}
      onDrop={(event) => {
        const dragged = event.dataTransfer?.getData(DRAGGED_ENTRY);
        if (!dragged) return;
        event.preventDefault();
        event.stopPropagation();
        if (dragged !== props.entry.id) props.onDropEntry(dragged);
      }}
    >
      <Show when={manage()}>
        <input
          type="checkbox"
          class="entry-check"
          checked={props.selection.has(props.entry.id)}
          aria-label={t().selectEntry(props.entry.words.slice(0, SPOKEN_WORDS))}
          onChange={() => props.selection.toggle(props.entry.id)}
        />
      </Show>
      <div class="heard-body">
        <p class="lines" dir="auto">
          {props.entry.words}
        </p>
        <p class="small quiet">
          <span class="numeric">{props.entry.number}.</span> {facts().join(" · ")}
          <Show when={props.entry.hidden}> · {t().hidden}</Show>
        </p>
      </div>
      <Show when={manage()}>
        <Button
          look="plain"
          size="small"
          class="entry-hide"
          aria-label={`${props.entry.hidden ? t().show : t().hide}: ${props.entry.words.slice(0, SPOKEN_WORDS)}`}
          onClick={() => void hall.act(() => hall.api.setHidden(props.entry.id, !props.entry.hidden))}
        >
          {props.entry.hidden ? t().showShort : t().hideShort}
        </Button>
      </Show>
    </li>
  );
}
