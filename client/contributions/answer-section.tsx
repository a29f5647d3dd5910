/** The answer to one input: written, given, corrected, published, or somebody else was first. */
import { createSignal, Match, Show, Switch, type JSX } from "solid-js";
import type { ContributionDetail } from "../../domain/contributions/contributions.contract.ts";
import { isAnswered } from "../../domain/contributions/handling.ts";
import type { DispositionView } from "../../domain/dispositions/dispositions.contract.ts";
import { AnswerForm, type TriageOnAnswer } from "../dispositions/answer-form.tsx";
import { AnswerHistory } from "../dispositions/answer-history.tsx";
import { dispositionWords } from "../dispositions/dispositions.intl.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { formatDateTime } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { publishContributions, reopenContributions, triageContributions } from "./contribution-api.ts";
import { useInbox } from "./inbox-context.tsx";
import { inboxTexts } from "./inbox.intl.ts";
import { nearOf } from "./near-clauses.ts";
import { singleKeys } from "./single-keys.ts";
import { forgetTriageDraft, triageDraftOf } from "./triage-draft.ts";
import { useTriageProblem } from "./triage-form.tsx";

type GivenAnswer = ContributionDetail["dispositions"][number];

function GivenAnswers(props: {
  detail: ContributionDetail;
  onCorrect: () => void;
  onReload: () => void;
}): JSX.Element {
  const t = textsOf(dispositionWords);
  const { policy } = usePolicy();
  const inbox = useInbox();
  const [error, setError] = createSignal<unknown>();
  async function act(which: typeof publishContributions, said: string): Promise<void> {
    setError(undefined);
    try {
      const { items } = await which(policy().id, [props.detail.id]);
      inbox.accept(items);
      showToast(said);
      props.onReload();
    } catch (reason) {
      setError(() => reason);
    }
  }
  return (
    <>
      <AnswerHistory answers={props.detail.dispositions} readNumber={props.detail.version.number}>
        <Show when={props.detail.may.answer && isAnswered(props.detail.state)}>
          <div class="row">
            <Show when={props.detail.state === "answered"}>
              <Button
                size="small"
                onClick={() => {
                  void act(publishContributions, t().published);
                }}
              >
                {t().publish}
              </Button>
            </Show>
            <Button size="small" onClick={() => props.onCorrect()}>
              {t().correct}
            </Button>
            <Button
              size="small"
              look="plain"
              title={t().reopenText}
              onClick={() => {
                void act(reopenContributions, t().reopened);
              }}
            >
              {t().reopen}
            </Button>
          </div>
        </Show>
      </AnswerHistory>
      <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
    </>
  );
}

export function AnswerSection(props: { detail: ContributionDetail; onReload: () => void }): JSX.Element {
  const t = textsOf(dispositionWords);
  const list = textsOf(inboxTexts);
  const { policy } = usePolicy();
  const inbox = useInbox();
  const problemOf = useTriageProblem();
  const [correcting, setCorrecting] = createSignal(false);
  /** Somebody answered while this person wrote: the form stays with their words until they decide. */
  const [overtaken, setOvertaken] = createSignal(false);
  /** It was the last of the list that waited: it stays open, and is shown as it is now. */
  const [last, setLast] = createSignal(false);
  const current = (): GivenAnswer | undefined => props.detail.dispositions.find((each) => each.current);
  const answered = () => isAnswered(props.detail.state) && current() !== undefined;
  const writes = () => props.detail.may.answer && (!answered() || correcting() || overtaken());

  /** Sorting goes with the answer; words that are taken out are an act of their own before it. */
  async function triage(): Promise<TriageOnAnswer> {
    if (props.detail.state !== "received") return undefined;
    const draft = triageDraftOf(props.detail);
    const problem = problemOf(draft);
    if (problem) return problem;
    if (!draft.isRedacted()) return draft.plain();
    const { items } = await triageContributions(policy().id, draft.body());
    inbox.accept(items);
    return undefined;
  }

  function saved(answer: DispositionView): void {
    const wasCorrection = correcting();
    setCorrecting(false);
    setOvertaken(false);
    forgetTriageDraft(props.detail.id);
    inbox.accept([
      { ...props.detail, state: wasCorrection ? props.detail.state : "answered", outcome: answer.outcome },
    ]);
    if (wasCorrection) {
      showToast(t().saved);
      props.onReload();
      return;
    }
    const { id } = props.detail;
    showToast(t().saved, () => {
      reopenContributions(policy().id, [id]).then(
        ({ items }) => {
          inbox.accept(items);
          showToast(t().reopened);
          inbox.open(id);
          setLast(false);
          props.onReload();
        },
        () => inbox.open(id),
      );
    });
    void goOn();
  }

  async function goOn(): Promise<void> {
    if (await inbox.openNextWaiting([props.detail.id])) return;
    setLast(true);
    props.onReload();
  }

  return (
    <section class="input-part" aria-labelledby="masukan-jawaban">
      <h3 id="masukan-jawaban">{t().answer}</h3>
      <Show when={answered() && !correcting()}>
        <Show when={last() && !overtaken()}>
          <p class="notice">{list().noneLeft}</p>
        </Show>
        <Switch
          fallback={
            <GivenAnswers
              detail={props.detail}
              onCorrect={() => setCorrecting(true)}
              onReload={props.onReload}
            />
          }
        >
          <Match when={overtaken() && current()}>
            {(answer) => (
              <div class="notice warn stack-small" role="alert">
                <p>
                  <strong>{t().conflictTitle(answer().by.name)}</strong>
                </p>
                <p>
                  {t().conflictText(
                    t().outcome[answer().outcome],
                    formatDateTime(answer().at, locale(), policy().authority.timeZone),
                  )}{" "}
                  {t().conflictKept}
                </p>
                <p class="answer-reason small">{answer().reason}</p>
                <div class="row">
                  <Button
                    onClick={() => {
                      setOvertaken(false);
                      setCorrecting(true);
                    }}
                  >
                    {t().conflictCorrect}
                  </Button>
                  <Button
                    look="plain"
                    onClick={() => {
                      setOvertaken(false);
                      void goOn();
                    }}
                  >
                    {t().conflictNext}
                  </Button>
                </div>
              </div>
            )}
          </Match>
        </Switch>
      </Show>
      <Show when={correcting()}>
        <p class="row">
          <span>{t().correcting}</span>
          <Button size="small" look="plain" onClick={() => setCorrecting(false)}>
            {t().correctingStop}
          </Button>
        </p>
      </Show>
      <Show when={writes()}>
        {/* A correction is another form: it begins with what was said before, not with what was being written. */}
        <Show when={correcting() ? current()?.id : "new"} keyed>
          <AnswerForm
            contributionIds={[props.detail.id]}
            draftKey={props.detail.id}
            near={nearOf(props.detail)}
            versions={inbox.versions()}
            templates={inbox.templates()}
            replaces={correcting() ? current() : undefined}
            singleKeys={singleKeys()}
            action={correcting() ? t().saveCorrection : t().saveNext}
            triage={triage}
            onCommands={(commands) => inbox.registerAnswer(props.detail.id, commands)}
            onSaved={saved}
            onConflict={() => {
              setOvertaken(true);
              props.onReload();
            }}
          />
        </Show>
      </Show>
      <Show when={!props.detail.may.answer && !answered()}>
        <p class="small quiet">{t().mayNotAnswer}</p>
      </Show>
    </section>
  );
}
