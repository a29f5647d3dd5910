/** RM66: a host whose rooms sleep. */
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { lastShown, reads, saved, shown, WAIT, type HostBench } from "./host-bench.ts";
import { BOB, CAROL, syncFrame } from "./support.ts";

export function sleepRules(bench: HostBench): void {
  const { join, newDocument, storedTexts } = bench;

  describe("sleep", () => {
    it("[RM66] asleep in the middle of a session nothing is lost: edits, acknowledgements, presence go on", async (context) => {
      const { hibernate } = bench.host;
      if (hibernate === undefined) return context.skip("this host never sleeps");
      const policy = await newDocument("Satu");
      const alice = await join(policy);
      const bob = await join(policy, { account: BOB });
      shown(alice, 1, 1, { at: "a" });
      await expect.poll(() => lastShown(bob, 1)?.state, WAIT).toMatchObject({ at: "a" });
      alice.type(" a");
      await saved(alice);
      await reads(bob, "Satu a");
      for (const round of [1, 2, 3]) {
        await hibernate(policy);
        const count = alice.sentSyncFrames;
        alice.type(` ${round}`);
        bob.type(`${round} `, 0, 0);
        await saved(alice, bob);
        // The count goes on where it stood.
        expect(alice.acknowledged.at(-1)).toBeGreaterThan(count);
        await expect.poll(() => bob.texts(), WAIT).toEqual(alice.texts());
      }
      expect(alice.texts()).toEqual(["3 2 1 Satu a 1 2 3"]);
      await hibernate(policy);
      // Who comes then is told of everyone, and who leaves then is taken away.
      const carol = await join(policy, { account: CAROL });
      await expect.poll(() => lastShown(carol, 1)?.state, WAIT).toMatchObject({ at: "a" });
      await hibernate(policy);
      shown(alice, 1, 2, { at: "b" });
      await expect.poll(() => lastShown(bob, 1)?.state, WAIT).toMatchObject({ at: "b" });
      await hibernate(policy);
      alice.drop();
      await expect.poll(() => lastShown(bob, 1)?.state, WAIT).toBeNull();
      // Rules hold as before: a gap is asked for, a reader may not write.
      await hibernate(policy);
      bob.holding = true;
      bob.type(" hilang");
      bob.type(" sampai");
      bob.upload(1);
      await saved(bob);
      await reads(carol, "3 2 1 Satu a 1 2 3 hilang sampai");
      expect(await storedTexts(policy)).toEqual(carol.texts());
      expect([bob.closeCode, carol.closeCode]).toEqual([null, null]);
    });

    it("[RM66] a gap that is open when the object falls asleep is covered by a later step2", async (context) => {
      const { hibernate } = bench.host;
      if (hibernate === undefined) return context.skip("this host never sleeps");
      const policy = await newDocument("Satu");
      const alice = await join(policy);
      await saved(alice);
      alice.holding = true;
      alice.type(" hilang");
      alice.type(" sampai");
      const lost = alice.acknowledged.at(-1);
      alice.mute = true;
      alice.upload(1);
      await expect.poll(() => alice.heads.at(-1), WAIT).toBe("0 0");
      await hibernate(policy);
      expect(alice.acknowledged.at(-1)).toBe(lost);
      alice.mute = false;
      alice.raw(syncFrame(1, Y.encodeStateAsUpdate(alice.doc)));
      await saved(alice);
      expect(await storedTexts(policy)).toEqual(["Satu hilang sampai"]);
    });
  });
}
