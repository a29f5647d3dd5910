import { expect, it } from "vitest";
import * as Y from "yjs";
import { encodeInSlices, encodeState } from "../../collab/room/encoded-state.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { useRooms, type OpenRoom } from "./rooms-bench.ts";
import { BOB, CAROL, Client, exchangeAll, root, settled, testRooms } from "./support.ts";

const { store, roomOf } = useRooms();

const WORDS = "Setiap orang berhak memperoleh informasi publik. ".repeat(20);

/** A document of several writers with deletions in it, larger than one slice. */
function busyDocument(seed: number, edits: number): { doc: Y.Doc; edit: () => void } {
  const random = seededRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const doc = new Y.Doc();
  const writers = Array.from({ length: 5 }, (_, index) => {
    const writer = new Y.Doc();
    writer.clientID = 1_000 + index;
    return writer;
  });
  writers[0]?.get("root-v2", Y.XmlElement).insert(0, [new Y.XmlText("awal")]);
  const edit = () => {
    const writer = writers[below(writers.length)] as Y.Doc;
    Y.applyUpdate(writer, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(writer)));
    if (writer.clientID === 1_000 && doc.store.clients.size === 0)
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer));
    const all = writer.get("root-v2", Y.XmlElement);
    const text = all.get(below(all.length)) as Y.XmlText | undefined;
    if (text === undefined) return;
    const dice = random();
    // A text that is deleted takes all that was written in it along: its parts are collected.
    if (dice < 0.03) all.insert(below(all.length + 1), [new Y.XmlText("baru")]);
    else if (dice < 0.05 && all.length > 1) all.delete(below(all.length), 1);
    else if (dice < 0.3 && text.length > 2) text.delete(below(text.length - 1), 1);
    else text.insert(below(text.length + 1), "ab");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer, Y.encodeStateVector(doc)));
  };
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(writers[0] as Y.Doc));
  for (let count = 0; count < edits; count++) edit();
  return { doc, edit };
}

it.each([1, 2, 3])(
  "[RM50] a state encoded in slices is byte for byte what Yjs writes (seed %i)",
  async (seed) => {
    const { doc } = busyDocument(seed, 400);
    const sliced = await encodeInSlices(doc, async () => {});
    expect(sliced.bytes).toEqual(Y.encodeStateAsUpdate(doc));
    expect(sliced).toEqual(encodeState(doc));
    const deletes = new Uint8Array([0, ...sliced.bytes.subarray(sliced.deletesAt)]);
    expect(deletes).toEqual(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)));
  },
);

it.each([4, 5, 6, 7, 8, 9])(
  "[RM50] edits between two slices leave the state complete in itself (seed %i)",
  async (seed) => {
    const { doc, edit } = busyDocument(seed, 600);
    const before = Y.encodeStateVector(doc);
    let pauses = 0;
    const sliced = await encodeInSlices(
      doc,
      async () => {
        pauses++;
        for (let count = 0; count < 40; count++) edit();
      },
      100,
    );
    expect(pauses).toBeGreaterThan(0);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, sliced.bytes);
    expect([copy.store.pendingStructs, copy.store.pendingDs]).toEqual([null, null]);
    expect(Y.encodeStateVector(copy)).toEqual(sliced.stateVector);
    const held = Y.decodeStateVector(sliced.stateVector);
    for (const [client, clock] of Y.decodeStateVector(before))
      expect(held.get(client) ?? 0).toBeGreaterThanOrEqual(clock);
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc, sliced.stateVector));
    expect(Y.encodeStateAsUpdate(copy)).toEqual(Y.encodeStateAsUpdate(doc));
  },
);

/** Lets the rooms close documents that nobody edits. */
async function comeToRest(made: OpenRoom): Promise<void> {
  await expect
    .poll(() => {
      made.clock.advance(1_000);
      return made.rooms.sizes().awake;
    })
    .toBe(0);
}

it("[RM55] closes a document that nobody edits, serves newcomers from its bytes, and opens it for the next edit", async () => {
  const made = await roomOf(WORDS, "Dua");
  const { rooms, policy, clock } = made;
  const alice = await new Client().connect(rooms, policy);
  await exchangeAll(rooms, policy, alice);
  alice.type(" lagi");
  await exchangeAll(rooms, policy, alice);
  expect(rooms.sizes().awake).toBe(1);
  await comeToRest(made);

  const bob = await new Client().connect(rooms, policy, { account: BOB });
  bob.upload();
  bob.download();
  bob.upload();
  clock.advance(50);
  bob.download();
  expect(bob.synced).toBe(true);
  expect(bob.texts()).toEqual(alice.texts());
  expect(rooms.sizes().awake).toBe(0);

  bob.type("!", 1);
  await exchangeAll(rooms, policy, alice, bob);
  expect(alice.texts()).toEqual([`${WORDS} lagi`, "Dua!"]);
  await comeToRest(made);
  alice.type("?", 1);
  await exchangeAll(rooms, policy, alice, bob);
  expect(bob.texts()).toEqual([`${WORDS} lagi`, "Dua!?"]);
});

it("[RM55] a room that restarts serves snapshot and later rows unopened, and all copies end equal", async () => {
  const { rooms, policy } = await roomOf("Satu", "Dua");
  const alice = await new Client().connect(rooms, policy);
  await exchangeAll(rooms, policy, alice);
  alice.type(" a");
  root(alice.doc).delete(1, 1);
  await exchangeAll(rooms, policy, alice);
  await rooms.close(); // stores a snapshot

  const again = testRooms(store);
  const bob = await new Client().connect(again.rooms, policy, { account: BOB });
  await exchangeAll(again.rooms, policy, bob);
  bob.type(" b");
  bob.insertClause("01C00000000000000000000009" as never, "Tiga", 1);
  await exchangeAll(again.rooms, policy, bob);

  // As after a crash: rows without a snapshot of them.
  const later = testRooms(store);
  const fresh = await new Client().connect(later.rooms, policy, { account: CAROL });
  const knowing = await new Client(alice.doc).connect(later.rooms, policy);
  for (const client of [fresh, knowing]) {
    client.upload();
    client.download();
  }
  expect(later.rooms.sizes().awake).toBe(0);
  expect(fresh.synced).toBe(true);
  expect([fresh.texts(), knowing.texts()]).toEqual([bob.texts(), bob.texts()]);
  fresh.type(" c");
  await exchangeAll(later.rooms, policy, fresh, knowing);
  expect(knowing.texts()).toEqual(fresh.texts());
});

it("[RM9] tells a copy that has all, deletions included, so with two bytes", async () => {
  const made = await roomOf(...Array.from({ length: 200 }, (_, index) => `Klausul ${index}`));
  const { rooms, policy, clock } = made;
  const alice = await new Client().connect(rooms, policy);
  await exchangeAll(rooms, policy, alice);
  // Many stretches of deletions, so that they are long to tell.
  for (let index = 0; index < 200; index++)
    ((root(alice.doc).get(index) as Y.XmlElement).get(0) as Y.XmlText).delete(index % 5, 1);
  await exchangeAll(rooms, policy, alice);
  await comeToRest(made);

  const back = await new Client(alice.doc).connect(rooms, policy);
  back.upload();
  await settled(rooms, policy); // its step1 waits for its own step2
  const step2s = () => back.peer.sent.filter((frame) => frame[0] === 0 && frame[1] === 1);
  expect(step2s()).toEqual([]);
  back.download();
  back.upload();
  expect(step2s()).toEqual([new Uint8Array([0, 1, 2, 0, 0])]);
  back.download();
  expect(back.synced).toBe(true);
  expect(back.acknowledged.at(-1)).toBe(back.sentSyncFrames);

  // One that never tells is answered in full all the same.
  const silent = await new Client(alice.doc).connect(rooms, policy);
  silent.upload();
  clock.advance(2_100);
  expect(silent.peer.sent.some((frame) => frame[0] === 0 && frame[1] === 1 && frame.length > 400)).toBe(true);
});

it("[RM9] one that lacks our deletions is sent them", async () => {
  const made = await roomOf(...Array.from({ length: 200 }, (_, index) => `Klausul ${index}`));
  const { rooms, policy } = made;
  const alice = await new Client().connect(rooms, policy);
  const bob = await new Client().connect(rooms, policy, { account: BOB });
  await exchangeAll(rooms, policy, alice, bob);
  bob.drop();
  for (let index = 0; index < 200; index++)
    ((root(alice.doc).get(index) as Y.XmlElement).get(0) as Y.XmlText).delete(index % 5, 1);
  await exchangeAll(rooms, policy, alice);
  await comeToRest(made);
  const back = await new Client(bob.doc).connect(rooms, policy, { account: BOB });
  await exchangeAll(rooms, policy, back);
  expect(back.texts()).toEqual(alice.texts());
  expect(rooms.sizes().awake).toBe(1); // exchangeAll reads the document
});
