/** The plan of a workshop as a form; it keeps what was typed until the server has taken it. */
import { createMemo, createSignal, Show, type JSX } from "solid-js";
import { commentableWords } from "../../domain/workshops/clause-words.ts";
import { WORKSHOP_LIMITS } from "../../domain/workshops/workshop.ts";
import type { WorkshopList, WorkshopSettings } from "../../domain/workshops/workshops.contract.ts";
import { listGroups } from "../accounts/account-api.ts";
import { createRemote } from "../api/create-remote.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { Field, TextField } from "../ui/field.tsx";
import { zoneName } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { readVersion } from "../versions/version-api.ts";
import { AgendaFields } from "./agenda-fields.tsx";
import { InvitationFields, type OfferedGroup } from "./invitation-fields.tsx";
import { settingsOf, type PlanDraft, type PlanFlaw } from "./plan-draft.ts";
import { workshopTexts } from "./workshops.intl.ts";

export type OfferedConsultation = WorkshopList["consultations"][number];

export function PlanForm(props: {
  start: PlanDraft;
  consultation: OfferedConsultation;
  /** Rejects when the server refuses. */
  onSave: (settings: WorkshopSettings) => Promise<void>;
}): JSX.Element {
  const t = textsOf(workshopTexts);
  const { policy } = usePolicy();
  const [draft, setDraft] = createSignal(props.start);
  const [wrong, setWrong] = createSignal<PlanFlaw>();
  const [error, setError] = createSignal<unknown>();
  const [busy, setBusy] = createSignal(false);
  const change = (part: Partial<PlanDraft>) => setDraft((before) => ({ ...before, ...part }));

  const version = createRemote(
    () => props.consultation.versionNumber,
    (number, signal) => readVersion(policy().id, number, signal),
  );
  const directory = createRemote(
    () => policy().authority.id,
    async (_, signal) => (await listGroups(signal)).items,
  );
  /** Those of the consultation first, then the other ones of the government. */
  const groups = createMemo((): readonly OfferedGroup[] => {
    const addressed = props.consultation.groups;
    const others = (directory.data() ?? []).filter(
      ({ id, authorityId }) =>
        authorityId === policy().authority.id && !addressed.some((group) => group.id === id),
    );
    return [...addressed, ...others.map(({ id, name }) => ({ id, name, target: null }))];
  });
  /** A text alone under its Pasal is discussed as that Pasal. */
  const clauses = createMemo(() => {
    const all = commentableWords(version.data()?.clauses ?? []);
    return all.filter(({ label }, index) => label !== all[index - 1]?.label);
  });

  async function save(): Promise<void> {
    const settings = settingsOf(draft());
    setWrong(typeof settings === "string" ? settings : undefined);
    setError(undefined);
    if (typeof settings === "string") return;
    setBusy(true);
    try {
      await props.onSave(settings);
    } catch (reason) {
      setError(() => reason);
    } finally {
      setBusy(false);
    }
  }

  const clock = (label: string, type: "date" | "time", key: "on" | "from" | "to", hint?: string) => (
    <Field label={label} hint={hint}>
      {(attributes) => (
        <input
          {...attributes}
          class="input"
          type={type}
          value={draft()[key]}
          onInput={(event) => change({ [key]: event.currentTarget.value })}
        />
      )}
    </Field>
  );

  return (
    <form
      class="form plan-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy()) void save();
      }}
    >
      <TextField
        label={t().name}
        value={draft().title}
        maxLength={WORKSHOP_LIMITS.title}
        onInput={(title) => change({ title })}
      />
      <TextField
        label={t().place}
        value={draft().place}
        maxLength={WORKSHOP_LIMITS.place}
        onInput={(place) => change({ place })}
      />
      <div class="plan-clock">
        {clock(t().day, "date", "on", t().zoneHint(zoneName(policy().authority.timeZone)))}
        {clock(t().from, "time", "from")}
        {clock(t().to, "time", "to")}
      </div>
      <Loaded remote={version} lines={3}>
        {() => (
          <AgendaFields
            agenda={draft().agenda}
            clauses={clauses()}
            onChange={(agenda) => change({ agenda })}
          />
        )}
      </Loaded>
      <InvitationFields
        invitations={draft().invitations}
        groups={groups()}
        onChange={(invitations) => change({ invitations })}
      />
      <TextField
        label={t().quota}
        hint={t().quotaHint}
        optional
        value={draft().quota}
        maxLength={4}
        onInput={(quota) => change({ quota })}
      />
      <Show when={wrong()}>
        {(which) => (
          <p class="notice bad" role="alert">
            {t()[which()]}
          </p>
        )}
      </Show>
      <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
      <div>
        <Button type="submit" look="primary" busy={busy()}>
          {t().savePlan}
        </Button>
      </div>
    </form>
  );
}
