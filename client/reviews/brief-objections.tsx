/** The strongest objections in people's own words, with the answer that they got. */
import { createSignal, For, Show, type JSX } from "solid-js";
import type { Outcome } from "../../domain/dispositions/disposition.ts";
import type { ObjectionView, ReviewBrief } from "../../domain/reviews/reviews.contract.ts";
import { formatDay } from "../ui/format-day.ts";
import { formatNumber } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { StatusMark, type StatusShape, type StatusTone } from "../ui/status-mark.tsx";
import { decideTexts } from "./decide.intl.ts";

export const FIRST_OBJECTIONS = 2;

const LOOKS: Record<Outcome, { shape: StatusShape; tone: StatusTone }> = {
  accepted: { shape: "filled", tone: "good" },
  partly: { shape: "half", tone: "warn" },
  rejected: { shape: "crossed", tone: "bad" },
  noted: { shape: "ring", tone: "neutral" },
  "out-of-scope": { shape: "dashed", tone: "neutral" },
};

/** Whether the short form may leave something of it out. */
const isCut = ({ text, proposedText, answer }: ObjectionView): boolean =>
  text.length > 80 || proposedText !== undefined || (answer?.reason.length ?? 0) > 60;

function Objection(props: { objection: ObjectionView; whole: boolean }): JSX.Element {
  const t = textsOf(decideTexts);
  const objection = () => props.objection;
  const about = () => objection().citations.join(", ") || t().general;
  return (
    <li class="brief-objection">
      <p class="small quiet">
        <strong>{about()}</strong>
        <Show when={objection().groupName}>{(name) => <> · {name()}</>}</Show> ·{" "}
        {formatDay(objection().createdOn, locale(), "short")}
      </p>
      <blockquote class="brief-words" lang="id">
        {objection().text}
      </blockquote>
      <Show when={props.whole && objection().proposedText}>
        {(proposed) => (
          <p class="small">
            {t().proposed}: {proposed()}
          </p>
        )}
      </Show>
      <Show
        when={objection().answer}
        fallback={
          <p class="small">
            <StatusMark shape="dashed" tone="warn">
              {t().unanswered}
            </StatusMark>
          </p>
        }
      >
        {(answer) => (
          <p class="small brief-answer">
            <StatusMark shape={LOOKS[answer().outcome].shape} tone={LOOKS[answer().outcome].tone}>
              {t().outcome[answer().outcome]}
            </StatusMark>{" "}
            <span lang="id">{answer().reason}</span>
          </p>
        )}
      </Show>
    </li>
  );
}

export function BriefObjections(props: { brief: ReviewBrief }): JSX.Element {
  const t = textsOf(decideTexts);
  const [all, setAll] = createSignal(false);
  const shown = () => (all() ? props.brief.objections : props.brief.objections.slice(0, FIRST_OBJECTIONS));
  const hidden = () => props.brief.objections.length - shown().length;
  return (
    <Show
      when={shown().length > 0}
      fallback={
        <p class="quiet">{props.brief.inputs.against > 0 ? t().objectionsHidden : t().objectionsNone}</p>
      }
    >
      <ul class="brief-objections" classList={{ whole: all() }}>
        <For each={shown()}>{(objection) => <Objection objection={objection} whole={all()} />}</For>
      </ul>
      <Show when={hidden() > 0 || (!all() && shown().some(isCut))}>
        <p>
          <button type="button" class="brief-more" onClick={() => setAll(true)}>
            {hidden() > 0 ? t().objectionsMore(formatNumber(hidden(), locale())) : t().showWhole}
          </button>
        </p>
      </Show>
    </Show>
  );
}
