// Installs the locked packages when node_modules does not match the lockfile. Runs on Node 20 and up, with nothing installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, "node_modules", ".rembuk-lock");

/** Node 24 from the locked platform package; the running one where the platform has no package and it is new enough. */
export function nodeBinary() {
  const bundled = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
  if (existsSync(bundled)) return bundled;
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  console.error("Rembuk memerlukan Node 24 / Rembuk needs Node 24: https://nodejs.org");
  process.exit(1);
}

export function installIfStale() {
  const modules = join(root, "node_modules");
  // Somebody else's packages, lent to this checkout: installing here would empty them.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  // To stderr: a command's output may be read by a program.
  console.error("Memasang paket … / Installing packages …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const result = spawnSync(npm, ["ci", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
  writeFileSync(stamp, lock);
}

/** PATH in which `node` is the bundled one, for child processes, and where it keeps what it compiled (half of a start is that). */
export function childEnv(extra = {}) {
  const bin = join(root, "node_modules", ".bin");
  return {
    ...process.env,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, "node_modules", ".cache", "node"),
    PATH: `${bin}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}`,
    ...extra,
  };
}
