/** What was said about the clause under the caret, with how each was answered. */
import { A } from "@solidjs/router";
import { createSignal, For, Show, type JSX } from "solid-js";
import type {
  ClauseDossier,
  ContributionItem,
  HeatFigure,
} from "../../domain/contributions/contributions.contract.ts";
import { isOpen } from "../../domain/contributions/handling.ts";
import type { Cid } from "../../domain/ids.ts";
import { createRemote } from "../api/create-remote.ts";
import { readContribution } from "../contributions/contribution-api.ts";
import { ContributionMark } from "../contributions/contribution-mark.tsx";
import { contributionWords } from "../contributions/contributions.intl.ts";
import { inboxSearch } from "../contributions/inbox-url.ts";
import { ItemFacts } from "../contributions/item-facts.tsx";
import { AnswerHistory } from "../dispositions/answer-history.tsx";
import { usePolicy } from "../policies/policy-context.tsx";
import { policyHref } from "../policies/policy-frame.tsx";
import { formatNumber } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { dossierTexts } from "./dossier.intl.ts";
import { disputeOf, HeatShape } from "./heat-mark.tsx";
import { SurveyFigures } from "./survey-figures.tsx";

/** Address of one input in the inbox, among all on the clause. */
export const inputHref = (policyId: string, cid: Cid, item: Pick<ContributionItem, "id">): string =>
  policyHref(policyId, `/masukan${inboxSearch({ cid }, item.id)}`);

function Answers(props: { item: ContributionItem }): JSX.Element {
  const { policy } = usePolicy();
  const remote = createRemote(
    () => props.item.id,
    (id, signal) => readContribution(policy().id, id, signal),
  );
  return (
    <Loaded remote={remote} lines={2}>
      {(detail) => (
        <>
          <p class="input-words">{detail().text}</p>
          <AnswerHistory answers={detail().dispositions} readNumber={detail().version.number} />
        </>
      )}
    </Loaded>
  );
}

function InputCard(props: { item: ContributionItem; cid: Cid }): JSX.Element {
  const t = textsOf(dossierTexts);
  const words = textsOf(contributionWords);
  const { policy } = usePolicy();
  const [whole, setWhole] = createSignal(false);
  return (
    <li class="panel-input">
      <div class="row">
        <ContributionMark state={props.item.state} outcome={props.item.outcome} />
        <Show when={props.item.stance}>
          {(stance) => <span class="small">{words().stance[stance()]}</span>}
        </Show>
      </div>
      <Show when={!whole()}>
        <p class="panel-words">
          {props.item.excerpt || words().withdrawnWords}
          <Show when={props.item.cut}>…</Show>
        </p>
      </Show>
      <p class="inbox-facts small quiet">
        <ItemFacts item={props.item} withoutPlace />
      </p>
      <Show when={props.item.standing !== "attached" && props.item.standing !== "general"}>
        <p class="small warn-words">{words().standing[props.item.standing]}</p>
      </Show>
      <Show when={props.item.cut || props.item.outcome}>
        <details onToggle={(event) => setWhole(event.currentTarget.open)}>
          <summary>{props.item.outcome ? t().answers : t().more}</summary>
          <Show when={whole()}>
            <Answers item={props.item} />
          </Show>
        </details>
      </Show>
      <A class="small" href={inputHref(policy().id, props.cid, props.item)}>
        {isOpen(props.item.state) ? t().answerIt : t().openIt}
      </A>
    </li>
  );
}

export function InputsPanel(props: { dossier: ClauseDossier }): JSX.Element {
  const t = textsOf(dossierTexts);
  const { policy } = usePolicy();
  const number = (value: number) => formatNumber(value, locale());
  /** Where all are on one side there is nothing to weigh. */
  const votes = ({ byStance }: HeatFigure) =>
    (["support", "support-with-change", "against"] as const).flatMap((stance) =>
      byStance[stance] > 0 ? [t().votes[stance](number(byStance[stance]))] : [],
    );
  return (
    <>
      <Show
        when={props.dossier.inputs.length > 0}
        fallback={
          <div class="panel-empty">
            <p>
              <strong>{t().noInputs}</strong>
            </p>
            <p class="quiet small">{t().noInputsText}</p>
          </div>
        }
      >
        <Show when={props.dossier.heat}>
          {(heat) => (
            <div class="small">
              <p>{t().summary(number(heat().received), number(heat().open))}</p>
              <Show when={votes(heat()).length > 1}>
                <p class="heat-line">
                  <HeatShape dispute={disputeOf(heat())} />
                  <span>
                    {t().dispute[disputeOf(heat())]}: {votes(heat()).join(", ")}
                  </span>
                </p>
              </Show>
            </div>
          )}
        </Show>
        <ul class="panel-inputs">
          <For each={props.dossier.inputs}>{(item) => <InputCard item={item} cid={props.dossier.cid} />}</For>
        </ul>
        <A href={policyHref(policy().id, `/masukan${inboxSearch({ cid: props.dossier.cid })}`)}>
          {t().openInInbox}
        </A>
      </Show>
      <SurveyFigures cid={props.dossier.cid} />
    </>
  );
}
