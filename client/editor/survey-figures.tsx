/** What closed questions of surveys say about a clause; staff may make one input of a figure. */
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { CONTRIBUTION_LIMITS } from "../../domain/contributions/contribution.ts";
import type { ContributionItem, RaiseFigure } from "../../domain/contributions/contributions.contract.ts";
import type { Cid, SurveyId } from "../../domain/ids.ts";
import type { QuestionResult, SurveyResults } from "../../domain/surveys/results.ts";
import type { SurveyItem } from "../../domain/surveys/surveys.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { createIdempotencyKey, get, request } from "../api/http.ts";
import { policyPath } from "../policies/policy-api.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { TextField } from "../ui/field.tsx";
import { formatNumber } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { Modal } from "../ui/modal.tsx";
import { showToast } from "../ui/toasts.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { useDossier } from "./dossier-context.tsx";
import { dossierTexts } from "./dossier.intl.ts";

/** The newest surveys are looked at; older waves have their own page of results. */
const MAX_SURVEYS = 6;

interface SurveyFigure {
  readonly surveyId: SurveyId;
  readonly survey: string;
  readonly result: QuestionResult;
}

async function readFigures(policyId: string, signal: AbortSignal): Promise<SurveyFigure[]> {
  const { items } = await get<{ items: readonly SurveyItem[] }>(policyPath(policyId, "/surveys"), signal);
  const answered = items.filter(({ responses }) => responses > 0).slice(0, MAX_SURVEYS);
  const results = await Promise.all(
    answered.map(({ id }) => get<SurveyResults>(policyPath(policyId, `/surveys/${id}/results`), signal)),
  );
  return results.flatMap(({ questions }, at) => {
    const survey = answered[at];
    return survey ? questions.map((result) => ({ surveyId: survey.id, survey: survey.title, result })) : [];
  });
}

const percent = (count: number, n: number): number => (n === 0 ? 0 : Math.round((count * 100) / n));

export function SurveyFigures(props: { cid: Cid }): JSX.Element {
  const t = textsOf(dossierTexts);
  const { policy } = usePolicy();
  const [raising, setRaising] = createSignal<SurveyFigure>();
  // Once for all clauses; where surveys may not be read, there is nothing to say.
  const remote = createRemote(() => policy().id, readFigures);
  const here = createMemo(() =>
    (remote.data() ?? []).filter(({ result }) => result.targets.some(({ cid }) => cid === props.cid)),
  );
  return (
    <Show when={here().length > 0}>
      <section>
        <h2 class="panel-heading">{t().figures}</h2>
        <ul class="panel-inputs">
          <For each={here()}>
            {(figure) => (
              <li class="panel-input">
                <p>
                  {figure.result.words}
                  <Show when={figure.result.row}>{(row) => <>: {row().words}</>}</Show>
                </p>
                <FigureWords result={figure.result} />
                <p class="small quiet">{figure.survey}</p>
                <Show when={figure.result.all}>
                  <Button size="small" onClick={() => setRaising(figure)}>
                    {t().raise}
                  </Button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
      <Show when={raising()} keyed>
        {(figure) => <RaiseDialog figure={figure} cid={props.cid} onClose={() => setRaising()} />}
      </Show>
    </Show>
  );
}

/** What most people chose, in words: the mean of a scale, else the largest share. */
function useFigureSentence(): (result: QuestionResult) => string {
  const t = textsOf(dossierTexts);
  const number = (value: number) => formatNumber(value, locale());
  return ({ all }) => {
    if (!all) return t().figureFew;
    if (all.mean) return t().figureMean(number(all.mean.rounded), number(all.n));
    const most = all.counts?.toSorted((a, b) => b.count - a.count)[0];
    return most
      ? `${number(percent(most.count, all.n))} % ${most.words}, ${t().figureN(number(all.n))}`
      : t().figureN(number(all.n));
  };
}

function FigureWords(props: { result: QuestionResult }): JSX.Element {
  const sentence = useFigureSentence();
  const number = (value: number) => formatNumber(value, locale());
  return (
    <>
      <p class="small">{sentence(props.result)}</p>
      <Show when={props.result.all?.counts}>
        {(counts) => (
          <ul class="figure-counts small">
            <For each={counts()}>
              {(count) => (
                <li>
                  {/* Steps of a scale between its ends often have no words of their own. */}
                  <span>{props.result.all?.mean ? `${count.key} ${count.words}`.trim() : count.words}</span>
                  <span class="numeric">
                    {number(count.count)} ({number(percent(count.count, props.result.all?.n ?? 0))} %)
                  </span>
                </li>
              )}
            </For>
          </ul>
        )}
      </Show>
    </>
  );
}

function RaiseDialog(props: { figure: SurveyFigure; cid: Cid; onClose: () => void }): JSX.Element {
  const t = textsOf(dossierTexts);
  const ui = textsOf(uiTexts);
  const { policy } = usePolicy();
  const { refreshHeat } = useDossier();
  const sentence = useFigureSentence();
  const [words, setWords] = createSignal(
    t().raiseSuggestion(props.figure.result.words, sentence(props.figure.result)),
  );
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const key = createIdempotencyKey();

  async function raise(): Promise<void> {
    if (words().trim() === "") return;
    setBusy(true);
    setError(undefined);
    const body: RaiseFigure = {
      surveyId: props.figure.surveyId,
      questionId: props.figure.result.questionId,
      cids: [props.cid],
      text: words().trim(),
    };
    try {
      await request<ContributionItem>(policyPath(policy().id, "/contributions/from-figure"), {
        method: "POST",
        body,
        idempotencyKey: key,
      });
      showToast(t().raised);
      refreshHeat();
      props.onClose();
    } catch (reason) {
      setError(() => reason);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Modal
      open
      onClose={props.onClose}
      title={t().raiseTitle}
      description={t().raiseText}
      actions={
        <>
          <Button onClick={props.onClose}>{ui().cancel}</Button>
          <Button
            look="primary"
            busy={busy()}
            onClick={() => {
              void raise();
            }}
          >
            {t().raise}
          </Button>
        </>
      }
    >
      <TextField
        label={t().raiseWords}
        rows={4}
        maxLength={CONTRIBUTION_LIMITS.text}
        value={words()}
        onInput={setWords}
      />
      <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
    </Modal>
  );
}
