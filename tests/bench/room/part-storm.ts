/** d: three hundred people at the large document are cut off and come back, while a pair types elsewhere. */
import { join } from "node:path";
import { openBigStore } from "./big-store.ts";
import { pause } from "./client.ts";
import { medians, mib, ms, type PartReport } from "./part-report.ts";
import type { ServerName } from "./servers.ts";
import type { Stage } from "./stage.ts";
import { startGenerator } from "./start-generator.ts";
import type { StormFigures } from "./storm.ts";

interface StormPhase extends StormFigures {
  /** The longest that a letter of the pair took to reach the other. */
  readonly longestPauseMs: number;
}

interface Run {
  readonly server: ServerName;
  readonly withCopy: StormPhase;
  readonly withoutCopy: StormPhase;
}

const CLIENTS = 300;
const PAIR_MAX_MS = 100_000;
const PAIR_KEYS_PER_SECOND = 25;
const AROUND_MS = 500;

export async function storms(stage: Stage): Promise<PartReport> {
  const store = await openBigStore(stage);
  const names = stage.servers.filter((name) => name !== "floor");
  const pair = startGenerator();
  const runs: Run[] = [];
  try {
    for (let run = 0; run < stage.runs; run++) {
      for (const name of stage.inTurn(names, run)) {
        const folder = await store.copyOf(name, join(stage.folder, `storm-${name}-${run}`));
        const server = await stage.start(name, { folder });
        const { port, pid, dialect } = server;
        const load = {
          port,
          pid,
          dialect,
          document: store.big.id,
          state: store.big.state,
          cookies: store.cookies,
          clients: CLIENTS,
        };
        await stage.generator.run("openStorm", { ...load, seed: name === "y-websocket" ? [store.big] : [] });
        const phase = async (withCopy: boolean): Promise<StormPhase> => {
          const typing = pair.run("peopleTyping", {
            port,
            pid,
            dialect,
            documents: [store.small],
            cookies: store.cookies.slice(-2),
            clients: 2,
            typists: 2,
            keysPerSecond: PAIR_KEYS_PER_SECOND,
            cursorsPerSecond: 0,
            warmMs: AROUND_MS,
            windowMs: PAIR_MAX_MS,
            restMs: null,
          });
          await pause(AROUND_MS * 2);
          const figures = await stage.generator.run("storm", { ...load, withCopy });
          await pause(AROUND_MS);
          pair.enough();
          return { ...figures, longestPauseMs: (await typing).longestPauseMs };
        };
        const withCopy = await phase(true);
        const withoutCopy = await phase(false);
        await stage.generator.run("endStorm");
        await stage.stopAll([server]);
        runs.push({ server: name, withCopy, withoutCopy });
        stage.say(`d ${name.padEnd(12)} with a copy ${line(withCopy)}`);
        stage.say(`d ${name.padEnd(12)} without     ${line(withoutCopy)}`);
      }
    }
  } finally {
    pair.stop();
  }
  return report(runs);
}

function report(runs: readonly Run[]): PartReport {
  const { of, rows, againstPeers } = medians(runs);
  const longestPause = ({ withCopy, withoutCopy }: Run) =>
    Math.max(withCopy.longestPauseMs, withoutCopy.longestPauseMs);
  const peak = ({ withCopy, withoutCopy }: Run) => Math.max(withCopy.peakBytes, withoutCopy.peakBytes);
  const all = (phase: "withCopy" | "withoutCopy") => (run: Run) => run[phase].allMs;
  const cells = (phase: "withCopy" | "withoutCopy") =>
    rows([
      (server) => ms(of(server, all(phase))),
      (server) => ms(of(server, (run) => run[phase].medianMs)),
      (server) => ms(of(server, (run) => run[phase].longestPauseMs)),
      (server) => mib(of(server, (run) => run[phase].peakBytes)),
      (server) => ms(of(server, (run) => run[phase].serverCpuMs)),
      (server) => (of(server, (run) => run[phase].bytes) / 1e6).toFixed(0),
      (server) => (of(server, (run) => run[phase].sentBytes) / 1e6).toFixed(0),
    ]).map(([server = "", ...rest]) => [
      `${server}, ${phase === "withCopy" ? "with a copy" : "without"}`,
      ...rest,
    ]);
  return {
    letter: "d",
    title: "Reconnect storm",
    about: `${CLIENTS} people at the document of part c are cut off and come back at once 0.3 s later: with their copy of it (each sends its state vector, and its deletions when asked), then without. Meanwhile two people type ${PAIR_KEYS_PER_SECOND} letters a second each in another document; their longest pause is the longest that a letter took. y-websocket's server keeps nothing on disk here.`,
    head: [
      "",
      "all in step ms",
      "median ms",
      "longest pause elsewhere ms",
      "peak MiB",
      "server CPU ms",
      "MB sent to them",
      "MB from them",
    ],
    rows: [...cells("withCopy"), ...cells("withoutCopy")],
    bars: [
      {
        what: "storm with a local copy, against the faster peer",
        limit: 0.6,
        unit: "x",
        measured: againstPeers(all("withCopy")),
      },
      {
        what: "storm without, against the faster peer",
        limit: 0.7,
        unit: "x",
        measured: againstPeers(all("withoutCopy")),
      },
      {
        what: "longest pause of a pair in another document, against the better peer",
        limit: 0.2,
        unit: "x",
        measured: againstPeers(longestPause),
      },
      {
        what: "peak resident memory, against the better peer",
        limit: 0.7,
        unit: "x",
        measured: againstPeers(peak),
      },
    ],
  };
}

const line = ({
  allMs,
  medianMs,
  bytes,
  sentBytes,
  serverCpuMs,
  peakBytes,
  longestPauseMs,
}: StormPhase): string =>
  `all ${allMs.toFixed(0)} ms (median ${medianMs.toFixed(0)}), got ${(bytes / 1e6).toFixed(1)} MB, sent ${(sentBytes / 1e6).toFixed(1)} MB, ` +
  `CPU ${serverCpuMs} ms, peak ${(peakBytes / 2 ** 20).toFixed(0)} MiB, pair's longest pause ${longestPauseMs.toFixed(0)} ms`;
