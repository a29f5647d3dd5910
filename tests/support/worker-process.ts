/** The product on local workerd as `npm run dev:workers` runs it, in the shape that journeys know of the Node server. */
import type { ChildProcess } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { ServerProcess } from "./server-process.ts";

interface LocalWorkers {
  startLocalWorker(options: {
    readonly port: number;
    readonly dataDir: string;
    readonly vars: Readonly<Record<string, string>>;
    readonly onOutput: (text: string) => void;
  }): Promise<{ readonly url: string; readonly child: ChildProcess; stop(): Promise<void> }>;
}

/** Its state lies in `dataDir/workers`; `env` becomes the Worker's variables. */
export async function startWorkerProcess(options: {
  readonly port: number;
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
}): Promise<ServerProcess> {
  const { port, dataDir, env = {} } = options;
  const script = join(import.meta.dirname, "../../scripts/local-worker.mjs");
  const { startLocalWorker } = (await import(script)) as LocalWorkers;
  let printed = "";
  const worker = await startLocalWorker({
    port,
    dataDir: join(dataDir, "workers"),
    vars: { DEMO: "1", ...env },
    onOutput: (text) => (printed += text),
  });
  let stopping: Promise<number> | undefined;
  const stop = () => (stopping ??= worker.stop().then(() => 0));
  return {
    url: worker.url,
    dataDir,
    process: worker.child,
    output: () => printed,
    stop,
    async dispose() {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
