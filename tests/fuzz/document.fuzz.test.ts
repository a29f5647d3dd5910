import { expect, test } from "vitest";
import { runSession } from "./document-session.ts";

const SESSIONS = Number(process.env["FUZZ_SEEDS"] ?? (process.env["FUZZ_ALL"] === "1" ? 500 : 60));
const FIRST = Number(process.env["FUZZ_FIRST"] ?? 1);
const PER_TEST = 10;

for (let first = FIRST; first < FIRST + SESSIONS; first += PER_TEST) {
  const last = Math.min(first + PER_TEST, FIRST + SESSIONS) - 1;
  test(`three editors end equal and lose nothing, seeds ${first} to ${last}`, { timeout: 120_000 }, () => {
    for (let seed = first; seed <= last; seed++) {
      const { problems } = runSession(seed);
      expect(problems, `seed ${seed}`).toEqual([]);
    }
  });
}
