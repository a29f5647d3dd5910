import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { ERASED_WORDS } from "../../domain/erasure/erasure.ts";
import { ERASED_MARK } from "../../domain/history/passage.ts";
import { cidOf } from "../document/support.ts";
import { ALICE, BOB, CAROL, Client, clausesOf, exchangeAll, root } from "../room/support.ts";
import { openHistory, tell, type HistoryBench } from "../history/support.ts";

const NAME = "Sulaiman Daeng";
const terms = { words: [NAME], cids: [] };
let bench: HistoryBench;
beforeEach(async () => {
  bench = await openHistory();
});
afterEach(() => bench.close());

/** Whether any file of the log still holds the bytes of `words`, after what the host does at the end. */
async function onDisk(words: string): Promise<boolean> {
  await bench.store.connection.scrub();
  const files = await Promise.all(
    ["", "-wal", "-shm"].map((ending) => readFile(bench.store.path + ending).catch(() => Buffer.alloc(0))),
  );
  return files.some((bytes) => bytes.toString("latin1").toLowerCase().includes(words.toLowerCase()));
}

async function typeLetters(client: Client, text: string, index: number, ...all: Client[]): Promise<void> {
  for (const letter of text) {
    client.type(letter, index);
    await bench.exchange(client, ...all);
  }
}

test("[ER4] words typed letter by letter by two people and taken back are found and masked; who wrote when stays", async () => {
  const [bob, carol] = [await bench.join(BOB), await bench.join(CAROL)];
  await typeLetters(bob, " oleh sulai", 0, carol);
  await typeLetters(carol, "man daeng.", 0, bob);
  const text = root(carol.doc).get(0) as Y.XmlElement;
  (text.get(0) as Y.XmlText).delete(4, 20);
  await bench.exchange(bob, carol);
  const before = await bench.passages({ cid: cidOf(1) });
  expect(before.map(tell).join()).toContain("sulai");

  const scope = await bench.rooms.erasure(bench.policy, terms);
  expect(scope).toMatchObject({ epoch: 1, live: [], connections: 2 });
  expect(scope.rows).toBe(14);
  const erased = await bench.rooms.erase(bench.policy, terms, ALICE);
  expect(erased).toMatchObject({ rows: 14, newEpoch: 2 });

  const after = await bench.passages({ cid: cidOf(1) });
  expect(after.map(({ actor, at, seq }) => [actor, at, seq])).toEqual(
    before.map(({ actor, at, seq }) => [actor, at, seq]),
  );
  const told = after.map(tell).join();
  expect(told).toContain(` oleh ${ERASED_MARK.repeat(5)}`);
  expect(told).not.toMatch(/sulai|daeng/i);
  for (const row of await bench.store.log.archive.rows(bench.policy, 0, 500)) {
    expect(Y.decodeUpdate(row.update).structs.length).toBeGreaterThanOrEqual(0);
  }
});

test("[ER3] [ER5] the live text says that words were erased, in a new epoch without tombstones; nothing is on the disk", async () => {
  const bob = await bench.join(BOB);
  bob.type(` dan ${NAME} serta SULAIMAN  DAENG`, 1);
  await bench.exchange(bob);
  bob.insertClause(cidOf(7), `Nama: ${NAME}`, 3);
  await bench.exchange(bob);
  root(bob.doc).delete(3, 1);
  await bench.exchange(bob);
  expect((await bench.passages()).map(tell).join()).toContain(NAME);
  expect(await onDisk(NAME)).toBe(true);

  expect((await bench.rooms.erasure(bench.policy, terms)).live).toEqual([{ cid: cidOf(2), count: 2 }]);
  await bench.rooms.erase(bench.policy, terms, ALICE);
  const live = await bench.rooms.read(bench.policy);
  expect(live.epoch).toBe(2);
  expect(live.clauses[1]?.runs).toEqual([{ text: `dua dan ${ERASED_WORDS} serta ${ERASED_WORDS}` }]);
  const stored = (await bench.store.log.load(bench.policy))!;
  expect(stored.snapshot).toBeNull();
  expect(stored.tail).toHaveLength(1);
  expect(Y.decodeUpdate(stored.tail[0]!.update).ds.clients.size).toBe(0);
  expect(await onDisk(NAME)).toBe(false);
  expect(await onDisk("sulaiman")).toBe(false);
});

test("[ER3] [ER4] a clause goes as a whole, with all that was ever in it, and keeps its place", async () => {
  const bob = await bench.join(BOB);
  await typeLetters(bob, " rahasia", 1);
  ((root(bob.doc).get(1) as Y.XmlElement).get(0) as Y.XmlText).delete(3, 8);
  bob.type(" terbuka", 2);
  await bench.exchange(bob);
  await bench.rooms.erase(bench.policy, { words: [], cids: [cidOf(2)] }, ALICE);
  const { clauses } = await bench.rooms.read(bench.policy);
  expect(clauses.map(({ cid, runs }) => [cid, runs[0]?.text])).toEqual([
    [cidOf(1), "satu"],
    [cidOf(2), ERASED_WORDS],
    [cidOf(3), "tiga terbuka"],
  ]);
  const told = (await bench.passages({ cid: cidOf(2) })).map(tell).join();
  expect(told).not.toMatch(/dua|rahasia/);
});

test("[ER5] [RM54] whoever is in the text is sent out with 4409; an old copy cannot bring the words back", async () => {
  const bob = await bench.join(BOB);
  bob.type(` ${NAME}`, 0);
  await bench.exchange(bob);
  const carol = await bench.join(CAROL);
  carol.type(" belum terkirim", 2);
  await bench.rooms.erase(bench.policy, terms, ALICE);
  expect(bob.peer.closed?.code).toBe(4409);
  expect(carol.peer.closed?.code).toBe(4409);
  const old = await new Client(carol.doc).connect(bench.rooms, bench.policy, { account: CAROL, epoch: 1 });
  expect(old.peer.closed?.code).toBe(4409);
  expect(old.peer.sent).toEqual([]);
  const fresh = await new Client().connect(bench.rooms, bench.policy, { account: CAROL, epoch: 2 });
  await exchangeAll(bench.rooms, bench.policy, fresh);
  expect(fresh.texts()).toEqual([`satu ${ERASED_WORDS}`, "dua", "tiga"]);
  fresh.type(" lanjut", 1);
  await exchangeAll(bench.rooms, bench.policy, fresh);
  expect((await bench.passages())[0]).toMatchObject({ actor: CAROL, cid: cidOf(2) });
});

test("[RM54] what was received before the erasure is stored before the past is rewritten", async () => {
  const bob = await bench.join(BOB);
  bob.type(` ${NAME} dan lagi`, 0);
  bob.upload();
  await bench.rooms.erase(bench.policy, terms, ALICE);
  expect((await bench.rooms.read(bench.policy)).clauses[0]?.runs[0]?.text).toBe(
    `satu ${ERASED_WORDS} dan lagi`,
  );
});

test("[RM54] while words are erased nobody comes in", async () => {
  const bob = await bench.join(BOB);
  bob.type(` ${NAME}`, 0);
  await bench.exchange(bob);
  const erasing = bench.rooms.erase(bench.policy, terms, ALICE);
  await new Promise(setImmediate); // who comes in the same turn is sent out with the others
  const late = await new Client().connect(bench.rooms, bench.policy, { account: CAROL });
  expect(late.peer.closed?.code).toBe(1013);
  await expect(bench.rooms.read(bench.policy)).rejects.toMatchObject({ code: "unavailable" });
  await expect(bench.rooms.history(bench.policy, { limit: 1 })).rejects.toMatchObject({
    code: "unavailable",
  });
  await erasing;
  expect((await bench.rooms.history(bench.policy, { limit: 1 })).passages).toHaveLength(1);
});

test("[RM54] of two erasures at once one is refused, and nobody comes in before the other is through", async () => {
  const bob = await bench.join(BOB);
  bob.type(` ${NAME}`, 0);
  await bench.exchange(bob);
  const first = bench.rooms.erase(bench.policy, terms, ALICE);
  const second = bench.rooms.erase(bench.policy, { words: ["satu"], cids: [] }, ALICE);
  await expect(second).rejects.toMatchObject({ code: "unavailable" });
  const late = await new Client().connect(bench.rooms, bench.policy, { account: CAROL });
  expect(late.peer.closed?.code).toBe(1013);
  expect(await first).toMatchObject({ newEpoch: 2 });
});

test("[ER8] a second time finds nothing and begins no epoch", async () => {
  const bob = await bench.join(BOB);
  bob.type(` ${NAME}`, 0);
  await bench.exchange(bob);
  await bench.rooms.erase(bench.policy, terms, ALICE);
  expect(await bench.rooms.erasure(bench.policy, terms)).toMatchObject({ live: [], rows: 0 });
  expect(await bench.rooms.erase(bench.policy, terms, ALICE)).toMatchObject({ newEpoch: 2, rows: 0 });
});

test("[ER4] tables lose the words in every cell they ever had", async () => {
  await bench.close();
  const table = {
    cid: cidOf(2),
    kind: "tabel",
    level: 0,
    runs: [],
    value: { head: 1, rows: [["Nama"], [NAME]] },
  } as const;
  bench = await openHistory([...clausesOf("satu"), table]);
  const other = { ...table, value: { head: 1, rows: [["Nama"], [`${NAME} dkk`]] } };
  await bench.rooms.replaceContent(bench.policy, [...clausesOf("satu"), other], BOB);
  await bench.rooms.erase(bench.policy, terms, ALICE);
  const { clauses } = await bench.rooms.read(bench.policy);
  expect(clauses[1]?.value?.rows).toEqual([["Nama"], [`${ERASED_WORDS} dkk`]]);
  expect((await bench.passages({ cid: cidOf(2) })).map(tell)).toEqual([
    "table + dkk",
    "first +Nama\n[dihapus]",
  ]);
  expect(await onDisk(NAME)).toBe(false);
});

test("[RM54] whoever was on the way in when the erasure began is not left in a room that nobody knows", async () => {
  for (const microtasks of [0, 1, 2, 3, 4]) {
    const erasing = bench.rooms.erase(bench.policy, { words: [], cids: [cidOf(1)] }, ALICE);
    for (let n = 0; n < microtasks; n++) await Promise.resolve();
    const epoch = microtasks === 0 ? 1 : 2;
    const late = await new Client().connect(bench.rooms, bench.policy, { account: CAROL, epoch });
    await erasing;
    expect([1013, 4409], `after ${microtasks}`).toContain(late.peer.closed?.code);
  }
});

test("[HI10] a history that was asked for as the erasure began derives nothing of the past that goes", async () => {
  const bob = await bench.join(BOB);
  bob.type(` ${NAME}`, 0);
  await bench.exchange(bob);
  const { archive } = bench.store.log;
  const { head, erase } = archive;
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  archive.head = async (document) => {
    archive.head = head;
    const found = await head(document);
    await held;
    return found;
  };
  const asked = bench.rooms.history(bench.policy, { limit: 100 });
  asked.catch(() => undefined);
  archive.erase = async (document, past) => {
    goOn();
    await asked.catch(() => undefined);
    return erase(document, past);
  };
  await bench.rooms.erase(bench.policy, terms, ALICE);
  await expect(asked).rejects.toMatchObject({ code: "unavailable" });
  const told = (await bench.passages()).map(tell).join();
  expect(told).toContain(ERASED_MARK);
  expect(told).not.toContain(NAME);
});
