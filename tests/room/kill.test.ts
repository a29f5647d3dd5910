import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, it } from "vitest";
import * as Y from "yjs";
import { killsOf, loseNothing } from "./kill-run.ts";
import { startRoomServer } from "./room-server.ts";
import { newPolicy, textsOf } from "./support.ts";

const KILLS = killsOf(3);

let folder: string;
let child: ChildProcess | null = null;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rembuk-kill-"));
});
afterAll(async () => {
  child?.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

async function start(path: string, port: number, policy: string): Promise<number> {
  const program = join(import.meta.dirname, "room-server.ts");
  const started = spawn(process.execPath, [program, path, String(port), policy], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  child = started;
  return new Promise((resolve, reject) => {
    started.stdout.once("data", (chunk: Buffer) => resolve(Number(chunk.toString())));
    started.once("exit", (code) => reject(new Error(`ended with ${code}`)));
  });
}

it(
  `[RM20] nothing acknowledged is missing after kill -9 while typing (${KILLS} times)`,
  { timeout: KILLS * 20_000 },
  async () => {
    const path = join(folder, "rooms.db");
    const policy = newPolicy();
    let port = 0;
    await loseNothing(
      {
        start: async () => (port = await start(path, port, policy)),
        async kill() {
          const killed = child;
          if (killed === null) return;
          child = null;
          const gone = new Promise((resolve) => killed.once("exit", resolve));
          killed.kill("SIGKILL");
          await gone;
        },
        async storedText() {
          const server = await startRoomServer(path);
          const doc = new Y.Doc();
          const stored = await server.log.load(policy);
          if (stored?.snapshot) Y.applyUpdate(doc, stored.snapshot);
          for (const row of stored?.tail ?? []) Y.applyUpdate(doc, row.update);
          await server.close();
          return textsOf(doc).join("");
        },
      },
      policy,
      KILLS,
    );
  },
);
