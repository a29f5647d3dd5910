/** The hash-chained record of a policy, newest first, in words. */
import { For, Show, type JSX } from "solid-js";
import { createPages } from "../api/create-pages.ts";
import { HistoryKinds } from "../history/history-kinds.tsx";
import { listEvents } from "../policies/policy-api.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { PolicyFrame, usePolicyPlace } from "../policies/policy-frame.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { formatDateTime } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import "../versions/versions.css";
import { MoreButton } from "../ui/more-button.tsx";
import { HashMark } from "../versions/hash-mark.tsx";
import { auditTexts } from "./audit.intl.ts";
import { describeEvent, nameEvent } from "./describe-event.ts";

export function HistoryPage(): JSX.Element {
  const t = textsOf(auditTexts);
  const { policy } = usePolicy();
  usePolicyPlace(() => t().title);
  const pages = createPages(
    () => policy().id,
    (policyId, cursor, signal) => listEvents(policyId, cursor, signal),
  );

  return (
    <PolicyFrame>
      <header>
        <h1>{t().title}</h1>
        <p class="quiet">{t().lead}</p>
        <HistoryKinds />
      </header>
      <Loaded remote={pages.first}>
        {() => (
          <Show
            when={pages.items().length > 0}
            fallback={<EmptyState title={t().emptyTitle} text={t().emptyText} />}
          >
            <table class="table">
              <thead>
                <tr>
                  <th scope="col" class="number">
                    {t().columnNumber}
                  </th>
                  <th scope="col">{t().columnWhat}</th>
                  <th scope="col">{t().columnWho}</th>
                  <th scope="col">{t().columnTime}</th>
                  <th scope="col">{t().columnHash}</th>
                </tr>
              </thead>
              <tbody>
                <For each={pages.items()}>
                  {(event) => (
                    <tr>
                      <td class="number" data-label={t().columnNumber}>
                        {event.seq}
                      </td>
                      <th scope="row">
                        {nameEvent(event, locale())}
                        <For each={describeEvent(event, locale())}>
                          {(line) => <span class="small quiet block">{line}</span>}
                        </For>
                      </th>
                      <td data-label={t().columnWho}>{event.actor?.name ?? event.body ?? t().system}</td>
                      <td class="when" data-label={t().columnTime}>
                        {formatDateTime(event.at, locale(), policy().authority.timeZone)}
                      </td>
                      <td data-label={t().columnHash}>
                        <HashMark hash={event.hash} name={t().hashOf(event.seq)} />
                      </td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
            <MoreButton pages={pages} />
          </Show>
        )}
      </Loaded>
    </PolicyFrame>
  );
}
