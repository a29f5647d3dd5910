/** Memory while typing, parsing a long statute, a second start. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { ulid } from "ulid";
import type { Browser } from "playwright-core";
import type { Cid } from "../../domain/ids.ts";
import { parseRegulation } from "../../domain/parsing/parse-regulation.ts";
import { freePort, type ServerProcess } from "../support/server-process.ts";
import { accountOf, createDocument, signIn } from "./bench-server.ts";
import { openPage, placeCaret } from "./measure-editor.ts";
import { changeStructure } from "./remote-structure.ts";
import { median } from "./statistics.ts";

/** By then the text has been looked at for references and compared with the document. */
const QUIET_MS = 7_000;

const root = join(import.meta.dirname, "../..");

export interface MemoryFigures {
  readonly clauses: number;
  readonly letters: number;
  /** JavaScript heap after a collection, in bytes. */
  readonly before: number;
  readonly afterLetters: number;
  /** After `changes` changes of structure by a colleague on top. */
  readonly afterChanges: number;
  readonly changes: number;
}

export async function measureMemory(browser: Browser, server: ServerProcess): Promise<MemoryFigures> {
  const context = await signIn(browser, server.url, "perancang1");
  const colleague = await signIn(browser, server.url, "perancang2");
  const document = await createDocument(context, server.url, 3_000, await accountOf(colleague, server.url));
  const { clauses } = document.live;
  const { page } = await openPage(
    context,
    `${server.url}/kerja/rancangan/${document.id}`,
    clauses.length,
    true,
  );
  await placeCaret(page, clauses.find(({ kind }) => kind === "ayat")?.cid ?? "");
  const session = await context.newCDPSession(page);
  const heap = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = (await session.send("Runtime.getHeapUsage")) as { usedSize: number };
    return usedSize;
  };
  await page.keyboard.type("dan seterusnya ", { delay: 30 });
  const before = await heap();
  const letters = 2_000;
  await page.keyboard.type("dan seterusnya lagi ".repeat(letters / 20), { delay: 5 });
  await page.waitForTimeout(QUIET_MS);
  const afterLetters = await heap();
  const changes = 200;
  const place = clauses.findLast(({ kind }) => kind === "ayat")?.cid ?? "";
  await changeStructure(colleague, server, document, place, changes);
  await page.waitForTimeout(QUIET_MS);
  const afterChanges = await heap();
  await context.close();
  await colleague.close();
  return { clauses: clauses.length, letters, before, afterLetters, afterChanges, changes };
}

export interface TimedFigure {
  readonly what: string;
  readonly ms: number;
  readonly load: number;
}

export function measureParse(): TimedFigure {
  const text = readFileSync(join(root, "tests/vectors/corpus/10-uu-1-2023-kuhp.txt"), "utf8");
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    parseRegulation(text, { newCid: () => ulid() as Cid });
    return performance.now() - start;
  });
  const kilobytes = Math.round(Buffer.byteLength(text) / 1000);
  return {
    what: `corpus 10 (${kilobytes} kB), median of ${times.length}`,
    ms: median(times),
    load: loadavg()[0] ?? 0,
  };
}

/** `npm start` again on a data folder that has been served before, until it answers. */
export async function measureSecondStart(): Promise<TimedFigure> {
  const dataDir = await mkdtemp(join(tmpdir(), "rembuk-start-"));
  const times: number[] = [];
  try {
    for (let turn = 0; turn < 6; turn++) times.push(await startOnce(dataDir));
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
  const again = times.slice(1);
  return { what: `npm start, median of ${again.length}`, ms: median(again), load: loadavg()[0] ?? 0 };
}

async function startOnce(dataDir: string): Promise<number> {
  const port = await freePort();
  const start = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: root,
    stdio: "ignore",
    detached: true,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: "127.0.0.1",
      BASE_URL: `http://127.0.0.1:${port}`,
      DATA_DIR: dataDir,
    },
  });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  for (;;) {
    if (child.exitCode !== null) throw new Error("npm start ended before it was ready.");
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) break;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const ms = performance.now() - start;
  // npm and the server are one process group of our own.
  if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
  await exited;
  return ms;
}
