import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestHarness } from "wrangler";
import { afterAll } from "vitest";
import { ClientClaimedError, DocumentExistsError, StaleEpochError } from "../../collab/log/update-log.ts";
import type { Archive } from "../../collab/log/archive.ts";
import type { UpdateLog } from "../../collab/log/update-log.ts";
import { fromRichJson, toRichJson } from "../support/rich-json.ts";
import { updateLogContract } from "./update-log.suite.ts";

const ERRORS = { ClientClaimedError, DocumentExistsError, StaleEpochError, RangeError, Error } as const;

const folder = mkdtempSync(join(tmpdir(), "rembuk-log-workerd-"));
const configPath = join(folder, "wrangler.json");
writeFileSync(
  configPath,
  JSON.stringify({
    name: "rembuk-log",
    main: join(import.meta.dirname, "log-worker.workers.ts"),
    compatibility_date: "2026-10-20",
    durable_objects: { bindings: [{ name: "LOGS", class_name: "LogObject" }] },
    migrations: [{ tag: "v1", new_sqlite_classes: ["LogObject"] }],
  }),
);
const harness = createTestHarness({ workers: [{ configPath }] });
const listening = harness.listen();
afterAll(async () => {
  await harness.close();
  rmSync(folder, { recursive: true, force: true });
});

type Answer = { readonly value: unknown } | { readonly error: keyof typeof ERRORS; readonly message: string };

let objects = 0;

updateLogContract(
  "a Durable Object's SQLite",
  async () => {
    const { url } = await listening;
    const name = `log-${++objects}`;
    /** What is asked for in one turn goes as one request, so that it arrives in its order, in one turn there. */
    let turn: { readonly calls: unknown[]; readonly answers: Promise<readonly Answer[]> } | null = null;
    const ask = async (what: string, ...args: readonly unknown[]): Promise<unknown> => {
      turn ??= begin();
      const index = turn.calls.push({ what, args }) - 1;
      const answer = (await turn.answers)[index] as Answer;
      if ("value" in answer) return answer.value;
      throw new (ERRORS[answer.error] ?? Error)(answer.message);
    };
    const begin = () => {
      const calls: unknown[] = [];
      const answers = new Promise((resolve) => setImmediate(resolve)).then(async () => {
        turn = null;
        const response = await fetch(new URL(`/${name}`, url), { method: "POST", body: toRichJson(calls) });
        return fromRichJson(await response.text()) as readonly Answer[];
      });
      return { calls, answers };
    };
    const asking = <Part extends object>(known: Partial<Part>, prefix = "") =>
      new Proxy(known as Part, {
        get: (target, what: string) => {
          if (what === "then") return undefined;
          if (what in target) return target[what as keyof Part];
          return (...args: readonly unknown[]) => ask(prefix + what, ...args);
        },
      });
    const log = asking<UpdateLog>({ archive: asking<Archive>({}, "archive.") });
    let failing: Promise<unknown> = Promise.resolve();
    return {
      log,
      async reopen() {
        await harness.getWorker().evictDurableObject("LOGS", { name });
        return log;
      },
      failCommits() {
        failing = ask("fail", true);
        return () => void (failing = failing.then(() => ask("fail", false)));
      },
      dispose: async () => void (await failing),
    };
  },
  [2],
);
