/** Input that waits for an answer of the reader; a section of the page of tasks. */
import { A } from "@solidjs/router";
import { For, Show, type JSX } from "solid-js";
import type { WaitingInput } from "../../domain/contributions/contributions.contract.ts";
import { shortTitle } from "../../domain/policies/short-title.ts";
import { createRemote } from "../api/create-remote.ts";
import { policyWords } from "../policies/policy-words.intl.ts";
import { formatNumber } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { listWaitingInputs } from "./contribution-api.ts";
import { waitingTexts } from "./waiting.intl.ts";

function Item(props: { item: WaitingInput }): JSX.Element {
  const t = textsOf(waitingTexts);
  const words = textsOf(policyWords);
  const inbox = () => `/kerja/rancangan/${props.item.policyId}/masukan`;
  const number = (count: number) => formatNumber(count, locale());
  return (
    <li class="waiting-item">
      <A class="policy-link" href={inbox()}>
        {shortTitle(props.item.title).subject || words().untitled}
      </A>
      <p class="small quiet">
        {props.item.authorityName} · {t().open(number(props.item.open))}
      </p>
      <Show when={props.item.mine > 0}>
        <p class="small">
          <A href={`${inbox()}?petugas=me`}>{t().mine(number(props.item.mine))}</A>
        </p>
      </Show>
    </li>
  );
}

export function WaitingInputs(): JSX.Element {
  const t = textsOf(waitingTexts);
  const waiting = createRemote(
    () => true,
    (_, signal) => listWaitingInputs(signal),
  );
  return (
    <section class="stack-small" aria-labelledby="tugas-masukan">
      <h2 id="tugas-masukan">{t().title}</h2>
      <Loaded remote={waiting} lines={3}>
        {(data) => (
          <Show when={data().items.length > 0} fallback={<p class="quiet">{t().none}</p>}>
            <ul class="waiting-list">
              <For each={data().items}>{(item) => <Item item={item} />}</For>
            </ul>
          </Show>
        )}
      </Loaded>
    </section>
  );
}
