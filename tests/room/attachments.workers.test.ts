/** What lies beside the sockets of an object that sleeps, when somebody makes it too large. */
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { Doc } from "yjs";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import type { HostUnderTest } from "./host-under-test.ts";
import { linkProvider, synced } from "./sockets.ts";
import { ALICE, BOB, clausesOf, newPolicy, textsOf, typeInto } from "./support.ts";
import { openWorkerdHost } from "./workerd-host.ts";

let host: HostUnderTest;
beforeAll(async () => {
  host = await openWorkerdHost();
});
afterAll(() => host.close());

async function come(policy: PolicyId, account: AccountId) {
  const doc = new Doc();
  const linked = linkProvider({ port: host.port, policy, doc, account });
  const closes: number[] = [];
  linked.provider.on("connection-close", (event: { code: number } | null) => closes.push(event?.code ?? 0));
  await synced(linked.provider);
  return { ...linked, doc, closes };
}

/** Within 4 KiB as it comes, and several times as long once it was read and written again. */
function growingPresence(client: number): Uint8Array<ArrayBuffer> {
  const entries = createEncoder();
  writeVarUint(entries, 1);
  writeVarUint(entries, client);
  writeVarUint(entries, 1_000);
  writeVarString(entries, `{"a":[${Array.from({ length: 800 }, () => "1e20").join()}]}`);
  const frame = createEncoder();
  writeVarUint(frame, 1);
  writeVarUint8Array(frame, toUint8Array(entries));
  return toUint8Array(frame);
}

it("[RM62] [RM66] a presence that grows costs its own socket, and what is kept of the others stays true", async () => {
  const policy = newPolicy();
  await host.commands.create(policy, clausesOf("Satu", "Dua"), ALICE);
  const [alice, mallory] = [await come(policy, ALICE), await come(policy, BOB)];
  mallory.provider.ws?.send(growingPresence(mallory.doc.clientID));
  for (let round = 1; round <= 2; round++) {
    typeInto(alice.doc, "!");
    await vi.waitFor(() => expect(alice.acknowledged()).toBe(alice.sent().length));
    await host.hibernate?.(policy);
  }
  typeInto(alice.doc, "!");
  await vi.waitFor(() => expect(alice.acknowledged()).toBe(alice.sent().length));
  expect(textsOf(alice.doc)).toEqual(["Satu!!!", "Dua"]);
  expect(alice.closes).toEqual([]);
  expect(mallory.closes).toContain(4413);
  for (const { provider } of [alice, mallory]) provider.destroy();
});
