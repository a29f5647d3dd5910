/**
 * The copy of a document on this device (IndexedDB), so that what was typed
 * without a network survives a closed tab. Named by policy, epoch and account:
 * a copy of another epoch must never be merged, one of another person never be
 * seen.
 */
import { IndexeddbPersistence } from "y-indexeddb";
import { Doc, encodeStateAsUpdate, type Doc as YDoc } from "yjs";

const PREFIX = "rembuk";
const UNSENT = "unsent";

export interface CopyName {
  readonly policyId: string;
  readonly epoch: number;
  readonly accountId: string;
}

export const copyName = ({ policyId, epoch, accountId }: CopyName): string =>
  [PREFIX, policyId, epoch, accountId].join(":");

function parseCopyName(name: string): CopyName | null {
  const [prefix, policyId, epoch, accountId, ...rest] = name.split(":");
  if (prefix !== PREFIX || !policyId || !epoch || !accountId || rest.length > 0) return null;
  return { policyId, epoch: Number(epoch), accountId };
}

export interface LocalCopy {
  /** How many changes no server had acknowledged when the copy was last written. */
  readonly unsentBefore: number;
  noteUnsent(count: number): void;
  dispose(): Promise<void>;
}

/** Loads the copy into `doc` (bound to the editor already) and keeps it up to date. Null where the browser has no storage for us. */
export async function openLocalCopy(doc: YDoc, name: CopyName): Promise<LocalCopy | null> {
  if (typeof indexedDB === "undefined") return null;
  const persistence = new IndexeddbPersistence(copyName(name), doc);
  try {
    await persistence.whenSynced;
    const unsentBefore = Number((await persistence.get(UNSENT)) ?? 0);
    let noted = unsentBefore;
    return {
      unsentBefore,
      noteUnsent: (count) => {
        if (count === noted) return;
        noted = count;
        void persistence.set(UNSENT, count);
      },
      dispose: () => persistence.destroy(),
    };
  } catch {
    // Private windows of some browsers offer IndexedDB and then refuse it.
    return null;
  }
}

/** Names of all copies on this device; empty where the browser cannot list them. */
async function listCopies(): Promise<CopyName[]> {
  if (typeof indexedDB === "undefined" || typeof indexedDB.databases !== "function") return [];
  const databases = await indexedDB.databases();
  return databases.map(({ name }) => parseCopyName(name ?? "")).filter((name) => name !== null);
}

export interface LeftoverCopy {
  readonly name: CopyName;
  readonly unsent: number;
  /** Encoded state of the whole copy. */
  readonly state: Uint8Array;
}

/**
 * Copies of this policy and account with unsent work that can no longer be sent:
 * those of other epochs, and (when the person may not write any more) this one.
 */
export async function leftoverCopies(present: CopyName, mayWrite: boolean): Promise<LeftoverCopy[]> {
  const leftovers: LeftoverCopy[] = [];
  for (const name of await listCopies()) {
    if (name.policyId !== present.policyId || name.accountId !== present.accountId) continue;
    if (name.epoch === present.epoch && mayWrite) continue;
    const doc = new Doc();
    const copy = await openLocalCopy(doc, name);
    if (copy && copy.unsentBefore > 0) {
      leftovers.push({ name, unsent: copy.unsentBefore, state: encodeStateAsUpdate(doc) });
    }
    await copy?.dispose();
    doc.destroy();
  }
  return leftovers;
}

export async function deleteLocalCopy(name: CopyName): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(copyName(name));
    request.addEventListener("success", () => resolve());
    request.addEventListener("error", () => reject(request.error ?? new Error("not deleted")));
    // Another tab has it open: it goes when that tab lets go.
    request.addEventListener("blocked", () => resolve());
  });
}

/** How many changes on this device no server has yet, over all documents of an account. For the warning at sign-out. */
export async function unsentOnDevice(accountId: string): Promise<number> {
  let unsent = 0;
  for (const name of await listCopies()) {
    if (name.accountId !== accountId) continue;
    const doc = new Doc();
    const copy = await openLocalCopy(doc, name);
    unsent += copy?.unsentBefore ?? 0;
    await copy?.dispose();
    doc.destroy();
  }
  return unsent;
}

/** Wipes what this account left on the device, at sign-out. */
export async function wipeLocalCopies(accountId: string): Promise<void> {
  for (const name of await listCopies()) if (name.accountId === accountId) await deleteLocalCopy(name);
}
