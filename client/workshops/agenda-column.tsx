/** The agenda: where notes are taken, where the hall is, how much came in. */
import { For, Show, type JSX } from "solid-js";
import type { Cid } from "../../domain/ids.ts";
import { Button } from "../ui/button.tsx";
import { textsOf } from "../ui/locale.ts";
import { useHall } from "./hall-context.tsx";
import { workshopTexts } from "./workshops.intl.ts";

function Place(props: { cid: Cid | null; label: string; minutes?: number }): JSX.Element {
  const t = textsOf(workshopTexts);
  const hall = useHall();
  const here = () => hall.live().currentCid === props.cid;
  const waiting = () =>
    hall.queued().filter(({ entry, refused }) => entry.cid === props.cid && refused === undefined).length;
  return (
    <li classList={{ current: here() }}>
      <button
        type="button"
        class="agenda-place"
        aria-pressed={hall.cid() === props.cid}
        onClick={() => hall.setCid(props.cid)}
      >
        <span class="agenda-label">{props.label}</span>
        <span class="small quiet">
          {t().clauseEntries(hall.entriesAt(props.cid).length + waiting())}
          <Show when={props.minutes}>
            {(minutes) => (
              <>
                {" · "}
                {minutes()} {t().minutes.toLowerCase()}
              </>
            )}
          </Show>
        </span>
        <Show when={here() && hall.live().state === "live"}>
          <span class="agenda-now small">{t().current}</span>
        </Show>
      </button>
    </li>
  );
}

export function AgendaColumn(): JSX.Element {
  const t = textsOf(workshopTexts);
  const hall = useHall();
  return (
    <nav class="hall-agenda stack-small" aria-label={t().agenda}>
      <h2>{t().agenda}</h2>
      <ol>
        <For each={hall.workshop().agenda}>
          {(item) => <Place cid={item.cid} label={item.label} minutes={item.minutes} />}
        </For>
        <Place cid={null} label={t().whole} />
      </ol>
      <Show
        when={
          hall.live().state === "live" && hall.workshop().mayManage && hall.cid() !== hall.live().currentCid
        }
      >
        <Button size="small" onClick={() => void hall.act(() => hall.api.moveTo(hall.cid()))}>
          {t().discussNow}
        </Button>
      </Show>
    </nav>
  );
}
