/** When a document's object is woken: its alarms stand for the timers that would keep it awake. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { Doc } from "yjs";
import { EVICT_AFTER_MS, IDLE_FRAME_MS } from "../../collab/room/protocol.ts";
import type { PolicyId } from "../../domain/ids.ts";
import { fromRichJson, toRichJson } from "../support/rich-json.ts";
import type { HostUnderTest } from "./host-under-test.ts";
import { linkProvider, synced } from "./sockets.ts";
import { ALICE, clausesOf, newPolicy } from "./support.ts";
import { openWorkerdHost } from "./workerd-host.ts";

let host: HostUnderTest;
beforeAll(async () => {
  host = await openWorkerdHost();
});
afterAll(() => host.close());

/** In milliseconds from now; `alarm` rings it first. */
async function nextAlarm(policy: PolicyId, what: "alarm" | "alarmAt"): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${host.port}/control/${policy}`, {
    method: "POST",
    body: toRichJson({ what, args: [policy] }),
  });
  const { value } = fromRichJson(await response.text()) as { value: number };
  return value - Date.now();
}

it("[RM34] [RM67] who comes into a room that waits to be forgotten is told that it is there as soon as anybody", async () => {
  const policy = newPolicy();
  await host.commands.create(policy, clausesOf("Satu"), ALICE);
  await host.commands.read(policy);
  expect(await nextAlarm(policy, "alarm")).toBeGreaterThan(EVICT_AFTER_MS / 2);
  const { provider } = linkProvider({ port: host.port, policy, doc: new Doc(), account: ALICE });
  await synced(provider);
  expect(await nextAlarm(policy, "alarmAt")).toBeLessThanOrEqual(IDLE_FRAME_MS);
  provider.destroy();
});
