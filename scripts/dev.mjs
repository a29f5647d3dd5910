// npm run dev: the server restarts on change (8787), the workspace reloads (5173).
import { spawn } from "node:child_process";
import { join } from "node:path";
import { buildIfStale } from "./build-if-stale.mjs";
import { childEnv, installIfStale, nodeBinary, root } from "./install-if-stale.mjs";

installIfStale();
buildIfStale(); // the portal's stylesheet is served from the build
const children = [
  spawn(nodeBinary(), ["--watch", join(root, "server", "entry.node.ts")], {
    cwd: root,
    stdio: "inherit",
    env: childEnv(),
  }),
  spawn(nodeBinary(), [join(root, "node_modules", "vite", "bin", "vite.js")], {
    cwd: root,
    stdio: "inherit",
    env: childEnv(),
  }),
];
for (const child of children) child.on("exit", () => children.forEach((each) => each.kill()));
