/**
 * Entries typed in the hall, on their way to the server. Each is kept on the
 * device before anything else happens, sent in the order of typing, and let go
 * only when the server has it; what it refuses stays, with the reason, until
 * somebody takes it away. The random id of an entry makes sending again safe.
 * [WS11, WS12]
 */
import type { RecordEntry } from "../../domain/workshops/workshops.contract.ts";
import { isApiError } from "../api/api-error.ts";

export interface QueuedEntry {
  readonly entry: RecordEntry;
  /** Why the server does not take it; absent while it waits. */
  readonly refused?: string;
}

/** The part of `localStorage` that is used. */
export type EntryStore = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

export interface EntryQueueOptions {
  readonly workshopId: string;
  /** Null where the device keeps nothing: then only this page remembers. */
  readonly store: EntryStore | null;
  readonly send: (entry: RecordEntry) => Promise<unknown>;
  readonly now: () => number;
  /** Told after every change, in the order of typing. */
  readonly onChange: (queued: readonly QueuedEntry[]) => void;
  /** Told when the server has taken one. */
  readonly onSent: (entry: RecordEntry) => void;
  /** Calls back once after a pause; returns how to cancel that. */
  readonly later: (run: () => void) => () => void;
}

export interface EntryQueue {
  /** Whether it survives a closed tab. */
  readonly durable: () => boolean;
  add(entry: RecordEntry): void;
  /** Sends what waits; at once when there is a connection again. */
  flush(): Promise<void>;
  /** Takes away what was refused, once its words are safe elsewhere. */
  dismiss(id: string): void;
  close(): void;
}

/** Refusals that another try does not change. */
const FINAL: ReadonlySet<string> = new Set([
  "bad-input",
  "conflict",
  "not-allowed",
  "not-found",
  "gone",
  "too-large",
]);

const PREFIX = "rembuk.lokakarya";

export function createEntryQueue(options: EntryQueueOptions): EntryQueue {
  const { workshopId, store, send, now, onChange, onSent, later } = options;
  const place = `${PREFIX}.${workshopId}.`;
  const queued = new Map<string, QueuedEntry>();
  let durable = store !== null;
  let lastStamp = 0;
  let running: Promise<void> | null = null;
  let cancelRetry: (() => void) | undefined;
  let closed = false;

  const tell = () => onChange([...queued.values()]);

  /** Keys sort in the order of typing, also of two entries within one millisecond. */
  function nextKey(id: string): string {
    lastStamp = Math.max(lastStamp + 1, now() * 1000);
    return `${place}${String(lastStamp).padStart(18, "0")}.${id}`;
  }

  function keep(key: string, value: QueuedEntry): void {
    queued.set(key, value);
    try {
      store?.setItem(key, JSON.stringify(value));
    } catch {
      // The device is full or forbids it: the page still holds it, and says so.
      durable = false;
    }
  }

  function drop(key: string): void {
    queued.delete(key);
    store?.removeItem(key);
  }

  /** What an earlier page left on this device. */
  function load(): void {
    const keys = Array.from({ length: store?.length ?? 0 }, (_, index) => store?.key(index) ?? "");
    for (const key of keys.filter((each) => each.startsWith(place)).toSorted()) {
      const value = parse(store?.getItem(key));
      if (value) queued.set(key, value);
      lastStamp = Math.max(lastStamp, Number(key.slice(place.length).split(".")[0]) || 0);
    }
  }

  function retryLater(): void {
    cancelRetry?.();
    if (!closed) cancelRetry = later(() => void flush());
  }

  async function run(): Promise<void> {
    for (;;) {
      const next = [...queued].find(([, { refused }]) => refused === undefined);
      if (!next || closed) return;
      const [key, { entry }] = next;
      try {
        await send(entry);
        drop(key);
        onSent(entry);
      } catch (error) {
        if (!isApiError(error) || !FINAL.has(error.problem.code)) {
          retryLater();
          return;
        }
        keep(key, { entry, refused: error.problem.detail || error.problem.title });
      }
      tell();
    }
  }

  function flush(): Promise<void> {
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  }

  load();
  return {
    durable: () => durable,
    add(entry) {
      keep(nextKey(entry.id), { entry });
      tell();
      void flush();
    },
    flush,
    dismiss(id) {
      for (const [key, { entry, refused }] of queued) if (entry.id === id && refused !== undefined) drop(key);
      tell();
    },
    close() {
      closed = true;
      cancelRetry?.();
    },
  };
}

/** What was stored, if it is one of ours. */
function parse(text: string | null | undefined): QueuedEntry | null {
  try {
    const value = JSON.parse(text ?? "") as Partial<QueuedEntry> | null;
    return typeof value?.entry?.id === "string" && typeof value.entry.words === "string"
      ? (value as QueuedEntry)
      : null;
  } catch {
    return null;
  }
}
