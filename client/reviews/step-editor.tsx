/** One step of a submission: who, side by side or after, until when. */
import { Show, type JSX } from "solid-js";
import { DAY_UNITS } from "../../domain/calendar-days.ts";
import { REVIEW_LIMITS } from "../../domain/reviews/review.ts";
import { Button } from "../ui/button.tsx";
import { Field, SelectField, type Choice } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import type { DueMode, StepDraft, StepFlaw } from "./step-draft.ts";
import { submitTexts } from "./submit.intl.ts";

const MODES: readonly DueMode[] = ["none", "days", "date"];

function Deadline(props: {
  step: StepDraft;
  flaw: StepFlaw | null;
  onChange: (changes: Partial<StepDraft>) => void;
}): JSX.Element {
  const t = textsOf(submitTexts);
  return (
    <div class="step-deadline">
      <SelectField
        label={t().deadline}
        value={props.step.due}
        choices={MODES.map((mode) => ({ value: mode, label: t().dueMode[mode] }))}
        onChange={(due) => due && props.onChange({ due })}
      />
      <Show when={props.step.due === "days"}>
        <Field
          label={t().days}
          error={props.flaw === "days" ? t().daysMissing(REVIEW_LIMITS.days) : undefined}
        >
          {(attributes) => (
            <input
              {...attributes}
              class="input"
              type="number"
              inputmode="numeric"
              min={1}
              max={REVIEW_LIMITS.days}
              value={props.step.days}
              onInput={(event) => props.onChange({ days: event.currentTarget.value })}
            />
          )}
        </Field>
        <SelectField
          label={t().dayUnit}
          value={props.step.unit}
          choices={DAY_UNITS.map((unit) => ({ value: unit, label: t().unit[unit] }))}
          onChange={(unit) => unit && props.onChange({ unit })}
        />
      </Show>
      <Show when={props.step.due === "date"}>
        <Field label={t().date} error={props.flaw === "on" ? t().dateMissing : undefined}>
          {(attributes) => (
            <input
              {...attributes}
              class="input"
              type="date"
              value={props.step.on}
              onInput={(event) => props.onChange({ on: event.currentTarget.value })}
            />
          )}
        </Field>
      </Show>
    </div>
  );
}

export function StepEditor(props: {
  step: StepDraft;
  /** Place in the list, from 0, and how many there are. */
  index: number;
  count: number;
  position: number;
  choices: readonly Choice[];
  /** What is wrong with it, once sending was tried. */
  flaw: StepFlaw | null;
  onChange: (changes: Partial<StepDraft>) => void;
  onRemove: () => void;
  onMove: (by: -1 | 1) => void;
}): JSX.Element {
  const t = textsOf(submitTexts);
  const place = () => props.index + 1;
  return (
    <fieldset class="step-editor">
      <legend>{t().step(props.position)}</legend>
      <Show when={props.index > 0}>
        <label class="choice">
          <input
            type="checkbox"
            checked={props.step.beside}
            onChange={(event) => props.onChange({ beside: event.currentTarget.checked })}
          />
          {t().sameTime}
        </label>
      </Show>
      <SelectField
        label={t().addressee}
        value={props.step.to}
        placeholder={t().choose}
        choices={props.choices}
        error={props.flaw === "to" ? t().missing : undefined}
        onChange={(to) => props.onChange({ to })}
      />
      <Deadline step={props.step} flaw={props.flaw} onChange={props.onChange} />
      <div class="row">
        <Show when={props.index > 0}>
          <Button look="plain" size="small" aria-label={t().moveUp(place())} onClick={() => props.onMove(-1)}>
            {t().up}
          </Button>
        </Show>
        <Show when={props.index < props.count - 1}>
          <Button
            look="plain"
            size="small"
            aria-label={t().moveDown(place())}
            onClick={() => props.onMove(1)}
          >
            {t().down}
          </Button>
        </Show>
        <Show when={props.count > 1}>
          <Button
            look="plain"
            size="small"
            aria-label={t().removeStep(place())}
            onClick={() => props.onRemove()}
          >
            {t().remove}
          </Button>
        </Show>
      </div>
    </fieldset>
  );
}
