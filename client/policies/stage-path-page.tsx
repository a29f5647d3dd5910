/** The way of a policy through its stages: when, by whom, what each kept, what is next. */
import { A } from "@solidjs/router";
import { createSignal, For, Show, type JSX } from "solid-js";
import type { Stage } from "../../domain/policies/policy.ts";
import type { PathState } from "../../domain/stages/path.ts";
import type { ArtefactView, PathStageView, PathView } from "../../domain/stages/stages.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { formatDay } from "../ui/format-day.ts";
import { formatDate, formatDateTime } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { StatusMark, type StatusShape, type StatusTone } from "../ui/status-mark.tsx";
import { showToast } from "../ui/toasts.tsx";
import { ArtefactDialog } from "./artefact-dialog.tsx";
import { usePolicy } from "./policy-context.tsx";
import { PolicyFrame, policyHref, usePolicyPlace } from "./policy-frame.tsx";
import { policyWords } from "./policy-words.intl.ts";
import { readPath, removeArtefact } from "./stage-api.ts";
import "./stage-path.css";
import { stageTexts } from "./stage.intl.ts";

const LOOKS: Record<PathState, { shape: StatusShape; tone: StatusTone }> = {
  passed: { shape: "filled", tone: "good" },
  current: { shape: "half", tone: "accent" },
  ahead: { shape: "ring", tone: "neutral" },
  skipped: { shape: "dashed", tone: "neutral" },
};

interface Asked {
  readonly stage: Stage;
  readonly name: string;
}

function Kept(props: { artefact: ArtefactView; mayKeep: boolean; onRemove: () => void }): JSX.Element {
  const t = textsOf(stageTexts);
  const { policy } = usePolicy();
  const artefact = () => props.artefact;
  return (
    <li>
      <div class="stage-artefact">
        <span>
          <strong>{artefact().name}</strong>
          <Show when={artefact().version}>
            {(version) => (
              <>
                {" "}
                <A href={policyHref(policy().id, `/versi/${version().number}`)}>
                  {t().version} {version().number}: {version().label}
                </A>
              </>
            )}
          </Show>
          <Show when={artefact().url}>
            {(url) => (
              <>
                {" "}
                <a href={url()} rel="noreferrer" target="_blank">
                  {t().openLink}
                </a>
              </>
            )}
          </Show>
        </span>
        <Show when={props.mayKeep}>
          <Button
            look="plain"
            size="small"
            aria-label={t().remove(artefact().name)}
            onClick={() => props.onRemove()}
          >
            {t().takeBack}
          </Button>
        </Show>
      </div>
      <Show when={artefact().note}>{(note) => <p class="small stage-note">{note()}</p>}</Show>
      <p class="small quiet">
        {t().keptBy(
          artefact().keptBy,
          formatDateTime(artefact().keptAt, locale(), policy().authority.timeZone),
        )}
      </p>
    </li>
  );
}

function Rules(props: { rules: PathStageView["rules"] }): JSX.Element {
  const t = textsOf(stageTexts);
  return (
    <Show when={props.rules.length > 0}>
      <ul class="small plain-list" aria-label={t().rules}>
        <For each={props.rules}>
          {(rule) => (
            <li>
              {rule.text}{" "}
              <Show when={rule.limit}>
                {(limit) => <strong>{t().limit(limit().amount, t().unitShort[limit().unit])}</strong>}
              </Show>
              <Show when={rule.dueOn}>
                {(day) => (
                  <>
                    , {t().due(formatDay(day(), locale()))}
                    <Show when={rule.overdue}>
                      {" "}
                      <span class="stage-overdue">({t().overdue})</span>
                    </Show>
                  </>
                )}
              </Show>{" "}
              <span class="quiet">({rule.source ?? t().custom})</span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function StageItem(props: {
  item: PathStageView;
  mayKeep: boolean;
  onKeep: (asked: Asked) => void;
  onRemove: (artefact: ArtefactView) => void;
}): JSX.Element {
  const t = textsOf(stageTexts);
  const words = textsOf(policyWords);
  const { policy } = usePolicy();
  const item = () => props.item;
  const date = (at: number) => formatDate(at, locale(), policy().authority.timeZone);
  const wordsOf = ({ enteredAt, leftAt, by = "" }: PathStageView["visits"][number]) =>
    leftAt === undefined ? t().since(date(enteredAt), by) : t().visit(date(enteredAt), date(leftAt), by);
  return (
    <li
      class="stage-item"
      data-state={item().state}
      aria-current={item().state === "current" ? "step" : undefined}
    >
      <details open={item().state === "current"}>
        <summary class="stage-item-head">
          <h2>{words().stage[item().stage]}</h2>
          <StatusMark shape={LOOKS[item().state].shape} tone={LOOKS[item().state].tone}>
            {t().state[item().state]}
            <Show when={!item().inPlan}>, {t().notInPlan}</Show>
          </StatusMark>
          <Show when={item().visits.at(-1)}>
            {(visit) => <span class="small quiet stage-visit">{wordsOf(visit())}</span>}
          </Show>
        </summary>
        <div class="stack-small">
          <For each={item().visits.slice(0, -1)}>
            {(visit) => <p class="small quiet">{wordsOf(visit)}</p>}
          </For>
          <Show when={item().who}>
            <p class="small">
              <span class="quiet">{t().who}:</span> {item().who}
            </p>
          </Show>
          <Rules rules={item().rules} />
          <Show when={item().missing.length > 0}>
            <div class="small">
              <p class="quiet">{t().missing}:</p>
              <ul class="stage-missing">
                <For each={item().missing}>
                  {(name) => (
                    <li>
                      <Show when={props.mayKeep} fallback={name}>
                        <Button
                          size="small"
                          aria-label={t().keepNamed(name)}
                          onClick={() => props.onKeep({ stage: item().stage, name })}
                        >
                          {name}
                        </Button>
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
            </div>
          </Show>
          <Show when={props.mayKeep}>
            <div>
              <Button
                look="plain"
                size="small"
                onClick={() => props.onKeep({ stage: item().stage, name: "" })}
              >
                {t().keep}
                <span class="visually-hidden">: {words().stage[item().stage]}</span>
              </Button>
            </div>
          </Show>
        </div>
      </details>
      <Show when={item().artefacts.length > 0}>
        <ul class="stage-artefacts" aria-label={t().documents}>
          <For each={item().artefacts}>
            {(artefact) => (
              <Kept artefact={artefact} mayKeep={props.mayKeep} onRemove={() => props.onRemove(artefact)} />
            )}
          </For>
        </ul>
      </Show>
    </li>
  );
}

export function StagePathPage(): JSX.Element {
  const t = textsOf(stageTexts);
  const words = textsOf(policyWords);
  const { policy } = usePolicy();
  usePolicyPlace(() => t().title);
  const [asked, setAsked] = createSignal<Asked>();
  const [error, setError] = createSignal<unknown>();
  const path = createRemote(
    // The stage, too: it may be changed on this very page.
    () => ({ id: policy().id, stage: policy().stage }),
    ({ id }, signal) => readPath(id, signal),
  );
  const next = (view: PathView) => (view.next ? t().next(words().stage[view.next]) : t().last);

  async function remove(artefact: ArtefactView): Promise<void> {
    setError(undefined);
    try {
      path.set(await removeArtefact(policy().id, artefact.id));
      showToast(t().removed(artefact.name));
    } catch (failure) {
      setError(() => failure);
      path.reload();
    }
  }

  return (
    <PolicyFrame>
      <header class="page-head">
        <div>
          <h1>{t().title}</h1>
          <p class="lead">{t().lead}</p>
        </div>
        <Show when={path.data()?.may.configure}>
          <ButtonLink
            href={`/kerja/tahapan?pemerintah=${policy().authority.id}&jenis=${policy().documentType}`}
          >
            {t().configure}
          </ButtonLink>
        </Show>
      </header>
      <Show when={error()}>{(failure) => <ErrorNotice error={failure()} />}</Show>
      <Loaded remote={path} lines={10}>
        {(view) => (
          <>
            <p>
              <strong>{next(view())}</strong>
            </p>
            <ol class="stage-path">
              <For each={view().stages}>
                {(item) => (
                  <StageItem
                    item={item}
                    mayKeep={view().may.keep}
                    onKeep={setAsked}
                    onRemove={(artefact) => void remove(artefact)}
                  />
                )}
              </For>
            </ol>
          </>
        )}
      </Loaded>
      <Show when={asked()} keyed>
        {(wanted) => (
          <ArtefactDialog
            policyId={policy().id}
            stage={wanted.stage}
            name={wanted.name}
            onClose={() => setAsked(undefined)}
            onKept={path.set}
          />
        )}
      </Show>
    </PolicyFrame>
  );
}
