/** A host for the tests of a suite, documents on it, and clients that come to it over real sockets. */
import { afterAll, beforeAll, expect } from "vitest";
import * as Y from "yjs";
import type { PolicyId } from "../../domain/ids.ts";
import type { HostUnderTest, OpenHost } from "./host-under-test.ts";
import { SocketClient, type SocketOptions } from "./socket-client.ts";
import { ALICE, clausesOf, newPolicy, presenceFrameOf, textsOf } from "./support.ts";

/** Long enough for a machine that does something else beside. */
export const WAIT = { timeout: 20_000, interval: 10 };

export interface HostBench {
  /** Open while the tests run. */
  readonly host: HostUnderTest;
  /** A document that ALICE made, a clause for each text. */
  newDocument(...texts: readonly string[]): Promise<PolicyId>;
  /** A client on its way in, broken off when the suite ends. */
  dial(policy: PolicyId, options?: SocketOptions): SocketClient;
  /** A client that has the document. */
  join(policy: PolicyId, options?: SocketOptions): Promise<SocketClient>;
  /** The text as the rows of the log tell it. */
  storedTexts(policy: PolicyId): Promise<string[]>;
}

/** To be called where tests are described: the host opens before them and closes after them. */
export function useHost(openHost: OpenHost): HostBench {
  let host: HostUnderTest;
  const clients: SocketClient[] = [];
  beforeAll(async () => {
    host = await openHost();
  });
  afterAll(async () => {
    for (const client of clients) client.drop();
    await host.close();
  });

  const dial = (policy: PolicyId, options: SocketOptions = {}) => {
    const client = new SocketClient(host.port, policy, options);
    clients.push(client);
    return client;
  };
  return {
    get host() {
      return host;
    },
    async newDocument(...texts) {
      const policy = newPolicy();
      await host.commands.create(policy, clausesOf(...texts), ALICE);
      return policy;
    },
    dial,
    async join(policy, options) {
      const client = dial(policy, options);
      await expect.poll(() => client.synced, WAIT).toBe(true);
      return client;
    },
    async storedTexts(policy) {
      const doc = new Y.Doc();
      for (const row of await host.history(policy)) Y.applyUpdate(doc, row.update);
      return textsOf(doc);
    },
  };
}

/** Resolves when all that they sent is durable. */
export const saved = (...all: readonly SocketClient[]) =>
  expect.poll(() => all.every((client) => client.saved), WAIT).toBe(true);

/** Resolves when the client has these texts. */
export const reads = (client: SocketClient, ...texts: readonly string[]) =>
  expect.poll(() => client.texts(), WAIT).toEqual(texts);

export const shown = (client: SocketClient, id: number, clock: number, state: unknown) =>
  client.raw(presenceFrameOf([{ client: id, clock, state }]));

export const lastShown = (client: SocketClient, id: number) =>
  client.presence.findLast((entry) => entry.client === id);
