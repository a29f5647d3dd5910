/** A control with its label, hint and error, tied together for assistive technology. */
import { createUniqueId, For, Show, type JSX } from "solid-js";
import { textsOf } from "./locale.ts";
import { uiTexts } from "./ui.intl.ts";

export interface ControlAttributes {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": "true" | undefined;
  required: boolean;
}

interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Marked in words when it may stay empty. */
  optional?: boolean | undefined;
}

/** The frame of a control of one's own; `children` gets the attributes that tie it to label, hint and error. */
export function Field(
  props: FieldProps & { children: (attributes: ControlAttributes) => JSX.Element },
): JSX.Element {
  const t = textsOf(uiTexts);
  const id = createUniqueId();
  const attributes: ControlAttributes = {
    id,
    get "aria-describedby"() {
      const ids = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(" ");
      return ids || undefined;
    },
    get "aria-invalid"() {
      return props.error ? ("true" as const) : undefined;
    },
    get required() {
      return !props.optional;
    },
  };
  return (
    <div class="field">
      <label for={id}>
        {props.label}
        <Show when={props.optional}>
          <span class="hint"> ({t().optional})</span>
        </Show>
      </label>
      <Show when={props.hint}>
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
      {props.children(attributes)}
      <Show when={props.error}>
        <p class="error" id={`${id}-error`}>
          {props.error}
        </p>
      </Show>
    </div>
  );
}

export function TextField(
  props: FieldProps & {
    value: string;
    onInput: (value: string) => void;
    type?: "text" | "email" | "search" | "password" | undefined;
    maxLength?: number | undefined;
    autocomplete?: string | undefined;
    /** Lines; one makes an input, more a text area. */
    rows?: number | undefined;
  },
): JSX.Element {
  return (
    <Field {...props}>
      {(attributes) => (
        <Show
          when={(props.rows ?? 1) > 1}
          fallback={
            <input
              {...attributes}
              class="input"
              type={props.type ?? "text"}
              value={props.value}
              maxLength={props.maxLength ?? 500}
              autocomplete={props.autocomplete ?? "off"}
              onInput={(event) => props.onInput(event.currentTarget.value)}
            />
          }
        >
          <textarea
            {...attributes}
            class="input"
            rows={props.rows}
            value={props.value}
            maxLength={props.maxLength}
            onInput={(event) => props.onInput(event.currentTarget.value)}
          />
        </Show>
      )}
    </Field>
  );
}

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  /** Choices of one group stand together under its name. */
  readonly group?: string | undefined;
}

/** In the order in which the groups first appear. */
const groupsOf = (choices: readonly Choice[]) => [...Map.groupBy(choices, ({ group }) => group)];

function Options(props: { choices: readonly Choice[]; value: string }): JSX.Element {
  return (
    <For each={props.choices}>
      {(choice) => (
        <option value={choice.value} selected={choice.value === props.value}>
          {choice.label}
        </option>
      )}
    </For>
  );
}

export function SelectField<Value extends string>(
  props: FieldProps & {
    value: Value | "";
    choices: readonly Choice<Value>[];
    /** Text of the empty choice; without it the first choice is taken. */
    placeholder?: string | undefined;
    onChange: (value: Value | "") => void;
  },
): JSX.Element {
  return (
    <Field {...props}>
      {(attributes) => (
        <select
          {...attributes}
          class="input"
          onChange={(event) => props.onChange(event.currentTarget.value as Value | "")}
        >
          <Show when={props.placeholder !== undefined}>
            <option value="" selected={props.value === ""}>
              {props.placeholder}
            </option>
          </Show>
          <For each={groupsOf(props.choices)}>
            {([group, choices]) => (
              <Show when={group} fallback={<Options choices={choices} value={props.value} />}>
                <optgroup label={group}>
                  <Options choices={choices} value={props.value} />
                </optgroup>
              </Show>
            )}
          </For>
        </select>
      )}
    </Field>
  );
}
