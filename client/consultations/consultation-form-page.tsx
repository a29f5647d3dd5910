/** Preparing a consultation, or changing one: the same form. What was typed stays on this device until it is saved. */
import { useNavigate, useParams } from "@solidjs/router";
import { createEffect, createMemo, createSignal, on, Show, type JSX } from "solid-js";
import type { GroupView } from "../../domain/accounts/accounts.contract.ts";
import type { ConsultationView } from "../../domain/consultations/consultations.contract.ts";
import type { VersionView } from "../../domain/versions/versions.contract.ts";
import { isApiError } from "../api/api-error.ts";
import { createRemote } from "../api/create-remote.ts";
import { createIdempotencyKey } from "../api/http.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { PolicyFrame, policyHref, usePolicyPlace } from "../policies/policy-frame.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { listVersions } from "../versions/version-api.ts";
import { createConsultation, listGroups, patchConsultation, readConsultation } from "./consultation-api.ts";
import { ConsultationFields } from "./consultation-fields.tsx";
import { consultationFormTexts } from "./consultation-form.intl.ts";
import { consultationTexts } from "./consultations.intl.ts";
import "./consultations.css";
import { DEFAULT_TEXTS } from "./default-texts.ts";
import {
  bodyOf,
  changedFields,
  likelyWindow,
  patchOf,
  rebase,
  valuesOf,
  type FormValues,
} from "./form-values.ts";
import { FieldErrors } from "./field-errors.tsx";
import { createKeptInput } from "./kept-input.ts";
import { useMay } from "./use-may.ts";

interface Known {
  readonly saved: ConsultationView | undefined;
  readonly versions: readonly VersionView[];
  readonly groups: readonly GroupView[];
}

/** What is left on the device, with the state it was typed on top of. */
interface Left {
  readonly base: FormValues;
  readonly values: FormValues;
}
const isLeft = (kept: unknown): kept is Left =>
  typeof kept === "object" && kept !== null && "base" in kept && "values" in kept;

function Form(props: { known: Known; onReload: () => Promise<ConsultationView | undefined> }): JSX.Element {
  const t = textsOf(consultationFormTexts);
  const words = textsOf(consultationTexts);
  const ui = textsOf(uiTexts);
  const navigate = useNavigate();
  const { policy } = usePolicy();
  const newest = () => props.known.versions[0]?.number ?? 1;
  const fresh = (): FormValues => ({
    title: "",
    summary: "",
    version: newest(),
    ...likelyWindow(policy().authority.timeZone, Date.now()),
    groups: [],
    comments: "open",
    submissions: false,
    ...DEFAULT_TEXTS,
    contact: policy().unit?.name ?? "",
  });
  const first = props.known.saved ? valuesOf(props.known.saved) : fresh();
  const [saved, setSaved] = createSignal(props.known.saved);
  const [base, setBase] = createSignal<FormValues>(first);
  const [values, setValues] = createSignal<FormValues>(first);
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const [restored, setRestored] = createSignal(false);
  let key = createIdempotencyKey();

  const changed = createMemo(() => changedFields(base(), values()));
  const kept = createKeptInput(
    `rembuk.konsultasi.${policy().id}.${saved()?.id ?? "baru"}`,
    () => (changed().length > 0 ? { base: base(), values: values() } : undefined),
    isLeft,
  );
  const left = kept.restore();
  if (left) {
    setValues(rebase(left.base, left.values, first));
    setRestored(changed().length > 0);
  }
  const errors = () => {
    const reason = error();
    const issues = isApiError(reason) ? (reason.problem.errors ?? []) : [];
    return new Map(issues.map(({ path, message }) => [path, message]));
  };
  const names = () => ({
    ...words().field,
    version: t().version,
    opens: t().opens,
    comments: t().comments,
    submissions: t().submissions,
    retentionMonths: t().retention,
  });
  const stale = () => isApiError(error(), "stale");

  async function save(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      const known = saved();
      const view = known
        ? await patchConsultation(known, patchOf(base(), values()))
        : await createConsultation(policy().id, bodyOf(values()), key);
      kept.forget();
      setBase(valuesOf(view));
      showToast(t().saved);
      navigate(policyHref(policy().id, `/konsultasi/${view.id}`));
    } catch (reason) {
      // A refused creation was no creation: what is sent next is another request.
      if (isApiError(reason) && reason.problem.code !== "offline") key = createIdempotencyKey();
      setError(() => reason);
      queueMicrotask(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus());
    } finally {
      setBusy(false);
    }
  }

  async function takeOver(): Promise<void> {
    const view = await props.onReload();
    if (!view) return;
    setValues(rebase(base(), values(), valuesOf(view)));
    setSaved(view);
    setBase(valuesOf(view));
    setError(undefined);
  }

  return (
    <form
      class="form consultation-form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy()) void save();
      }}
    >
      <Show when={restored()}>
        <div class="notice row spread" role="status">
          <p>{t().restored}</p>
          <Button
            look="plain"
            size="small"
            onClick={() => {
              setValues(base());
              setRestored(false);
            }}
          >
            {t().discard}
          </Button>
        </div>
      </Show>
      <ConsultationFields
        values={values()}
        set={(field, value) => setValues((all) => ({ ...all, [field]: value }))}
        versions={props.known.versions}
        groups={props.known.groups}
        saved={saved()}
        errors={errors()}
      />
      <Show
        when={stale()}
        fallback={
          <Show when={error()}>
            {(reason) => <FieldErrors error={reason()} title={t().fields} names={names()} />}
          </Show>
        }
      >
        <div class="notice warn stack-small" role="alert">
          <p>
            <strong>{t().staleTitle}</strong>
          </p>
          <p>{t().staleText}</p>
          <div>
            <Button
              onClick={() => {
                takeOver().catch((reason: unknown) => setError(() => reason));
              }}
            >
              {t().takeOver}
            </Button>
          </div>
        </div>
      </Show>
      <div class="form-foot row">
        <Button
          type="submit"
          look="primary"
          busy={busy() || (saved() !== undefined && changed().length === 0)}
        >
          {saved() ? t().save : t().create}
        </Button>
        <ButtonLink
          look="plain"
          href={policyHref(policy().id, saved() ? `/konsultasi/${saved()?.id}` : "/konsultasi")}
        >
          {ui().cancel}
        </ButtonLink>
        <Show when={saved() && changed().length === 0}>
          <span class="small quiet">{t().nothingChanged}</span>
        </Show>
      </div>
    </form>
  );
}

export function ConsultationFormPage(): JSX.Element {
  const t = textsOf(consultationFormTexts);
  const words = textsOf(consultationTexts);
  const params = useParams();
  const { policy } = usePolicy();
  const title = () => (params.consultationId ? t().editTitle : t().newTitle);
  usePolicyPlace(title, () => [{ text: words().title, href: policyHref(policy().id, "/konsultasi") }]);
  const remote = createRemote(
    () => ({ policyId: policy().id, authorityId: policy().authority.id, id: params.consultationId }),
    async ({ policyId, authorityId, id }, signal): Promise<Known> => {
      const [saved, versions, groups] = await Promise.all([
        id ? readConsultation(policyId, id, signal) : undefined,
        listVersions(policyId, undefined, signal),
        listGroups(signal),
      ]);
      const own = groups.items.filter((group) => group.authorityId === authorityId);
      return { saved, versions: versions.items, groups: own };
    },
  );
  const mayManage = useMay("consultation.manage");
  // Another address of the same route is another form.
  const [turn, setTurn] = createSignal(0);
  createEffect(
    on(
      () => params.consultationId,
      () => setTurn((n) => n + 1),
      { defer: true },
    ),
  );

  return (
    <PolicyFrame>
      <header>
        <h1>{title()}</h1>
        <Show when={!params.consultationId}>
          <p class="quiet">{t().lead}</p>
        </Show>
      </header>
      <Loaded remote={remote}>
        {(known) => (
          <Show
            when={known().versions.length > 0}
            fallback={
              <EmptyState title={words().noVersionTitle} text={words().noVersionText}>
                <ButtonLink look="primary" href={policyHref(policy().id)}>
                  {words().toText}
                </ButtonLink>
              </EmptyState>
            }
          >
            <Show
              when={mayManage()}
              fallback={<EmptyState title={words().notAllowedTitle} text={words().notAllowedText} />}
            >
              <Show when={{ turn: turn() }} keyed>
                <Form
                  known={known()}
                  onReload={async () =>
                    params.consultationId ? readConsultation(policy().id, params.consultationId) : undefined
                  }
                />
              </Show>
            </Show>
          </Show>
        )}
      </Loaded>
    </PolicyFrame>
  );
}
