/** Who may read an input, and the note that is published with what is taken out or not shown. */
import { createUniqueId, For, type JSX } from "solid-js";
import { CONTRIBUTION_LIMITS, type Visibility } from "../../domain/contributions/contribution.ts";
import { Field } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { inboxTexts } from "./inbox.intl.ts";

export function VisibilityChoice(props: {
  value: Visibility;
  onChange: (value: Visibility) => void;
}): JSX.Element {
  const t = textsOf(inboxTexts);
  const name = createUniqueId();
  const choice = (value: Visibility, title: string, text: string) => (
    <label class="choice">
      <input
        type="radio"
        name={name}
        checked={props.value === value}
        onChange={() => props.onChange(value)}
      />
      <span>
        {title}
        <span class="small quiet block">{text}</span>
      </span>
    </label>
  );
  return (
    <fieldset>
      <legend>{t().visibility}</legend>
      {choice("public", t().showPublic, t().showPublicText)}
      {choice("team", t().showTeam, t().showTeamText)}
    </fieldset>
  );
}

export function ModerationNote(props: {
  value: string;
  onInput: (value: string) => void;
  required: boolean;
  error?: string | undefined;
}): JSX.Element {
  const t = textsOf(inboxTexts);
  const list = createUniqueId();
  return (
    <Field label={t().note} hint={t().noteHint} optional={!props.required} error={props.error}>
      {(attributes) => (
        <>
          <input
            {...attributes}
            class="input"
            type="text"
            list={list}
            maxLength={CONTRIBUTION_LIMITS.moderationNote}
            value={props.value}
            autocomplete="off"
            onInput={(event) => props.onInput(event.currentTarget.value)}
          />
          <datalist id={list}>
            <For each={t().noteExamples}>{(example) => <option value={example} />}</For>
          </datalist>
        </>
      )}
    </Field>
  );
}
