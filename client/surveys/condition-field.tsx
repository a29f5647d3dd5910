/** "Show only if": parts about earlier questions, all or any of which must hold. */
import { For, Show, type JSX } from "solid-js";
import { questionsOf, type Question } from "../../domain/surveys/survey.ts";
import { Button } from "../ui/button.tsx";
import { textsOf } from "../ui/locale.ts";
import { useBuilder } from "./builder-context.tsx";
import {
  comparisonOf,
  comparisonsFor,
  conditionOf,
  leafOf,
  partsOf,
  valueOf,
  valuesFor,
  type Comparison,
  type ConditionParts,
  type Leaf,
} from "./condition-parts.ts";
import { conditionWords } from "./condition-words.ts";
import { askableBefore, withCondition } from "./definition-edits.ts";
import { surveyTexts } from "./surveys.intl.ts";

function LeafFields(props: {
  leaf: Leaf;
  askable: readonly Question[];
  onChange: (leaf: Leaf) => void;
  onRemove: () => void;
}): JSX.Element {
  const t = textsOf(surveyTexts);
  const asked = () => props.askable.find(({ id }) => id === props.leaf.question);
  const choose = (id: string, comparison?: Comparison, value?: string) => {
    const question = props.askable.find((each) => each.id === id);
    if (question) props.onChange(leafOf(question, comparison, value));
  };
  return (
    <li class="condition-part">
      <select
        class="input"
        aria-label={t().conditionQuestion}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <For each={props.askable}>
          {(question) => (
            <option value={question.id} selected={question.id === props.leaf.question}>
              {question.words || t().noWords}
            </option>
          )}
        </For>
      </select>
      <Show when={asked()}>
        {(question) => (
          <>
            <select
              class="input"
              aria-label={t().conditionHow}
              onChange={(event) =>
                choose(question().id, event.currentTarget.value as Comparison, valueOf(props.leaf))
              }
            >
              <For each={comparisonsFor(question())}>
                {(comparison) => (
                  <option value={comparison} selected={comparison === comparisonOf(props.leaf)}>
                    {t().comparison[comparison]}
                  </option>
                )}
              </For>
            </select>
            <select
              class="input"
              aria-label={t().conditionValue}
              onChange={(event) => choose(question().id, comparisonOf(props.leaf), event.currentTarget.value)}
            >
              <For each={valuesFor(question())}>
                {(each) => (
                  <option value={each.value} selected={each.value === valueOf(props.leaf)}>
                    {each.words}
                  </option>
                )}
              </For>
            </select>
          </>
        )}
      </Show>
      <Button look="plain" size="small" onClick={() => props.onRemove()}>
        {t().delete}
      </Button>
    </li>
  );
}

export function ConditionField(props: { question: Question }): JSX.Element {
  const t = textsOf(surveyTexts);
  const builder = useBuilder();
  const askable = () => askableBefore(builder.draft.definition, props.question.id);
  const parts = () => partsOf(props.question.showIf);
  const byId = () => new Map(questionsOf(builder.draft.definition).map((each) => [each.id, each]));
  const set = (next: ConditionParts) =>
    builder.changeQuestion(props.question.id, (question) => withCondition(question, conditionOf(next)));
  const addPart = () => {
    const last = askable().at(-1);
    const current = parts();
    if (last && current) set({ ...current, leaves: [...current.leaves, leafOf(last)] });
  };

  return (
    <fieldset class="field">
      <legend>{t().condition}</legend>
      <Show when={props.question.showIf} fallback={<p class="hint">{t().always}</p>}>
        {(condition) => <p class="hint">{t().says.showIf(conditionWords(condition(), byId(), t()))}</p>}
      </Show>
      <Show when={parts()} fallback={<p class="hint">{t().conditionNested}</p>}>
        {(current) => (
          <>
            <Show when={current().leaves.length > 1}>
              <select
                class="input condition-mode"
                aria-label={t().conditionMode}
                onChange={(event) =>
                  set({ ...current(), mode: event.currentTarget.value === "any" ? "any" : "all" })
                }
              >
                <option value="all" selected={current().mode === "all"}>
                  {t().conditionAll}
                </option>
                <option value="any" selected={current().mode === "any"}>
                  {t().conditionAny}
                </option>
              </select>
            </Show>
            <ul class="condition-parts">
              <For each={current().leaves}>
                {(leaf, at) => (
                  <LeafFields
                    leaf={leaf}
                    askable={askable()}
                    onChange={(next) => set({ ...current(), leaves: current().leaves.with(at(), next) })}
                    onRemove={() => set({ ...current(), leaves: current().leaves.toSpliced(at(), 1) })}
                  />
                )}
              </For>
            </ul>
          </>
        )}
      </Show>
      <div class="row">
        <Show when={parts() && askable().length > 0 && (parts()?.leaves.length ?? 0) < 10}>
          <Button size="small" onClick={addPart}>
            {props.question.showIf ? t().addPart : t().addCondition}
          </Button>
        </Show>
        <Show when={props.question.showIf}>
          <Button
            look="plain"
            size="small"
            onClick={() =>
              builder.changeQuestion(props.question.id, (question) => withCondition(question, undefined))
            }
          >
            {t().removeCondition}
          </Button>
        </Show>
      </div>
    </fieldset>
  );
}
