// npm run check: format, lint, types. Each is one line in the summary; all run even when one fails.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildIfStale } from "./build-if-stale.mjs";
import { childEnv, installIfStale, root } from "./install-if-stale.mjs";

const CHECKS = [
  ["format", "oxfmt", ["--check", "."]],
  ["lint", "oxlint", ["--type-aware", "--deny-warnings"]],
  ["types: server", "tsc", ["-p", "tsconfig.json"]],
  ["types: client", "tsc", ["-p", "tsconfig.client.json"]],
  ["types: workers", "tsc", ["-p", "tsconfig.workers.json"]],
  ["types: tests", "tsc", ["-p", "tsconfig.tests.json"]],
  ["worker bundles", "wrangler", ["deploy", "--dry-run", "--outdir", "dist/worker"]],
];

/** Runs all checks; resolves with `{passed, failed}`. */
export function runChecks() {
  let passed = 0;
  let failed = 0;
  for (const [name, tool, args] of CHECKS) {
    const result = spawnSync(join(root, "node_modules", ".bin", tool), args, {
      cwd: root,
      stdio: "inherit",
      env: childEnv({ WRANGLER_SEND_METRICS: "false" }),
    });
    const ok = result.status === 0;
    console.log(`${ok ? "ok  " : "FAIL"} ${name}`);
    if (ok) passed += 1;
    else failed += 1;
  }
  return { passed, failed };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  installIfStale();
  buildIfStale(); // the Worker carries the built workspace
  process.exit(runChecks().failed === 0 ? 0 : 1);
}
