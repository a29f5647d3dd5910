/** Submitting a version: a page, not a dialog, so that it can be put aside and come back to by its address. */
import { useNavigate, useSearchParams } from "@solidjs/router";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { createStore, produce } from "solid-js/store";
import { REVIEW_LIMITS } from "../../domain/reviews/review.ts";
import type { ReviewCandidates } from "../../domain/reviews/reviews.contract.ts";
import type { VersionView } from "../../domain/versions/versions.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { createIdempotencyKey } from "../api/http.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { PolicyFrame, policyHref, usePolicyPlace } from "../policies/policy-frame.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { SelectField, TextField, type Choice } from "../ui/field.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { HashMark } from "../versions/hash-mark.tsx";
import { listVersions } from "../versions/version-api.ts";
import "../versions/versions.css";
import { createApproval } from "./approval-mark.tsx";
import { decideTexts } from "./decide.intl.ts";
import { readCandidates, submitReview } from "./review-api.ts";
import { reviewTexts } from "./reviews.intl.ts";
import "./reviews.css";
import { chainTemplates, flawOf, newStep, positionsOf, stepsToSend, type StepDraft } from "./step-draft.ts";
import { StepEditor } from "./step-editor.tsx";
import { submitTexts } from "./submit.intl.ts";

function choicesOf({ people, offices }: ReviewCandidates, officesName: string, peopleName: string): Choice[] {
  return [
    ...offices
      .filter(({ deciders }) => deciders > 0)
      .map(({ unitId, name }) => ({ value: `office:${unitId}`, label: name, group: officesName })),
    ...people
      .filter(({ refused }) => refused === undefined)
      .map(({ accountId, name, unit }) => ({
        value: `account:${accountId}`,
        label: unit ? `${name} (${unit.name})` : name,
        group: peopleName,
      })),
  ];
}

/** Who cannot be chosen, with the reason: nobody should look for a name in vain. */
function Refused(props: { candidates: ReviewCandidates }): JSX.Element {
  const t = textsOf(submitTexts);
  const words = textsOf(reviewTexts);
  const refused = () => props.candidates.people.filter((person) => person.refused !== undefined);
  return (
    <Show when={refused().length > 0}>
      <div class="small quiet">
        <p>{t().cannot}:</p>
        <ul class="plain-list">
          <For each={refused()}>
            {(person) => (
              <li>
                {person.name}
                <Show when={person.refused}>{(reason) => <>, {words().personRefused[reason()]}</>}</Show>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  );
}

function Form(props: { versions: readonly VersionView[]; number: number }): JSX.Element {
  const t = textsOf(submitTexts);
  const d = textsOf(decideTexts);
  const ui = textsOf(uiTexts);
  const { policy } = usePolicy();
  const navigate = useNavigate();
  const [, setQuery] = useSearchParams();
  const key = createIdempotencyKey();
  const [steps, setSteps] = createStore<StepDraft[]>([newStep()]);
  const [message, setMessage] = createSignal("");
  const [checked, setChecked] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const [busy, setBusy] = createSignal(false);
  const approval = createApproval(() => policy().id);
  const candidates = createRemote(
    () => props.number,
    (number, signal) => readCandidates(policy().id, number, signal),
  );
  const version = () => props.versions.find(({ number }) => number === props.number);
  const positions = createMemo(() => positionsOf(steps));
  const templates = createMemo(() => {
    const known = candidates.data();
    return known ? [...chainTemplates(known, policy().unit?.id)] : [];
  });

  async function send(): Promise<void> {
    setChecked(true);
    const chosen = version();
    if (!chosen || steps.some((step) => flawOf(step) !== null)) {
      document.querySelector<HTMLElement>(".step-editor [aria-invalid]")?.focus();
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      const text = message().trim();
      const body = {
        versionNumber: chosen.number,
        hash: chosen.hash,
        steps: stepsToSend(steps),
        ...(text && { message: text }),
      };
      const review = await submitReview(policy().id, body, key);
      showToast(t().sent(review.version.number));
      navigate(policyHref(policy().id, "/persetujuan"));
    } catch (failure) {
      setError(() => failure);
    } finally {
      setBusy(false);
    }
  }

  const move = (index: number, by: -1 | 1) =>
    setSteps(
      produce((list) => {
        const [step] = list.splice(index, 1);
        if (step) list.splice(index + by, 0, step);
      }),
    );

  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy()) void send();
      }}
    >
      <div class="stack-small">
        <SelectField
          label={t().version}
          hint={t().versionHint}
          value={String(props.number)}
          choices={props.versions.map((each) => ({
            value: String(each.number),
            label: `${d().place(each.number)}: ${each.label}`,
          }))}
          onChange={(number) => setQuery({ versi: number }, { replace: true })}
        />
        <Show when={version()}>
          {(chosen) => <HashMark hash={chosen().hash} name={d().hashOf(chosen().number)} />}
        </Show>
        <Show when={props.number !== props.versions[0]?.number}>
          <p class="notice warn">{t().notNewest}</p>
        </Show>
        <Show when={approval.data() && version() && approval.data()?.hash !== version()?.hash}>
          <p class="notice">{t().notLive}</p>
        </Show>
      </div>

      <Loaded remote={candidates} lines={4}>
        {(known) => (
          <div class="stack">
            <Show when={templates().length > 0}>
              <fieldset class="stack-small">
                <legend>{t().templates}</legend>
                <p class="small quiet">{t().templatesHint}</p>
                <div class="row">
                  <For each={templates()}>
                    {([name, chain]) => (
                      <Button size="small" onClick={() => setSteps(chain.map((step) => ({ ...step })))}>
                        {t().template[name](policy().authority.spelling)}
                      </Button>
                    )}
                  </For>
                </div>
              </fieldset>
            </Show>
            <h2>{t().steps}</h2>
            <For each={steps}>
              {(step, index) => (
                <StepEditor
                  step={step}
                  index={index()}
                  count={steps.length}
                  position={positions()[index()] ?? 1}
                  choices={choicesOf(known(), t().offices, t().people)}
                  flaw={checked() ? flawOf(step) : null}
                  onChange={(changes) => setSteps(index(), changes)}
                  onRemove={() => setSteps((list) => list.filter((each) => each.key !== step.key))}
                  onMove={(by) => move(index(), by)}
                />
              )}
            </For>
            <Show when={steps.length < REVIEW_LIMITS.steps}>
              <div>
                <Button onClick={() => setSteps(steps.length, newStep())}>{t().addStep}</Button>
              </div>
            </Show>
            <Refused candidates={known()} />
          </div>
        )}
      </Loaded>

      <TextField
        label={t().message}
        hint={t().messageHint}
        optional
        rows={4}
        maxLength={REVIEW_LIMITS.message}
        value={message()}
        onInput={setMessage}
      />
      <Show when={error()}>{(failure) => <ErrorNotice error={failure()} />}</Show>
      <p class="small quiet">{t().consequence}</p>
      <div class="row row-end">
        <ButtonLink href={policyHref(policy().id, "/persetujuan")}>{ui().cancel}</ButtonLink>
        <Button type="submit" look="primary" busy={busy()}>
          {t().send}
        </Button>
      </div>
    </form>
  );
}

export function SubmitPage(): JSX.Element {
  const t = textsOf(submitTexts);
  const words = textsOf(reviewTexts);
  const { policy } = usePolicy();
  const [query] = useSearchParams<{ versi?: string }>();
  usePolicyPlace(
    () => t().title,
    () => [{ text: words().title, href: policyHref(policy().id, "/persetujuan") }],
  );
  const versions = createRemote(
    () => policy().id,
    (policyId, signal) => listVersions(policyId, undefined, signal),
  );
  const wanted = (all: readonly VersionView[]): number | undefined =>
    all.find(({ number }) => String(number) === query.versi)?.number ?? all[0]?.number;

  return (
    <PolicyFrame>
      <header>
        <h1>{t().title}</h1>
        <p class="quiet">{t().lead}</p>
      </header>
      <Loaded remote={versions}>
        {(data) => (
          <Show
            when={wanted(data().items)}
            fallback={
              <EmptyState title={words().noVersionTitle} text={words().noVersionText}>
                <ButtonLink href={policyHref(policy().id)}>{words().toText}</ButtonLink>
              </EmptyState>
            }
          >
            {(number) => <Form versions={data().items} number={number()} />}
          </Show>
        )}
      </Loaded>
    </PolicyFrame>
  );
}
