import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { DocumentRooms } from "../../server/document-rooms.ts";
import { cidOf } from "../document/support.ts";
import { useRooms } from "./rooms-bench.ts";
import {
  ALICE,
  BOB,
  CAROL,
  Client,
  clausesOf,
  exchangeAll,
  newPolicy,
  root,
  settled,
  syncFrame,
  testRooms,
  textsOf,
} from "./support.ts";

const { store, roomOf } = useRooms();

describe("syncing", () => {
  it("[RM5] brings two clients to one text, and a later load to the same", async () => {
    const { rooms, policy } = await roomOf("Satu", "Dua");
    const alice = await new Client().connect(rooms, policy);
    const bob = await new Client().connect(rooms, policy, { account: BOB });
    await exchangeAll(rooms, policy, alice, bob);
    expect(alice.texts()).toEqual(["Satu", "Dua"]);
    alice.type(" kata");
    bob.type(" lain", 1);
    bob.insertClause(cidOf(9), "Baru", 1);
    await exchangeAll(rooms, policy, alice, bob);
    expect(alice.texts()).toEqual(["Satu kata", "Baru", "Dua lain"]);
    expect(bob.texts()).toEqual(alice.texts());
    await rooms.close();
    const again = testRooms(store).rooms;
    expect((await again.read(policy)).clauses.map(({ cid }) => cid)).toEqual([cidOf(1), cidOf(9), cidOf(2)]);
    const later = await new Client().connect(again, policy, { account: CAROL });
    await exchangeAll(again, policy, later);
    expect(later.texts()).toEqual(alice.texts());
  });

  it("[RM6] merges an offline spell, and sends the others what it changed as an update, not as a step2", async () => {
    const { rooms, policy } = await roomOf("Satu");
    const alice = await new Client().connect(rooms, policy);
    const bob = await new Client().connect(rooms, policy, { account: BOB });
    await exchangeAll(rooms, policy, alice, bob);
    const offline = alice.doc;
    alice.drop();
    alice.type(" tanpa jaringan");
    bob.type(" dengan", 0, 0);
    await exchangeAll(rooms, policy, bob);
    const back = await new Client(offline).connect(rooms, policy);
    back.upload();
    await settled(rooms, policy);
    back.download();
    back.upload();
    await settled(rooms, policy);
    expect(bob.peer.sent.map((frame) => [frame[0], frame[1]])).toEqual([[0, 2]]);
    await exchangeAll(rooms, policy, back, bob);
    expect(bob.texts()).toEqual(back.texts());
    expect(bob.texts()[0]).toContain("tanpa jaringan");
  });

  it("[RM13] answers an update with a causal gap with step1, and acknowledges it once a later step2 is durable", async () => {
    const { rooms, policy } = await roomOf("Satu");
    const alice = await new Client().connect(rooms, policy);
    await exchangeAll(rooms, policy, alice);
    const before = alice.acknowledged.at(-1) ?? 0;
    alice.type(" hilang");
    alice.outgoing.shift(); // lost on the way
    alice.type(" sampai");
    alice.upload();
    await settled(rooms, policy);
    expect(alice.peer.sent.map((frame) => [frame[0], frame[1]])).toEqual([[0, 0]]);
    expect((await rooms.read(policy)).clauses[0]?.runs).toEqual([{ text: "Satu" }]);
    alice.download();
    expect(alice.acknowledged.at(-1) ?? 0).toBe(before);
    alice.upload();
    await settled(rooms, policy);
    alice.download();
    expect((await rooms.read(policy)).clauses[0]?.runs).toEqual([{ text: "Satu hilang sampai" }]);
    // The lost frame never arrived, so the server counted one less than was sent.
    expect(alice.acknowledged.at(-1)).toBe(alice.sentSyncFrames - 1);
    expect(rooms.counters.gaps).toBe(1);
  });

  it("[RM22] acknowledges the position of the last durable frame, only to who asked with v=1", async () => {
    const { rooms, policy } = await roomOf("Satu");
    const alice = await new Client().connect(rooms, policy);
    const bob = await new Client().connect(rooms, policy, { account: BOB, acknowledges: false });
    await exchangeAll(rooms, policy, alice, bob);
    for (const word of ["a", "b", "c"]) alice.type(word);
    bob.type("z");
    await exchangeAll(rooms, policy, alice, bob);
    expect(alice.acknowledged.at(-1)).toBe(alice.sentSyncFrames);
    expect(bob.acknowledged).toEqual([]);
  });
});

describe("durable before visible", () => {
  it("[RM20] lets neither acknowledgement nor broadcast nor an answer to step1 out while a commit is held back", async () => {
    const { rooms, policy } = await roomOf("Satu");
    const alice = await new Client().connect(rooms, policy);
    const bob = await new Client().connect(rooms, policy, { account: BOB });
    await exchangeAll(rooms, policy, alice, bob);
    const acknowledged = alice.acknowledged.length;
    const release = store.connection.holdCommits();
    try {
      alice.type(" belum tersimpan");
      alice.upload();
      const carol = await new Client().connect(rooms, policy, { account: CAROL });
      carol.upload();
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect([alice.peer.sent, bob.peer.sent, carol.peer.sent]).toEqual([[], [], []]);
      release();
      await settled(rooms, policy);
      await exchangeAll(rooms, policy, alice, bob, carol);
      expect(alice.acknowledged.length).toBeGreaterThan(acknowledged);
      expect(bob.texts()).toEqual(["Satu belum tersimpan"]);
      expect(carol.texts()).toEqual(bob.texts());
    } finally {
      release();
    }
  });

  it("[RM24] drops the room when a commit fails, says nothing of it, and takes the edit again after the reload", async () => {
    const { rooms, policy, reports } = await roomOf("Satu");
    const alice = await new Client().connect(rooms, policy);
    const bob = await new Client().connect(rooms, policy, { account: BOB });
    await exchangeAll(rooms, policy, alice, bob);
    const acknowledged = alice.acknowledged.length;
    const mend = store.connection.failCommits();
    alice.type(" gagal");
    alice.upload();
    await expect.poll(() => bob.peer.closed?.code).toBe(4500);
    mend();
    expect(alice.peer.closed?.code).toBe(4500);
    bob.download();
    alice.download();
    expect(bob.texts()).toEqual(["Satu"]);
    expect(alice.acknowledged.length).toBe(acknowledged);
    expect(reports.map(({ what }) => what)).toEqual(["room dropped"]);
    const again = await new Client(alice.doc).connect(rooms, policy);
    await exchangeAll(rooms, policy, again);
    expect((await rooms.read(policy)).clauses[0]?.runs).toEqual([{ text: "Satu gagal" }]);
  });

  it("the open connection has the settings that durability rests on", async () => {
    expect(await store.connection.pragmas()).toMatchObject({ journalMode: "wal", synchronous: 2 });
    expect((await store.connection.pragmas()).busyTimeoutMs).toBeGreaterThan(0);
  });
});

describe("readers, epochs", () => {
  it("[RM8] lets a reader sync and hear, counts its empty step2, and closes it with 4403 when it writes", async () => {
    const { rooms, policy } = await roomOf("Satu");
    const writer = await new Client().connect(rooms, policy);
    await exchangeAll(rooms, policy, writer);
    writer.type(" hapus ini");
    const reader = await new Client().connect(rooms, policy, { account: BOB, mayWrite: false });
    await exchangeAll(rooms, policy, writer, reader);
    expect(reader.acknowledged).toEqual([1]);
    expect(reader.texts()).toEqual(["Satu hapus ini"]);
    reader.type("x");
    reader.upload();
    expect(reader.peer.closed?.code).toBe(4403);
    await settled(rooms, policy);
    expect((await rooms.read(policy)).clauses[0]?.runs).toEqual([{ text: "Satu hapus ini" }]);
    const withOwn = await new Client(reader.doc).connect(rooms, policy, { account: BOB, mayWrite: false });
    withOwn.upload();
    await settled(rooms, policy);
    withOwn.download();
    withOwn.upload();
    expect(withOwn.peer.closed?.code).toBe(4403);
  });

  it("[RM8] a reader who knows deletions has nothing new to say", async () => {
    const { rooms, policy } = await roomOf("Satu dua");
    const writer = await new Client().connect(rooms, policy);
    await exchangeAll(rooms, policy, writer);
    const element = root(writer.doc).get(0) as Y.XmlElement;
    (element.get(0) as Y.XmlText).delete(0, 5);
    await exchangeAll(rooms, policy, writer);
    const reader = await new Client().connect(rooms, policy, { account: BOB, mayWrite: false });
    await exchangeAll(rooms, policy, reader);
    reader.push(syncFrame(1, Y.encodeStateAsUpdate(reader.doc, Y.encodeStateVector(reader.doc))));
    await exchangeAll(rooms, policy, reader);
    expect(reader.peer.closed).toBeNull();
    expect(reader.acknowledged.at(-1)).toBe(2);
  });

  it("[RM4] closes another epoch with 4409 before step1, and a missing one may only read above epoch 1", async () => {
    const { rooms, policy } = await roomOf("Satu Budi");
    const old = await new Client().connect(rooms, policy);
    await exchangeAll(rooms, policy, old);
    await rooms.erase(policy, { words: ["Budi"], cids: [] }, CAROL);
    expect(old.peer.closed?.code).toBe(4409);
    const back = await new Client(old.doc).connect(rooms, policy);
    expect(back.peer.sent).toEqual([]);
    expect(back.peer.closed?.code).toBe(4409);
    const plain = await new Client().connect(rooms, policy, { epoch: null });
    await exchangeAll(rooms, policy, plain);
    expect(plain.texts()).toEqual(["Satu [dihapus]"]);
    plain.type("x");
    plain.upload();
    expect(plain.peer.closed?.code).toBe(4403);
    const present = await new Client().connect(rooms, policy, { epoch: 2 });
    await exchangeAll(rooms, policy, present);
    present.type("!");
    await exchangeAll(rooms, policy, present);
    expect((await rooms.read(policy)).clauses[0]?.runs).toEqual([{ text: "Satu [dihapus]!" }]);
  });

  it("[RM52] closes connections whose session has run out, and no others", async () => {
    const { rooms, clock, policy } = await roomOf("satu");
    const ending = await new Client().connect(rooms, policy, { sessionEndsAt: clock.now() + 90_000 });
    const staying = await new Client().connect(rooms, policy, { account: BOB });
    clock.advance(89_000);
    expect(ending.peer.closed).toBeNull();
    clock.advance(2_000);
    expect(ending.peer.closed?.code).toBe(4501);
    expect(staying.peer.closed).toBeNull();
    await rooms.close();
  });

  it("[RM52] closes connections whose rights changed with a code that makes them come back", async () => {
    const { rooms, policy } = await roomOf("Satu");
    const alice = await new Client().connect(rooms, policy);
    const bob = await new Client().connect(rooms, policy, { account: BOB });
    rooms.rightsChanged({ policy: newPolicy() });
    rooms.rightsChanged({ account: BOB });
    expect([alice.peer.closed, bob.peer.closed?.code]).toEqual([null, 4501]);
    rooms.rightsChanged({ policy });
    expect(alice.peer.closed?.code).toBe(4501);
    const again = await new Client().connect(rooms, policy);
    rooms.sessionEnded(`s-${ALICE}`);
    expect(again.peer.closed?.code).toBe(4501);
  });
});

describe("commands", () => {
  it("[RM25] is what the server asks for", async () => {
    const { rooms, policy } = await roomOf("Satu");
    const served: DocumentRooms = rooms;
    await expect(served.create(policy, clausesOf("Lagi"), ALICE)).rejects.toMatchObject({ code: "conflict" });
    await expect(served.read(newPolicy())).rejects.toMatchObject({ code: "not-found" });
  });

  it("[RM25] moves clauses for everyone, with the inverse, as a command of who asked", async () => {
    const { rooms, policy } = await roomOf("Satu", "Dua", "Tiga");
    const alice = await new Client().connect(rooms, policy);
    await exchangeAll(rooms, policy, alice);
    const inverse = await rooms.move(policy, { cids: [cidOf(1)], before: null }, BOB);
    await exchangeAll(rooms, policy, alice);
    expect(alice.texts()).toEqual(["Dua", "Tiga", "Satu"]);
    await rooms.move(policy, inverse, BOB);
    await exchangeAll(rooms, policy, alice);
    expect(alice.texts()).toEqual(["Satu", "Dua", "Tiga"]);
    await expect(rooms.move(policy, { cids: [cidOf(77)], before: null }, BOB)).rejects.toMatchObject({
      code: "stale",
    });
    expect(await rooms.authorsSince(policy, 1)).toEqual([BOB]);
    alice.type("!");
    await exchangeAll(rooms, policy, alice);
    expect(await rooms.authorsSince(policy, 1)).toEqual([ALICE, BOB]);
  });

  it("[RM26] freezes at one durable position whose state holds exactly the text it names", async () => {
    const { rooms, policy } = await roomOf("Satu");
    const alice = await new Client().connect(rooms, policy);
    await exchangeAll(rooms, policy, alice);
    const release = store.connection.holdCommits();
    alice.type(" dua");
    alice.upload();
    const freezing = rooms.freeze(policy);
    await new Promise((resolve) => setTimeout(resolve, 20));
    alice.type(" tiga");
    alice.upload();
    release();
    const frozen = await freezing;
    const doc = new Y.Doc();
    Y.applyUpdate(doc, frozen.state);
    expect(textsOf(doc)).toEqual(["Satu dua"]);
    expect(frozen.clauses[0]?.runs).toEqual([{ text: "Satu dua" }]);
    const rows = await store.log.history(policy, 0, frozen.logSeq);
    const replayed = new Y.Doc();
    for (const row of rows) Y.applyUpdate(replayed, row.update);
    expect(textsOf(replayed)).toEqual(["Satu dua"]);
    expect(rows.at(-1)?.seq).toBe(frozen.logSeq);
  });

  it("[RM25] makes the live text equal another by edits that connected clients follow", async () => {
    const { rooms, policy } = await roomOf("Satu", "Dua");
    const alice = await new Client().connect(rooms, policy);
    await exchangeAll(rooms, policy, alice);
    const wanted = [...clausesOf("Satu!", "Dua", "Tiga")].toReversed();
    const { logSeq } = await rooms.replaceContent(policy, wanted, BOB);
    await exchangeAll(rooms, policy, alice);
    expect(alice.texts()).toEqual(["Tiga", "Dua", "Satu!"]);
    expect((await rooms.read(policy)).logSeq).toBe(logSeq);
  });

  it("[RM27] gives a duplicate cid a new one, as a repair that has no author", async () => {
    const { rooms, policy } = await roomOf("Satu");
    const alice = await new Client().connect(rooms, policy);
    await exchangeAll(rooms, policy, alice);
    alice.insertClause(cidOf(1), "Kembar", 1);
    await exchangeAll(rooms, policy, alice);
    const { clauses } = await rooms.read(policy);
    expect(new Set(clauses.map(({ cid }) => cid)).size).toBe(2);
    expect(clauses[0]?.cid).toBe(cidOf(1));
    const rows = await store.log.history(policy, 0, 100);
    expect(rows.map(({ cause, actor }) => [cause, actor])).toEqual([
      ["command", ALICE],
      ["typed", ALICE],
      ["repair", null],
    ]);
  });
});
