import * as encoding from "lib0/encoding";
import { fromHexString } from "lib0/buffer";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { digestClauses, nameState } from "../../collab/document/digest.ts";
import { readDocument } from "../../collab/document/read.ts";
import type { Rooms } from "../../collab/room/rooms.ts";
import type { UpdateLog } from "../../collab/log/update-log.ts";
import type { PolicyId } from "../../domain/ids.ts";
import { openRoom } from "./rooms-bench.ts";
import {
  ALICE,
  BOB,
  bytesOf,
  Client,
  exchangeAll,
  openTestStore,
  root,
  type ManualClock,
  type TestStore,
} from "./support.ts";

let store: TestStore;
let rooms: Rooms;
let clock: ManualClock;
let policy: PolicyId;
let client: Client;

beforeEach(async () => {
  store = await openTestStore();
  await start(store.log);
});
afterEach(async () => {
  await rooms.close();
  await store.dispose();
});

async function start(log: UpdateLog): Promise<void> {
  ({ rooms, clock, policy } = await openRoom({ log }, ["satu", "dua"]));
  client = await new Client().connect(rooms, policy, { account: ALICE });
  await exchangeAll(rooms, policy, client);
}

/** What a client says that shows `doc`. */
function compareFrame(
  doc: Y.Doc,
  rebuilt = 0,
  digest = digestClauses(readDocument(doc).clauses),
): Uint8Array {
  return bytesOf((encoder) => {
    encoding.writeVarUint(encoder, 101);
    encoding.writeVarUint(encoder, rebuilt);
    encoding.writeUint8Array(encoder, fromHexString(nameState(Y.encodeStateVector(doc))));
    encoding.writeUint8Array(encoder, fromHexString(digest));
  });
}

/** Verdicts among what the server sent, once there are as many as `count`; the rest is read as usual. */
async function verdicts(of: Client, count = 0): Promise<number[]> {
  const told = () => of.peer.sent.filter(([type]) => type === 101);
  await expect.poll(() => told().length).toBeGreaterThanOrEqual(count);
  if (of.peer.closed === null) await rooms.read(policy);
  const found = told().map(([, verdict]) => verdict as number);
  const rest = of.peer.sent.filter(([type]) => type !== 101);
  of.peer.sent.splice(0, of.peer.sent.length, ...rest);
  of.download();
  return found;
}

/** A document that shows other words under the same state, as after a fault of a library. */
function diverge(doc: Y.Doc): void {
  const item = (root(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;
  const content = item._start?.content as Y.ContentString;
  content.str = content.str.replace("satu", "SATU");
}

test("[RM71] [RM72] who has the same text is told so, before and after an edit", async () => {
  client.raw(compareFrame(client.doc));
  client.raw(compareFrame(client.doc));
  expect(await verdicts(client, 2)).toEqual([1, 1]);
  client.type("!", 0);
  await exchangeAll(rooms, policy, client);
  client.raw(compareFrame(client.doc));
  expect(await verdicts(client, 1)).toEqual([1]);
  expect(rooms.counters).toMatchObject({ comparedTexts: 3, divergedClients: 0, divergedRooms: 0 });
});

test("[RM71] of another state nothing is said", async () => {
  const earlier = compareFrame(client.doc);
  client.type("!", 0);
  await exchangeAll(rooms, policy, client);
  client.raw(earlier);
  expect(await verdicts(client)).toEqual([]);
  client.type("?", 0);
  const frame = compareFrame(client.doc);
  client.upload();
  client.raw(frame); // the edit is not on the disk yet
  expect(await verdicts(client)).toEqual([]);
  expect(rooms.counters.comparedTexts).toBe(0);
});

test("[RM73] a client that shows something else is told so and counted; the room and the others stay", async () => {
  const other = await new Client().connect(rooms, policy, { account: BOB });
  await exchangeAll(rooms, policy, client, other);
  diverge(client.doc);
  client.raw(compareFrame(client.doc));
  other.raw(compareFrame(other.doc, 2));
  expect(await verdicts(client, 1)).toEqual([0]);
  expect(await verdicts(other, 1)).toEqual([1]);
  expect([client.peer.closed, other.peer.closed]).toEqual([null, null]);
  expect(rooms.counters).toMatchObject({ divergedClients: 1, divergedRooms: 0, rebuiltEditors: 2 });
});

test("[RM73] a room that is not what is stored is dropped and loaded anew; nobody is told that they are wrong", async () => {
  // What is in memory comes from a load that was not what is stored.
  let wrong = true;
  const log: UpdateLog = {
    ...store.log,
    async load(document) {
      const stored = await store.log.load(document);
      if (stored === null || !wrong) return stored;
      const doc = new Y.Doc();
      for (const { update } of stored.tail) Y.applyUpdate(doc, update);
      diverge(doc);
      return { ...stored, tail: stored.tail.map((row) => ({ ...row, update: Y.encodeStateAsUpdate(doc) })) };
    },
  };
  await rooms.close();
  await start(log);
  expect(client.texts()[0]).toBe("SATU");
  wrong = false;
  const right = new Y.Doc();
  for (const { update } of (await store.log.load(policy))!.tail) Y.applyUpdate(right, update);
  client.raw(compareFrame(right));
  await expect.poll(() => client.peer.closed?.code).toBe(4500);
  expect(await verdicts(client)).toEqual([]);
  expect(rooms.counters).toMatchObject({ divergedRooms: 1, divergedClients: 0 });
  const again = await new Client().connect(rooms, policy, { account: ALICE });
  await exchangeAll(rooms, policy, again);
  expect(again.texts()[0]).toBe("satu");
});

test("[RM73] whoever says something else at every edit does not make the room read what is stored each time", async () => {
  let loads = 0;
  await rooms.close();
  await start({ ...store.log, load: (document) => (loads++, store.log.load(document)) });
  const wrong = () => client.raw(compareFrame(client.doc, 0, "0".repeat(64)));
  loads = 0;
  wrong();
  expect(await verdicts(client, 1)).toEqual([0]);
  for (let count = 0; count < 3; count++) {
    client.type("!", 0);
    await exchangeAll(rooms, policy, client);
    clock.advance(2_000);
    wrong();
    expect(await verdicts(client)).toEqual([]);
  }
  expect(loads).toBe(1);
  clock.advance(10_000);
  wrong();
  expect(await verdicts(client, 1)).toEqual([0]);
  expect(loads).toBe(2);
});

test("[RM70] without v=1 the message is malformed; so is one cut short or with bytes left over", async () => {
  const old = await new Client().connect(rooms, policy, { account: BOB, acknowledges: false });
  await exchangeAll(rooms, policy, client, old);
  old.raw(compareFrame(old.doc));
  expect(old.peer.closed?.code).toBe(4400);
  for (const wrong of [
    compareFrame(client.doc).slice(0, -1),
    new Uint8Array([...compareFrame(client.doc), 0]),
  ]) {
    const one = await new Client().connect(rooms, policy, { account: BOB });
    one.raw(wrong);
    expect(one.peer.closed?.code).toBe(4400);
  }
});

test("[RM70] too many are not answered", async () => {
  for (let turn = 0; turn < 20; turn++) client.raw(compareFrame(client.doc));
  expect((await verdicts(client, 4)).length).toBe(4);
  expect(client.peer.closed).toBeNull();
});
