/** What the parts of the inbox share: its list, what is chosen in it, and the way to the next input. */
import { createContext, createMemo, createSignal, onCleanup, useContext, type Accessor } from "solid-js";
import type {
  AssigneeList,
  ContributionFacets,
  ContributionItem,
  ContributionPage,
} from "../../domain/contributions/contributions.contract.ts";
import type { Outcome } from "../../domain/dispositions/disposition.ts";
import type { ReasonTemplates } from "../../domain/dispositions/dispositions.contract.ts";
import type { ContributionId, PolicyId } from "../../domain/ids.ts";
import type { VersionView } from "../../domain/versions/versions.contract.ts";
import { createPages, type Pages } from "../api/create-pages.ts";
import { listContributions, type ContributionSearch } from "./contribution-api.ts";

const PAGE = 50;

/** What the keyboard can ask of the form that is on the screen. */
export interface AnswerCommands {
  choose(outcome: Outcome): void;
  focusReason(): void;
  save(): void;
}

export interface InboxHead {
  readonly facets: ContributionFacets | undefined;
  readonly total: number;
  readonly received: number;
  /** What this person may do with inputs here. */
  readonly may: ContributionPage["may"];
}

export interface InboxList {
  readonly pages: Pages<ContributionItem>;
  /** As they are now: acts of this page are in them before the list is read anew. */
  readonly items: Accessor<readonly ContributionItem[]>;
  readonly head: Accessor<InboxHead | undefined>;
  /** Came in since the list was read. */
  readonly arrived: Accessor<number>;
  /** Takes over what an act answered with, and counts anew. */
  readonly accept: (changed: readonly ContributionItem[]) => void;
  readonly recount: () => void;
  readonly reload: () => void;
}

const headOf = ({ facets, total, received, may }: ContributionPage): InboxHead => ({
  facets,
  total,
  received,
  may,
});

export function createInboxList(
  policyId: Accessor<PolicyId>,
  search: Accessor<ContributionSearch>,
): InboxList {
  const [head, setHead] = createSignal<InboxHead>();
  const [readAt, setReadAt] = createSignal<number>();
  const [changed, setChanged] = createSignal<ReadonlyMap<ContributionId, ContributionItem>>(new Map());
  const pages = createPages(
    () => ({ policyId: policyId(), search: search() }),
    async (source, cursor, signal) => {
      const page = await listContributions(source.policyId, source.search, { cursor, limit: PAGE }, signal);
      if (cursor === undefined && !signal?.aborted) {
        setHead(headOf(page));
        setReadAt(page.received);
        setChanged(new Map());
      }
      return page;
    },
  );
  let counting = 0;
  function recount(): void {
    counting += 1;
    const turn = counting;
    listContributions(policyId(), search(), { limit: 1 }).then(
      (page) => turn === counting && setHead(headOf(page)),
      // The figures stay as they were; the next act or minute tries again.
      () => undefined,
    );
  }
  return {
    pages,
    items: createMemo(() => pages.items().map((item) => changed().get(item.id) ?? item)),
    head,
    arrived: () => Math.max(0, (head()?.received ?? 0) - (readAt() ?? 0)),
    accept: (items) => {
      setChanged((before) => new Map([...before, ...items.map((item) => [item.id, item] as const)]));
      recount();
    },
    recount,
    reload: pages.first.reload,
  };
}

export interface InboxValue extends InboxList {
  readonly policyId: Accessor<PolicyId>;
  readonly openId: Accessor<ContributionId | undefined>;
  readonly open: (id: ContributionId | undefined, how?: { readonly focusRow?: boolean }) => void;
  /** Opens the next input after the open one that still waits for an answer, else says that none is left; true if there was one. */
  readonly openNextWaiting: (after: readonly ContributionId[]) => Promise<boolean>;
  readonly selected: Accessor<ReadonlySet<ContributionId>>;
  /** `items`: those that the list may not have. */
  readonly select: (ids: readonly ContributionId[], on: boolean, items?: readonly ContributionItem[]) => void;
  readonly selectedItems: Accessor<readonly ContributionItem[]>;
  readonly clearSelection: () => void;
  /** `id`: the input that the form answers; null for several. */
  readonly registerAnswer: (id: ContributionId | null, commands: AnswerCommands) => void;
  readonly versions: Accessor<readonly VersionView[]>;
  readonly templates: Accessor<ReasonTemplates["items"]>;
  readonly assignees: Accessor<AssigneeList["items"]>;
}

export const InboxContext = createContext<InboxValue>();

export function useInbox(): InboxValue {
  const value = useContext(InboxContext);
  if (!value) throw new Error("useInbox: this part is rendered outside the inbox.");
  return value;
}

/** The commands of the form that is mounted last; a form that goes takes its own away. */
export function createCommandSlot(): {
  readonly register: InboxValue["registerAnswer"];
  /** Of the form for this input; a key pressed while the next one is still coming must not answer the one before. */
  readonly of: (id: ContributionId | null | undefined) => AnswerCommands | undefined;
} {
  let present: { readonly id: ContributionId | null; readonly commands: AnswerCommands } | undefined;
  return {
    register: (id, commands) => {
      const own = { id, commands };
      present = own;
      onCleanup(() => {
        if (present === own) present = undefined;
      });
    },
    of: (id) => (id !== undefined && present?.id === id ? present?.commands : undefined),
  };
}
