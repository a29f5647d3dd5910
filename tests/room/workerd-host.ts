/** The Workers host under test: local workerd with the product's object and entrance, driven through the door of `room-worker.workers.ts`. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestHarness } from "wrangler";
import type { LoadedDocument, LoggedUpdate } from "../../collab/log/update-log.ts";
import { unpack, type Carried } from "../../domain/carried-result.ts";
import type { PolicyId } from "../../domain/ids.ts";
import { fromRichJson, toRichJson } from "../support/rich-json.ts";
import type { Commands, HostUnderTest } from "./host-under-test.ts";

export const ROOM_WORKER = {
  name: "rembuk-rooms",
  main: join(import.meta.dirname, "room-worker.workers.ts"),
  compatibility_date: "2026-10-20",
  durable_objects: { bindings: [{ name: "DOCUMENTS", class_name: "DocumentRoom" }] },
  migrations: [{ tag: "v1", new_sqlite_classes: ["DocumentRoom"] }],
};

export async function openWorkerdHost(): Promise<HostUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), "rembuk-workerd-"));
  writeFileSync(join(folder, "wrangler.json"), JSON.stringify(ROOM_WORKER));
  const harness = createTestHarness({ workers: [{ configPath: join(folder, "wrangler.json") }] });
  const { url } = await harness.listen();
  const worker = harness.getWorker();
  const used = new Set<PolicyId>();

  async function ask(policy: PolicyId, what: string, ...args: unknown[]): Promise<unknown> {
    used.add(policy);
    const response = await fetch(new URL(`/control/${policy}`, url), {
      method: "POST",
      body: toRichJson({ what, args: [policy, ...args] }),
    });
    if (!response.ok) throw new Error(`${what}: ${await response.text()}`);
    return unpack(fromRichJson(await response.text()) as Carried<unknown>);
  }

  async function entrance(): Promise<{ counted: Record<string, number>; reported: string[] }> {
    const response = await fetch(new URL("/control", url));
    return fromRichJson(await response.text()) as { counted: Record<string, number>; reported: string[] };
  }

  const evict = (policy: PolicyId, webSockets: "close" | "hibernate") =>
    worker.evictDurableObject("DOCUMENTS", { name: policy, webSockets }).catch((error: unknown) => {
      if (!String(error).includes("not currently running")) throw error;
    });

  const command =
    (what: string) =>
    (policy: PolicyId, ...args: unknown[]) =>
      ask(policy, what, ...args);

  return {
    name: "workerd",
    port: Number(url.port),
    commands: Object.fromEntries(
      [
        "create",
        "read",
        "freeze",
        "move",
        "replaceContent",
        "authorsSince",
        "history",
        "erasure",
        "erase",
      ].map((what) => [what, command(what)]),
    ) as unknown as Commands,
    createFrom: async (policy, first) => void (await ask(policy, "createFrom", first)),
    async rightsChanged(which) {
      for (const policy of which.policy === undefined ? used : [which.policy])
        await ask(policy, "rightsChanged", which);
    },
    async sessionEnded(sessionId) {
      for (const policy of used) await ask(policy, "sessionEnded", sessionId);
    },
    stored: async (policy) => (await ask(policy, "stored")) as LoadedDocument | null,
    history: async (policy) => (await ask(policy, "rows")) as LoggedUpdate[],
    async counters(policy) {
      const counters = { ...((await ask(policy, "counters")) as Record<string, number>) };
      for (const [name, count] of Object.entries((await entrance()).counted))
        counters[name] = (counters[name] ?? 0) + count;
      return counters;
    },
    async failCommits(policy) {
      await ask(policy, "fail", true);
      return async () => void (await ask(policy, "fail", false));
    },
    restart: (policy) => evict(policy, "close"),
    hibernate: (policy) => evict(policy, "hibernate"),
    async reports() {
      const reports = await Promise.all([...used].map((policy) => ask(policy, "reports")));
      return [...(await entrance()).reported, ...(reports.flat() as string[])];
    },
    async close() {
      await harness.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
