/** The copy on this device: what it keeps, what it counts, and that nothing hangs where there is no storage. */
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Doc } from "yjs";
import {
  forgetUnreadableCopies,
  leftoverCopies,
  unsentOnDevice,
  wipeLocalCopies,
} from "../../client/editor/copies-on-device.ts";
import { copyName, openLocalCopy, type CopyTrouble } from "../../client/editor/local-copy.ts";

const NAME = { policyId: "P1", epoch: 1, accountId: "A1" };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => vi.restoreAllMocks());

async function write(text: string, unsent: number, name = NAME): Promise<void> {
  const doc = new Doc();
  const copy = await openLocalCopy(doc, name);
  doc.getText("t").insert(0, text);
  copy?.noteUnsent(unsent);
  await pause(10);
  await copy?.dispose();
  doc.destroy();
}

async function reopen(name = NAME) {
  const doc = new Doc();
  const copy = await openLocalCopy(doc, name);
  return { doc, copy, text: doc.getText("t").toJSON(), unsent: copy?.unsentBefore };
}

describe("a local copy", () => {
  test("brings text and count back", async () => {
    await write("satu", 3);
    const { text, unsent } = await reopen();
    expect([text, unsent]).toEqual(["satu", 3]);
  });

  test("the count survives being opened without a network and closed again", async () => {
    await write("satu", 3);
    const second = await reopen();
    second.copy?.noteUnsent(3);
    await second.copy?.dispose();
    expect((await reopen()).unsent).toBe(3);
  });

  test("the count is gone once everything arrived", async () => {
    await write("satu", 3);
    const second = await reopen();
    second.copy?.noteUnsent(0);
    await second.copy?.dispose();
    expect((await reopen()).unsent).toBe(0);
  });

  test("a window without unsent work does not hide that of another", async () => {
    const [first, second] = [await reopen(), await reopen()];
    first.copy?.noteUnsent(2);
    second.copy?.noteUnsent(1);
    second.copy?.noteUnsent(0);
    await pause(500);
    await first.copy?.dispose();
    await second.copy?.dispose();
    expect((await reopen()).unsent).toBe(2);
  });

  test("emptied by another window while it is being opened: null, and the document takes no harm", async () => {
    const { transaction } = IDBDatabase.prototype;
    vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (
      this: IDBDatabase,
      stores,
      mode,
    ) {
      if (mode === "readonly") throw new DOMException("closing", "InvalidStateError");
      return transaction.call(this, stores, mode);
    });
    const troubles: CopyTrouble[] = [];
    const doc = new Doc();
    expect(await openLocalCopy(doc, NAME, (trouble) => troubles.push(trouble))).toBeNull();
    doc.getText("t").insert(0, "satu");
    expect(troubles).toEqual(["closed"]);
  });

  test("no storage at all: null, said once, and at once", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
    const troubles: CopyTrouble[] = [];
    expect(await openLocalCopy(new Doc(), NAME, (trouble) => troubles.push(trouble))).toBeNull();
    expect(troubles).toEqual(["unavailable"]);
  });

  test("storage that never answers does not hold the work up", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => new EventTarget() as IDBOpenDBRequest);
    expect(await openLocalCopy(new Doc(), NAME)).toBeNull();
  });

  test("emptied by another window: writing goes on, and it is said", async () => {
    const troubles: CopyTrouble[] = [];
    const doc = new Doc();
    await openLocalCopy(doc, NAME, (trouble) => troubles.push(trouble));
    await wipeLocalCopies("A1");
    doc.getText("t").insert(0, "lanjut");
    expect(troubles).toEqual(["closed"]);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(copyName(NAME));
  });
});

describe("copies on this device", () => {
  test("unsent work of an account over all its documents", async () => {
    await write("a", 2);
    await write("b", 3, { ...NAME, policyId: "P2" });
    await write("c", 9, { ...NAME, accountId: "A2" });
    expect(await unsentOnDevice("A1")).toBe(5);
  });

  test("leftovers: another epoch with unsent work is kept to be read, one without is deleted", async () => {
    await write("lama", 2);
    await write("bersih", 0, { ...NAME, epoch: 2 });
    const present = { ...NAME, epoch: 3 };
    const found = await leftoverCopies(present, true);
    expect(found.map(({ name, unsent }) => [name.epoch, unsent])).toEqual([[1, 2]]);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(
      copyName({ ...NAME, epoch: 2 }),
    );
  });

  test("policies that one may no longer read are forgotten, unsent work is not", async () => {
    await write("boleh", 0, { ...NAME, policyId: "P1" });
    await write("tidak", 0, { ...NAME, policyId: "P2" });
    await write("belum", 1, { ...NAME, policyId: "P3" });
    await forgetUnreadableCopies("A1", (policyId) => Promise.resolve(policyId === "P1"));
    const left = (await indexedDB.databases()).map(({ name }) => name?.split(":")[1]).filter(Boolean);
    expect(left.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(["P1", "P3"]);
  });
});
