/** A new survey: of which consultation, from what, under which rule. Its questions come next. */
import { useNavigate, useSearchParams } from "@solidjs/router";
import { createSignal, createUniqueId, Show, type JSX } from "solid-js";
import { IDENTITY_RULES, type IdentityRule } from "../../domain/consultations/consultation.ts";
import type { ConsultationItem } from "../../domain/consultations/consultations.contract.ts";
import type { ConsultationId } from "../../domain/ids.ts";
import { SURVEY_LIMITS as LIMITS } from "../../domain/surveys/survey.ts";
import type { SurveyTemplate } from "../../domain/surveys/surveys.contract.ts";
import { isApiError } from "../api/api-error.ts";
import { createRemote } from "../api/create-remote.ts";
import { createIdempotencyKey } from "../api/http.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { PolicyFrame, policyHref, usePolicyPlace } from "../policies/policy-frame.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { uiTexts } from "../ui/ui.intl.ts";
import { listConsultations } from "../consultations/consultation-api.ts";
import { consultationTexts } from "../consultations/consultations.intl.ts";
import { FieldErrors } from "../consultations/field-errors.tsx";
import { IdentityRuleField } from "../consultations/identity-rule-field.tsx";
import { useMay } from "../consultations/use-may.ts";
import { createSurvey } from "./survey-api.ts";
import { surveyHref } from "./survey-frame.tsx";
import "../consultations/consultations.css";
import "./surveys.css";
import { surveySettingsTexts } from "./survey-settings.intl.ts";
import { surveyTexts } from "./surveys.intl.ts";

function Form(props: { consultations: readonly ConsultationItem[]; asked: string | undefined }): JSX.Element {
  const t = textsOf(surveyTexts);
  const settings = textsOf(surveySettingsTexts);
  const ui = textsOf(uiTexts);
  const navigate = useNavigate();
  const { policy } = usePolicy();
  const id = createUniqueId();
  const first = props.consultations.find((each) => each.id === props.asked) ?? props.consultations[0];
  const [consultationId, setConsultationId] = createSignal<ConsultationId | "">(first?.id ?? "");
  const [title, setTitle] = createSignal("");
  const [template, setTemplate] = createSignal<SurveyTemplate>("blank");
  const [rule, setRule] = createSignal<IdentityRule>("anonymous");
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  let key = createIdempotencyKey();
  const issueAt = (path: string) => {
    const reason = error();
    return isApiError(reason)
      ? reason.problem.errors?.find((each) => each.path === path)?.message
      : undefined;
  };

  async function create(): Promise<void> {
    const chosen = consultationId();
    if (chosen === "") return;
    setBusy(true);
    setError(undefined);
    try {
      const body = { consultationId: chosen, title: title(), rule: rule(), template: template() };
      const survey = await createSurvey(policy().id, body, key);
      navigate(surveyHref(policy().id, survey.id));
    } catch (reason) {
      if (isApiError(reason) && reason.problem.code !== "offline") key = createIdempotencyKey();
      setError(() => reason);
    } finally {
      setBusy(false);
    }
  }
  const choice = (value: SurveyTemplate, name: string, hint: string) => (
    <label class="choice">
      <input
        type="radio"
        name={id}
        value={value}
        checked={template() === value}
        onChange={() => setTemplate(value)}
      />
      <span>
        <strong>{name}</strong>
        <span class="block small quiet">{hint}</span>
      </span>
    </label>
  );

  return (
    <form
      class="form consultation-form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy()) void create();
      }}
    >
      <SelectField<ConsultationId>
        label={t().consultation}
        value={consultationId()}
        choices={props.consultations.map((each) => ({ value: each.id, label: each.title }))}
        onChange={setConsultationId}
      />
      <TextField
        label={t().surveyTitle}
        hint={t().surveyTitleHint}
        maxLength={LIMITS.title}
        value={title()}
        error={issueAt("title")}
        onInput={setTitle}
      />
      <fieldset class="field">
        <legend>{t().template}</legend>
        {choice("blank", t().templateBlank, t().templateBlankHint)}
        {choice("skm", t().templateSkm, t().templateSkmHint)}
      </fieldset>
      <IdentityRuleField<IdentityRule>
        legend={t().rule}
        hint={t().ruleHint}
        rules={IDENTITY_RULES}
        value={rule()}
        onChange={setRule}
      />
      <Show when={error()}>
        {(reason) => (
          <FieldErrors
            error={reason()}
            title={settings().fields}
            names={{ title: t().surveyTitle, rule: t().rule }}
          />
        )}
      </Show>
      <div class="row">
        <Button type="submit" look="primary" busy={busy()}>
          {t().create}
        </Button>
        <ButtonLink look="plain" href={policyHref(policy().id, `/konsultasi/${consultationId()}`)}>
          {ui().cancel}
        </ButtonLink>
      </div>
    </form>
  );
}

export function NewSurveyPage(): JSX.Element {
  const t = textsOf(surveyTexts);
  const words = textsOf(consultationTexts);
  const { policy } = usePolicy();
  const mayManage = useMay("survey.manage");
  const [query] = useSearchParams();
  usePolicyPlace(
    () => t().newTitle,
    () => [{ text: words().title, href: policyHref(policy().id, "/konsultasi") }],
  );
  const remote = createRemote(
    () => policy().id,
    async (id, signal) =>
      (await listConsultations(id, signal)).items.filter(
        ({ phase }) => phase !== "closed" && phase !== "cancelled",
      ),
  );
  return (
    <PolicyFrame>
      <header>
        <h1>{t().newTitle}</h1>
        <p class="quiet">{t().newLead}</p>
      </header>
      <Show when={mayManage()} fallback={<EmptyState title={words().notAllowedTitle} text={t().readOnly} />}>
        <Loaded remote={remote}>
          {(consultations) => (
            <Show
              when={consultations().length > 0}
              fallback={
                <EmptyState title={t().noConsultation} text={t().noConsultationText}>
                  <ButtonLink look="primary" href={policyHref(policy().id, "/konsultasi")}>
                    {t().toConsultations}
                  </ButtonLink>
                </EmptyState>
              }
            >
              <Form
                consultations={consultations()}
                asked={typeof query.konsultasi === "string" ? query.konsultasi : undefined}
              />
            </Show>
          )}
        </Loaded>
      </Show>
    </PolicyFrame>
  );
}
