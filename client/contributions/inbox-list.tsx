/** The list in the middle: the words first, then where, who and when. One stop of Tab, arrows go through it. */
import { createMemo, createSelector, For, Show, type JSX } from "solid-js";
import type { ContributionItem } from "../../domain/contributions/contributions.contract.ts";
import type { ContributionId } from "../../domain/ids.ts";
import { formatNumber } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { MoreButton } from "../ui/more-button.tsx";
import { ContributionMark } from "./contribution-mark.tsx";
import { contributionWords } from "./contributions.intl.ts";
import { useInbox } from "./inbox-context.tsx";
import { ItemFacts } from "./item-facts.tsx";
import { inboxTexts } from "./inbox.intl.ts";

export const rowId = (id: ContributionId): string => `masukan-${id}`;

function Row(props: {
  item: ContributionItem;
  isOpen: boolean;
  isStop: boolean;
  picked: boolean;
  mayPick: boolean;
  onPick: (on: boolean, range: boolean) => void;
}): JSX.Element {
  const t = textsOf(inboxTexts);
  const words = textsOf(contributionWords);
  const { open } = useInbox();
  const shownWords = () =>
    props.item.excerpt || (props.item.state === "withdrawn" ? words().withdrawnWords : "");
  return (
    <li class="inbox-row" data-inbox-row="" classList={{ open: props.isOpen, picked: props.picked }}>
      <Show when={props.mayPick}>
        <input
          type="checkbox"
          class="inbox-pick"
          checked={props.picked}
          tabIndex={props.isStop ? 0 : -1}
          aria-label={t().pick(shownWords().slice(0, 60))}
          onClick={(event) => props.onPick(event.currentTarget.checked, event.shiftKey)}
        />
      </Show>
      <button
        type="button"
        class="inbox-open"
        id={rowId(props.item.id)}
        tabIndex={props.isStop ? 0 : -1}
        aria-current={props.isOpen ? "true" : undefined}
        onClick={() => open(props.item.id)}
      >
        <span class="inbox-words" classList={{ quiet: props.item.state === "withdrawn" }}>
          {shownWords()}
          <Show when={props.item.cut}>…</Show>
        </span>
        <span class="inbox-facts small quiet">
          <ItemFacts item={props.item} />
        </span>
        <span class="inbox-marks">
          <ContributionMark state={props.item.state} outcome={props.item.outcome} />
          <Show when={props.item.stance}>
            {(stance) => <span class="small">{words().stance[stance()]}</span>}
          </Show>
          <Show when={props.item.hasProposal}>
            <span class="small">{words().proposal}</span>
          </Show>
          <Show when={props.item.standing !== "attached" && props.item.standing !== "general"}>
            <span class="small warn-words">{words().standing[props.item.standing]}</span>
          </Show>
          <Show when={props.item.changeNotSeen}>
            <span class="small warn-words">{words().changeNotSeen}</span>
          </Show>
          <Show when={props.item.assignee}>
            {(assignee) => <span class="small quiet">→ {assignee().name}</span>}
          </Show>
        </span>
      </button>
    </li>
  );
}

export function InboxRows(): JSX.Element {
  const t = textsOf(inboxTexts);
  const inbox = useInbox();
  const number = (value: number) => formatNumber(value, locale());
  const mayPick = () => inbox.head()?.may.triage || inbox.head()?.may.answer || false;
  const isOpen = createSelector(inbox.openId);
  const stop = createMemo(() => {
    const items = inbox.items();
    const open = items.find(({ id }) => id === inbox.openId());
    return (open ?? items[0])?.id;
  });
  const isStop = createSelector(stop);
  let lastPicked: ContributionId | undefined;

  function pick(id: ContributionId, on: boolean, range: boolean): void {
    const ids = inbox.items().map((item) => item.id);
    const from = range && lastPicked ? ids.indexOf(lastPicked) : -1;
    const to = ids.indexOf(id);
    inbox.select(from < 0 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1), on);
    lastPicked = id;
  }

  return (
    <>
      <p class="visually-hidden" id="masukan-cara">
        {t().listHelp}
      </p>
      <ol class="inbox-rows" aria-label={t().list} aria-describedby="masukan-cara">
        <For each={inbox.items()}>
          {(item) => (
            <Row
              item={item}
              isOpen={isOpen(item.id)}
              isStop={isStop(item.id)}
              picked={inbox.selected().has(item.id)}
              mayPick={mayPick()}
              onPick={(on, range) => pick(item.id, on, range)}
            />
          )}
        </For>
      </ol>
      <div class="inbox-more">
        <MoreButton pages={inbox.pages}>
          {t().more} ({number(inbox.items().length)}/{number(inbox.head()?.total ?? 0)})
        </MoreButton>
      </div>
    </>
  );
}
