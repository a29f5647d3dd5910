import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PolicyId } from "../../domain/ids.ts";
import { startRoomServer, type RoomServer } from "../room/room-server.ts";
import { runRoomSession, type SessionOutcome, type SessionPlace } from "./room-session.ts";

const ALL = process.env["FUZZ_ALL"] === "1";
const SESSIONS = Number(process.env["FUZZ_SEEDS"] ?? (ALL ? 2_000 : 60));
const FIRST = Number(process.env["FUZZ_FIRST"] ?? 1);
/** Of how many seeds one is also run over sockets of the operating system: all when all is run. */
const REAL_EVERY = ALL ? 1 : 3;
const PER_TEST = 10;

let folder: string;
let server: RoomServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rembuk-fuzz-"));
  server = await startRoomServer(join(folder, "rooms.db"));
});
afterAll(async () => {
  const gone = ["deleted", "taken back", "unseen", "unexplained"].map(
    (kind) => `${counts.get(kind) ?? 0} ${kind}`,
  );
  const [seeded, real] = [counts.get("seeded"), counts.get("over sockets")].map((count) => count ?? 0);
  process.stdout.write(
    `rooms: ${seeded} sessions in memory and ${real} over sockets, ${counts.get("acts")} acts, ` +
      `${counts.get("typed")} characters typed; gone: ${gone.join(", ")}\n`,
  );
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const counts = new Map<string, number>();
const count = (what: string, by: number) => counts.set(what, (counts.get(what) ?? 0) + by);

async function run(seed: number, place: SessionPlace): Promise<void> {
  const outcome: SessionOutcome = await runRoomSession(seed, place);
  count(place.real === undefined ? "seeded" : "over sockets", 1);
  count("acts", outcome.acts);
  count("typed", outcome.typed);
  for (const [kind, number] of outcome.gone) count(kind, number);
  expect(outcome.problems).toEqual([]);
}

const policyOf = (kind: "F" | "G" | "H", seed: number): PolicyId =>
  `01${kind}${String(seed).padStart(23, "0")}` as PolicyId;

test.each([
  [1203, "undo takes back one's own words and not what stands beside them, brought back before"],
  [1811, "words that undo brings back stand in the same place for everyone"],
])("seed %i: %s", async (seed) => {
  await run(seed, { log: server.log, policy: policyOf("H", seed) });
});

for (let first = FIRST; first < FIRST + SESSIONS; first += PER_TEST) {
  const last = Math.min(first + PER_TEST, FIRST + SESSIONS) - 1;
  const seeds = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const overSockets = seeds.filter((seed) => seed % REAL_EVERY === 0);
  test(
    `three clients end equal and lose nothing, seeds ${first} to ${last}`,
    { timeout: 120_000 },
    async () => {
      for (const seed of seeds) await run(seed, { log: server.log, policy: policyOf("F", seed) });
    },
  );
  test(
    `three clients over real sockets end equal and lose nothing, ${overSockets.length} seeds of ${first} to ${last}`,
    { timeout: 120_000 },
    async () => {
      for (const seed of overSockets) {
        await run(seed, { log: server.log, policy: policyOf("G", seed), real: server });
      }
      expect(server.reports).toEqual([]);
    },
  );
}
