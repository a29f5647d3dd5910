/** The groups that are invited, each with how many people of it are hoped for. */
import { createUniqueId, For, Show, type JSX } from "solid-js";
import type { GroupView } from "../../domain/accounts/accounts.contract.ts";
import type { GroupId } from "../../domain/ids.ts";
import { textsOf } from "../ui/locale.ts";
import { consultationFormTexts } from "./consultation-form.intl.ts";
import type { FormValues } from "./form-values.ts";

type Chosen = FormValues["groups"];

export function GroupTargets(props: {
  groups: readonly GroupView[];
  chosen: Chosen;
  /** Groups that an input names: they stay. */
  fixed: readonly GroupId[];
  errors: ReadonlyMap<string, string>;
  onChange: (chosen: Chosen) => void;
}): JSX.Element {
  const t = textsOf(consultationFormTexts);
  const id = createUniqueId();
  const at = (groupId: GroupId) => props.chosen.findIndex((each) => each.groupId === groupId);
  const error = (groupId: GroupId) => {
    const place = `groups.${at(groupId)}`;
    return at(groupId) < 0
      ? undefined
      : (props.errors.get(`${place}.target`) ?? props.errors.get(`${place}.groupId`));
  };
  const toggle = (groupId: GroupId, on: boolean) => {
    const others = props.chosen.filter((each) => each.groupId !== groupId);
    props.onChange(on ? [...others, { groupId, target: "" }] : others);
  };
  return (
    <fieldset class="field">
      <legend class="visually-hidden">{t().groups}</legend>
      <ul class="group-targets">
        <For each={props.groups}>
          {(group) => (
            <li>
              <label class="choice">
                <input
                  type="checkbox"
                  checked={at(group.id) >= 0}
                  disabled={props.fixed.includes(group.id) && at(group.id) >= 0}
                  onChange={(event) => toggle(group.id, event.currentTarget.checked)}
                />
                <span>
                  {group.name}
                  <Show when={props.fixed.includes(group.id)}>
                    <span class="small quiet"> ({t().groupHasInput})</span>
                  </Show>
                </span>
              </label>
              <Show when={at(group.id) >= 0}>
                <input
                  class="input short"
                  inputMode="numeric"
                  maxLength={12}
                  aria-label={t().target(group.name)}
                  aria-describedby={error(group.id) ? `${id}-${group.id}` : undefined}
                  aria-invalid={error(group.id) ? "true" : undefined}
                  placeholder={t().targetShort}
                  value={props.chosen[at(group.id)]?.target ?? ""}
                  onInput={(event) => {
                    const target = event.currentTarget.value;
                    props.onChange(
                      props.chosen.map((each) => (each.groupId === group.id ? { ...each, target } : each)),
                    );
                  }}
                />
              </Show>
              <Show when={error(group.id)}>
                {(message) => (
                  <p class="error" id={`${id}-${group.id}`}>
                    {message()}
                  </p>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.errors.get("groups")}>{(message) => <p class="error">{message()}</p>}</Show>
    </fieldset>
  );
}
