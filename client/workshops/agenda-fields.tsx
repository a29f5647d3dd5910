/** The agenda of a plan: clauses of the consultation's version in the order of the day. */
import { createSignal, For, Show, type JSX } from "solid-js";
import { WORKSHOP_LIMITS } from "../../domain/workshops/workshop.ts";
import type { ClauseWords } from "../../domain/workshops/clause-words.ts";
import { Button } from "../ui/button.tsx";
import { SelectField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { moved, type PlanDraft } from "./plan-draft.ts";
import { workshopTexts } from "./workshops.intl.ts";

type Agenda = PlanDraft["agenda"];
const USUAL_MINUTES = "20";
const SHOWN_WORDS = 70;

export function AgendaFields(props: {
  agenda: Agenda;
  /** What may be chosen, in the order of the text. */
  clauses: readonly ClauseWords[];
  onChange: (agenda: Agenda) => void;
}): JSX.Element {
  const t = textsOf(workshopTexts);
  const [chosen, setChosen] = createSignal("");
  const offered = () => props.clauses.filter(({ cid }) => !props.agenda.some((item) => item.cid === cid));
  const total = () => props.agenda.reduce((sum, { minutes }) => sum + (Number(minutes) || 0), 0);
  const wordsOf = (cid: string) => props.clauses.find((clause) => clause.cid === cid)?.text ?? "";

  function add(): void {
    const clause = offered().find(({ cid }) => cid === chosen()) ?? offered()[0];
    if (!clause || props.agenda.length >= WORKSHOP_LIMITS.agenda) return;
    const item = { cid: clause.cid, label: clause.label, minutes: USUAL_MINUTES };
    // The next clause of the text is the likeliest next one of the agenda.
    const next = offered()[offered().indexOf(clause) + 1];
    props.onChange([...props.agenda, item]);
    setChosen(next?.cid ?? "");
  }

  return (
    <fieldset class="stack-small">
      <legend>{t().agenda}</legend>
      <p class="small quiet">{t().agendaHint}</p>
      <Show when={props.agenda.length > 0} fallback={<p class="quiet">{t().agendaEmpty}</p>}>
        <ol class="plan-list">
          <For each={props.agenda}>
            {(item, index) => (
              <li>
                <div class="plan-item">
                  <strong>{item.label}</strong>
                  <span class="small quiet block plan-words" lang="id">
                    {wordsOf(item.cid)}
                  </span>
                </div>
                <label class="plan-number">
                  <span class="visually-hidden">{t().minutesOf(item.label)}</span>
                  <input
                    class="input"
                    inputmode="numeric"
                    maxLength={3}
                    value={item.minutes}
                    onChange={(event) =>
                      props.onChange(
                        props.agenda.with(index(), { ...item, minutes: event.currentTarget.value }),
                      )
                    }
                  />
                  <span aria-hidden="true">{t().minutes.toLowerCase()}</span>
                </label>
                <div class="plan-actions">
                  <Button
                    look="plain"
                    size="small"
                    aria-label={t().up(item.label)}
                    disabled={index() === 0}
                    onClick={() => props.onChange(moved(props.agenda, index(), -1))}
                  >
                    ↑
                  </Button>
                  <Button
                    look="plain"
                    size="small"
                    aria-label={t().down(item.label)}
                    disabled={index() === props.agenda.length - 1}
                    onClick={() => props.onChange(moved(props.agenda, index(), 1))}
                  >
                    ↓
                  </Button>
                  <Button
                    look="plain"
                    size="small"
                    aria-label={t().remove(item.label)}
                    onClick={() => props.onChange(props.agenda.filter(({ cid }) => cid !== item.cid))}
                  >
                    {t().removeShort}
                  </Button>
                </div>
              </li>
            )}
          </For>
        </ol>
        <p class="small quiet">{t().totalMinutes(total())}</p>
      </Show>
      <Show when={offered().length > 0}>
        <div class="plan-add">
          <SelectField
            label={t().chooseClause}
            value={chosen()}
            choices={offered().map(({ cid, label, section, text }) => ({
              value: cid as string,
              label: `${label}: ${text.replaceAll("\n", " ").slice(0, SHOWN_WORDS)}`,
              ...(section !== "" && { group: section.replaceAll("\n", " ") }),
            }))}
            onChange={setChosen}
          />
          <Button onClick={add}>{t().addClause}</Button>
        </div>
      </Show>
    </fieldset>
  );
}
