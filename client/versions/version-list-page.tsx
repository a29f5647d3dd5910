/** The frozen versions of a policy, newest first. Freezing is done where one writes, in the editor. */
import { A } from "@solidjs/router";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { versionStandings, type ApprovalStatus } from "../../domain/reviews/approval.ts";
import type { VersionView } from "../../domain/versions/versions.contract.ts";
import { createPages } from "../api/create-pages.ts";
import { createRemote } from "../api/create-remote.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { PolicyFrame, policyHref, usePolicyPlace } from "../policies/policy-frame.tsx";
import { ApprovalMark } from "../reviews/approval-mark.tsx";
import { listReviews } from "../reviews/review-api.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { formatDateTime } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { MoreButton } from "../ui/more-button.tsx";
import { compareHref, ComparePicker } from "./compare-picker.tsx";
import { HashMark } from "./hash-mark.tsx";
import { RestoreDialog } from "./restore-dialog.tsx";
import { listVersions } from "./version-api.ts";
import { versionTexts } from "./versions.intl.ts";
import "./versions.css";

function Row(props: {
  version: VersionView;
  /** How the newest round of this very text ended, or that it is under way. */
  approval: ApprovalStatus | undefined;
  onRestore: () => void;
}): JSX.Element {
  const t = textsOf(versionTexts);
  const { policy } = usePolicy();
  const number = () => props.version.number;
  return (
    <tr>
      <th scope="row">
        <A href={policyHref(policy().id, `/versi/${number()}`)}>
          {t().versionNumber(number())}: {props.version.label}
        </A>
        <Show when={props.approval}>
          {(status) => (
            <span class="block">
              <ApprovalMark status={status()} />
            </span>
          )}
        </Show>
        <Show when={props.version.erasedAt}>
          <span class="block small quiet">{t().erased}</span>
        </Show>
        <Show when={props.version.note}>
          <p class="version-note">{props.version.note}</p>
        </Show>
      </th>
      <td data-label={t().columnFrozenBy}>{props.version.author.name}</td>
      <td class="when" data-label={t().columnTime}>
        {formatDateTime(props.version.at, locale(), policy().authority.timeZone)}
      </td>
      <td data-label={t().columnHash}>
        <HashMark hash={props.version.hash} name={t().hashOf(number())} />
      </td>
      <td class="actions">
        <A
          class="button plain small"
          href={compareHref(policy().id, number(), "live")}
          aria-label={`${t().compareWithLive}: ${t().versionNumber(number())}`}
        >
          {t().compareWithLive}
        </A>
        <Show when={policy().may.restore}>
          <Button
            look="plain"
            size="small"
            aria-label={`${t().restore}: ${t().versionNumber(number())}`}
            onClick={() => props.onRestore()}
          >
            {t().restore}
          </Button>
        </Show>
      </td>
    </tr>
  );
}

export function VersionListPage(): JSX.Element {
  const t = textsOf(versionTexts);
  const { policy } = usePolicy();
  usePolicyPlace(() => t().title);
  const pages = createPages(
    () => policy().id,
    (policyId, cursor, signal) => listVersions(policyId, cursor, signal),
  );
  const [restoring, setRestoring] = createSignal<VersionView>();
  const reviews = createRemote(
    () => policy().id,
    (policyId, signal) => listReviews(policyId, signal),
  );
  const approvals = createMemo(() => versionStandings(reviews.data()?.items ?? []));

  return (
    <PolicyFrame>
      <header>
        <h1>{t().title}</h1>
        <p class="quiet">{t().lead}</p>
      </header>
      <Loaded remote={pages.first}>
        {() => (
          <Show
            when={pages.items().length > 0}
            fallback={
              <EmptyState title={t().emptyTitle} text={t().emptyText}>
                <ButtonLink href={policyHref(policy().id)}>{t().toText}</ButtonLink>
              </EmptyState>
            }
          >
            <table class="table versions">
              <thead>
                <tr>
                  <th scope="col">{t().columnVersion}</th>
                  <th scope="col">{t().columnFrozenBy}</th>
                  <th scope="col">{t().columnTime}</th>
                  <th scope="col">{t().columnHash}</th>
                  <th scope="col">
                    <span class="visually-hidden">{t().columnActions}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                <For each={pages.items()}>
                  {(version) => (
                    <Row
                      version={version}
                      approval={approvals().get(version.hash)}
                      onRestore={() => setRestoring(version)}
                    />
                  )}
                </For>
              </tbody>
            </table>
            <MoreButton pages={pages} />
            <section class="stack-small">
              <h2>{t().pick}</h2>
              <ComparePicker versions={pages.items()} />
            </section>
          </Show>
        )}
      </Loaded>
      <Show when={restoring()} keyed>
        {(version) => <RestoreDialog version={version} open onClose={() => setRestoring(undefined)} />}
      </Show>
    </PolicyFrame>
  );
}
