/** RM1 to RM8: who comes in, and what is said first. */
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { cidOf } from "../document/support.ts";
import { lastShown, reads, saved, shown, WAIT, type HostBench } from "./host-bench.ts";
import { linkProvider, synced } from "./sockets.ts";
import { ALICE, BOB, CAROL, textsOf, typeInto } from "./support.ts";

export function openingRules(bench: HostBench): void {
  const { dial, join, newDocument, storedTexts } = bench;

  describe("opening", () => {
    it("[RM1] two unmodified providers share a text and each other's presence", async () => {
      const policy = await newDocument("Satu");
      const [left, right] = [new Y.Doc(), new Y.Doc()];
      const alice = linkProvider({ port: bench.host.port, policy, doc: left, account: ALICE, params: {} });
      const bob = linkProvider({ port: bench.host.port, policy, doc: right, account: BOB });
      await Promise.all([synced(alice.provider), synced(bob.provider)]);
      alice.provider.awareness.setLocalState({ user: { name: "Penipu" }, anchorPos: null });
      typeInto(left, "Nol ", 0, 0);
      await expect.poll(() => textsOf(right), WAIT).toEqual(["Nol Satu"]);
      typeInto(right, "!", 0, 0);
      await expect.poll(() => textsOf(left), WAIT).toEqual(["!Nol Satu"]);
      await expect
        .poll(() => bob.provider.awareness.getStates().get(left.clientID)?.["user"], WAIT)
        .toMatchObject({ id: ALICE, name: `Nama ${ALICE}` });
      await expect.poll(() => bob.acknowledged(), WAIT).toBe(bob.sent().length);
      alice.provider.destroy();
      await expect.poll(() => bob.provider.awareness.getStates().has(left.clientID), WAIT).toBe(false);
      bob.provider.destroy();
    });

    it("[RM1] [RM22] without v it is never sent an acknowledgement", async () => {
      const policy = await newDocument("Satu");
      const plain = await join(policy, { query: "" });
      const other = await join(policy, { account: BOB });
      plain.type("!");
      await reads(other, "Satu!");
      other.type("?");
      await reads(plain, "Satu!?");
      await saved(other);
      expect(plain.heads).not.toContain("100");
    });

    it("[RM4] closes another epoch with 4409 before a step1; without one, writes only in the first", async () => {
      const policy = await newDocument("Satu Budi");
      const old = await join(policy);
      const plain = await join(policy, { query: "?v=1", account: BOB });
      plain.type("!");
      await reads(old, "Satu Budi!");
      await saved(plain);
      await bench.host.commands.erase(policy, { words: ["Budi"], cids: [] }, CAROL);
      expect([await old.closed, await plain.closed]).toEqual([4409, 4409]);
      const back = dial(policy, { doc: old.doc });
      expect(await back.closed).toBe(4409);
      expect(back.heads).toEqual([]);
      const reader = await join(policy, { query: "?v=1", account: BOB });
      expect(reader.texts()).toEqual(["Satu [dihapus]!"]);
      reader.type("x");
      expect(await reader.closed).toBe(4403);
      const present = await join(policy, { query: "?v=1&schema=1&epoch=2" });
      present.type("?");
      await saved(present);
      expect((await bench.host.commands.read(policy)).clauses[0]?.runs).toEqual([
        { text: "Satu [dihapus]!?" },
      ]);
    });

    it("[RM5] sends its step1 first, then presence, answers a step1, and all copies end equal to a fresh load", async () => {
      const policy = await newDocument("Satu", "Dua");
      const alice = await join(policy);
      shown(alice, alice.doc.clientID, 1, { here: true });
      const bob = await join(policy, { account: BOB });
      expect(bob.heads[0]).toBe("0 0");
      await expect.poll(() => lastShown(bob, alice.doc.clientID)?.state, WAIT).toMatchObject({ here: true });
      alice.type(" kata");
      bob.type(" lain", 1);
      bob.insertClause(cidOf(9), "Baru", 1);
      await reads(alice, "Satu kata", "Baru", "Dua lain");
      await reads(bob, "Satu kata", "Baru", "Dua lain");
      await saved(alice, bob);
      await bench.host.restart(policy);
      const later = await join(policy, { account: CAROL });
      expect(later.texts()).toEqual(["Satu kata", "Baru", "Dua lain"]);
      expect([...Y.encodeStateVector(later.doc)]).toEqual([...Y.encodeStateVector(alice.doc)]);
      expect(await storedTexts(policy)).toEqual(later.texts());
    });

    it("[RM6] sends the others what an offline spell changed as an update, not as a step2", async () => {
      const policy = await newDocument("Satu");
      const alice = await join(policy);
      const bob = await join(policy, { account: BOB });
      alice.drop();
      typeInto(alice.doc, " tanpa jaringan");
      bob.type("dengan ", 0, 0);
      await saved(bob);
      const before = bob.heads.length;
      const back = await join(policy, { doc: alice.doc });
      await reads(back, "dengan Satu tanpa jaringan");
      await reads(bob, "dengan Satu tanpa jaringan");
      expect(bob.heads.slice(before).filter((head) => head.startsWith("0 "))).toEqual(["0 2"]);
      await saved(back);
    });

    it("[RM7] hears no edits before its own step1 is answered", async () => {
      const policy = await newDocument("Satu");
      const alice = await join(policy);
      const silent = dial(policy, { account: BOB, asks: false });
      await expect.poll(() => silent.heads, WAIT).toContain("0 0");
      alice.type(" dua");
      await saved(alice);
      shown(alice, alice.doc.clientID, 1, { at: 1 });
      // Presence comes after the edit, so the edit would have come too.
      await expect.poll(() => silent.heads, WAIT).toContain("1");
      expect(silent.heads).not.toContain("0 2");
      silent.ask();
      await reads(silent, "Satu dua");
      alice.type("!");
      await reads(silent, "Satu dua!");
    });

    it("[RM8] a reader syncs and hears, its empty step2 counts, and it is closed with 4403 when it writes", async () => {
      const policy = await newDocument("Satu");
      const writer = await join(policy);
      const reader = await join(policy, { account: BOB, reader: true });
      writer.type(" dua");
      await reads(reader, "Satu dua");
      await expect.poll(() => reader.acknowledged, WAIT).toEqual([1]);
      reader.type("x");
      expect(await reader.closed).toBe(4403);
      const withOwn = dial(policy, { account: BOB, reader: true, doc: reader.doc });
      expect(await withOwn.closed).toBe(4403);
      expect(await storedTexts(policy)).toEqual(["Satu dua"]);
    });
  });
}
