/** Who is invited: groups with numbers, names only where needed. */
import { createSignal, For, Show, type JSX } from "solid-js";
import type { GroupId } from "../../domain/ids.ts";
import { WORKSHOP_LIMITS } from "../../domain/workshops/workshop.ts";
import { Button } from "../ui/button.tsx";
import { SelectField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import type { PlanDraft } from "./plan-draft.ts";
import { workshopTexts } from "./workshops.intl.ts";

type Invitations = PlanDraft["invitations"];

export interface OfferedGroup {
  readonly id: GroupId;
  readonly name: string;
  /** How many of it the consultation hopes for. */
  readonly target: number | null;
}

export function InvitationFields(props: {
  invitations: Invitations;
  groups: readonly OfferedGroup[];
  onChange: (invitations: Invitations) => void;
}): JSX.Element {
  const t = textsOf(workshopTexts);
  const [chosen, setChosen] = createSignal("");
  const offered = () => props.groups.filter(({ id }) => !props.invitations.some((row) => row.groupId === id));
  const set = (index: number, change: Partial<Invitations[number]>) => {
    const row = props.invitations[index];
    if (row) props.onChange(props.invitations.with(index, { ...row, ...change }));
  };

  function add(): void {
    const group = offered().find(({ id }) => id === chosen()) ?? offered()[0];
    if (!group || props.invitations.length >= WORKSHOP_LIMITS.groups) return;
    const invited = group.target === null ? "" : String(group.target);
    props.onChange([
      ...props.invitations,
      { groupId: group.id, name: group.name, invited, quota: "", names: "" },
    ]);
    setChosen("");
  }

  const number = (label: string, shown: string, value: string, onChange: (value: string) => void) => (
    <label class="plan-number">
      <span aria-hidden="true">{shown}</span>
      <span class="visually-hidden">{label}</span>
      <input
        class="input"
        inputmode="numeric"
        maxLength={4}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );

  return (
    <fieldset class="stack-small">
      <legend>{t().invitations}</legend>
      <p class="small quiet">{t().invitationsHint}</p>
      <Show when={props.invitations.length > 0}>
        <ul class="plan-list">
          <For each={props.invitations}>
            {(row, index) => (
              <li>
                <div class="plan-item">
                  <strong>{row.name}</strong>
                  <details class="plan-names">
                    <summary class="small">{t().names}</summary>
                    <p class="small quiet">{t().namesHint}</p>
                    <textarea
                      class="input"
                      rows="3"
                      maxLength={WORKSHOP_LIMITS.names}
                      aria-label={t().namesOf(row.name)}
                      onChange={(event) => set(index(), { names: event.currentTarget.value })}
                    >
                      {row.names}
                    </textarea>
                  </details>
                </div>
                {number(t().invitedOf(row.name), t().invited, row.invited, (invited) =>
                  set(index(), { invited }),
                )}
                {number(t().groupQuotaOf(row.name), t().groupQuota, row.quota, (quota) =>
                  set(index(), { quota }),
                )}
                <div class="plan-actions">
                  <Button
                    look="plain"
                    size="small"
                    aria-label={t().remove(row.name)}
                    onClick={() =>
                      props.onChange(props.invitations.filter(({ groupId }) => groupId !== row.groupId))
                    }
                  >
                    {t().removeShort}
                  </Button>
                </div>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={offered().length > 0}>
        <div class="plan-add">
          <SelectField
            label={t().chooseGroup}
            value={chosen()}
            choices={offered().map(({ id, name }) => ({ value: id as string, label: name }))}
            onChange={setChosen}
          />
          <Button onClick={add}>{t().addGroup}</Button>
        </div>
      </Show>
    </fieldset>
  );
}
