// npm test: everything a contributor must pass. With `--with-workers` the journeys on workerd, too (as CI runs it).
// The last line is `N passed, N failed`.
import { buildIfStale } from "./build-if-stale.mjs";
import { runChecks } from "./check.mjs";
import { ensureChromium } from "./ensure-chromium.mjs";
import { installIfStale } from "./install-if-stale.mjs";
import { finish, runVitest } from "./run-vitest.mjs";
import { runWorkersJourneys } from "./test-workers.mjs";

installIfStale();
buildIfStale();
const chromium = ensureChromium();
const args = process.argv.slice(2);
const withWorkers = args.includes("--with-workers");
const parts = [
  runChecks(),
  runVitest({
    name: "vitest",
    args: args.filter((arg) => arg !== "--with-workers"),
    env: chromium ? { CHROMIUM: chromium } : {},
  }),
  ...(withWorkers ? [runWorkersJourneys(chromium)] : []),
];
finish({
  passed: parts.reduce((sum, { passed }) => sum + passed, 0),
  failed: parts.reduce((sum, { failed }) => sum + failed, 0),
});
