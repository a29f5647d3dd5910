/** Every input is in one state, the right one, whatever was done to the text between freezes. */
import { afterAll, expect, test } from "vitest";
import { runContributionSession } from "./contributions-session.ts";

const SEEDS = Number(process.env["FUZZ_SEEDS"] ?? (process.env["FUZZ_ALL"] === "1" ? 300 : 40));
const FIRST = Number(process.env["FUZZ_FIRST"] ?? 1);
const PER_TEST = 10;

const total = { seeds: 0, acts: 0, checked: 0, states: new Map<string, number>() };
afterAll(() => {
  const { seeds, acts, checked, states } = total;
  const said = [...states].map(([state, count]) => `${count} ${state}`).join(", ");
  process.stdout.write(
    `inputs: ${seeds} seeds, ${acts} acts, ${checked} inputs set against a text: ${said}\n`,
  );
});

for (let first = FIRST; first < FIRST + SEEDS; first += PER_TEST) {
  const last = Math.min(first + PER_TEST, FIRST + SEEDS) - 1;
  test(
    `[CT1] [CT9] each input is in one state, on the clause that it is about, seeds ${first} to ${last}`,
    { timeout: 120_000 },
    () => {
      for (let seed = first; seed <= last; seed += 1) {
        const { problems, checked, states, acts } = runContributionSession(seed);
        expect(problems.slice(0, 5), `seed ${seed}`).toEqual([]);
        total.seeds += 1;
        total.checked += checked;
        for (const count of acts.values()) total.acts += count;
        for (const [state, count] of states) total.states.set(state, (total.states.get(state) ?? 0) + count);
      }
    },
  );
}

test("the sessions reach every state often", () => {
  for (const state of ["removed", "merged", "orphaned", "changed", "moved", "attached", "general"])
    expect(total.states.get(state) ?? 0, state).toBeGreaterThan(total.seeds * 3);
});
