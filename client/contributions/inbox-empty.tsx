/** Why the list is empty, and what to do then. */
import { Match, Switch, type JSX } from "solid-js";
import { usePolicy } from "../policies/policy-context.tsx";
import { policyHref } from "../policies/policy-frame.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { textsOf } from "../ui/locale.ts";
import { inboxTexts } from "./inbox.intl.ts";
import { countFilters, type InboxFilters } from "./inbox-url.ts";

export function InboxEmpty(props: {
  received: number;
  filters: InboxFilters;
  onShowAll: () => void;
}): JSX.Element {
  const t = textsOf(inboxTexts);
  const { policy } = usePolicy();
  const showAll = () => <Button onClick={() => props.onShowAll()}>{t().showAll}</Button>;
  return (
    <Switch
      fallback={
        <EmptyState title={t().nothingFoundTitle} text={t().nothingFoundText}>
          {showAll()}
        </EmptyState>
      }
    >
      <Match when={props.received === 0}>
        <EmptyState title={t().emptyTitle} text={t().emptyText}>
          <ButtonLink href={policyHref(policy().id, "/konsultasi")}>{t().emptyAct}</ButtonLink>
        </EmptyState>
      </Match>
      <Match when={props.filters.state === "open" && countFilters(props.filters) === 0}>
        <EmptyState title={t().allAnsweredTitle} text={t().allAnsweredText}>
          {showAll()}
        </EmptyState>
      </Match>
    </Switch>
  );
}
