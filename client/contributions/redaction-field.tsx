/** Words of an input with a way to take some out: select, press, and they read `[...]`. */
import { createSignal, For, Show, type JSX } from "solid-js";
import type { PersonalDataSpan } from "../../domain/contributions/contributions.contract.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { contributionWords } from "./contributions.intl.ts";
import { inboxTexts } from "./inbox.intl.ts";
import { withSelection } from "./redaction.ts";
import type { RedactedField, TriageDraft } from "./triage-draft.ts";

/** What looks like personal data, each proposed for taking out. */
export function PersonalDataList(props: {
  draft: TriageDraft;
  spans: readonly PersonalDataSpan[];
  wordsOf: (field: RedactedField) => string;
}): JSX.Element {
  const t = textsOf(inboxTexts);
  const words = textsOf(contributionWords);
  const isOut = (span: PersonalDataSpan) => !props.draft.open().includes(span);
  const takeOut = (spans: readonly PersonalDataSpan[]) => {
    for (const field of ["text", "proposedText"] as const) {
      const own = spans.filter((span) => span.field === field);
      if (own.length > 0) props.draft.setStretches(field, [...props.draft.stretches(field), ...own]);
    }
    if (props.draft.note() === "") props.draft.setNote(t().noteExamples[0]);
  };
  const putBack = (span: PersonalDataSpan) =>
    props.draft.setStretches(
      span.field,
      props.draft.stretches(span.field).filter(({ start, end }) => !(start <= span.start && span.end <= end)),
    );
  return (
    <div class="personal-data notice warn">
      <p>
        <strong>{t().foundTitle}</strong>
      </p>
      <ul>
        <For each={props.spans}>
          {(span) => (
            <li class="row spread">
              <span>
                {t().found1(
                  words().personalData[span.kind],
                  props.wordsOf(span.field).slice(span.start, span.end),
                )}
              </span>
              <Button size="small" onClick={() => (isOut(span) ? putBack(span) : takeOut([span]))}>
                {isOut(span) ? t().putBack : t().takeOut}
              </Button>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.draft.open().length > 0}>
        <div class="row">
          <Show when={props.draft.open().length > 1}>
            <Button size="small" onClick={() => takeOut(props.draft.open())}>
              {t().takeOutAll}
            </Button>
          </Show>
          <label class="choice">
            <input
              type="checkbox"
              checked={props.draft.checked()}
              onChange={(event) => props.draft.setChecked(event.currentTarget.checked)}
            />
            {t().leaveIn}
          </label>
        </div>
      </Show>
    </div>
  );
}

export function RedactionField(props: {
  draft: TriageDraft;
  field: RedactedField;
  /** As it was written. */
  original: string;
  label: string;
}): JSX.Element {
  const t = textsOf(inboxTexts);
  const [selection, setSelection] = createSignal({ start: 0, end: 0 });
  let area: HTMLTextAreaElement | undefined;
  const look = () => {
    if (area) setSelection({ start: area.selectionStart, end: area.selectionEnd });
  };
  function take(): void {
    const { start } = selection();
    props.draft.setStretches(
      props.field,
      withSelection(props.original, props.draft.stretches(props.field), selection()),
    );
    if (props.draft.note() === "") props.draft.setNote(t().noteExamples[0]);
    area?.focus();
    area?.setSelectionRange(start, start);
    look();
  }
  const rows = () => Math.min(10, Math.max(3, Math.ceil(props.original.length / 70)));
  return (
    <div class="redaction">
      <Field label={props.label} hint={t().redactionText} optional>
        {(attributes) => (
          <textarea
            {...attributes}
            class="input"
            readOnly
            rows={rows()}
            value={props.draft.shown(props.field)}
            ref={(element) => {
              area = element;
            }}
            onSelect={look}
            onKeyUp={look}
            onPointerUp={look}
          />
        )}
      </Field>
      <div class="row">
        <Button
          size="small"
          aria-disabled={selection().start === selection().end}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => selection().start !== selection().end && take()}
        >
          {t().redactSelection}
        </Button>
        <Show when={props.draft.stretches(props.field).length > 0}>
          <Button look="plain" size="small" onClick={() => props.draft.setStretches(props.field, [])}>
            {t().redactUndo}
          </Button>
        </Show>
      </div>
    </div>
  );
}
