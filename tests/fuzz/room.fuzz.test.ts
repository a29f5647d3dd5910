import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PolicyId } from "../../domain/ids.ts";
import { startRoomServer, type RoomServer } from "../room/room-server.ts";
import { runRoomSession } from "./room-session.ts";

const SESSIONS = Number(process.env["FUZZ_SEEDS"] ?? (process.env["FUZZ_ALL"] === "1" ? 500 : 60));
const FIRST = Number(process.env["FUZZ_FIRST"] ?? 1);
const PER_TEST = 10;

let folder: string;
let server: RoomServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rembuk-fuzz-"));
  server = await startRoomServer(join(folder, "rooms.db"));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const policyOf = (seed: number): PolicyId => `01F${String(seed).padStart(23, "0")}` as PolicyId;

for (let first = FIRST; first < FIRST + SESSIONS; first += PER_TEST) {
  const last = Math.min(first + PER_TEST, FIRST + SESSIONS) - 1;
  test(
    `three clients over sockets end equal and lose nothing, seeds ${first} to ${last}`,
    { timeout: 120_000 },
    async () => {
      for (let seed = first; seed <= last; seed++)
        expect(await runRoomSession(seed, server, policyOf(seed))).toEqual([]);
      expect(server.reports).toEqual([]);
    },
  );
}
