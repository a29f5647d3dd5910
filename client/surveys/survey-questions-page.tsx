/** The builder: sections and questions, saved as one goes while it is a draft. */
import {
  createEffect,
  createMemo,
  createSignal,
  For,
  Match,
  on,
  onCleanup,
  Show,
  Switch,
  type JSX,
} from "solid-js";
import { derive, type Derived } from "../../domain/clauses/citation.ts";
import type { Cid } from "../../domain/ids.ts";
import { quoteClause } from "../../domain/surveys/quotes.ts";
import type { PartId, SurveyDefinition } from "../../domain/surveys/survey.ts";
import { createRemote } from "../api/create-remote.ts";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { readVersion } from "../versions/version-api.ts";
import { BuilderContext, type Builder } from "./builder-context.tsx";
import { createSurveyDraft, type SurveyDraft } from "./create-survey-draft.ts";
import { addSection, changeQuestion, randomPartId } from "./definition-edits.ts";
import { SectionPart } from "./section-part.tsx";
import { useSurvey } from "./survey-context.tsx";
import { SurveyFrame } from "./survey-frame.tsx";
import { surveyTexts } from "./surveys.intl.ts";
import { WordingBanner } from "./wording-banner.tsx";

/** Whether it is saved; and, where it is not, what to do. */
function SaveLine(props: { draft: SurveyDraft; isDraft: boolean }): JSX.Element {
  const t = textsOf(surveyTexts);
  const state = () => props.draft.state();
  const run = (act: () => Promise<void>) => {
    act().catch(() => showToast(t().saveState.failed));
  };
  return (
    <div class="save-line" classList={{ waits: state() !== "saved" && state() !== "saving" }}>
      <Switch
        fallback={
          <div class="row" role="status">
            <span class="small">{t().saveState[state()]}</span>
            <Show when={!props.isDraft || state() === "failed"}>
              <Button
                look={props.isDraft ? "plain" : "primary"}
                size="small"
                busy={state() === "saving" || state() === "saved"}
                onClick={() => run(props.draft.saveNow)}
              >
                {t().save}
              </Button>
            </Show>
          </div>
        }
      >
        <Match when={state() === "stale"}>
          <div class="notice warn stack-small" role="alert">
            <p>
              <strong>{t().staleTitle}</strong>
            </p>
            <p>{t().staleText}</p>
            <div class="row">
              <Button size="small" onClick={() => run(props.draft.overwrite)}>
                {t().overwrite}
              </Button>
              <Button size="small" onClick={() => run(props.draft.takeTheirs)}>
                {t().takeTheirs}
              </Button>
            </div>
          </div>
        </Match>
        <Match when={props.draft.leftBehind()}>
          <div class="notice stack-small">
            <p>
              <strong>{t().leftTitle}</strong>
            </p>
            <p>{t().leftText}</p>
            <div class="row">
              <Button size="small" onClick={props.draft.useLeftBehind}>
                {t().useLeft}
              </Button>
              <Button size="small" look="plain" onClick={props.draft.dropLeftBehind}>
                {t().dropLeft}
              </Button>
            </div>
          </div>
        </Match>
      </Switch>
      <Show when={state() === "failed" && props.draft.error()}>
        {(reason) => <ErrorNotice error={reason()} />}
      </Show>
    </div>
  );
}

function QuestionList(props: { text: Derived }): JSX.Element {
  const t = textsOf(surveyTexts);
  const { survey, accept } = useSurvey();
  const cids = createMemo(() => new Set(props.text.clauses.map(({ cid }) => cid)));
  const draft = createSurveyDraft({ survey, accept, cids });
  const [openId, setOpenId] = createSignal<PartId>();
  const [said, setSaid] = createSignal("");
  const quotes = new Map<Cid, ReturnType<typeof quoteClause>>();
  const quote = (cid: Cid) => {
    if (!quotes.has(cid)) quotes.set(cid, quoteClause(props.text, cid));
    return quotes.get(cid) ?? null;
  };
  const mayEdit = () => survey().may.manage && !survey().locked && survey().state !== "closed";
  const edit = (change: (definition: SurveyDefinition) => SurveyDefinition) =>
    draft.apply(change(draft.snapshot()));
  const builder: Builder = {
    draft,
    text: () => props.text,
    quote,
    mayEdit,
    openId,
    open: setOpenId,
    edit,
    editWithUndo(change, words) {
      const before = draft.snapshot();
      edit(change);
      showToast(words, () => draft.apply(before));
    },
    say: setSaid,
    changeQuestion: (id, change) => edit((definition) => changeQuestion(definition, id, change)),
  };
  // Leaving with changes that are nowhere but on this device: the browser asks.
  const warn = (event: BeforeUnloadEvent) => {
    if (draft.state() !== "saved") event.preventDefault();
  };
  addEventListener("beforeunload", warn);
  onCleanup(() => {
    removeEventListener("beforeunload", warn);
    if (draft.state() === "changed" && survey().state === "draft") void draft.saveNow();
  });
  // Opening closes what was being changed: it is another state of the page.
  createEffect(
    on(
      createMemo(() => survey().state),
      () => setOpenId(undefined),
      { defer: true },
    ),
  );

  return (
    <BuilderContext.Provider value={builder}>
      <p class="visually-hidden" aria-live="polite">
        {said()}
      </p>
      <Show when={!survey().may.manage}>
        <p class="notice">{t().readOnly}</p>
      </Show>
      <Show when={survey().may.manage && survey().locked && survey().state !== "closed"}>
        <p class="notice">{t().lockedText}</p>
      </Show>
      <Show when={mayEdit() && survey().state === "opened"}>
        <p class="notice warn">{t().unlockedText}</p>
      </Show>
      <WordingBanner />
      <Show when={mayEdit()}>
        <SaveLine draft={draft} isDraft={survey().state === "draft"} />
      </Show>
      <Show when={draft.definition.index && mayEdit()}>
        <p class="small quiet">{t().indexNote}</p>
      </Show>
      <For each={draft.definition.sections}>{(section) => <SectionPart section={section} />}</For>
      <Show when={mayEdit()}>
        <div class="stack-small">
          <div>
            <Button onClick={() => edit((definition) => addSection(definition, randomPartId()))}>
              {t().addSection}
            </Button>
          </div>
          <p class="small quiet">{t().moveHint}</p>
        </div>
      </Show>
    </BuilderContext.Provider>
  );
}

export function SurveyQuestionsPage(): JSX.Element {
  const t = textsOf(surveyTexts);
  const { survey } = useSurvey();
  // A memo: saving gives a new survey, but not another text.
  const version = createMemo(() => survey().version.number);
  const remote = createRemote(version, async (number, signal) =>
    derive((await readVersion(survey().policyId, number, signal)).clauses),
  );
  return (
    <SurveyFrame page={() => t().survey}>
      <Loaded remote={remote}>{(text) => <QuestionList text={text()} />}</Loaded>
    </SurveyFrame>
  );
}
