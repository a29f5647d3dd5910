/** RM10 to RM16: what a frame may be. */
import { describe, expect, it } from "vitest";
import { saved, WAIT, type HostBench } from "./host-bench.ts";
import { REFUSED_EDITS } from "./refused-edits.ts";
import { ALICE, BOB, syncFrame } from "./support.ts";

export function orderRules(bench: HostBench): void {
  const { join, newDocument, storedTexts } = bench;

  describe("the order of work", () => {
    it.each([
      ["an empty frame", new Uint8Array(), 4400],
      ["an unknown message", Uint8Array.of(7, 1, 2), 4400],
      ["an acknowledgement from a client", Uint8Array.of(100, 1), 4400],
      ["an unknown sync step", Uint8Array.of(0, 3, 0), 4400],
      ["bytes left over", Uint8Array.of(0, 2, 2, 0, 0, 9), 4400],
      ["a text message", "teks", 4400],
      ["a step1 over 256 KiB", syncFrame(0, new Uint8Array(257 * 1024)), 4400],
      ["an update over 1 MiB", syncFrame(2, new Uint8Array(1024 * 1024)), 4413],
      ["a step2 over 8 MiB", syncFrame(1, new Uint8Array(8 * 1024 * 1024)), 4413],
    ])("[RM10] %s closes", async (_name, frame, code) => {
      const policy = await newDocument("Satu");
      const other = await join(policy, { account: BOB });
      const client = await join(policy);
      client.raw(frame);
      expect(await client.closed).toBe(code);
      other.type("!");
      await saved(other);
    });

    it("[RM11] a flood closes 4529, a code after which the client comes back", async () => {
      const policy = await newDocument("Satu");
      const client = await join(policy);
      for (let count = 0; count < 40_000; count++) client.raw(Uint8Array.of(3));
      expect(await client.closed).toBe(4529);
      const back = await join(policy, { doc: client.doc });
      back.type("!");
      await saved(back);
    });

    it("[RM13] answers a gap with step1 and acknowledges once a later step2 is durable", async () => {
      const policy = await newDocument("Satu");
      const client = await join(policy);
      await saved(client);
      const before = client.heads.length;
      client.holding = true;
      client.type(" hilang");
      client.type(" sampai");
      client.upload(1);
      await expect.poll(() => client.heads.slice(before), WAIT).toContain("0 0");
      await saved(client);
      expect(await storedTexts(policy)).toEqual(["Satu hilang sampai"]);
    });

    it("[RM14] a client id belongs to who wrote with it first, after a restart too", async () => {
      const policy = await newDocument("Satu");
      const victim = await join(policy);
      victim.type(" milikku");
      await saved(victim);
      for (const round of ["now", "later"]) {
        const attacker = await join(policy, { account: BOB });
        attacker.doc.clientID = victim.doc.clientID;
        attacker.type(` palsu ${round}`);
        expect(await attacker.closed).toBe(4403);
        if (round === "now") await bench.host.restart(policy);
      }
      expect(await storedTexts(policy)).toEqual(["Satu milikku"]);
      expect((await bench.host.stored(policy))?.clientOwners.get(victim.doc.clientID)).toBe(ALICE);
    });

    it("[RM12] [RM16] what a document may not hold closes 4422, and nothing of its update enters", async () => {
      const policy = await newDocument("Satu");
      const other = await join(policy, { account: BOB });
      const codes = await Promise.all(
        REFUSED_EDITS.map(async ([edit, make]) => {
          const client = await join(policy, {
            session: String(REFUSED_EDITS.findIndex(([name]) => name === edit)),
          });
          client.doc.transact(() => {
            client.type("ikut ", 0, 0);
            make(client.doc);
          });
          return [edit, await client.closed];
        }),
      );
      expect(codes).toEqual(REFUSED_EDITS.map(([edit]) => [edit, 4422]));
      other.type("!");
      await saved(other);
      expect(other.texts()).toEqual(["Satu!"]);
      expect(await storedTexts(policy)).toEqual(["Satu!"]);
    });
  });
}
