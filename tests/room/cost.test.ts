/**
 * Frames within the size limit that were made to be dear: judged by anything
 * but linear work, each of them would hold the process for minutes, and with it
 * everyone in every document.
 */
import * as encoding from "lib0/encoding";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { integrationOrder, sectionsOf } from "../../collab/room/guard-causality.ts";
import { readTyping } from "../../collab/room/guard-typing.ts";
import { TextIndex } from "../../collab/room/text-index.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { useRooms } from "./rooms-bench.ts";
import { BOB, bytesOf, Client, exchangeAll, presenceFrameOf, root, settled, syncFrame } from "./support.ts";

const { roomOf } = useRooms();

type Id = readonly [client: number, clock: number];

/** An update of single characters: by client, what each stands behind. */
const charactersAfter = (
  sections: readonly (readonly [client: number, origins: readonly Id[]])[],
): Uint8Array =>
  bytesOf((encoder) => {
    encoding.writeVarUint(encoder, sections.length);
    for (const [client, origins] of sections) {
      for (const value of [origins.length, client, 0]) encoding.writeVarUint(encoder, value);
      for (const [originClient, originClock] of origins) {
        encoding.writeUint8(encoder, 0x80 | 4);
        encoding.writeVarUint(encoder, originClient);
        encoding.writeVarUint(encoder, originClock);
        encoding.writeVarString(encoder, "x");
      }
    }
    encoding.writeVarUint(encoder, 0);
  });

/** Deletes the stretch from the first to before the `end`-th of what `client` wrote, `times` times. */
const deletesAgain = (client: number, end: number, times: number): Uint8Array =>
  bytesOf((encoder) => {
    for (const value of [0, 1, client, times]) encoding.writeVarUint(encoder, value);
    for (let count = 0; count < times; count++) {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarUint(encoder, end);
    }
  });

/** Each part waits for the one that whoever goes through all of them again and again looks at last. */
function waitingParts(first: Id, count: number): Uint8Array {
  const others = Array.from({ length: count }, (_, place) =>
    place % 2 === 0 ? place / 2 : count - (place + 1) / 2,
  );
  const placeOf = new Map(others.map((other, place) => [other, place]));
  return charactersAfter([
    [10, [first, ...others.slice(1).map((_, place): Id => [20 + (others[place] as number), 0])]],
    ...others.map((_, other) => [20 + other, [[10, placeOf.get(other) as number]]] as const),
  ]);
}

async function room(...texts: readonly string[]) {
  const made = await roomOf(...texts);
  const client = await new Client().connect(made.rooms, made.policy, { account: BOB });
  await exchangeAll(made.rooms, made.policy, client);
  return { ...made, client };
}

const firstCharacter = (doc: Y.Doc): Id => {
  const { id } = ((root(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText)._start as Y.Item;
  return [id.client, id.clock];
};

it("[RM13] parts of an update that wait for each other in the worst order are put in order in one walk", async () => {
  const { client, rooms, policy } = await room("Satu");
  client.raw(syncFrame(1, waitingParts(firstCharacter(client.doc), 30_000)));
  await settled(rooms, policy);
  expect(client.peer.closed).toEqual({ code: 4400, reason: "too many client ids at once" });
});

it.each([1, 2, 3, 4, 5, 6])(
  "[RM13] an order is found exactly where Yjs can integrate everything, and each comes after what it refers to (seed %i)",
  (seed) => {
    const random = seededRandom(seed);
    const below = (count: number) => Math.floor(random() * count);
    let orders = 0;
    for (let round = 0; round < 300; round++) {
      const doc = new Y.Doc();
      doc.clientID = 5;
      const clause = new Y.XmlElement("clause");
      root(doc).insert(0, [clause]);
      clause.insert(0, [new Y.XmlText("abc")]);
      const clients = 1 + below(4);
      const length = 1 + below(4);
      const update = charactersAfter(
        Array.from({ length: clients }, (_, client) => [
          10 + client,
          Array.from({ length }, (): Id =>
            random() < 0.5 ? firstCharacter(doc) : [10 + below(clients), below(length)],
          ),
        ]),
      );
      const { structs } = Y.decodeUpdate(update);
      const sections = sectionsOf(structs, (client) => Y.getState(doc.store, client));
      const order = integrationOrder(sections as NonNullable<typeof sections>, doc.store);
      const reached = new Map<number, number>([[5, Y.getState(doc.store, 5)]]);
      for (const { id, length: size, origin } of (order ?? []) as Y.Item[]) {
        expect(reached.get((origin as Y.ID).client) ?? 0).toBeGreaterThan((origin as Y.ID).clock);
        expect(reached.get(id.client) ?? 0).toBe(id.clock);
        reached.set(id.client, id.clock + size);
      }
      if (order !== null) {
        orders++;
        expect(order.length).toBe(structs.length);
        Y.applyUpdate(doc, update);
        expect(doc.store.pendingStructs).toBeNull();
      } else expect(hasCircle(structs as Y.Item[])).toBe(true);
    }
    expect(orders).toBeGreaterThan(30);
  },
);

/** Whether some of `items` wait for each other, found by taking away those that do not. */
function hasCircle(items: readonly Y.Item[]): boolean {
  const keyOf = ({ client, clock }: Y.ID) => `${client}:${clock}`;
  const waiting = new Map(items.map((item) => [keyOf(item.id), item]));
  for (let before = -1; before !== waiting.size;) {
    before = waiting.size;
    for (const [key, { id, origin }] of waiting) {
      const earlier = keyOf({ client: id.client, clock: id.clock - 1 } as Y.ID);
      if (!waiting.has(earlier) && !waiting.has(keyOf(origin as Y.ID))) waiting.delete(key);
    }
  }
  return waiting.size > 0;
}

it("[RM56] a frame full of single characters is read once", () => {
  const doc = new Y.Doc();
  doc.clientID = 5;
  const clause = new Y.XmlElement("clause");
  root(doc).insert(0, [clause]);
  clause.insert(0, [new Y.XmlText("abc")]);
  const count = 120_000;
  const origins = Array.from({ length: count }, (_, clock): Id =>
    clock === 0 ? firstCharacter(doc) : [7, clock - 1],
  );
  const runs = readTyping(
    charactersAfter([[7, origins]]),
    (client) => Y.getState(doc.store, client),
    TextIndex.of(doc),
  );
  expect(runs?.length).toBe(count);
  expect(new Set(runs?.map(({ text }) => text)).size).toBe(1);
});

it("[RM12] deletions that repeat each other close 4400, in a document at rest and in an open one", async () => {
  const { rooms, policy, client, clock } = await room("Satu", "Dua");
  // Letters in turn into two texts: as many stretches as letters.
  client.doc.transact(() => {
    for (let count = 0; count < 4_000; count++) client.type("a", count % 2, 1);
  });
  await exchangeAll(rooms, policy, client);
  const update = deletesAgain(client.doc.clientID, 4_000, 100_000);
  const atRest = await new Client().connect(rooms, policy, { account: BOB });
  await expect.poll(() => (clock.advance(1_000), rooms.sizes().awake)).toBe(0);
  const open = await new Client().connect(rooms, policy, { account: BOB });
  for (const attacker of [atRest, open]) {
    attacker.raw(syncFrame(2, update));
    expect(attacker.peer.closed?.code).toBe(4400);
    expect(rooms.sizes().awake).toBe(1);
  }
  await exchangeAll(rooms, policy, client);
  expect((await rooms.read(policy)).clauses[0]?.runs[0]?.text.length).toBe(4 + 2_000);
});

it("[RM13] a client that goes on about a gap is asked once until it answers", async () => {
  const { rooms, policy, client } = await room("Satu");
  const gap = bytesOf((encoder) => {
    for (const value of [1, 1, 77, 5, 0, 3, 0]) encoding.writeVarUint(encoder, value);
  });
  for (let count = 0; count < 500; count++) client.raw(syncFrame(2, gap));
  await settled(rooms, policy);
  const asked = () => client.peer.sent.filter((frame) => frame[0] === 0 && frame[1] === 0).length;
  expect(asked()).toBe(1);
  client.download();
  client.upload();
  client.raw(syncFrame(2, gap));
  await settled(rooms, policy);
  expect(asked()).toBe(1);
});

it("[RM40] is not told who left while it does not read", async () => {
  const { rooms, policy, client } = await room("Satu");
  const gone = await new Client().connect(rooms, policy);
  gone.raw(presenceFrameOf([{ client: 900, clock: 1, state: {} }]));
  gone.drop();
  const echo = presenceFrameOf([{ client: 900, clock: 1, state: {} }]);
  const before = client.peer.sent.length;
  client.raw(echo);
  expect(client.peer.sent.length).toBe(before + 1);
  client.peer.bufferedAmount = 2 * 1024 * 1024;
  for (let count = 0; count < 50; count++) client.raw(echo);
  expect(client.peer.sent.length).toBe(before + 1);
});
