/** e: three hundred people in one document, all of whom move their caret five times a second. */
import { regulationText } from "../regulation.ts";
import { medians, ms, type PartReport } from "./part-report.ts";
import type { TypingFigures } from "./people-typing.ts";
import type { BenchDocument } from "./rembuk.ts";
import type { ServerName } from "./servers.ts";
import type { Stage } from "./stage.ts";

interface Run {
  readonly server: ServerName;
  readonly figures: TypingFigures;
}

const CLIENTS = 300;
const CLAUSES = 60;
const WINDOW_MS = 1_500;

export async function presence(stage: Stage): Promise<PartReport> {
  const documents = await stage.documents(Array<string>(stage.runs).fill(regulationText(CLAUSES)));
  const servers = await stage.startAll();
  const runs: Run[] = [];
  for (let run = 0; run < stage.runs; run++) {
    for (const server of stage.inTurn(
      run === 0 ? servers : servers.filter(({ name }) => name !== "floor"),
      run,
    )) {
      const figures = await stage.generator.run("peopleTyping", {
        port: server.port,
        pid: server.pid,
        dialect: server.dialect,
        documents: [documents[run] as BenchDocument],
        cookies: stage.cookies,
        clients: CLIENTS,
        typists: 0,
        keysPerSecond: 0,
        cursorsPerSecond: 5,
        warmMs: 500,
        windowMs: WINDOW_MS,
        restMs: null,
      });
      runs.push({ server: server.name, figures });
      stage.say(line(server.name, figures));
    }
  }
  await stage.stopAll(servers);
  return report(runs);
}

function report(runs: readonly Run[]): PartReport {
  const { of, rows, againstPeers } = medians(runs);
  const cpu = ({ figures }: Run) => figures.serverCpuMs;
  const spread = (server: ServerName) =>
    (
      [(each) => each.p50Ms, (each) => each.p95Ms, (each) => each.p99Ms] as ((
        each: TypingFigures["cursors"],
      ) => number)[]
    )
      .map((which) => ms(of(server, ({ figures }) => which(figures.cursors))))
      .join(" / ");
  return {
    letter: "e",
    title: "Presence",
    about: `${CLIENTS} people in one document move their caret five times a second for ${WINDOW_MS / 1000} s. Processor time until the last caret has reached everyone, which servers that send each on its own reach only long after. The floor was run once.`,
    head: ["", "server CPU ms", "cursors p50 / p95 / p99 ms", "all there after ms", "frames"],
    rows: rows([
      (server) => ms(of(server, cpu)),
      spread,
      (server) => ms(of(server, ({ figures }) => figures.windowMs)),
      (server) => of(server, ({ figures }) => figures.frames).toLocaleString("en"),
    ]),
    bars: [
      {
        what: "CPU of presence, against the cheaper peer",
        limit: 0.4,
        unit: "x",
        measured: againstPeers(cpu),
      },
    ],
  };
}

function line(
  name: string,
  { cursors, serverCpuMs, generatorCpuMs, windowMs, frames, closed }: TypingFigures,
) {
  const lost = cursors.expected - cursors.delivered;
  return (
    `e ${name.padEnd(12)} cursors ${cursors.p50Ms.toFixed(0)}/${cursors.p95Ms.toFixed(0)}/${cursors.p99Ms.toFixed(0)} ms, ` +
    `CPU ${serverCpuMs} ms for ${WINDOW_MS} ms of it (all there after ${windowMs.toFixed(0)} ms; load ${generatorCpuMs.toFixed(0)} ms), ${frames} frames` +
    `${lost > 0 ? `, ${lost} missing` : ""}${closed > 0 ? `, ${closed} closed` : ""}`
  );
}
