// Builds the workspace (dist/client) when a source is newer than the last build.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync, writeFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { childEnv, nodeBinary, root } from "./install-if-stale.mjs";

const SOURCES = ["client", "domain", "collab/document", "vite.config.ts", "package-lock.json"];
const stamp = join(root, "dist", ".built-from");

function* files(path) {
  if (!statSync(path).isDirectory()) return yield path;
  for (const entry of readdirSync(path)) yield* files(join(path, entry));
}

/** A line per source file with size and time: changes when any file is added, removed or written. */
function fingerprint() {
  const lines = [];
  for (const source of SOURCES) {
    for (const file of files(join(root, source))) {
      const { size, mtimeMs } = statSync(file);
      lines.push(`${file} ${size} ${mtimeMs}`);
    }
  }
  return lines.join("\n");
}

export function buildIfStale() {
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  console.log("Menyusun tampilan … / Building the workspace …");
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const result = spawnSync(nodeBinary(), [vite, "build", "--logLevel", "warn"], {
    cwd: root,
    stdio: "inherit",
    env: childEnv(),
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
  writeFileSync(stamp, now);
}
