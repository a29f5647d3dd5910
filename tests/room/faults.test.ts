/** What goes wrong outside of a frame: nobody but the room it happens in may notice. */
import { afterAll, beforeAll, expect, it } from "vitest";
import * as Y from "yjs";
import {
  ALICE,
  BOB,
  Client,
  clausesOf,
  exchangeAll,
  newPolicy,
  openTestStore,
  syncFrame,
  testRooms,
  type TestStore,
} from "./support.ts";

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.dispose());

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
