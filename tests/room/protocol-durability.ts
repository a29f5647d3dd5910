/** RM20 to RM28 and RM50: nothing is seen or acknowledged before it is stored. */
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { cidOf } from "../document/support.ts";
import { reads, saved, WAIT, type HostBench } from "./host-bench.ts";
import { ALICE, BOB, CAROL, clausesOf, newPolicy, root, textsOf } from "./support.ts";

export function durabilityRules(bench: HostBench): void {
  const { dial, join, newDocument, storedTexts } = bench;

  describe("durable before visible", () => {
    it("[RM20] [RM22] what is acknowledged or seen by others is in the log at that moment", async () => {
      const policy = await newDocument("Satu");
      const alice = await join(policy);
      const bob = await join(policy, { account: BOB });
      for (const word of ["a", "b", "c", "d"]) {
        alice.type(word);
        await expect.poll(() => bob.texts()[0]?.endsWith(word), WAIT).toBe(true);
        expect((await storedTexts(policy))[0]).toMatch(new RegExp(`${word}$`));
        await saved(alice);
      }
      expect(alice.acknowledged.at(-1)).toBe(alice.sentSyncFrames);
    });

    it("[RM20] [RM21] while a commit is held back nothing is said; then everything in its order", async (context) => {
      const { holdCommits } = bench.host;
      if (holdCommits === undefined) return context.skip("the runtime's output gate holds; see the kills");
      const policy = await newDocument("Satu");
      const alice = await join(policy);
      const bob = await join(policy, { account: BOB });
      await saved(alice, bob);
      const [said, heard] = [alice.acknowledged.length, bob.heads.length];
      const release = holdCommits();
      alice.type(" belum");
      alice.type(" tersimpan");
      const carol = dial(policy, { account: CAROL });
      // A query is answered at once: by then the edits have been received.
      alice.raw(Uint8Array.of(3));
      await expect.poll(() => alice.heads.at(-1), WAIT).toBe("1");
      expect([alice.acknowledged.length, bob.heads.length, carol.synced]).toEqual([said, heard, false]);
      release();
      await reads(bob, "Satu belum tersimpan");
      await reads(carol, "Satu belum tersimpan");
      await saved(alice);
    });

    it("[RM24] a failed commit drops the room with 4500, and the edit is taken again after the reload", async () => {
      const policy = await newDocument("Satu");
      const alice = await join(policy);
      const bob = await join(policy, { account: BOB });
      await saved(alice, bob);
      const said = alice.acknowledged.length;
      const mend = await bench.host.failCommits(policy);
      alice.type(" gagal");
      expect([await alice.closed, await bob.closed]).toEqual([4500, 4500]);
      await mend();
      expect([alice.acknowledged.length, bob.texts()]).toEqual([said, ["Satu"]]);
      expect(await storedTexts(policy)).toEqual(["Satu"]);
      const back = await join(policy, { doc: alice.doc });
      await saved(back);
      expect(await storedTexts(policy)).toEqual(["Satu gagal"]);
    });

    it("[RM23] twenty who come at once to a document that is not loaded are all given the whole of it", async () => {
      const policy = await newDocument("Satu", "Dua");
      const first = await join(policy);
      first.type("!");
      await saved(first);
      await bench.host.restart(policy);
      const many = await Promise.all(
        Array.from({ length: 20 }, (_, index) => join(policy, { account: BOB, session: String(index) })),
      );
      for (const client of many) expect(client.texts()).toEqual(["Satu!", "Dua"]);
    });

    it("[RM25] [RM26] commands reach connected clients, refuse without a trace, and freeze one instant", async () => {
      const policy = await newDocument("Satu", "Dua", "Tiga");
      const alice = await join(policy);
      const inverse = await bench.host.commands.move(policy, { cids: [cidOf(1)], before: null }, BOB);
      await reads(alice, "Dua", "Tiga", "Satu");
      await bench.host.commands.move(policy, inverse, BOB);
      await reads(alice, "Satu", "Dua", "Tiga");
      await expect(
        bench.host.commands.move(policy, { cids: [cidOf(77)], before: null }, BOB),
      ).rejects.toMatchObject({ code: "stale" });
      await expect(bench.host.commands.create(policy, clausesOf("Lagi"), ALICE)).rejects.toMatchObject({
        code: "conflict",
      });
      await expect(bench.host.commands.read(newPolicy())).rejects.toMatchObject({ code: "not-found" });
      alice.type("!");
      await saved(alice);
      const frozen = await bench.host.commands.freeze(policy);
      const doc = new Y.Doc();
      Y.applyUpdate(doc, frozen.state);
      expect(textsOf(doc)).toEqual(["Satu!", "Dua", "Tiga"]);
      expect((await bench.host.history(policy)).at(-1)?.seq).toBe(frozen.logSeq);
      const { logSeq } = await bench.host.commands.replaceContent(policy, clausesOf("Baru"), BOB);
      await reads(alice, "Baru");
      expect((await bench.host.commands.read(policy)).logSeq).toBe(logSeq);
      expect(await bench.host.commands.authorsSince(policy, 1)).toEqual([ALICE, BOB]);
    });

    it("[RM27] gives a duplicate cid a new one, as a repair without author", async () => {
      const policy = await newDocument("Satu");
      const alice = await join(policy);
      alice.insertClause(cidOf(1), "Kembar", 1);
      await saved(alice);
      await expect.poll(async () => (await bench.host.history(policy)).at(-1)?.cause, WAIT).toBe("repair");
      const { clauses } = await bench.host.commands.read(policy);
      expect(new Set(clauses.map(({ cid }) => cid)).size).toBe(2);
      const rows = await bench.host.history(policy);
      expect(rows.map(({ cause, actor }) => [cause, actor])).toEqual([
        ["command", ALICE],
        ["typed", ALICE],
        ["repair", null],
      ]);
    });

    it("[RM28] the archive has what was typed into a clause that somebody had deleted", async () => {
      const policy = await newDocument("Satu", "Dua");
      const alice = await join(policy);
      const bob = await join(policy, { account: BOB });
      alice.holding = true;
      alice.type(" kalimat penting");
      bob.doc.transact(() => root(bob.doc).delete(0, 1));
      await saved(bob);
      alice.upload();
      await saved(alice);
      await reads(alice, "Dua");
      const words = (await bench.host.history(policy))
        .flatMap(({ update }) => Y.decodeUpdate(update).structs)
        .map((struct) =>
          struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : "",
        );
      expect(words.join("|")).toContain(" kalimat penting");
    });

    it("[RM50] 620 small edits leave a snapshot, and the archive keeps every row", async () => {
      const policy = await newDocument("Satu");
      const alice = await join(policy);
      for (let count = 0; count < 620; count++) {
        alice.type("x");
        // A commit takes what came in one turn as rows of their own.
        if (count % 40 === 39) await saved(alice);
      }
      await saved(alice);
      await expect
        .poll(async () => (await bench.host.stored(policy))?.snapshotSeq ?? 0, { timeout: 20_000 })
        .toBeGreaterThanOrEqual(500);
      expect(await bench.host.history(policy)).toHaveLength(621);
      await bench.host.restart(policy);
      expect((await join(policy, { account: BOB })).texts()).toEqual(alice.texts());
    });
  });
}
