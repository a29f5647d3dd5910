/** Notes that wait on the device: nothing lost, nothing twice, in the order of typing. */
import { describe, expect, test } from "vitest";
import { ApiError, type Problem } from "../../client/api/api-error.ts";
import { createEntryQueue, type EntryStore, type QueuedEntry } from "../../client/workshops/entry-queue.ts";
import type { RecordEntry } from "../../domain/workshops/workshops.contract.ts";

const entry = (id: string, words = id): RecordEntry =>
  ({ id, cid: null, groupId: null, table: null, words }) as unknown as RecordEntry;
const refusal = (code: Problem["code"], detail = ""): ApiError =>
  new ApiError({ code, title: code, detail, status: 400 });

function memoryStore(limit = Infinity): EntryStore & { readonly items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      if (items.size >= limit && !items.has(key)) throw new DOMException("full", "QuotaExceededError");
      items.set(key, value);
    },
    removeItem: (key) => void items.delete(key),
  };
}

/** A server that answers as told, and a page with a queue. */
function open(store: EntryStore | null, answers: Map<string, ApiError | "ok"> | "offline" = new Map()) {
  const sent: string[] = [];
  const letGo: string[] = [];
  const retries: (() => void)[] = [];
  const server = { answers };
  let shown: readonly QueuedEntry[] = [];
  const queue = createEntryQueue({
    workshopId: "W",
    store,
    now: () => 1000,
    onChange: (queued) => {
      shown = queued;
    },
    onSent: ({ id }) => letGo.push(id),
    later: (run) => {
      retries.push(run);
      return () => retries.splice(retries.indexOf(run), 1);
    },
    async send({ id }) {
      if (server.answers === "offline") throw refusal("offline");
      const answer = server.answers.get(id);
      sent.push(id);
      if (answer instanceof ApiError) throw answer;
    },
  });
  return { queue, sent, letGo, retries, server, shown: () => shown };
}

describe("the queue of notes", () => {
  test("[WS11] what is typed is on the device before it is sent, and goes when the server has it", async () => {
    const store = memoryStore();
    const page = open(store);
    page.queue.add(entry("a"));
    expect(store.items.size).toBe(1);
    await page.queue.flush();
    expect([page.sent, page.letGo, store.items.size, page.shown()]).toEqual([["a"], ["a"], 0, []]);
  });

  test("[WS11] offline it waits, in the order of typing, through a closed tab, and is sent after", async () => {
    const store = memoryStore();
    const first = open(store, "offline");
    for (const id of ["c", "a", "b"]) first.queue.add(entry(id));
    await first.queue.flush();
    expect(first.shown().map((queued) => queued.entry.id)).toEqual(["c", "a", "b"]);
    expect(first.retries).toHaveLength(1);
    first.queue.close();
    expect(first.retries).toHaveLength(0);

    const second = open(store);
    await second.queue.flush();
    expect(second.sent).toEqual(["c", "a", "b"]);
    expect(store.items.size).toBe(0);
  });

  test("what comes after a reload stands behind what waited, though the clock stood still", async () => {
    const store = memoryStore();
    open(store, "offline").queue.add(entry("a"));
    const page = open(store, "offline");
    page.queue.add(entry("b"));
    page.server.answers = new Map();
    await page.queue.flush();
    await page.queue.flush();
    expect(page.sent).toEqual(["a", "b"]);
  });

  test("a break in the middle keeps the rest and its order; trying again sends it once", async () => {
    const page = open(memoryStore(), new Map([["b", refusal("fault")]]));
    for (const id of ["a", "b", "c"]) page.queue.add(entry(id));
    await page.queue.flush();
    expect(page.letGo).toEqual(["a"]);
    page.server.answers = new Map();
    page.retries[0]?.();
    await page.queue.flush();
    expect(page.letGo).toEqual(["a", "b", "c"]);
    expect(page.sent).toEqual(["a", "b", "b", "c"]);
  });

  test("[WS12] what is refused for good stays with the reason, lets the others pass, and goes only by hand", async () => {
    const store = memoryStore();
    const page = open(store, new Map([["a", refusal("conflict", "Notulen sudah diterbitkan.")]]));
    page.queue.add(entry("a", "kata-kata"));
    page.queue.add(entry("b"));
    await page.queue.flush();
    expect(page.letGo).toEqual(["b"]);
    expect(page.shown()).toEqual([{ entry: entry("a", "kata-kata"), refused: "Notulen sudah diterbitkan." }]);
    const later = open(store);
    await later.queue.flush();
    expect(later.sent).toEqual([]);
    later.queue.dismiss("a");
    expect(store.items.size).toBe(0);
  });

  test("only what was refused can be taken away", async () => {
    const store = memoryStore();
    const page = open(store, "offline");
    page.queue.add(entry("a"));
    await page.queue.flush();
    page.queue.dismiss("a");
    expect(store.items.size).toBe(1);
  });

  test("one at a time: pressing quickly does not send anything twice", async () => {
    const page = open(memoryStore());
    page.queue.add(entry("a"));
    page.queue.add(entry("b"));
    await Promise.all([page.queue.flush(), page.queue.flush(), page.queue.flush()]);
    expect(page.sent).toEqual(["a", "b"]);
  });

  test("a device that is full, or keeps nothing, is said; the page still holds and sends", async () => {
    const full = open(memoryStore(1), "offline");
    expect(full.queue.durable()).toBe(true);
    full.queue.add(entry("a"));
    full.queue.add(entry("b"));
    await full.queue.flush();
    expect([full.queue.durable(), full.shown().length]).toEqual([false, 2]);
    full.server.answers = new Map();
    await full.queue.flush();
    expect(full.letGo).toEqual(["a", "b"]);
    expect(open(null).queue.durable()).toBe(false);
  });

  test("what others keep on the device, or what cannot be read, is left alone", async () => {
    const store = memoryStore();
    store.items.set("rembuk.lokakarya.LAIN.000000000000000001.x", JSON.stringify({ entry: entry("x") }));
    store.items.set("rembuk.lokakarya.W.000000000000000002.y", "{rusak");
    const page = open(store);
    await page.queue.flush();
    expect([page.sent, store.items.size]).toEqual([[], 2]);
  });
});
