/** Setting the stages of a type for a government; whoever may not change them reads them here. */
import { useSearchParams } from "@solidjs/router";
import { createEffect, createSignal, For, on, Show, type JSX } from "solid-js";
import { createStore, reconcile, unwrap } from "solid-js/store";
import { DOCUMENT_TYPES, type DocumentType } from "../../domain/clauses/clause.ts";
import type { AuthorityView } from "../../domain/accounts/accounts.contract.ts";
import { STAGES } from "../../domain/policies/policy.ts";
import type { PlannedStage, StagePlan } from "../../domain/stages/stage-plan.ts";
import { defaultPlan } from "../../domain/stages/default-stages.ts";
import type { StagePlanView } from "../../domain/stages/stages.contract.ts";
import { NoAuthority } from "../accounts/no-authority.tsx";
import { createRemote } from "../api/create-remote.ts";
import { get } from "../api/http.ts";
import type { ApiAnswer } from "../api/http.ts";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { SelectField } from "../ui/field.tsx";
import { deviceZone, formatDateTime } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { usePlace } from "../ui/page-title.ts";
import { showToast } from "../ui/toasts.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { policyWords } from "./policy-words.intl.ts";
import { putStagePlan, readStagePlan } from "./stage-api.ts";
import "./stage-path.css";
import { StagePlanItem } from "./stage-plan-item.tsx";
import { stageTexts } from "./stage.intl.ts";

/** Every stage, planned or not: those that are not are offered with what the defaults say of them. */
interface Draft extends PlannedStage {
  readonly included: boolean;
}

function draftOf({ plan, documentType }: StagePlanView): Draft[] {
  const defaults = new Map(
    [...defaultPlan("perda"), ...defaultPlan(documentType)].map((each) => [each.stage, each]),
  );
  return STAGES.map((stage) => {
    const planned = plan.find((each) => each.stage === stage);
    const base = planned ?? defaults.get(stage) ?? { stage, who: "", artefacts: [], rules: [] };
    return { ...base, included: planned !== undefined };
  });
}

const planOf = (draft: readonly Draft[]): StagePlan =>
  draft
    .filter(({ included }) => included)
    .map(({ stage, who, artefacts, rules }) => ({ stage, who, artefacts, rules }));

function Editor(props: {
  answer: ApiAnswer<StagePlanView>;
  onSaved: (answer: ApiAnswer<StagePlanView>) => void;
}): JSX.Element {
  const t = textsOf(stageTexts);
  const view = () => props.answer.data;
  const [draft, setDraft] = createStore<{ stages: Draft[] }>({ stages: [] });
  const [changed, setChanged] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const [resetting, setResetting] = createSignal(false);
  createEffect(
    on(view, (known) => {
      setDraft("stages", reconcile(draftOf(known), { key: "stage" }));
      setChanged(false);
    }),
  );
  const changeable = () => view().may.change;

  async function put(plan: StagePlan | null, said: string): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      props.onSaved(await putStagePlan(view(), { plan }, props.answer.etag ?? "*"));
      showToast(said);
    } catch (failure) {
      setError(() => failure);
      throw failure;
    } finally {
      setBusy(false);
    }
  }
  const save = () => put(planOf(unwrap(draft.stages)), t().saved).catch(() => undefined);

  return (
    <>
      <p class="small quiet">
        <Show when={!view().isDefault && view().updated} fallback={t().isDefault}>
          {(updated) => t().isOwn(updated().by, formatDateTime(updated().at, locale(), deviceZone()))}
        </Show>{" "}
        <Show when={!changeable()}>{t().readOnly}</Show>
      </p>
      <div class="stage-plan">
        <For each={draft.stages}>
          {(stage, index) => (
            <StagePlanItem
              stage={stage}
              changeable={changeable()}
              onChange={(changes) => {
                setDraft("stages", index(), changes);
                setChanged(true);
              }}
            />
          )}
        </For>
      </div>
      <Show when={error()}>{(failure) => <ErrorNotice error={failure()} />}</Show>
      <Show when={changeable()}>
        <div class="row">
          <Button look="primary" busy={busy()} onClick={() => void save()}>
            {t().save}
          </Button>
          <Show when={!view().isDefault}>
            <Button onClick={() => setResetting(true)}>{t().reset}</Button>
          </Show>
          <Show when={changed()}>
            <span class="small quiet" role="status">
              {t().unsaved}
            </span>
          </Show>
        </div>
      </Show>
      <Confirm
        open={resetting()}
        onClose={() => setResetting(false)}
        title={t().resetTitle}
        description={t().resetText}
        action={t().reset}
        danger
        onConfirm={() => put(null, t().resetDone)}
      />
    </>
  );
}

export function StagePlanPage(): JSX.Element {
  const t = textsOf(stageTexts);
  const ui = textsOf(uiTexts);
  const words = textsOf(policyWords);
  const [query, setQuery] = useSearchParams<{ pemerintah?: string; jenis?: string }>();
  usePlace(() => [{ text: ui().policies, href: "/kerja" }, { text: t().planTitle }]);
  const authorities = createRemote(
    () => true,
    (_, signal) => get<{ items: AuthorityView[] }>("/api/authorities", signal),
  );
  const authority = () => {
    const items = authorities.data()?.items ?? [];
    return items.find(({ id }) => id === query.pemerintah) ?? items[0];
  };
  const type = (): DocumentType => DOCUMENT_TYPES.find((each) => each === query.jenis) ?? "perkada";
  const plan = createRemote(
    () => {
      const known = authority();
      return known && { authorityId: known.id, documentType: type() };
    },
    ({ authorityId, documentType }, signal) => readStagePlan(authorityId, documentType, signal),
  );

  return (
    <div class="page">
      <header>
        <h1>{t().planTitle}</h1>
        <p class="quiet">{t().planLead}</p>
      </header>
      <Loaded remote={authorities} lines={2}>
        {(known) => (
          <Show when={known().items.length > 0} fallback={<NoAuthority />}>
            <div class="stage-choice">
              <SelectField
                label={t().authority}
                value={authority()?.id ?? ""}
                choices={known().items.map(({ id, name }) => ({ value: id as string, label: name }))}
                onChange={(id) => setQuery({ pemerintah: id }, { replace: true })}
              />
              <SelectField
                label={t().documentType}
                value={type()}
                choices={DOCUMENT_TYPES.map((each) => ({ value: each, label: words().documentType[each] }))}
                onChange={(each) => setQuery({ jenis: each }, { replace: true })}
              />
            </div>
          </Show>
        )}
      </Loaded>
      <Show when={authority()}>
        <Loaded remote={plan} lines={10}>
          {(answer) => <Editor answer={answer()} onSaved={plan.set} />}
        </Loaded>
      </Show>
    </div>
  );
}
