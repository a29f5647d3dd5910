import { createSignal, Show, type JSX } from "solid-js";
import type { UnitView } from "../../domain/accounts/accounts.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { createIdempotencyKey } from "../api/http.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { createUnit, listAuthorities, listUnits, patchUnit } from "./account-api.ts";
import { accountTexts } from "./accounts.intl.ts";
import { EntryDialog, type EntryValues } from "./entry-dialog.tsx";
import { EntryTable } from "./entry-table.tsx";
import { NoAuthority } from "./no-authority.tsx";

export function UnitsPanel(): JSX.Element {
  const t = textsOf(accountTexts);
  const [editing, setEditing] = createSignal<UnitView | "new">();
  const remote = createRemote(
    () => true,
    async (_, signal) => {
      const [units, authorities] = await Promise.all([listUnits(signal), listAuthorities(signal)]);
      return { units: units.items, authorities: authorities.items };
    },
  );
  let key = createIdempotencyKey();

  async function save(edited: UnitView | "new", values: EntryValues): Promise<void> {
    const { authorityId, name, second } = values;
    if (edited === "new") {
      await createUnit(second ? { authorityId, name, abbreviation: second } : { authorityId, name }, key);
      key = createIdempotencyKey();
    } else await patchUnit(edited, { name, abbreviation: second || null });
    setEditing(undefined);
    showToast(t().entrySaved(name));
    remote.reload();
  }

  return (
    <>
      <div class="page-head">
        <p class="lead">{t().unitsLead}</p>
        <Show when={remote.data()?.authorities.length !== 0}>
          <Button look="primary" onClick={() => setEditing("new")}>
            {t().addUnit}
          </Button>
        </Show>
      </div>
      <Loaded remote={remote}>
        {(data) => (
          <Show when={data().authorities.length > 0} fallback={<NoAuthority />}>
            <Show
              when={data().units.length > 0}
              fallback={<EmptyState title={t().noUnitsTitle} text={t().noUnitsText} />}
            >
              <EntryTable
                items={data().units}
                second={(unit) => unit.abbreviation}
                secondLabel={t().abbreviation}
                authorities={data().authorities}
                onEdit={setEditing}
              />
            </Show>
            <Show when={editing()} keyed>
              {(edited) => (
                <EntryDialog
                  title={edited === "new" ? t().addUnit : t().editUnit}
                  secondLabel={t().abbreviation}
                  secondMaxLength={30}
                  authorities={data().authorities}
                  initial={edited === "new" ? undefined : { ...edited, second: edited.abbreviation ?? "" }}
                  onClose={() => setEditing(undefined)}
                  onSave={(values) => save(edited, values)}
                />
              )}
            </Show>
          </Show>
        )}
      </Loaded>
    </>
  );
}
