/** Two texts of a policy side by side, clause by clause. */
import { useSearchParams } from "@solidjs/router";
import { createMemo, createSignal, For, onCleanup, onMount, Show, type JSX } from "solid-js";
import type { ComparisonCount } from "../../domain/versions/compare.ts";
import type { ComparisonView } from "../../domain/versions/versions.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { PolicyFrame, policyHref, usePolicyPlace } from "../policies/policy-frame.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { formatNumber } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { groupRows } from "./compare-groups.ts";
import { ComparePicker } from "./compare-picker.tsx";
import { CompareRow, UnchangedRows } from "./compare-row.tsx";
import { compareTexts } from "./compare.intl.ts";
import "./compare.css";
import { listVersions, readComparison } from "./version-api.ts";
import { versionTexts } from "./versions.intl.ts";
import "./versions.css";

const COUNTED = [
  "words",
  "new",
  "removed",
  "moved",
  "split",
  "merged",
  "form",
  "renumbered",
  "unchanged",
] as const satisfies readonly (keyof ComparisonCount)[];

const END = /^(?:live|[1-9][0-9]{0,8})$/;
const parseEnd = (value: string | undefined): string | undefined =>
  value !== undefined && END.test(value) ? value : undefined;

function Summary(props: { counts: ComparisonCount }): JSX.Element {
  const t = textsOf(compareTexts);
  const shown = () => COUNTED.filter((fact) => props.counts[fact] > 0);
  return (
    <ul class="compare-summary numeric" aria-label={t().summary}>
      <For each={shown()}>
        {(fact) => <li>{t().count[fact](formatNumber(props.counts[fact], locale()))}</li>}
      </For>
    </ul>
  );
}

function Rows(props: { comparison: ComparisonView }): JSX.Element {
  const t = textsOf(compareTexts);
  const [current, setCurrent] = createSignal(0);
  const groups = createMemo(() => groupRows(props.comparison.rows));
  const total = createMemo(() => groups().filter((group) => group.type === "change").length);
  const number = (value: number) => formatNumber(value, locale());

  function goTo(at: number): void {
    const next = Math.min(Math.max(at, 1), total());
    setCurrent(next);
    const row = document.getElementById(`perubahan-${next}`);
    row?.focus({ preventScroll: true });
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    row?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }

  // With Alt, so that no single letter acts while one reads or dictates (WCAG 2.1.4).
  const onKey = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    goTo(current() + (event.key === "ArrowDown" ? 1 : -1));
  };
  onMount(() => document.addEventListener("keydown", onKey));
  onCleanup(() => document.removeEventListener("keydown", onKey));

  return (
    <Show when={total() > 0} fallback={<EmptyState title={t().same} text={t().sameText} />}>
      <div class="compare-bar no-print">
        <Summary counts={props.comparison.counts} />
        <div class="row">
          <span class="small quiet numeric" classList={{ "only-wide": current() === 0 }} role="status">
            {current() > 0 ? t().position(number(current()), number(total())) : t().keys}
          </span>
          <Button size="small" aria-disabled={current() <= 1} onClick={() => goTo(current() - 1)}>
            {t().previous}
          </Button>
          <Button size="small" aria-disabled={current() >= total()} onClick={() => goTo(current() + 1)}>
            {t().next}
          </Button>
        </div>
      </div>
      <div class="compare" role="region" aria-label={t().table}>
        <For each={groups()}>
          {(group) =>
            group.type === "change" ? (
              <CompareRow row={group.row} id={`perubahan-${group.at}`} current={current() === group.at} />
            ) : (
              <UnchangedRows rows={group.rows} count={number(group.rows.length)} />
            )
          }
        </For>
      </div>
    </Show>
  );
}

export function ComparePage(): JSX.Element {
  const t = textsOf(compareTexts);
  const words = textsOf(versionTexts);
  const { policy } = usePolicy();
  const [query] = useSearchParams<{ dari?: string; ke?: string }>();
  usePolicyPlace(() => t().title);
  const versions = createRemote(
    () => policy().id,
    (policyId, signal) => listVersions(policyId, undefined, signal),
  );
  const newest = () => versions.data()?.items[0]?.number;
  const from = () => parseEnd(query.dari) ?? newest()?.toString();
  const to = () => parseEnd(query.ke) ?? "live";
  const comparison = createRemote(
    () => {
      const ends = { from: from(), to: to() };
      return ends.from === undefined ? undefined : { policyId: policy().id, from: ends.from, to: ends.to };
    },
    (wanted, signal) => readComparison(wanted.policyId, wanted.from, wanted.to, signal),
  );

  return (
    <PolicyFrame>
      <header>
        <h1>{t().title}</h1>
        <p class="quiet">{t().lead}</p>
      </header>
      <Loaded remote={versions} lines={3}>
        {(data) => (
          <Show
            when={data().items.length > 0}
            fallback={
              <EmptyState title={t().noVersionsTitle} text={t().noVersionsText}>
                <ButtonLink href={policyHref(policy().id)}>{words().toText}</ButtonLink>
              </EmptyState>
            }
          >
            <ComparePicker versions={data().items} from={from()} to={to()} />
            <Loaded remote={comparison} lines={12}>
              {(result) => <Rows comparison={result()} />}
            </Loaded>
          </Show>
        )}
      </Loaded>
    </PolicyFrame>
  );
}
