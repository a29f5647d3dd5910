/** A question in the list: folded it says what it asks, open it can be changed. */
import { For, Show, type JSX } from "solid-js";
import { questionsOf, type Question } from "../../domain/surveys/survey.ts";
import { Button } from "../ui/button.tsx";
import { textsOf } from "../ui/locale.ts";
import { useBuilder } from "./builder-context.tsx";
import { conditionWords } from "./condition-words.ts";
import { duplicateQuestion, moveQuestion, randomPartId, removeQuestion } from "./definition-edits.ts";
import { QuestionFields } from "./question-fields.tsx";
import { QuestionPreview } from "./question-preview.tsx";
import { surveyTexts } from "./surveys.intl.ts";

export function QuestionCard(props: { question: Question }): JSX.Element {
  const t = textsOf(surveyTexts);
  const builder = useBuilder();
  const all = () => questionsOf(builder.draft.definition);
  const number = () => all().findIndex(({ id }) => id === props.question.id) + 1;
  const name = () => t().question(number());
  const isOpen = () => builder.mayEdit() && builder.openId() === props.question.id;
  const byId = () => new Map(all().map((each) => [each.id, each]));
  const issues = () => builder.draft.unfinished().filter(({ partId }) => partId === props.question.id);
  const quotes = () => props.question.targets.flatMap(({ cid }) => builder.quote(cid) ?? []);
  let card: HTMLLIElement | undefined;

  const move = (by: -1 | 1) => {
    const focused = document.activeElement;
    builder.edit((definition) => moveQuestion(definition, props.question.id, by));
    builder.say(t().moved(number()));
    // The card may have gone to another section and been made anew.
    queueMicrotask(() => {
      if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
      else document.getElementById(`q-${props.question.id}`)?.querySelector("button")?.focus();
    });
  };
  const remove = () =>
    builder.editWithUndo((definition) => removeQuestion(definition, props.question.id), t().questionRemoved);

  return (
    <li
      class="question-card"
      classList={{ open: isOpen(), unfinished: issues().length > 0 }}
      id={`q-${props.question.id}`}
      ref={(element) => (card = element)}
      onKeyDown={(event) => {
        if (!event.altKey || !builder.mayEdit() || event.defaultPrevented) return;
        if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
        event.preventDefault();
        move(event.key === "ArrowUp" ? -1 : 1);
        card?.scrollIntoView({ block: "nearest" });
      }}
    >
      <div class="question-head">
        <div class="question-said">
          <p class="small quiet">
            {name()} · {t().questionTypes[props.question.type]}
            <Show when={props.question.required}> · {t().requiredMark}</Show>
          </p>
          <p class="question-words" lang="id">
            {props.question.words || t().noWords}
          </p>
          <Show when={quotes().length > 0}>
            <p class="small">
              <For each={quotes()}>
                {(quote, at) => (
                  <>
                    {at() > 0 ? ", " : ""}
                    {quote.citation}
                  </>
                )}
              </For>
            </p>
          </Show>
          <Show when={!isOpen() && props.question.showIf}>
            {(condition) => (
              <p class="small quiet">{t().says.showIf(conditionWords(condition(), byId(), t()))}</p>
            )}
          </Show>
          <For each={issues()}>
            {({ code }) => <p class="small issue">{t().issues[code] ?? t().otherIssue}</p>}
          </For>
        </div>
        <Show when={builder.mayEdit()}>
          <div class="question-acts">
            <Button
              size="small"
              look="plain"
              aria-expanded={isOpen()}
              aria-label={t().of(isOpen() ? t().done : t().edit, name())}
              onClick={() => builder.open(isOpen() ? undefined : props.question.id)}
            >
              {isOpen() ? t().done : t().edit}
            </Button>
            <Button
              size="small"
              look="plain"
              disabled={
                number() === 1 && builder.draft.definition.sections[0]?.questions[0]?.id === props.question.id
              }
              aria-label={t().of(t().up, name())}
              onClick={() => move(-1)}
            >
              {t().up}
            </Button>
            <Button size="small" look="plain" aria-label={t().of(t().down, name())} onClick={() => move(1)}>
              {t().down}
            </Button>
            <Button
              size="small"
              look="plain"
              aria-label={t().of(t().duplicate, name())}
              onClick={() =>
                builder.edit((definition) => duplicateQuestion(definition, props.question.id, randomPartId))
              }
            >
              {t().duplicate}
            </Button>
            <Button
              size="small"
              look="plain"
              aria-label={t().of(t().delete, name())}
              onClick={() => {
                remove();
                document.querySelector<HTMLElement>(".builder-add")?.focus();
              }}
            >
              {t().delete}
            </Button>
          </div>
        </Show>
      </div>
      <Show when={isOpen()}>
        <div class="question-body">
          <QuestionFields question={props.question} />
          <QuestionPreview question={props.question} quotes={quotes()} />
        </div>
      </Show>
    </li>
  );
}
