import { createSignal, Show, type JSX } from "solid-js";
import type { GroupView } from "../../domain/accounts/accounts.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { createIdempotencyKey } from "../api/http.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { createGroup, listAuthorities, listGroups, patchGroup } from "./account-api.ts";
import { accountTexts } from "./accounts.intl.ts";
import { EntryDialog, type EntryValues } from "./entry-dialog.tsx";
import { EntryTable } from "./entry-table.tsx";
import { NoAuthority } from "./no-authority.tsx";

export function GroupsPanel(): JSX.Element {
  const t = textsOf(accountTexts);
  const [editing, setEditing] = createSignal<GroupView | "new">();
  const remote = createRemote(
    () => true,
    async (_, signal) => {
      const [groups, authorities] = await Promise.all([listGroups(signal), listAuthorities(signal)]);
      return { groups: groups.items, authorities: authorities.items };
    },
  );
  let key = createIdempotencyKey();

  async function save(edited: GroupView | "new", values: EntryValues): Promise<void> {
    const { authorityId, name, second } = values;
    if (edited === "new") {
      await createGroup(second ? { authorityId, name, description: second } : { authorityId, name }, key);
      key = createIdempotencyKey();
    } else await patchGroup(edited, { name, description: second || null });
    setEditing(undefined);
    showToast(t().entrySaved(name));
    remote.reload();
  }

  return (
    <>
      <div class="page-head">
        <p class="lead">{t().groupsLead}</p>
        <Show when={remote.data()?.authorities.length !== 0}>
          <Button look="primary" onClick={() => setEditing("new")}>
            {t().addGroup}
          </Button>
        </Show>
      </div>
      <Loaded remote={remote}>
        {(data) => (
          <Show when={data().authorities.length > 0} fallback={<NoAuthority />}>
            <Show
              when={data().groups.length > 0}
              fallback={<EmptyState title={t().noGroupsTitle} text={t().noGroupsText} />}
            >
              <EntryTable
                items={data().groups}
                second={(group) => group.description}
                secondLabel={t().description}
                authorities={data().authorities}
                onEdit={setEditing}
              />
            </Show>
            <Show when={editing()} keyed>
              {(edited) => (
                <EntryDialog
                  title={edited === "new" ? t().addGroup : t().editGroup}
                  secondLabel={t().description}
                  secondMaxLength={1000}
                  secondRows={3}
                  authorities={data().authorities}
                  initial={edited === "new" ? undefined : { ...edited, second: edited.description ?? "" }}
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
