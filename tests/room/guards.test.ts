import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { cidOf } from "../document/support.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { deeplyNested } from "./hostile-frames.ts";
import { REFUSED_EDITS } from "./refused-edits.ts";
import { useRooms } from "./rooms-bench.ts";
import {
  BOB,
  bytesOf,
  Client,
  exchangeAll,
  presenceFrameOf,
  root,
  settled,
  syncFrame,
  testRooms,
  textsOf,
} from "./support.ts";

const { store, roomOf } = useRooms();

/** A room with an attacker and somebody who types on; afterwards the text is what the latter wrote and both hosts' copies agree. */
async function withAttacker(attack: (attacker: Client) => void | Promise<void>) {
  const { rooms, reports, policy } = await roomOf("Satu", "Dua");
  const victim = await new Client().connect(rooms, policy);
  const attacker = await new Client().connect(rooms, policy, { account: BOB });
  await exchangeAll(rooms, policy, victim, attacker);
  await attack(attacker);
  attacker.upload();
  await settled(rooms, policy);
  victim.type("!");
  await exchangeAll(rooms, policy, victim);
  expect(victim.peer.closed).toBeNull();
  expect(victim.texts()).toEqual(["Satu!", "Dua"]);
  expect((await rooms.read(policy)).clauses.map(({ runs }) => runs[0]?.text)).toEqual(["Satu!", "Dua"]);
  const stored = await store.log.load(policy);
  const reloaded = new Y.Doc();
  for (const row of stored?.tail ?? []) Y.applyUpdate(reloaded, row.update);
  expect(reloaded.store.pendingStructs).toBeNull();
  expect(Y.encodeStateVector(reloaded)).toEqual(Y.encodeStateVector(victim.doc));
  return { closed: attacker.peer.closed?.code ?? null, reports, rooms };
}

/** An update that a client with the document of `attacker` would write for `edit`. */
function updateOf(attacker: Client, edit: (doc: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(attacker.doc));
  const before = Y.encodeStateVector(copy);
  copy.transact(() => edit(copy));
  return Y.encodeStateAsUpdate(copy, before);
}

const clauseAt = (doc: Y.Doc, index = 0) => root(doc).get(index) as Y.XmlElement;
const textAt = (doc: Y.Doc, index = 0) => clauseAt(doc, index).get(0) as Y.XmlText;

describe("[RM10] [RM12] frames", () => {
  const bad: readonly [string, Uint8Array][] = [
    ["an empty frame", new Uint8Array()],
    ["an unknown message", new Uint8Array([7, 1, 2])],
    ["an acknowledgement from a client", new Uint8Array([100, 1])],
    ["an unknown sync step", new Uint8Array([0, 3, 0])],
    ["a truncated length", new Uint8Array([0, 2, 200])],
    ["a length over the end", new Uint8Array([0, 2, 50, 1, 2])],
    ["bytes left over", new Uint8Array([0, 2, 2, 0, 0, 9])],
    ["an overlong varint", new Uint8Array([0, 2, ...Array.from({ length: 12 }, () => 255)])],
    ["an update that is no update", syncFrame(2, new Uint8Array([1, 1, 1, 0, 4]))],
    ["a step1 that is no state vector", syncFrame(0, new Uint8Array([5, 1]))],
    ["presence that is none", new Uint8Array([1, 3, 2, 1, 1])],
  ];
  it.each(bad)("%s closes 4400", async (_name, bytes) => {
    expect((await withAttacker((attacker) => attacker.raw(bytes))).closed).toBe(4400);
  });

  it("random bytes never disturb the others", async () => {
    const random = seededRandom(7);
    const codes = new Set<number | null>();
    for (let round = 0; round < 40; round++) {
      const bytes = Uint8Array.from({ length: 1 + Math.floor(random() * 60) }, () =>
        Math.floor(random() * 256),
      );
      const frame = random() < 0.6 ? syncFrame(random() < 0.5 ? 1 : 2, bytes) : bytes;
      codes.add((await withAttacker((attacker) => attacker.raw(frame))).closed);
    }
    expect([...codes].every((code) => code === null || (code >= 4400 && code < 4600))).toBe(true);
  });

  it("a damaged copy of a real update never disturbs the others", async () => {
    const random = seededRandom(11);
    for (let round = 0; round < 60; round++) {
      await withAttacker((attacker) => {
        const update = updateOf(attacker, (doc) => {
          const text = textAt(doc, 1);
          text.insert(2, "xyz", { s_ref: cidOf(1) });
          text.delete(2, 3);
        });
        const place = Math.floor(random() * update.length);
        // Deletions are legal wherever they point, so only what comes before them is damaged.
        update[place] = (update[place] ?? 0) ^ (1 << Math.floor(random() * 8));
        const decodedDeletes = readableDeletes(update);
        if (decodedDeletes === 0) attacker.raw(syncFrame(2, update));
      });
    }
  });

  it("an update over 1 MiB and a step2 over 8 MiB close 4413", async () => {
    const MIB = 1024 * 1024;
    expect(
      (await withAttacker((attacker) => attacker.raw(syncFrame(2, new Uint8Array(MIB + 1))))).closed,
    ).toBe(4413);
    expect(
      (await withAttacker((attacker) => attacker.raw(syncFrame(1, new Uint8Array(8 * MIB + 1))))).closed,
    ).toBe(4413);
  });

  it("[RM11] a flood closes 4529, a code after which the client comes back", async () => {
    const { closed } = await withAttacker((attacker) => {
      for (let count = 0; count < 3_000; count++) attacker.raw(presenceFrameOf([]));
    });
    expect(closed).toBe(4529);
  });
});

/** How many deletions a damaged update would still make. */
function readableDeletes(update: Uint8Array): number {
  try {
    return Y.decodeUpdate(update).ds.clients.size;
  } catch {
    return 0;
  }
}

describe("[RM14] client ids", () => {
  it("somebody else's client id closes 4403", async () => {
    const { rooms, policy } = await roomOf("Satu");
    const victim = await new Client().connect(rooms, policy);
    await exchangeAll(rooms, policy, victim);
    victim.type(" milikku");
    await exchangeAll(rooms, policy, victim);
    const attacker = await new Client().connect(rooms, policy, { account: BOB });
    await exchangeAll(rooms, policy, attacker);
    attacker.doc.clientID = victim.doc.clientID;
    attacker.type(" palsu");
    attacker.upload();
    expect(attacker.peer.closed?.code).toBe(4403);
    // The map is kept with the log: a fresh process knows it too.
    await rooms.close();
    const later = testRooms(store).rooms;
    const again = await new Client().connect(later, policy, { account: BOB });
    await exchangeAll(later, policy, again);
    again.doc.clientID = victim.doc.clientID;
    again.type(" palsu");
    again.upload();
    expect(again.peer.closed?.code).toBe(4403);
  });

  it("the server's own client id closes 4403", async () => {
    const { closed } = await withAttacker((attacker) => {
      const [server] = Y.decodeStateVector(Y.encodeStateVector(attacker.doc)).keys();
      attacker.doc.clientID = server as number;
      attacker.type(" palsu");
    });
    expect(closed).toBe(4403);
  });
});

describe("[RM13] [RM15] causality and clocks", () => {
  it("a causal gap is answered with step1, and one that stays is sent back later", async () => {
    const { rooms, policy } = await roomOf("Satu");
    const client = await new Client().connect(rooms, policy);
    await exchangeAll(rooms, policy, client);
    const gap = bytesOf((encoder) => {
      for (const value of [1, 1, 77, 5, 0, 3, 0]) encoding.writeVarUint(encoder, value);
    });
    client.raw(syncFrame(2, gap));
    client.raw(syncFrame(1, gap));
    await settled(rooms, policy);
    expect(client.peer.sent.map((frame) => [frame[0], frame[1]])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    client.raw(syncFrame(1, gap));
    client.raw(syncFrame(1, gap));
    expect(client.peer.closed?.code).toBe(4509);
  });

  it("a deletion of what nobody wrote is a gap, not something to keep", async () => {
    const { closed } = await withAttacker((attacker) => {
      const update = bytesOf((encoder) => {
        for (const value of [0, 1, 4242, 1, 0, 1_000_000]) encoding.writeVarUint(encoder, value);
      });
      attacker.raw(syncFrame(2, update));
    });
    expect(closed).toBeNull();
  });

  it("a clock bomb closes 4400", async () => {
    const { closed } = await withAttacker((attacker) => {
      const bomb = bytesOf((encoder) => {
        for (const value of [1, 1, 77, 0, 0, 2 ** 31, 0]) encoding.writeVarUint(encoder, value);
      });
      attacker.raw(syncFrame(2, bomb));
    });
    expect(closed).toBe(4400);
  });

  it("items that wait for each other, or for themselves, are a gap", async () => {
    const item = (encoder: encoding.Encoder, origin: readonly [number, number], text: string) => {
      encoding.writeUint8(encoder, 0x80 | 4);
      encoding.writeVarUint(encoder, origin[0]);
      encoding.writeVarUint(encoder, origin[1]);
      encoding.writeVarString(encoder, text);
    };
    const circle = bytesOf((encoder) => {
      encoding.writeVarUint(encoder, 2);
      for (const value of [1, 78, 0]) encoding.writeVarUint(encoder, value);
      item(encoder, [77, 0], "a");
      for (const value of [1, 77, 0]) encoding.writeVarUint(encoder, value);
      item(encoder, [78, 0], "b");
      encoding.writeVarUint(encoder, 0);
    });
    const self = bytesOf((encoder) => {
      for (const value of [1, 1, 77, 0]) encoding.writeVarUint(encoder, value);
      item(encoder, [77, 0], "b");
      encoding.writeVarUint(encoder, 0);
    });
    for (const update of [circle, self]) {
      const { closed, reports } = await withAttacker((attacker) => attacker.raw(syncFrame(2, update)));
      expect([closed, reports]).toEqual([null, []]);
    }
  });
});

describe("[RM16] content", () => {
  it.each(REFUSED_EDITS)("%s closes 4422", async (_name, edit) => {
    expect(
      (await withAttacker((attacker) => attacker.raw(syncFrame(2, updateOf(attacker, edit))))).closed,
    ).toBe(4422);
  });

  it("deeply nested values close 4400 before anything is applied", async () => {
    const { closed } = await withAttacker((attacker) => attacker.raw(syncFrame(2, deeplyNested())));
    expect(closed).toBe(4400);
  });

  it("takes an empty text, which every new clause has", async () => {
    const { rooms, policy } = await roomOf("Satu");
    const client = await new Client().connect(rooms, policy);
    const other = await new Client().connect(rooms, policy, { account: BOB });
    await exchangeAll(rooms, policy, client, other);
    client.doc.transact(() => {
      const element = new Y.XmlElement("clause");
      element.setAttribute("s_cid", cidOf(7));
      element.setAttribute("s_kind", "ayat");
      element.insert(0, [new Y.XmlText()]);
      root(client.doc).insert(1, [element]);
    });
    await exchangeAll(rooms, policy, client, other);
    expect(client.peer.closed).toBeNull();
    expect(other.texts()).toEqual(["Satu", ""]);
    expect(clauseAt(other.doc, 1).length).toBe(1);
  });

  it("half a character becomes U+FFFD, for everyone and in what is frozen", async () => {
    const { rooms, policy } = await roomOf("Satu");
    const client = await new Client().connect(rooms, policy);
    const other = await new Client().connect(rooms, policy, { account: BOB });
    await exchangeAll(rooms, policy, client, other);
    client.type("\ud800");
    client.type("x\udc00y");
    await exchangeAll(rooms, policy, client, other);
    expect(client.peer.closed).toBeNull();
    expect(other.texts()).toEqual(["Satu\ufffdx\ufffdy"]);
    const { clauses, state } = await rooms.freeze(policy);
    expect(clauses[0]?.runs).toEqual([{ text: "Satu\ufffdx\ufffdy" }]);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    expect(textsOf(doc)).toEqual(["Satu\ufffdx\ufffdy"]);
    // A pair whose halves are torn apart by an edit between them.
    client.type("\ud83d\ude42", 0, 0);
    client.type("!", 0, 1);
    await exchangeAll(rooms, policy, client, other);
    expect((await rooms.read(policy)).clauses[0]?.runs[0]?.text.isWellFormed()).toBe(true);
    expect(other.texts()).toEqual(
      client.texts().map((text) => text.replaceAll(/[\ud800-\udfff]/gu, "\ufffd")),
    );
  });

  it("takes all that the editor writes: formats, references, line breaks, notes of splits and joins", async () => {
    const { rooms, policy } = await roomOf("Satu");
    const client = await new Client().connect(rooms, policy);
    await exchangeAll(rooms, policy, client);
    client.doc.transact(() => {
      const clause = clauseAt(client.doc);
      textAt(client.doc).format(0, 2, {
        p: { __format: 3 },
        i: 1,
        s_ref: cidOf(1),
        [`s_c:${cidOf(8)}`]: true,
      });
      textAt(client.doc).format(0, 1, { p: null, s_ref: null });
      clause.insert(1, [new Y.XmlElement("linebreak"), new Y.XmlText("dua")]);
      clause.setAttribute("s_from", cidOf(3));
      clause.setAttribute(`s_m:${cidOf(4)}`, true as unknown as string);
      clause.setAttribute("s_level", 2 as unknown as string);
      clause.setAttribute("s_value", JSON.stringify({ head: 1, rows: [["a"]] }));
      clause.removeAttribute("s_value");
    });
    await exchangeAll(rooms, policy, client);
    expect(client.peer.closed).toBeNull();
    expect((await rooms.read(policy)).clauses[0]?.level).toBe(2);
  });
});
