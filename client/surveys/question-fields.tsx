/** Everything about one question that can be changed. */
import { Match, Show, Switch, type JSX } from "solid-js";
import {
  QUESTION_TYPES,
  SURVEY_LIMITS as LIMITS,
  type Question,
  type QuestionType,
} from "../../domain/surveys/survey.ts";
import { SelectField, TextField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { useBuilder } from "./builder-context.tsx";
import { ClausesField } from "./clause-picker.tsx";
import { ConditionField } from "./condition-field.tsx";
import { changeType, randomPartId } from "./definition-edits.ts";
import { OptionsField } from "./options-field.tsx";
import { ScaleField } from "./scale-field.tsx";
import { surveyTexts } from "./surveys.intl.ts";

/** A typed number between 1 and `largest`; undefined when it is none. */
const readNumber = (typed: string, largest: number): number | undefined => {
  const number = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : 0;
  return number >= 1 ? Math.min(number, largest) : undefined;
};

export function QuestionFields(props: { question: Question }): JSX.Element {
  const t = textsOf(surveyTexts);
  const builder = useBuilder();
  const change = (part: Partial<Question>) =>
    builder.changeQuestion(props.question.id, (question) => ({ ...question, ...part }) as Question);
  const as = <T extends QuestionType>(...types: readonly T[]) =>
    (types as readonly QuestionType[]).includes(props.question.type)
      ? (props.question as Extract<Question, { type: T }>)
      : undefined;

  return (
    <div class="stack question-fields">
      <TextField
        label={t().words}
        rows={2}
        maxLength={LIMITS.words}
        value={props.question.words}
        onInput={(words) => change({ words })}
      />
      <TextField
        label={t().help}
        optional
        rows={2}
        maxLength={LIMITS.help}
        value={props.question.help ?? ""}
        onInput={(help) =>
          builder.changeQuestion(
            props.question.id,
            ({ help: _help, ...rest }) => (help === "" ? rest : { ...rest, help }) as Question,
          )
        }
      />
      <SelectField<QuestionType>
        label={t().type}
        value={props.question.type}
        choices={QUESTION_TYPES.map((type) => ({ value: type, label: t().questionTypes[type] }))}
        onChange={(type) => {
          if (type !== "")
            builder.changeQuestion(props.question.id, (question) =>
              changeType(question, type, randomPartId, t().defaults),
            );
        }}
      />
      <Switch>
        <Match when={as("single", "multiple", "ranking")}>
          {(question) => (
            <OptionsField
              legend={t().options}
              options={question().options}
              smallest={2}
              largest={LIMITS.options}
              nameOf={t().option}
              addText={t().addOption}
              removeText={t().removeOption}
              onChange={(options) => change({ options } as Partial<Question>)}
            />
          )}
        </Match>
        <Match when={as("matrix")}>
          {(question) => (
            <>
              <OptionsField
                legend={t().rows}
                options={question().rows}
                smallest={1}
                largest={LIMITS.rows}
                nameOf={t().row}
                addText={t().addRow}
                removeText={t().removeRow}
                onChange={(rows) => change({ rows } as Partial<Question>)}
              />
              <ScaleField
                scale={question().scale}
                onChange={(scale) => change({ scale } as Partial<Question>)}
              />
            </>
          )}
        </Match>
        <Match when={as("scale")}>
          {(question) => (
            <ScaleField
              scale={question().scale}
              onChange={(scale) => change({ scale } as Partial<Question>)}
            />
          )}
        </Match>
        <Match when={as("text")}>
          {(question) => (
            <TextField
              label={t().maxLength}
              maxLength={5}
              value={String(question().maxLength)}
              onInput={(typed) =>
                change({ maxLength: readNumber(typed, LIMITS.textAnswer) ?? 0 } as Partial<Question>)
              }
            />
          )}
        </Match>
      </Switch>
      <Show when={as("multiple")}>
        {(question) => (
          <TextField
            label={t().max}
            hint={t().maxHint}
            optional
            maxLength={2}
            value={question().max?.toString() ?? ""}
            onInput={(typed) =>
              builder.changeQuestion(props.question.id, (before) => {
                const max = readNumber(typed, LIMITS.options);
                const { max: _max, ...rest } = { max: undefined, ...before };
                return (max === undefined ? rest : { ...rest, max }) as Question;
              })
            }
          />
        )}
      </Show>
      <label class="choice">
        <input
          type="checkbox"
          checked={props.question.required}
          onChange={(event) => change({ required: event.currentTarget.checked })}
        />
        <span>{t().required}</span>
      </label>
      <ClausesField question={props.question} />
      <ConditionField question={props.question} />
    </div>
  );
}
