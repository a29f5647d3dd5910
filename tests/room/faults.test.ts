/** What goes wrong outside of a frame: nobody but the room it happens in may notice. */
import { expect, it } from "vitest";
import * as Y from "yjs";
import type { UpdateLog } from "../../collab/log/update-log.ts";
import { COMPACT_ROWS } from "../../collab/room/protocol.ts";
import { openRoom, useRooms } from "./rooms-bench.ts";
import { ALICE, BOB, Client, clausesOf, exchangeAll, newPolicy, syncFrame, testRooms } from "./support.ts";

const { store } = useRooms();

it("[RM24] a fault in work that was put off drops its room and nothing else", async () => {
  const [broken, sound] = [newPolicy(), newPolicy()];
  const first = testRooms(store);
  const docs = new Map<string, Y.Doc>();
  for (const policy of [broken, sound]) {
    await first.rooms.create(policy, clausesOf("Satu"), ALICE);
    const alice = await new Client().connect(first.rooms, policy);
    await exchangeAll(first.rooms, policy, alice);
    docs.set(policy, alice.doc);
    const bob = await new Client().connect(first.rooms, policy, { account: BOB });
    await exchangeAll(first.rooms, policy, bob);
    bob.type(" dua");
    await exchangeAll(first.rooms, policy, bob);
  }
  await first.rooms.close(); // stores snapshots
  await store.connection.batch([
    {
      sql: `update snapshots set bytes = substr(bytes, 1, length(bytes) / 2)
            where document_id = (select id from documents where document = ?)`,
      params: [broken],
    },
  ]);

  const { rooms, clock, reports } = testRooms(store);
  const other = await new Client().connect(rooms, sound, { account: BOB });
  await exchangeAll(rooms, sound, other);
  const asker = await new Client().connect(rooms, broken);
  const stateVector = Y.encodeStateVector(docs.get(broken) as Y.Doc);
  // As many questions as are answered at once; the one after them waits.
  for (let count = 0; count < 8; count++) asker.raw(syncFrame(0, new Uint8Array([0])));
  asker.raw(syncFrame(0, stateVector));
  expect(asker.peer.closed).toBeNull();
  clock.advance(2_000);
  expect(asker.peer.closed?.code).toBe(4500);
  expect(reports.map(({ what }) => what)).toEqual(["room dropped"]);
  other.type("!");
  await exchangeAll(rooms, sound, other);
  expect(other.texts()).toEqual(["Satu dua!"]);
});

it("[RM50] a snapshot that cannot be stored is tried again when as many rows have gathered, not at every letter", async () => {
  let tried = 0;
  const log: UpdateLog = {
    ...store.log,
    async compact() {
      tried++;
      throw new Error("no room for it");
    },
  };
  const { rooms, policy } = await openRoom({ log }, ["Satu"]);
  const client = await new Client().connect(rooms, policy);
  await exchangeAll(rooms, policy, client);
  const type = async (letters: number) => {
    for (let count = 0; count < letters; count++) client.type("x");
    await exchangeAll(rooms, policy, client);
  };
  await type(COMPACT_ROWS);
  await expect.poll(() => tried).toBe(1);
  for (let count = 0; count < 20; count++) await type(1);
  expect(tried).toBe(1);
  await type(COMPACT_ROWS);
  await expect.poll(() => tried).toBe(2);
});

it("[RM18] what waits for the disk counts towards the size of a document", async () => {
  const { rooms, policy } = await openRoom(store, ["Satu"], { documentMaxBytes: 20_000 });
  const client = await new Client().connect(rooms, policy);
  await exchangeAll(rooms, policy, client);
  for (let count = 0; count < 5; count++) client.type("x".repeat(5_000));
  client.upload(); // in one turn: nothing is written in between
  expect(client.peer.closed?.code).toBe(4413);
  expect((await rooms.read(policy)).clauses[0]?.runs[0]?.text.length).toBeLessThan(20_000);
});
