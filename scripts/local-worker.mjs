// The Worker on this machine: migrations into a local D1, then wrangler's workerd, both offline. For `dev:workers` and tests.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { childEnv, root } from "./install-if-stale.mjs";

const READY_MS = 60_000;
/** A Worker that is being bundled does not hear that it should end. */
const STOP_MS = 5_000;
/** The demo is loaded by the first request. */
const FIRST_ANSWER_MS = 300_000;

const env = () =>
  childEnv({
    WRANGLER_SEND_METRICS: "false",
    WRANGLER_HIDE_BANNER: "true",
    CLOUDFLARE_CF_FETCH_ENABLED: "false", // nothing is asked of the network
  });

const wrangler = join(root, "node_modules", "wrangler", "bin", "wrangler.js");

/** Brings the local D1 in `dataDir` to the newest migration. Throws with wrangler's own words. */
export function migrateLocalD1(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  const args = ["d1", "migrations", "apply", "DB", "--local", "--persist-to", dataDir];
  const result = spawnSync(process.execPath, [wrangler, ...args], {
    cwd: root,
    env: { ...env(), CI: "1" },
    encoding: "utf8",
  });
  if (result.status !== 0)
    throw new Error(`the migrations were not applied:\n${result.stdout}${result.stderr}`);
}

/** A first start that broke off while the demo was loaded left nothing that anybody has seen: it is begun anew. */
function forgetUnfinished(dataDir) {
  if (existsSync(join(dataDir, ".first-start"))) rmSync(dataDir, { recursive: true, force: true });
}

/**
 * Starts the Worker on `host:port` with its state in `dataDir` and resolves once it answers, which is after the demo
 * was loaded. `vars` go over those of wrangler.toml; `onOutput` is given what it prints.
 * @param {{host?: string, port: number, dataDir: string, vars?: Record<string, string>, onOutput: (text: string) => void}} options
 */
export async function startLocalWorker({ host = "127.0.0.1", port, dataDir, vars = {}, onOutput }) {
  forgetUnfinished(dataDir);
  const unfinished = join(dataDir, ".first-start");
  const isFirst = !existsSync(dataDir);
  migrateLocalD1(dataDir);
  if (isFirst) writeFileSync(unfinished, "");
  const url = `http://${host}:${port}`;
  const variables = Object.entries({ BASE_URL: url, ...vars }).flatMap(([name, value]) => [
    "--var",
    `${name}:${value}`,
  ]);
  const listen = ["--local", "--ip", host, "--port", String(port), "--inspector-port", "0"];
  const state = ["--persist-to", dataDir, "--show-interactive-dev-session", "false"];
  const child = spawn(process.execPath, [wrangler, "dev", ...listen, ...state, ...variables], {
    cwd: root,
    env: env(),
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32", // a group of its own: wrangler starts others
  });
  // The command line reads this state only when nobody has it open (`server/cli/refuse-while-running.node.ts`).
  const running = join(dataDir, ".running");
  writeFileSync(running, String(child.pid ?? ""));
  const signal = (name) => {
    try {
      if (process.platform === "win32") child.kill(name);
      else if (child.pid !== undefined) process.kill(-child.pid, name);
    } catch (error) {
      if (error.code !== "ESRCH") throw error; // all of them are gone
    }
  };
  // Whoever started it and dies leaves none behind.
  const end = () => signal("SIGKILL");
  process.once("exit", end);
  const exited = new Promise((resolve) =>
    child.once("exit", (code) => {
      process.off("exit", end);
      rmSync(running, { force: true });
      resolve(code ?? 1);
    }),
  );
  let printed = "";
  const ready = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not ready:\n${printed}`)), READY_MS);
    const hear = (chunk) => {
      const text = String(chunk);
      onOutput(text);
      if (printed.length < 20_000) printed += text;
      if (printed.includes("Ready on")) {
        clearTimeout(timer);
        resolve();
      }
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    void exited.then((code) => reject(new Error(`wrangler ended with ${code}:\n${printed}`)));
  });
  const stop = async () => {
    signal("SIGTERM");
    const late = setTimeout(() => signal("SIGKILL"), STOP_MS);
    await exited;
    clearTimeout(late);
    signal("SIGKILL");
  };
  try {
    await ready;
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(FIRST_ANSWER_MS) });
    if (!answer.ok) throw new Error(`${url}/readyz answers ${answer.status}:\n${await answer.text()}`);
  } catch (error) {
    await stop();
    throw error;
  }
  rmSync(unfinished, { force: true });
  return { url, child, exited, stop };
}

/** One round of what recurs, as the cron does it: wrangler does not run it by itself. */
export async function runScheduled(url) {
  await fetch(`${url}/cdn-cgi/local/scheduled`);
}
