/** A document's object that sleeps while its sockets stay open, on local workerd, with unmodified providers. */
import * as Y from "yjs";
import { afterAll, expect, it, vi } from "vitest";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import { useHost } from "./host-bench.ts";
import { linkProvider, synced, type LinkedProvider } from "./sockets.ts";
import { ALICE, BOB, clausesOf, newPolicy, textsOf, typeInto } from "./support.ts";
import { openWorkerdHost } from "./workerd-host.ts";

const bench = useHost(openWorkerdHost);

interface Person extends LinkedProvider {
  readonly doc: Y.Doc;
  readonly closes: number[];
}

const people: Person[] = [];
afterAll(() => {
  for (const { provider, doc } of people) {
    provider.destroy();
    doc.destroy();
  }
});

async function come(policy: PolicyId, account: AccountId, reader = false): Promise<Person> {
  const doc = new Y.Doc();
  const linked = linkProvider({ port: bench.host.port, policy, doc, account, reader });
  const closes: number[] = [];
  linked.provider.on("connection-close", (event: { code: number } | null) => closes.push(event?.code ?? 0));
  await synced(linked.provider);
  const person = { ...linked, doc, closes };
  people.push(person);
  return person;
}

async function pair(): Promise<{ policy: PolicyId; alice: Person; bob: Person; sleep: () => Promise<void> }> {
  const policy = newPolicy();
  await bench.host.commands.create(policy, clausesOf("Satu", "Dua"), ALICE);
  const [alice, bob] = [await come(policy, ALICE), await come(policy, BOB)];
  return {
    policy,
    alice,
    bob,
    sleep: () => bench.host.hibernate?.(policy) ?? Promise.reject(new Error("no sleep")),
  };
}

const saved = ({ sent, acknowledged }: Person) => sent().length > 0 && acknowledged() === sent().length;
const nameSeenBy = (viewer: Person, shown: Person) =>
  (viewer.provider.awareness.getStates().get(shown.doc.clientID) as { name?: string } | undefined)?.name;

it("[RM66] edits go on after a sleep, without anybody coming anew, and are acknowledged from where the count was", async () => {
  const { alice, bob, sleep } = await pair();
  typeInto(alice.doc, " satu");
  await vi.waitFor(() => expect(saved(alice)).toBe(true));
  const before = alice.acknowledged();
  for (let round = 0; round < 3; round++) {
    await sleep();
    typeInto(alice.doc, "!");
    await vi.waitFor(() => expect(textsOf(bob.doc)).toEqual(textsOf(alice.doc)));
    await sleep();
    typeInto(bob.doc, "?", 1);
    await vi.waitFor(() => expect(textsOf(alice.doc)).toEqual(textsOf(bob.doc)));
  }
  await vi.waitFor(() => expect(saved(alice) && saved(bob)).toBe(true));
  expect(alice.acknowledged()).toBe(before + 3);
  expect(textsOf(alice.doc)).toEqual(["Satu satu!!!", "Dua???"]);
  expect([alice.closes, bob.closes]).toEqual([[], []]);
});

it("[RM66] who was shown before the sleep is shown after it, also to who comes later, and taken away when they leave", async () => {
  const { policy, alice, bob, sleep } = await pair();
  alice.provider.awareness.setLocalState({ anchorPos: 1 });
  bob.provider.awareness.setLocalState({ anchorPos: 2 });
  await vi.waitFor(() => expect(nameSeenBy(bob, alice)).toContain(ALICE));
  await sleep();
  const carol = await come(policy, BOB, true);
  await vi.waitFor(() => expect([nameSeenBy(carol, alice), nameSeenBy(carol, bob)]).not.toContain(undefined));
  await sleep();
  alice.provider.disconnect();
  await vi.waitFor(() => expect(nameSeenBy(bob, alice)).toBeUndefined());
  expect(nameSeenBy(carol, bob)).toBeDefined();
});

it("[RM52] [RM66] a right or a session that ends while the object sleeps closes the sockets concerned", async () => {
  const { policy, alice, bob, sleep } = await pair();
  await sleep();
  await bench.host.rightsChanged({ policy, account: BOB });
  await vi.waitFor(() => expect(bob.closes).toEqual([4501]));
  expect(alice.closes).toEqual([]);
});

it("[RM26] [RM66] a command of the server wakes the object and everyone in the room gets what it did", async () => {
  const { policy, alice, bob, sleep } = await pair();
  typeInto(alice.doc, " satu");
  await vi.waitFor(() => expect(saved(alice)).toBe(true));
  await sleep();
  const { clauses } = await bench.host.commands.freeze(policy);
  expect(clauses.map(({ runs }) => runs)).toEqual([[{ text: "Satu satu" }], [{ text: "Dua" }]]);
  await bench.host.commands.replaceContent(policy, clausesOf("Baru", "Dua"), BOB);
  await vi.waitFor(() => expect(textsOf(alice.doc)).toEqual(["Baru", "Dua"]));
  expect(textsOf(bob.doc)).toEqual(["Baru", "Dua"]);
});

it("[RM8] [RM66] a reader is a reader after a sleep", async () => {
  const { policy, alice, sleep } = await pair();
  const reader = await come(policy, BOB, true);
  await sleep();
  typeInto(reader.doc, " tidak boleh");
  await vi.waitFor(() => expect(reader.closes).toContain(4403));
  expect(textsOf(alice.doc)).toEqual(["Satu", "Dua"]);
});
