/** RM30 to RM34: who is where. */
import { describe, expect, it } from "vitest";
import { lastShown, saved, shown, WAIT, type HostBench } from "./host-bench.ts";
import { ALICE, BOB, CAROL } from "./support.ts";

export function presenceRules(bench: HostBench): void {
  const { join, newDocument } = bench;

  describe("presence", () => {
    it("[RM30] says who somebody is, whatever the client claims", async () => {
      const policy = await newDocument("Satu");
      const alice = await join(policy);
      const bob = await join(policy, { account: BOB });
      shown(alice, 1, 1, { name: "Wali Kota", user: { id: BOB, name: "Wali Kota" }, anchorPos: 3 });
      await expect
        .poll(() => lastShown(bob, 1)?.state, WAIT)
        .toMatchObject({ name: `Nama ${ALICE}`, user: { id: ALICE, name: `Nama ${ALICE}` }, anchorPos: 3 });
    });

    it("[RM31] [RM32] drops entries about others; who ends takes away its own id and no other", async () => {
      const policy = await newDocument("Satu");
      const alice = await join(policy);
      const bob = await join(policy, { account: BOB });
      const carol = await join(policy, { account: CAROL });
      shown(alice, 1, 1, { at: "a" });
      await expect.poll(() => lastShown(carol, 1)?.state, WAIT).toMatchObject({ at: "a" });
      shown(bob, 2, 1, { at: "b" });
      await expect.poll(() => lastShown(carol, 2)?.state, WAIT).toMatchObject({ at: "b" });
      shown(bob, 1, 9, { at: "forged" });
      shown(bob, 1, 9, null);
      bob.drop();
      await expect.poll(() => lastShown(carol, 2)?.state, WAIT).toBeNull();
      expect(carol.presence.filter(({ client }) => client === 1)).toMatchObject([
        { clock: 1, state: { at: "a" } },
      ]);
    });

    it("[RM33] gathers movements: many arrive as few frames, the newest last", async () => {
      const policy = await newDocument("Satu");
      const alice = await join(policy);
      const bob = await join(policy, { account: BOB });
      const before = bob.heads.length;
      for (let move = 1; move <= 18; move++) shown(alice, 1, move, { move });
      await expect.poll(() => lastShown(bob, 1)?.state, WAIT).toMatchObject({ move: 18 });
      expect(bob.heads.slice(before).filter((head) => head === "1").length).toBeLessThan(18);
    });

    it("[RM34] whoever was sent nothing for 20 s gets the idle frame", { timeout: 60_000 }, async () => {
      const policy = await newDocument("Satu");
      const alice = await join(policy);
      await saved(alice);
      const before = alice.heads.length;
      await expect.poll(() => alice.heads.slice(before), { timeout: 50_000 }).toEqual(["1"]);
      expect(alice.closeCode).toBeNull();
    });
  });
}
