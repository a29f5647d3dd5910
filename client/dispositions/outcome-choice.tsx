/** The five outcomes as large choices, each with its shape, its meaning and its key. */
import { createUniqueId, For, Show, type JSX } from "solid-js";
import { OUTCOMES, type Outcome } from "../../domain/dispositions/disposition.ts";
import { textsOf } from "../ui/locale.ts";
import { dispositionWords } from "./dispositions.intl.ts";
import { OutcomeMark } from "./outcome-mark.tsx";

export function OutcomeChoice(props: {
  value: Outcome | "";
  onChoose: (outcome: Outcome) => void;
  error?: string | undefined;
  /** Whether the keys 1 to 5 choose: then they are shown. */
  keys: boolean;
}): JSX.Element {
  const t = textsOf(dispositionWords);
  const name = createUniqueId();
  return (
    <fieldset class="outcomes" aria-describedby={props.error ? `${name}-error` : undefined}>
      <legend>{t().chooseOutcome}</legend>
      <div class="outcome-choices">
        <For each={OUTCOMES}>
          {(outcome, index) => (
            <label class="outcome-choice" data-chosen={props.value === outcome ? "" : undefined}>
              <input
                type="radio"
                name={name}
                value={outcome}
                checked={props.value === outcome}
                aria-describedby={`${name}-${outcome}`}
                onChange={() => props.onChoose(outcome)}
              />
              <OutcomeMark outcome={outcome} />
              <Show when={props.keys}>
                <kbd class="outcome-key" aria-hidden="true">
                  {index() + 1}
                </kbd>
              </Show>
              <span class="outcome-meaning small quiet" id={`${name}-${outcome}`}>
                {t().meaning[outcome]}
              </span>
            </label>
          )}
        </For>
      </div>
      <Show when={props.error}>
        <p class="error" id={`${name}-error`}>
          {props.error}
        </p>
      </Show>
    </fieldset>
  );
}
