// Finds Chromium for the journeys, installing Debian's package where that is possible.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const PLACES = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** Path of a Chromium, or null after one clear sentence; the journeys then fail, they are never skipped. */
export function ensureChromium() {
  const found = PLACES.find((path) => path && existsSync(path));
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  if (existsSync("/usr/bin/apt-get") && isRoot) {
    console.log("Installing Chromium from Debian for the browser journeys …");
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "-qq", "chromium"], { stdio: ["ignore", "ignore", "inherit"] });
  }
  if (existsSync("/usr/bin/chromium")) return "/usr/bin/chromium";
  console.error(
    "Chromium was not found and could not be installed: install it (apt-get install chromium) or set CHROMIUM to its path. The browser journeys fail without it.",
  );
  return null;
}
