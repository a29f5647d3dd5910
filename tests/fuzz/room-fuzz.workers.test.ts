/** The sessions of `room.fuzz.test.ts`, over sockets, on local workerd; now and then the object falls asleep in between. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PolicyId } from "../../domain/ids.ts";
import type { HostUnderTest } from "../room/host-under-test.ts";
import { openWorkerdHost } from "../room/workerd-host.ts";
import { runRoomSession } from "./room-session.ts";

const SESSIONS = Number(process.env["FUZZ_SEEDS"] ?? (process.env["FUZZ_ALL"] === "1" ? 2_000 : 10));
const FIRST = Number(process.env["FUZZ_FIRST"] ?? 1);
const PER_TEST = 5;
/** Objects and their sockets gather in one process: after so many sessions it begins anew. */
const PER_HOST = 200;

let host: HostUnderTest;
let sessions = 0;
const counts = new Map<string, number>();
const count = (what: string, by: number) => counts.set(what, (counts.get(what) ?? 0) + by);

beforeAll(async () => {
  host = await openWorkerdHost();
});
afterAll(async () => {
  const figures = [...counts].map(([what, number]) => `${number} ${what}`);
  process.stdout.write(`rooms on workerd: ${figures.join(", ")}\n`);
  await host.close();
});

async function run(seed: number): Promise<readonly string[]> {
  if (++sessions % PER_HOST === 0) {
    await host.close();
    host = await openWorkerdHost();
  }
  const policy = `01H${String(seed).padStart(23, "0")}` as PolicyId;
  const { hibernate } = host;
  const naps = seed % 2 === 0 && hibernate !== undefined ? napping(() => hibernate(policy)) : null;
  const outcome = await runRoomSession(seed, {
    // The load that is compared in the end is of this process, and leaves the object's log as it is.
    log: {
      create: host.createFrom,
      load: host.stored,
      history: host.history,
      compact: async () => undefined,
    },
    policy,
    real: { port: host.port, rooms: host.commands },
  }).finally(() => naps?.stop());
  count("sessions", 1);
  count("acts", outcome.acts);
  count("characters typed", outcome.typed);
  count("naps", (await naps?.stop()) ?? 0);
  for (const [kind, number] of outcome.gone) count(`gone: ${kind}`, number);
  return outcome.problems;
}

/** Puts the object to sleep again and again until stopped. */
function napping(sleep: () => Promise<void>): { stop(): Promise<number> } {
  let stopped = false;
  let naps = 0;
  const done = (async () => {
    while (!stopped) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      // The object may be busy, or not there yet.
      await sleep().then(
        () => naps++,
        () => undefined,
      );
    }
    return naps;
  })();
  return {
    stop() {
      stopped = true;
      return done;
    },
  };
}

for (let first = FIRST; first < FIRST + SESSIONS; first += PER_TEST) {
  const last = Math.min(first + PER_TEST, FIRST + SESSIONS) - 1;
  test(
    `three clients end equal and lose nothing on workerd, seeds ${first} to ${last}`,
    { timeout: 120_000 },
    async () => {
      const problems: string[] = [];
      for (let seed = first; seed <= last; seed++) problems.push(...(await run(seed)));
      expect(problems).toEqual([]);
      expect(await host.reports()).toEqual([]);
    },
  );
}
