/**
 * The stores of all servers that hold the large document with its history.
 * Writing it takes a minute, so the result is kept in `node_modules/.cache`
 * until anything that it depends on changes.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { cp, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { EMPTY_VECTOR, Client, pause, until } from "./client.ts";
import { createFrameReader } from "./propagation.ts";
import { processMs } from "../process-time.ts";
import { createDocument, prepareRembuk, type BenchDocument } from "./rembuk.ts";
import { regulationOf } from "./regulation-of.ts";
import { startServer, type ServerName } from "./servers.ts";
import type { Stage } from "./stage.ts";
import { createDialect } from "./wire.ts";

const PASAL = 500;
const AYAT = 5;
export const EDITS = 100_000;
const SMALL_CLAUSES = 60;
const SEED = 4;
const OLD_MS = 3600 * 1000;
/** Sessions last a week. */
const KEPT_MS = 3 * 24 * 3600 * 1000;

export interface BigStore {
  readonly big: BenchDocument;
  /** Another document in the same stores. */
  readonly small: BenchDocument;
  readonly cookies: readonly string[];
  /** A copy of a server's store; the floor has none. */
  copyOf(name: ServerName, target: string): Promise<string>;
}

interface Done {
  readonly big: string;
  readonly small: string;
  readonly cookies: readonly string[];
}

const root = join(import.meta.dirname, "..", "..", "..");
const STORED = ["rembuk", "y-websocket", "hocuspocus"] as const;

export async function openBigStore(stage: Stage): Promise<BigStore> {
  const folder = join(root, "node_modules", ".cache", "bench-room", fingerprint());
  const done = join(folder, "done.json");
  const fresh = existsSync(done) && Date.now() - statSync(done).mtimeMs < KEPT_MS;
  if (!fresh) await write(stage, folder);
  const { big, small, cookies } = JSON.parse(await readFile(done, "utf8")) as Done;
  return {
    big: { id: big, state: await readFile(join(folder, "big.bin")) },
    small: { id: small, state: await readFile(join(folder, "small.bin")) },
    cookies,
    async copyOf(name, target) {
      await mkdir(target, { recursive: true });
      const source = join(folder, name === "before" ? "rembuk" : name);
      if (existsSync(source)) await cp(source, target, { recursive: true });
      return target;
    },
  };
}

/** Of everything that says what the stores look like. */
function fingerprint(): string {
  const hash = createHash("sha256");
  const files = [
    ...["history.ts", "feed-history.ts", "regulation-of.ts", "big-store.ts"].map((file) =>
      join(import.meta.dirname, file),
    ),
    join(root, "tests/bench/peers/package-lock.json"),
    join(root, "collab/document/wire.ts"),
    join(root, "collab/log/log-schema.ts"),
    ...readdirSync(join(root, "db/migrations"))
      .filter((file) => file.endsWith(".sql"))
      .toSorted()
      .map((file) => join(root, "db/migrations", file)),
  ];
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

/** One of the peers writes edits one by one for minutes after it took them. */
async function untilIdle(pid: number): Promise<void> {
  for (let quiet = 0; quiet < 3;) {
    const before = processMs(pid) ?? 0;
    await pause(1_000);
    quiet = (processMs(pid) ?? 0) - before < 30 ? quiet + 1 : 0;
  }
}

/** Stores of former versions, and what a run that was cut short left. */
function removeOld(cache: string): void {
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (Date.now() - statSync(path).mtimeMs > OLD_MS) rmSync(path, { recursive: true, force: true });
  }
}

async function write(stage: Stage, folder: string): Promise<void> {
  stage.say(`writing ${EDITS} edits into every store (once; kept in ${folder})`);
  const making = `${folder}.${process.pid}`;
  removeOld(join(folder, ".."));
  rmSync(folder, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  const rembuk = await prepareRembuk({ folder: join(making, "rembuk") });
  const [cookie = ""] = rembuk.cookies;
  let big: BenchDocument | null = null;
  let small: BenchDocument | null = null;
  for (const name of STORED) {
    const options = { folder: join(making, name), persistent: true };
    let server = await startServer(name, options);
    if (name === "rembuk") {
      big = await createDocument(server, cookie, regulationOf({ pasal: PASAL, ayat: AYAT }));
      small = await createDocument(server, cookie, regulationOf({ pasal: SMALL_CLAUSES / 3, ayat: 2 }));
    }
    if (big === null || small === null) throw new Error("Our server makes the documents: it comes first.");
    const began = performance.now();
    const state = await stage.generator.run("feedHistory", {
      port: server.port,
      dialect: server.dialect,
      document: big.id,
      start: big.state,
      edits: EDITS,
      seed: SEED,
      cookies: rembuk.cookies,
    });
    stage.say(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
    await writeFile(join(making, "big.bin"), state);
    await untilIdle(server.pid);
    await server.stop();
    // Once more, so that what a server tidies up when it opens a document is done.
    server = await startServer(name, options);
    const dialect = createDialect(server.dialect, big.id);
    const client = new Client({
      port: server.port,
      dialect,
      cookie,
      read: createFrameReader(dialect),
      has: EMPTY_VECTOR,
      skim: true,
    });
    await until(
      () => client.contentBytes > state.length / 2,
      120_000,
      () => `${name} did not open its document`,
    );
    client.raw.cut();
    await untilIdle(server.pid);
    await server.stop();
  }
  await writeFile(join(making, "small.bin"), small?.state ?? new Uint8Array());
  await writeFile(
    join(making, "done.json"),
    JSON.stringify({ big: big?.id ?? "", small: small?.id ?? "", cookies: rembuk.cookies } satisfies Done),
  );
  await rename(making, folder);
}
