/** Who is there, by group, and a way to put down who has no phone. Names stay with the team. */
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import type { ContributionId, GroupId } from "../../domain/ids.ts";
import { WORKSHOP_LIMITS } from "../../domain/workshops/workshop.ts";
import { Button } from "../ui/button.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { useHall } from "./hall-context.tsx";
import { newClientId } from "./workshop-api.ts";
import { workshopTexts } from "./workshops.intl.ts";

export function AttendancePanel(): JSX.Element {
  const t = textsOf(workshopTexts);
  const hall = useHall();
  const [name, setName] = createSignal("");
  const [group, setGroup] = createSignal("");
  const people = () => hall.live().people;
  const manage = () => hall.workshop().mayManage && ["live", "closed"].includes(hall.live().state);
  const rows = createMemo(() => {
    const byGroup = Map.groupBy(people(), ({ groupId }) => groupId as string | null);
    const invited = hall.workshop().invitations;
    const others = [...byGroup.keys()].filter((id) => !invited.some(({ groupId }) => groupId === id));
    return [
      ...invited.map(({ groupId, name: title, invited: count }) => ({
        id: groupId as string | null,
        title,
        count,
        there: byGroup.get(groupId) ?? [],
      })),
      ...others.map((id) => ({
        id,
        title: hall.groupName(id) ?? t().noGroup,
        count: 0,
        there: byGroup.get(id) ?? [],
      })),
    ];
  });

  async function add(): Promise<void> {
    const person = name().trim();
    if (person === "") return;
    const body = {
      id: newClientId<ContributionId>(),
      name: person,
      groupId: group() === "" ? null : (group() as GroupId),
      unitId: null,
    };
    if (await hall.act(() => hall.api.addAttendee(body))) setName("");
  }
  async function remove(id: string): Promise<void> {
    if (await hall.act(() => hall.api.removeAttendee(id))) showToast(t().undone);
  }

  return (
    <details class="attendance">
      <summary>
        {t().attendance} <span class="small quiet">{t().attendanceNow(people().length)}</span>
      </summary>
      <div class="stack">
        <ul class="attendance-groups">
          <For each={rows()}>
            {(row) => (
              <li>
                <p class="row spread">
                  <strong>{row.title}</strong>
                  <span class="numeric">{t().attendedOf(row.there.length, row.count)}</span>
                </p>
                <ul class="small">
                  <For each={row.there}>
                    {(person) => (
                      <li class="row spread">
                        <span>
                          {person.name}
                          <span class="quiet">
                            {" "}
                            {[person.unit, person.device ? t().device : t().noDevice]
                              .filter(Boolean)
                              .join(" · ")}
                          </span>
                        </span>
                        <Show when={manage()}>
                          <Button
                            look="plain"
                            size="small"
                            aria-label={t().remove(person.name)}
                            onClick={() => void remove(person.id)}
                          >
                            {t().removeShort}
                          </Button>
                        </Show>
                      </li>
                    )}
                  </For>
                </ul>
              </li>
            )}
          </For>
        </ul>
        <Show when={manage()}>
          <form
            class="stack-small"
            onSubmit={(event) => {
              event.preventDefault();
              void add();
            }}
          >
            <TextField
              label={t().person}
              hint={t().addPersonHint}
              value={name()}
              maxLength={WORKSHOP_LIMITS.name}
              onInput={setName}
            />
            <SelectField
              label={t().group}
              value={group()}
              placeholder={t().groupNone}
              choices={hall.workshop().invitations.map(({ groupId, name: title }) => ({
                value: groupId as string,
                label: title,
              }))}
              onChange={setGroup}
            />
            <div>
              <Button type="submit" size="small">
                {t().addPerson}
              </Button>
            </div>
          </form>
        </Show>
      </div>
    </details>
  );
}
