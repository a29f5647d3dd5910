/** One stage of a plan: whether texts pass it, who acts, what it keeps, its rules and limits. */
import { For, Show, type JSX } from "solid-js";
import {
  LIMIT_UNITS,
  PLAN_LIMITS,
  type PlannedStage,
  type StageRule,
} from "../../domain/stages/stage-plan.ts";
import { Button } from "../ui/button.tsx";
import { Field, SelectField, TextField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { policyWords } from "./policy-words.intl.ts";
import { stageTexts } from "./stage.intl.ts";

type Item = PlannedStage & { readonly included: boolean };

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(0, PLAN_LIMITS.artefacts);

function Rule(props: {
  rule: StageRule;
  number: number;
  onChange: (rule: StageRule) => void;
  onRemove: () => void;
}): JSX.Element {
  const t = textsOf(stageTexts);
  const limit = () => props.rule.limit;
  const setAmount = (text: string) => {
    const amount = Number.parseInt(text, 10);
    const { limit: _, ...rest } = props.rule;
    props.onChange(
      Number.isNaN(amount) ? rest : { ...rest, limit: { amount, unit: limit()?.unit ?? "calendar" } },
    );
  };
  return (
    <fieldset class="stage-rule">
      <legend class="small">{t().rule(props.number)}</legend>
      <div class="wide">
        <TextField
          label={t().ruleText}
          maxLength={PLAN_LIMITS.rule}
          value={props.rule.text}
          onInput={(text) => props.onChange({ ...props.rule, text })}
        />
      </div>
      <Field label={t().amount} optional>
        {(attributes) => (
          <input
            {...attributes}
            class="input"
            type="number"
            min={1}
            max={PLAN_LIMITS.amount}
            value={limit()?.amount ?? ""}
            onInput={(event) => setAmount(event.currentTarget.value)}
          />
        )}
      </Field>
      <SelectField
        label={t().unit}
        value={limit()?.unit ?? "calendar"}
        choices={LIMIT_UNITS.map((unit) => ({ value: unit, label: t().unitName[unit] }))}
        onChange={(unit) => {
          const { amount } = limit() ?? {};
          if (unit && amount !== undefined) props.onChange({ ...props.rule, limit: { amount, unit } });
        }}
      />
      <div class="wide">
        <TextField
          label={t().ruleSource}
          hint={t().ruleSourceHint}
          optional
          maxLength={PLAN_LIMITS.source}
          value={props.rule.source ?? ""}
          onInput={(source) => {
            const { source: _, ...rest } = props.rule;
            props.onChange(source.trim() === "" ? rest : { ...rest, source });
          }}
        />
      </div>
      <div class="wide">
        <Button look="plain" size="small" onClick={() => props.onRemove()}>
          {t().removeRule(props.number)}
        </Button>
      </div>
    </fieldset>
  );
}

export function StagePlanItem(props: {
  stage: Item;
  changeable: boolean;
  onChange: (changes: Partial<Item>) => void;
}): JSX.Element {
  const t = textsOf(stageTexts);
  const words = textsOf(policyWords);
  const rules = () => props.stage.rules;
  const setRule = (index: number, rule: StageRule | null) =>
    props.onChange({ rules: rules().flatMap((each, at) => (at === index ? (rule ?? []) : each)) });

  return (
    <section class="stage-plan-item">
      <label class="choice">
        <input
          type="checkbox"
          checked={props.stage.included}
          disabled={!props.changeable || props.stage.stage === "drafting"}
          onChange={(event) => props.onChange({ included: event.currentTarget.checked })}
        />
        <span>
          <strong>{words().stage[props.stage.stage]}</strong>
          <span class="visually-hidden">, {t().included}</span>
        </span>
      </label>
      <Show when={props.stage.included}>
        <details>
          <summary>
            {t().documents}, {t().rules.toLowerCase()}
            <span class="visually-hidden">: {words().stage[props.stage.stage]}</span>
          </summary>
          <fieldset class="form" disabled={!props.changeable}>
            <legend class="visually-hidden">{words().stage[props.stage.stage]}</legend>
            <TextField
              label={t().who}
              maxLength={PLAN_LIMITS.who}
              optional
              value={props.stage.who}
              onInput={(who) => props.onChange({ who })}
            />
            <Field label={t().artefactsField} hint={t().artefactsHint} optional>
              {(attributes) => (
                <textarea
                  {...attributes}
                  class="input"
                  rows={Math.max(3, props.stage.artefacts.length + 1)}
                  value={props.stage.artefacts.join("\n")}
                  onChange={(event) => props.onChange({ artefacts: linesOf(event.currentTarget.value) })}
                />
              )}
            </Field>
            <For each={rules().map((_, index) => index)}>
              {(index) => (
                <Show when={rules()[index]}>
                  {(rule) => (
                    <Rule
                      rule={rule()}
                      number={index + 1}
                      onChange={(next) => setRule(index, next)}
                      onRemove={() => setRule(index, null)}
                    />
                  )}
                </Show>
              )}
            </For>
            <Show when={props.changeable && rules().length < PLAN_LIMITS.rules}>
              <div>
                <Button size="small" onClick={() => props.onChange({ rules: [...rules(), { text: "" }] })}>
                  {t().addRule}
                </Button>
              </div>
            </Show>
          </fieldset>
        </details>
      </Show>
    </section>
  );
}
