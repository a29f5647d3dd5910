/** A question as it will look on a phone. What is chosen here goes nowhere. */
import { createUniqueId, For, Match, Show, Switch, type JSX } from "solid-js";
import type { Question, QuotedClause, Scale } from "../../domain/surveys/survey.ts";
import { textsOf } from "../ui/locale.ts";
import { surveyTexts } from "./surveys.intl.ts";

const stepsOf = ({ from, to }: Scale): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

function ScaleSteps(props: { scale: Scale; name: string; label?: string }): JSX.Element {
  const wordOf = (step: number, at: number) => {
    const { from, to, low, high, steps } = props.scale;
    return steps?.[at] ?? (step === from ? low : step === to ? high : "");
  };
  return (
    <ul class="preview-steps">
      <For each={stepsOf(props.scale)}>
        {(step, at) => (
          <li>
            <label class="choice">
              <input type="radio" name={props.name} />
              <span>
                {step}
                <Show when={wordOf(step, at())}>{(words) => <> · {words()}</>}</Show>
              </span>
            </label>
          </li>
        )}
      </For>
    </ul>
  );
}

export function QuestionPreview(props: { question: Question; quotes: readonly QuotedClause[] }): JSX.Element {
  const t = textsOf(surveyTexts);
  const name = createUniqueId();
  const question = () => props.question;
  const as = <T extends Question["type"]>(type: T) =>
    question().type === type ? (question() as Extract<Question, { type: T }>) : undefined;
  const chosen = () => as("single") ?? as("multiple") ?? as("ranking");
  return (
    <aside class="question-preview" aria-label={t().previewOf}>
      <p class="small quiet">{t().previewOf}</p>
      <div class="phone" lang="id">
        <For each={props.quotes}>
          {(quote) => (
            <details>
              <summary>{quote.citation}</summary>
              <p class="clause-words whole">{quote.text}</p>
            </details>
          )}
        </For>
        <p class="preview-words">{question().words || t().noWords}</p>
        <Show when={question().help}>
          <p class="small quiet">{question().help}</p>
        </Show>
        <Switch>
          <Match when={as("scale")}>{(scale) => <ScaleSteps scale={scale().scale} name={name} />}</Match>
          <Match when={as("matrix")}>
            {(matrix) => (
              <For each={matrix().rows}>
                {(row) => (
                  <fieldset>
                    <legend>{row.words}</legend>
                    <ScaleSteps scale={matrix().scale} name={`${name}-${row.id}`} />
                  </fieldset>
                )}
              </For>
            )}
          </Match>
          <Match when={as("text")}>
            <textarea class="input" rows="3" aria-label={t().answerHere} />
          </Match>
          <Match when={chosen()}>
            {(options) => (
              <ul class="preview-steps">
                <For each={options().options}>
                  {(option, at) => (
                    <li>
                      <label class="choice">
                        <Show
                          when={options().type === "ranking"}
                          fallback={
                            <input type={options().type === "single" ? "radio" : "checkbox"} name={name} />
                          }
                        >
                          <span class="preview-rank">{at() + 1}.</span>
                        </Show>
                        <span>{option.words}</span>
                      </label>
                    </li>
                  )}
                </For>
              </ul>
            )}
          </Match>
        </Switch>
      </div>
      <p class="small quiet">{t().previewHint}</p>
    </aside>
  );
}
