// Runs vitest and counts what passed and failed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { childEnv, nodeBinary, root } from "./install-if-stale.mjs";

/**
 * `name` is the report's file name, `args` go to vitest.
 * @param {{ name: string, args: string[], env: Record<string, string> }} options
 * @returns {{ passed: number, failed: number }}
 */
export function runVitest({ name, args, env }) {
  const report = join(root, "test-results", `${name}.json`);
  mkdirSync(join(root, "test-results"), { recursive: true });
  rmSync(report, { force: true });
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const run = spawnSync(
    nodeBinary(),
    [vitest, "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...args],
    { cwd: root, stdio: "inherit", env: childEnv({ NODE_ENV: "production", ...env }) },
  );
  const summary = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null;
  // A suite that could not even load, or a runner that died, counts as a failure too.
  const broken = (summary?.testResults ?? []).filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const failed = (summary?.numFailedTests ?? 0) + broken;
  return {
    passed: summary?.numPassedTests ?? 0,
    failed: failed === 0 && run.status !== 0 ? 1 : failed,
  };
}

/** Prints the last line and ends the process. */
export function finish({ passed, failed }) {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
