// npm run fuzz: every seed of the fuzz sessions, 20 kills and the binds of the database, with counts.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { childEnv, installIfStale, nodeBinary, root } from "./install-if-stale.mjs";

installIfStale();
const run = spawnSync(
  nodeBinary(),
  [
    join(root, "node_modules", "vitest", "vitest.mjs"),
    "run",
    "--project",
    "node",
    "--reporter=verbose",
    // One file at a time: kills and timing mean something only on a machine that is not torn.
    "--no-file-parallelism",
    ...(process.argv.length > 2 ? process.argv.slice(2) : ["tests/fuzz", "tests/room/kill.test.ts"]),
  ],
  { cwd: root, stdio: "inherit", env: childEnv({ FUZZ_ALL: "1" }) },
);
process.exit(run.status ?? 1);
