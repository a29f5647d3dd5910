/** Choosing who may answer, each with what is kept of them. Used for comments and for surveys. */
import { createUniqueId, For, Show, type JSX } from "solid-js";
import type { IdentityRule } from "../../domain/consultations/consultation.ts";
import { textsOf } from "../ui/locale.ts";
import { identityRuleTexts } from "./identity-rules.intl.ts";
import "./consultations.css";

export function IdentityRuleField<Rule extends IdentityRule | null>(props: {
  legend: string;
  /** A heading above says the same already. */
  legendHidden?: boolean | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  rules: readonly NonNullable<Rule>[];
  /** Words of the choice "none"; absent: there is none. */
  none?: { readonly name: string; readonly hint: string } | undefined;
  value: Rule;
  /** Final: shown, but not to be changed, with the reason as `hint`. */
  locked?: boolean | undefined;
  onChange: (rule: Rule) => void;
}): JSX.Element {
  const t = textsOf(identityRuleTexts);
  const id = createUniqueId();
  const choice = (value: IdentityRule | null, name: string, hint: string) => (
    <div class="rule-choice">
      <label class="choice">
        <input
          type="radio"
          name={id}
          value={value ?? ""}
          checked={props.value === value}
          disabled={props.locked}
          aria-describedby={`${id}-${value ?? "none"}`}
          onChange={() => props.onChange(value as Rule)}
        />
        <span>{name}</span>
      </label>
      <p class="small quiet rule-keeps" id={`${id}-${value ?? "none"}`}>
        {hint}
      </p>
    </div>
  );
  return (
    <fieldset class="field" aria-describedby={props.hint ? `${id}-hint` : undefined}>
      <legend classList={{ "visually-hidden": props.legendHidden ?? false }}>{props.legend}</legend>
      <Show when={props.hint}>
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.none}>{(none) => choice(null, none().name, none().hint)}</Show>
      <For each={props.rules}>{(rule) => choice(rule, t().name[rule], t().keeps[rule])}</For>
      <Show when={props.error}>
        <p class="error">{props.error}</p>
      </Show>
    </fieldset>
  );
}
