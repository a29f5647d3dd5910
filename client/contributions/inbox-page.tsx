/** The inbox: filters, list, and the input with its answer. `/kerja/rancangan/:policyId/masukan` */
import { useSearchParams } from "@solidjs/router";
import { createMemo, createSignal, Show, type JSX } from "solid-js";
import {
  INBOX_ORDERS,
  MAX_AT_ONCE,
  type ContributionItem,
} from "../../domain/contributions/contributions.contract.ts";
import { isOpen } from "../../domain/contributions/handling.ts";
import type { ContributionId } from "../../domain/ids.ts";
import { useSession } from "../accounts/session.tsx";
import { createRemote } from "../api/create-remote.ts";
import { readTemplates } from "../dispositions/disposition-api.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { PolicySections, usePolicyPlace } from "../policies/policy-frame.tsx";
import { DocumentsDialog } from "../exports/documents-dialog.tsx";
import { Button } from "../ui/button.tsx";
import { formatNumber } from "../ui/format.ts";
import { useCalmRefresh } from "../ui/calm-refresh.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { createMediaMatch } from "../ui/media-match.ts";
import { Modal } from "../ui/modal.tsx";
import { showToast } from "../ui/toasts.tsx";
import { listVersions } from "../versions/version-api.ts";
import { BulkPanel } from "./bulk-panel.tsx";
import { DetailPane } from "./detail-pane.tsx";
import { InboxBar } from "./inbox-bar.tsx";
import { listAssignees } from "./contribution-api.ts";
import { createCommandSlot, createInboxList, InboxContext, type InboxValue } from "./inbox-context.tsx";
import { InboxEmpty } from "./inbox-empty.tsx";
import { InboxFilterPanel } from "./inbox-filters.tsx";
import { keyPlaceOf } from "./inbox-keys.ts";
import { InboxRows, rowId } from "./inbox-list.tsx";
import { inboxTexts } from "./inbox.intl.ts";
import { addressOf, readInboxView, type InboxFilters } from "./inbox-url.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import { useInboxKeys } from "./use-inbox-keys.ts";
import "./inbox.css";

/** The style sheet knows the same two. */
const FILTERS_BESIDE = "(min-width: 76rem)";
const LIST_BESIDE = "(min-width: 60rem)";

export function InboxPage(): JSX.Element {
  const t = textsOf(inboxTexts);
  const { policy } = usePolicy();
  const account = useSession().account;
  const [params, setParams] = useSearchParams();
  const filtersBeside = createMediaMatch(FILTERS_BESIDE);
  const listBeside = createMediaMatch(LIST_BESIDE);
  const [filtersOpen, setFiltersOpen] = createSignal(false);
  const [keysOpen, setKeysOpen] = createSignal(false);
  const [documentsOpen, setDocumentsOpen] = createSignal(false);
  /** On a phone the chosen ones are handled on a view of their own. */
  const [handling, setHandling] = createSignal(false);
  const [selection, setSelection] = createSignal<ReadonlyMap<ContributionId, ContributionItem | undefined>>(
    new Map(),
  );
  usePolicyPlace(() => t().title);

  const view = createMemo(() => readInboxView(params));
  const same = <T,>(a: T, b: T) => JSON.stringify(a) === JSON.stringify(b);
  const search = createMemo(() => ({ filters: view().filters, order: view().order }), undefined, {
    equals: same,
  });
  const consultationFilter = () => {
    const { consultation } = view().filters;
    return consultation === "none" ? undefined : consultation;
  };
  const openId = createMemo(() => view().openId);
  const list = createInboxList(() => policy().id, search);
  const slot = createCommandSlot();
  const versions = createRemote(
    () => policy().id,
    (id, signal) => listVersions(id, undefined, signal),
  );
  const templates = createRemote(
    () => ({ id: policy().id, locale: locale() }),
    ({ id }, signal) => readTemplates(id, signal),
  );
  const assignees = createRemote(
    () => policy().id,
    (id, signal) => listAssignees(id, signal),
  );
  useCalmRefresh(list.recount);

  const focusSoon = (id: string) =>
    requestAnimationFrame(() => {
      const element = document.getElementById(id);
      element?.focus({ preventScroll: true });
      element?.scrollIntoView({ block: "nearest" });
    });

  const open: InboxValue["open"] = (id, how) => {
    // Beside the list one looks through many: each would be a step of the browser's way back.
    setParams(addressOf({ ...view(), openId: id }), { replace: listBeside(), scroll: !listBeside() });
    if (!listBeside())
      focusSoon(id === undefined ? rowId(openId() ?? ("" as ContributionId)) : "masukan-judul");
    else if (how?.focusRow && id !== undefined) focusSoon(rowId(id));
  };
  const change = (filters: InboxFilters, order = view().order) => {
    setSelection(new Map());
    setParams(addressOf({ filters, order, openId: undefined }), { scroll: false });
  };

  async function step(by: 1 | -1): Promise<void> {
    const here = list.items().findIndex(({ id }) => id === openId());
    const at = here < 0 && by === 1 ? 0 : here + by;
    if (at >= list.items().length && list.pages.hasMore()) await list.pages.loadMore();
    const next = list.items()[at];
    if (next) open(next.id, { focusRow: true });
  }
  async function openNextWaiting(after: readonly ContributionId[]): Promise<boolean> {
    const done = new Set(after);
    const waits = ({ id, state }: ContributionItem) => isOpen(state) && !done.has(id);
    const from = Math.max(...after.map((id) => list.items().findIndex((item) => item.id === id)));
    const later = () =>
      list
        .items()
        .slice(from + 1)
        .find(waits);
    if (!later() && list.pages.hasMore()) await list.pages.loadMore().catch(() => undefined);
    const next = later() ?? list.items().find(waits);
    if (next) {
      open(next.id, { focusRow: true });
      return true;
    }
    showToast(t().noneLeft);
    open(listBeside() ? after[0] : undefined, { focusRow: true });
    return false;
  }

  const value: InboxValue = {
    ...list,
    policyId: () => policy().id,
    openId,
    open,
    openNextWaiting,
    selected: createMemo(() => new Set(selection().keys())),
    selectedItems: createMemo(() => {
      const shown = new Map(list.items().map((item) => [item.id, item]));
      return [...selection()].flatMap(([id, kept]) => shown.get(id) ?? kept ?? []);
    }),
    select: (ids, on, items = []) =>
      setSelection((before) => {
        const known = new Map([...items, ...list.items()].map((item) => [item.id, item]));
        const next = new Map(before);
        for (const id of ids) {
          if (!on) next.delete(id);
          else if (next.size < MAX_AT_ONCE) next.set(id, known.get(id));
        }
        return next;
      }),
    clearSelection: () => {
      setHandling(false);
      setSelection(new Map());
    },
    registerAnswer: slot.register,
    versions: () => versions.data()?.items ?? [],
    templates: () => templates.data()?.items ?? [],
    assignees: () => assignees.data()?.items ?? [],
  };
  const many = () => value.selected().size > 0 && (listBeside() || handling());

  useInboxKeys({
    next: () => void step(1),
    previous: () => void step(-1),
    select: () => {
      const id = openId();
      const may = list.head()?.may;
      if (id && (may?.triage || may?.answer)) value.select([id], !value.selected().has(id));
    },
    help: () => setKeysOpen(true),
    back: () => {
      const id = openId();
      if (id && listBeside()) focusSoon(rowId(id));
      else if (id && keyPlaceOf(document.activeElement) !== "typing") open(undefined);
    },
    commands: () => slot.of(many() ? null : openId()),
  });

  const filterPanel = () => (
    <InboxFilterPanel
      facets={list.head()?.facets}
      filters={view().filters}
      ownId={account().id}
      onChange={(filters) => change(filters)}
    />
  );
  const showsList = () => listBeside() || (openId() === undefined && !many());
  const showsDetail = () => listBeside() || !showsList();
  const number = (n: number) => formatNumber(n, locale());

  return (
    <InboxContext.Provider value={value}>
      <div class="inbox">
        <div class="inbox-sections no-print">
          <PolicySections />
        </div>
        <Show when={showsList()} fallback={<h1 class="visually-hidden">{t().title}</h1>}>
          <InboxBar
            filters={view().filters}
            order={view().order}
            onSearch={(q) => {
              const { q: _, ...rest } = view().filters;
              change(q === "" ? rest : { ...rest, q });
            }}
            onOrder={(order) =>
              change(view().filters, INBOX_ORDERS.find((each) => each === order) ?? "newest")
            }
            onFilters={filtersBeside() ? undefined : () => setFiltersOpen(true)}
            onKeys={() => setKeysOpen(true)}
            onDocuments={() => setDocumentsOpen(true)}
          />
        </Show>
        <div class="inbox-panes">
          <Show when={filtersBeside()}>
            <nav class="inbox-filters" aria-label={t().filters}>
              {filterPanel()}
            </nav>
          </Show>
          <Show when={showsList()}>
            <section class="inbox-list" aria-label={t().list}>
              <Show when={list.arrived() > 0}>
                <p class="notice row inbox-arrived" role="status">
                  {t().arrived(number(list.arrived()))}
                  <Button size="small" onClick={list.reload}>
                    {t().showArrived}
                  </Button>
                </p>
              </Show>
              <Show when={value.selected().size > 0}>
                <p class="row inbox-picked">
                  <span role="status">{t().picked(number(value.selected().size))}</span>
                  <Show when={!listBeside()}>
                    <Button size="small" onClick={() => setHandling(true)}>
                      {t().handlePicked}
                    </Button>
                  </Show>
                  <Button
                    size="small"
                    look="plain"
                    onClick={() =>
                      value.select(
                        list.items().map(({ id }) => id),
                        true,
                      )
                    }
                  >
                    {t().pickAll}
                  </Button>
                  <Button size="small" look="plain" onClick={value.clearSelection}>
                    {t().unpick}
                  </Button>
                </p>
              </Show>
              <Loaded remote={list.pages.first} lines={12}>
                {() => (
                  <Show
                    when={list.items().length > 0}
                    fallback={
                      <InboxEmpty
                        received={list.head()?.received ?? 0}
                        filters={view().filters}
                        onShowAll={() => change({})}
                      />
                    }
                  >
                    <InboxRows />
                  </Show>
                )}
              </Loaded>
            </section>
          </Show>
          <Show when={showsDetail()}>
            <section class="inbox-detail" aria-label={t().detail}>
              <Show when={!listBeside()}>
                <div class="row inbox-back">
                  <Button
                    onClick={() => {
                      setHandling(false);
                      open(undefined);
                    }}
                  >
                    {t().back}
                  </Button>
                </div>
              </Show>
              <Show when={many()} fallback={<DetailPane />}>
                <BulkPanel />
              </Show>
            </section>
          </Show>
        </div>
      </div>
      <Modal
        open={filtersOpen()}
        onClose={() => setFiltersOpen(false)}
        title={t().filters}
        actions={
          <Button look="primary" onClick={() => setFiltersOpen(false)}>
            {t().showResult(number(list.head()?.total ?? 0))}
          </Button>
        }
      >
        <div class="inbox-filters">{filterPanel()}</div>
      </Modal>
      <KeysDialog open={keysOpen()} onClose={() => setKeysOpen(false)} />
      <DocumentsDialog
        open={documentsOpen()}
        onClose={() => setDocumentsOpen(false)}
        policyId={policy().id}
        consultation={consultationFilter()}
      />
    </InboxContext.Provider>
  );
}
