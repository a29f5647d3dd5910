/** The filters of the inbox, each value with how many inputs it would leave. */
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { CHANNELS, CONTRIBUTION_STATES, STANCES } from "../../domain/contributions/contribution.ts";
import type { ContributionFacets } from "../../domain/contributions/contributions.contract.ts";
import { OPEN_STATES } from "../../domain/contributions/handling.ts";
import { STANDINGS } from "../../domain/contributions/standing.ts";
import { OUTCOMES } from "../../domain/dispositions/disposition.ts";
import { dispositionWords } from "../dispositions/dispositions.intl.ts";
import { Button } from "../ui/button.tsx";
import { formatNumber } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { contributionWords } from "./contributions.intl.ts";
import { inboxTexts } from "./inbox.intl.ts";
import { countFilters, type InboxFilters } from "./inbox-url.ts";
import { visibleClauses } from "./clause-choices.ts";

interface Option {
  /** Undefined: lets everything through. */
  readonly value: string | undefined;
  readonly label: string;
  readonly count: number | undefined;
  readonly depth?: number;
  /** Names of clauses are in the language of the law. */
  readonly law?: true;
}

/** More are folded, but for what holds now. */
const FEW = 8;

function FilterGroup(props: {
  title: string;
  options: readonly Option[];
  value: string | undefined;
  /** One of the options lets everything through. */
  withEvery?: boolean;
  onChoose: (value: string | undefined) => void;
}): JSX.Element {
  const t = textsOf(inboxTexts);
  const [whole, setWhole] = createSignal(false);
  // What would leave nothing is not offered, unless it is what holds now.
  const useful = () =>
    props.options.filter(({ value, count }) => value === undefined || value === props.value || count !== 0);
  const shown = () =>
    useful().filter(
      ({ value }, at) => whole() || at < FEW || useful().length === FEW + 1 || value === props.value,
    );
  const hidden = () => useful().length - shown().length;
  const choose = (value: string | undefined) =>
    props.onChoose(value === props.value && !props.withEvery ? undefined : value);
  const option = (each: Option) => (
    <li>
      <button
        type="button"
        class="filter-option"
        style={{ "--depth": String(each.depth ?? 0) }}
        aria-pressed={props.value === each.value}
        onClick={() => choose(each.value)}
      >
        <span class="filter-label" lang={each.law ? "id" : undefined} title={each.label}>
          {each.label}
        </span>
        <Show when={each.count !== undefined}>
          <span class="numeric">{formatNumber(each.count ?? 0, locale())}</span>
        </Show>
      </button>
    </li>
  );
  return (
    <Show when={useful().length > 1 || props.value !== undefined}>
      <section class="filter-group">
        <h2>{props.title}</h2>
        <ul>
          <For each={shown()}>{option}</For>
          <Show when={hidden() > 0}>
            <li>
              <button type="button" class="filter-option filter-more" onClick={() => setWhole(true)}>
                {t().moreOptions(formatNumber(hidden(), locale()))}
              </button>
            </li>
          </Show>
          <Show when={!props.withEvery && props.value !== undefined}>
            {option({ value: undefined, label: t().everything, count: undefined })}
          </Show>
        </ul>
      </section>
    </Show>
  );
}

export function InboxFilterPanel(props: {
  facets: ContributionFacets | undefined;
  filters: InboxFilters;
  ownId: string;
  onChange: (filters: InboxFilters) => void;
}): JSX.Element {
  const t = textsOf(inboxTexts);
  const words = textsOf(contributionWords);
  const answers = textsOf(dispositionWords);

  /** Options of a filter whose values are known beforehand. */
  const known = <Value extends string>(
    values: readonly Value[],
    names: Readonly<Record<Value, string>>,
    counts: Readonly<Record<Value, number>>,
  ): Option[] => values.map((value) => ({ value, label: names[value], count: counts[value] }));
  const set = (name: keyof InboxFilters) => (value: string | undefined) => {
    const next: Record<string, unknown> = { ...props.filters };
    if (value === undefined || next[name] === value) delete next[name];
    else next[name] = value;
    props.onChange(next as InboxFilters);
  };
  const found = (name: "group" | "consultation" | "assignee", nothing: string): Option[] =>
    (props.facets?.[name] ?? []).map(({ value, name: label, count }) => ({
      value,
      label: value === "none" ? nothing : label,
      count,
    }));
  const assignees = (): Option[] => {
    const all = found("assignee", t().nobody);
    const mine = all.find(({ value }) => value === props.ownId);
    return [
      { value: "me", label: t().mine, count: mine?.count ?? 0 },
      ...all.filter(({ value }) => value !== props.ownId),
    ];
  };
  const clauses = createMemo((): Option[] =>
    visibleClauses(props.facets?.clause ?? [], props.filters.cid).map((clause) => ({
      value: clause.cid,
      label: [clause.citation, clause.gone ? `(${t().gone})` : clause.words].filter(Boolean).join(" "),
      count: clause.count,
      depth: clause.depth,
      law: true,
    })),
  );

  return (
    <Show when={props.facets}>
      {(facets) => (
        <>
          <Show when={countFilters(props.filters) > 0}>
            <Button size="small" onClick={() => props.onChange({ state: "open" })}>
              {t().clearFilters}
            </Button>
          </Show>
          <FilterGroup
            title={t().group.state}
            withEvery
            value={props.filters.state}
            onChoose={(value) => props.onChange({ ...without(props.filters, "state"), ...stateOf(value) })}
            options={[
              {
                value: "open",
                label: words().state.open,
                count: OPEN_STATES.reduce((sum, state) => sum + facets().state[state], 0),
              },
              ...known(CONTRIBUTION_STATES, words().state, facets().state),
              { value: undefined, label: t().everything, count: undefined },
            ]}
          />
          <FilterGroup
            title={t().group.assignee}
            value={props.filters.assignee}
            onChoose={set("assignee")}
            options={assignees()}
          />
          <FilterGroup
            title={t().group.clause}
            value={props.filters.cid}
            onChoose={set("cid")}
            options={clauses()}
          />
          <FilterGroup
            title={t().group.group}
            value={props.filters.group}
            onChoose={set("group")}
            options={found("group", t().noGroup)}
          />
          <FilterGroup
            title={t().group.channel}
            value={props.filters.channel}
            onChoose={set("channel")}
            options={known(CHANNELS, words().channel, facets().channel)}
          />
          <FilterGroup
            title={t().group.stance}
            value={props.filters.stance}
            onChoose={set("stance")}
            options={known([...STANCES, "none"] as const, words().stance, facets().stance)}
          />
          <FilterGroup
            title={t().group.standing}
            value={props.filters.standing}
            onChoose={set("standing")}
            options={known(STANDINGS, words().standing, facets().standing)}
          />
          <FilterGroup
            title={t().group.outcome}
            value={props.filters.outcome}
            onChoose={set("outcome")}
            options={[
              ...known(OUTCOMES, answers().outcome, facets().outcome),
              { value: "none", label: t().noAnswer, count: facets().outcome.none },
            ]}
          />
          <FilterGroup
            title={t().group.consultation}
            value={props.filters.consultation}
            onChoose={set("consultation")}
            options={found("consultation", t().noConsultation)}
          />
        </>
      )}
    </Show>
  );
}

const without = (filters: InboxFilters, name: keyof InboxFilters): InboxFilters =>
  Object.fromEntries(Object.entries(filters).filter(([key]) => key !== name));

const stateOf = (value: string | undefined): Pick<InboxFilters, "state"> =>
  value === undefined ? {} : { state: value as NonNullable<InboxFilters["state"]> };
