// npm run bench: build what is stale, then measure the editor in Chromium (tests/bench/editor.ts; sizes as arguments).
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildIfStale } from "./build-if-stale.mjs";
import { childEnv, installIfStale, nodeBinary, root } from "./install-if-stale.mjs";

installIfStale();
buildIfStale();
const bench = [join(root, "tests", "bench", "editor.ts"), ...process.argv.slice(2)];
const { status } = spawnSync(nodeBinary(), bench, { cwd: root, stdio: "inherit", env: childEnv() });
process.exit(status ?? 1);
