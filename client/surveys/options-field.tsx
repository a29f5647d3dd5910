/** A list of words that are chosen, ordered or rated: added, changed, taken out, moved by Alt and arrows. */
import { For, Show, type JSX } from "solid-js";
import { SURVEY_LIMITS as LIMITS, type Option } from "../../domain/surveys/survey.ts";
import { Button } from "../ui/button.tsx";
import { textsOf } from "../ui/locale.ts";
import { randomPartId } from "./definition-edits.ts";
import { surveyTexts } from "./surveys.intl.ts";

export function OptionsField(props: {
  legend: string;
  options: readonly Option[];
  smallest: number;
  largest: number;
  nameOf: (number: number) => string;
  addText: string;
  removeText: (number: number) => string;
  onChange: (options: readonly Option[]) => void;
}): JSX.Element {
  const t = textsOf(surveyTexts);
  let list: HTMLOListElement | undefined;
  const focus = (at: number) =>
    queueMicrotask(() => list?.querySelectorAll<HTMLInputElement>("input")[at]?.focus());

  const add = (at: number) => {
    if (props.options.length >= props.largest) return;
    props.onChange(props.options.toSpliced(at, 0, { id: randomPartId(), words: "" }));
    focus(at);
  };
  const move = (at: number, by: number) => {
    const option = props.options[at];
    if (!option || at + by < 0 || at + by >= props.options.length) return;
    props.onChange(props.options.toSpliced(at, 1).toSpliced(at + by, 0, option));
    focus(at + by);
  };
  function onKeyDown(event: KeyboardEvent, at: number): void {
    if (event.key === "Enter") add(at + 1);
    else if (event.altKey && event.key === "ArrowUp") move(at, -1);
    else if (event.altKey && event.key === "ArrowDown") move(at, 1);
    else return;
    event.preventDefault();
    // The question itself listens to the same keys.
    event.stopPropagation();
  }

  return (
    <fieldset class="field">
      <legend>{props.legend}</legend>
      <ol class="option-list" ref={(element) => (list = element)}>
        <For each={props.options}>
          {(option, at) => (
            <li>
              <input
                class="input"
                aria-label={props.nameOf(at() + 1)}
                maxLength={LIMITS.optionWords}
                value={option.words}
                onInput={(event) => {
                  const words = event.currentTarget.value;
                  props.onChange(
                    props.options.map((each) => (each.id === option.id ? { ...each, words } : each)),
                  );
                }}
                onKeyDown={(event) => onKeyDown(event, at())}
              />
              <Show when={props.options.length > props.smallest}>
                <Button
                  look="plain"
                  size="small"
                  aria-label={props.removeText(at() + 1)}
                  onClick={() => {
                    const place = at();
                    props.onChange(props.options.toSpliced(place, 1));
                    focus(Math.max(0, place - 1));
                  }}
                >
                  {t().delete}
                </Button>
              </Show>
            </li>
          )}
        </For>
      </ol>
      <Show when={props.options.length < props.largest}>
        <div>
          <Button size="small" onClick={() => add(props.options.length)}>
            {props.addText}
          </Button>
        </div>
      </Show>
    </fieldset>
  );
}
