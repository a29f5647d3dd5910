/** The workshops of a policy, latest day first. */
import { A } from "@solidjs/router";
import { For, Show, type JSX } from "solid-js";
import type { WorkshopListItem } from "../../domain/workshops/workshops.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { PolicyFrame, policyHref, usePolicyPlace } from "../policies/policy-frame.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { formatDateTime, formatNumber } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { WorkshopStateMark } from "./state-mark.tsx";
import { listWorkshops } from "./workshop-api.ts";
import { workshopTexts } from "./workshops.intl.ts";
import "./workshops.css";

export const workshopHref = (policyId: string, workshopId: string, rest = ""): string =>
  policyHref(policyId, `/lokakarya/${workshopId}${rest}`);

function Row(props: { workshop: WorkshopListItem }): JSX.Element {
  const t = textsOf(workshopTexts);
  const { policy } = usePolicy();
  return (
    <tr>
      <th scope="row">
        <A href={workshopHref(policy().id, props.workshop.id)}>{props.workshop.title}</A>
        <span class="small quiet block">{props.workshop.consultation.title}</span>
      </th>
      <td data-label={t().columnWhen}>
        {formatDateTime(props.workshop.startsAt, locale(), policy().authority.timeZone)}
        <span class="small quiet block">{props.workshop.place}</span>
      </td>
      <td data-label={t().columnState}>
        <WorkshopStateMark state={props.workshop.state} />
        <Show when={props.workshop.undecided > 0}>
          <span class="small block">{t().waitingCorrections(props.workshop.undecided)}</span>
        </Show>
      </td>
      <td class="number" data-label={t().columnAttendance}>
        {t().attendedOf(props.workshop.attended, props.workshop.invited)}
      </td>
      <td class="number" data-label={t().columnEntries}>
        {formatNumber(props.workshop.entries, locale())}
      </td>
    </tr>
  );
}

export function WorkshopListPage(): JSX.Element {
  const t = textsOf(workshopTexts);
  const { policy } = usePolicy();
  usePolicyPlace(() => t().title);
  const list = createRemote(
    () => policy().id,
    (policyId, signal) => listWorkshops(policyId, signal),
  );
  return (
    <PolicyFrame>
      <Loaded remote={list} withHeading>
        {(data) => (
          <>
            <header class="page-head">
              <div>
                <h1>{t().title}</h1>
                <p class="lead">{t().lead}</p>
              </div>
              <Show when={data().mayManage && data().consultations.length > 0 && data().items.length > 0}>
                <ButtonLink href={policyHref(policy().id, "/lokakarya/baru")} look="primary">
                  {t().plan}
                </ButtonLink>
              </Show>
            </header>
            <Show
              when={data().items.length > 0}
              fallback={
                <EmptyState
                  title={t().emptyTitle}
                  text={data().consultations.length > 0 ? t().emptyText : t().noConsultation}
                >
                  <Show
                    when={data().consultations.length > 0}
                    fallback={
                      <ButtonLink href={policyHref(policy().id, "/konsultasi")}>
                        {t().toConsultations}
                      </ButtonLink>
                    }
                  >
                    <Show when={data().mayManage}>
                      <ButtonLink href={policyHref(policy().id, "/lokakarya/baru")} look="primary">
                        {t().plan}
                      </ButtonLink>
                    </Show>
                  </Show>
                </EmptyState>
              }
            >
              <table class="table">
                <thead>
                  <tr>
                    <th scope="col">{t().columnWorkshop}</th>
                    <th scope="col">{t().columnWhen}</th>
                    <th scope="col">{t().columnState}</th>
                    <th scope="col" class="number">
                      {t().columnAttendance}
                    </th>
                    <th scope="col" class="number">
                      {t().columnEntries}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  <For each={data().items}>{(workshop) => <Row workshop={workshop} />}</For>
                </tbody>
              </table>
            </Show>
          </>
        )}
      </Loaded>
    </PolicyFrame>
  );
}
