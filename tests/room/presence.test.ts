import { expect, it } from "vitest";
import { encodePresence, presenceFrame } from "../../collab/room/frames.ts";
import { useRooms } from "./rooms-bench.ts";
import { ALICE, BOB, CAROL, Client, exchangeAll, presenceFrameOf } from "./support.ts";

const { roomOf } = useRooms();

async function roomWith(...accounts: readonly (typeof ALICE)[]) {
  const { rooms, clock, policy } = await roomOf("Satu");
  const clients = await Promise.all(
    accounts.map((account) => new Client().connect(rooms, policy, { account })),
  );
  await exchangeAll(rooms, policy, ...clients);
  return { policy, rooms, clock, clients };
}

const show = (client: Client, id: number, clock: number, state: unknown) =>
  client.raw(presenceFrameOf([{ client: id, clock, state }]));
const heard = (client: Client) => {
  client.download();
  return client.presence.splice(0);
};

it("[RM30] says who somebody is, whatever the client claims, and gives two people two colours", async () => {
  const { clock, clients } = await roomWith(ALICE, BOB);
  const [alice, bob] = clients as [Client, Client];
  show(alice, 1, 1, { name: "Wali Kota", user: { id: BOB, name: "Wali Kota" }, color: "red", anchorPos: 3 });
  show(bob, 2, 1, {});
  clock.advance(50);
  const entries = heard(bob).toSorted((left, right) => left.client - right.client);
  expect(entries).toMatchObject([
    {
      client: 1,
      clock: 1,
      state: { name: `Name of ${ALICE}`, user: { id: ALICE, name: `Name of ${ALICE}` }, anchorPos: 3 },
    },
    { client: 2, clock: 1, state: { user: { id: BOB } } },
  ]);
  expect(entries[0]?.state).not.toHaveProperty("color");
  const colours = entries.map(({ state }) => (state as { user: { colour: number } }).user.colour);
  expect(new Set(colours).size).toBe(2);
});

it("[RM31] a state that is too large closes 4413, also one that grows when it is written anew", async () => {
  const { clients } = await roomWith(ALICE, BOB);
  const [alice, bob] = clients as [Client, Client];
  show(alice, 1, 1, { name: "a".repeat(5_000) });
  expect(alice.peer.closed?.code).toBe(4413);
  const short = `{"a":[${Array(700).fill("1e20").join(",")}]}`;
  bob.raw(presenceFrame([encodePresence({ client: 2, clock: 1, state: short })]));
  expect(bob.peer.closed?.code).toBe(4413);
});

it("[RM30] gives who comes back another colour than those who are here, however many came and went", async () => {
  const { policy, rooms, clock, clients } = await roomWith(ALICE, BOB);
  const [alice, bob] = clients as [Client, Client];
  show(alice, 1, 1, {});
  show(bob, 2, 1, {});
  clock.advance(50);
  alice.drop();
  const carol = await new Client().connect(rooms, policy, { account: CAROL });
  show(carol, 3, 1, {});
  const back = await new Client().connect(rooms, policy, { account: ALICE });
  show(back, 4, 1, {});
  clock.advance(50);
  const present = heard(bob).filter(({ client }) => client > 1);
  const colours = present.map(({ state }) => (state as { user: { colour: number } }).user.colour);
  expect(present).toHaveLength(3);
  expect(new Set(colours)).toEqual(new Set([0, 1, 2]));
});

it("[RM31] drops what it says of others, 2,000 ghosts included, and keeps one client id per connection", async () => {
  const { rooms, clock, clients } = await roomWith(ALICE, BOB);
  const [alice, bob] = clients as [Client, Client];
  show(alice, 1, 1, { at: "a" });
  show(bob, 2, 1, { at: "b" });
  clock.advance(50);
  heard(alice);
  show(bob, 1, 9, { at: "forged" });
  show(bob, 1, 9, null);
  bob.raw(
    presenceFrameOf(
      Array.from({ length: 2_000 }, (_, index) => ({ client: 100 + index, clock: 1, state: {} })),
    ),
  );
  clock.advance(50);
  expect(heard(alice)).toEqual([]);
  expect(rooms.counters.foreignPresence).toBe(2_002);
  bob.raw(
    presenceFrameOf(
      Array.from({ length: 2_001 }, (_, index) => ({ client: 100 + index, clock: 1, state: {} })),
    ),
  );
  expect([alice.peer.closed, bob.peer.closed?.code]).toEqual([null, 4400]);
});

it("[RM31] closes 4413 on a state over 4 KiB", async () => {
  const { clients } = await roomWith(ALICE);
  show(clients[0] as Client, 1, 1, { text: "x".repeat(4_096) });
  expect(clients[0]?.peer.closed?.code).toBe(4413);
});

it("[RM32] takes away only the id that the ended connection brought", async () => {
  const { clock, clients } = await roomWith(ALICE, BOB, CAROL);
  const [alice, bob, carol] = clients as [Client, Client, Client];
  show(alice, 1, 1, {});
  show(bob, 2, 1, {});
  clock.advance(50);
  heard(carol);
  bob.drop();
  clock.advance(50);
  expect(heard(carol)).toEqual([{ client: 2, clock: 1, state: null }]);
});

it("[RM31] asks who comes back with an id that left to announce itself anew, and does not take an echo for a person", async () => {
  const { policy, rooms, clock, clients } = await roomWith(ALICE, BOB);
  const [alice, bob] = clients as [Client, Client];
  show(alice, 1, 5, {});
  clock.advance(50);
  alice.drop();
  clock.advance(50);
  heard(bob);
  const back = await new Client().connect(rooms, policy, { account: ALICE });
  show(back, 1, 5, {});
  expect(heard(back)).toEqual([{ client: 1, clock: 5, state: null }]);
  show(back, 1, 6, {});
  clock.advance(50);
  expect(heard(bob)).toMatchObject([{ client: 1, clock: 6, state: { user: { id: ALICE } } }]);
});

it("[RM33] gathers a turn of movements into one frame for all; of a flood the newest is sent", async () => {
  const { clock, clients } = await roomWith(ALICE, BOB);
  const [alice, bob] = clients as [Client, Client];
  for (let move = 1; move <= 100; move++) show(alice, 1, move, { move });
  clock.advance(50);
  expect(bob.peer.sent).toHaveLength(1);
  expect(heard(bob)).toMatchObject([{ client: 1, clock: 20 }]);
  clock.advance(400);
  expect(heard(bob).at(-1)).toMatchObject({ client: 1, clock: 100, state: { move: 100 } });
});

it("[RM34] sends the idle frame after 20 s of silence, and answers a query", async () => {
  const { clock, clients } = await roomWith(ALICE);
  const [alice] = clients as [Client];
  clock.advance(19_000);
  expect(alice.peer.sent).toEqual([]);
  clock.advance(2_000);
  expect(alice.peer.sent).toEqual([new Uint8Array([1, 1, 0])]);
  alice.raw(new Uint8Array([3]));
  expect(alice.peer.sent).toHaveLength(2);
});
