/** All local copies of this device: what was never sent, what is to be wiped, what nobody may read any more. */
import { getAll, openDB, transact } from "lib0/indexeddb";
import { mergeUpdates } from "yjs";
import { copyName, parseCopyName, sum, unsentCounts, type CopyName } from "./local-copy.ts";

const UPDATES_STORE = "updates";

export interface LeftoverCopy {
  readonly name: CopyName;
  readonly unsent: number;
  /** Encoded state of the whole copy. */
  readonly state: Uint8Array;
}

/** Names of all copies on this device; empty where the browser cannot list them. */
async function listCopies(): Promise<CopyName[]> {
  if (typeof indexedDB === "undefined" || typeof indexedDB.databases !== "function") return [];
  try {
    const databases = await indexedDB.databases();
    return databases.map(({ name }) => parseCopyName(name ?? "")).filter((name) => name !== null);
  } catch {
    return [];
  }
}

/** Reads a copy without opening it for writing; null where it cannot be read. */
async function readCopy(name: CopyName): Promise<LeftoverCopy | null> {
  let database: IDBDatabase | undefined;
  try {
    database = (await openDB(copyName(name), () => {})) as IDBDatabase;
    const unsent = sum((await unsentCounts(database)).values());
    const [store] = transact(database, [UPDATES_STORE], "readonly");
    const updates = store === undefined ? [] : ((await getAll(store)) as Uint8Array[]);
    return { name, unsent, state: mergeUpdates(updates) };
  } catch {
    return null;
  } finally {
    database?.close();
  }
}

/**
 * Copies of this policy and account with unsent work that can no longer be sent:
 * those of other epochs, and (when the person may not write any more) this one.
 * Such copies without unsent work are deleted.
 */
export async function leftoverCopies(present: CopyName, mayWrite: boolean): Promise<LeftoverCopy[]> {
  const leftovers: LeftoverCopy[] = [];
  for (const name of await listCopies()) {
    if (name.policyId !== present.policyId || name.accountId !== present.accountId) continue;
    if (name.epoch === present.epoch && mayWrite) continue;
    const copy = await readCopy(name);
    if (copy === null) continue;
    if (copy.unsent > 0) leftovers.push(copy);
    else await deleteLocalCopy(name);
  }
  return leftovers;
}

export async function deleteLocalCopy(name: CopyName): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(copyName(name));
    request.addEventListener("success", () => resolve());
    request.addEventListener("error", () => reject(request.error ?? new Error("not deleted")));
    // Another window has it open: it goes when that window lets go.
    request.addEventListener("blocked", () => resolve());
  });
}

/** How many changes on this device no server has yet, over all documents of an account. For the warning at sign-out. */
export async function unsentOnDevice(accountId: string): Promise<number> {
  let unsent = 0;
  for (const name of await listCopies()) {
    if (name.accountId === accountId) unsent += (await readCopy(name))?.unsent ?? 0;
  }
  return unsent;
}

/** Wipes what this account left on the device, at sign-out. */
export async function wipeLocalCopies(accountId: string): Promise<void> {
  for (const name of await listCopies()) if (name.accountId === accountId) await deleteLocalCopy(name);
}

/**
 * Deletes this account's copies of policies that it may no longer read, except
 * those with work that was never sent. `mayRead` asks the server.
 */
export async function forgetUnreadableCopies(
  accountId: string,
  mayRead: (policyId: string) => Promise<boolean>,
): Promise<void> {
  for (const name of await listCopies()) {
    if (name.accountId !== accountId || (await mayRead(name.policyId))) continue;
    const copy = await readCopy(name);
    if (copy !== null && copy.unsent === 0) await deleteLocalCopy(name);
  }
}
