import { spawn, type ChildProcess } from "node:child_process";
import { copyFileSync, existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, it } from "vitest";
import * as Y from "yjs";
import { openSqlLog } from "../../collab/log/sql-log.ts";
import { openLibsql } from "../../db/libsql.node.ts";
import { freePort } from "../support/server-process.ts";
import { toRichJson } from "../support/rich-json.ts";
import { killsOf, loseNothing } from "./kill-run.ts";
import { ALICE, clausesOf, newPolicy, textsOf } from "./support.ts";
import { ROOM_WORKER } from "./workerd-host.ts";

const KILLS = killsOf(1);
const READY_MS = 60_000;

const folder = mkdtempSync(join(tmpdir(), "rembuk-kill-workerd-"));
const state = join(folder, "state");
let child: ChildProcess | null = null;

/** The whole group at once: wrangler and its workerd. */
function killGroup(): Promise<void> {
  const killed = child;
  child = null;
  if (killed?.pid === undefined) return Promise.resolve();
  const gone = new Promise<void>((resolve) => killed.once("exit", () => resolve()));
  process.kill(-killed.pid, "SIGKILL");
  return gone;
}

afterAll(async () => {
  await killGroup();
  rmSync(folder, { recursive: true, force: true });
});

async function start(port: number): Promise<void> {
  const configPath = join(folder, "wrangler.json");
  if (!existsSync(configPath)) writeFileSync(configPath, JSON.stringify(ROOM_WORKER));
  const wrangler = join(import.meta.dirname, "../../node_modules/wrangler/bin/wrangler.js");
  const args = ["dev", "--config", configPath, "--local", "--ip", "127.0.0.1", "--port", String(port)];
  const quiet = ["--inspector-port", "0", "--persist-to", state, "--show-interactive-dev-session", "false"];
  const env = { ...process.env, WRANGLER_SEND_METRICS: "false", CLOUDFLARE_CF_FETCH_ENABLED: "false" };
  const started = spawn(process.execPath, [wrangler, ...args, ...quiet], {
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  child = started;
  let printed = "";
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not ready:\n${printed}`)), READY_MS);
    const hear = (chunk: Buffer) => {
      printed += chunk.toString();
      if (!printed.includes("Ready on")) return;
      clearTimeout(timer);
      resolve();
    };
    started.stdout.on("data", hear);
    started.stderr.on("data", hear);
    started.once("exit", (code) => reject(new Error(`ended with ${code}:\n${printed}`)));
  });
}

it(
  `[RM20] nothing acknowledged is missing after workerd is killed while people type (${KILLS} times)`,
  { timeout: 120_000 + KILLS * 40_000 },
  async () => {
    const policy = newPolicy();
    const port = await freePort();
    let created = false;
    await loseNothing(
      {
        async start() {
          await start(port);
          if (created) return port;
          created = true;
          const response = await fetch(`http://127.0.0.1:${port}/control/${policy}`, {
            method: "POST",
            body: toRichJson({ what: "create", args: [policy, clausesOf("a", "b"), ALICE] }),
          });
          if (!response.ok) throw new Error(await response.text());
          return port;
        },
        kill: killGroup,
        async storedText() {
          // The object's own SQLite, write-ahead log included, as a crash leaves it.
          const files = globSync(join(state, "v3/do/**/*.sqlite")).filter(
            (file) => basename(file) !== "metadata.sqlite",
          );
          for (const [index, file] of files.entries()) {
            const copy = join(folder, `copy-${index}.sqlite`);
            for (const end of ["", "-wal"]) {
              rmSync(copy + end, { force: true });
              if (existsSync(file + end)) copyFileSync(file + end, copy + end);
            }
            rmSync(`${copy}-shm`, { force: true });
            const connection = await openLibsql(copy);
            const log = await openSqlLog(connection);
            const stored = await log.load(policy);
            await log.close();
            if (stored === null) continue;
            const doc = new Y.Doc();
            if (stored.snapshot) Y.applyUpdate(doc, stored.snapshot);
            for (const row of stored.tail) Y.applyUpdate(doc, row.update);
            return textsOf(doc).join("");
          }
          throw new Error(`no log in ${files.join(", ")}`);
        },
      },
      policy,
      KILLS,
    );
  },
);
