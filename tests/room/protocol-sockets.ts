/** RM40, RM52 and RM60 to RM64: slow readers, rights, the host. */
import { describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import { saved, WAIT, type HostBench } from "./host-bench.ts";
import { cookieOf, type SocketOptions } from "./socket-client.ts";
import { BOB, newPolicy } from "./support.ts";

/** Of 240 KB each: more than the buffers of the operating system take. */
const MANY_EDITS = 64;
/** Of 240 KB each, as many as fit into the 8 MiB of a document in an object. */
const MANY_EDITS_IN_OBJECT = 30;

export function socketRules(bench: HostBench): void {
  const { dial, join, newDocument } = bench;

  describe("slow readers, rights, the host", () => {
    it("[RM40] a socket that does not read is sent one difference when it reads again", async () => {
      const policy = await newDocument("Satu", ...Array.from({ length: 40 }, () => "isi ".repeat(2_000)));
      const alice = await join(policy);
      const bob = await join(policy, { account: BOB });
      await saved(alice, bob);
      bob.socket.pause();
      const large = "panjang ".repeat(30_000);
      const edits = bench.host.hibernate === undefined ? MANY_EDITS : MANY_EDITS_IN_OBJECT;
      for (let count = 0; count < edits; count++) {
        alice.type(large, 1 + (count % 40), 0);
        await saved(alice);
      }
      const before = bob.heads.length;
      bob.socket.resume();
      await expect.poll(() => bob.texts(), { timeout: 30_000 }).toEqual(alice.texts());
      expect(bob.closeCode).toBeNull();
      // What the system's buffers took came as it was; the rest as one.
      expect(bob.heads.slice(before).filter((head) => head === "0 2").length).toBeLessThan(edits);
    });

    it("[RM52] closes those whose rights or session changed with 4501, and they may come back", async () => {
      const policy = await newDocument("Satu");
      const alice = await join(policy);
      const bob = await join(policy, { account: BOB });
      await bench.host.rightsChanged({ policy: newPolicy() });
      await bench.host.rightsChanged({ account: BOB });
      expect(await bob.closed).toBe(4501);
      expect(alice.closeCode).toBeNull();
      await bench.host.rightsChanged({ policy });
      expect(await alice.closed).toBe(4501);
      const again = await join(policy, { session: "ends" });
      await bench.host.sessionEnded(cookieOf({ session: "ends" }));
      expect(await again.closed).toBe(4501);
      await join(policy);
    });

    it("[RM60] refuses before the 101 only a wrong path and a foreign Origin", async () => {
      const policy = await newDocument("Satu");
      expect(await statusOf(`/collab/${policy}`, { origin: "http://jahat.test" })).toBe(403);
      expect(await statusOf("/collab/..%2f..%2fetc")).toBe(404);
      expect(await statusOf("/other")).toBe(404);
      expect(await statusOf(`/collab/${policy}`, { origin: "http://rembuk.test" })).toBe(101);
    });

    it("[RM61] accepts, decides, and closes 4401, 4403, 4404 and 4426 without reading a byte", async () => {
      const policy = await newDocument("Satu");
      const asked: readonly [PolicyId, SocketOptions][] = [
        [policy, { account: "" as AccountId }],
        [`${policy.slice(0, -1)}X` as PolicyId, {}],
        [`${policy.slice(0, -1)}Z` as PolicyId, {}],
        [policy, { query: "?v=2" }],
        [policy, { query: "?schema=99" }],
        [policy, { query: "?epoch=2" }],
        [policy, { query: "?epoch=satu" }],
        [newPolicy(), {}],
      ];
      const codes = await Promise.all(
        asked.map(([id, options]) => {
          const client = dial(id, { ...options, asks: false });
          // Were it read, this would close 4400.
          client.socket.once("open", () => client.raw(Uint8Array.of(9, 9, 9)));
          return client.closed;
        }),
      );
      expect(codes).toEqual([4401, 4403, 4404, 4426, 4426, 4409, 4409, 1013]);
    });

    it("[RM64] a session has at most 64 connections", async () => {
      const policy = await newDocument("Satu");
      const many = Array.from({ length: 70 }, () => dial(policy, { account: BOB, session: "many" }));
      const closed = () => many.flatMap(({ closeCode }) => (closeCode === null ? [] : [closeCode]));
      await expect.poll(() => closed().length, WAIT).toBe(6);
      expect(new Set(closed())).toEqual(new Set([4529]));
      await expect.poll(() => many.filter(({ synced: is }) => is).length, WAIT).toBe(64);
      for (const client of many) client.drop();
    });

    function statusOf(path: string, headers: Record<string, string> = {}): Promise<number> {
      const socket = new WebSocket(`ws://127.0.0.1:${bench.host.port}${path}`, {
        headers: { cookie: cookieOf({}), ...headers },
      });
      return new Promise((resolve) => {
        socket.on("error", () => undefined);
        socket.once("unexpected-response", (_request, response) => {
          resolve(response.statusCode ?? 0);
          socket.terminate();
        });
        socket.once("open", () => {
          resolve(101);
          socket.terminate();
        });
      });
    }
  });
}
