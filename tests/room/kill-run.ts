/** Three people type while their server is killed again and again; what it acknowledged must be on the disk. */
import { expect } from "vitest";
import * as Y from "yjs";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { linkProvider, synced, type LinkedProvider } from "./sockets.ts";
import { root } from "./support.ts";

export interface Killable {
  /** Starts the server on its storage and resolves with its port, the same each time. */
  start(): Promise<number>;
  /** Ends it as a power cut would end the process. */
  kill(): Promise<void>;
  /** The document's text as the storage alone holds it, while no server runs. */
  storedText(): Promise<string>;
}

/** Kills of a run: `KILLS`, else 50 where everything is run, else `few`. */
export const killsOf = (few: number): number =>
  Number(process.env["KILLS"] ?? (process.env["FUZZ_ALL"] === "1" ? 50 : few));

const ACCOUNTS = ["A", "B", "C"].map((letter) => `01${letter.repeat(24)}` as AccountId);

interface Typist {
  readonly doc: Y.Doc;
  readonly link: LinkedProvider;
  readonly base: number;
  typed: number;
  /** How many of the typed characters have been acknowledged. */
  durable: number;
}

/** Every character that was acknowledged before a kill is stored after it; what was not comes back with its author. */
export async function loseNothing(server: Killable, policy: PolicyId, kills: number): Promise<void> {
  const random = seededRandom(20261122);
  const port = await server.start();
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
  for (let round = 0; round < kills; round++) {
    await Promise.all(typists.map(({ link }) => synced(link.provider)));
    const until = Date.now() + 150 + random() * 350;
    while (Date.now() < until) {
      for (const typist of typists) type(typist);
      await pause(random() * 4);
    }
    await server.kill();
    const promised = typists.map(({ durable }) => durable);
    const text = new Set(await server.storedText());
    typists.forEach((typist, index) => {
      expect(promised[index]).toBeGreaterThan(0);
      for (let number = 0; number < (promised[index] ?? 0); number++) {
        const character = String.fromCodePoint(typist.base + number);
        expect(text.has(character), `character ${number} of typist ${index} after kill ${round + 1}`).toBe(
          true,
        );
      }
    });
    await server.start();
  }
  // What was not acknowledged comes back with the next step2.
  await expect
    .poll(() => typists.every(({ durable, typed }) => durable === typed), { timeout: 10_000 })
    .toBe(true);
  for (const { link } of typists) link.provider.destroy();
  await server.kill();
  const text = await server.storedText();
  expect(text.length).toBe(2 + typists.reduce((sum, { typed }) => sum + typed, 0));
}
