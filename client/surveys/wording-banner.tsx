/** On a newer version of the text: which questions are about words that changed, and whether to ask again. */
import { useNavigate } from "@solidjs/router";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { questionsOf } from "../../domain/surveys/survey.ts";
import type { QuestionWording, WordingState } from "../../domain/surveys/surveys.contract.ts";
import type { Messages } from "../../domain/locale.ts";
import { createRemote } from "../api/create-remote.ts";
import { createIdempotencyKey } from "../api/http.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { textsOf } from "../ui/locale.ts";
import { listConsultations } from "../consultations/consultation-api.ts";
import { listVersions } from "../versions/version-api.ts";
import { duplicateSurvey, readWording } from "./survey-api.ts";
import { useSurvey } from "./survey-context.tsx";
import { surveyHref } from "./survey-frame.tsx";

interface WordingTexts {
  changed: (version: number, count: number, all: number) => string;
  same: (version: number) => string;
  states: Readonly<Record<WordingState, string>>;
  before: string;
  after: string;
  askChanged: string;
  askAll: string;
  noConsultation: (version: number) => string;
}

const texts: Messages<WordingTexts> = {
  id: {
    changed: (version, count, all) =>
      `Pada versi ${version} berubah bunyi ketentuan yang ditanyakan ${count} dari ${all} pertanyaan. Tanyakan lagi?`,
    same: (version) => `Bunyi ketentuan yang ditanyakan masih sama pada versi ${version}.`,
    states: {
      same: "tetap",
      changed: "bunyinya berubah",
      merged: "digabung ke ketentuan lain",
      removed: "dihapus",
      general: "tidak tentang ketentuan",
    },
    before: "Yang ditanyakan",
    after: "Sekarang",
    askChanged: "Hanya pertanyaan yang berubah",
    askAll: "Semua pertanyaan",
    noConsultation: (version) =>
      `Belum ada konsultasi atas versi ${version}. Siapkan konsultasinya, lalu gelombang berikutnya dapat dibuat.`,
  },
  en: {
    changed: (version, count, all) =>
      `In version ${version} the words that ${count} of ${all} questions ask about have changed. Ask again?`,
    same: (version) => `The words that are asked about are still the same in version ${version}.`,
    states: {
      same: "the same",
      changed: "words changed",
      merged: "joined into another clause",
      removed: "removed",
      general: "not about a clause",
    },
    before: "Asked about",
    after: "Now",
    askChanged: "Only the questions that changed",
    askAll: "All questions",
    noConsultation: (version) =>
      `There is no consultation about version ${version} yet. Prepare one, then the next wave can be made.`,
  },
};

const isChanged = ({ state }: QuestionWording) => state !== "same" && state !== "general";

export function WordingBanner(): JSX.Element {
  const t = textsOf(texts);
  const navigate = useNavigate();
  const { policy } = usePolicy();
  const { survey } = useSurvey();
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const key = createIdempotencyKey();
  const remote = createRemote(
    createMemo(() => (survey().state === "draft" ? undefined : survey().id)),
    async (_, signal) => {
      const { items } = await listVersions(policy().id, undefined, signal);
      const newest = items[0];
      if (!newest || newest.number <= survey().version.number) return null;
      const [wording, consultations] = await Promise.all([
        readWording(survey(), newest.number, signal),
        listConsultations(policy().id, signal),
      ]);
      const target = consultations.items.find(
        ({ version, phase }) =>
          version.number === newest.number && phase !== "closed" && phase !== "cancelled",
      );
      return { wording, target };
    },
  );
  const words = (id: string) => questionsOf(survey().definition).find((each) => each.id === id)?.words ?? "";

  async function askAgain(questions: readonly string[] | undefined): Promise<void> {
    const consultationId = remote.data()?.target?.id;
    if (!consultationId) return;
    setBusy(true);
    try {
      const body = { consultationId, ...(questions && { questions: [...questions] }) };
      const next = await duplicateSurvey(survey(), body, key);
      navigate(surveyHref(policy().id, next.id));
    } catch (reason) {
      setError(() => reason);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Show when={remote.data()}>
      {(data) => {
        const changed = () => data().wording.questions.filter(isChanged);
        return (
          <Show
            when={changed().length > 0}
            fallback={<p class="small quiet">{t().same(data().wording.to)}</p>}
          >
            <div class="notice warn stack-small">
              <p>{t().changed(data().wording.to, changed().length, data().wording.questions.length)}</p>
              <For each={changed()}>
                {(question) => (
                  <details>
                    <summary>
                      {words(question.questionId)} ({t().states[question.state]})
                    </summary>
                    <For each={question.clauses}>
                      {(clause) => (
                        <div class="wording" lang="id">
                          <p>
                            <strong>
                              {t().before}: {clause.before.citation}
                            </strong>
                          </p>
                          <p class="clause-words whole">{clause.before.text}</p>
                          <Show when={clause.after}>
                            {(after) => (
                              <>
                                <p>
                                  <strong>
                                    {t().after}: {after().citation}
                                  </strong>
                                </p>
                                <p class="clause-words whole">{after().text}</p>
                              </>
                            )}
                          </Show>
                        </div>
                      )}
                    </For>
                  </details>
                )}
              </For>
              <Show when={survey().may.manage}>
                <Show when={data().target} fallback={<p>{t().noConsultation(data().wording.to)}</p>}>
                  <div class="row">
                    <Button
                      size="small"
                      busy={busy()}
                      onClick={() => void askAgain(changed().map(({ questionId }) => questionId))}
                    >
                      {t().askChanged}
                    </Button>
                    <Button size="small" busy={busy()} onClick={() => void askAgain(undefined)}>
                      {t().askAll}
                    </Button>
                  </div>
                </Show>
              </Show>
              <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
            </div>
          </Show>
        );
      }}
    </Show>
  );
}
