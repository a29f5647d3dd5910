// npm test: everything a contributor must pass. The last line is `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildIfStale } from "./build-if-stale.mjs";
import { runChecks } from "./check.mjs";
import { ensureChromium } from "./ensure-chromium.mjs";
import { childEnv, installIfStale, nodeBinary, root } from "./install-if-stale.mjs";

installIfStale();
buildIfStale();
const chromium = ensureChromium();
const checks = runChecks();

const report = join(root, "test-results", "vitest.json");
mkdirSync(join(root, "test-results"), { recursive: true });
rmSync(report, { force: true });
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const run = spawnSync(
  nodeBinary(),
  [
    vitest,
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: "inherit",
    env: childEnv({ NODE_ENV: "production", ...(chromium ? { CHROMIUM: chromium } : {}) }),
  },
);

const summary = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null;
const passed = checks.passed + (summary?.numPassedTests ?? 0);
// A suite that could not even load, or a runner that died, counts as a failure too.
const broken = (summary?.testResults ?? []).filter(
  (file) => file.status === "failed" && file.assertionResults.length === 0,
).length;
let failed = checks.failed + (summary?.numFailedTests ?? 0) + broken;
if (failed === 0 && run.status !== 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
