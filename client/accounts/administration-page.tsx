/** What an administrator keeps: people, units, groups, the government itself. Rights are the server's; this only hides. */
import { Tabs } from "@kobalte/core/tabs";
import { useSearchParams } from "@solidjs/router";
import { createEffect, For, on, Show, type JSX } from "solid-js";
import { outboxTexts } from "../notifications/outbox.intl.ts";
import { OutboxPanel } from "../notifications/outbox-panel.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { textsOf } from "../ui/locale.ts";
import { usePlace } from "../ui/page-title.ts";
import { uiTexts } from "../ui/ui.intl.ts";
import { AccountsPanel } from "./accounts-panel.tsx";
import { accountTexts } from "./accounts.intl.ts";
import "./accounts.css";
import { AuthoritiesPanel } from "./authorities-panel.tsx";
import { GroupsPanel } from "./groups-panel.tsx";
import { useSession } from "./session.tsx";
import { UnitsPanel } from "./units-panel.tsx";

const PANELS = [
  { id: "akun", text: "tabAccounts", panel: AccountsPanel },
  { id: "perangkat", text: "tabUnits", panel: UnitsPanel },
  { id: "kelompok", text: "tabGroups", panel: GroupsPanel },
  { id: "daerah", text: "tabAuthorities", panel: AuthoritiesPanel },
  { id: "kotak-keluar", text: "tabOutbox", panel: OutboxPanel },
] as const;

export function AdministrationPage(): JSX.Element {
  const t = textsOf(accountTexts);
  const ui = textsOf(uiTexts);
  const outbox = textsOf(outboxTexts);
  const session = useSession();
  const [query, setQuery] = useSearchParams<{ bagian?: string }>();
  usePlace(() => [{ text: ui().policies, href: "/kerja" }, { text: t().adminTitle }]);
  const current = () => PANELS.find((panel) => panel.id === query.bagian)?.id ?? "akun";

  // On a phone the tabs are wider than the screen, and a link may lead to the last of them.
  let page: HTMLElement | undefined;
  createEffect(
    on(current, () => {
      queueMicrotask(() =>
        page?.querySelector(".tab[data-selected]")?.scrollIntoView({ block: "nearest", inline: "nearest" }),
      );
    }),
  );

  return (
    <div class="page" ref={(element) => (page = element)}>
      <header>
        <h1>{t().adminTitle}</h1>
        <p class="quiet">{t().adminLead}</p>
      </header>
      <Show
        when={session.may().administer}
        fallback={<EmptyState title={t().adminRefused} text={t().adminRefusedText} />}
      >
        <Tabs value={current()} onChange={(bagian) => setQuery({ bagian }, { replace: true })}>
          <Tabs.List class="tabs-list" aria-label={t().adminTitle}>
            <For each={PANELS}>
              {(panel) => (
                <Tabs.Trigger class="tab" value={panel.id}>
                  {panel.text === "tabOutbox" ? outbox().tab : t()[panel.text]}
                </Tabs.Trigger>
              )}
            </For>
          </Tabs.List>
          <For each={PANELS}>
            {(panel) => (
              <Tabs.Content class="stack" value={panel.id}>
                <panel.panel />
              </Tabs.Content>
            )}
          </For>
        </Tabs>
      </Show>
    </div>
  );
}
