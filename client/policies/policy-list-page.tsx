/** The first page of the workspace: the drafts one may see, newest change first. */
import { A, useSearchParams } from "@solidjs/router";
import { createSignal, For, onCleanup, onMount, Show, type JSX } from "solid-js";
import type { PolicyListItem } from "../../domain/policies/policies.contract.ts";
import { shortTitle } from "../../domain/policies/short-title.ts";
import { FirstSteps } from "../accounts/first-steps.tsx";
import { useSession } from "../accounts/session.tsx";
import { createPages } from "../api/create-pages.ts";
import { submissionLinkTexts } from "../submissions/submission-link.intl.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { TextField } from "../ui/field.tsx";
import { formatDateTime, formatNumber } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { usePlace } from "../ui/page-title.ts";
import { uiTexts } from "../ui/ui.intl.ts";
import { MoreButton } from "../ui/more-button.tsx";
import { forgetCopies } from "./forget-copies.ts";
import { policyTexts } from "./policies.intl.ts";
import "./policies.css";
import { listPolicies } from "./policy-api.ts";
import { policyHref } from "./policy-frame.tsx";
import { policyWords } from "./policy-words.intl.ts";
import { StageMark } from "./stage-mark.tsx";

const SEARCH_PAUSE_MS = 250;

function Row(props: { item: PolicyListItem }): JSX.Element {
  const t = textsOf(policyTexts);
  const words = textsOf(policyWords);
  const title = () => shortTitle(props.item.title);
  return (
    <tr>
      <th scope="row">
        <A class="policy-link" href={policyHref(props.item.id)}>
          {title().subject || words().untitled}
        </A>
        <Show when={title().formal}>
          <span class="policy-form">{title().formal}</span>
        </Show>
        <span class="small quiet block">{words().documentType[props.item.documentType]}</span>
      </th>
      <td>
        <StageMark stage={props.item.stage} />
      </td>
      <td data-label={t().columnAuthority}>{props.item.authority.name}</td>
      <td data-label={t().columnUnit}>{props.item.unit?.name ?? t().noUnit}</td>
      <td class="when" data-label={t().columnUpdated}>
        {formatDateTime(props.item.updatedAt, locale(), props.item.authority.timeZone)}
      </td>
      <td data-label={t().columnRole}>
        {props.item.relation ? words().role[props.item.relation] : t().noRole}
      </td>
    </tr>
  );
}

/** There is no draft that one may see: what to do first. */
function NoDraft(): JSX.Element {
  const t = textsOf(policyTexts);
  const submissions = textsOf(submissionLinkTexts);
  const session = useSession();
  const mayCreate = () => session.may().createPolicy;
  const empty = () => (
    <EmptyState title={t().emptyTitle} text={mayCreate() ? t().emptyText : t().emptyTextReader}>
      <Show when={mayCreate()}>
        <ButtonLink href="/kerja/baru" look="primary">
          {t().newPolicy}
        </ButtonLink>
      </Show>
      <Show when={session.account().role === "organisation"}>
        <ButtonLink href="/kerja/usulan" look="primary">
          {submissions().title}
        </ButtonLink>
      </Show>
    </EmptyState>
  );
  return (
    <Show when={session.may().administer} fallback={empty()}>
      <FirstSteps>{empty()}</FirstSteps>
    </Show>
  );
}

function Nothing(props: { search: string; onClear: () => void }): JSX.Element {
  const t = textsOf(policyTexts);
  const session = useSession();
  onMount(() => {
    forgetCopies(session.account().id).catch(() => undefined);
  });
  return (
    <Show when={props.search} fallback={<NoDraft />}>
      <EmptyState title={t().nothingFoundTitle} text={t().nothingFoundText(props.search)}>
        <Button onClick={() => props.onClear()}>{t().clearSearch}</Button>
      </EmptyState>
    </Show>
  );
}

export function PolicyListPage(): JSX.Element {
  const t = textsOf(policyTexts);
  const ui = textsOf(uiTexts);
  const session = useSession();
  const [query, setQuery] = useSearchParams<{ q?: string }>();
  const [typed, setTyped] = createSignal(query.q ?? "");
  usePlace(() => [{ text: t().listTitle }]);

  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const search = (text: string) => {
    setTyped(text);
    clearTimeout(timer);
    timer = setTimeout(() => setQuery({ q: text.trim() || null }, { replace: true }), SEARCH_PAUSE_MS);
  };

  const pages = createPages(
    () => query.q ?? "",
    (q, cursor, signal) => listPolicies(q, cursor, signal),
  );

  return (
    <div class="page">
      <header class="page-head">
        <div>
          <h1>{t().listTitle}</h1>
          <p class="lead">{t().listLead}</p>
          <Show when={session.may().administer}>
            <p class="only-narrow">
              <A href="/kerja/pengelolaan">{ui().administration}</A>
            </p>
          </Show>
        </div>
        <Show when={session.may().createPolicy && (pages.items().length > 0 || query.q)}>
          <ButtonLink href="/kerja/baru" look="primary">
            {t().newPolicy}
          </ButtonLink>
        </Show>
      </header>
      <Show when={pages.items().length > 0 || typed()}>
        <form class="search" role="search" onSubmit={(event) => event.preventDefault()}>
          <TextField
            label={t().search}
            type="search"
            optional={false}
            maxLength={200}
            value={typed()}
            onInput={search}
          />
          <p class="small quiet" role="status">
            {t().count(formatNumber(pages.items().length, locale()), pages.hasMore())}
          </p>
        </form>
      </Show>
      <Loaded remote={pages.first}>
        {() => (
          <Show
            when={pages.items().length > 0}
            fallback={<Nothing search={query.q ?? ""} onClear={() => search("")} />}
          >
            <table class="table policies">
              <thead>
                <tr>
                  <th scope="col">{t().columnTitle}</th>
                  <th scope="col">{t().columnStage}</th>
                  <th scope="col">{t().columnAuthority}</th>
                  <th scope="col">{t().columnUnit}</th>
                  <th scope="col">{t().columnUpdated}</th>
                  <th scope="col">{t().columnRole}</th>
                </tr>
              </thead>
              <tbody>
                <For each={pages.items()}>{(item) => <Row item={item} />}</For>
              </tbody>
            </table>
            <MoreButton pages={pages} />
          </Show>
        )}
      </Loaded>
    </div>
  );
}
