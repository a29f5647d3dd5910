/** Every hostile case against a host, while two people write on; afterwards nothing of it is in the document. */
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import { useHost } from "./host-bench.ts";
import type { Target } from "./hostile-attacks.ts";
import { HOSTILE_CASES, type HostileCase } from "./hostile-cases.ts";
import type { HostUnderTest, OpenHost } from "./host-under-test.ts";
import { cookieOf } from "./socket-client.ts";
import { linkProvider, synced, type LinkedProvider } from "./sockets.ts";
import { ALICE, BOB, clausesOf, newPolicy, root, textsOf, typeInto } from "./support.ts";

const MALLORY = "01MMMMMMMMMMMMMMMMMMMMMMMM" as AccountId;
const LARGE = Array.from({ length: 250 }, () => "Isi yang panjang. ".repeat(450));

/** What differs by host in how a case ends, and why. */
export interface HostDifference {
  readonly closes?: readonly number[];
  readonly counted?: readonly string[];
}

export function hostileSuite(
  name: string,
  openHost: OpenHost,
  differences: Readonly<Record<string, HostDifference>> = {},
): void {
  describe(`hostile input: ${name}`, () => {
    const bench = useHost(openHost);

    for (const known of HOSTILE_CASES) {
      const hostile = { ...known, ...differences[known.name] };
      it(`[${known.rules.join("] [")}] ${known.name}`, { timeout: 120_000 }, () =>
        endure(bench.host, hostile),
      );
    }

    it("has reported no fault of its own", async () => {
      expect(await bench.host.reports()).toEqual([]);
    });
  });
}

async function endure(host: HostUnderTest, hostile: HostileCase): Promise<void> {
  const policy = newPolicy();
  await host.commands.create(policy, clausesOf("Satu", "Dua", ...(hostile.large ? LARGE : [])), ALICE);
  const pair = await openPair(host, policy);
  await pair.write();
  const before = await host.counters(policy);

  let attacking = true;
  const attack = hostile.attack(targetOf(host, policy, pair)).finally(() => (attacking = false));
  while (attacking) {
    await pair.write();
    await Promise.race([attack, new Promise((resolve) => setTimeout(resolve, 100))]);
  }
  const ended = await attack;
  // They type on.
  await pair.write();
  await pair.write();

  for (const code of ended.codes) expect(hostile.closes).toContain(code);
  expect(ended.codes.length > 0).toBe(hostile.closes.length > 0);
  const after = await host.counters(policy);
  const grown = hostile.counted.filter((counter) => (after[counter] ?? 0) > (before[counter] ?? 0));
  expect(grown.length > 0, `one of ${hostile.counted.join(", ")} grows`).toBe(hostile.counted.length > 0);
  await expectNoTrace(host, policy, pair);
  pair.end();
}

function targetOf(host: HostUnderTest, policy: PolicyId, pair: Pair): Target {
  return {
    url: `ws://127.0.0.1:${host.port}/collab/${policy}?v=1&schema=1&epoch=1`,
    cookie: cookieOf({ account: MALLORY, session: "a" }),
    readerCookie: cookieOf({ account: MALLORY, reader: true, session: "b" }),
    otherCookie: cookieOf({ account: MALLORY, session: "c" }),
    state: Y.encodeStateAsUpdate(pair.left),
    foreignClient: pair.left.clientID,
  };
}

interface Pair {
  readonly left: Y.Doc;
  /** Each writes a word and waits until the other has it and it is acknowledged. */
  write(): Promise<void>;
  readonly words: string;
  end(): void;
}

async function openPair(host: HostUnderTest, policy: PolicyId): Promise<Pair> {
  const [left, right] = [new Y.Doc(), new Y.Doc()];
  const link = (doc: Y.Doc, account: AccountId) => linkProvider({ port: host.port, policy, doc, account });
  const [alice, bob]: LinkedProvider[] = [link(left, ALICE), link(right, BOB)];
  const links = [alice, bob].filter((one) => one !== undefined);
  await Promise.all(links.map(({ provider }) => synced(provider)));
  let closes = 0;
  for (const { provider } of links) provider.on("connection-close", () => closes++);
  let number = 0;
  return {
    left,
    async write() {
      number++;
      typeInto(left, ` a${number}`, 0);
      typeInto(right, ` b${number}`, 1);
      await expect
        .poll(() => [textsOf(right)[0]?.endsWith(` a${number}`), textsOf(left)[1]?.endsWith(` b${number}`)], {
          timeout: 20_000,
          interval: 10,
        })
        .toEqual([true, true]);
      for (const one of links)
        await expect.poll(() => one.acknowledged(), { timeout: 20_000 }).toBe(one.sent().length);
      expect(closes).toBe(0);
    },
    get words() {
      return textsOf(left).slice(0, 2).join("\n");
    },
    end: () => links.forEach(({ provider }) => provider.destroy()),
  };
}

/** A fresh client, the rows of the log and what loading finds say the same, and nothing is of the attacker. */
async function expectNoTrace(host: HostUnderTest, policy: PolicyId, pair: Pair): Promise<void> {
  const fresh = new Y.Doc();
  const { provider } = linkProvider({ port: host.port, policy, doc: fresh, account: BOB });
  await synced(provider);
  expect(textsOf(fresh)).toEqual(textsOf(pair.left));
  expect([...Y.encodeStateVector(fresh)]).toEqual([...Y.encodeStateVector(pair.left)]);
  expect(fresh.store.pendingStructs).toBeNull();
  expect([...fresh.share.keys()]).toEqual([root(fresh) && "root-v2"]);
  provider.destroy();

  expect(pair.words).not.toMatch(/palsu|hantu|selundupan|pembaca|naskah lain/);
  const rows = await host.history(policy);
  expect(rows.filter(({ actor }) => actor === MALLORY)).toEqual([]);
  const replayed = new Y.Doc();
  for (const row of rows) Y.applyUpdate(replayed, row.update);
  expect(replayed.store.pendingStructs).toBeNull();
  expect(textsOf(replayed)).toEqual(textsOf(pair.left));
  const stored = await host.stored(policy);
  expect([...(stored?.clientOwners.values() ?? [])]).not.toContain(MALLORY);
}
