import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DUTIES } from "../../server/duties/duties.ts";
import { runDutiesOnce, startDuties } from "../../server/duties/run-duties.ts";
import type { Deps } from "../../server/deps.ts";
import { openTestApp, type TestApp } from "../support/test-app.ts";

describe("what recurs", () => {
  let t: TestApp;
  const failures: string[] = [];
  let deps: Deps;
  beforeEach(async () => {
    t = await openTestApp();
    failures.length = 0;
    const logger = { ...t.deps.logger, error: (fields: object) => failures.push(JSON.stringify(fields)) };
    deps = { ...t.deps, logger };
  });
  afterEach(() => t.close());

  test("every duty runs on an empty database, even twice at once", async () => {
    await Promise.all([runDutiesOnce(DUTIES, deps), runDutiesOnce(DUTIES, deps)]);
    expect(failures).toEqual([]);
    expect(new Set(DUTIES.map(({ name }) => name)).size).toBe(DUTIES.length);
  });

  test("a round that fails is logged and the next one comes; stopping waits for the one that runs", async () => {
    let rounds = 0;
    let finished = 0;
    const failing = {
      name: "failing",
      everyMs: 1,
      run: async () => {
        rounds += 1;
        throw new Error("no");
      },
    };
    let release = (): void => undefined;
    const slow = {
      name: "slow",
      everyMs: 1,
      run: async () => {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        finished += 1;
      },
    };
    const running = startDuties([failing, slow], deps);
    await expect.poll(() => rounds).toBeGreaterThan(2);
    expect(failures[0]).toBe('{"duty":"failing"}');
    const stopped = running.stop();
    release();
    await stopped;
    expect(finished).toBe(1);
    const after = rounds;
    await new Promise((resolve) => setImmediate(resolve));
    expect(rounds).toBe(after);
  });
});
