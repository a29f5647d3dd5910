/** A scale: from where to where, and what its ends or all its steps are called. */
import { createUniqueId, For, Show, type JSX } from "solid-js";
import { SURVEY_LIMITS as LIMITS, type Scale } from "../../domain/surveys/survey.ts";
import { TextField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { surveyTexts } from "./surveys.intl.ts";

const stepsOf = ({ from, to }: Scale): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);

/** As many words as there are steps, keeping those there are. */
const fitted = (scale: Scale): Scale =>
  scale.steps ? { ...scale, steps: stepsOf(scale).map((_, at) => scale.steps?.[at] ?? "") } : scale;

export function ScaleField(props: { scale: Scale; onChange: (scale: Scale) => void }): JSX.Element {
  const t = textsOf(surveyTexts);
  const id = createUniqueId();
  const change = (part: Partial<Scale>) => props.onChange(fitted({ ...props.scale, ...part }));
  const number = (field: "from" | "to", label: string, choices: readonly number[]) => (
    <div class="field">
      <label for={`${id}-${field}`}>{label}</label>
      <select
        id={`${id}-${field}`}
        class="input short"
        onChange={(event) => change({ [field]: Number(event.currentTarget.value) })}
      >
        <For each={choices}>
          {(choice) => (
            <option value={choice} selected={choice === props.scale[field]}>
              {choice}
            </option>
          )}
        </For>
      </select>
    </div>
  );
  function toggleSteps(on: boolean): void {
    const { low, high } = props.scale;
    const { steps: _steps, ...bare } = { steps: undefined, ...props.scale };
    if (!on) return props.onChange(bare);
    const all = stepsOf(props.scale);
    props.onChange({
      ...bare,
      steps: all.map((_, at) => (at === 0 ? low : at === all.length - 1 ? high : "")),
    });
  }
  return (
    <div class="stack-small">
      <div class="form-pair">
        {number("from", t().scaleFrom, [0, 1])}
        {number("to", t().scaleTo, [3, 4, 5, 6, 7, 8, 9, 10])}
      </div>
      <label class="choice">
        <input
          type="checkbox"
          checked={props.scale.steps !== undefined}
          aria-describedby={`${id}-steps`}
          onChange={(event) => toggleSteps(event.currentTarget.checked)}
        />
        <span>
          {t().stepWords}
          <span class="block small quiet" id={`${id}-steps`}>
            {t().stepWordsHint}
          </span>
        </span>
      </label>
      <Show
        when={props.scale.steps}
        fallback={
          <div class="form-pair">
            <TextField
              label={t().scaleLow}
              optional
              maxLength={LIMITS.optionWords}
              value={props.scale.low}
              onInput={(low) => change({ low })}
            />
            <TextField
              label={t().scaleHigh}
              optional
              maxLength={LIMITS.optionWords}
              value={props.scale.high}
              onInput={(high) => change({ high })}
            />
          </div>
        }
      >
        <For each={stepsOf(props.scale)}>
          {(step, at) => (
            <TextField
              label={t().step(step)}
              maxLength={LIMITS.optionWords}
              value={props.scale.steps?.[at()] ?? ""}
              onInput={(words) => change({ steps: (props.scale.steps ?? []).with(at(), words) })}
            />
          )}
        </For>
      </Show>
    </div>
  );
}
