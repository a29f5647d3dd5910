/** c: the large document after a restart, for the first who opens it and for a hundred at once. */
import * as Y from "yjs";
import { join } from "node:path";
import { EDITS, openBigStore } from "./big-store.ts";
import { pause } from "./client.ts";
import type { ColdOpenFigures } from "./cold-open.ts";
import { processMs } from "../process-time.ts";
import { medians, ms, type PartReport } from "./part-report.ts";
import type { ServerName } from "./servers.ts";
import type { Stage } from "./stage.ts";

interface Run {
  readonly server: ServerName;
  readonly first: ColdOpenFigures & { readonly cpuMs: number };
  readonly hundred: ColdOpenFigures & { readonly cpuMs: number };
}

const AT_ONCE = 100;
const SETTLE_MS = 400;

export async function coldOpens(stage: Stage): Promise<PartReport> {
  const store = await openBigStore(stage);
  const vector = Y.encodeStateVectorFromUpdate(store.big.state);
  const servers = stage.servers.filter((name) => name !== "floor");
  const folders = new Map<ServerName, string>();
  for (const name of servers) folders.set(name, await store.copyOf(name, join(stage.folder, `big-${name}`)));
  const runs: Run[] = [];
  for (let run = 0; run < stage.runs; run++) {
    for (const name of stage.inTurn(servers, run)) {
      const restarted = async (clients: number, contentBytes: number | null) => {
        const server = await stage.start(name, { folder: folders.get(name) as string, persistent: true });
        await pause(SETTLE_MS);
        const cpuBefore = processMs(server.pid) ?? 0;
        const figures = await stage.generator.run("coldOpen", {
          port: server.port,
          dialect: server.dialect,
          document: store.big.id,
          cookies: store.cookies,
          clients,
          vector,
          contentBytes,
        });
        const cpuMs = (processMs(server.pid) ?? 0) - cpuBefore;
        await stage.stopAll([server]);
        return { ...figures, cpuMs };
      };
      const first = await restarted(1, null);
      const hundred = await restarted(AT_ONCE, first.contentBytes);
      runs.push({ server: name, first, hundred });
      stage.say(
        `c ${name.padEnd(12)} first ${first.receivedMs.toFixed(0)} ms (applied ${first.appliedMs?.toFixed(0)}), ${(first.bytes / 1e6).toFixed(2)} MB, CPU ${first.cpuMs} ms; ` +
          `${AT_ONCE} at once ${hundred.receivedMs.toFixed(0)} ms, ${(hundred.bytes / 1e6).toFixed(0)} MB, CPU ${hundred.cpuMs} ms`,
      );
    }
  }
  return report(runs);
}

function report(runs: readonly Run[]): PartReport {
  const { of, rows, againstPeers } = medians(runs);
  const first = (run: Run) => run.first.receivedMs;
  const hundred = (run: Run) => run.hundred.receivedMs;
  return {
    letter: "c",
    title: "Cold open",
    about: `A document of 500 Pasal of 5 ayat with ${EDITS.toLocaleString("en")} small edits by five people, brought to each server over its wire and opened by it once before; y-websocket's server with its LevelDB. After a restart: from before the connection until all content has come, for one person and for ${AT_ONCE} at once.`,
    head: [
      "",
      "first ms",
      "with the client's own work",
      "server CPU ms",
      "MB",
      `${AT_ONCE} at once ms`,
      "server CPU ms",
      "MB",
    ],
    rows: rows([
      (server) => ms(of(server, first)),
      (server) => ms(of(server, (run) => run.first.appliedMs ?? Number.NaN)),
      (server) => ms(of(server, (run) => run.first.cpuMs)),
      (server) => (of(server, (run) => run.first.bytes) / 1e6).toFixed(2),
      (server) => ms(of(server, hundred)),
      (server) => ms(of(server, (run) => run.hundred.cpuMs)),
      (server) => (of(server, (run) => run.hundred.bytes) / 1e6).toFixed(0),
    ]),
    bars: [
      {
        what: "cold open for the first, against the faster peer that persists",
        limit: 0.5,
        unit: "x",
        measured: againstPeers(first),
      },
      {
        what: "cold open for 100 at once, against the faster peer that persists",
        limit: 0.4,
        unit: "x",
        measured: againstPeers(hundred),
      },
    ],
  };
}
