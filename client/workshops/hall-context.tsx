/** What the parts of the live page share: the workshop, what was polled, what waits on this device, where the note-taker is. */
import {
  createContext,
  createMemo,
  createSignal,
  onCleanup,
  useContext,
  type Accessor,
  type JSX,
} from "solid-js";
import type { Cid } from "../../domain/ids.ts";
import type { LiveEntry, WorkshopDetail, WorkshopLive } from "../../domain/workshops/workshops.contract.ts";
import { textsOf } from "../ui/locale.ts";
import type { Polled } from "./create-polled.ts";
import { createEntryQueue, type EntryQueue, type QueuedEntry } from "./entry-queue.ts";
import type { FloorApi } from "./workshop-api.ts";
import { workshopTexts } from "./workshops.intl.ts";

export interface HallValue {
  readonly workshop: Accessor<WorkshopDetail>;
  readonly live: Accessor<WorkshopLive>;
  readonly offline: Accessor<boolean>;
  readonly api: FloorApi;
  readonly queue: EntryQueue;
  readonly queued: Accessor<readonly QueuedEntry[]>;
  /** Where notes are taken; null: about the draft as a whole. */
  readonly cid: Accessor<Cid | null>;
  readonly setCid: (cid: Cid | null) => void;
  /** Its name on the page. */
  readonly placeName: Accessor<string>;
  readonly entriesAt: (cid: Cid | null) => readonly LiveEntry[];
  readonly groupName: (id: string | null) => string | null;
  /** Runs a change, asks anew, and shows why it was refused. */
  readonly act: (run: () => Promise<unknown>) => Promise<boolean>;
  readonly error: Accessor<unknown>;
  /** Asks for the newest state at once. */
  readonly refresh: () => void;
}

const HallContext = createContext<HallValue>();

export function useHall(): HallValue {
  const value = useContext(HallContext);
  if (!value) throw new Error("useHall: this part is rendered outside the live page.");
  return value;
}

const RETRY_MS = 5000;

function later(run: () => void): () => void {
  const timer = setTimeout(run, RETRY_MS);
  return () => clearTimeout(timer);
}

/** The device's store, or null where the browser forbids it. */
function deviceStore(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

export function HallProvider(props: {
  workshop: WorkshopDetail;
  live: WorkshopLive;
  polled: Polled<WorkshopLive>;
  api: FloorApi;
  children: JSX.Element;
}): JSX.Element {
  const t = textsOf(workshopTexts);
  const [queued, setQueued] = createSignal<readonly QueuedEntry[]>([]);
  const [chosen, setChosen] = createSignal<Cid | null>();
  const [error, setError] = createSignal<unknown>();
  // One workshop for the life of this page: another one is another address.
  // eslint-disable-next-line solid/reactivity
  const { api, polled, workshop } = props;

  const queue = createEntryQueue({
    workshopId: workshop.id,
    store: deviceStore(),
    send: api.record,
    now: Date.now,
    onChange: setQueued,
    onSent: polled.refresh,
    later,
  });
  const flush = () => void queue.flush();
  window.addEventListener("online", flush);
  flush();
  onCleanup(() => {
    window.removeEventListener("online", flush);
    queue.close();
  });

  const cid = () => {
    const own = chosen();
    if (own === undefined) return props.live.currentCid;
    // Taken off the agenda by a colleague meanwhile.
    return own === null || props.workshop.agenda.some((item) => item.cid === own)
      ? own
      : props.live.currentCid;
  };
  const names = createMemo(
    () =>
      new Map<string, string>([
        ...props.workshop.invitations.map(({ groupId, name }) => [groupId, name] as const),
        ...props.live.groups.map(({ id, name }) => [id, name] as const),
      ]),
  );

  const value: HallValue = {
    workshop: () => props.workshop,
    live: () => props.live,
    offline: polled.offline,
    api,
    queue,
    queued,
    cid,
    setCid: (next) => setChosen(() => next),
    placeName: () => props.workshop.agenda.find((item) => item.cid === cid())?.label ?? t().whole,
    entriesAt: (place) => props.live.entries.filter((entry) => entry.cid === place),
    groupName: (id) => (id === null ? null : (names().get(id) ?? null)),
    async act(run) {
      setError(undefined);
      try {
        await run();
        return true;
      } catch (reason) {
        setError(() => reason);
        return false;
      } finally {
        polled.refresh();
      }
    },
    error,
    refresh: polled.refresh,
  };
  return <HallContext.Provider value={value}>{props.children}</HallContext.Provider>;
}
