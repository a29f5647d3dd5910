/** The inbox in its address: filters, order and the open input, so that a view can be sent to a colleague. */
import * as v from "valibot";
import {
  INBOX_ORDERS,
  inboxFilterEntries,
  type ContributionQuery,
  type InboxOrder,
} from "../../domain/contributions/contributions.contract.ts";
import { isUlid, type ContributionId } from "../../domain/ids.ts";

type FilterName = keyof typeof inboxFilterEntries;
export type InboxFilters = Pick<ContributionQuery, FilterName>;

export interface InboxView {
  readonly filters: InboxFilters;
  readonly order: InboxOrder;
  readonly openId: ContributionId | undefined;
}

/** What a search of the address gives: one value, several, or none. */
export type AddressValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Names in the address are words of the page; they do not change once sent. */
const PARAM = {
  state: "keadaan",
  standing: "kedudukan",
  cid: "ketentuan",
  channel: "saluran",
  stance: "sikap",
  outcome: "jawaban",
  group: "kelompok",
  consultation: "konsultasi",
  source: "sumber",
  item: "butir",
  assignee: "petugas",
  q: "cari",
} as const satisfies Record<FilterName, string>;
const NAMES = Object.keys(PARAM) as FilterName[];
const ORDER = "urut";
const OPEN = "buka";
/** Of `keadaan`: also what is answered. Left out means what waits for an answer. */
const EVERY_STATE = "semua";

const first = (value: AddressValues[string]): string | undefined =>
  typeof value === "string" ? value : value?.[0];

/** Values that mean nothing are dropped, so that an old or mistyped address still opens. */
export function readInboxView(values: AddressValues): InboxView {
  const filters: Record<string, unknown> = {};
  for (const name of NAMES) {
    const value = first(values[PARAM[name]]);
    if (value === undefined || value === "") continue;
    const parsed = v.safeParse(inboxFilterEntries[name], value);
    if (parsed.success) filters[name] = parsed.output;
  }
  if (filters["state"] === undefined && first(values[PARAM.state]) !== EVERY_STATE) filters["state"] = "open";
  const order = INBOX_ORDERS.find((each) => each === first(values[ORDER])) ?? "newest";
  const open = first(values[OPEN]);
  return {
    filters: filters as InboxFilters,
    order,
    openId: isUlid(open) ? (open as ContributionId) : undefined,
  };
}

/** What `useSearchParams` takes: null removes a name from the address. */
export function addressOf(view: InboxView): Record<string, string | null> {
  const values: Record<string, string | null> = {};
  for (const name of NAMES) values[PARAM[name]] = view.filters[name] ?? null;
  const { state } = view.filters;
  values[PARAM.state] = state === undefined ? EVERY_STATE : state === "open" ? null : state;
  values[ORDER] = view.order === "newest" ? null : view.order;
  values[OPEN] = view.openId ?? null;
  return values;
}

/** `?keadaan=...`, for links into the inbox from other pages; "" for its default view. */
export function inboxSearch(
  filters: InboxFilters,
  openId?: ContributionId,
  order: InboxOrder = "newest",
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(addressOf({ filters, order, openId }))) {
    if (value !== null) query.set(name, value);
  }
  const text = query.toString();
  return text && `?${text}`;
}

/** How many filters hold beside the default one. */
export const countFilters = (filters: InboxFilters): number =>
  NAMES.filter((name) => name !== "state" && filters[name] !== undefined).length +
  (filters.state === "open" ? 0 : 1);
