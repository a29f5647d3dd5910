/** The answers that were given: the present one, and those that it corrected. */
import { A } from "@solidjs/router";
import { For, Show, type JSX } from "solid-js";
import type { DispositionView } from "../../domain/dispositions/dispositions.contract.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { policyHref } from "../policies/policy-frame.tsx";
import { formatDateTime } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { compareHref } from "../versions/compare-picker.tsx";
import { dispositionWords } from "./dispositions.intl.ts";
import { OutcomeMark } from "./outcome-mark.tsx";
import "./dispositions.css";

/** One answer. `readNumber`: the version that was read, to compare the change with. */
export function AnswerCard(props: {
  answer: DispositionView;
  readNumber?: number | undefined;
  children?: JSX.Element;
}): JSX.Element {
  const t = textsOf(dispositionWords);
  const { policy } = usePolicy();
  const when = () => formatDateTime(props.answer.at, locale(), policy().authority.timeZone);
  return (
    <div class="answer-card">
      <div class="row spread">
        <OutcomeMark outcome={props.answer.outcome} />
        <span class="small quiet">{t().byAt(props.answer.by.name, when())}</span>
      </div>
      <p class="answer-reason">{props.answer.reason}</p>
      <Show when={props.answer.change}>
        {(change) => (
          <p class="small">
            <Show
              when={change().state === "bound" ? change().version : undefined}
              fallback={
                <>
                  {t().promised(change().citation)}{" "}
                  <A href={policyHref(policy().id, `#${change().cid}`)}>{t().seeClause}</A>
                </>
              }
            >
              {(version) => (
                <>
                  {t().bound(change().citation, version().number)}{" "}
                  <Show when={props.readNumber !== undefined && props.readNumber < version().number}>
                    <A href={compareHref(policy().id, props.readNumber ?? 1, version().number)}>
                      {t().seeChange}
                    </A>
                  </Show>
                </>
              )}
            </Show>
          </p>
        )}
      </Show>
      <Show when={props.answer.change?.notSeen}>
        <p class="notice warn small">{t().notSeen}</p>
      </Show>
      {props.children}
    </div>
  );
}

export function AnswerHistory(props: {
  answers: readonly (DispositionView & { readonly current: boolean })[];
  readNumber?: number | undefined;
  /** Under the present answer: what can be done with it. */
  children?: JSX.Element;
}): JSX.Element {
  const t = textsOf(dispositionWords);
  const current = () => props.answers.find((answer) => answer.current);
  const former = () => props.answers.filter((answer) => !answer.current);
  return (
    <>
      <Show when={current()}>
        {(answer) => (
          <AnswerCard answer={answer()} readNumber={props.readNumber}>
            {props.children}
          </AnswerCard>
        )}
      </Show>
      <Show when={former().length > 0}>
        <details class="former-answers">
          <summary>{t().corrected}</summary>
          <For each={former()}>
            {(answer) => <AnswerCard answer={answer} readNumber={props.readNumber} />}
          </For>
        </details>
      </Show>
    </>
  );
}
