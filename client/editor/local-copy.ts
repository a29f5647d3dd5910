/**
 * The copy of a document on this device (IndexedDB), so that what was typed
 * without a network survives a closed tab. Named by policy, epoch and account:
 * a copy of another epoch must never be merged, one of another person never be
 * seen.
 */
import { del, getAllKeysValues, put, transact } from "lib0/indexeddb";
import { IndexeddbPersistence } from "y-indexeddb";
import { mergeUpdates, type Doc } from "yjs";
import { noPace, type FramePace } from "./frame-pace.ts";

const PREFIX = "rembuk";
const CUSTOM_STORE = "custom";
/** Each window that has the document open notes its own count: `unsent:<client id>`. */
const UNSENT = "unsent:";
const OPEN_TIMEOUT_MS = 4_000;
/** Counts go up at once and down when it is quiet: a keystroke must not cost two writes. */
const QUIET_MS = 400;
const MERGED_MAX_BYTES = 4_096;

export interface CopyName {
  readonly policyId: string;
  readonly epoch: number;
  readonly accountId: string;
}

export const copyName = ({ policyId, epoch, accountId }: CopyName): string =>
  [PREFIX, policyId, epoch, accountId].join(":");

export function parseCopyName(name: string): CopyName | null {
  const [prefix, policyId, epoch, accountId, ...rest] = name.split(":");
  if (prefix !== PREFIX || !policyId || !epoch || !accountId || rest.length > 0) return null;
  return { policyId, epoch: Number(epoch), accountId };
}

/** Why nothing is kept here: the browser offers no storage, it is full, or it was emptied (sign-out in another window). */
export type CopyTrouble = "unavailable" | "full" | "closed";

export interface LocalCopy {
  /** How many changes no server had acknowledged when the copy was last written. */
  readonly unsentBefore: number;
  noteUnsent(count: number): void;
  dispose(): Promise<void>;
}

/**
 * Loads the copy into `doc` (bound to the editor already) and keeps it up to
 * date. Null where the browser has no storage for us. `onTrouble` is called at
 * most once, when nothing is kept from now on.
 */
export async function openLocalCopy(
  doc: Doc,
  name: CopyName,
  onTrouble: (trouble: CopyTrouble) => void = () => {},
  pace: FramePace = noPace,
): Promise<LocalCopy | null> {
  if (!(await storageUsable())) {
    onTrouble("unavailable");
    return null;
  }
  const persistence = new IndexeddbPersistence(copyName(name), doc);
  const database = await inTime(persistence.whenSynced.then(() => persistence.db));
  if (database === null) {
    void persistence.destroy();
    onTrouble("unavailable");
    return null;
  }
  let over = false;
  // One's own words are written after the frame of the key, others' (which the server has) by the way.
  let waiting: Uint8Array[] = [];
  let writing: ReturnType<typeof setTimeout> | undefined;
  const writeWaiting = () => {
    clearTimeout(writing);
    writing = undefined;
    if (over) return;
    // Merging spares transactions of the database; a whole document is not worth reading again for that.
    const small = waiting.filter(({ length }) => length <= MERGED_MAX_BYTES);
    const large = waiting.filter(({ length }) => length > MERGED_MAX_BYTES);
    waiting = [];
    if (small.length > 0) large.push(small.length === 1 ? (small[0] as Uint8Array) : mergeUpdates(small));
    for (const update of large) persistence._storeUpdate(update, null);
  };
  const store = (update: Uint8Array, origin: unknown, _doc: Doc, { local }: { local: boolean }) => {
    if (origin === persistence) return;
    waiting.push(update);
    if (!local) writing ??= setTimeout(writeWaiting, QUIET_MS);
    else if (pace.keyUnderWay()) pace.afterFrame(writeWaiting);
    else writeWaiting();
  };
  doc.off("update", persistence._storeUpdate);
  doc.on("update", store);
  const stop = (trouble: CopyTrouble) => {
    if (over) return;
    over = true;
    // What follows must not be stored any more: a closed database would throw into every keystroke.
    doc.off("update", store);
    onTrouble(trouble);
  };
  database.addEventListener("abort", () => stop("full"));
  database.addEventListener("versionchange", () => stop("closed"));
  database.addEventListener("close", () => stop("closed"));

  const others = await unsentCounts(database).catch(() => null);
  if (others === null) {
    stop("closed");
    void persistence.destroy();
    return null;
  }
  const own = UNSENT + doc.clientID;
  const unsentBefore = sum(others.values());
  let noted = 0;
  let noting: ReturnType<typeof setTimeout> | undefined;
  const write = async (count: number) => {
    noted = count;
    if (over) return;
    try {
      const [store] = transact(database, [CUSTOM_STORE]);
      if (store === undefined) return;
      if (count > 0) return void (await put(store, count, own));
      // All that this copy held has arrived: what earlier windows noted is true no more.
      await Promise.all([own, ...others.keys()].map((key) => del(store, key)));
      others.clear();
    } catch {
      stop("closed");
    }
  };
  const later = () => {
    clearTimeout(noting);
    noting = undefined;
  };
  let wanted = unsentBefore;
  return {
    unsentBefore,
    noteUnsent: (count) => {
      wanted = count;
      later();
      // Before anything else happened the earlier windows' notes say it already.
      if (noted === 0 && others.size > 0 && count === unsentBefore) return;
      if (count > noted) void write(count);
      else if (count < noted || others.size > 0) noting = setTimeout(() => void write(wanted), QUIET_MS);
    },
    dispose: async () => {
      doc.off("update", store);
      writeWaiting();
      if (noting !== undefined) {
        later();
        await write(wanted);
      }
      over = true;
      await persistence.destroy();
    },
  };
}

/** The counts that windows noted in a copy, by their keys. */
export async function unsentCounts(database: IDBDatabase): Promise<Map<string, number>> {
  const [store] = transact(database, [CUSTOM_STORE], "readonly");
  const counts = new Map<string, number>();
  if (store === undefined) return counts;
  for (const { k, v } of await getAllKeysValues(store)) {
    if (typeof k === "string" && k.startsWith(UNSENT) && Number(v) > 0) counts.set(k, Number(v));
  }
  return counts;
}

export const sum = (counts: Iterable<number>): number => [...counts].reduce((all, count) => all + count, 0);

/** Private windows of some browsers offer IndexedDB and then refuse it, or never answer. */
async function storageUsable(): Promise<boolean> {
  if (typeof indexedDB === "undefined") return false;
  const opened = new Promise<IDBDatabase | null>((resolve) => {
    try {
      const request = indexedDB.open(`${PREFIX}-probe`);
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => resolve(null));
    } catch {
      resolve(null);
    }
  });
  const database = await inTime(opened);
  database?.close();
  return database !== null;
}

/** What `wanted` resolves to, null when it rejects or takes too long. */
function inTime<T>(wanted: Promise<T | null>): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), OPEN_TIMEOUT_MS);
    const done = (value: T | null) => {
      clearTimeout(timer);
      resolve(value);
    };
    wanted.then(done, () => done(null));
  });
}
