/** Input that waits for an answer of the reader; a section of the page of tasks. */
import { A } from "@solidjs/router";
import { Show, type JSX } from "solid-js";
import type { WaitingInput } from "../../domain/contributions/contributions.contract.ts";
import { shortTitle } from "../../domain/policies/short-title.ts";
import { policyWords } from "../policies/policy-words.intl.ts";
import { formatNumber } from "../ui/format.ts";
import { WaitingSection } from "../tasks/waiting-section.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { listWaitingInputs } from "./contribution-api.ts";
import { waitingTexts } from "./waiting.intl.ts";

function Item(props: { item: WaitingInput }): JSX.Element {
  const t = textsOf(waitingTexts);
  const words = textsOf(policyWords);
  const inbox = () => `/kerja/rancangan/${props.item.policyId}/masukan`;
  const number = (count: number) => formatNumber(count, locale());
  return (
    <>
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
    </>
  );
}

export function WaitingInputs(): JSX.Element {
  const t = textsOf(waitingTexts);
  return (
    <WaitingSection id="tugas-masukan" title={t().title} none={t().none} read={listWaitingInputs}>
      {(item) => <Item item={item} />}
    </WaitingSection>
  );
}
