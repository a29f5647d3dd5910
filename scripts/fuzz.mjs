// npm run fuzz: 2,000 seeds of the room's sessions on Node and on workerd, 50 kills of each, every other seed, with counts.
// FUZZ_SEEDS and FUZZ_FIRST choose seeds, KILLS how many kills; arguments choose files (tests/fuzz/room-fuzz is workerd's).
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
    "--project",
    "workers",
    "--reporter=verbose",
    // One file at a time: kills and timing mean something only on a machine that is not torn.
    "--no-file-parallelism",
    ...(process.argv.length > 2 ? process.argv.slice(2) : ["tests/fuzz", "tests/room/kill"]),
  ],
  { cwd: root, stdio: "inherit", env: childEnv({ FUZZ_ALL: "1" }) },
);
process.exit(run.status ?? 1);
