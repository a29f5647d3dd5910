/** The clauses that a question is about: shown with their words, chosen from the outline of the version. */
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { citationOf } from "../../domain/clauses/citation.ts";
import { clauseText } from "../../domain/clauses/clause.ts";
import { commentableIndex, offersComment } from "../../domain/clauses/commentable.ts";
import type { Cid } from "../../domain/ids.ts";
import { SURVEY_LIMITS as LIMITS, type Question } from "../../domain/surveys/survey.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { Modal } from "../ui/modal.tsx";
import { useBuilder } from "./builder-context.tsx";
import { setTargets } from "./definition-edits.ts";
import { surveyTexts } from "./surveys.intl.ts";

interface Place {
  readonly cid: Cid;
  readonly citation: string;
  readonly words: string;
}
const MAX_SHOWN = 60;

function Picker(props: {
  chosen: readonly Cid[];
  onClose: () => void;
  onChoose: (cid: Cid, on: boolean) => void;
}): JSX.Element {
  const t = textsOf(surveyTexts);
  const builder = useBuilder();
  const [typed, setTyped] = createSignal("");
  const places = createMemo(() => {
    const derived = builder.text();
    const { clauses, tree } = derived;
    return clauses.flatMap((clause, index): Place[] => {
      if (!offersComment(clauses, tree, index) || commentableIndex(clauses, tree, index) !== index) return [];
      const citation = citationOf(derived, index);
      if (citation === "") return [];
      const words = clauseText(clause) || (builder.quote(clause.cid)?.text ?? "");
      return [{ cid: clause.cid, citation, words }];
    });
  });
  const shown = () => {
    const wanted = typed().trim().toLowerCase();
    const all = places().filter(({ citation, words }) =>
      `${citation} ${words}`.toLowerCase().includes(wanted),
    );
    return all.slice(0, MAX_SHOWN);
  };
  return (
    <Modal
      open
      onClose={() => props.onClose()}
      title={t().attachTitle}
      description={t().attachText}
      actions={<Button onClick={() => props.onClose()}>{t().done}</Button>}
    >
      <TextField
        label={t().filter}
        type="search"
        optional
        value={typed()}
        onInput={setTyped}
        maxLength={100}
      />
      <Show when={shown().length > 0} fallback={<p class="quiet">{t().noMatch}</p>}>
        <ul class="clause-choices" tabindex="0" aria-label={t().attachTitle}>
          <For each={shown()}>
            {(place) => (
              <li>
                <label class="choice">
                  <input
                    type="checkbox"
                    checked={props.chosen.includes(place.cid)}
                    disabled={!props.chosen.includes(place.cid) && props.chosen.length >= LIMITS.targets}
                    onChange={(event) => props.onChoose(place.cid, event.currentTarget.checked)}
                  />
                  <span>
                    <strong>{place.citation}</strong>
                    <span class="clause-words" lang="id">
                      {place.words}
                    </span>
                  </span>
                </label>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Modal>
  );
}

export function ClausesField(props: { question: Question }): JSX.Element {
  const t = textsOf(surveyTexts);
  const builder = useBuilder();
  const [picking, setPicking] = createSignal(false);
  const cids = () => props.question.targets.map(({ cid }) => cid);
  const set = (next: readonly Cid[]) =>
    builder.changeQuestion(props.question.id, (question) => setTargets(question, next));
  return (
    <fieldset class="field">
      <legend>{t().clauses}</legend>
      <p class="hint">{t().clausesHint}</p>
      <ul class="attached">
        <For each={cids()}>
          {(cid) => (
            <li>
              <div>
                <strong>{builder.quote(cid)?.citation ?? cid}</strong>
                <p class="clause-words whole" lang="id">
                  {builder.quote(cid)?.text}
                </p>
              </div>
              <Button
                look="plain"
                size="small"
                aria-label={t().of(t().detach, builder.quote(cid)?.citation ?? cid)}
                onClick={() => set(cids().filter((each) => each !== cid))}
              >
                {t().detach}
              </Button>
            </li>
          )}
        </For>
      </ul>
      <div>
        <Button size="small" onClick={() => setPicking(true)}>
          {t().attach}
        </Button>
      </div>
      <Show when={picking()}>
        <Picker
          chosen={cids()}
          onClose={() => setPicking(false)}
          onChoose={(cid, on) => set(on ? [...cids(), cid] : cids().filter((each) => each !== cid))}
        />
      </Show>
    </fieldset>
  );
}
