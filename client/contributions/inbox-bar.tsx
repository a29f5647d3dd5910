/** The bar of the inbox: how much there is, search, order, filters on narrow screens, keys. */
import { createEffect, createSignal, on, Show, type JSX } from "solid-js";
import { INBOX_ORDERS } from "../../domain/contributions/contributions.contract.ts";
import { documentTexts } from "../exports/exports.intl.ts";
import { Button } from "../ui/button.tsx";
import { formatNumber } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { useInbox } from "./inbox-context.tsx";
import { inboxTexts } from "./inbox.intl.ts";
import { countFilters, type InboxFilters } from "./inbox-url.ts";

export function InboxBar(props: {
  filters: InboxFilters;
  order: string;
  onSearch: (q: string) => void;
  onOrder: (order: string) => void;
  onFilters?: (() => void) | undefined;
  onKeys: () => void;
  onDocuments: () => void;
}): JSX.Element {
  const t = textsOf(inboxTexts);
  const documents = textsOf(documentTexts);
  const inbox = useInbox();
  const number = (value: number) => formatNumber(value, locale());
  /** Of all: the figures of states are of what the other filters let through. */
  const answered = () => {
    const state = inbox.head()?.facets?.state;
    const whole = Object.keys(props.filters).every((name) => name === "state");
    return state && whole ? state.answered + state.published : undefined;
  };
  const [typed, setTyped] = createSignal(props.filters.q ?? "");
  createEffect(
    on(
      () => props.filters.q,
      (q) => setTyped(q ?? ""),
      { defer: true },
    ),
  );
  return (
    <header class="inbox-bar no-print">
      <h1>{t().title}</h1>
      <Show when={inbox.head()}>
        {(head) => (
          <div class="inbox-found small quiet numeric">
            <p role="status">{t().found(number(head().total), number(head().received))}</p>
            <Show when={answered()}>
              {(done) => (
                <p class="inbox-progress">
                  <progress class="progress" max={head().received} value={done()} aria-hidden="true" />
                  {t().progress(number(done()), number(head().received))}
                </p>
              )}
            </Show>
          </div>
        )}
      </Show>
      <form
        class="inbox-search"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          props.onSearch(typed().trim());
        }}
      >
        <input
          class="input"
          type="search"
          maxLength={200}
          aria-label={t().search}
          placeholder={t().searchShort}
          value={typed()}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onChange={(event) => event.currentTarget.value === "" && props.onSearch("")}
        />
        <Button type="submit">{t().searchAct}</Button>
      </form>
      <select
        class="input inbox-order"
        aria-label={t().order}
        onChange={(event) => props.onOrder(event.currentTarget.value)}
      >
        {INBOX_ORDERS.map((order) => (
          <option value={order} selected={order === props.order}>
            {t().orderName[order]}
          </option>
        ))}
      </select>
      <Show when={props.onFilters}>
        {(openFilters) => (
          <Button onClick={() => openFilters()()}>{t().filtersCount(countFilters(props.filters))}</Button>
        )}
      </Show>
      <Button look="plain" onClick={() => props.onDocuments()}>
        {documents().open}
      </Button>
      <Button look="plain" onClick={() => props.onKeys()}>
        {t().keys}
      </Button>
    </header>
  );
}
