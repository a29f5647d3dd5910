/** The consultations of a policy, newest window first. */
import { A } from "@solidjs/router";
import { For, Show, type JSX } from "solid-js";
import type { ConsultationItem } from "../../domain/consultations/consultations.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { PolicyFrame, policyHref, usePolicyPlace } from "../policies/policy-frame.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { formatDateTime, formatNumber } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { listVersions } from "../versions/version-api.ts";
import { listConsultations } from "./consultation-api.ts";
import { consultationTexts } from "./consultations.intl.ts";
import "./consultations.css";
import { PhaseMark } from "./phase-mark.tsx";
import { useMay } from "./use-may.ts";

export const consultationHref = (policyId: string, rest = ""): string =>
  policyHref(policyId, `/konsultasi${rest}`);

function Row(props: { item: ConsultationItem }): JSX.Element {
  const t = textsOf(consultationTexts);
  const { policy } = usePolicy();
  const time = (at: number) => formatDateTime(at, locale(), policy().authority.timeZone);
  return (
    <tr>
      <th scope="row">
        <A href={consultationHref(policy().id, `/${props.item.id}`)}>{props.item.title}</A>
      </th>
      <td>
        <PhaseMark phase={props.item.phase} />
      </td>
      <td data-label={t().columnWindow}>{t().fromTo(time(props.item.opensAt), time(props.item.closesAt))}</td>
      <td data-label={t().columnVersion}>{props.item.version.number}</td>
      <td class="number" data-label={t().columnReceived}>
        {formatNumber(props.item.received, locale())}
      </td>
    </tr>
  );
}

function NothingYet(props: { hasVersion: boolean }): JSX.Element {
  const t = textsOf(consultationTexts);
  const { policy } = usePolicy();
  const mayManage = useMay("consultation.manage");
  return (
    <Show
      when={props.hasVersion || !mayManage()}
      fallback={
        <EmptyState title={t().noVersionTitle} text={t().noVersionText}>
          <ButtonLink look="primary" href={policyHref(policy().id)}>
            {t().toText}
          </ButtonLink>
        </EmptyState>
      }
    >
      <EmptyState title={t().emptyTitle} text={mayManage() ? t().emptyText : t().emptyTextReader}>
        <Show when={mayManage()}>
          <ButtonLink look="primary" href={consultationHref(policy().id, "/baru")}>
            {t().create}
          </ButtonLink>
        </Show>
      </EmptyState>
    </Show>
  );
}

export function ConsultationListPage(): JSX.Element {
  const t = textsOf(consultationTexts);
  const { policy } = usePolicy();
  const mayManage = useMay("consultation.manage");
  usePolicyPlace(() => t().title);
  const remote = createRemote(
    () => policy().id,
    async (policyId, signal) => {
      const [{ items }, versions] = await Promise.all([
        listConsultations(policyId, signal),
        listVersions(policyId, undefined, signal),
      ]);
      return { items, hasVersion: versions.items.length > 0 };
    },
  );
  return (
    <PolicyFrame>
      <div class="page-head">
        <header>
          <h1>{t().title}</h1>
          <p class="quiet">{t().lead}</p>
        </header>
        <Show when={mayManage() && (remote.data()?.items.length ?? 0) > 0}>
          <ButtonLink look="primary" href={consultationHref(policy().id, "/baru")}>
            {t().create}
          </ButtonLink>
        </Show>
      </div>
      <Loaded remote={remote}>
        {(data) => (
          <Show when={data().items.length > 0} fallback={<NothingYet hasVersion={data().hasVersion} />}>
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">{t().columnTitle}</th>
                  <th scope="col">{t().columnPhase}</th>
                  <th scope="col">{t().columnWindow}</th>
                  <th scope="col">{t().columnVersion}</th>
                  <th scope="col" class="number">
                    {t().columnReceived}
                  </th>
                </tr>
              </thead>
              <tbody>
                <For each={data().items}>{(item) => <Row item={item} />}</For>
              </tbody>
            </table>
          </Show>
        )}
      </Loaded>
    </PolicyFrame>
  );
}
