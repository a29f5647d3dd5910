import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as Y from "yjs";
import type { AccountId } from "../../domain/ids.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { startRoomServer } from "./room-server.ts";
import { linkProvider, synced, type LinkedProvider } from "./sockets.ts";
import { newPolicy, root, textsOf } from "./support.ts";

const KILLS = process.env["FUZZ_ALL"] === "1" ? 20 : 3;
const ACCOUNTS = ["A", "B", "C"].map((letter) => `01${letter.repeat(24)}` as AccountId);

let folder: string;
let child: ChildProcess | null = null;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rembuk-kill-"));
});
afterAll(async () => {
  child?.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

interface Typist {
  readonly doc: Y.Doc;
  readonly link: LinkedProvider;
  readonly base: number;
  typed: number;
  /** How many of the typed characters have been acknowledged. */
  durable: number;
}

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

async function kill(): Promise<void> {
  const killed = child;
  if (killed === null) return;
  child = null;
  const gone = new Promise((resolve) => killed.once("exit", resolve));
  killed.kill("SIGKILL");
  await gone;
}

/** The characters that the file holds, read from the log alone. */
async function storedText(path: string, policy: string): Promise<string> {
  const server = await startRoomServer(path);
  const doc = new Y.Doc();
  const stored = await server.log.load(policy as never);
  if (stored?.snapshot) Y.applyUpdate(doc, stored.snapshot);
  for (const row of stored?.tail ?? []) Y.applyUpdate(doc, row.update);
  await server.close();
  return textsOf(doc).join("");
}

it(
  `[RM20] nothing acknowledged is missing after kill -9 while typing (${KILLS} times)`,
  { timeout: KILLS * 20_000 },
  async () => {
    const random = seededRandom(20261122);
    const path = join(folder, "rooms.db");
    const policy = newPolicy();
    const port = await start(path, 0, policy);
    const typists = ACCOUNTS.map((account, index): Typist => {
      const doc = new Y.Doc();
      const typist: Typist = {
        doc,
        base: 0x4e00 + index * 6_000,
        typed: 0,
        durable: 0,
        link: linkProvider({
          port,
          policy,
          doc,
          account,
          mark: () => typist.typed,
          onAcknowledged(position, sent) {
            // Up to here everything is durable, once the step2 that brings the past of this connection is among it.
            const covered = sent.slice(0, position);
            const step2 = covered.findIndex(({ isStep2 }) => isStep2);
            if (step2 >= 0) typist.durable = Math.max(typist.durable, ...covered.map(({ mark }) => mark));
          },
        }),
      };
      return typist;
    });
    const type = (typist: Typist) => {
      const text = (root(typist.doc).get(0) as Y.XmlElement | undefined)?.get(0) as Y.XmlText | undefined;
      if (text === undefined) return;
      text.doc?.transact(() => {
        const character = String.fromCodePoint(typist.base + typist.typed);
        typist.typed++;
        text.insert(Math.floor(random() * (text.length + 1)), character);
      });
    };
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    for (let round = 0; round < KILLS; round++) {
      await Promise.all(typists.map(({ link }) => synced(link.provider)));
      const until = Date.now() + 150 + random() * 350;
      while (Date.now() < until) {
        for (const typist of typists) type(typist);
        await pause(random() * 4);
      }
      await kill();
      const promised = typists.map(({ durable }) => durable);
      const text = new Set(await storedText(path, policy));
      typists.forEach((typist, index) => {
        expect(promised[index]).toBeGreaterThan(0);
        for (let number = 0; number < (promised[index] ?? 0); number++) {
          const character = String.fromCodePoint(typist.base + number);
          expect(text.has(character), `character ${number} of typist ${index} after kill ${round + 1}`).toBe(
            true,
          );
        }
      });
      await start(path, port, policy);
    }
    // What was not acknowledged comes back with the next step2.
    await expect
      .poll(() => typists.every(({ durable, typed }) => durable === typed), { timeout: 10_000 })
      .toBe(true);
    for (const { link } of typists) link.provider.destroy();
    await kill();
    const text = await storedText(path, policy);
    expect(text.length).toBe(2 + typists.reduce((sum, { typed }) => sum + typed, 0));
  },
);
