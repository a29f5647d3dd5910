/** The steps of a round in order: whose, until when, what they decided. */
import { For, Show, type JSX } from "solid-js";
import { dayOf } from "../../domain/calendar-days.ts";
import type { StepState } from "../../domain/reviews/steps.ts";
import type { DecisionKind } from "../../domain/reviews/review.ts";
import type { ReviewView, StepView } from "../../domain/reviews/reviews.contract.ts";
import { formatDay } from "../ui/format-day.ts";
import { formatDateTime } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { StatusMark, type StatusShape, type StatusTone } from "../ui/status-mark.tsx";
import { ClampedWords } from "./clamped-words.tsx";
import { DueMark } from "./due-mark.tsx";
import { reviewTexts } from "./reviews.intl.ts";

const LOOKS: Record<StepState, { shape: StatusShape; tone: StatusTone }> = {
  waiting: { shape: "dashed", tone: "neutral" },
  open: { shape: "half", tone: "accent" },
  approved: { shape: "filled", tone: "good" },
  returned: { shape: "crossed", tone: "bad" },
  dropped: { shape: "ring", tone: "neutral" },
};

export const addresseeName = ({ addressee }: Pick<StepView, "addressee">): string =>
  addressee.kind === "account" ? addressee.person.name : addressee.unit.name;

/** Steps by their number, those side by side together. */
const byNumber = (steps: readonly StepView[]): readonly (readonly [number, readonly StepView[]])[] => [
  ...Map.groupBy(steps, ({ position }) => position),
];

/** What the words beside a decision are, for those who hear the page. */
function ReasonName(props: { kind: DecisionKind }): JSX.Element {
  const t = textsOf(reviewTexts);
  return <span class="visually-hidden">{props.kind === "returned" ? t().reason : t().note}: </span>;
}

function Step(props: { step: StepView; timeZone: string; short: boolean }): JSX.Element {
  const t = textsOf(reviewTexts);
  const step = () => props.step;
  const pending = () => step().state === "open" || step().state === "waiting";
  return (
    <li class="review-step">
      <div class="review-step-head">
        <span>
          <strong>{addresseeName(step())}</strong>
          <Show when={step().addressee.kind === "office" && !step().decision && !step().delegation}>
            <span class="small quiet"> ({t().office})</span>
          </Show>
        </span>
        <StatusMark shape={LOOKS[step().state].shape} tone={LOOKS[step().state].tone}>
          {t().stepState[step().state]}
          <Show when={props.short && step().decision}>
            {(decision) => <>, {formatDay(dayOf(decision().at, props.timeZone), locale(), "short")}</>}
          </Show>
        </StatusMark>
      </div>
      <Show when={step().delegation}>
        {(delegation) => (
          <p class="small quiet">
            {t().delegated(delegation().by.name, delegation().to.name)}
            <Show when={delegation().note}>{(note) => <>: {note()}</>}</Show>
          </p>
        )}
      </Show>
      <Show when={pending() && !(props.short && step().may.decide)}>
        <DueMark step={step()} timeZone={props.timeZone} />
      </Show>
      <Show when={step().decision}>
        {(decision) => (
          <>
            <Show when={!props.short || decision().by.name !== addresseeName(step())}>
              <p class="small quiet">
                {t().decidedBy(decision().by.name, formatDateTime(decision().at, locale(), props.timeZone))}
              </p>
            </Show>
            <Show when={decision().reason}>
              {(reason) => (
                <Show
                  when={props.short}
                  fallback={
                    <blockquote class="review-words">
                      <ReasonName kind={decision().kind} />
                      {reason()}
                    </blockquote>
                  }
                >
                  <ClampedWords lines={1}>
                    <ReasonName kind={decision().kind} />
                    {reason()}
                  </ClampedWords>
                </Show>
              )}
            </Show>
          </>
        )}
      </Show>
    </li>
  );
}

/** `short`: notes are cut to a line, for a page that must be short. */
export function ReviewSteps(props: { review: ReviewView; timeZone: string; short?: boolean }): JSX.Element {
  const t = textsOf(reviewTexts);
  return (
    <ol class="review-steps" classList={{ short: props.short ?? false }} aria-label={t().steps}>
      <For each={byNumber(props.review.steps)}>
        {([number, steps]) => (
          <li>
            <p class="small quiet" classList={{ "visually-hidden": props.short && steps.length === 1 }}>
              {t().stepNumber(number)}
              <Show when={steps.length > 1}>, {t().sideBySide}</Show>
            </p>
            <ul>
              <For each={steps}>
                {(step) => <Step step={step} timeZone={props.timeZone} short={props.short ?? false} />}
              </For>
            </ul>
          </li>
        )}
      </For>
    </ol>
  );
}
