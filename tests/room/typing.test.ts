import { expect, it } from "vitest";
import * as Y from "yjs";
import { readTyping } from "../../collab/room/guard-typing.ts";
import { TAIL_MAX_ROWS } from "../../collab/room/protocol.ts";
import { TextIndex } from "../../collab/room/text-index.ts";
import type { AccountId, Cid } from "../../domain/ids.ts";
import { createRooms } from "../../collab/room/rooms.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { useRooms } from "./rooms-bench.ts";
import { ALICE, BOB, CAROL, Client, exchangeAll, root, syncFrame, testRooms } from "./support.ts";

const { store, roomOf } = useRooms();

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Resolves when what was on its way to the log is written and said: the log's thread works in order. */
async function written(): Promise<void> {
  await turn();
  await store.connection.batch([{ sql: "select 1", params: [] }]);
  await turn();
}

/** A room whose document was edited once and is closed again. */
async function atRest(...texts: readonly string[]) {
  const made = await roomOf(...texts);
  const alice = await new Client().connect(made.rooms, made.policy);
  await exchangeAll(made.rooms, made.policy, alice);
  await expect
    .poll(() => {
      made.clock.advance(1_000);
      return made.rooms.sizes().awake;
    })
    .toBe(0);
  return { ...made, alice };
}

it("[RM56] takes in typing without opening the document, and everyone has it", async () => {
  const { rooms, policy, alice } = await atRest("Satu", "Dua");
  const bob = await new Client().connect(rooms, policy, { account: BOB });
  for (const client of [bob, alice, bob]) {
    client.upload();
    client.download();
  }
  alice.type(" lagi");
  (root(alice.doc).get(0) as Y.XmlElement).get(0);
  ((root(alice.doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).delete(0, 2);
  alice.upload();
  await expect.poll(() => (alice.download(), alice.acknowledged.at(-1))).toBe(alice.sentSyncFrames);
  expect(rooms.sizes().awake).toBe(0);
  bob.download();
  expect(bob.texts()).toEqual(["tu lagi", "Dua"]);
  expect((await rooms.read(policy)).clauses[0]?.runs).toEqual([{ text: "tu lagi" }]);
  expect((await store.log.history(policy, 0, 100)).map(({ actor, cause }) => [actor, cause])).toEqual([
    [ALICE, "command"],
    [ALICE, "typed"],
    [ALICE, "typed"],
  ]);
});

it("[RM56] takes in typing unopened after a start too, and however much it is", async () => {
  const { rooms, policy, alice } = await atRest("Satu", "Dua");
  alice.type(" lagi");
  alice.upload();
  await exchangeAll(rooms, policy, alice);
  await rooms.close();
  const again = testRooms(store).rooms;
  await alice.connect(again, policy);
  alice.upload();
  alice.download();
  for (let count = 0; count < 3 * TAIL_MAX_ROWS; count++) {
    alice.type(count % 7 === 0 ? "." : "a", count % 2);
    alice.upload();
    await written();
  }
  expect(again.sizes().awake).toBe(0);
  const bob = await new Client().connect(again, policy, { account: BOB });
  bob.upload();
  await expect.poll(() => (bob.download(), bob.texts())).toEqual(alice.texts());
  expect(again.sizes().awake).toBe(0);
  await again.close();
  const { clauses } = await testRooms(store).rooms.read(policy);
  expect(clauses.map(({ runs }) => runs[0]?.text)).toEqual(alice.texts());
});

it.each([
  ["of somebody else's client id", BOB, 4403, (doc: Y.Doc) => typeInto(doc, "x")],
  ["of a control character", ALICE, 4422, (doc: Y.Doc) => typeInto(doc, "\u0001")],
])("[RM56] refuses typing %s as ever", async (_what, account, code, edit) => {
  const { rooms, policy, alice } = await atRest("Satu");
  alice.type("a");
  alice.upload();
  await written();
  const other = await new Client().connect(rooms, policy, { account: account as AccountId });
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(alice.doc));
  copy.clientID = alice.doc.clientID;
  const before = Y.encodeStateVector(copy);
  edit(copy);
  other.raw(syncFrame(2, Y.encodeStateAsUpdate(copy, before)));
  expect(other.peer.closed?.code).toBe(code);
});

const typeInto = (doc: Y.Doc, text: string): void =>
  ((root(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(1, text);

it("[RM56] leaves to the guards what is not plainly typing", () => {
  const doc = new Y.Doc();
  doc.clientID = 5;
  const clause = () => {
    const element = new Y.XmlElement("clause");
    element.insert(0, [new Y.XmlText("abc")]);
    return element;
  };
  root(doc).insert(0, [clause(), clause()]);
  const text = (index: number) => (root(doc).get(index) as Y.XmlElement).get(0) as Y.XmlText;
  text(1).format(0, 1, { p: { __format: 1 } });
  const index = TextIndex.of(doc);
  const judge = (edit: (copy: Y.Doc) => void) => {
    const copy = new Y.Doc();
    copy.clientID = 6;
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    const before = Y.encodeStateVector(copy);
    edit(copy);
    const update = Y.encodeStateAsUpdate(copy, before);
    return readTyping(update, (client) => Y.getState(doc.store, client), index) !== null;
  };
  const at = (copy: Y.Doc, place: number) => (root(copy).get(place) as Y.XmlElement).get(0) as Y.XmlText;
  expect(judge((copy) => at(copy, 0).insert(1, "x"))).toBe(true);
  expect(judge((copy) => at(copy, 0).delete(1, 1))).toBe(true);
  expect(judge((copy) => at(copy, 1).insert(1, "x"))).toBe(false); // a text with formats
  expect(judge((copy) => at(copy, 0).insert(1, "x", { p: { __format: 1 } }))).toBe(false);
  expect(judge((copy) => at(copy, 0).insertEmbed(1, { a: 1 }))).toBe(false);
  expect(judge((copy) => root(copy).delete(0, 1))).toBe(false);
  expect(judge((copy) => root(copy).insert(1, [clause()]))).toBe(false);
  expect(judge((copy) => (root(copy).get(0) as Y.XmlElement).setAttribute("s_kind", "ayat"))).toBe(false);
  expect(judge(() => {})).toBe(false);
});

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);

it.each(SEEDS)(
  "[RM56] typing, structure, formats and pauses: all copies and a fresh load are equal (seed %i)",
  async (seed) => {
    const random = seededRandom(seed);
    const below = (count: number) => Math.floor(random() * count);
    const made = await atRest("Setiap orang", "berhak", "memperoleh informasi");
    const { rooms, policy, clock } = made;
    const clients = [
      made.alice,
      ...(await Promise.all([BOB, CAROL].map((account) => new Client().connect(rooms, policy, { account })))),
    ];
    await exchangeAll(rooms, policy, ...clients);
    let unopened = 0;
    let cid = 0;
    for (let step = 0; step < 120; step++) {
      const client = clients[below(3)] as Client;
      const place = below(root(client.doc).length);
      const text = (root(client.doc).get(place) as Y.XmlElement | undefined)?.get(0) as Y.XmlText | undefined;
      const dice = random();
      if (text === undefined) client.insertClause(cidFor(seed, ++cid), "baru");
      else if (dice < 0.6) text.insert(below(text.length + 1), "kata"[below(4)] as string);
      else if (dice < 0.8 && text.length > 1) text.delete(below(text.length), 1);
      else if (dice < 0.84 && text.length > 1) text.format(0, 1, { p: { __format: 1 } });
      else if (dice < 0.88) client.insertClause(cidFor(seed, ++cid), "baru", below(3));
      else if (dice < 0.9 && root(client.doc).length > 1)
        client.doc.transact(() => root(client.doc).delete(place, 1));
      const wasClosed = rooms.sizes().awake === 0 && client.outgoing.length > 0;
      if (random() < 0.7) {
        client.upload(1 + below(3));
        if (wasClosed && rooms.sizes().awake === 0) unopened++;
      }
      if (random() < 0.5) (clients[below(3)] as Client).download(below(6));
      if (random() < 0.5) await written();
      if (random() < 0.4) {
        await written();
        clock.advance(2_500);
        await written();
        clock.advance(1);
      } else clock.advance(40);
    }
    await exchangeAll(rooms, policy, ...clients);
    const fresh = createRooms({ log: store.log, report: (what) => expect(what).toBe("nothing") });
    const { state } = await fresh.freeze(policy);
    await fresh.close();
    const loaded = new Y.Doc();
    Y.applyUpdate(loaded, state);
    expectSameIndex(loaded);
    for (const client of clients) {
      expect(client.peer.closed).toBeNull();
      expect(client.texts()).toEqual(clients[0]?.texts());
      expect(Y.encodeStateVector(client.doc)).toEqual(Y.encodeStateVector(loaded));
    }
    expect(root(loaded).toJSON()).toEqual(root((clients[0] as Client).doc).toJSON());
    expect(unopened).toBeGreaterThan(2);
  },
);

/** What is stored of an index says of every character what the index says. */
function expectSameIndex(doc: Y.Doc): void {
  const index = TextIndex.of(doc);
  const stored = TextIndex.from(index.encode());
  expect(stored.encode()).toEqual(index.encode());
  for (const [client, structs] of doc.store.clients)
    for (const { id, length } of structs)
      for (let clock = id.clock; clock <= id.clock + length; clock++)
        expect(stored.textAt({ client, clock } as Y.ID)).toBe(index.textAt({ client, clock } as Y.ID));
  expect(stored.encode()).toEqual(index.encode());
  const cut = TextIndex.from(index.encode().subarray(0, -1));
  for (const client of doc.store.clients.keys()) expect(cut.textAt({ client, clock: 0 } as Y.ID)).toBeNull();
}

const cidFor = (seed: number, count: number): Cid =>
  `01T${String(seed * 1_000 + count).padStart(23, "0")}` as Cid;
