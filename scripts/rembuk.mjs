// npm run -s rembuk -- <command>: the command line, under the right Node, installed when it has to be.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { childEnv, installIfStale, nodeBinary, root } from "./install-if-stale.mjs";

installIfStale();
const { status } = spawnSync(nodeBinary(), [join(root, "server", "cli.node.ts"), ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  env: childEnv({ NODE_ENV: "production" }),
});
process.exit(status ?? 1);
