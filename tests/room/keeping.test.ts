import { expect, it } from "vitest";
import * as Y from "yjs";
import type { UpdateLog } from "../../collab/log/update-log.ts";
import type { Cid } from "../../domain/ids.ts";
import { openRoom, useRooms } from "./rooms-bench.ts";
import {
  ALICE,
  BOB,
  Client,
  clausesOf,
  exchangeAll,
  root,
  settled,
  syncFrame,
  testRooms,
} from "./support.ts";

const { store, roomOf } = useRooms();

const MIB = 1024 * 1024;

async function pair(log: UpdateLog = store.log, memoryBudgetBytes?: number) {
  const made = await openRoom(
    { log },
    ["Satu"],
    memoryBudgetBytes === undefined ? {} : { memoryBudgetBytes },
  );
  const { rooms, policy } = made;
  const alice = await new Client().connect(rooms, policy);
  const bob = await new Client().connect(rooms, policy, { account: BOB });
  await exchangeAll(rooms, policy, alice, bob);
  return { ...made, alice, bob };
}

it("[RM40] sends nothing to a socket with 1 MiB unread, and one difference when it has read", async () => {
  const { rooms, policy, clock, alice, bob } = await pair();
  bob.peer.bufferedAmount = 2 * MIB;
  for (let count = 0; count < 50; count++) alice.type("x");
  await exchangeAll(rooms, policy, alice);
  clock.advance(500);
  expect(bob.peer.sent).toEqual([]);
  bob.peer.bufferedAmount = 0;
  clock.advance(200);
  await settled(rooms, policy);
  expect(bob.peer.sent.filter((frame) => frame[0] === 0)).toHaveLength(1);
  alice.type("!");
  await exchangeAll(rooms, policy, alice, bob);
  expect(bob.texts()).toEqual(alice.texts());
});

it("[RM41] closes one that has 8 MiB unread, or lags for 30 s; the others type on", async () => {
  const { rooms, policy, clock, alice, bob } = await pair();
  const carol = await new Client().connect(rooms, policy, { account: BOB });
  await exchangeAll(rooms, policy, carol);
  bob.peer.bufferedAmount = 9 * MIB;
  carol.peer.bufferedAmount = 2 * MIB;
  alice.type("x");
  await exchangeAll(rooms, policy, alice);
  expect([bob.peer.closed?.code, carol.peer.closed]).toEqual([4508, null]);
  clock.advance(31_000);
  expect(carol.peer.closed?.code).toBe(4508);
  alice.type("y");
  await exchangeAll(rooms, policy, alice);
  expect(alice.acknowledged.at(-1)).toBe(alice.sentSyncFrames);
});

it("[RM40] 500 unread step1 cost one answer", async () => {
  const { rooms, policy, alice } = await pair();
  alice.peer.bufferedAmount = 2 * MIB;
  const question = syncFrame(0, new Uint8Array([0]));
  for (let count = 0; count < 500; count++) alice.raw(question);
  await settled(rooms, policy);
  expect(alice.peer.sent).toEqual([]);
});

it("[RM50] stores a snapshot at 500 rows while typing goes on, and the archive keeps every row", async () => {
  const { rooms, policy, alice, bob } = await pair();
  for (let count = 0; count < 620; count++) {
    alice.type("x");
    if (count % 50 === 0) await exchangeAll(rooms, policy, alice);
  }
  await exchangeAll(rooms, policy, alice, bob);
  await expect.poll(() => rooms.counters.compactions).toBe(1);
  const stored = await store.log.load(policy);
  expect(stored?.snapshotSeq).toBeGreaterThanOrEqual(500);
  expect(stored?.tail.length).toBeLessThan(200);
  expect(await store.log.history(policy, 0, 10_000)).toHaveLength(621);
  const later = testRooms(store).rooms;
  expect((await later.read(policy)).clauses[0]?.runs[0]?.text).toBe(alice.texts()[0]);
});

it("[RM51] forgets a room 60 s after the last connection, with a snapshot, and never one in use", async () => {
  const { rooms, policy, clock, alice, bob } = await pair();
  alice.type("x");
  await exchangeAll(rooms, policy, alice, bob);
  clock.advance(120_000);
  await settled(rooms, policy);
  expect(rooms.sizes().rooms).toBe(1);
  alice.drop();
  bob.drop();
  clock.advance(59_000);
  expect(rooms.sizes().rooms).toBe(1);
  clock.advance(3_000);
  await expect.poll(() => rooms.sizes().rooms).toBe(0);
  expect((await store.log.load(policy))?.tail).toEqual([]);
  expect((await rooms.read(policy)).clauses[0]?.runs).toEqual([{ text: "Satux" }]);
});

it("[RM51] forgets the least recently used earlier when memory is short", async () => {
  const { rooms, clock, alice, bob } = await pair(store.log, 1);
  alice.drop();
  bob.drop();
  clock.advance(1_500);
  await expect.poll(() => rooms.sizes().rooms).toBe(0);
});

it("[RM23] loads once for all who wait, admits nobody before, and stores nothing after a failed load", async () => {
  const { policy } = await roomOf("Satu");
  let loads = 0;
  let fail = true;
  const written: string[] = [];
  const slow: UpdateLog = {
    ...store.log,
    async load(document) {
      loads++;
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (fail) throw new Error("the disk is gone");
      return store.log.load(document);
    },
    async append() {
      written.push("append");
      throw new Error("never");
    },
    async compact() {
      written.push("compact");
    },
  };
  const { rooms, clock, reports } = testRooms({ log: slow });
  const clients = [new Client(), new Client(), new Client()];
  await Promise.all(clients.map((client) => client.connect(rooms, policy)));
  expect(loads).toBe(1);
  expect(clients.map(({ peer }) => [peer.sent.length, peer.closed?.code])).toEqual([
    [0, 4500],
    [0, 4500],
    [0, 4500],
  ]);
  await expect(rooms.read(policy)).rejects.toMatchObject({ code: "unavailable" });
  clock.advance(100_000);
  await rooms.close();
  expect(written).toEqual([]);
  expect(reports.length).toBeGreaterThan(0);
  fail = false;
  const again = testRooms({ log: slow }).rooms;
  expect((await again.read(policy)).clauses).toHaveLength(1);
});

it("[RM23] refuses to open what is stored in part only", async () => {
  const { rooms, policy, alice } = await pair();
  alice.type("x");
  await exchangeAll(rooms, policy, alice);
  const torn: UpdateLog = {
    ...store.log,
    async load(document) {
      const whole = await store.log.load(document);
      return whole && { ...whole, tail: whole.tail.slice(1) };
    },
  };
  const { rooms: broken } = testRooms({ log: torn });
  await expect(broken.freeze(policy)).rejects.toMatchObject({ code: "unavailable" });
});

it("[RM28] the archive has what was typed into a clause that somebody had deleted", async () => {
  const { rooms, policy, alice, bob } = await pair();
  alice.type(" kalimat penting");
  bob.doc.transact(() => root(bob.doc).delete(0, 1));
  bob.upload();
  await settled(rooms, policy);
  alice.upload();
  await exchangeAll(rooms, policy, alice, bob);
  expect(bob.texts()).toEqual(alice.texts());
  const rows = await store.log.history(policy, 0, 100);
  const words = rows
    .flatMap(({ update }) => Y.decodeUpdate(update).structs)
    .map((struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : "",
    );
  expect(words.join("|")).toContain(" kalimat penting");
});

it("[RM57] tells once it is durable that somebody wrote, at most once a minute, and at once of a move", async () => {
  const told: [string, number][] = [];
  const { rooms, policy, clock } = await openRoom(store, ["Satu"], {
    edited: (id, at) => told.push([id, at]),
  });
  const alice = await new Client().connect(rooms, policy);
  await exchangeAll(rooms, policy, alice);
  expect(told).toEqual([]);
  const first = clock.now();
  for (let count = 0; count < 3; count++) {
    alice.type("x");
    alice.upload();
    if (count === 0) expect(told).toEqual([]);
    await exchangeAll(rooms, policy, alice);
    clock.advance(20_000);
  }
  expect(told).toEqual([[policy, first]]);
  alice.type("y");
  await exchangeAll(rooms, policy, alice);
  expect(told).toHaveLength(2);
  await rooms.replaceContent(policy, clausesOf("Satu", "Dua"), ALICE);
  expect(told).toHaveLength(2);
  const [top, below] = (await rooms.read(policy)).clauses.map(({ cid }) => cid);
  await rooms.move(policy, { cids: [below as Cid], before: top as Cid }, ALICE);
  expect(told).toHaveLength(3);
});
