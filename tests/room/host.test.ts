import { mkdtemp, rm } from "node:fs/promises";
import { connect as connectTcp } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { startRoomServer, type RoomServer } from "./room-server.ts";
import { linkProvider, synced } from "./sockets.ts";
import { ALICE, BOB, clausesOf, newPolicy, root, syncFrame, textsOf } from "./support.ts";

let folder: string;
let server: RoomServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rembuk-host-"));
  server = await startRoomServer(join(folder, "rooms.db"));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function newDocument(...texts: string[]) {
  const policy = newPolicy();
  await server.rooms.create(policy, clausesOf(...texts), ALICE);
  return policy;
}

function open(path: string, options: { cookie?: string; origin?: string } = {}): WebSocket {
  const { cookie = `account=${ALICE}`, origin } = options;
  return new WebSocket(`ws://127.0.0.1:${server.port}${path}`, {
    headers: { ...(cookie !== "" && { cookie }), ...(origin !== undefined && { origin }) },
  });
}

const closeOf = (socket: WebSocket): Promise<number> =>
  new Promise((resolve, reject) => {
    socket.once("close", (code) => resolve(code));
    socket.on("error", reject);
  });

const statusOf = (socket: WebSocket): Promise<number> =>
  new Promise((resolve, reject) => {
    socket.once("unexpected-response", (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.once("open", () => reject(new Error("it was accepted")));
    socket.on("error", () => undefined);
  });

const typeInto = (doc: Y.Doc, text: string) =>
  ((root(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, text);

it("[RM1] two unmodified providers share a text and each other's presence", async () => {
  const policy = await newDocument("Satu");
  const [left, right] = [new Y.Doc(), new Y.Doc()];
  const alice = linkProvider({ port: server.port, policy, doc: left, account: ALICE, params: {} });
  const bob = linkProvider({ port: server.port, policy, doc: right, account: BOB });
  await Promise.all([synced(alice.provider), synced(bob.provider)]);
  alice.provider.awareness.setLocalState({ user: { name: "Penipu" }, anchorPos: null });
  typeInto(left, "Nol ");
  await expect.poll(() => textsOf(right)).toEqual(["Nol Satu"]);
  typeInto(right, "!");
  await expect.poll(() => textsOf(left)).toEqual(["!Nol Satu"]);
  await expect
    .poll(() => bob.provider.awareness.getStates().get(left.clientID)?.["user"])
    .toMatchObject({ id: ALICE, name: `Nama ${ALICE}` });
  await expect.poll(() => bob.acknowledged()).toBe(bob.sent().length);
  alice.provider.destroy();
  await expect.poll(() => bob.provider.awareness.getStates().has(left.clientID)).toBe(false);
  bob.provider.destroy();
});

it("[RM60] refuses before the 101 only a wrong path and a foreign Origin", async () => {
  const policy = await newDocument("Satu");
  expect(await statusOf(open(`/collab/${policy}`, { origin: "http://jahat.test" }))).toBe(403);
  expect(await statusOf(open("/collab/..%2f..%2fetc"))).toBe(404);
  expect(await statusOf(open("/other"))).toBe(404);
  const socket = open(`/collab/${policy}`, { origin: "http://rembuk.test" });
  await new Promise((resolve) => socket.once("open", resolve));
  socket.terminate();
});

it("[RM61] accepts, decides, and closes 4401, 4403, 4404 and 4426 without reading a byte", async () => {
  const policy = await newDocument("Satu");
  const codes = await Promise.all(
    [
      open(`/collab/${policy}`, { cookie: "" }),
      open(`/collab/${policy.slice(0, -1)}X`),
      open(`/collab/${policy.slice(0, -1)}Z`),
      open(`/collab/${policy}?v=2`),
      open(`/collab/${policy}?schema=99`),
      open(`/collab/${policy}?epoch=2`),
      open(`/collab/${policy}?epoch=satu`),
      open(`/collab/${newPolicy()}`),
    ].map((socket) => {
      // Were it read, this would close 4400.
      socket.once("open", () => socket.send(new Uint8Array([9, 9, 9])));
      return closeOf(socket);
    }),
  );
  expect(codes).toEqual([4401, 4403, 4404, 4426, 4426, 4409, 4409, 1013]);
});

it("[RM10] bad input closes one socket, and the others type on", async () => {
  const policy = await newDocument("Satu");
  const doc = new Y.Doc();
  const victim = linkProvider({ port: server.port, policy, doc, account: ALICE });
  await synced(victim.provider);
  const send = async (data: Uint8Array | string) => {
    const socket = open(`/collab/${policy}`, { cookie: `account=${BOB}` });
    const closed = closeOf(socket);
    socket.once("open", () => socket.send(data));
    return closed;
  };
  expect(await send(new Uint8Array(50 * 1024 * 1024))).toBe(4413);
  expect(await send(syncFrame(2, new Uint8Array(2 * 1024 * 1024)))).toBe(4413);
  expect(await send("text")).toBe(4400);
  expect(await send(new Uint8Array([0, 2, 200]))).toBe(4400);
  typeInto(doc, "Masih ");
  await expect.poll(() => victim.acknowledged()).toBe(victim.sent().length);
  expect((await server.rooms.read(policy)).clauses[0]?.runs).toEqual([{ text: "Masih Satu" }]);
  expect(server.rooms.counters.closed.get(4413)).toBeGreaterThan(0);
  victim.provider.destroy();
});

it("[RM62] an illegal WebSocket frame or a socket that breaks off ends nothing else", async () => {
  const policy = await newDocument("Satu");
  for (const bytes of [[0xff, 0xff, 0xff], [0x82, 0x05, 1, 2, 3, 4, 5], []]) {
    await new Promise<void>((resolve) => {
      const socket = connectTcp(server.port, "127.0.0.1", () => {
        socket.write(
          `GET /collab/${policy} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
            `Cookie: account=${BOB}\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
        );
        socket.once("data", () => {
          if (bytes.length === 0) socket.resetAndDestroy();
          else socket.write(Uint8Array.from(bytes));
        });
      });
      socket.on("error", () => undefined);
      socket.on("close", () => resolve());
    });
  }
  expect((await server.rooms.read(policy)).clauses).toHaveLength(1);
});

it("[RM64] a session has at most 64 connections", async () => {
  const policy = await newDocument("Satu");
  const cookie = `account=${BOB}; many`;
  const sockets = Array.from({ length: 70 }, () => open(`/collab/${policy}`, { cookie }));
  const codes: number[] = [];
  for (const socket of sockets) socket.on("close", (code) => codes.push(code));
  await expect.poll(() => codes.length).toBe(6);
  expect(new Set(codes)).toEqual(new Set([4529]));
  for (const socket of sockets) socket.terminate();
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
  typeInto(doc, "Nol ");
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
