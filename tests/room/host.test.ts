/** What only the Node host does; the rest is in `protocol.suite.ts`. */
import { mkdtemp, rm } from "node:fs/promises";
import { connect as connectTcp } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { startRoomServer } from "./room-server.ts";
import { linkProvider, synced } from "./sockets.ts";
import { ALICE, BOB, clausesOf, newPolicy, syncFrame, typeInto } from "./support.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rembuk-host-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("[RM62] a socket that breaks off in its handshake or after it ends nothing else", async () => {
  const server = await startRoomServer(join(folder, "breaking.db"));
  const policy = newPolicy();
  await server.rooms.create(policy, clausesOf("Satu"), ALICE);
  for (const lines of [1, 6]) {
    await new Promise<void>((resolve) => {
      const socket = connectTcp(server.port, "127.0.0.1", () => {
        const request = [
          `GET /collab/${policy} HTTP/1.1`,
          "Host: x",
          "Upgrade: websocket",
          "Connection: Upgrade",
          `Cookie: account=${BOB}`,
          "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n",
        ];
        socket.write(request.slice(0, lines).join("\r\n"), () => {
          if (lines === 1) socket.resetAndDestroy();
        });
        socket.once("data", () => socket.resetAndDestroy());
      });
      socket.on("error", () => undefined);
      socket.on("close", () => resolve());
    });
  }
  expect((await server.rooms.read(policy)).clauses).toHaveLength(1);
  expect(server.reports).toEqual([]);
  await server.close();
});

it("[RM10] what comes after a text message is not read any more", async () => {
  const server = await startRoomServer(join(folder, "text.db"));
  const policy = newPolicy();
  await server.rooms.create(policy, clausesOf("Satu"), ALICE);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, (await server.rooms.freeze(policy)).state);
  const before = Y.encodeStateVector(doc);
  typeInto(doc, " dua");
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/collab/${policy}?v=1&schema=1&epoch=1`, {
    headers: { cookie: `account=${ALICE}` },
  });
  const code = await new Promise((resolve) => {
    socket.on("close", resolve);
    // Its first frame says that it is in the room.
    socket.once("message", () => {
      socket.send("teks");
      socket.send(syncFrame(2, Y.encodeStateAsUpdate(doc, before)));
    });
  });
  expect(code).toBe(4400);
  expect((await server.rooms.read(policy)).clauses[0]?.runs).toEqual([{ text: "Satu" }]);
  await server.close();
});

it("[RM53] stopping closes everyone with 1012 after writing what was on its way, and stores a snapshot", async () => {
  const path = join(folder, "stopping.db");
  const own = await startRoomServer(path);
  const policy = newPolicy();
  await own.rooms.create(policy, clausesOf("Satu"), ALICE);
  const doc = new Y.Doc();
  const client = linkProvider({ port: own.port, policy, doc, account: ALICE });
  await synced(client.provider);
  const code = new Promise((resolve) =>
    client.provider.on("connection-close", (event) => resolve(event === null ? null : event.code)),
  );
  typeInto(doc, "Nol ", 0, 0);
  await expect.poll(() => client.acknowledged()).toBe(client.sent().length);
  await own.close();
  expect(await code).toBe(1012);
  client.provider.destroy();
  const again = await startRoomServer(path);
  const stored = await again.log.load(policy);
  expect(stored?.tail).toEqual([]);
  expect(stored?.snapshot).not.toBeNull();
  expect((await again.rooms.read(policy)).clauses[0]?.runs).toEqual([{ text: "Nol Satu" }]);
  await again.close();
});
