/** A section: its heading, its questions, and where further ones are added. */
import { createUniqueId, For, Show, type JSX } from "solid-js";
import {
  QUESTION_TYPES,
  SURVEY_LIMITS as LIMITS,
  type QuestionType,
  type Section,
} from "../../domain/surveys/survey.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { useBuilder } from "./builder-context.tsx";
import {
  addQuestion,
  changeSection,
  moveSection,
  newQuestion,
  randomPartId,
  removeSection,
} from "./definition-edits.ts";
import { QuestionCard } from "./question-card.tsx";
import { surveyTexts } from "./surveys.intl.ts";

export function SectionPart(props: { section: Section }): JSX.Element {
  const t = textsOf(surveyTexts);
  const builder = useBuilder();
  const id = createUniqueId();
  const sections = () => builder.draft.definition.sections;
  const at = () => sections().findIndex((each) => each.id === props.section.id);
  const name = () => t().section(at() + 1);
  const issues = () => builder.draft.unfinished().filter(({ partId }) => partId === props.section.id);
  let kind: HTMLSelectElement | undefined;

  function add(): void {
    const question = newQuestion((kind?.value ?? "scale") as QuestionType, randomPartId, t().defaults);
    builder.edit((definition) => addQuestion(definition, props.section.id, question));
    builder.open(question.id);
    queueMicrotask(() =>
      document.querySelector<HTMLElement>(`#q-${question.id} .question-fields textarea`)?.focus(),
    );
  }

  return (
    <section class="stack survey-section" aria-labelledby={id}>
      <div class="section-head">
        <h2 id={id}>
          {name()}
          <Show when={props.section.title}>: {props.section.title}</Show>
        </h2>
        <Show when={builder.mayEdit() && sections().length > 1}>
          <div class="row">
            <Button
              size="small"
              look="plain"
              disabled={at() === 0}
              aria-label={t().of(t().up, name())}
              onClick={() => builder.edit((definition) => moveSection(definition, props.section.id, -1))}
            >
              {t().up}
            </Button>
            <Button
              size="small"
              look="plain"
              disabled={at() === sections().length - 1}
              aria-label={t().of(t().down, name())}
              onClick={() => builder.edit((definition) => moveSection(definition, props.section.id, 1))}
            >
              {t().down}
            </Button>
            <Button
              size="small"
              look="plain"
              aria-label={t().of(t().delete, name())}
              onClick={() =>
                builder.editWithUndo(
                  (definition) => removeSection(definition, props.section.id),
                  t().sectionRemoved,
                )
              }
            >
              {t().delete}
            </Button>
          </div>
        </Show>
      </div>
      <Show
        when={builder.mayEdit()}
        fallback={
          <Show when={props.section.note}>
            <p>{props.section.note}</p>
          </Show>
        }
      >
        <details class="section-words" open={props.section.title !== "" || props.section.note !== undefined}>
          <summary>{t().sectionTitle}</summary>
          <div class="stack">
            <TextField
              label={t().sectionTitle}
              optional
              maxLength={LIMITS.title}
              value={props.section.title}
              onInput={(title) =>
                builder.edit((definition) => changeSection(definition, props.section.id, { title }))
              }
            />
            <TextField
              label={t().sectionNote}
              optional
              rows={2}
              maxLength={LIMITS.help}
              value={props.section.note ?? ""}
              onInput={(note) =>
                builder.edit((definition) => changeSection(definition, props.section.id, { note }))
              }
            />
          </div>
        </details>
      </Show>
      <For each={issues()}>
        {({ code }) => <p class="small issue">{t().issues[code] ?? t().otherIssue}</p>}
      </For>
      <Show when={props.section.questions.length > 0} fallback={<p class="quiet">{t().noQuestions}</p>}>
        <ol class="question-list">
          <For each={props.section.questions}>{(question) => <QuestionCard question={question} />}</For>
        </ol>
      </Show>
      <Show when={builder.mayEdit()}>
        <div class="row">
          <select class="input short" aria-label={t().type} ref={(element) => (kind = element)}>
            <For each={QUESTION_TYPES}>
              {(type) => <option value={type}>{t().questionTypes[type]}</option>}
            </For>
          </select>
          <Button class="builder-add" onClick={add}>
            {t().addQuestion}
          </Button>
        </div>
      </Show>
    </section>
  );
}
