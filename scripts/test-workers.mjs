// npm run test:workers: the journeys in a browser against the product on local workerd.
import { fileURLToPath } from "node:url";
import { buildIfStale } from "./build-if-stale.mjs";
import { ensureChromium } from "./ensure-chromium.mjs";
import { installIfStale } from "./install-if-stale.mjs";
import { finish, runVitest } from "./run-vitest.mjs";

/** Two people in one text, and the whole loop from draft to answer. */
const JOURNEYS = ["tests/e2e/co-writing.e2e.test.ts", "tests/e2e/loop.e2e.test.ts"];

export function runWorkersJourneys(chromium, journeys = JOURNEYS) {
  return runVitest({
    name: "vitest-workers",
    args: ["--project", "e2e", ...journeys],
    env: { HOST_UNDER_TEST: "workers", ...(chromium ? { CHROMIUM: chromium } : {}) },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  installIfStale();
  buildIfStale();
  const journeys = process.argv.slice(2);
  finish(runWorkersJourneys(ensureChromium(), journeys.length > 0 ? journeys : JOURNEYS));
}
