/** Who wrote what, and erasing, on a host with real sockets. */
import { describe, expect, it } from "vitest";
import { fromHexString } from "lib0/buffer";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { digestClauses, nameState } from "../../collab/document/digest.ts";
import { readDocument } from "../../collab/document/read.ts";
import { ERASED_WORDS } from "../../domain/erasure/erasure.ts";
import { cidOf } from "../document/support.ts";
import { saved, useHost, WAIT } from "../room/host-bench.ts";
import type { OpenHost } from "../room/host-under-test.ts";
import { ALICE, BOB, bytesOf, clausesOf, typeInto } from "../room/support.ts";
import { tell } from "./support.ts";

const NAME = "Sulaiman Daeng";
const terms = { words: [NAME], cids: [] };

export function historySuite(name: string, openHost: OpenHost): void {
  describe(`history and erasing: ${name}`, () => {
    const bench = useHost(openHost);

    async function documentWithName() {
      const policy = await bench.newDocument("satu", "dua");
      const bob = await bench.join(policy, { account: BOB });
      for (const letter of ` oleh ${NAME}`) typeInto(bob.doc, letter, 1);
      await saved(bob);
      return { policy, bob };
    }

    it("[HI1] [HI2] [HI9] tells who wrote what, also after starting again", async () => {
      const { policy } = await documentWithName();
      const ask = async () => {
        const page = await bench.host.commands.history(policy, { cid: cidOf(2), limit: 10 });
        return [
          page.passages.map((each) => [tell(each), each.actor]),
          page.progress.done === page.progress.of,
        ];
      };
      const told = [
        [
          [`words + oleh ${NAME}`, BOB],
          ["first +dua", ALICE],
        ],
        true,
      ];
      expect(await ask()).toEqual(told);
      await bench.host.restart(policy);
      expect(await ask()).toEqual(told);
    });

    it("[ER4] [ER5] erases from text and past, sends everyone out, and begins an epoch", async () => {
      const { policy, bob } = await documentWithName();
      const found = await bench.host.commands.erasure(policy, terms);
      expect(found).toMatchObject({ epoch: 1, live: [{ cid: cidOf(2), count: 1 }], connections: 1 });
      const erased = await bench.host.commands.erase(policy, terms, ALICE);
      expect(erased).toMatchObject({ newEpoch: 2, rows: NAME.length });
      expect(await bob.closed).toBe(4409);
      expect((await bench.host.commands.read(policy)).clauses[1]?.runs).toEqual([
        { text: `dua oleh ${ERASED_WORDS}` },
      ]);
      const held = (await bench.host.history(policy)).flatMap(({ update }) => Y.decodeUpdate(update).structs);
      const letters = held.map((struct) =>
        struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : "",
      );
      expect(letters.join("")).not.toMatch(/[SD]/);
      await bench.host.restart(policy);
      expect((await bench.host.commands.read(policy)).epoch).toBe(2);
      expect(await bench.host.commands.erasure(policy, terms)).toMatchObject({ live: [], rows: 0 });
    });

    it("[RM71] [RM73] says whether it has the text that a client shows", async () => {
      const { policy, bob } = await documentWithName();
      const compare = (digest: string) =>
        bob.raw(
          bytesOf((encoder) => {
            encoding.writeVarUint(encoder, 101);
            encoding.writeVarUint(encoder, 0);
            encoding.writeUint8Array(encoder, fromHexString(nameState(Y.encodeStateVector(bob.doc))));
            encoding.writeUint8Array(encoder, fromHexString(digest));
          }),
        );
      const verdicts = () => bob.heads.filter((head) => head === "101").length;
      compare(digestClauses(readDocument(bob.doc).clauses));
      await expect.poll(verdicts, WAIT).toBe(1);
      compare(digestClauses(clausesOf("other")));
      await expect.poll(verdicts, WAIT).toBe(2);
      expect(await bench.host.counters(policy)).toMatchObject({
        rembuk_room_compared_texts_total: 2,
        rembuk_room_diverged_clients_total: 1,
      });
    });
  });
}
