/** What every part needs: servers, sessions, documents, a process that makes the load. */
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  admitStrangers,
  createDocument,
  prepareRembuk,
  type BenchDocument,
  type Strangers,
} from "./rembuk.ts";
import { isOurs, startServer, type RunningServer, type ServerName, type StartOptions } from "./servers.ts";
import { startGenerator, type Generator } from "./start-generator.ts";

export interface StageOptions {
  readonly runs: number;
  readonly quick: boolean;
  readonly servers: readonly ServerName[];
  /** Write a profile of our server into this folder. */
  readonly cpuProfile: string | null;
  /** Checkouts that our servers run from, where it is not this one. */
  readonly checkouts: Partial<Record<ServerName, string>>;
}

export interface Stage extends StageOptions {
  readonly folder: string;
  readonly generator: Generator;
  readonly cookies: readonly string[];
  readonly strangers: Strangers;
  start(name: ServerName, options?: Partial<StartOptions>): Promise<RunningServer>;
  /** One of each, on folders of their own. */
  startAll(): Promise<RunningServer[]>;
  stopAll(servers: readonly RunningServer[]): Promise<void>;
  /** New documents with these texts, in every folder of ours that is made from now on. */
  documents(
    texts: readonly string[],
    options?: { readonly withStrangers: boolean },
  ): Promise<BenchDocument[]>;
  /** Copies our prepared folder, for a server that is started on it several times. */
  copyPrepared(folder: string): Promise<string>;
  /** Ends whatever a part that failed left running. */
  clear(): Promise<void>;
  /** The same servers, another first each run. */
  inTurn<Item>(items: readonly Item[], run: number): Item[];
  say(line: string): void;
  close(): Promise<void>;
}

export async function openStage(options: StageOptions): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "rembuk-bench-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  let generator = startGenerator();
  const checkout = options.checkouts.rembuk;
  const ownCheckout = checkout === undefined ? {} : { checkout };
  const rembuk = await prepareRembuk({ ...ownCheckout, folder: join(folder, "prepared") });
  const [cookie = ""] = rembuk.cookies;
  const running = new Set<RunningServer>();
  let folders = 0;

  const stage: Stage = {
    ...options,
    folder,
    get generator() {
      return generator;
    },
    cookies: rembuk.cookies,
    strangers: rembuk.strangers,
    async start(name, more = {}) {
      const own = more.folder ?? join(folder, `${name}-${++folders}`);
      if (isOurs(name) && more.folder === undefined) await rembuk.copyTo(own);
      const checkout = options.checkouts[name];
      const profiled = name === "rembuk" && options.cpuProfile !== null;
      const nodeOptions = profiled ? ["--cpu-prof", `--cpu-prof-dir=${options.cpuProfile}`] : [];
      const server = await startServer(name, {
        nodeOptions,
        ...(checkout !== undefined && { checkout }),
        ...more,
        folder: own,
      });
      running.add(server);
      return server;
    },
    async startAll() {
      const started: RunningServer[] = [];
      for (const name of options.servers) started.push(await stage.start(name));
      return started;
    },
    async stopAll(servers) {
      for (const server of servers) {
        await server.stop();
        running.delete(server);
      }
    },
    async documents(texts, { withStrangers } = { withStrangers: false }) {
      const server = await startServer("rembuk", { ...ownCheckout, folder: rembuk.folder });
      const made: BenchDocument[] = [];
      for (const text of texts) made.push(await createDocument(server, cookie, text));
      if (withStrangers)
        for (const { id } of made) await admitStrangers(server, cookie, rembuk.strangers, id);
      await server.stop();
      return made;
    },
    async clear() {
      generator.stop();
      generator = startGenerator();
      await stage.stopAll([...running]);
    },
    copyPrepared: (target) => rembuk.copyTo(target),
    inTurn: (items, run) => items.map((_, index) => items[(index + run) % items.length] as (typeof items)[0]),
    say: (line) => process.stdout.write(`${line}\n`),
    async close() {
      generator.stop();
      await stage.stopAll([...running]);
    },
  };
  return stage;
}
