/** The servers that are compared, each a process of its own on the loopback, with its defaults. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "../../support/server-process.ts";
import type { DialectName } from "./wire.ts";
import { SERVER_NODE_OPTIONS } from "../../../scripts/server-node-options.mjs";

export const SERVERS = ["rembuk", "floor", "y-websocket", "hocuspocus"] as const;
/** `before` is Rembuk from another checkout, to see what a change brought. */
export type ServerName = (typeof SERVERS)[number] | "before";

export const isOurs = (name: ServerName): boolean => name === "rembuk" || name === "before";

export interface RunningServer {
  readonly name: ServerName;
  readonly port: number;
  readonly pid: number;
  readonly dialect: DialectName;
  /** Why it ended, when it did so by itself; null while it runs. */
  readonly ended: () => string | null;
  /** SIGTERM unless told; resolves when it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

const root = join(import.meta.dirname, "..", "..", "..");
/** A busy machine takes its time. */
const START_MS = 120_000;
const peers = join(import.meta.dirname, "..", "peers");

/** However the bench ends, its servers end with it. */
const running = new Set<ChildProcess>();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

/** Installs the peers, which no part of the project needs. */
export function installPeers(): void {
  if (existsSync(join(peers, "node_modules", "@hocuspocus", "server"))) return;
  const done = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: peers, stdio: "inherit" });
  if (done.status !== 0) throw new Error("The peers could not be installed (npm ci in tests/bench/peers).");
}

export interface StartOptions {
  /** Where it keeps what it stores; made when missing. */
  readonly folder: string;
  /** Whether y-websocket's server keeps its documents (its default is not to). */
  readonly persistent?: boolean;
  /** The checkout that our server runs from; this one unless told. */
  readonly checkout?: string;
  /** More arguments for Node. */
  readonly nodeOptions?: readonly string[];
}

export async function startServer(name: ServerName, options: StartOptions): Promise<RunningServer> {
  const { folder, persistent = false, checkout = root, nodeOptions = [] } = options;
  await mkdir(folder, { recursive: true });
  const port = await freePort();
  const { BASE_URL: _vite, ...inherited } = process.env;
  const env: NodeJS.ProcessEnv = {
    ...inherited,
    HOST: "127.0.0.1",
    PORT: String(port),
    NODE_ENV: "production",
  };
  const [cwd, file] = {
    rembuk: [checkout, "server/entry.node.ts"],
    before: [checkout, "server/entry.node.ts"],
    floor: [peers, "floor.mjs"],
    "y-websocket": [peers, "node_modules/@y/websocket-server/src/server.js"],
    hocuspocus: [peers, "hocuspocus.mjs"],
  }[name] as [string, string];
  if (isOurs(name)) {
    env["DATA_DIR"] = folder;
    env["BASE_URL"] = `http://127.0.0.1:${port}`;
    env["NODE_COMPILE_CACHE"] = join(root, "node_modules", ".cache", "node");
  }
  if (name === "hocuspocus") env["DATABASE"] = join(folder, "hocuspocus.sqlite");
  if (name === "y-websocket" && persistent) env["YPERSISTENCE"] = join(folder, "leveldb");
  // As `npm start` runs it.
  const own = isOurs(name) ? SERVER_NODE_OPTIONS : [];
  const child = spawn(process.execPath, [...own, ...nodeOptions, file], {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  const { said, ended } = watch(child);
  await answering(port, name, ended);
  return {
    name,
    port,
    pid: child.pid as number,
    dialect: name === "before" ? "rembuk" : name,
    ended: () => (ended() === null ? null : `${ended()}: ${said().slice(-400)}`),
    async stop(signal = "SIGTERM") {
      if (ended() !== null) return;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill(signal);
      const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await gone;
      clearTimeout(late);
    },
  };
}

function watch(child: ChildProcess): { said: () => string; ended: () => string | null } {
  let said = "";
  let ended: string | null = null;
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  child.on("exit", (code, signal) => (ended = `ended with ${signal ?? code}`));
  return { said: () => said, ended: () => ended };
}

async function answering(port: number, name: ServerName, ended: () => string | null): Promise<void> {
  const path = isOurs(name) ? "/readyz" : "/";
  const end = Date.now() + START_MS;
  for (;;) {
    if (ended() !== null) throw new Error(`${name} ${ended()} before it answered`);
    if (Date.now() > end) throw new Error(`${name} did not answer in time`);
    // The floor answers 426 to a plain request: it is there.
    const there = await fetch(`http://127.0.0.1:${port}${path}`).then(
      ({ ok }) => ok || name === "floor",
      () => false,
    );
    if (there) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
