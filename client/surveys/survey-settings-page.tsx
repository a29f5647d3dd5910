/** Everything of a survey but its questions: words, rule, window, target, groups. */
import { createSignal, For, Show, type JSX } from "solid-js";
import { IDENTITY_RULES, type IdentityRule } from "../../domain/consultations/consultation.ts";
import { epochToZoned, zonedToEpoch } from "../../domain/consultations/zone-time.ts";
import type { GroupId } from "../../domain/ids.ts";
import { sampleSize } from "../../domain/surveys/sample-size.ts";
import { SURVEY_LIMITS as LIMITS } from "../../domain/surveys/survey.ts";
import type { PatchSurvey, SurveyView } from "../../domain/surveys/surveys.contract.ts";
import { isApiError } from "../api/api-error.ts";
import { Button } from "../ui/button.tsx";
import { Field, TextField } from "../ui/field.tsx";
import { formatNumber, zoneName } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { FieldErrors } from "../consultations/field-errors.tsx";
import { readCount } from "../consultations/form-values.ts";
import { IdentityRuleField } from "../consultations/identity-rule-field.tsx";
import { patchSurvey, readSurvey } from "./survey-api.ts";
import { useSurvey } from "./survey-context.tsx";
import { SurveyFrame } from "./survey-frame.tsx";
import { surveySettingsTexts } from "./survey-settings.intl.ts";
import { surveyTexts } from "./surveys.intl.ts";

interface Values {
  readonly title: string;
  readonly intro: string;
  readonly rule: IdentityRule;
  readonly opens: string;
  readonly closes: string;
  readonly target: string;
  readonly groups: readonly { readonly groupId: GroupId; readonly name: string; readonly eligible: string }[];
}

const valuesOf = ({
  title,
  intro,
  rule,
  opensAt,
  closesAt,
  timeZone,
  target,
  groups,
}: SurveyView): Values => ({
  title,
  intro,
  rule,
  opens: epochToZoned(timeZone, opensAt),
  closes: epochToZoned(timeZone, closesAt),
  target: target?.toString() ?? "",
  groups: groups.map(({ groupId, name, eligible }) => ({
    groupId,
    name,
    eligible: eligible?.toString() ?? "",
  })),
});

const optionalCount = (typed: string): number | null => (typed.trim() === "" ? null : readCount(typed));

/** Only what was changed, so that nothing final is sent along. */
function patchOf(before: Values, now: Values, timeZone: string): PatchSurvey {
  const patch: { -readonly [K in keyof PatchSurvey]: PatchSurvey[K] } = {};
  if (now.title !== before.title) patch.title = now.title;
  if (now.intro !== before.intro) patch.intro = now.intro;
  if (now.rule !== before.rule) patch.rule = now.rule;
  // A time that no clock shows is sent as 0, which the server refuses by name.
  if (now.opens !== before.opens) patch.opensAt = zonedToEpoch(timeZone, now.opens) ?? 0;
  if (now.closes !== before.closes) patch.closesAt = zonedToEpoch(timeZone, now.closes) ?? 0;
  if (now.target !== before.target) patch.target = optionalCount(now.target);
  if (JSON.stringify(now.groups) !== JSON.stringify(before.groups))
    patch.groups = now.groups.map(({ groupId, eligible }) => ({
      groupId,
      eligible: optionalCount(eligible),
    }));
  return patch;
}

/** People of a group, and how many answers of it make a sample. */
function Groups(props: {
  values: Values["groups"];
  locked: boolean;
  onChange: (groups: Values["groups"]) => void;
}): JSX.Element {
  const t = textsOf(surveySettingsTexts);
  const number = (value: number) => formatNumber(value, locale());
  const populationOf = (eligible: string): number | undefined => {
    const count = optionalCount(eligible);
    return count !== null && count > 0 && count <= 1e9 ? count : undefined;
  };
  const samples = () =>
    props.values.flatMap(({ eligible }) => {
      const population = populationOf(eligible);
      return population ? [sampleSize(population)] : [];
    });
  return (
    <fieldset class="field">
      <legend>{t().groups}</legend>
      <p class="hint">{props.locked ? t().locked : t().groupsHint}</p>
      <Show when={props.values.length > 0} fallback={<p class="quiet">{t().noGroups}</p>}>
        <ul class="group-targets">
          <For each={props.values.map(({ groupId }) => groupId)}>
            {(groupId) => {
              const group = () => props.values.find((each) => each.groupId === groupId);
              const population = () => populationOf(group()?.eligible ?? "");
              return (
                <li>
                  <div>
                    <p>{group()?.name}</p>
                    <Show when={population()}>
                      {(count) => (
                        <p class="small quiet">
                          {count() < 5 ? t().fewEligible : t().sample(number(sampleSize(count())))}
                        </p>
                      )}
                    </Show>
                  </div>
                  <input
                    class="input short"
                    inputMode="numeric"
                    maxLength={12}
                    aria-label={t().eligible(group()?.name ?? "")}
                    placeholder={t().eligibleShort}
                    disabled={props.locked}
                    value={group()?.eligible ?? ""}
                    onInput={(event) => {
                      const eligible = event.currentTarget.value;
                      props.onChange(
                        props.values.map((each) => (each.groupId === groupId ? { ...each, eligible } : each)),
                      );
                    }}
                  />
                </li>
              );
            }}
          </For>
        </ul>
        <Show when={samples().length > 0}>
          <p>{t().sampleAll(number(samples().reduce((sum, each) => sum + each, 0)), samples().length)}</p>
          <p class="small quiet">{t().sampleNote}</p>
        </Show>
      </Show>
    </fieldset>
  );
}

function Form(): JSX.Element {
  const t = textsOf(surveySettingsTexts);
  const words = textsOf(surveyTexts);
  const { survey, accept } = useSurvey();
  const [base, setBase] = createSignal(valuesOf(survey()));
  const [values, setValues] = createSignal(base());
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const set = <Name extends keyof Values>(name: Name, value: Values[Name]) =>
    setValues((all) => ({ ...all, [name]: value }));
  const closed = () => survey().state === "closed" || !survey().may.manage;
  const final = () => survey().locked || closed();
  const patch = () => patchOf(base(), values(), survey().timeZone);
  const changed = () => Object.keys(patch()).length > 0;
  const issueAt = (path: string) => {
    const reason = error();
    return isApiError(reason)
      ? reason.problem.errors?.find((each) => each.path === path)?.message
      : undefined;
  };
  const names = () => ({
    title: t().title,
    intro: t().intro,
    opensAt: t().opens,
    closesAt: t().closes,
    target: t().target,
    groups: t().groups,
    rule: words().rule,
  });

  async function save(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      const saved = await patchSurvey(survey(), patch());
      accept(saved);
      setBase(valuesOf(saved));
      setValues(base());
      showToast(t().saved);
    } catch (reason) {
      setError(() => reason);
    } finally {
      setBusy(false);
    }
  }
  /** Nothing is saved meanwhile: on the state that is on its way it would be refused again. */
  async function takeNewest(): Promise<void> {
    setBusy(true);
    try {
      accept(await readSurvey(survey().policyId, survey().id));
      setError(undefined);
    } finally {
      setBusy(false);
    }
  }
  const time = (field: "opens" | "closes", label: string, path: string, disabled: boolean) => (
    <Field label={label} error={issueAt(path)}>
      {(attributes) => (
        <input
          {...attributes}
          class="input"
          type="datetime-local"
          disabled={disabled}
          value={values()[field]}
          onInput={(event) => set(field, event.currentTarget.value)}
        />
      )}
    </Field>
  );

  return (
    <form
      class="form consultation-form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy() && changed()) void save();
      }}
    >
      <Show
        when={!final()}
        fallback={
          <Show when={survey().intro}>
            <p class="as-written">{survey().intro}</p>
          </Show>
        }
      >
        <div class="stack">
          <TextField
            label={t().title}
            maxLength={LIMITS.title}
            value={values().title}
            error={issueAt("title")}
            onInput={(title) => set("title", title)}
          />
          <TextField
            label={t().intro}
            hint={t().introHint}
            optional
            rows={4}
            maxLength={LIMITS.intro}
            value={values().intro}
            error={issueAt("intro")}
            onInput={(intro) => set("intro", intro)}
          />
        </div>
      </Show>
      <section class="stack">
        <p class="small quiet">
          {t().windowHint(zoneName(survey().timeZone))} {t().consultationBounds}
        </p>
        <div class="form-pair">
          {time("opens", t().opens, "opensAt", final())}
          {time("closes", t().closes, "closesAt", closed())}
        </div>
        <Field label={t().target} hint={t().targetHint} error={issueAt("target")} optional>
          {(attributes) => (
            <input
              {...attributes}
              class="input short"
              inputMode="numeric"
              maxLength={12}
              disabled={closed()}
              value={values().target}
              onInput={(event) => set("target", event.currentTarget.value)}
            />
          )}
        </Field>
      </section>
      <IdentityRuleField<IdentityRule>
        legend={words().rule}
        hint={survey().locked ? words().ruleLocked : words().ruleHint}
        error={issueAt("rule")}
        rules={IDENTITY_RULES}
        value={values().rule}
        locked={final()}
        onChange={(rule) => set("rule", rule)}
      />
      <Groups values={values().groups} locked={final()} onChange={(groups) => set("groups", groups)} />
      <Show
        when={isApiError(error(), "stale")}
        fallback={
          <Show when={error()}>
            {(reason) => <FieldErrors error={reason()} title={t().fields} names={names()} />}
          </Show>
        }
      >
        <div class="notice warn stack-small" role="alert">
          <p>{t().stale}</p>
          <div>
            <Button
              size="small"
              onClick={() => {
                takeNewest().catch((reason: unknown) => setError(() => reason));
              }}
            >
              {t().reload}
            </Button>
          </div>
        </div>
      </Show>
      <Show when={!closed()}>
        <div class="form-foot row">
          <Button type="submit" busy={busy() || !changed()}>
            {t().save}
          </Button>
        </div>
      </Show>
    </form>
  );
}

export function SurveySettingsPage(): JSX.Element {
  const words = textsOf(surveyTexts);
  return (
    <SurveyFrame page={() => words().tabSettings}>
      <Form />
    </SurveyFrame>
  );
}
