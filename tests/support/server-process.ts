/** A real server on a real data folder, as `npm start` runs it, for journeys and crashes. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface ServerProcess {
  readonly url: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** All that it printed so far. */
  output(): string;
  /** Ends the process (SIGTERM unless told) and resolves when it is gone. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Stops it and removes its data folder. */
  dispose(): Promise<void>;
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Starts the server and resolves when `/readyz` answers 200; rejects with its output when it ends before. With
 * HOST_UNDER_TEST=workers it is the product on local workerd.
 */
export async function startServer(
  options: {
    readonly dataDir?: string;
    readonly port?: number;
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<ServerProcess> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "rembuk-")));
  const port = options.port ?? (await freePort());
  if (process.env.HOST_UNDER_TEST === "workers") {
    const { startWorkerProcess } = await import("./worker-process.ts");
    return startWorkerProcess({ port, dataDir, ...(options.env && { env: options.env }) });
  }
  const url = `http://127.0.0.1:${port}`;
  let printed = "";
  // The test runner sets a BASE_URL of its own.
  const { BASE_URL: _own, ...env } = process.env;
  const child = spawn(process.execPath, ["server/entry.node.ts"], {
    cwd: join(import.meta.dirname, "..", ".."),
    env: {
      ...env,
      NODE_ENV: "production",
      // As `npm start` does.
      NODE_COMPILE_CACHE: join(import.meta.dirname, "..", "..", "node_modules", ".cache", "node"),
      // vite sets BASE_URL to a path.
      BASE_URL: url,
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_DIR: dataDir,
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  let gone = false;
  void exited.then(() => (gone = true));

  const deadline = Date.now() + 60_000;
  for (;;) {
    if (gone) throw new Error(`The server ended before it was ready:\n${printed}`);
    if (Date.now() > deadline) {
      child.kill("SIGKILL");
      throw new Error(`The server was not ready within a minute:\n${printed}`);
    }
    const ready = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  const stop = async (signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> => {
    if (!gone) child.kill(signal);
    return exited;
  };
  return {
    url,
    dataDir,
    process: child,
    output: () => printed,
    stop,
    dispose: async () => {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
