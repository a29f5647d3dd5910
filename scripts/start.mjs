// npm start: install what is missing, build what is stale, then serve. The server itself migrates and loads the demo.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { buildIfStale } from "./build-if-stale.mjs";
import { childEnv, installIfStale, nodeBinary, root } from "./install-if-stale.mjs";
import { SERVER_NODE_OPTIONS } from "./server-node-options.mjs";

installIfStale();
buildIfStale();
const server = spawn(nodeBinary(), [...SERVER_NODE_OPTIONS, join(root, "server", "entry.node.ts")], {
  cwd: root,
  stdio: "inherit",
  env: childEnv({ NODE_ENV: "production" }),
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
