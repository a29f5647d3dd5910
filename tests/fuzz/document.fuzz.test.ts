import { afterAll, expect, test } from "vitest";
import { runSession } from "./document-session.ts";

const SESSIONS = Number(process.env["FUZZ_SEEDS"] ?? (process.env["FUZZ_ALL"] === "1" ? 500 : 60));
const FIRST = Number(process.env["FUZZ_FIRST"] ?? 1);
const PER_TEST = 10;

const counts = { sessions: 0, acts: 0, typed: 0, repairs: 0 };
afterAll(() => {
  const { sessions, acts, typed, repairs } = counts;
  process.stdout.write(
    `documents: ${sessions} sessions, ${acts} acts, ${typed} characters typed, ${repairs} repairs\n`,
  );
});

for (let first = FIRST; first < FIRST + SESSIONS; first += PER_TEST) {
  const last = Math.min(first + PER_TEST, FIRST + SESSIONS) - 1;
  test(`three editors end equal and lose nothing, seeds ${first} to ${last}`, { timeout: 120_000 }, () => {
    for (let seed = first; seed <= last; seed++) {
      const { problems, operations, typed, repairs } = runSession(seed);
      counts.sessions++;
      counts.typed += typed;
      counts.repairs += repairs;
      for (const count of operations.values()) counts.acts += count;
      expect(problems, `seed ${seed}`).toEqual([]);
    }
  });
}
