/** The fields of a consultation, in the order in which one decides. What is final is shown with its reason. */
import { Show, type JSX } from "solid-js";
import type { GroupView } from "../../domain/accounts/accounts.contract.ts";
import { CONSULTATION_LIMITS as LIMITS } from "../../domain/consultations/changes.ts";
import type { ConsultationView } from "../../domain/consultations/consultations.contract.ts";
import { zonedToEpoch } from "../../domain/consultations/zone-time.ts";
import type { VersionView } from "../../domain/versions/versions.contract.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { Field, SelectField, TextField } from "../ui/field.tsx";
import { formatDate, formatDateTime, zoneName } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { consultationFormTexts } from "./consultation-form.intl.ts";
import type { FormValues } from "./form-values.ts";
import { GroupTargets } from "./group-targets.tsx";
import { IdentityRuleField } from "./identity-rule-field.tsx";

const DAY_MS = 86_400_000;

export interface FieldsProps {
  readonly values: FormValues;
  readonly set: <Name extends keyof FormValues>(field: Name, value: FormValues[Name]) => void;
  readonly versions: readonly VersionView[];
  readonly groups: readonly GroupView[];
  /** As saved; absent for a new one. */
  readonly saved: ConsultationView | undefined;
  /** Of the server, by path. */
  readonly errors: ReadonlyMap<string, string>;
}

function Section(props: { title: string; hint?: string; children: JSX.Element }): JSX.Element {
  return (
    <section class="stack form-section">
      <div>
        <h2>{props.title}</h2>
        <Show when={props.hint}>
          <p class="small quiet">{props.hint}</p>
        </Show>
      </div>
      {props.children}
    </section>
  );
}

export function ConsultationFields(props: FieldsProps): JSX.Element {
  const t = textsOf(consultationFormTexts);
  const { policy } = usePolicy();
  const zone = () => policy().authority.timeZone;
  const error = (path: string) => props.errors.get(path);
  const locked = () => props.saved?.locked;
  const isOpened = () => props.saved?.phase === "open" || props.saved?.phase === "closed";
  const window = () => {
    const [opensAt, closesAt] = [props.values.opens, props.values.closes].map((local) =>
      zonedToEpoch(zone(), local),
    );
    return opensAt && closesAt && opensAt < closesAt ? { opensAt, closesAt } : undefined;
  };
  const versionChoices = () =>
    props.versions.map(({ number, label, at }) => ({
      value: String(number),
      label: t().versionChoice(number, label, formatDate(at, locale(), zone())),
    }));
  const time = (field: "opens" | "closes", label: string, disabled: boolean) => (
    <Field label={label} error={error(field)}>
      {(attributes) => (
        <input
          {...attributes}
          class="input"
          type="datetime-local"
          value={props.values[field]}
          disabled={disabled}
          onInput={(event) => props.set(field, event.currentTarget.value)}
        />
      )}
    </Field>
  );
  const area = (
    field: "summary" | "whatHappens" | "legalBasis",
    label: string,
    rows: number,
    hint?: string,
    maxLength: number = LIMITS[field],
  ) => (
    <TextField
      label={label}
      hint={hint}
      rows={rows}
      maxLength={maxLength}
      value={props.values[field]}
      error={error(field)}
      onInput={(value) => props.set(field, value)}
    />
  );

  return (
    <>
      <Section title={t().about}>
        <TextField
          label={t().titleLabel}
          hint={t().titleHint}
          maxLength={LIMITS.title}
          value={props.values.title}
          error={error("title")}
          onInput={(value) => props.set("title", value)}
        />
        <div class="stack-small">
          {area("summary", t().summary, 5, t().summaryHint)}
          <p class="small quiet numeric">{t().left(LIMITS.summary - props.values.summary.length)}</p>
        </div>
        <SelectField
          label={t().version}
          hint={locked()?.byInput ? t().locked : t().versionHint}
          error={error("version")}
          value={String(props.values.version)}
          choices={
            locked()?.byInput
              ? versionChoices().filter(({ value }) => value === String(props.values.version))
              : versionChoices()
          }
          onChange={(value) => props.set("version", Number(value))}
        />
      </Section>

      <Section title={t().window} hint={t().windowHint(zoneName(zone()))}>
        <div class="form-pair">
          {time("opens", t().opens, isOpened())}
          {time("closes", t().closes, props.saved?.phase === "closed")}
        </div>
        <Show when={window()}>
          {(shown) => (
            <p class="small quiet">
              {t().windowSays(
                formatDateTime(shown().opensAt, locale(), zone()),
                formatDateTime(shown().closesAt, locale(), zone()),
                Math.round((shown().closesAt - shown().opensAt) / DAY_MS),
              )}
            </p>
          )}
        </Show>
      </Section>

      <Section title={t().groups} hint={t().groupsHint}>
        <Show
          when={props.groups.length > 0}
          fallback={
            <>
              <p>{t().noGroups}</p>
              <div>
                <ButtonLink href="/kerja/pengelolaan?bagian=kelompok">{t().noGroupsLink}</ButtonLink>
              </div>
            </>
          }
        >
          <GroupTargets
            groups={props.groups}
            chosen={props.values.groups}
            fixed={locked()?.groups ?? []}
            errors={props.errors}
            onChange={(groups) => props.set("groups", groups)}
          />
        </Show>
      </Section>

      <Section title={t().comments} hint={t().commentsHint}>
        <IdentityRuleField
          legend={t().comments}
          legendHidden
          hint={locked()?.comments ? t().commentsLocked : undefined}
          error={error("comments")}
          // Codes are made for surveys; a comment is written by who has none.
          rules={
            props.saved?.comments === "code"
              ? (["open", "named", "anonymous", "code"] as const)
              : (["open", "named", "anonymous"] as const)
          }
          none={{ name: t().noComments, hint: t().noCommentsHint }}
          value={props.values.comments}
          locked={locked()?.comments}
          onChange={(rule) => props.set("comments", rule)}
        />
      </Section>

      <Section title={t().submissions} hint={t().submissionsHint}>
        <label class="choice">
          <input
            type="checkbox"
            checked={props.values.submissions}
            disabled={locked()?.submissions}
            onChange={(event) => props.set("submissions", event.currentTarget.checked)}
          />
          <span>{t().submissionsChoice}</span>
        </label>
        <Show when={locked()?.submissions}>
          <p class="small quiet">{t().submissionsLocked}</p>
        </Show>
      </Section>

      <Section title={t().answers}>{area("whatHappens", t().whatHappens, 4, t().whatHappensHint)}</Section>

      <Section title={t().privacy} hint={t().privacyHint}>
        <Show when={locked()?.byInput} fallback={area("legalBasis", t().legalBasis, 4)}>
          <p>
            <strong class="block">{t().legalBasis}</strong>
            {props.values.legalBasis}
          </p>
          <p class="small quiet">{t().locked}</p>
        </Show>
        <Show
          when={!locked()?.byInput}
          fallback={
            <p>
              <strong class="block">{t().retention}</strong>
              {props.values.retentionMonths}
            </p>
          }
        >
          <Field label={t().retention} hint={t().retentionHint} error={error("retentionMonths")}>
            {(attributes) => (
              <input
                {...attributes}
                class="input short"
                inputMode="numeric"
                maxLength={4}
                value={props.values.retentionMonths}
                onInput={(event) => props.set("retentionMonths", event.currentTarget.value)}
              />
            )}
          </Field>
        </Show>
        <TextField
          label={t().contact}
          hint={t().contactHint}
          maxLength={LIMITS.contact}
          value={props.values.contact}
          error={error("contact")}
          onInput={(value) => props.set("contact", value)}
        />
      </Section>
    </>
  );
}
